//! The cheapest way through a diagram to where its function holds.

#![allow(clippy::mutable_key_type, reason = "a diagram is compared and hashed by the number of its node, which stays")]

use std::collections::HashMap;

use super::diagram::{Diagram, Top};
use super::variables::{Domain, Slot, Variables};

/// What it costs to give an answer, to change a setting, to tick something other than "none of these", not to offer a route.
const ANSWER: u64 = 1 << 40;
const SETTING: u64 = 1 << 24;
const CONCERN: u64 = 1 << 8;
const NOT_OFFERED: u64 = 1;

/// The variables along the cheapest way, each with its value, and what that costs; none if the function never holds.
pub fn cheapest(variables: &Variables, function: &Diagram) -> Option<(Vec<(u32, bool)>, u64)> {
    let mut search = Search { variables, known: HashMap::new() };
    let cost = search.cost(function, None)?;
    let mut literals = Vec::new();
    let (mut diagram, mut open) = (function.clone(), None);
    while let Top::Decision { variable, low, high } = diagram.top() {
        let is_set = search.choose(&diagram, open);
        literals.push((variable, is_set));
        open = next(variables, variable, is_set, open);
        diagram = if is_set { high } else { low };
    }
    Some((literals, cost))
}

/// The slot whose value is being read, and whether it has been paid for.
type Open = Option<Slot>;

struct Search<'a> {
    variables: &'a Variables,
    /// What each diagram costs at least, by the slot that has been paid for.
    known: HashMap<(Diagram, Open), Option<u64>>,
}

impl Search<'_> {
    /// The least it costs to make a diagram hold; none if nothing does.
    fn cost(&mut self, diagram: &Diagram, open: Open) -> Option<u64> {
        let Top::Decision { variable, low, high } = diagram.top() else {
            return (!diagram.is_never()).then_some(0);
        };
        let open = open.filter(|slot| *slot == self.variables.slot(variable).0);
        if let Some(cost) = self.known.get(&(diagram.clone(), open)) {
            return *cost;
        }
        let cost = match (self.branch(variable, false, &low, open), self.branch(variable, true, &high, open)) {
            (Some(low), Some(high)) => Some(low.min(high)),
            (low, high) => low.or(high),
        };
        self.known.insert((diagram.clone(), open), cost);
        cost
    }

    fn branch(&mut self, variable: u32, is_set: bool, to: &Diagram, open: Open) -> Option<u64> {
        let rest = self.cost(to, next(self.variables, variable, is_set, open))?;
        Some(rest + price(self.variables, variable, is_set, open))
    }

    /// Whether the variable at the top is best true.
    fn choose(&mut self, diagram: &Diagram, open: Open) -> bool {
        let Top::Decision { variable, low, high } = diagram.top() else { return false };
        let open = open.filter(|slot| *slot == self.variables.slot(variable).0);
        match (self.branch(variable, false, &low, open), self.branch(variable, true, &high, open)) {
            (Some(low), Some(high)) => high < low,
            (low, _) => low.is_none(),
        }
    }
}

/// What a variable costs at this value; a slot of several variables is paid for once.
fn price(variables: &Variables, variable: u32, is_set: bool, open: Open) -> u64 {
    let (slot, ..) = variables.slot(variable);
    match slot {
        Slot::Route(_) => u64::from(!is_set) * NOT_OFFERED,
        _ if !is_set || open == Some(slot) => 0,
        Slot::Tick(item, option) => match variables.domains[item.get()] {
            Domain::Ticks { none, .. } if none == Some(option) => ANSWER,
            _ => ANSWER + CONCERN,
        },
        Slot::Item(_) => ANSWER,
        Slot::Raise(_) | Slot::Age(_) | Slot::ScaleOff(_) => SETTING,
    }
}

fn next(variables: &Variables, variable: u32, is_set: bool, open: Open) -> Open {
    let (slot, ..) = variables.slot(variable);
    if is_set || open == Some(slot) { Some(slot) } else { None }
}
