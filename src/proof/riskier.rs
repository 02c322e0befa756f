//! Changing one answer to a riskier option of the same item never gives a milder outcome.
//!
//! It is shown from step to step up the order, so that two steps at once need no proof.
//! Settings that raise a class are left out: with them a clinic may turn the order round, which is its right.

use super::diagram::{Diagram, Drawn};
use super::model::Model;
use super::risk_order::{RiskOrder, Steps};
use super::variables::{Domain, Slot};
use super::verdict::Verdict;
use super::witness::Witness;
use crate::questionnaire::{ItemIndex, Outcome};
use crate::screening::Answer;

/// One answer, and a riskier one of the same item.
#[derive(Clone, Copy)]
struct Step {
    item: ItemIndex,
    slot: Slot,
    before: usize,
    after: usize,
}

/// Goes through every step of every item.
pub fn prove(model: &Model, order: &RiskOrder) -> Drawn<Verdict> {
    let unraised = model.unraised()?;
    let mut at_least = Vec::new();
    for gravity in 1..=3 {
        at_least.push(model.at_least(gravity)?.given(&unraised)?.and(&model.allowed)?);
    }
    let mut count = 0;
    let mut worst: Option<(Witness, Step)> = None;
    for (item, steps) in &order.items {
        let steps = steps_of(model, *item, steps);
        count += steps.len();
        for grave in &at_least {
            let grave = where_answered(model, *item, grave)?;
            for step in &steps {
                let Some(witness) = milder(model, &grave, step)? else { continue };
                if worst.as_ref().is_none_or(|(known, _)| witness.cost < known.cost) {
                    worst = Some((witness, *step));
                }
            }
        }
    }
    let Some((witness, step)) = worst else {
        return Ok(Verdict::held([format!(
            "None of the {count} steps from an answer to a riskier one, in {} questions, gives a milder outcome, whatever else was answered.",
            order.items.len()
        )]));
    };
    let id = &model.questionnaire[step.item].link_id;
    let visits = [step.before, step.after].map(|value| witness.with(step.slot, value).visit(model));
    let [before, after] =
        [&visits[0], &visits[1]].map(|visit| visit.screen(model.questionnaire).outcome.map_or("none", Outcome::as_str));
    Ok(Verdict::failed(
        format!("A riskier answer to '{id}' makes the outcome milder: {before} becomes {after}."),
        visits,
    ))
}

/// The part of a function in which the item is asked and has an answer.
///
/// A list that is blank has no answer; where "none of these" stands beside a further tick, the tick alone is read.
fn where_answered(model: &Model, item: ItemIndex, function: &Diagram) -> Drawn {
    let asked = function.and(&model.enabled[item.get()])?;
    match model.variables.domains[item.get()] {
        Domain::Ticks { .. } => asked.without(&model.blank[item.get()]),
        Domain::Values(_) => Ok(asked),
    }
}

/// The shortest visit for which the function holds before a step and not after it.
fn milder(model: &Model, grave: &Diagram, step: &Step) -> Drawn<Option<Witness>> {
    let bits = model.variables.bits(step.slot);
    let [before, after] = [step.before, step.after].map(|value| value as u32);
    let mut falls = false;
    for rest in grave.reached(&bits) {
        falls |= !rest.follow(&bits, before).without(&rest.follow(&bits, after))?.is_never();
    }
    if !falls {
        return Ok(None);
    }
    let [before, after] = [before, after].map(|code| model.board.code(bits.clone(), code));
    let milder = grave.given(&before?)?.without(&grave.given(&after?)?)?;
    let milder = milder.and(&model.enabled[step.item.get()])?;
    Ok(Witness::shortest(&model.variables, &milder))
}

fn steps_of(model: &Model, item: ItemIndex, order: &Steps) -> Vec<Step> {
    match (order, &model.variables.domains[item.get()]) {
        (Steps::Ticks(riskier), Domain::Ticks { .. }) => {
            riskier.iter().map(|option| Step { item, slot: Slot::Tick(item, option), before: 0, after: 1 }).collect()
        }
        (Steps::Choice(rising), Domain::Values(values)) => {
            let place = |option: usize| {
                let chosen = |answer| matches!(answer, Answer::Options(options) if options.contains(option));
                values.iter().position(|value| value.answer.is_some_and(chosen))
            };
            let pairs = rising
                .windows(2)
                .flat_map(|pair| pair[0].iter().flat_map(|before| pair[1].iter().map(move |after| (before, after))));
            let steps = pairs.filter_map(|(before, after)| {
                Some(Step { item, slot: Slot::Item(item), before: place(before)?, after: place(after)? })
            });
            steps.collect()
        }
        (Steps::Number { from, also }, Domain::Values(values)) => {
            let Some(before) = values.iter().position(|value| value.answer == Some(Answer::Number(*from))) else {
                return Vec::new();
            };
            let riskier = |answer| match answer {
                Answer::Number(number) => number > *from,
                Answer::Options(options) => options.meets(*also),
            };
            let after = (0..values.len()).filter(|place| values[*place].answer.is_some_and(riskier));
            after.map(|after| Step { item, slot: Slot::Item(item), before, after }).collect()
        }
        _ => Vec::new(),
    }
}
