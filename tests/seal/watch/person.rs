//! Someone who visits: their answers, what the page around may not learn of them, and what they do on the way.

use std::collections::{BTreeMap, BTreeSet};

use selfscreen::questionnaire::{Class, ItemIndex, ItemKind, OptionSet, Special};
use selfscreen::screening::{Answer, Answers, Certainty, Factor, Screening};
use serde_json::json;

use crate::common::{Told, ketamine, outcome};

/// Someone who visits.
#[derive(Debug, Clone)]
pub struct Person {
    /// The answers by link id, as the walk through a visit takes them.
    pub told: Told,
    /// The screen at the end, if nothing is done but to go on; empty if that is not known.
    pub end: String,
    /// What the page around may not be able to tell: each with its word for this visit.
    pub secrets: BTreeMap<&'static str, String>,
    /// What is done on the way, other than going on.
    pub way: Way,
    /// Goes from answer to answer with the Tab key.
    pub tabs: bool,
}

/// What someone does on the way through a visit.
#[derive(Debug, Clone, Copy)]
pub enum Way {
    /// Goes on to the end.
    On,
    /// Closes the stage after so many screens.
    Closes(usize),
    /// Does something once at the first screen of this kind: presses this, and changes an answer.
    Turns { at: &'static str, press: &'static str, changed: Option<(&'static str, &'static str)> },
}

impl Person {
    /// Someone who gives these answers, and goes on to the end.
    pub fn new(condition: &str, answers: &Answers, screening: &Screening, tabs: bool) -> Self {
        let (questionnaire, outcome) = (ketamine(), outcome(screening));
        let urgent = outcome == "urgent";
        let yes_or_no = |yes| if yes { "yes" } else { "no" }.to_owned();
        let is_stop = |factor: &Factor| factor.certainty == Certainty::Certain && factor.headline == Class::Stop;
        let is_doubt = |item: &ItemIndex| {
            let not_sure = questionnaire[*item].special(Special::NotSure);
            not_sure.is_some_and(|option| answers.options(*item).contains(option))
        };
        let secrets = [
            ("condition", condition.to_owned()),
            ("outcome", outcome.to_owned()),
            ("a stop", yes_or_no(screening.factors.iter().any(is_stop))),
            ("a doubt", yes_or_no(screening.enabled.iter().any(is_doubt))),
            ("a blank", yes_or_no(!screening.unanswered.is_empty())),
            // An urgent visit ends before most of its pages.
            ("pages", if urgent { CUT_SHORT.to_owned() } else { pages(screening) }),
        ];
        let end = format!("{} {outcome}", if urgent { "urgent" } else { "result" });
        Self { told: told(answers), end, secrets: secrets.into(), way: Way::On, tabs }
    }
}

/// What stands for the number of pages of an urgent visit.
pub const CUT_SHORT: &str = "cut short";

/// How many pages a visit has.
pub fn pages(screening: &Screening) -> String {
    let pages: BTreeSet<_> = screening.enabled.iter().map(|item| ketamine()[*item].page.get()).collect();
    pages.len().to_string()
}

/// Answers as a walk takes them.
fn told(answers: &Answers) -> Told {
    let questionnaire = ketamine();
    let value = |index: ItemIndex| {
        let item = &questionnaire[index];
        let codes = |options: OptionSet| -> Vec<_> {
            options.iter().map(|option| item.options[option].code.to_string()).collect()
        };
        Some(match (answers.get(index)?, item.kind) {
            (Answer::Number(number), _) => json!(number),
            (Answer::Options(options), ItemKind::MultiChoice) => json!(codes(options)),
            (Answer::Options(options), _) => json!(codes(options).concat()),
        })
    };
    let items = questionnaire.item_indices();
    items.filter_map(|index| Some((questionnaire[index].link_id.to_string(), value(index)?))).collect()
}
