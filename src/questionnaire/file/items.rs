//! What is asked: sections, pages, items and their options.

use super::{Expression, Points};
use crate::questionnaire::Special;
use crate::questionnaire::shape::{Fields, List, Reader, Shape, Spot, shapes};
use crate::questionnaire::vocabulary::{ItemType, Word};
#[cfg(feature = "command")]
use {
    crate::questionnaire::schema::{Definitions, Keys},
    serde_json::Value,
};

shapes! {
    /// An answer that means the same in every item.
    SpecialFile {
        /// Which of the answers that the engine knows.
        must code: Word<Special>,
        /// In a tick list: ticking it clears the rest, and the reverse.
        must exclusive: bool,
    }
    /// Options that several items share.
    OptionSetFile {
        /// The stable name; an item's `option_set` names it, and the words of the options stand under it.
        must id: String,
        /// The options, in order.
        must answer_options: List<OptionFile>,
    }
    /// One option of an item.
    OptionFile {
        /// The stable name; conditions and cases use it, visitors never see it.
        must code: String,
        /// What a score adds up, a whole number.
        may score: Points,
    }
    /// A part of the questionnaire.
    SectionFile {
        /// The stable name; its heading stands under it in the words.
        must id: String,
        /// Asked only if this holds; it looks back at items further up.
        may enable_when: Option<Expression>,
        /// Its pages, in order.
        must pages: List<PageFile>,
    }
    /// Items that are shown together.
    PageFile {
        /// The stable name; its title stands under it in the words.
        must id: String,
        /// Shown only if this holds (and its section's); it looks back at items further up.
        may enable_when: Option<Expression>,
        /// The items are the rows of a published scale, shown compactly.
        may scale_page: bool,
        /// Its items, in order; at least one.
        must items: List<ItemFile>,
    }
    /// Options taken from an item further up, with their words: for asking which one a visitor is not sure about.
    CopyFile {
        /// The link id of the item further up.
        must from: String,
        /// The codes of the options that are taken.
        must only: Vec<String>,
    }
    /// A question.
    ItemFile {
        /// The stable name (FHIR linkId); conditions, cases and words use it.
        must link_id: String,
        /// What kind of answer it takes.
        must kind: Word<ItemType>,
        /// A skip or "rather not say" here must be looked at by a clinician.
        may safety: bool,
        /// May stay blank without a word about it.
        may optional: bool,
        /// Its wording still has to be compared with the publisher's.
        may verify: bool,
        /// Asked only if this holds (and its page's and its section's); it looks back at items further up.
        may enable_when: Option<Expression>,
        /// The smallest number allowed, for an integer or a scale.
        may min: Option<i32>,
        /// The largest number allowed, for an integer or a scale.
        may max: Option<i32>,
        /// Its own options; a choice has these, or an option set, or copied options.
        may answer_options: Option<List<OptionFile>>,
        /// The id of the option set it shares.
        may option_set: Option<String>,
        /// Options taken from an item further up.
        may copy_options: Option<CopyFile>,
        /// The special answers it has besides, shown last.
        may specials: Vec<Word<Special>>,
    }
}
