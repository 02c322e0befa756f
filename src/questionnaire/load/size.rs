//! Conditions stay of a size that can be worked out in no time, on any device: definitions that name each other could amount to
//! more parts than there is time for.

use super::names::Loader;
use crate::questionnaire::{Criterion, Questionnaire};

/// How many parts a condition may have, with its definitions written out.
const PARTS: usize = 2000;
/// How deep its parts may lie within each other, definitions included.
const DEPTH: usize = 200;

/// How large a condition is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Size {
    parts: usize,
    depth: usize,
}

impl Size {
    /// Measures a condition; `defs` are the sizes of the definitions it may name.
    fn of(criterion: &Criterion, defs: &[Size]) -> Self {
        let of_list = |parts: &[Criterion]| {
            let sizes = parts.iter().map(|part| Self::of(part, defs));
            sizes.fold(Self { parts: 1, depth: 0 }, |all, size| Self {
                parts: all.parts.saturating_add(size.parts),
                depth: all.depth.max(size.depth),
            })
        };
        let inner = match criterion {
            Criterion::All(parts) | Criterion::Any(parts) => of_list(parts),
            Criterion::Not(part) => Self::of(part, defs),
            Criterion::Ref(def) => defs[*def],
            _ => Self { parts: 1, depth: 0 },
        };
        Self { depth: inner.depth.saturating_add(1), ..inner }
    }

    fn fits(self) -> bool {
        self.parts <= PARTS && self.depth <= DEPTH
    }
}

/// Lists the definitions that a condition names itself, as often as it does.
pub fn refs(criterion: &Criterion) -> impl Iterator<Item = usize> + use<> {
    let mut refs = Vec::new();
    criterion.visit(&mut |part| {
        if let Criterion::Ref(def) = part {
            refs.push(*def);
        }
    });
    refs.into_iter()
}

impl Loader {
    /// Notes criteria that are too large, each where it becomes so; `order` has definitions behind those that they name.
    pub fn check_size(&mut self, questionnaire: &Questionnaire, order: &[usize]) -> bool {
        let mut defs = vec![Size::default(); order.len()];
        for def in order {
            defs[*def] = Size::of(&questionnaire.defs[*def], &defs);
        }
        let before = self.findings.len();
        for (criterion, pointer, of) in std::mem::take(&mut self.criteria) {
            let size = Size::of(&criterion, &defs);
            // Whatever rests on a definition that is too large is not blamed too.
            if !size.fits() && refs(&criterion).all(|def| defs[def].fits()) {
                let found = format!("{} parts, {} deep, with definitions written out", size.parts, size.depth);
                let expected = format!("at most {PARTS} parts, and {DEPTH} deep");
                self.error("too-many", &pointer, &of, found, expected);
            }
        }
        self.findings.len() == before
    }
}
