//! A whole number, typed; or one of the answers below it.

use web_sys::HtmlInputElement;
use yew::{Callback, FocusEvent, Html, InputEvent, TargetCast, html};

use super::View;
use super::question_words::{QuestionWords, option_words};
use crate::questionnaire::ItemIndex;
use crate::session::Action;

/// Shows an integer item.
pub fn number_question(view: &View, item: ItemIndex, words: QuestionWords) -> Html {
    let plan = &view.questionnaire()[item];
    let chosen = view.visit.session.answers.options(item);
    let oninput: Callback<InputEvent> = view.act.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Action::Type { item, text }
    });
    let onblur: Callback<FocusEvent> = view.on(Action::Commit);
    let id = format!("ss-{}", plan.link_id);
    html! {
        <fieldset data-item={plan.link_id.to_string()} data-missing={words.invalid.then_some("true")}>
            <legend class="ss-q">{ words.legend }</legend>
            { words.below }
            <div class="ss-field">
                <div class="ss-unit">
                    <input class="ss-input" {id} name={plan.link_id.to_string()} inputmode="numeric" autocomplete="off" maxlength="6"
                        aria-label={view.wording().question(item).to_string()} value={view.visit.session.typed(item)}
                        aria-invalid={words.invalid.then_some("true")} aria-describedby={words.described_by} {oninput} {onblur} />
                    <span class="ss-quiet" aria-hidden="true">{ view.item_text(item, "unit") }</span>
                </div>
            </div>
            if !plan.options.is_empty() {
                <div class="ss-options">
                    <p class="ss-or">{ view.text("ui.or") }</p>
                    for (option, answer) in plan.options.iter().enumerate() {
                        <label key={answer.code.as_str()} class="ss-option">
                            <input type="radio" name={plan.link_id.to_string()} value={answer.code.to_string()}
                                checked={chosen.contains(option)}
                                onchange={view.on::<yew::Event>(Action::Choose { item, option, committed: true })} />
                            { option_words(view, item, option) }
                        </label>
                    }
                </div>
            }
            { words.origin }
        </fieldset>
    }
}
