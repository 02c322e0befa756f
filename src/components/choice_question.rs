//! A single choice: one labelled group of radio buttons.

use web_sys::HtmlElement;
use yew::{Callback, FocusEvent, Html, KeyboardEvent, MouseEvent, PointerEvent, TargetCast, classes, html};

use super::View;
use super::question_words::{QuestionWords, option_words};
use super::view::Handling;
use crate::questionnaire::ItemIndex;
use crate::session::Action;

/// Shows a single-choice item.
///
/// The arrow keys choose what they pass over, as browsers have it; such an answer is only meant once the visitor presses
/// it, leaves the group or goes on.
pub fn choice_question(view: &View, item: ItemIndex, words: QuestionWords) -> Html {
    let plan = &view.questionnaire()[item];
    let handling = &view.handling;
    let chosen = view.visit.session.answers.options(item);
    let scale_page = view.questionnaire()[plan.page].scale_page;

    let onkeydown = {
        let (handling, commit) = (handling.clone(), view.on::<()>(Action::Commit));
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            handling.borrow_mut().by_arrow = key.starts_with("Arrow");
            if key == " " || key == "Enter" {
                commit.emit(());
            }
        })
    };
    let onpointerdown = {
        let handling = handling.clone();
        Callback::from(move |_: PointerEvent| *handling.borrow_mut() = Handling { by_arrow: false, pointer_down: true })
    };
    let onfocusout = {
        let (handling, commit) = (handling.clone(), view.on::<()>(Action::Commit));
        Callback::from(move |event: FocusEvent| {
            let group = event.current_target_of();
            let inside = event.related_target_in(group.as_ref());
            if !inside && !handling.borrow().pointer_down {
                commit.emit(());
            }
        })
    };
    let onchange = |option: usize| {
        let (handling, act, item) = (handling.clone(), view.act.clone(), item);
        Callback::from(move |_| {
            let committed = !std::mem::take(&mut handling.borrow_mut().by_arrow);
            handling.borrow_mut().pointer_down = false;
            act.emit(Action::Choose { item, option, committed });
        })
    };
    // Pressing what the arrow keys had reached changes nothing, so that only the press itself tells of it.
    let onclick = |option: usize| {
        let (commit, already) = (view.on::<()>(Action::Commit), chosen.contains(option));
        Callback::from(move |event: MouseEvent| {
            if already && event.detail() > 0 {
                commit.emit(());
            }
        })
    };
    html! {
        <fieldset role="radiogroup" aria-describedby={words.described_by} aria-invalid={words.invalid.then_some("true")}
            data-item={plan.link_id.to_string()} data-missing={words.invalid.then_some("true")}
            {onkeydown} {onpointerdown} {onfocusout}>
            <legend class="ss-q">{ words.legend }</legend>
            { words.below }
            <div class={classes!("ss-options", scale_page.then_some("ss-options--scale"))} data-count={plan.options.len().to_string()}>
                for (option, answer) in plan.options.iter().enumerate() {
                    <label key={answer.code.as_str()} class="ss-option">
                        <input type="radio" name={plan.link_id.to_string()} value={answer.code.to_string()}
                            checked={chosen.contains(option)} onchange={onchange(option)} onclick={onclick(option)} />
                        { option_words(view, item, option) }
                    </label>
                }
            </div>
            { words.origin }
        </fieldset>
    }
}

/// Where the focus goes, as far as a group needs to know.
trait LeavesGroup {
    fn current_target_of(&self) -> Option<HtmlElement>;
    fn related_target_in(&self, group: Option<&HtmlElement>) -> bool;
}

impl LeavesGroup for FocusEvent {
    fn current_target_of(&self) -> Option<HtmlElement> {
        let target: HtmlElement = self.target_unchecked_into();
        target.closest("fieldset").ok()?.map(wasm_bindgen::JsCast::unchecked_into)
    }

    fn related_target_in(&self, group: Option<&HtmlElement>) -> bool {
        let next: Option<web_sys::Node> = self.related_target().map(wasm_bindgen::JsCast::unchecked_into);
        group.is_some_and(|group| group.contains(next.as_ref()) && next.is_some())
    }
}
