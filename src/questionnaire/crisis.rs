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
    /// The key to press once it answers.
    pub press: Option<String>,
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
    /// The crisis lines that take their place in some languages, by the language's tag without a region.
    pub lines_in: Vec<(String, Vec<CrisisLine>)>,
}

impl CrisisLine {
    /// Tells whether the name holds the number to call, which then needs to be said no second time.
    #[must_use]
    pub fn says_how(&self) -> bool {
        self.call.first().is_some_and(|number| self.name.split_whitespace().any(|word| word == number))
    }
}

impl CrisisRow {
    /// The crisis lines for visitors who read this language, in whichever region.
    #[must_use]
    pub fn lines_in(&self, language: &str) -> &[CrisisLine] {
        let language = language.split('-').next().unwrap_or_default();
        let own = self.lines_in.iter().find(|(tag, _)| tag == language);
        own.map_or(&self.lines, |(_, lines)| lines)
    }

    /// Tells whether it names only sites that list lines, because it is for no single country.
    #[must_use]
    pub fn is_a_directory(&self) -> bool {
        self.lines.iter().all(|line| line.link.is_some())
    }

    /// Goes through the crisis lines of every language.
    pub fn all_lines(&self) -> impl Iterator<Item = &CrisisLine> {
        self.lines.iter().chain(self.lines_in.iter().flat_map(|(_, lines)| lines))
    }
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
