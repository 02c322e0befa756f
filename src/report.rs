//! A result in words: what the result page shows, and what the copied summary says.
//!
//! It is put in words from what the engine found and from nothing else: no answer is looked at here again.

mod blocks;
mod factors;
mod said;
mod text;

pub use blocks::{Block, Evidence, Gauge, GaugeBand, Titled};
pub use factors::{FactorGroup, FactorWords, UnsurePage, factor_words, told};
pub use said::{Said, answer_text, said};
pub use text::{screen_line, summary_text};

use crate::questionnaire::{Class, FactorIndex, Outcome};
use crate::screening::Screening;
use crate::wording::Wording;

/// What a main or quiet button does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportAction {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub url: String,
}

/// A result in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Which outcome it is of.
    pub outcome: Outcome,
    /// Its heading.
    pub heading: String,
    /// What it means.
    pub meaning: String,
    /// What to do next.
    pub next_step: String,
    /// Paths of sentences about what cannot wait, in the order of the factors: they come before everything but crisis help.
    pub today: Vec<String>,
    /// The link to book or to ask is the first thing to do.
    pub link_comes_first: bool,
    /// The booking link, if this outcome has one and the clinic set it.
    pub booking: Option<ReportAction>,
    /// The link that asks the clinic a question, likewise.
    pub contact: Option<ReportAction>,
    /// The clinic's phone, beside either link.
    pub phone: Option<(String, Option<String>)>,
    /// The blocks, in order.
    pub blocks: Vec<Block>,
    /// A summary of it holds what is private too.
    include_private: bool,
}

impl Report {
    /// Tells whether someone to talk to comes before everything else.
    #[must_use]
    pub fn help_first(&self) -> bool {
        self.blocks.contains(&Block::CrisisBanner)
    }
}

/// Puts a result in words. An urgent one has none: crisis help takes its place.
///
/// `include_private` is what the visitor says of a summary: that it may hold what is private.
#[must_use]
pub fn report(wording: &Wording, screening: &Screening, include_private: bool) -> Option<Report> {
    let outcome = screening.outcome.filter(|outcome| *outcome != Outcome::Urgent)?;
    let (questionnaire, settings) = (wording.questionnaire, wording.settings);
    let plan = &questionnaire.outcomes[Outcome::ALL.iter().position(|known| *known == outcome)?];
    let path = format!("outcomes.{}", outcome.as_str());
    let has = |known: Option<FactorIndex>| {
        known.is_some_and(|known| screening.factors.iter().any(|factor| factor.rule == known))
    };
    let minor = plan.minor_factor.is_some() && blocks::is_minor(wording, screening);
    let for_minor = |key: &str| {
        let under_18 = format!("{path}.{key}_under_18");
        let own = minor && wording.words.get(&under_18).is_some();
        wording.text(&if own { under_18 } else { format!("{path}.{key}") })
    };
    let action = |shown: bool, key: &str, url: &Option<String>| {
        let url = url.as_ref().filter(|_| shown)?;
        Some(ReportAction { text: wording.text(&format!("{path}.{key}")), url: url.clone() })
    };
    // A minor is sent to care for their age, not to the clinic.
    let phone = settings.phone.clone().filter(|_| plan.booking || (plan.contact && !minor));
    let blocks = blocks::blocks(wording, screening, plan, include_private);
    let today = factors::today(wording, screening);
    Some(Report {
        outcome,
        heading: wording.text(&format!("{path}.heading")),
        meaning: for_minor("meaning"),
        next_step: for_minor("next_step"),
        booking: action(plan.booking, "main_action", &settings.booking_url),
        contact: action(plan.contact && !minor, "quiet_action", &settings.contact_url),
        phone: phone.map(|phone| (phone, settings.phone_hours.clone())),
        link_comes_first: today.is_empty() && !blocks.contains(&Block::CrisisBanner) && !has(plan.booking_waits_for),
        today,
        blocks,
        include_private,
    })
}

/// Lists what to tell a clinician, for the page that gives no personal result.
#[must_use]
pub fn checklist(wording: &Wording) -> Vec<String> {
    let questionnaire = wording.questionnaire;
    let rules = questionnaire.rules.iter().enumerate();
    let listed = rules.filter(|(place, rule)| {
        let worst = rule.classes.iter().max().copied().unwrap_or_default();
        let left_out = questionnaire.unlisted_factors.iter().any(|factor| factor.get() == *place);
        matches!(worst, Class::Stop | Class::Review) && !left_out
    });
    listed.map(|(_, rule)| wording.text(&format!("factors.{}.text", rule.id))).collect()
}

/// The blocks of the page that gives no personal result.
#[must_use]
pub fn information_blocks(wording: &Wording) -> Vec<Block> {
    blocks::information(wording)
}
