//! Yes-or-no functions of answers and settings, as decision diagrams.
//!
//! Equal functions are the same diagram, so that "nothing violates it" is one comparison.
//! Every operation may run out of room; a proof that does says so, and proves nothing.

#![allow(clippy::mutable_key_type, reason = "a diagram is compared and hashed by the number of its node, which stays")]

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use oxidd::bcdd::{BCDDFunction, BCDDManagerRef, new_manager};
use oxidd::util::OutOfMemory;
use oxidd::{BooleanFunction, BooleanFunctionQuant, Function, Manager, ManagerRef};

/// The diagrams have grown past the room there is for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl From<OutOfMemory> for TooLarge {
    fn from(_: OutOfMemory) -> Self {
        Self
    }
}

/// What drawing a diagram gives.
pub type Drawn<T = Diagram> = Result<T, TooLarge>;

/// How many nodes all diagrams together may have: about half a gigabyte.
const ROOM: usize = 1 << 24;
/// How many results of operations are remembered.
const REMEMBERED: usize = 1 << 21;

/// Where diagrams are drawn: a row of variables, first to last.
pub struct Board {
    manager: BCDDManagerRef,
    variables: Vec<Diagram>,
    /// The function that never holds.
    pub never: Diagram,
    /// The function that always holds.
    pub always: Diagram,
}

/// A function of the variables of a [`Board`].
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Diagram(BCDDFunction);

/// What stands at the top of a diagram.
pub enum Top {
    /// Always or never.
    Constant(bool),
    /// It depends on this variable: what is left if it is false, and if it is true.
    Decision {
        /// The variable.
        variable: u32,
        /// If it is false.
        low: Diagram,
        /// If it is true.
        high: Diagram,
    },
}

impl Board {
    /// Makes a board with so many variables.
    pub fn new(variables: u32) -> Drawn<Self> {
        let manager = new_manager(ROOM, REMEMBERED, 1);
        let (variables, never, always) = manager.with_manager_exclusive(|manager| {
            let variables: Drawn<Vec<_>> = manager
                .add_vars(variables)
                .map(|variable| Ok(Diagram(BCDDFunction::var(manager, variable)?)))
                .collect();
            (variables, Diagram(BCDDFunction::f(manager)), Diagram(BCDDFunction::t(manager)))
        });
        Ok(Self { manager, variables: variables?, never, always })
    }

    /// The function that holds if the variable is true.
    pub fn variable(&self, variable: u32) -> &Diagram {
        &self.variables[variable as usize]
    }

    /// The function that always or never holds.
    pub fn constant(&self, holds: bool) -> Diagram {
        if holds { self.always.clone() } else { self.never.clone() }
    }

    /// The conjunction of all parts.
    pub fn all<'a>(&self, parts: impl IntoIterator<Item = &'a Diagram>) -> Drawn {
        lowest_first(parts).into_iter().try_fold(self.always.clone(), |all, part| all.and(part))
    }

    /// The disjunction of all parts.
    pub fn any<'a>(&self, parts: impl IntoIterator<Item = &'a Diagram>) -> Drawn {
        lowest_first(parts).into_iter().try_fold(self.never.clone(), |any, part| any.or(part))
    }

    /// The conjunction of variables, for [`Diagram::exists`].
    pub fn variables(&self, variables: impl IntoIterator<Item = u32>) -> Drawn {
        self.all(variables.into_iter().map(|variable| self.variable(variable)).collect::<Vec<_>>())
    }

    /// The conjunction that says what a row of bits is, the highest first.
    pub fn code(&self, bits: Range<u32>, code: u32) -> Drawn {
        let width = bits.len() as u32;
        let mut conjunction = self.always.clone();
        for (place, variable) in bits.enumerate().rev() {
            let is_set = code >> (width - 1 - place as u32) & 1 == 1;
            let literal = self.variable(variable);
            conjunction = if is_set { literal.and(&conjunction)? } else { literal.not()?.and(&conjunction)? };
        }
        Ok(conjunction)
    }

    /// Counts the nodes that are kept at the moment.
    pub fn nodes(&self) -> usize {
        self.manager.with_manager_shared(|manager| manager.num_inner_nodes())
    }
}

