//! A row of numbers with a word at each end.

use yew::{Callback, Html, html};

use super::View;
use super::question_words::QuestionWords;
use super::words::fresh;
use crate::questionnaire::ItemIndex;
use crate::screening::Answer;
use crate::session::Action;

/// Shows a scale item as one labelled group of radio buttons.
pub fn scale_question(view: &View, item: ItemIndex, [min, max]: [i32; 2], words: QuestionWords) -> Html {
    let plan = &view.questionnaire()[item];
    let chosen = view.visit.session.answers.get(item);
    let onchange = |number: i32| -> Callback<yew::Event> { view.on(Action::Rate { item, number }) };
    let (low, high) = (view.item_text(item, "min_label"), view.item_text(item, "max_label"));
    // The end numbers carry their words, so that they are heard with the number and not only seen beside it.
    let end = |number: i32| {
        let label = if number == min { low.clone() } else { high.clone().filter(|_| number == max) };
        label.map(|label| html! { <span class="ss-vh">{ format!(", {label}") }</span> })
    };
    html! {
        <fieldset role="radiogroup" aria-describedby={words.described_by} aria-invalid={words.invalid.then_some("true")}
            data-item={plan.link_id.to_string()} data-missing={words.invalid.then_some("true")}>
            <legend class="ss-q">{ words.legend }</legend>
            { words.below }
            <div class="ss-rating">
                <p class="ss-rating__low" aria-hidden="true">{ low.clone() }</p>
                <div class="ss-options ss-options--numbers">
                    for number in min..=max {
                        <label key={number} class="ss-option">
                            <input type="radio" name={plan.link_id.to_string()} value={number.to_string()}
                                checked={chosen == Some(Answer::Number(number))} onchange={onchange(number)} />
                            <span class="ss-option__text">{ fresh(number.to_string()) }{ end(number) }</span>
                        </label>
                    }
                </div>
                <p class="ss-rating__high" aria-hidden="true">{ high.clone() }</p>
            </div>
            { words.origin }
        </fieldset>
    }
}
