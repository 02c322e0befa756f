//! One page of questions: progress, the questions, Continue, and what is missing.

use yew::{Callback, Html, SubmitEvent, html};

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
    let asked = view.session.asked(view.questionnaire(), &view.settings, page);
    // A page with one question needs no title above it: the question is the heading.
    let alone = plan.items.len() == 1;
    let onsubmit: Callback<SubmitEvent> = view.act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Continue
    });
    let content = html! {
        <>
            <div class="ss-in ss-in--narrow">
                { top_bar(view) }
                { progress_bar(view, page) }
                <form class="ss-step ss-step--in" novalidate=true {onsubmit} key={plan.id.as_str()}>
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
                </form>
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
            <button type="submit" class="ss-btn ss-btn--main" data-action="continue">{ view.text("ui.continue") }</button>
            if view.session.nudging {
                <button type="button" class="ss-btn ss-btn--line" data-action="skip" onclick={view.on(Action::Skip)}>
                    { view.text("nudge.skip_button") }
                </button>
            }
        </div>
    }
}
