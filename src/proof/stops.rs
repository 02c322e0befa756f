//! A certain stop on every offered route never ends in `possible_fit`; an urgent answer always ends in `urgent`.

use super::diagram::{Diagram, Drawn};
use super::model::{FactorModel, Model};
use super::verdict::Verdict;
use super::witness::Witness;
use crate::questionnaire::{Class, Outcome};
use crate::screening::Certainty;

/// Goes through the factors one by one.
pub fn prove(model: &Model) -> Drawn<Verdict> {
    let rules = &model.questionnaire.rules;
    let (mut stops, mut urgent) = (0, 0);
    let mut worst: Option<(Witness, String)> = None;
    for (rule, factor) in rules.iter().zip(&model.factors) {
        let stop = stop_on_every_route(model, factor)?.and(&model.allowed)?;
        let is_urgent = urgent_on_a_route(model, factor)?.and(&model.allowed)?;
        stops += usize::from(!stop.is_never());
        urgent += usize::from(!is_urgent.is_never());
        let fits = stop.and(model.outcome(Outcome::PossibleFit))?;
        let fits = (fits, "is a certain stop on every offered route, and the outcome is possible_fit");
        let calm = (is_urgent.without(model.outcome(Outcome::Urgent))?, "is urgent, and the outcome is not");
        for (wrong, says) in [fits, calm] {
            let Some(witness) = Witness::shortest(&model.variables, &wrong) else { continue };
            if worst.as_ref().is_none_or(|(known, _)| witness.cost < known.cost) {
                worst = Some((witness, format!("'{}' {says}.", rule.id)));
            }
        }
    }
    if let Some((witness, says)) = worst {
        return Ok(Verdict::failed(says, [witness.visit(model)]));
    }
    Ok(Verdict::held([format!(
        "None of the {stops} factors that can be a certain stop on every offered route leaves a possible fit, and each of the {urgent} that can be urgent ends in urgent, whatever else was answered."
    )]))
}

/// Where a factor is certain, with class stop or more on every route the clinic offers.
fn stop_on_every_route(model: &Model, factor: &FactorModel) -> Drawn {
    let mut stops = Vec::new();
    for variant in factor.variants.iter().filter(|variant| variant.certainty == Certainty::Certain) {
        let spared = model.questionnaire.route_indices().filter(|route| variant.classes[route.get()] < Class::Stop);
        let spared: Vec<Diagram> = spared.map(|route| model.judged.routes[route.get()].offered.clone()).collect();
        stops.push(variant.holds.without(&model.board.any(&spared)?)?);
    }
    model.board.any(&stops)
}

/// Where a factor, certain or not, is urgent on any route.
fn urgent_on_a_route(model: &Model, factor: &FactorModel) -> Drawn {
    let urgent = factor.variants.iter().filter(|variant| variant.classes.contains(&Class::Urgent));
    model.board.any(urgent.map(|variant| &variant.holds))
}
