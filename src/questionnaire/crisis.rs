//! Crisis help: when it is shown, and whom to call.

use super::{Criterion, FactorIndex, Id, PageIndex};
use serde::{Deserialize, Serialize};

/// A part of the urgent panel, named by the order it is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum HelpPart {
    /// The crisis lines.
    Lines,
    /// The emergency number.
    Emergency,
    /// Where to go.
    GoTo,
    /// Whom to tell.
    TellSomeone,
}

/// Where to text, and with which word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TextNumber {
    /// The number.
    pub to: String,
    /// The word to send.
    pub word: Option<String>,
}

/// A crisis line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CrisisLine {
    /// Its own name.
    pub name: String,
    /// Numbers to call.
    pub call: Vec<String>,
    /// Numbers to text.
    pub text: Vec<TextNumber>,
    /// A site to chat on.
    pub chat: Option<String>,
    /// A site that lists lines.
    pub link: Option<String>,
    /// When it answers.
    pub hours: Option<String>,
}

/// Whom to call in one country.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CrisisRow {
    /// The country, or `other`.
    pub id: Id,
    /// Emergency numbers, the first one first.
    pub emergency: Vec<String>,
    /// Crisis lines, the first one first.
    pub lines: Vec<CrisisLine>,
}

/// When and how crisis help is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Crisis {
    /// The page after which the pause may come.
    pub pause_after: PageIndex,
    /// The pause comes if this holds.
    pub pause_when: Criterion,
    /// The visitor told of such thoughts, rather than leaving them open.
    pub pause_spoken_when: Criterion,
    /// The result begins with crisis help if this holds.
    pub banner_when: Criterion,
    /// The factor of a medical emergency.
    pub emergency_factor: FactorIndex,
    /// The order of the urgent panel.
    pub order: Vec<HelpPart>,
    /// Its order in a medical emergency.
    pub order_emergency: Vec<HelpPart>,
    /// Whom to call, by country.
    pub table: Vec<CrisisRow>,
}
