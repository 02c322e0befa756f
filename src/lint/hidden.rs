//! Factors that another one of their topic hides in every case, and factors that are the same rule twice.

use super::reason::Reasoner;
use super::subject::{FindingList, LoadedScreen};
use crate::questionnaire::{Class, Classes, Criterion, Rule};

/// Looks at every factor beside the others of its topic.
pub fn check(subject: &LoadedScreen, reasoner: &Reasoner, report: &mut FindingList) {
    let rules = &subject.questionnaire.rules;
    for (place, rule) in rules.iter().enumerate() {
        let at = format!("/factors/{place}");
        let others: Vec<_> = rules.iter().filter(|other| other.id != rule.id && other.topic == rule.topic).collect();
        let forms = forms(rule);
        let possible = |form: &&FactorForm| reasoner.can(form.holds.iter().copied(), form.fails.iter().copied());
        let mut shown = forms.iter().filter(possible).peekable();
        // A factor that nothing sets is named where its condition stands.
        if shown.peek().is_some() && !shown.any(|form| is_seen(form, &others, reasoner)) {
            let hides = |other: &&&Rule| forms.iter().any(|form| FactorForm::certain(other).is_worse_than(form));
            let names: Vec<_> = others.iter().filter(hides).map(|other| format!("'{}'", other.id)).collect();
            let found = format!("a factor that {} of topic '{}' always hides", names.join(" or "), rule.topic);
            report.add("hidden-factor", subject.name, (&at, rule.id.as_str()), found, "a case in which it is listed");
        }
        if let Some(twin) = rules[..place].iter().find(|other| other.when == rule.when && other.topic == rule.topic) {
            let found = format!("the condition of '{}' again", twin.id);
            report.add("duplicate-rule", subject.name, (&at, rule.id.as_str()), found, "one factor for one answer");
        }
    }
}

/// A factor as it may be found: certain, or as a doubt.
struct FactorForm<'a> {
    classes: Classes,
    holds: Vec<&'a Criterion>,
    fails: Vec<&'a Criterion>,
}

impl<'a> FactorForm<'a> {
    fn certain(rule: &'a Rule) -> Self {
        Self { classes: rule.classes, holds: vec![&rule.when], fails: Vec::new() }
    }

    /// Tells whether this one is at least as serious on every route, and more so on one.
    fn is_worse_than(&self, other: &Self) -> bool {
        let pairs = || self.classes.iter().zip(&other.classes);
        pairs().all(|(a, b)| a >= b) && pairs().any(|(a, b)| a > b)
    }
}

fn forms(rule: &Rule) -> Vec<FactorForm<'_>> {
    let mut forms = vec![FactorForm::certain(rule)];
    if let Some(unsure) = &rule.unsure_when {
        // A doubt about a stop is for a clinician.
        let doubted = rule.classes.map(|class| if class == Class::Stop { Class::Review } else { class });
        forms.push(FactorForm { classes: doubted, holds: vec![unsure], fails: vec![&rule.when] });
    }
    forms
}

/// Tells whether some visit finds the factor so, and nothing more serious of its topic.
fn is_seen(form: &FactorForm, others: &[&Rule], reasoner: &Reasoner) -> bool {
    let mut fails = form.fails.clone();
    for other in others {
        // Certain wins over a doubt, so that the doubt hides only where the certain form would too, or is not found.
        let mut others = forms(other).into_iter();
        let certain = others.next().filter(|certain| certain.is_worse_than(form));
        fails.extend(certain.iter().flat_map(|certain| certain.holds.iter().copied()));
        let doubted = others.next().filter(|doubted| doubted.is_worse_than(form) && certain.is_some());
        fails.extend(doubted.iter().flat_map(|doubted| doubted.holds.iter().copied()));
    }
    reasoner.can(form.holds.iter().copied(), fails)
}