/// Puts parts in the order in which it costs least to put them together: each on top of those before it.
fn lowest_first<'a>(parts: impl IntoIterator<Item = &'a Diagram>) -> Vec<&'a Diagram> {
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.first()));
    parts
}

impl Diagram {
    /// The first variable the function depends on.
    fn first(&self) -> Option<u32> {
        self.0.with_manager_shared(|manager, edge| {
            let level = manager.get_node(edge).level();
            (level != u32::MAX).then(|| manager.level_to_var(level))
        })
    }

    /// Holds where both hold.
    pub fn and(&self, other: &Self) -> Drawn {
        Ok(Self(self.0.and(&other.0)?))
    }

    /// Holds where either holds.
    pub fn or(&self, other: &Self) -> Drawn {
        Ok(Self(self.0.or(&other.0)?))
    }

    /// Holds where this does not.
    pub fn not(&self) -> Drawn {
        Ok(Self(self.0.not()?))
    }

    /// Holds where this does and the other does not.
    pub fn without(&self, other: &Self) -> Drawn {
        Ok(Self(other.0.imp_strict(&self.0)?))
    }

    /// Holds where one does and the other does not.
    pub fn differs(&self, other: &Self) -> Drawn {
        Ok(Self(self.0.xor(&other.0)?))
    }

    /// What is left of the function if the variables of `code` are as it says.
    pub fn given(&self, code: &Self) -> Drawn {
        Ok(Self(self.0.restrict(&code.0)?))
    }

    /// Holds where some value of the variables makes it hold.
    pub fn exists(&self, variables: &Self) -> Drawn {
        Ok(Self(self.0.exists(&variables.0)?))
    }

    /// Tells whether it never holds.
    pub fn is_never(&self) -> bool {
        !self.0.satisfiable()
    }

    /// Tells whether it holds for one value of each variable.
    pub fn holds(&self, value: impl Fn(u32) -> bool) -> bool {
        let mut diagram = self.clone();
        loop {
            match diagram.top() {
                Top::Constant(holds) => return holds,
                Top::Decision { variable, low, high } => diagram = if value(variable) { high } else { low },
            }
        }
    }

    /// Looks at the top of the diagram.
    pub fn top(&self) -> Top {
        match (self.first(), self.0.cofactors()) {
            (Some(variable), Some((high, low))) => Top::Decision { variable, low: Self(low), high: Self(high) },
            _ => Top::Constant(self.0.satisfiable()),
        }
    }

    /// Lists what can be left of the function once every variable before `bits` has a value, where that depends on `bits`.
    pub fn reached(&self, bits: &Range<u32>) -> Vec<Self> {
        let mut seen = HashSet::new();
        let mut reached = Vec::new();
        let mut open = vec![self.clone()];
        while let Some(diagram) = open.pop() {
            let Top::Decision { variable, low, high } = diagram.top() else { continue };
            if variable < bits.start {
                open.extend([low, high].into_iter().filter(|part| seen.insert(part.clone())));
            } else if bits.contains(&variable) {
                reached.push(diagram);
            }
        }
        reached
    }

    /// What is left of a function that [`Diagram::reached`] lists, if `bits` are this code, the highest bit first.
    #[must_use]
    pub fn follow(&self, bits: &Range<u32>, code: u32) -> Self {
        let mut diagram = self.clone();
        while let Top::Decision { variable, low, high } = diagram.top() {
            if !bits.contains(&variable) {
                break;
            }
            diagram = if code >> (bits.end - 1 - variable) & 1 == 1 { high } else { low };
        }
        diagram
    }

    /// Counts the nodes of the diagram.
    pub fn size(&self) -> usize {
        self.0.node_count()
    }

    /// Lists the variables the function depends on, first to last.
    pub fn support(&self) -> Vec<u32> {
        let mut seen = HashSet::new();
        let mut found = BTreeSet::new();
        let mut open = vec![self.clone()];
        while let Some(diagram) = open.pop() {
            if let Top::Decision { variable, low, high } = diagram.top() {
                found.insert(variable);
                open.extend([low, high].into_iter().filter(|part| seen.insert(part.clone())));
            }
        }
        found.into_iter().collect()
    }
}
