//! A tick list: a labelled group of checkboxes, the answers that clear the others set apart.

use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, TargetCast, html};

use super::View;
use super::question_words::{QuestionWords, option_words};
use super::words::fresh;
use crate::questionnaire::ItemIndex;
use crate::session::Action;

/// Shows a multiple-choice item.
///
/// When ticking one answer clears others, that is announced politely.
pub fn multi_choice_question(view: &View, item: ItemIndex, words: QuestionWords) -> Html {
    let plan = &view.questionnaire()[item];
    let ticked = view.visit.session.answers.options(item);
    let onchange = |option: usize| {
        let act = view.act.clone();
        Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            act.emit(Action::Tick { item, option, on });
        })
    };
    let option = |option: usize| {
        let answer = &plan.options[option];
        html! {
            <label key={answer.code.as_str()} class="ss-option">
                <input type="checkbox" name={plan.link_id.to_string()} value={answer.code.to_string()}
                    checked={ticked.contains(option)} onchange={onchange(option)} />
                { option_words(view, item, option) }
            </label>
        }
    };
    let first_special = plan.options.iter().position(|option| option.special.is_some()).unwrap_or(plan.options.len());
    let announcement = view.visit.session.cleared_others.then(|| fresh(view.text("ui.others_cleared")));
    html! {
        <fieldset aria-describedby={words.described_by} data-item={plan.link_id.to_string()}
            data-missing={words.invalid.then_some("true")}>
            <legend class="ss-q">{ words.legend }</legend>
            { words.below }
            <div class="ss-options">
                { for (0..first_special).map(option) }
                if first_special < plan.options.len() && first_special > 0 {
                    <p class="ss-or" key="or">{ view.text("ui.or") }</p>
                }
                { for (first_special..plan.options.len()).map(option) }
            </div>
            <p class="ss-vh" role="status">{ announcement }</p>
            { words.origin }
        </fieldset>
    }
}
