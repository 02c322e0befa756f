//! What a clinic may set: loose strings in, strict types out.
//!
//! A clinic can make a rule stricter; there is no type with which it could make one softer.

mod address;
mod attributes;
#[cfg(feature = "snippet")]
mod catalog;
mod form;
#[cfg(feature = "command")]
mod schema;
mod settle;
mod table;
mod takes;
mod theme;
#[cfg(feature = "snippet")]
mod told;
pub(crate) mod value;

pub use attributes::{Page, from_page, to_page};
#[cfg(feature = "snippet")]
pub use catalog::{Setting, about, catalog, hint, label};
pub use form::{Form, Limits, Text, Word};
#[cfg(feature = "command")]
pub use schema::schema;
pub use settle::{settle, settle_given};
pub use takes::{Takes, switchable_scales};
pub use theme::{ColorScheme, Font, Frame, RADIUS, Theme, UNSET};
#[cfg(feature = "snippet")]
pub use told::{Group, Told, Unset};

use form::words;

use crate::questionnaire::{Class, Questionnaire, RegionIndex, RouteSet, ScoreIndex};

words! {
    /// How much the widget says.
    Mode {
        Full "full" "A personal result",
        InformationOnly "information_only" "What to tell a clinician, and no question",
    }
}

/// The settings of one widget, settled: every one has a value that holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The clinic's name, if it gave one.
    pub name: Option<String>,
    /// Where a consultation is booked.
    pub booking_url: Option<String>,
    /// Where questions go.
    pub contact_url: Option<String>,
    /// The clinic's phone.
    pub phone: Option<String>,
    /// When it is answered.
    pub phone_hours: Option<String>,
    /// A person answers at every hour.
    pub phone_24_7: bool,
    /// Where the clinic is.
    pub region: RegionIndex,
    /// The language, which decides too which published scales are asked.
    pub locale: String,
    /// The ways of treatment it offers.
    pub routes: RouteSet,
    /// A personal result, or information only.
    pub mode: Mode,
    /// The medicine is not named where that can be helped.
    pub drug_neutral: bool,
    /// For each rule, the class it is raised to; `none` where it is not.
    pub raises: Vec<Class>,
    /// Scales that the clinic does not ask.
    pub scales_off: Vec<ScoreIndex>,
    /// Scores are shown on the result.
    pub show_scores: bool,
    /// How it looks.
    pub theme: Theme,
}

impl Settings {
    /// The settings of a clinic that set nothing: no personal result.
    #[must_use]
    pub fn unset(questionnaire: &Questionnaire) -> Self {
        let other = questionnaire.regions.iter().position(|region| region.id.as_str() == "other");
        Self {
            name: None,
            booking_url: None,
            contact_url: None,
            phone: None,
            phone_hours: None,
            phone_24_7: false,
            region: RegionIndex::at(other.unwrap_or_default()),
            locale: questionnaire.languages.first().map_or("en", String::as_str).to_owned(),
            routes: RouteSet::default(),
            mode: Mode::InformationOnly,
            drug_neutral: true,
            raises: vec![Class::None; questionnaire.rules.len()],
            scales_off: Vec::new(),
            show_scores: false,
            theme: Theme::default(),
        }
    }

    /// Tells whether a published scale is asked: not where the clinic switched it off, nor in a language without its wording.
    #[must_use]
    pub fn is_asked(&self, questionnaire: &Questionnaire, score: ScoreIndex) -> bool {
        !self.scales_off.contains(&score) && questionnaire[score].is_asked_in(&self.locale)
    }
}
