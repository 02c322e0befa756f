//! No raise by a clinic gives a milder outcome than the same settings without it.
//!
//! Switching a scale off or offering another route is no raise: it may change what is judged, and this prints how.

use super::diagram::{Diagram, Drawn};
use super::model::Model;
use super::variables::Slot;
use super::verdict::Verdict;
use super::visit::Inputs;
use super::witness::Witness;
use crate::questionnaire::{Outcome, ScoreIndex};

/// Compares every set of raises with none.
pub fn prove(model: &Model) -> Drawn<Verdict> {
    let unraised = model.unraised()?;
    let mut worst: Option<Witness> = None;
    for gravity in 1..=3 {
        let raised = model.at_least(gravity)?;
        let milder = raised.given(&unraised)?.without(&raised)?.and(&model.allowed)?;
        let found = Witness::shortest(&model.variables, &milder);
        worst = [worst, found].into_iter().flatten().min_by_key(|witness| witness.cost);
    }
    if let Some(witness) = worst {
        let visits = [witness.without_raises(), witness].map(|witness| witness.visit(model));
        return Ok(Verdict::failed("A stricter setting makes the outcome milder.", visits));
    }
    let raises = model.variables.choices.raises.iter().filter(|classes| classes.len() > 1).count();
    Ok(Verdict::held([format!(
        "No way of raising any of the {raises} rules that a clinic may raise, and no age limit, gives a milder outcome than without, for any answers, routes and scales."
    )]))
}

/// Tells how a clinic changes what is judged, with the shortest visits that show it.
pub fn switches(model: &Model) -> Drawn<Vec<(String, Inputs)>> {
    let unraised = model.unraised()?;
    let mut at_least = Vec::new();
    for gravity in 1..=3 {
        at_least.push(model.at_least(gravity)?.given(&unraised)?.and(&model.allowed)?);
    }
    let ids = |score: &ScoreIndex| &model.questionnaire[*score].id;
    let scales = model.variables.choices.scales.iter();
    let scales = scales.map(|score| (Slot::ScaleOff(*score), format!("Switching the scale '{}' off", ids(score))));
    let routes = model.questionnaire.route_indices();
    let routes = routes.map(|route| (Slot::Route(route), format!("Offering '{}' too", model.questionnaire[route].id)));
    let mut told = Vec::new();
    for (slot, what) in scales.chain(routes) {
        for (way, off, on) in [("milder", 0, 1), ("graver", 1, 0)] {
            let mut shortest: Option<Witness> = None;
            for grave in &at_least {
                let found = falls(model, grave, slot, off, on)?;
                shortest = [shortest, found].into_iter().flatten().min_by_key(|witness| witness.cost);
            }
            if let Some(witness) = shortest {
                let [before, after] = [0, 1].map(|value| outcome(model, &witness.with(slot, value)));
                let says = format!("{what} can make the outcome {way}: {before} becomes {after}.");
                told.push((says, witness.with(slot, 0).visit(model)));
            }
        }
    }
    Ok(told)
}

/// The shortest visit for which the function holds with one value of a switch and not with the other.
fn falls(model: &Model, grave: &Diagram, slot: Slot, from: usize, to: usize) -> Drawn<Option<Witness>> {
    let code = |value| model.variables.code(&model.board, slot, value);
    // Some route is offered either way.
    let allowed = model.allowed.given(&code(0)?)?;
    let falls = grave.given(&code(from)?)?.without(&grave.given(&code(to)?)?)?.and(&allowed)?;
    Ok(Witness::shortest(&model.variables, &falls))
}

fn outcome(model: &Model, witness: &Witness) -> &'static str {
    witness.visit(model).screen(model.questionnaire).outcome.map_or("none", Outcome::as_str)
}
