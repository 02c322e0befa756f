//! Sections, pages, items and their answer options.

use serde::{Deserialize, Serialize};
use std::ops::Range;

use super::{Criterion, Id, ItemIndex, LinkId, OptionCode, PageIndex};

/// What kind of answer an item takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ItemKind {
    /// One option.
    Choice,
    /// Any number of options.
    MultiChoice,
    /// A whole number within limits, or a special option.
    Integer {
        /// The smallest number allowed.
        min: i32,
        /// The largest number allowed.
        max: i32,
    },
    /// One of a row of whole numbers.
    Scale {
        /// The first number of the row.
        min: i32,
        /// The last number of the row.
        max: i32,
    },
}

/// The answers that mean the same in every item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Special {
    /// Nothing in the list applies.
    None,
    /// The visitor does not know.
    NotSure,
    /// The visitor would rather not tell.
    RatherNotSay,
    /// In a follow-up: any line of the list could be it.
    AnyOfThem,
}

/// A choice of an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswerOption {
    /// The stable name.
    pub code: OptionCode,
    /// What scores add up.
    pub score: Option<i32>,
    /// Set for the answers that mean the same everywhere.
    pub special: Option<Special>,
    /// In a tick list: ticking it clears the rest, and the reverse.
    pub exclusive: bool,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The stable name.
    pub link_id: LinkId,
    /// What kind of answer it takes.
    pub kind: ItemKind,
    /// A skip or "rather not say" here must be looked at by a clinician.
    pub safety: bool,
    /// May stay blank without a word about it.
    pub optional: bool,
    /// Asked only if this holds (and its page's and its section's).
    pub enable_when: Criterion,
    /// The choices, special ones last.
    pub options: Vec<AnswerOption>,
    /// Where the words of the options are: its own link id, an option set, or the item they were copied from.
    pub option_words: String,
    /// The page it stands on.
    pub page: PageIndex,
}

impl Item {
    /// Finds an option by its code.
    #[must_use]
    pub fn option(&self, code: &str) -> Option<usize> {
        self.options.iter().position(|option| option.code.as_str() == code)
    }

    /// Finds the option with a special meaning.
    #[must_use]
    pub fn special(&self, special: Special) -> Option<usize> {
        self.options.iter().position(|option| option.special == Some(special))
    }
}

/// Items that are shown together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The stable name.
    pub id: Id,
    /// Its items, in order.
    pub items: Range<usize>,
    /// Shown only if this holds.
    pub enable_when: Criterion,
    /// The rows of a published scale.
    pub scale_page: bool,
    /// The section it belongs to, by position.
    pub section: usize,
}

impl Page {
    /// Goes through the page's items in order.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = ItemIndex> + use<> {
        self.items.clone().map(ItemIndex::at)
    }
}

/// A part of the questionnaire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// The stable name.
    pub id: Id,
    /// Its pages, in order.
    pub pages: Range<usize>,
    /// Asked only if this holds.
    pub enable_when: Criterion,
}
