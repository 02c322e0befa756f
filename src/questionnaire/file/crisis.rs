//! Help in a crisis: when it is shown, and whom to call in which country.

use super::Expression;
use crate::questionnaire::HelpPart;
use crate::questionnaire::shape::{Fields, List, Pairs, Reader, Shape, Spot, shapes};
use crate::questionnaire::vocabulary::{Confidence, Word};
#[cfg(feature = "command")]
use {
    crate::questionnaire::schema::{Definitions, Keys},
    serde_json::Value,
};

shapes! {
    /// A pause among the questions, with crisis help.
    PauseFile {
        /// The id of the page after which it may come.
        must after_page: String,
        /// It comes if this holds.
        must when: Expression,
        /// The visitor told of such thoughts, rather than leaving them open; it picks the words of the pause.
        may spoken_when: Option<Expression>,
    }
    /// When and how crisis help is shown.
    CrisisFile {
        /// The pause among the questions; a screen without one leaves it out.
        may pause: Option<PauseFile>,
        /// The result begins with crisis help if this holds; it never does if left out.
        may banner_when: Option<Expression>,
        /// The id of the factor of a medical emergency, where the emergency number comes first.
        must emergency_factor: String,
        /// The parts of the urgent panel, in order.
        must order: Vec<Word<HelpPart>>,
        /// Their order in a medical emergency.
        must order_emergency: Vec<Word<HelpPart>>,
        /// The day on which every number was last looked at, as 2026-11-21.
        must reviewed: String,
        /// How many months after that day a look is due.
        must warn_after_months: i32,
        /// Whom to call, by country; one row is `other`.
        must table: List<CrisisRowFile>,
    }
    /// Whom to call in one country.
    CrisisRowFile {
        /// The country, or `other`; its name stands under it in the words.
        must id: String,
        /// Emergency numbers, the first one first.
        may emergency: Vec<String>,
        /// The emergency number for texts.
        may emergency_text: Option<String>,
        /// Crisis lines, the first one first; at least one.
        must lines: Vec<CrisisLineFile>,
        /// Languages in which other lines take the place of these, by their tags without a region: `{"es": [...]}`.
        may lines_in: Pairs<Vec<CrisisLineFile>>,
        /// How sure it is that the numbers are right.
        may confidence: Option<Word<Confidence>>,
    }
    /// A crisis line.
    CrisisLineFile {
        /// Its own name.
        must name: String,
        /// Numbers to call, the first one first.
        may call: Vec<String>,
        /// The key to press once the line answers, such as 2.
        may press: Option<String>,
        /// Numbers to text, the first one first.
        may text: Vec<TextFile>,
        /// A site to chat on, without `https://`.
        may chat: Option<String>,
        /// A site that lists lines, without `https://`.
        may link: Option<String>,
        /// When it answers, such as 24/7.
        may hours: Option<String>,
        /// Where the operator or someone else says so, without `https://`, with its day if a newspaper does.
        may source: Option<String>,
        /// The day its source was last read, as 2026-11-28, if that is not the day of the table.
        may reviewed: Option<String>,
        /// Someone still has to call and make sure.
        may verify: bool,
    }
    /// Where to text.
    TextFile {
        /// The number.
        must to: String,
        /// The word to send, if one is needed.
        may word: Option<String>,
    }
}
