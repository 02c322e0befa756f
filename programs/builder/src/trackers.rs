//! A look for ad pixels and recorders, before the questions go live: on this page, and in the source of the clinic's own.
//! Never on a page of visitors: it is no part of the widget.

use web_sys::HtmlTextAreaElement;
use yew::{Html, InputEvent, Properties, TargetCast, component, html, use_memo, use_state_eq};

use super::field::icon;
use super::found::{PASTED, found};
use super::host::Host;

/// What it is made from.
#[derive(Properties, Clone)]
pub struct TrackersProps {
    /// The page's script.
    pub host: Host,
}

/// It is made once.
impl PartialEq for TrackersProps {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Shows what was found.
#[component]
pub fn Trackers(TrackersProps { host }: &TrackersProps) -> Html {
    let source = use_state_eq(String::new);
    let here = {
        let host = host.clone();
        use_memo((), move |()| {
            host.scripts().iter().filter_map(|script| script.as_string()).collect::<Vec<_>>().join("\n")
        })
    };
    let typed = {
        let source = source.clone();
        move |event: InputEvent| source.set(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    };
    html! {
        <section class="b__check" aria-labelledby="b-check">
            <h2 class="bf__l" id="b-check">{ "Check your page for trackers" }</h2>
            <p class="bf__h">{ "Ad pixels and session recorders cannot see into the questions. But they see who opens the page, and that someone opened this page can be health information." }</p>
            <div class="bf">
                <label class="bf__l" for="b-source">{ "Your page's source" }</label>
                <p class="bf__h" id="b-source-h">{ "Open the page that will have the questions, choose View page source, and paste all of it. It is looked at here and goes nowhere." }</p>
                <textarea class="bin b__source" id="b-source" rows="5" spellcheck="false" autocomplete="off" aria-describedby="b-source-h"
                    value={(*source).clone()} oninput={typed} />
            </div>
            <div role="status">
                if !source.trim().is_empty() {
                    { found(&source, PASTED) }
                }
                { found(&here, "on the page you are on now") }
            </div>
            <p class="b__sri">{ icon("i-alert") }<span>
                { "No list is complete: a tag manager loads what its account says, and new trackers come. Ask whoever looks after your site as well." }
            </span></p>
        </section>
    }
}
