//! What was found on a page, in words.

use yew::{Html, html};

use super::sources::{Tracker, find};

/// Where something was found that people brought.
pub const PASTED: &str = "in what you pasted";

/// Shows what a page's source tells of.
pub fn found(source: &str, where_to: &str) -> Html {
    let found = find(source);
    if found.is_empty() && !source.contains('<') && where_to == PASTED {
        return html! { <p class="b__none">{ "This is no page's source, which is full of signs like < and >: an address alone tells nothing." }</p> };
    }
    if found.is_empty() {
        return html! { <p class="b__none">{ format!("Nothing that is known was found {where_to}.") }</p> };
    }
    html! {
        <>
            <p class="b__none"><b>{ format!("{} found {where_to}:", found.len()) }</b></p>
            <ul class="b__found">{ for found.into_iter().map(one) }</ul>
        </>
    }
}

fn one(tracker: &Tracker) -> Html {
    html! {
        <li data-kind={format!("{:?}", tracker.kind).to_ascii_lowercase()}>
            <p><b>{ tracker.name }</b>{ " " }<span class="b__kind">{ tracker.kind.name() }</span></p>
            <p>{ tracker.kind.sees() }</p>
            <p>{ tracker.kind.advice() }</p>
        </li>
    }
}
