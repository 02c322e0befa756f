//! The evidence of each factor of every named case: the answers that set it, all of them, and no others.

use selfscreen::questionnaire::{ItemIndex, ItemKind, OptionSet, Questionnaire};
use selfscreen::screening::{Answer, Answers, Certainty, Evidence, Factor, Facts, screen};
use selfscreen::settings::{Settings, settle};

use crate::common::ketamine;
use crate::named::cases;

/// A factor of a named case.
struct Set<'a> {
    facts: &'a Facts<'a>,
    answers: &'a Answers,
    factor: &'a Factor,
    evidence: Vec<Evidence>,
}

impl Set<'_> {
    /// Tells whether other answers set the same factor, as certain or as much in doubt.
    fn still_set(&self, answers: &Answers) -> bool {
        let facts = Facts::of(self.facts.questionnaire, self.facts.settings, answers);
        let rule = &self.facts.questionnaire[self.factor.rule];
        let certain = facts.holds(&rule.when);
        match self.factor.certainty {
            Certainty::Certain => certain,
            Certainty::Unsure => !certain && rule.unsure_when.as_ref().is_some_and(|when| facts.holds(when)),
        }
    }

    /// Tells whether each test of the evidence comes out the same with other answers.
    fn same_evidence(&self, answers: &Answers) -> bool {
        let facts = Facts::of(self.facts.questionnaire, self.facts.settings, answers);
        self.evidence.iter().all(|evidence| facts.holds(&evidence.test) == evidence.holds)
    }

    /// The items whose answers are named.
    fn items(&self) -> Vec<ItemIndex> {
        items(&self.evidence)
    }

    /// Tells whether other answers to the named items alone take the factor away.
    fn goes(&self) -> bool {
        let (mut answers, mut named) = (self.answers.clone(), self.items());
        // An answer to a gap may open more safety questions, which are gaps in turn.
        for _ in 0..4 {
            let mut alike = (0..8).map(|place| self.changed(&answers, &named, place));
            if alike.any(|answers| !self.still_set(&answers)) || self.goes_somehow(&answers, &named) {
                return true;
            }
            answers = self.changed(&answers, &named, 0);
            named = items(&Facts::of(self.facts.questionnaire, self.facts.settings, &answers).evidence(self.factor));
        }
        false
    }

    /// Gives each of these items its answer of that place, or its last.
    fn changed(&self, answers: &Answers, items: &[ItemIndex], place: usize) -> Answers {
        let mut changed = answers.clone();
        for item in items {
            let all = answers_to(self.facts.questionnaire, *item);
            changed.set(*item, all[place.min(all.len() - 1)]);
        }
        changed
    }

    /// Tries all answers to a few items.
    fn goes_somehow(&self, answers: &Answers, items: &[ItemIndex]) -> bool {
        match items {
            [] => !self.still_set(answers),
            [item, rest @ ..] if items.len() <= 4 => {
                let mut all = 0..answers_to(self.facts.questionnaire, *item).len();
                all.any(|place| self.goes_somehow(&self.changed(answers, &[*item], place), rest))
            }
            _ => false,
        }
    }
}

/// The items whose answers evidence names.
fn items(evidence: &[Evidence]) -> Vec<ItemIndex> {
    let mut items: Vec<_> = evidence.iter().flat_map(|evidence| evidence.items.clone()).collect();
    items.sort();
    items.dedup();
    items
}

/// Answers to an item that differ most: each option alone, the limits of numbers, and none.
fn answers_to(questionnaire: &Questionnaire, item: ItemIndex) -> Vec<Option<Answer>> {
    let options = (0..questionnaire[item].options.len()).map(|option| Answer::Options(OptionSet::one(option)));
    let numbers = match questionnaire[item].kind {
        ItemKind::Integer { min, max } | ItemKind::Scale { min, max } => vec![min, max],
        ItemKind::Choice | ItemKind::MultiChoice => Vec::new(),
    };
    options.chain(numbers.into_iter().map(Answer::Number)).map(Some).chain([None]).collect()
}

/// Looks at every factor of every named case, with the answers of the case behind it; gives how many there are.
#[track_caller]
fn assert_each(holds: impl Fn(&Set, &Answers) -> bool) -> usize {
    let (questionnaire, cases) = (ketamine(), cases());
    let (mut looked, mut failed) = (0, Vec::new());
    for (place, case) in cases.iter().enumerate() {
        let settings: Settings = settle(&questionnaire, &case.config).0;
        let facts = Facts::of(&questionnaire, &settings, &case.answers);
        for factor in &screen(&questionnaire, &case.answers, &settings).factors {
            let set = Set { facts: &facts, answers: &case.answers, factor, evidence: facts.evidence(factor) };
            looked += 1;
            if !holds(&set, &cases[(place + 1) % cases.len()].answers) {
                failed.push(format!("{}: {} {:?}", case.name, questionnaire[factor.rule].id, set.evidence));
            }
        }
    }
    assert!(failed.is_empty(), "{} of {looked}:\n{}", failed.len(), failed.join("\n"));
    looked
}

#[test]
fn every_factor_has_evidence_and_all_of_it_is_so() {
    let looked = assert_each(|set, _| !set.items().is_empty() && set.same_evidence(set.answers));
    assert!(looked > 900, "{looked} factors");
}

#[test]
fn a_factor_is_gone_or_decided_once_the_named_answers_are_others() {
    assert_each(|set, _| set.goes());
}

/// The other answers are those of somebody else; where they change what is asked, they may change the evidence itself.
#[test]
fn a_factor_stays_while_its_evidence_does_whatever_else_is_answered() {
    let same = std::cell::Cell::new(0);
    let looked = assert_each(|set, others| {
        let mut mixed = others.clone();
        set.items().into_iter().for_each(|item| mixed.set(item, set.answers.get(item)));
        let stays = set.same_evidence(&mixed);
        same.set(same.get() + usize::from(stays));
        let rule = &set.facts.questionnaire[set.factor.rule];
        let when =
            if set.factor.certainty == Certainty::Certain { Some(&rule.when) } else { rule.unsure_when.as_ref() };
        let facts = Facts::of(set.facts.questionnaire, set.facts.settings, &mixed);
        !stays || when.is_some_and(|when| facts.holds(when))
    });
    assert!(same.get() * 2 > looked, "{} of {looked}", same.get());
}
