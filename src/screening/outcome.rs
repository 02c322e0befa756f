//! From factors to a finding for each route, and to the one overall outcome.

use super::{Factor, Facts};
use crate::questionnaire::{Class, Outcome, RouteIndex, RouteSet, RouteStatus};

/// What the routes come to, urgency aside.
pub struct Judgment {
    pub outcome: Outcome,
    pub routes: Vec<(RouteIndex, RouteStatus)>,
    pub judged: RouteSet,
    /// What help is sought for: conditions, by place in the file.
    pub chosen: Vec<usize>,
    /// Indications that are met and speak for an offered route, by place in the file.
    pub met: Vec<usize>,
}

/// Judges every offered route that is used for what was chosen; if there is none, the first fallback route that is offered.
pub fn judge(facts: &Facts, factors: &[Factor]) -> Judgment {
    let questionnaire = facts.questionnaire;
    let offered = facts.settings.routes;
    let conditions = &questionnaire.conditions;
    let chosen = places(conditions.len(), &|place| facts.holds(&conditions[place].chosen_when));
    let used: RouteSet = chosen.iter().flat_map(|place| questionnaire.conditions[*place].routes.iter()).collect();
    let relevant = used.and(offered);

    let met = met(facts);
    let indicated: RouteSet = met.iter().flat_map(|place| questionnaire.indications[*place].routes.iter()).collect();
    let status = |route: RouteIndex| match worst(factors, route) {
        Class::Urgent | Class::Stop => RouteStatus::NotNow,
        Class::Review => RouteStatus::ClinicianFirst,
        Class::Note | Class::None if relevant.contains(route) && indicated.contains(route) => RouteStatus::PossibleFit,
        Class::Note | Class::None => RouteStatus::OtherOptionsFirst,
    };
    let routes: Vec<_> = offered
        .iter()
        .map(|route| (route, if relevant.contains(route) { status(route) } else { RouteStatus::NotForThisCondition }))
        .collect();

    let fallback = || questionnaire.fallback_routes.iter().copied().find(|route| offered.contains(*route));
    let judged: RouteSet = if relevant.is_empty() { fallback().into_iter().collect() } else { relevant };
    let best = judged.iter().map(status).min().unwrap_or(RouteStatus::OtherOptionsFirst);
    let outcome = match best {
        RouteStatus::PossibleFit => Outcome::PossibleFit,
        RouteStatus::OtherOptionsFirst | RouteStatus::NotForThisCondition => Outcome::OtherOptionsFirst,
        RouteStatus::ClinicianFirst => Outcome::ClinicianFirst,
        RouteStatus::NotNow => Outcome::NotNow,
    };
    Judgment { outcome, routes, judged, chosen, met }
}

fn worst(factors: &[Factor], route: RouteIndex) -> Class {
    factors.iter().map(|factor| factor.classes[route.get()]).max().unwrap_or_default()
}

/// Lists the indications that are met and speak for an offered route.
fn met(facts: &Facts) -> Vec<usize> {
    let indications = &facts.questionnaire.indications;
    let offered = facts.settings.routes;
    places(indications.len(), &|place| {
        let indication = &indications[place];
        !indication.routes.and(offered).is_empty() && facts.holds(&indication.met_when)
    })
}

/// Lists the places of a list that hold; one function for every list, because a function for each would make the widget larger.
fn places(count: usize, holds: &dyn Fn(usize) -> bool) -> Vec<usize> {
    (0..count).filter(|place| holds(*place)).collect()
}

/// Goes through the routes that are used for what was chosen.
pub fn relevant(routes: &[(RouteIndex, RouteStatus)]) -> impl Iterator<Item = RouteIndex> {
    let used = |status: &RouteStatus| *status != RouteStatus::NotForThisCondition;
    routes.iter().filter(move |(_, status)| used(status)).map(|(route, _)| *route)
}

/// Lists the reasons why other care may come first; the last resorts only if there is no other.
pub fn other_reasons(facts: &Facts, routes: &[(RouteIndex, RouteStatus)]) -> Vec<usize> {
    let no_route = relevant(routes).next().is_none();
    let reasons = &facts.questionnaire.other_reasons;
    let holding = |last: bool| {
        places(reasons.len(), &|place| {
            let reason = &reasons[place];
            reason.only_if_no_other == last && (!reason.no_relevant_route || no_route) && facts.holds(&reason.when)
        })
    };
    let first = holding(false);
    if first.is_empty() { holding(true) } else { first }
}
