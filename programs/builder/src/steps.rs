//! What to do with the snippet, for the site that there is.

use yew::{Html, Properties, component, html};

use super::field::icon;
use super::platforms::{PLATFORMS, Platform};

/// What it is made from.
#[derive(Properties, PartialEq)]
pub struct StepsProps {
    /// The name of the release's script.
    pub script: String,
}

/// Shows every way, closed at first.
#[component]
pub fn Steps(StepsProps { script }: &StepsProps) -> Html {
    html! {
        <section class="b__steps" aria-labelledby="b-steps">
            <h2 class="bf__l" id="b-steps">{ "Put it on your site" }</h2>
            <p class="bf__h">{ "What is your site made with?" }</p>
            <div class="b__ways">{ for PLATFORMS.iter().map(|platform| way(platform, script)) }</div>
        </section>
    }
}

fn way(Platform { name, steps, note }: &Platform, script: &str) -> Html {
    html! {
        <details class="bmore">
            <summary><span>{ *name }</span>{ icon("i-down") }</summary>
            <div class="bmore__body">
                <ol>{ for steps.iter().map(|step| html! { <li>{ step.replace("{script}", script) }</li> }) }</ol>
                if !note.is_empty() {
                    <p class="bf__h">{ *note }</p>
                }
            </div>
        </details>
    }
}
