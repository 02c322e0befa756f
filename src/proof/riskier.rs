//! Changing one answer to a riskier option of the same item never gives a milder outcome.
//!
//! It is shown step by step up the order; from step to step, so that two steps need no proof of their own.
//! Settings that raise a class are left out: with them a clinic may turn the order round, which is its right.

use super::diagram::{Diagram, Drawn};
use super::model::Model;
use super::risk_order::{RiskOrder, Steps};
use super::variables::{Domain, Slot};
use super::verdict::Verdict;
use super::visit::Witness;
use crate::questionnaire::{ItemIndex, OptionSet, Special};
use crate::screening::Answer;

/// One answer, and a riskier one of the same item.
#[derive(Clone)]
struct Step {
    item: ItemIndex,
    before: End,
    after: End,
    /// What the rest of the item must be for the step to make sense.
    domain: Diagram,
}

/// An end of a step: what its variables are, and what that makes of a visit.
type End = (Diagram, Change);

/// What a step does to a visit.
#[derive(Clone, Copy)]
enum Change {
    Value(usize),
    Only(usize, usize),
    Tick(usize, bool),
}

/// Goes through every step of every item.
pub fn prove(model: &Model, order: &RiskOrder) -> Drawn<Verdict> {
    let unraised = model.unraised()?;
    let allowed = model.allowed.clone();
    let mut at_least = Vec::new();
    for gravity in 1..=3 {
        at_least.push(model.at_least(gravity)?.given(&unraised)?);
    }
    let mut count = 0;
    let mut worst: Option<(Witness, Step)> = None;
    for (item, steps) in &order.items {
        let asked = model.enabled[item.get()].and(&allowed)?.given(&unraised)?;
        for step in steps_of(model, *item, steps)? {
            count += 1;
            for grave in &at_least {
                let milder = grave.given(&step.before.0)?.without(&grave.given(&step.after.0)?)?;
                let milder = milder.and(&asked)?.and(&step.domain)?;
                let Some(witness) = Witness::shortest(&model.variables, &milder) else { continue };
                if worst.as_ref().is_none_or(|(known, _)| witness.cost < known.cost) {
                    worst = Some((witness, step.clone()));
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
    let visits = [&step.before.1, &step.after.1].map(|change| change.apply(step.item, &witness).visit(model));
    Ok(Verdict::failed(format!("A riskier answer to '{id}' gives a milder outcome."), visits))
}

impl Change {
    fn apply(self, item: ItemIndex, witness: &Witness) -> Witness {
        match self {
            Self::Value(value) => witness.with(Slot::Item(item), value),
            Self::Only(option, options) => witness.with_ticks(item, options, OptionSet::one(option)),
            Self::Tick(option, on) => witness.with(Slot::Tick(item, option), usize::from(on)),
        }
    }
}

fn steps_of(model: &Model, item: ItemIndex, order: &Steps) -> Drawn<Vec<Step>> {
    let mut steps = Vec::new();
    match (order, &model.variables.domains[item.get()]) {
        (Steps::Choice(rising), Domain::Values(_)) => {
            for pair in rising.windows(2) {
                for before in pair[0].iter() {
                    for after in pair[1].iter() {
                        let chosen = |option| Answer::Options(OptionSet::one(option));
                        steps.extend(value_step(model, item, chosen(before), chosen(after))?);
                    }
                }
            }
        }
        (Steps::Number { from, also }, Domain::Values(values)) => {
            let higher = values.iter().filter_map(|value| value.answer);
            let riskier = higher.filter(|answer| match answer {
                Answer::Number(number) => number > from,
                Answer::Options(options) => options.meets(*also),
            });
            for after in riskier {
                steps.extend(value_step(model, item, Answer::Number(*from), after)?);
            }
        }
        (Steps::Ticks(riskier), Domain::Ticks { options, .. }) => {
            for option in riskier.iter() {
                tick_steps(model, item, *options, option, &mut steps)?;
            }
        }
        _ => {}
    }
    Ok(steps)
}

fn value_step(model: &Model, item: ItemIndex, before: Answer, after: Answer) -> Drawn<Option<Step>> {
    let Domain::Values(values) = &model.variables.domains[item.get()] else { return Ok(None) };
    let place = |answer| values.iter().position(|value| value.answer == Some(answer));
    let (Some(before), Some(after)) = (place(before), place(after)) else { return Ok(None) };
    let code = |value| -> Drawn<End> { Ok((model.variables.code(&model.board, Slot::Item(item), value)?, Change::Value(value))) };
    Ok(Some(Step { item, before: code(before)?, after: code(after)?, domain: model.board.always.clone() }))
}

/// One more tick, in a list that has another one already; and instead of "none of these".
fn tick_steps(model: &Model, item: ItemIndex, options: usize, option: usize, steps: &mut Vec<Step>) -> Drawn<()> {
    let board = &model.board;
    let tick = |on: bool| -> Drawn<End> {
        let bit = model.variables.ticked(board, item, option);
        Ok((if on { bit } else { bit.not()? }, Change::Tick(option, on)))
    };
    let none = model.questionnaire[item].special(Special::None);
    let others = (0..options).filter(|other| *other != option && Some(*other) != none);
    let others: Vec<_> = others.map(|other| model.variables.ticked(board, item, other)).collect();
    steps.push(Step { item, before: tick(false)?, after: tick(true)?, domain: board.any(&others)? });
    if let Some(none) = none {
        let only = |alone: usize| -> Drawn<End> {
            let bits = (0..options).map(|other| {
                let bit = model.variables.ticked(board, item, other);
                if other == alone { Ok(bit) } else { bit.not() }
            });
            let bits: Vec<_> = bits.collect::<Drawn<_>>()?;
            Ok((board.all(&bits)?, Change::Only(alone, options)))
        };
        steps.push(Step { item, before: only(none)?, after: only(option)?, domain: board.always.clone() });
    }
    Ok(())
}
