//! One page of questions: progress, the questions, Continue, and what is missing.

use web_sys::HtmlInputElement;
use yew::{Callback, Html, KeyboardEvent, TargetCast, html};

use super::View;
use super::card::{Card, heading, question_footer, top_bar};
use super::disclosure::why_text;
use super::item::question;
use super::progress_bar::progress_bar;
use crate::questionnaire::PageIndex;
use crate::session::Action;

/// Shows the questions of a page; Enter in a field is Continue.
pub fn question_page(view: &View, page: PageIndex) -> Html {
    let plan = &view.questionnaire()[page];
    let path = format!("pages.{}", plan.id);
    let page_text = |key: &str| view.words().get(&format!("{path}.{key}")).map(yew::AttrValue::from);
    let asked = view.visit.session.asked(view.questionnaire(), &view.visit.settings, page);
    // A page with one question needs no title above it: the question is the heading.
    let alone = plan.items.len() == 1;
    // A form in a sealed frame is never sent, and does not even say that it would be.
    let act = view.act.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && event.target_dyn_into::<HtmlInputElement>().is_some() {
            act.emit(Action::Continue);
        }
    });
    let content = html! {
        <>
            <div class="ss-in ss-in--narrow">
                { top_bar(view) }
                { progress_bar(view, page) }
                <div class="ss-step ss-step--in" {onkeydown} key={plan.id.as_str()}>
                    if !alone {
                        { heading("ss-title", html! { { view.text(&format!("{path}.title")) } }) }
                    }
                    if let Some(intro) = page_text("intro") {
                        <p class="ss-hint">{ intro }</p>
                    }
                    { why_text(view.text("ui.why_we_ask"), page_text("why_we_ask")) }
                    for item in asked {
                        { question(view, item, alone) }
                    }
                    { why_text(view.text("ui.where_from"), page_text("attribution")) }
                    { actions(view) }
                </div>
            </div>
            { question_footer(view, true) }
        </>
    };
    Card { page: Some(plan.id.to_string().into()), ..Card::of("page") }.around(view, content)
}

/// Continue; and Skip for now, once something is missing.
fn actions(view: &View) -> Html {
    html! {
        <div class="ss-actions">
            <button type="button" class="ss-btn ss-btn--main" data-action="continue" onclick={view.on(Action::Continue)}>
                { view.text("ui.continue") }
            </button>
            if view.visit.session.nudging {
                <button type="button" class="ss-btn ss-btn--line" data-action="skip" onclick={view.on(Action::Skip)}>
                    { view.text("nudge.skip_button") }
                </button>
            }
        </div>
    }
}
