//! What set a factor, for people who ask why: the tests that the engine evaluated, with the answers that decided them.

use super::{Answer, Certainty, Factor, Facts, Truth};
use crate::questionnaire::{Criterion, ItemIndex, OptionSet, Special};

/// A test that set a factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The test; of the options that it names, it has those that were chosen.
    pub test: Criterion,
    /// Whether it holds: a factor may rest on a test that does not.
    pub holds: bool,
    /// The items whose answers decided it; none if the clinic's settings did.
    pub items: Vec<ItemIndex>,
}

impl<'a> Facts<'a> {
    /// Lists what set a factor.
    #[must_use]
    pub fn evidence(&self, factor: &Factor) -> Vec<Evidence> {
        let rule = &self.questionnaire[factor.rule];
        let when = match factor.certainty {
            Certainty::Certain => Some(&rule.when),
            Certainty::Unsure => rule.unsure_when.as_ref(),
        };
        let mut found = Vec::new();
        when.into_iter().for_each(|when| self.follow(when, &mut found));
        found
    }

    /// Goes to the tests through the parts that came out as the whole did; the others did not set it.
    fn follow(&self, criterion: &'a Criterion, found: &mut Vec<Evidence>) {
        match criterion {
            Criterion::Always => {}
            Criterion::All(parts) | Criterion::Any(parts) => {
                let whole = self.truth(criterion);
                // Where all parts have to hold, the first that fails is enough.
                let enough = if matches!(criterion, Criterion::All(_)) && whole == Truth::No { 1 } else { parts.len() };
                let decided = parts.iter().filter(|part| self.truth(part) == whole).take(enough);
                decided.for_each(|part| self.follow(part, found));
            }
            Criterion::Not(part) => self.follow(part, found),
            Criterion::Ref(def) => self.follow(&self.questionnaire.defs[*def], found),
            Criterion::SafetyGap => found.extend(self.safety_gaps().into_iter().map(|item| self.gap(item))),
            test => {
                let evidence = self.tested(test);
                if !found.contains(&evidence) {
                    found.push(evidence);
                }
            }
        }
    }

    fn tested(&self, test: &Criterion) -> Evidence {
        let holds = self.holds(test);
        let (test, items) = match test {
            Criterion::Chosen { item, options } if holds => {
                let chosen = options.iter().filter(|option| self.options(*item).contains(*option));
                let options = chosen.fold(OptionSet::default(), OptionSet::with);
                (Criterion::Chosen { item: *item, options }, vec![*item])
            }
            Criterion::Chosen { item, .. }
            | Criterion::Answered(item)
            | Criterion::Skipped(item)
            | Criterion::Number { item, .. } => (test.clone(), vec![*item]),
            Criterion::Score { score, .. } | Criterion::Available { score, .. } => {
                (test.clone(), self.questionnaire[*score].items.clone())
            }
            _ => (test.clone(), Vec::new()),
        };
        Evidence { test, holds, items }
    }

    fn gap(&self, item: ItemIndex) -> Evidence {
        let refused = self.questionnaire[item].special(Special::RatherNotSay).map(OptionSet::one);
        let test = match (self.answer(item), refused) {
            (Some(Answer::Options(_)), Some(options)) => Criterion::Chosen { item, options },
            _ => Criterion::Skipped(item),
        };
        Evidence { test, holds: true, items: vec![item] }
    }
}
