//! Texts with crisis lines in them: every phone number a link to call, every text number a link to text.

use yew::{Html, html};

use super::View;
use super::icon::icon;
use super::words::{filled, name, number};
use crate::questionnaire::{CrisisLine, TextNumber};
use crate::wording::{Wording, sms, tel};

const WARM: &str = "ss-link ss-link--warm";

/// A crisis line as one link.
fn line_link(wording: &Wording, line: &CrisisLine, class: &'static str) -> Html {
    let named = named(wording, line);
    match (line.call.first(), line.text.first()) {
        (Some(number), _) => html! { <a {class} href={tel(number)}>{ named }</a> },
        (None, Some(text)) => html! { <a {class} href={sms(text)}>{ named }</a> },
        // A sealed frame opens no links: a site is named, to be typed or copied.
        (None, None) => html! { <span class="ss-strong">{ named }</span> },
    }
}

/// A crisis line with the first way to reach it, as [`Wording::line`] says it.
fn named(wording: &Wording, line: &CrisisLine) -> Html {
    let reach = match (line.call.first(), line.text.first(), line.link.as_ref().or(line.chat.as_ref())) {
        _ if line.says_how() => None,
        (Some(called), ..) => Some(number(called.clone())),
        (None, Some(text), _) => Some(text_number(wording, text)),
        (None, None, site) => site.map(|site| name(site.clone())),
    };
    let line_name = || name(line.name.clone());
    let whole = reach.map_or_else(line_name, |reach| html! { <>{ line_name() }<span>{ ": " }</span>{ reach }</> });
    html! { <bdi>{ pressed(wording, line, whole) }</bdi> }
}

/// How to text a number.
fn text_number(wording: &Wording, text: &TextNumber) -> Html {
    let path = if text.word.is_some() { "ui.text_word" } else { "ui.text_to" };
    texted(wording, path, text)
}

/// A text with a number to text, and its word.
fn texted(wording: &Wording, path: &str, text: &TextNumber) -> Html {
    filled(&wording.text(path), &|token| match token {
        "word" => number(text.word.clone().unwrap_or_default()),
        _ => number(text.to.clone()),
    })
}

/// A line or its number, with the key to press once it answers.
fn pressed(wording: &Wording, line: &CrisisLine, whole: Html) -> Html {
    let Some(key) = &line.press else { return whole };
    filled(&wording.text("ui.press"), &|token| match token {
        "key" => number(key.clone()),
        _ => whole.clone(),
    })
}

/// The emergency number as a link, or the words for it.
fn emergency_link(wording: &Wording, class: &'static str) -> Html {
    match wording.emergency_number() {
        Some(dialed) => html! { <a {class} href={tel(dialed)}>{ number(dialed.to_owned()) }</a> },
        None => html! { <span>{ wording.emergency() }</span> },
    }
}

/// Fills `{line}` and `{emergency}` of a text with links.
pub fn with_links(view: &View, path: &str, class: &'static str) -> Html {
    let wording = view.wording();
    filled(&wording.text(path), &|token| match token {
        "line" => wording.lines.first().map(|line| line_link(&wording, line, class)).unwrap_or_default(),
        "emergency" => emergency_link(&wording, class),
        _ => html! {},
    })
}

/// The short crisis line of footers and results.
pub fn one_line(view: &View, path: &str) -> Html {
    with_links(view, path, "ss-crisis-link")
}

/// The crisis lines of the country: the first one as buttons, the others below it. Those of another country are remade.
pub fn help_lines(view: &View) -> Html {
    let wording = view.wording();
    let Some((first, others)) = wording.lines.split_first() else { return html! {} };
    let call = |called: &str| {
        let whole = pressed(&wording, first, number(called.to_owned()));
        filled(&wording.text("crisis.urgent.call"), &|_| whole.clone())
    };
    html! {
        <div class="ss-lifelines" key={wording.row.id.as_str()}>
            <div class="ss-help">
                if let Some(called) = first.call.first() {
                    <a class="ss-btn ss-btn--help" href={tel(called)} data-help="call">{ icon("phone") }<span>{ call(called) }</span></a>
                }
                for text in &first.text {
                    <a class="ss-btn ss-btn--help-line" href={sms(text)} data-help="text">
                        { icon("message") }<span>{ text_button(&wording, text) }</span>
                    </a>
                }
                if first.call.is_empty() && first.text.is_empty() {
                    <p class="ss-strong">{ named(&wording, first) }</p>
                }
            </div>
            { caption(&wording, first) }
            if !others.is_empty() {
                <ul class="ss-lines">
                    for line in others {
                        <li>{ line_link(&wording, line, WARM) }<span class="ss-meta">{ commas(more(&wording, line, &line.text[usize::from(line.call.is_empty()).min(line.text.len())..])) }</span></li>
                    }
                </ul>
            }
        </div>
    }
}

fn text_button(wording: &Wording, text: &TextNumber) -> Html {
    let path = if text.word.is_some() { "crisis.urgent.text_word" } else { "crisis.urgent.text" };
    texted(wording, path, text)
}

/// The name of the line whose numbers stand on the buttons, and what else there is to know of it.
fn caption(wording: &Wording, line: &CrisisLine) -> Html {
    let mut parts = more(wording, line, &[]);
    if !line.call.is_empty() || !line.text.is_empty() {
        parts.insert(0, name(line.name.clone()));
    }
    if parts.is_empty() {
        html! {}
    } else {
        html! { <p class="ss-hero__note">{ commas(parts) }</p> }
    }
}

/// Further ways to reach a line, with these numbers to text among them, and when.
fn more(wording: &Wording, line: &CrisisLine, texts: &[TextNumber]) -> Vec<Html> {
    let link = |href: String, text: Html| html! { <a class={WARM} {href}><bdi>{ text }</bdi></a> };
    let mut parts: Vec<Html> =
        line.call.iter().skip(1).map(|called| link(tel(called), number(called.clone()))).collect();
    parts.extend(texts.iter().map(|text| link(sms(text), text_number(wording, text))));
    let told = |path: &str, value: &str| {
        let value = value.to_owned();
        html! { <span>{ filled(&wording.text(path), &|_| name(value.clone())) }</span> }
    };
    parts.extend(line.chat.iter().map(|site| told("ui.chat", site)));
    parts.extend(line.hours.iter().map(|hours| told("ui.hours", hours)));
    parts
}

fn commas(parts: Vec<Html>) -> Html {
    let comma = |(place, part): (usize, Html)| html! { <>if place > 0 { <span>{ ", " }</span> }{ part }</> };
    parts.into_iter().enumerate().map(comma).collect()
}
