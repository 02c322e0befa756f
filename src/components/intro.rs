//! The first screen: what this is, what it is not, how private it is, and Start.

use yew::{Html, html};

use super::View;
use super::card::{Card, first_bar, heading};
use super::crisis_text::with_links;
use super::disclosure::why;
use super::icon::icon;
use crate::session::Action;

/// Draws the intro.
pub fn intro(view: &View) -> Html {
    let heading_path = if view.visit.settings.drug_neutral { "intro.heading_neutral" } else { "intro.heading" };
    let privacy = view.wording().list("intro.privacy");
    let points = html! {
        <ul class="ss-dots">
            for line in privacy {
                <li>{ line }</li>
            }
            <li>{ view.text("ui.shared_device") }</li>
            <li>{ view.text("ui.quick_exit") }</li>
        </ul>
    };
    let content = html! {
        <>
            <header class="ss-hero ss-hero--intro">
                { art() }
                <div class="ss-in">
                    { first_bar(view) }
                    <div class="ss-hero__text">
                        { super::result_page::mark(13.0) }
                        if let Some(name) = &view.visit.settings.name {
                            <p class="ss-hero__eyebrow">{ name }</p>
                        }
                        { heading("ss-display", html! { { view.text(heading_path) } }) }
                        <p class="ss-lead">{ view.text("intro.lead") }</p>
                        <ul class="ss-facts">
                            <li>{ icon("clock") }<span>{ view.text("intro.time") }</span></li>
                            <li>{ icon("lock") }<span>{ view.text("ui.private") }</span></li>
                        </ul>
                        <div class="ss-actions">
                            <button type="button" class="ss-btn ss-btn--main" data-action="start" onclick={view.on(Action::Start)}>
                                { view.text("intro.start") }
                            </button>
                        </div>
                        <p class="ss-small ss-quiet">{ view.text("intro.leaving") }</p>
                    </div>
                </div>
            </header>
            <div class="ss-in ss-intro__more">
                { why(view.text("ui.how_private"), points) }
                <div class="ss-notice ss-notice--help">
                    { icon("support") }
                    <p class="ss-notice__lead">{ with_links(view, "intro.crisis", "ss-link ss-link--warm") }</p>
                </div>
                <p class="ss-small ss-quiet">{ view.text("for_someone_else") }</p>
            </div>
        </>
    };
    Card::of("intro").around(view, content)
}

/// Two circles that overlap: the only picture of an outcome, here without one.
fn art() -> Html {
    html! {
        <svg class="ss-hero__art" viewBox="0 0 330 396" aria-hidden="true">
            <circle class="ss-mark__a" cx="124" cy="138" r="124" />
            <circle class="ss-mark__b" cx="204" cy="270" r="124" />
            <path class="ss-mark__ab" d="M81 254.3A124 124 0 0 0 247 153.7A124 124 0 0 0 81 254.3z" />
        </svg>
    }
}
