//! One question, whatever kind it is: its words around its control.

use yew::{Html, html};

use super::View;
use super::choice_question::choice_question;
use super::multi_choice_question::multi_choice_question;
use super::number_question::number_question;
use super::question_words::QuestionWords;
use super::scale_question::scale_question;
use crate::questionnaire::{ItemIndex, ItemKind};

/// Shows an item with the control for its kind.
///
/// `alone` says that it is the only one of its page, so that its text is the page's heading.
pub fn question(view: &View, item: ItemIndex, alone: bool) -> Html {
    let words = QuestionWords::of(view, item, alone);
    let control = match view.questionnaire()[item].kind {
        ItemKind::Choice => choice_question(view, item, words),
        ItemKind::MultiChoice => multi_choice_question(view, item, words),
        ItemKind::Integer { .. } => number_question(view, item, words),
        ItemKind::Scale { min, max } => scale_question(view, item, [min, max], words),
    };
    let key = view.questionnaire()[item].link_id.to_string();
    // A legend stands on the edge of its fieldset: the space between questions needs a box around both.
    html! { <div class="ss-item" {key}>{ control }</div> }
}
