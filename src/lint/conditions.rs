//! Conditions that contradict themselves, and conditions that say nothing.

use super::described::described;
use super::reason::Reasoner;
use super::sites::{enabling, sites};
use super::subject::{FindingList, LoadedScreen};
use crate::questionnaire::Criterion;
use crate::questionnaire::decimal::decimal;

/// Looks at every condition and its parts.
pub fn check(subject: &LoadedScreen, reasoner: &Reasoner, report: &mut FindingList) {
    let mut look = Look { subject, reasoner, report };
    for site in sites(subject).into_iter().chain(enabling(subject)) {
        // A plain "always" is meant.
        if *site.criterion != Criterion::Always {
            look.at(site.criterion, &site.pointer, site.id);
        }
    }
    for (place, rule) in subject.questionnaire.rules.iter().enumerate() {
        let Some(unsure) = &rule.unsure_when else { continue };
        if reasoner.can([unsure], []) && !reasoner.can([unsure], [&rule.when]) {
            let found = format!("{}, while it is certain whenever this holds", described(subject, unsure));
            let at = format!("/factors/{place}/unsure_when");
            report.add("never-unsure", subject.name, (&at, rule.id.as_str()), found, "answers that leave it open");
        }
    }
}

struct Look<'a, 'b> {
    subject: &'a LoadedScreen<'a>,
    reasoner: &'a Reasoner<'b>,
    report: &'a mut FindingList,
}

impl Look<'_, '_> {
    /// Looks at a condition from the inside out; tells whether it, or a part of it, has a finding.
    fn at(&mut self, criterion: &Criterion, pointer: &str, id: &str) -> bool {
        let parts: &[Criterion] = match criterion {
            Criterion::All(parts) | Criterion::Any(parts) => parts,
            Criterion::Not(part) => std::slice::from_ref(&**part),
            _ => &[],
        };
        let mut noted = false;
        for (place, part) in parts.iter().enumerate() {
            let below = match criterion {
                Criterion::All(_) => format!("{pointer}/all/{place}"),
                Criterion::Any(_) => format!("{pointer}/any/{place}"),
                _ => format!("{pointer}/not"),
            };
            noted |= self.at(part, &below, id);
        }
        // What a definition says is looked at where it stands.
        if noted || matches!(criterion, Criterion::Ref(_)) || self.inherited(parts) {
            return noted;
        }
        if !self.reasoner.can([criterion], []) {
            self.never(criterion, parts, pointer, id)
        } else if self.reasoner.can([], [criterion]) {
            self.threshold(criterion, pointer, id)
        } else {
            let found = format!("{}, which every visit fulfils", described(self.subject, criterion));
            self.add("always-holds", pointer, id, found, "a condition that some answers fail");
            true
        }
    }

    /// Names a threshold that every value of its score passes.
    fn threshold(&mut self, criterion: &Criterion, pointer: &str, id: &str) -> bool {
        let Criterion::Score { score, value, .. } = criterion else { return false };
        let available = Criterion::Available { score: *score, available: true };
        if self.reasoner.can([&available], [criterion]) {
            return false;
        }
        let of = &self.subject.questionnaire[*score].id;
        let found = format!("a threshold at {} that every value of '{of}' passes", decimal(*value, 2));
        let expected = format!("a threshold that some value fails, or {{\"score\": \"{of}\", \"available\": true}}");
        self.add("threshold-without-effect", pointer, id, found, expected);
        true
    }

    /// Tells whether a part that refers elsewhere decides alone: then the finding is there.
    fn inherited(&self, parts: &[Criterion]) -> bool {
        let refers = |part: &&Criterion| matches!(part, Criterion::Ref(_));
        parts.iter().filter(refers).any(|part| !self.reasoner.can([part], []) || !self.reasoner.can([], [part]))
    }

    fn never(&mut self, criterion: &Criterion, parts: &[Criterion], pointer: &str, id: &str) -> bool {
        // An item that is never asked is named itself; one that is asked can be left blank.
        if criterion_item(criterion).is_some_and(|item| !self.reasoner.can([&Criterion::Skipped(item)], [])) {
            return false;
        }
        if let (Criterion::All(_), [_, ..]) = (criterion, parts) {
            let mut pairs = (0..parts.len()).flat_map(|a| (a + 1..parts.len()).map(move |b| (a, b)));
            let pair = pairs.find(|(a, b)| !self.reasoner.can([&parts[*a], &parts[*b]], []));
            let found = match pair {
                Some((a, b)) => {
                    format!(
                        "{} together with {}",
                        described(self.subject, &parts[a]),
                        described(self.subject, &parts[b])
                    )
                }
                None => described(self.subject, criterion),
            };
            self.add("cannot-hold-together", pointer, id, found, "parts that one visit can fulfil");
        } else {
            let found = format!("{}, which no visit fulfils", described(self.subject, criterion));
            self.add("never-holds", pointer, id, found, self.possible(criterion));
        }
        true
    }

    /// Says what would be possible.
    fn possible(&self, criterion: &Criterion) -> String {
        let ends = |values: &[f64]| values.first().copied().zip(values.last().copied());
        match criterion {
            Criterion::Score { score, .. } => match ends(self.reasoner.values(score.get())) {
                Some((low, high)) => format!("a score from {low} to {high}"),
                None => "a score with values".to_owned(),
            },
            Criterion::Number { item, .. } => match self.subject.questionnaire[*item].kind {
                crate::questionnaire::ItemKind::Integer { min, max }
                | crate::questionnaire::ItemKind::Scale { min, max } => format!("a number from {min} to {max}"),
                _ => "a number".to_owned(),
            },
            _ => "a condition that some answers fulfil".to_owned(),
        }
    }

    fn add(&mut self, code: &str, pointer: &str, id: &str, found: String, expected: impl Into<String>) {
        self.report.add(code, self.subject.name, (pointer, id), found, expected);
    }
}

fn criterion_item(criterion: &Criterion) -> Option<crate::questionnaire::ItemIndex> {
    match criterion {
        Criterion::Chosen { item, .. }
        | Criterion::Answered(item)
        | Criterion::Skipped(item)
        | Criterion::Number { item, .. } => Some(*item),
        _ => None,
    }
}
