//! What leaves the room: which answers and which factors a summary holds, however it leaves. It is decided here and nowhere
//! else; pages and texts draw what they are given.

use super::Report;
use crate::questionnaire::{FactorIndex, ItemIndex, Questionnaire};
use crate::screening::{Answer, Answers, Screening};
use crate::wording::Wording;

/// An answer as a summary tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Which item it is to.
    pub item: ItemIndex,
    /// What was asked.
    pub question: String,
    /// What was answered, or that nothing was.
    pub answer: String,
}

impl Said {
    /// The question with what stands between it and its answer.
    #[must_use]
    pub fn asked(&self) -> String {
        let ends = self.question.ends_with(['?', '؟', ':', '.', '!']);
        format!("{}{} ", self.question, if ends { "" } else { ":" })
    }
}

/// Lists the answers that a summary of this report holds: those that are asked, in order.
#[must_use]
pub fn said(wording: &Wording, report: &Report, screening: &Screening, answers: &Answers) -> Vec<Said> {
    let kept_back = KeptBack::of(wording.questionnaire, report.include_private);
    let said = |item: &ItemIndex| Said {
        item: *item,
        question: wording.question_in_summary(*item),
        answer: answer_text(wording, answers, *item).unwrap_or_else(|| wording.text("check_answers.blank")),
    };
    screening.enabled.iter().filter(|item| !kept_back.items.contains(item)).map(said).collect()
}

/// Words an answer as it is shown to the visitor; none if there is no valid one.
#[must_use]
pub fn answer_text(wording: &Wording, answers: &Answers, item: ItemIndex) -> Option<String> {
    match answers.get(item)? {
        Answer::Number(number) => {
            match wording.words.get(&format!("items.{}.unit", wording.questionnaire[item].link_id)) {
                Some(unit) => Some(format!("{number} {unit}")),
                None => Some(number.to_string()),
            }
        }
        Answer::Options(options) => {
            let texts: Vec<_> = options.iter().map(|option| wording.option(item, option).0).collect();
            Some(texts.join("; "))
        }
    }
}

/// What a summary keeps back: all that is private, unless the visitor says otherwise.
pub struct KeptBack<'a> {
    /// These answers.
    pub items: &'a [ItemIndex],
    /// These factors.
    pub factors: &'a [FactorIndex],
}

impl<'a> KeptBack<'a> {
    /// Decides it.
    pub fn of(questionnaire: &'a Questionnaire, include_private: bool) -> Self {
        if include_private {
            Self { items: &[], factors: &[] }
        } else {
            Self { items: &questionnaire.private_items, factors: &questionnaire.private_factors }
        }
    }
}
