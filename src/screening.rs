//! Answers to an outcome with reasons: one pure function, [`screen`].
//!
//! It always gives a value: whatever is missing or not valid counts as the rules for blank answers say.
//! The rules themselves are data ([`Questionnaire`]); nothing here knows what is screened for.

mod answers;
#[cfg(feature = "command")]
mod evidence;
mod factor;
mod facts;
mod json;
mod outcome;
mod score;

pub use answers::{Answer, Answers};
#[cfg(feature = "command")]
pub use evidence::Evidence;
pub use factor::{Certainty, Factor, effective};
pub use facts::{Facts, Truth};
pub use json::Json;
pub use score::ScoreValue;

use crate::questionnaire::{Class, ItemIndex, Outcome, Questionnaire, RouteIndex, RouteSet, RouteStatus, ScoreIndex};
use crate::settings::{Mode, Settings};

/// What one run found, and why: everything that a result says of the answers is one of these.
#[derive(Debug, Clone, PartialEq)]
pub struct Screening {
    /// The one overall finding; none if the settings ask for information only.
    pub outcome: Option<Outcome>,
    /// The factors that are listed, most serious first, then by id.
    pub factors: Vec<Factor>,
    /// The finding for each offered route; none of them if the outcome is urgent.
    pub routes: Vec<(RouteIndex, RouteStatus)>,
    /// The routes that classes were judged on.
    pub judged: RouteSet,
    /// Each score that exists for this visit; no value while a row that is asked is blank.
    pub scores: Vec<(ScoreIndex, Option<ScoreValue>)>,
    /// What help is sought for: conditions, by place in the file.
    pub chosen: Vec<usize>,
    /// Indications that are met and speak for an offered route, by place in the file.
    pub met: Vec<usize>,
    /// Reasons why other care may come first, by place in the file; none of them if the outcome is urgent.
    pub other_reasons: Vec<usize>,
    /// A result begins with crisis help.
    pub banner: bool,
    /// Safety questions that are asked and left blank, or answered with "rather not say".
    pub gaps: Vec<ItemIndex>,
    /// The items that are asked, in order.
    pub enabled: Vec<ItemIndex>,
    /// Those of them that have no valid answer.
    pub unanswered: Vec<ItemIndex>,
}

/// Screens.
///
/// A screen has two rounds: which items count, then what their answers mean.
/// Order of answering cannot matter, because only the answers go in.
#[must_use]
pub fn screen(questionnaire: &Questionnaire, answers: &Answers, settings: &Settings) -> Screening {
    if settings.mode == Mode::InformationOnly {
        return Screening::nothing();
    }
    let facts = Facts::of(questionnaire, settings, answers);
    let found = factor::find(&facts);
    let listed = factor::one_most_serious_per_topic(questionnaire, found);
    let urgent = listed.iter().any(|factor| factor.classes.contains(&Class::Urgent));
    let verdict = outcome::judge(&facts, &listed);
    let factors = factor::list(questionnaire, listed, verdict.judged);
    let other_reasons = if urgent { Vec::new() } else { outcome::other_reasons(&facts, &verdict.routes) };
    Screening {
        outcome: Some(if urgent { Outcome::Urgent } else { verdict.outcome }),
        factors,
        routes: if urgent { Vec::new() } else { verdict.routes },
        other_reasons,
        judged: verdict.judged,
        scores: score::existing(&facts),
        chosen: verdict.chosen,
        met: verdict.met,
        banner: facts.holds(&questionnaire.crisis.banner_when),
        gaps: facts.safety_gaps(),
        enabled: facts.items(&|item| facts.is_enabled(item)),
        unanswered: facts.items(&|item| facts.is_enabled(item) && facts.answer(item).is_none()),
    }
}

impl Screening {
    /// Goes through the offered routes that are used for what was chosen.
    pub fn relevant(&self) -> impl Iterator<Item = RouteIndex> {
        outcome::relevant(&self.routes)
    }

    /// What is found where nothing is asked.
    fn nothing() -> Self {
        Self {
            outcome: None,
            factors: Vec::new(),
            routes: Vec::new(),
            judged: RouteSet::default(),
            scores: Vec::new(),
            chosen: Vec::new(),
            met: Vec::new(),
            other_reasons: Vec::new(),
            banner: false,
            gaps: Vec::new(),
            enabled: Vec::new(),
            unanswered: Vec::new(),
        }
    }
}
