//! There is exactly one outcome, and one status for each offered route unless something is urgent.
//! Leaving out what a more serious factor of the same topic hides changes neither.

use super::diagram::{Diagram, Drawn};
use super::model::{Judged, Model};
use super::verdict::Verdict;
use super::witness::Witness;
use crate::questionnaire::{Outcome, RouteStatus};

/// Counts the outcomes and statuses, and compares them with those of a model in which no factor hides another.
pub fn prove(model: &Model) -> Drawn<Verdict> {
    let outcomes: Vec<_> = model.judged.outcomes.iter().collect();
    if let Some(witness) = not_exactly_one(model, &outcomes, &model.allowed)? {
        return Ok(Verdict::failed("There is no outcome, or more than one.", [witness.visit(model)]));
    }
    for (route, judged) in model.questionnaire.routes.iter().zip(&model.judged.routes) {
        let statuses: Vec<_> = judged.statuses.iter().collect();
        let where_told = judged.offered.without(model.outcome(Outcome::Urgent))?;
        if let Some(witness) = not_exactly_one(model, &statuses, &where_told)? {
            let says = format!("The route '{}' has no status, or more than one.", route.id);
            return Ok(Verdict::failed(says, [witness.visit(model)]));
        }
    }
    let difference = difference(model, &model.judged_without_hiding()?)?.and(&model.allowed)?;
    if let Some(witness) = Witness::shortest(&model.variables, &difference) {
        let says = "Leaving out the milder factors of a topic changes an outcome or a route's status.";
        return Ok(Verdict::failed(says, [witness.visit(model)]));
    }
    Ok(Verdict::held([
        "Every set of answers, complete or not, has one of the 5 outcomes and no second one; each offered route has one status.",
        "Listing only the most serious factors of a topic changes no outcome and no route status.",
    ]))
}

/// The shortest visit within `domain` for which none of the functions holds, or more than one.
fn not_exactly_one(model: &Model, functions: &[&Diagram], domain: &Diagram) -> Drawn<Option<Witness>> {
    let mut some = model.board.never.clone();
    let mut twice = model.board.never.clone();
    for function in functions {
        twice = twice.or(&some.and(function)?)?;
        some = some.or(function)?;
    }
    let wrong = some.not()?.or(&twice)?.and(domain)?;
    Ok(Witness::shortest(&model.variables, &wrong))
}

/// Where two ways of judging do not agree.
fn difference(model: &Model, other: &Judged) -> Drawn {
    let mut differs = Vec::new();
    for (one, other) in model.judged.outcomes.iter().zip(&other.outcomes) {
        differs.push(one.differs(other)?);
    }
    for (one, other) in model.judged.routes.iter().zip(&other.routes) {
        for status in RouteStatus::ALL {
            differs.push(one.statuses[status as usize].differs(&other.statuses[status as usize])?);
        }
    }
    model.board.any(&differs)
}
