//! From factors to a finding for each route, and to the one overall outcome.

use super::super::diagram::{Board, Diagram, Drawn};
use super::factors::{FactorModel, Variant, worst};
use crate::questionnaire::{Class, Outcome, Questionnaire, RouteIndex, RouteStatus};

/// What it all comes to.
pub struct Judged {
    /// For each route.
    pub routes: Vec<RouteModel>,
    /// Where some factor is urgent on any route.
    pub urgent: Diagram,
    /// For each of [`Outcome::ALL`]: where it is the outcome.
    pub outcomes: [Diagram; 5],
}

/// What a route comes to.
pub struct RouteModel {
    /// Where the clinic offers it.
    pub offered: Diagram,
    /// Where it is offered and used for what help is sought for.
    pub relevant: Diagram,
    /// Where classes are judged on it.
    pub judged: Diagram,
    /// For each of [`RouteStatus::ALL`]: where it is the route's status.
    pub statuses: [Diagram; 5],
}

/// Draws what the factors come to; `set` says where each counts.
pub fn judge<'a>(
    questionnaire: &Questionnaire,
    board: &Board,
    offered: &[Diagram],
    chosen: &[Diagram],
    met: &[Diagram],
    factors: &'a [FactorModel],
    set: fn(&'a Variant) -> &'a Diagram,
) -> Drawn<Judged> {
    let urgent = worst(board, factors, |classes| classes.contains(&Class::Urgent), set)?;
    let mut relevant = Vec::new();
    for route in questionnaire.route_indices() {
        let used =
            questionnaire.conditions.iter().zip(chosen).filter(|(condition, _)| condition.routes.contains(route));
        relevant.push(board.any(used.map(|(_, chosen)| chosen))?.and(&offered[route.get()])?);
    }
    let mut fallback = vec![board.never.clone(); relevant.len()];
    let mut still = board.any(&relevant)?.not()?;
    for route in &questionnaire.fallback_routes {
        fallback[route.get()] = still.and(&offered[route.get()])?;
        still = still.without(&offered[route.get()])?;
    }
    let mut routes = Vec::new();
    let mut best = [const { Vec::new() }; 4];
    for route in questionnaire.route_indices() {
        let (offered, relevant) = (offered[route.get()].clone(), relevant[route.get()].clone());
        let status = statuses(questionnaire, board, route, met, factors, set, &relevant)?;
        let judged = relevant.or(&fallback[route.get()])?;
        for (best, status) in best.iter_mut().zip(&status) {
            best.push(judged.and(status)?);
        }
        let mut shown = Vec::new();
        for status in &status {
            shown.push(relevant.and(status)?.without(&urgent)?);
        }
        shown.push(offered.without(&relevant)?.without(&urgent)?);
        let statuses = shown.try_into().unwrap_or_else(|_| unreachable!("four statuses and one more"));
        routes.push(RouteModel { offered, relevant, judged, statuses });
    }
    let outcomes = best_of(board, &urgent, &best)?;
    Ok(Judged { routes, urgent, outcomes })
}

/// Where each of the first four statuses would be a route's, whatever is judged.
fn statuses<'a>(
    questionnaire: &Questionnaire,
    board: &Board,
    route: RouteIndex,
    met: &[Diagram],
    factors: &'a [FactorModel],
    set: fn(&'a Variant) -> &'a Diagram,
    relevant: &Diagram,
) -> Drawn<[Diagram; 4]> {
    let stop = worst(board, factors, |classes| classes[route.get()] >= Class::Stop, set)?;
    let review = worst(board, factors, |classes| classes[route.get()] == Class::Review, set)?.without(&stop)?;
    let calm = stop.or(&review)?.not()?;
    let speaks = questionnaire.indications.iter().zip(met).filter(|(indication, _)| indication.routes.contains(route));
    let fit = board.any(speaks.map(|(_, met)| met))?.and(relevant)?.and(&calm)?;
    Ok([fit.clone(), calm.without(&fit)?, review, stop])
}

/// The best status of the judged routes, unless something is urgent.
fn best_of(board: &Board, urgent: &Diagram, best: &[Vec<Diagram>; 4]) -> Drawn<[Diagram; 5]> {
    let mut rest = urgent.not()?;
    let mut by_status = Vec::new();
    for (status, routes) in RouteStatus::ALL.iter().zip(best) {
        let holds = rest.and(&board.any(routes)?)?;
        rest = rest.without(&holds)?;
        by_status.push((*status, holds));
    }
    let mut outcomes = Vec::new();
    for outcome in Outcome::ALL {
        let status = match outcome {
            Outcome::Urgent => {
                outcomes.push(urgent.clone());
                continue;
            }
            Outcome::NotNow => RouteStatus::NotNow,
            Outcome::ClinicianFirst => RouteStatus::ClinicianFirst,
            Outcome::PossibleFit => RouteStatus::PossibleFit,
            Outcome::OtherOptionsFirst => RouteStatus::OtherOptionsFirst,
        };
        let found = by_status.iter().find(|(known, _)| *known == status);
        outcomes.push(found.map_or_else(|| board.never.clone(), |(_, holds)| holds.clone()));
    }
    Ok(outcomes.try_into().unwrap_or_else(|_| unreachable!("one for each outcome")))
}
