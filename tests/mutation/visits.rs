//! The visits of the named cases as the built-in screen sees them, to tell which of them a change could touch.

use std::collections::BTreeMap;

use selfscreen::questionnaire::{Criterion, Questionnaire, Special};
use selfscreen::screening::{Answer, Facts};
use selfscreen::settings::{Settings, settle};

use super::mutant::Touches;
use crate::named::Case;

/// Settles what each clinic of the cases sets.
pub fn settle_all(questionnaire: &Questionnaire, cases: &[Case]) -> BTreeMap<String, Settings> {
    cases.iter().map(|case| (case.clinic.clone(), settle(questionnaire, &case.config).0)).collect()
}

/// The visits of the cases, in their order.
pub struct Visits<'a> {
    questionnaire: &'a Questionnaire,
    cases: &'a [Case],
    facts: Vec<Facts<'a>>,
}

impl<'a> Visits<'a> {
    pub fn of(questionnaire: &'a Questionnaire, settled: &'a BTreeMap<String, Settings>, cases: &'a [Case]) -> Self {
        let facts = cases.iter().map(|case| Facts::of(questionnaire, &settled[&case.clinic], &case.answers)).collect();
        Self { questionnaire, cases, facts }
    }

    /// Tells for each case whether a change could touch it.
    pub fn touched(&self, touches: &Touches, changed: &Questionnaire) -> Vec<bool> {
        let pairs = match touches {
            Touches::Conditions => self.changed_conditions(changed),
            _ => Vec::new(),
        };
        let visits = self.facts.iter().zip(self.cases);
        visits.map(|(facts, case)| self.is_touched(touches, &pairs, facts, case)).collect()
    }

    fn is_touched(&self, touches: &Touches, pairs: &[Pair], facts: &Facts, case: &Case) -> bool {
        let raises = |id: &str| case.config.get("stricter").is_some_and(|map| map.get(id).is_some());
        match touches {
            Touches::Any => true,
            // Where each changed condition holds as it did, everything else follows as it did.
            Touches::Conditions => pairs.iter().any(|(before, after)| holds(facts, *before) != holds(facts, *after)),
            Touches::Factor(id) => {
                raises(id)
                    || self.questionnaire.rule(id).is_some_and(|rule| {
                        let rule = &self.questionnaire[rule];
                        holds(facts, Some(&rule.when)) || holds(facts, rule.unsure_when.as_ref())
                    })
            }
            Touches::Raise(id) => raises(id),
            Touches::Gap(id) => self.questionnaire.item(id).is_some_and(|item| {
                let refusal = self.questionnaire[item].special(Special::RatherNotSay);
                let refused = |answer| matches!((answer, refusal), (Answer::Options(o), Some(r)) if o.contains(r));
                facts.is_enabled(item) && facts.answer(item).is_none_or(refused)
            }),
            Touches::Score(id) => self
                .questionnaire
                .score(id)
                .is_some_and(|score| self.questionnaire[score].items.iter().any(|item| facts.is_enabled(*item))),
        }
    }

    /// The conditions that differ, as they were and as they are.
    fn changed_conditions<'b>(&'b self, changed: &'b Questionnaire) -> Vec<Pair<'b>> {
        let (before, after) = (conditions(self.questionnaire), conditions(changed));
        assert_eq!(before.len(), after.len(), "a change of a condition adds none and takes none away");
        before.into_iter().zip(after).filter(|(before, after)| before != after).collect()
    }
}

/// A condition before and after a change; none stands for one that never holds.
type Pair<'a> = (Option<&'a Criterion>, Option<&'a Criterion>);

fn holds(facts: &Facts, condition: Option<&Criterion>) -> bool {
    condition.is_some_and(|condition| facts.holds(condition))
}

/// Every condition of a screen, in a fixed order.
fn conditions(screen: &Questionnaire) -> Vec<Option<&Criterion>> {
    let mut found: Vec<Option<&Criterion>> = Vec::new();
    found.extend(screen.sections.iter().map(|section| Some(&section.enable_when)));
    found.extend(screen.pages.iter().map(|page| Some(&page.enable_when)));
    found.extend(screen.items.iter().map(|item| Some(&item.enable_when)));
    found.extend(screen.defs.iter().map(Some));
    found.extend(screen.rules.iter().flat_map(|rule| [Some(&rule.when), rule.unsure_when.as_ref()]));
    found.extend(screen.conditions.iter().map(|condition| Some(&condition.chosen_when)));
    found.extend(screen.indications.iter().map(|indication| Some(&indication.met_when)));
    found.extend(screen.other_reasons.iter().map(|reason| Some(&reason.when)));
    let crisis = &screen.crisis;
    found.extend([&crisis.pause_when, &crisis.pause_spoken_when, &crisis.banner_when].map(Some));
    found
}
