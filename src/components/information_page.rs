//! What is shown where no personal result may be given: what to tell a clinician, and no question.

use yew::{Html, html};

use super::View;
use super::card::{Card, first_bar, footer, heading};
use super::crisis_text::with_links;
use super::icon::icon;
use super::result_blocks::body;
use crate::report::{checklist, information_blocks};

/// Draws the information page.
pub fn information_page(view: &View) -> Html {
    let wording = view.wording();
    let content = html! {
        <>
            <header class="ss-hero">
                <div class="ss-in">
                    { first_bar(view) }
                    if let Some(name) = &view.visit.settings.name {
                        <p class="ss-hero__eyebrow">{ name }</p>
                    }
                    { heading("ss-display", html! { { view.text("information.heading") } }) }
                    <p class="ss-lead">{ view.text("information.lead") }</p>
                </div>
            </header>
            <div class="ss-in">
                <div class="ss-body">
                    <div class="ss-sec">
                        <h3 class="ss-head">{ view.text("information.checklist_heading") }</h3>
                        <div class="ss-sec__main">
                            <ul class="ss-list ss-sentences">
                                for line in checklist(&wording) {
                                    <li>{ line }</li>
                                }
                            </ul>
                        </div>
                    </div>
                    { body(view, &information_blocks(&wording)) }
                    <div class="ss-notice ss-notice--help">
                        { icon("support") }
                        <p>{ with_links(view, "intro.crisis", "ss-link ss-link--warm") }</p>
                    </div>
                </div>
            </div>
            { footer(view, false, html! { { view.text("ui.not_a_diagnosis") } }) }
        </>
    };
    Card { tone: Some("calm"), ..Card::of("information") }.around(view, content)
}
