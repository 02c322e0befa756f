//! Published scales and their scoring.

use super::{Id, ItemIndex};
use serde::{Deserialize, Serialize};

/// How values are put together to a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// The values added up.
    Sum,
    /// Their average.
    Mean,
    /// How many of them are above 0.
    Count,
}

/// What a blank row does to a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Missing {
    /// There is no score.
    None,
    /// The score so far counts for rules, as the least that it can be.
    CountAsZero,
}

/// A range of a score with a name.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// The lowest value in it.
    pub from: f64,
    /// The highest value in it, or the first one above it if `open`.
    pub to: f64,
    /// `to` itself is not in the band.
    pub open: bool,
}

/// A published scale with its own scoring.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// The stable name.
    pub id: Id,
    /// How its values are put together.
    pub method: Method,
    /// The items it reads.
    pub items: Vec<ItemIndex>,
    /// What a blank row does.
    pub missing: Missing,
    /// The lowest and the highest value it can have.
    pub range: [i32; 2],
    /// Its bands, lowest first.
    pub bands: Vec<Band>,
    /// What it rests on.
    pub sources: Vec<usize>,
    /// Languages in which it is asked, because its wording there is official; none for all of them.
    pub languages: Vec<String>,
}

impl Score {
    /// Tells whether the scale is asked in a language.
    #[must_use]
    pub fn is_asked_in(&self, language: &str) -> bool {
        self.languages.is_empty() || self.languages.iter().any(|asked| asked == language)
    }
}
