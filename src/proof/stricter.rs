//! No raise by a clinic gives a milder outcome than the same settings without it.
//!
//! Switching a scale off or offering another route is no raise: it may change what is judged, and this prints how.

use super::diagram::{Diagram, Drawn};
use super::model::Model;
use super::variables::Slot;
use super::verdict::Verdict;
use super::visit::Witness;
use crate::screening::Outcome;

/// Compares every set of raises with none, and every switch on with it off.
pub fn prove(model: &Model) -> Drawn<Verdict> {
    let unraised = model.unraised()?;
    let mut before = Vec::new();
    let mut worst: Option<Witness> = None;
    for gravity in 1..=3 {
        let raised = model.at_least(gravity)?;
        let grave = raised.given(&unraised)?;
        let milder = grave.without(&raised)?.and(&model.allowed)?;
        let found = Witness::shortest(&model.variables, &milder);
        worst = [worst, found].into_iter().flatten().min_by_key(|witness| witness.cost);
        before.push(grave);
    }
    if let Some(witness) = worst {
        let visits = [witness.without_raises(), witness].map(|witness| witness.visit(model));
        return Ok(Verdict::failed("A stricter setting gives a milder outcome.", visits));
    }
    let raises = model.variables.choices.raises.iter().filter(|classes| classes.len() > 1).count();
    let mut proved = vec![format!(
        "No way of raising any of the {raises} rules that a clinic may raise, and no age limit, gives a milder outcome than without, for any answers, routes and scales."
    )];
    let before: Vec<_> = before.iter().collect();
    for score in &model.variables.choices.scales {
        let id = &model.questionnaire[*score].id;
        let slot = Slot::ScaleOff(*score);
        proved.push(switched(model, &before, slot, &format!("switching the scale '{id}' off"))?);
    }
    for route in model.questionnaire.route_indices() {
        let id = &model.questionnaire[route].id;
        proved.push(switched(model, &before, Slot::Route(route), &format!("offering '{id}' too"))?);
    }
    Ok(Verdict::Held(proved))
}

/// Says what turning a switch on can do to the outcome, with the shortest visit that shows it.
fn switched(model: &Model, at_least: &[&Diagram], slot: Slot, what: &str) -> Drawn<String> {
    let unraised = model.unraised()?;
    let (off, on) = (model.variables.code(&model.board, slot, 0)?, model.variables.code(&model.board, slot, 1)?);
    let allowed = model.allowed.given(&off)?.and(&model.allowed.given(&on)?)?.given(&unraised)?;
    let mut ways = Vec::new();
    for (way, from, to) in [("milder", &off, &on), ("graver", &on, &off)] {
        let mut shortest: Option<Witness> = None;
        for grave in at_least {
            let changed = grave.given(from)?.without(&grave.given(to)?)?.and(&allowed)?;
            let found = Witness::shortest(&model.variables, &changed);
            shortest = [shortest, found].into_iter().flatten().min_by_key(|witness| witness.cost);
        }
        if let Some(witness) = shortest {
            let outcome = |value| outcome(model, &witness.with(slot, value));
            let given = witness.with(slot, 0).visit(model).line(model.questionnaire, "")["answers"].to_string();
            ways.push(format!("{way} ({} to {} with {given})", outcome(0), outcome(1)));
        }
    }
    Ok(match ways.as_slice() {
        [] => format!("How else a clinic changes what is judged: {what} makes no outcome graver or milder."),
        ways => format!("How else a clinic changes what is judged: {what} can make the outcome {}.", ways.join(", or ")),
    })
}

fn outcome(model: &Model, witness: &Witness) -> &'static str {
    witness.visit(model).screen(model.questionnaire).outcome.map_or("none", Outcome::as_str)
}
