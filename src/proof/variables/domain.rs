//! What an item can be answered with.

use std::collections::BTreeSet;

use num_bigint::BigUint;

use crate::questionnaire::{Criterion, ItemIndex, ItemKind, OptionSet, Questionnaire, Special};
use crate::screening::Answer;

/// What an item can be answered with.
#[derive(Debug, Clone)]
pub enum Domain {
    /// Any set of ticks; none of them is "left blank".
    Ticks {
        /// How many options there are.
        options: usize,
        /// The option "none of these", which adds nothing beside others.
        none: Option<usize>,
    },
    /// One of these; the first is "left blank".
    Values(Vec<Value>),
}

/// An answer, or several that no rule can tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// The answer, the smallest one if it covers several numbers; none for "left blank".
    pub answer: Option<Answer>,
    /// How many answers it covers.
    pub stands_for: u32,
}

impl Domain {
    /// Counts the answers, "left blank" among them, as they are once read.
    fn count(&self) -> BigUint {
        match self {
            // "None of these" beside others is read as the others alone.
            Self::Ticks { options, none: Some(_) } => (BigUint::from(1_u8) << (options - 1)) + 1_u8,
            Self::Ticks { options, none: None } => BigUint::from(1_u8) << *options,
            Self::Values(values) => values.iter().map(|value| BigUint::from(value.stands_for)).sum(),
        }
    }
}

/// Counts the sets of answers.
pub fn count(domains: &[Domain]) -> BigUint {
    domains.iter().map(Domain::count).product()
}

/// Lists what each item can be answered with.
pub fn domains(questionnaire: &Questionnaire, cuts: &[(ItemIndex, i32)]) -> Vec<Domain> {
    let cuts = all_cuts(questionnaire, cuts);
    questionnaire.item_indices().map(|item| domain(questionnaire, item, &cuts)).collect()
}

fn domain(questionnaire: &Questionnaire, index: ItemIndex, cuts: &BTreeSet<(ItemIndex, i32)>) -> Domain {
    let item = &questionnaire[index];
    let mut values = vec![Value { answer: None, stands_for: 1 }];
    match item.kind {
        ItemKind::MultiChoice => {
            return Domain::Ticks { options: item.options.len(), none: item.special(Special::None) };
        }
        ItemKind::Choice => {}
        ItemKind::Integer { min, max } | ItemKind::Scale { min, max } => {
            let added_up = questionnaire.scores.iter().any(|score| score.items.contains(&index));
            let mut starts: BTreeSet<i32> = if added_up { (min..=max).collect() } else { [min].into() };
            starts.extend(
                cuts.iter().filter(|(item, cut)| *item == index && (min..=max).contains(cut)).map(|(_, cut)| cut),
            );
            let starts: Vec<i32> = starts.into_iter().collect();
            for (place, from) in starts.iter().enumerate() {
                let stands_for = starts.get(place + 1).map_or(max.abs_diff(*from) + 1, |next| next.abs_diff(*from));
                values.push(Value { answer: Some(Answer::Number(*from)), stands_for });
            }
        }
    }
    let options = (0..item.options.len()).map(|option| Answer::Options(OptionSet::one(option)));
    values.extend(options.map(|answer| Value { answer: Some(answer), stands_for: 1 }));
    Domain::Values(values)
}

/// The numbers from which on a comparison may come out differently.
fn all_cuts(questionnaire: &Questionnaire, cuts: &[(ItemIndex, i32)]) -> BTreeSet<(ItemIndex, i32)> {
    let mut all: BTreeSet<_> = cuts.iter().copied().collect();
    each_criterion(questionnaire, &mut |criterion| {
        if let Criterion::Number { item, value, .. } = criterion {
            // Beyond these no number is allowed, so that nothing is lost where they are clamped.
            #[allow(clippy::cast_possible_truncation, reason = "whole numbers; a cast clamps at the limits of i32")]
            all.extend([value.ceil() as i32, (value.floor() as i32).saturating_add(1)].map(|number| (*item, number)));
        }
    });
    all
}

/// Visits every part of every criterion there is.
pub fn each_criterion<'a>(questionnaire: &'a Questionnaire, see: &mut dyn FnMut(&'a Criterion)) {
    let q = questionnaire;
    q.sections.iter().for_each(|section| section.enable_when.visit(see));
    q.pages.iter().for_each(|page| page.enable_when.visit(see));
    q.items.iter().for_each(|item| item.enable_when.visit(see));
    q.defs.iter().for_each(|def| def.visit(see));
    q.conditions.iter().for_each(|condition| condition.chosen_when.visit(see));
    q.indications.iter().for_each(|indication| indication.met_when.visit(see));
    q.other_reasons.iter().for_each(|reason| reason.when.visit(see));
    for rule in &q.rules {
        rule.when.visit(see);
        rule.unsure_when.iter().for_each(|when| when.visit(see));
    }
    [&q.crisis.pause_when, &q.crisis.pause_spoken_when, &q.crisis.banner_when].iter().for_each(|when| when.visit(see));
}
