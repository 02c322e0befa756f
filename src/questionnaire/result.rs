//! What the result page shows, and what it rests on.

use super::{Criterion, FactorIndex, Id};
use serde::{Deserialize, Serialize};

/// What a result of one outcome shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OutcomePlan {
    /// The blocks, in order.
    pub blocks: Vec<Id>,
    /// Its main button is the booking link.
    pub booking: bool,
    /// It has a quiet link to the clinic.
    pub contact: bool,
    /// The factor with which the words for minors take the place of others.
    pub minor_factor: Option<FactorIndex>,
}

/// A block of the result page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// The stable name.
    pub id: Id,
    /// Left out where the medicine must not be named.
    pub hide_when_neutral: bool,
    /// What it rests on.
    pub sources: Vec<usize>,
}

impl Block {
    /// The blocks that the widget can draw.
    pub const ALL: [&str; 19] = [
        "crisis_urgent",
        "crisis_banner",
        "crisis_line",
        "other_options_reasons",
        "route_status",
        "factors",
        "can_change",
        "indication_met",
        "approval",
        "evidence",
        "bring",
        "ask",
        "session",
        "effects",
        "aftercare",
        "unknowns",
        "disclaimer",
        "disclaimer_information",
        "actions",
    ];

    /// The blocks without which no result may be shown: why it came to it, and what it is not.
    pub const NEEDED: [&str; 2] = ["factors", "disclaimer"];
}

/// A document a rule or a text rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The stable name.
    pub id: Id,
    /// Its title, in full.
    pub title: String,
    /// Its year, if there is a single one.
    pub year: Option<i32>,
}

/// A reason why other care may come first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OtherReason {
    /// The stable name.
    pub id: Id,
    /// Shown if this holds.
    pub when: Criterion,
    /// Shown only if no route is judged.
    pub no_relevant_route: bool,
    /// Shown only if no other reason is.
    pub only_if_no_other: bool,
}
