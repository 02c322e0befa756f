//! The closed vocabulary of conditions: question, operator, answer.

use super::{ItemIndex, OptionSet, RouteIndex, ScoreIndex};
use serde::{Deserialize, Serialize};

/// How a number is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparison {
    /// At least.
    Gte,
    /// More than.
    Gt,
    /// At most.
    Lte,
    /// Less than.
    Lt,
    /// Exactly.
    Eq,
}

impl Comparison {
    /// Every comparison, with its operator in a file.
    pub const ALL: [(&'static str, Self); 5] =
        [("gte", Self::Gte), ("gt", Self::Gt), ("lte", Self::Lte), ("lt", Self::Lt), ("eq", Self::Eq)];

    /// Compares two numbers.
    #[must_use]
    #[allow(clippy::float_cmp, reason = "both sides are small whole numbers, or thirds multiplied out")]
    pub fn holds(self, left: f64, right: f64) -> bool {
        match self {
            Self::Gte => left >= right,
            Self::Gt => left > right,
            Self::Lte => left <= right,
            Self::Lt => left < right,
            Self::Eq => left == right,
        }
    }
}

/// A condition over answers, scores and settings.
///
/// A test of an item that is not enabled, or that has no valid answer, does not hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Criterion {
    /// Holds.
    Always,
    /// Every part holds.
    All(Vec<Criterion>),
    /// Some part holds.
    Any(Vec<Criterion>),
    /// The part does not hold.
    Not(Box<Criterion>),
    /// The criterion of that place in [`Questionnaire::defs`](super::Questionnaire::defs).
    Ref(usize),
    /// One of these options was chosen or ticked.
    Chosen {
        /// The item that is tested.
        item: ItemIndex,
        /// Any of these will do.
        options: OptionSet,
    },
    /// The item is enabled and has an answer.
    Answered(ItemIndex),
    /// The item is enabled and has none.
    Skipped(ItemIndex),
    /// The item's number compares so.
    Number {
        /// The item that is tested.
        item: ItemIndex,
        /// How.
        comparison: Comparison,
        /// With what.
        value: f64,
    },
    /// The score is available and compares so.
    Score {
        /// The score that is tested.
        score: ScoreIndex,
        /// How.
        comparison: Comparison,
        /// With what.
        value: f64,
    },
    /// The score is available, or is not.
    Available {
        /// The score that is tested.
        score: ScoreIndex,
        /// Which of the two.
        available: bool,
    },
    /// The clinic offers the route.
    RouteOffered(RouteIndex),
    /// The clinic has not switched the scale off.
    ScaleOn(ScoreIndex),
    /// A safety question is blank, or was answered with "rather not say".
    SafetyGap,
}

impl Criterion {
    /// A condition that no answer fulfils.
    #[must_use]
    pub fn never() -> Self {
        Self::Any(Vec::new())
    }

    /// Tells whether it was left out, so that no answer fulfils it.
    #[must_use]
    pub fn is_never(&self) -> bool {
        matches!(self, Self::Any(parts) if parts.is_empty())
    }

    /// Visits this criterion and every part of it, but does not follow [`Criterion::Ref`].
    pub fn visit<'a>(&'a self, see: &mut dyn FnMut(&'a Criterion)) {
        see(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(see)),
            Self::Not(part) => part.visit(see),
            _ => {}
        }
    }

    /// Visits this criterion, its parts and those of the definitions it rests on: each definition once, however often it is named.
    pub fn visit_all<'a>(&'a self, defs: &'a [Criterion], see: &mut dyn FnMut(&'a Criterion)) {
        self.follow(defs, &mut vec![false; defs.len()], see);
    }

    fn follow<'a>(&'a self, defs: &'a [Criterion], seen: &mut [bool], see: &mut dyn FnMut(&'a Criterion)) {
        self.visit(&mut |part| {
            see(part);
            if let Self::Ref(def) = part
                && !std::mem::replace(&mut seen[*def], true)
            {
                defs[*def].follow(defs, seen, see);
            }
        });
    }

    /// Lists the items this criterion reads, definitions followed, scores not.
    #[must_use]
    pub fn items(&self, defs: &[Criterion]) -> Vec<ItemIndex> {
        let mut items = Vec::new();
        self.visit_all(defs, &mut |part| {
            if let Self::Chosen { item, .. } | Self::Answered(item) | Self::Skipped(item) | Self::Number { item, .. } =
                part
            {
                items.push(*item);
            }
        });
        items
    }

    /// Tells whether the criterion asks for gaps in the safety questions.
    #[must_use]
    pub fn asks_for_gaps(&self) -> bool {
        let mut found = false;
        self.visit(&mut |part| found |= matches!(part, Self::SafetyGap));
        found
    }
}
