//! Factors: where each is set, and with which classes.

use super::super::diagram::{Board, Diagram, Drawn};
use super::super::variables::Slot;
use super::criteria::Drawing;
use crate::questionnaire::{Class, Classes, FactorIndex};
use crate::screening::{Certainty, effective};

/// The factor of a rule.
pub struct FactorModel {
    /// Where it is certain.
    pub certain: Diagram,
    /// Where it is a doubt.
    pub unsure: Diagram,
    /// The ways in which it can be set; they exclude each other.
    pub variants: Vec<Variant>,
}

/// A factor with one certainty and one class for each route.
pub struct Variant {
    /// How sure it is.
    pub certainty: Certainty,
    /// How serious it is on each route, raises and certainty taken in.
    pub classes: Classes,
    /// Where it is set so.
    pub holds: Diagram,
    /// Where it is set so and no other factor of its topic hides it.
    pub listed: Diagram,
}

/// Draws every factor.
pub fn factors(drawing: &mut Drawing) -> Drawn<Vec<FactorModel>> {
    let questionnaire = drawing.questionnaire;
    let mut factors = Vec::new();
    for (place, rule) in questionnaire.rules.iter().enumerate() {
        let certain = drawing.holds(&rule.when)?;
        let unsure = match &rule.unsure_when {
            Some(when) => drawing.holds(when)?.without(&certain)?,
            None => drawing.board.never.clone(),
        };
        let raised = raised(drawing, FactorIndex::at(place))?;
        let mut variants: Vec<Variant> = Vec::new();
        for (certainty, set) in [(Certainty::Certain, &certain), (Certainty::Unsure, &unsure)] {
            for (class, by) in &raised {
                let classes = rule.classes.map(|own| effective(own, *class, certainty));
                let holds = set.and(by)?;
                match variants.iter_mut().find(|known| known.certainty == certainty && known.classes == classes) {
                    Some(known) => known.holds = known.holds.or(&holds)?,
                    None => variants.push(Variant { certainty, classes, listed: holds.clone(), holds }),
                }
            }
        }
        variants.retain(|variant| !variant.holds.is_never());
        factors.push(FactorModel { certain, unsure, variants });
    }
    hide(drawing, &mut factors)?;
    Ok(factors)
}

/// Where the clinic has raised a rule to each class: its own setting or an age limit, whichever is stricter.
fn raised(drawing: &Drawing, rule: FactorIndex) -> Drawn<Vec<(Class, Diagram)>> {
    let (variables, board) = (&drawing.variables, &drawing.board);
    let choices = &variables.choices;
    let mut limited = board.never.clone();
    for (place, setting) in choices.ages.iter().enumerate() {
        for (value, (_, rules)) in setting.values.iter().enumerate() {
            if rules.contains(&rule) {
                limited = limited.or(&variables.is(board, Slot::Age(place), value + 1)?)?;
            }
        }
    }
    let mut raised: Vec<(Class, Diagram)> = Vec::new();
    for (value, class) in choices.raises[rule.get()].iter().enumerate() {
        let set = match choices.raises[rule.get()].len() {
            1 => board.always.clone(),
            _ => variables.is(board, Slot::Raise(rule), value)?,
        };
        for (class, by) in [(*class, set.without(&limited)?), (Class::Stop.max(*class), set.and(&limited)?)] {
            match raised.iter_mut().find(|(known, _)| *known == class) {
                Some((_, known)) => *known = known.or(&by)?,
                None => raised.push((class, by)),
            }
        }
    }
    Ok(raised)
}

/// Leaves out what a more serious factor of the same topic hides.
fn hide(drawing: &Drawing, factors: &mut [FactorModel]) -> Drawn<()> {
    let rules = &drawing.questionnaire.rules;
    for place in 0..factors.len() {
        for variant in 0..factors[place].variants.len() {
            let mut hidden = drawing.board.never.clone();
            for (other, _) in rules.iter().enumerate().filter(|(_, other)| other.topic == rules[place].topic) {
                for by in &factors[other].variants {
                    if more_serious(&by.classes, &factors[place].variants[variant].classes) {
                        hidden = hidden.or(&by.holds)?;
                    }
                }
            }
            let variant = &mut factors[place].variants[variant];
            variant.listed = variant.holds.without(&hidden)?;
        }
    }
    Ok(())
}

fn more_serious(one: &Classes, other: &Classes) -> bool {
    let pairs = || one.iter().zip(other);
    pairs().all(|(one, other)| one >= other) && pairs().any(|(one, other)| one > other)
}

/// Draws where some factor has at least this class on a route.
pub fn worst<'a>(
    board: &Board,
    factors: &'a [FactorModel],
    fits: impl Fn(&Classes) -> bool,
    holds: impl Fn(&'a Variant) -> &'a Diagram,
) -> Drawn {
    let variants = factors.iter().flat_map(|factor| &factor.variants);
    board.any(variants.filter(|variant| fits(&variant.classes)).map(holds))
}
