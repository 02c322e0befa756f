//! Factors, conditions, indications and routes.

use super::{Criterion, Id, MAX_ROUTES, RouteSet};
use serde::{Deserialize, Serialize};

/// How serious a factor is, mildest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Class {
    /// Says nothing on this route.
    #[default]
    None,
    /// The clinic should know.
    Note,
    /// A clinician has to look at it first.
    Review,
    /// Treatment is usually not given.
    Stop,
    /// A person has to help now.
    Urgent,
}

impl Class {
    /// Every class, mildest first.
    pub const ALL: [Self; 5] = [Self::None, Self::Note, Self::Review, Self::Stop, Self::Urgent];

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Note => "note",
            Self::Review => "review",
            Self::Stop => "stop",
            Self::Urgent => "urgent",
        }
    }

    /// Reads the word for it.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.as_str() == word)
    }
}

/// A class for each route.
pub type Classes = [Class; MAX_ROUTES];

/// A rule: which answers matter, and how much.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// The id of the factor it sets.
    pub id: Id,
    /// One subject; within it only the most serious factors are listed.
    pub topic: Id,
    /// How serious it is on each route.
    pub classes: Classes,
    /// The classes a clinic may raise it to.
    pub may_raise_to: Vec<Class>,
    /// Sets the factor for certain.
    pub when: Criterion,
    /// Sets the factor as a doubt.
    pub unsure_when: Option<Criterion>,
    /// What it rests on.
    pub sources: Vec<usize>,
}

/// Something help is sought for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// The stable name.
    pub id: Id,
    /// The visitor chose it.
    pub chosen_when: Criterion,
    /// How good the evidence is, in a word.
    pub tier: Id,
    /// The routes that are judged for it.
    pub routes: RouteSet,
    /// What it rests on.
    pub sources: Vec<usize>,
}

/// When a treatment may be worth asking about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indication {
    /// The stable name.
    pub id: Id,
    /// Usual treatments came first.
    pub met_when: Criterion,
    /// The routes it speaks for.
    pub routes: RouteSet,
    /// Where its sources are.
    pub condition: usize,
}

/// A way of giving the treatment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Route {
    /// The stable name.
    pub id: Id,
    /// What its texts rest on.
    pub sources: Vec<usize>,
}
