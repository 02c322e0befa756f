//! Questions whose answers nothing reads, and options that are left over beside others that are read.

use std::collections::{BTreeMap, BTreeSet};

use super::sites::{Site, enabling, sites};
use super::subject::{FindingList, LoadedScreen};
use crate::questionnaire::{Criterion, ItemIndex, ItemKind, Special};

/// What is read of each item: the options by place.
#[derive(Default)]
struct Reads {
    items: BTreeSet<ItemIndex>,
    options: BTreeMap<ItemIndex, BTreeSet<usize>>,
    scores: BTreeSet<usize>,
    scored: BTreeSet<ItemIndex>,
}

/// Looks at every item and its options.
pub fn check(subject: &LoadedScreen, report: &mut FindingList) {
    let questionnaire = &subject.questionnaire;
    let mut reads = Reads::default();
    sites(subject).iter().chain(&enabling(subject)).for_each(|site| reads.note(site));
    for (place, score) in questionnaire.scores.iter().enumerate() {
        if reads.scores.contains(&place) {
            reads.items.extend(&score.items);
            reads.scored.extend(&score.items);
        } else {
            let at = format!("/scores/{place}");
            let found = format!("score '{}', which no condition reads", score.id);
            report.add("unused-id", subject.name, (&at, score.id.as_str()), found, "a condition that uses it");
        }
    }
    for item in questionnaire.item_indices() {
        let (at, id) = (subject.item(item), subject.link_id(item));
        let scored = questionnaire.scores.iter().any(|score| score.items.contains(&item));
        if !reads.items.contains(&item) {
            if !scored {
                let expected = "a condition or a score that reads it, or no such question";
                report.add("unread-item", subject.name, (at, id), "a question whose answers change nothing", expected);
            }
        } else if let Some(read) = reads.options.get(&item).filter(|_| !reads.scored.contains(&item)) {
            for code in left_over(subject, item, read) {
                let found = format!("option '{code}', which changes nothing where others do");
                let expected = "a condition that reads it, or the first place in risk_order if it is reassuring";
                report.add("unread-option", subject.name, (at, id), found, expected);
            }
        }
    }
}

impl Reads {
    fn note(&mut self, site: &Site) {
        site.criterion.visit(&mut |part| match part {
            Criterion::Chosen { item, options } => {
                self.items.insert(*item);
                self.options.entry(*item).or_default().extend(options.iter());
            }
            Criterion::Answered(item) | Criterion::Skipped(item) | Criterion::Number { item, .. } => {
                self.items.insert(*item);
            }
            Criterion::Score { score, .. } | Criterion::Available { score, .. } => {
                self.scores.insert(score.get());
            }
            _ => {}
        });
    }
}

/// Lists the options of an item that nothing reads, though an answer like them should count.
///
/// The reassuring answer of a question is read by nothing, and rightly so: it is the first in the order of risk.
/// In a tick list it is "none of these". What may stay blank is for the visitor's own summary.
fn left_over<'a>(subject: &'a LoadedScreen, item: ItemIndex, read: &BTreeSet<usize>) -> Vec<&'a str> {
    let own = &subject.questionnaire[item];
    let reassuring = |code: &str| {
        let order = subject.file.risk_order.choice.0.iter().find(|(id, _)| id == own.link_id.as_str());
        order.is_none_or(|(_, steps)| steps.first().is_some_and(|first| first.iter().any(|known| known == code)))
    };
    let counts = |option: &crate::questionnaire::AnswerOption| match option.special {
        None if own.kind == ItemKind::MultiChoice => !own.optional,
        None => !reassuring(option.code.as_str()),
        // A doubt is never read as a no.
        Some(Special::NotSure | Special::AnyOfThem) => own.safety,
        Some(Special::None | Special::RatherNotSay) => false,
    };
    let unread = own.options.iter().enumerate().filter(|(place, option)| !read.contains(place) && counts(option));
    unread.map(|(_, option)| option.code.as_str()).collect()
}
