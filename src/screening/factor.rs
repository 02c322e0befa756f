//! Which rules find something, how serious it is on each route, and what is listed.

use std::cmp::Reverse;

use super::Facts;
use crate::questionnaire::{Class, Classes, FactorIndex, MAX_ROUTES, Questionnaire, RouteSet, sort_short};

/// How sure a factor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// The answers say so.
    Certain,
    /// The visitor was not sure.
    Unsure,
}

impl Certainty {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Unsure => "unsure",
        }
    }
}

/// One answer that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factor {
    /// The rule that found it.
    pub rule: FactorIndex,
    /// How sure it is.
    pub certainty: Certainty,
    /// How serious it is on each route, settings and certainty taken in.
    pub classes: Classes,
    /// The most serious class over the judged routes.
    pub headline: Class,
}

/// Tries every rule, so that no factor hides another.
///
/// A doubt is an unsure factor; only a clear answer leaves it out.
pub fn find(facts: &Facts) -> Vec<Factor> {
    let mut found = Vec::new();
    for (place, rule) in facts.questionnaire.rules.iter().enumerate() {
        let certainty = if facts.holds(&rule.when) {
            Certainty::Certain
        } else if rule.unsure_when.as_ref().is_some_and(|when| facts.holds(when)) {
            Certainty::Unsure
        } else {
            continue;
        };
        let classes = rule.classes.map(|class| effective(class, facts.settings.raises[place], certainty));
        found.push(Factor { rule: FactorIndex::at(place), certainty, classes, headline: Class::None });
    }
    found
}

/// The class on a route: the rule's own, made stricter by the clinic; then a doubt about a stop is for a clinician.
#[must_use]
pub fn effective(own: Class, raised: Class, certainty: Certainty) -> Class {
    match (own, own.max(raised), certainty) {
        (Class::None, ..) => Class::None,
        (_, Class::Stop, Certainty::Unsure) => Class::Review,
        (_, class, _) => class,
    }
}

/// Leaves out a factor if another one of its topic is at least as serious on every route and more so on one.
pub fn one_most_serious_per_topic(questionnaire: &Questionnaire, found: Vec<Factor>) -> Vec<Factor> {
    let hidden = |factor: &Factor| {
        let topic = &questionnaire[factor.rule].topic;
        found.iter().any(|other| {
            let pairs = || other.classes.iter().zip(&factor.classes);
            questionnaire[other.rule].topic == *topic && pairs().all(|(a, b)| a >= b) && pairs().any(|(a, b)| a > b)
        })
    };
    found.iter().filter(|factor| !hidden(factor)).copied().collect()
}

/// Sets the headline class of each factor, and puts them in order; one that says nothing on any judged route is left out.
pub fn list(questionnaire: &Questionnaire, mut factors: Vec<Factor>, judged: RouteSet) -> Vec<Factor> {
    for factor in &mut factors {
        factor.headline = judged.iter().map(|route| factor.classes[route.get()]).max().unwrap_or_default();
    }
    factors.retain(|factor| factor.headline != Class::None);
    let key = |factor: &Factor| (Reverse(factor.headline), &questionnaire[factor.rule].id);
    sort_short(&mut factors, |a, b| key(a) < key(b));
    factors
}

impl Factor {
    /// The judged routes it concerns, if it does not concern them all alike.
    #[must_use]
    pub fn concerns(&self, judged: RouteSet) -> Option<RouteSet> {
        let classes = || judged.iter().map(|route| (route, self.classes[route.get()]));
        let alike = classes().all(|(_, class)| class == self.headline);
        (!alike).then(|| classes().filter(|(_, class)| *class == self.headline).map(|(route, _)| route).collect())
    }
}

const _: () = assert!(MAX_ROUTES == 8, "classes are kept for as many routes as a set of routes can hold");
