//! Whether conditions can hold together: every way is tried, and each part rules answers out.
//!
//! Items are asked or not as their own conditions say; scores are taken to be free of their items.
//! So a "no" is certain, and a "yes" may be too kind: the proofs know better, and take longer.

use std::collections::BTreeSet;

use super::world::{Step, World};
use crate::questionnaire::{Criterion, ItemIndex, Method, Missing, Questionnaire, Score};

/// After so many steps a question counts as answered with yes.
const PATIENCE: usize = 20_000;

/// Thinks conditions of one questionnaire through.
pub struct Reasoner<'a> {
    questionnaire: &'a Questionnaire,
    asked: Vec<Criterion>,
    values: Vec<Vec<f64>>,
    open: World,
}

/// Something that is to be so, or not.
#[derive(Clone, Copy)]
enum Goal<'a> {
    Criterion(&'a Criterion, bool),
    Tick(usize, usize),
}

impl<'a> Reasoner<'a> {
    /// Learns when each item is asked, and which values each score can have.
    pub fn new(questionnaire: &'a Questionnaire) -> Self {
        let asked = questionnaire.item_indices().map(|item| Criterion::All(asked(questionnaire, item)));
        let values: Vec<_> = questionnaire.scores.iter().map(|score| values(questionnaire, score)).collect();
        let open = World::open(questionnaire, &values);
        Self { questionnaire, asked: asked.collect(), values, open }
    }

    /// Lists the values a score can have, lowest first.
    pub fn values(&self, score: usize) -> &[f64] {
        &self.values[score]
    }

    /// Gives the condition on which an item is asked, its page's and its section's included.
    pub fn asked(&self, item: ItemIndex) -> &Criterion {
        &self.asked[item.get()]
    }

    /// Tells whether some visit can make all of `hold` hold, and none of `fail`.
    pub fn can<'b>(
        &'b self,
        hold: impl IntoIterator<Item = &'b Criterion>,
        fail: impl IntoIterator<Item = &'b Criterion>,
    ) -> bool {
        let hold = hold.into_iter().map(|criterion| Goal::Criterion(criterion, true));
        let goals = hold.chain(fail.into_iter().map(|criterion| Goal::Criterion(criterion, false))).collect();
        Search { reasoner: self, steps: 0 }.finds(self.open.clone(), goals, Vec::new())
    }
}

struct Search<'a> {
    reasoner: &'a Reasoner<'a>,
    steps: usize,
}

impl<'a> Search<'a> {
    fn finds(&mut self, mut world: World, mut goals: Vec<Goal<'a>>, mut splits: Vec<Vec<Goal<'a>>>) -> bool {
        let questionnaire = self.reasoner.questionnaire;
        while let Some(goal) = goals.pop() {
            self.steps += 1;
            let step = match goal {
                Goal::Tick(item, option) => world.tick(questionnaire, item, option),
                Goal::Criterion(criterion, wanted) => match criterion {
                    Criterion::Always if wanted => Step::Known,
                    Criterion::Always => Step::Contradiction,
                    Criterion::Not(part) => {
                        goals.push(Goal::Criterion(part, !wanted));
                        Step::Known
                    }
                    Criterion::Ref(def) => {
                        goals.push(Goal::Criterion(&questionnaire.defs[*def], wanted));
                        Step::Known
                    }
                    Criterion::All(parts) | Criterion::Any(parts) => {
                        let parts = parts.iter().map(|part| Goal::Criterion(part, wanted));
                        if matches!(criterion, Criterion::All(_)) == wanted {
                            goals.extend(parts);
                        } else {
                            splits.push(parts.collect());
                        }
                        Step::Known
                    }
                    test => world.learn(questionnaire, &self.reasoner.values, test, wanted),
                },
            };
            match step {
                Step::Contradiction => return false,
                Step::Known => {}
                Step::Asked(item, asked) => goals.push(Goal::Criterion(&self.reasoner.asked[item], asked)),
                Step::OneOf(item, options) => splits.push(options.iter().map(|tick| Goal::Tick(item, tick)).collect()),
            }
        }
        if self.steps > PATIENCE {
            return true;
        }
        // The narrowest choice first: it is the likeliest to fail.
        let Some(narrowest) = (0..splits.len()).min_by_key(|split| splits[*split].len()) else { return true };
        let ways = splits.swap_remove(narrowest);
        ways.into_iter().any(|way| self.finds(world.clone(), vec![way], splits.clone()))
    }
}

fn asked(questionnaire: &Questionnaire, item: ItemIndex) -> Vec<Criterion> {
    let page = &questionnaire[questionnaire[item].page];
    let section = &questionnaire.sections[page.section];
    vec![section.enable_when.clone(), page.enable_when.clone(), questionnaire[item].enable_when.clone()]
}

/// Lists the values a score can have, lowest first.
fn values(questionnaire: &Questionnaire, score: &Score) -> Vec<f64> {
    let first = score.items.first().map(|item| questionnaire[*item].page);
    let mut sums = BTreeSet::from([(0, 0)]);
    for item in &score.items {
        let own = &questionnaire[*item];
        let left_out =
            score.missing == Missing::CountAsZero || own.enable_when != Criterion::Always || Some(own.page) != first;
        let numbers = match own.kind {
            crate::questionnaire::ItemKind::Integer { min, max }
            | crate::questionnaire::ItemKind::Scale { min, max } => (min..=max).collect(),
            _ => own.options.iter().map(|option| option.score.unwrap_or_default()).collect::<BTreeSet<_>>(),
        };
        let numbers: BTreeSet<_> =
            numbers.into_iter().map(|n| if score.method == Method::Count { i32::from(n > 0) } else { n }).collect();
        let with =
            |(total, parts): &(i32, i32)| numbers.iter().map(|number| (total + number, parts + 1)).collect::<Vec<_>>();
        let mut next: BTreeSet<_> = sums.iter().flat_map(with).collect();
        if left_out {
            next.append(&mut sums);
        }
        sums = next;
    }
    let part = |parts: i32| if score.method == Method::Mean { f64::from(parts) } else { 1.0 };
    let asked = sums.into_iter().filter(|(_, parts)| *parts > 0);
    let mut values: Vec<_> = asked.map(|(total, parts)| f64::from(total) / part(parts)).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    values
}

#[cfg(test)]
mod tests;
