//! Things to open: "Why we ask", sources, rows of further reading.

use yew::{AttrValue, Html, html};

use super::View;
use super::icon::icon;

/// A quiet one: an underlined line that opens a panel.
pub fn why(summary: AttrValue, body: Html) -> Html {
    html! {
        <details class="ss-why">
            <summary><span>{ summary }</span>{ icon("down") }</summary>
            <div class="ss-why__body">{ body }</div>
        </details>
    }
}

/// One paragraph behind a quiet line, if there is one.
pub fn why_text(summary: AttrValue, text: Option<AttrValue>) -> Html {
    match text {
        Some(text) => why(summary, html! { <p>{ text }</p> }),
        None => html! {},
    }
}

/// Sources in full, behind a quiet line: as text that can be copied, because a sealed frame opens no links.
pub fn sources(view: &View, sources: &[String]) -> Html {
    let body = |sources: &[String]| -> Html { sources.iter().map(|source| html! { <p>{ source }</p> }).collect() };
    match sources {
        [] => html! {},
        [_] => why(view.text("ui.source"), body(sources)),
        _ => why(view.text("ui.sources"), body(sources)),
    }
}

/// A row of further reading.
pub fn more(summary: &str, body: Html) -> Html {
    html! {
        <details class="ss-more">
            <summary><span>{ summary }</span>{ icon("down") }</summary>
            <div class="ss-more__body">{ body }</div>
        </details>
    }
}
