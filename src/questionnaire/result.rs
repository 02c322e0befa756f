//! What the result page shows, and what it rests on.

use super::{Criterion, FactorIndex, Id};
use serde::{Deserialize, Serialize};

/// What a result of one outcome shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OutcomePlan {
    /// The blocks, in order.
    pub blocks: Vec<BlockId>,
    /// Its main button is the booking link.
    pub booking: bool,
    /// The factor with which that button is no main one.
    pub booking_waits_for: Option<FactorIndex>,
    /// It has a quiet link to the clinic.
    pub contact: bool,
    /// The factor with which the words for minors take the place of others.
    pub minor_factor: Option<FactorIndex>,
}

/// Names a block of the result page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "explained with their words")]
pub enum BlockId {
    CrisisBanner,
    OtherOptionsReasons,
    RouteStatus,
    Factors,
    CanChange,
    HelpNow,
    IndicationMet,
    Approval,
    Evidence,
    Bring,
    Ask,
    Session,
    Effects,
    Aftercare,
    Unknowns,
    Disclaimer,
    DisclaimerInformation,
}

impl BlockId {
    /// The blocks without which no result may be shown: why it came to it, and what it is not.
    pub const NEEDED: [Self; 2] = [Self::Factors, Self::Disclaimer];
}

/// What a screen says of a block, for every result that shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BlockPlan {
    /// Which block.
    pub id: BlockId,
    /// Left out where the medicine must not be named.
    pub hide_when_neutral: bool,
    /// What it rests on.
    pub sources: Vec<usize>,
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
