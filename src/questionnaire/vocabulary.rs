//! The closed sets of words that a screen may use, each word with what it means.
//!
//! Reading, the message about a word that is none of them, and what an editor offers all come from the same list.

use super::shape::{Reader, Shape, Spot};
use super::{BlockId, Class, HelpPart, Method, Missing, Special};
use crate::questionnaire::Outcome;
#[cfg(feature = "command")]
use {
    super::schema::{self, Definitions},
    serde_json::Value,
};

/// A closed set of words.
pub trait Vocabulary: Copy + 'static {
    /// The code of the finding about a word that is none of them.
    const CODE: &'static str;
    /// What its schema is called.
    #[cfg(feature = "command")]
    const NAME: &'static str;
    /// Every word, with its meaning.
    const WORDS: &'static [(&'static str, Self)];
    /// What each word means, in the same order.
    #[cfg(feature = "command")]
    const MEANINGS: &'static [&'static str];

    /// The word for a value.
    fn word(self) -> &'static str
    where
        Self: PartialEq,
    {
        Self::WORDS.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }
}

/// A word of a closed set; one that is none of them is noted and kept, so that what stands around it is still looked at.
#[derive(Debug, Clone)]
pub struct Word<T> {
    /// As it is written.
    pub text: String,
    /// What it means.
    pub known: Option<T>,
}

impl<T: Vocabulary> Shape for Word<T> {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        let text = String::read(at, reader)?;
        let known = T::WORDS.iter().find(|(word, _)| *word == text).map(|(_, known)| *known);
        if known.is_none() {
            reader.note_as(T::CODE, at, &format!("'{text}'"), &one_of::<T>());
        }
        Some(Self { text, known })
    }

    #[cfg(feature = "command")]
    fn schema(_: &mut Definitions) -> Value {
        schema::words(T::WORDS.iter().map(|(word, _)| *word).zip(T::MEANINGS.iter().copied()))
    }
}

/// Lists the words, as in `sum, mean or count`.
fn one_of<T: Vocabulary>() -> String {
    let words: Vec<_> = T::WORDS.iter().map(|(word, _)| *word).collect();
    match words.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        words => words.concat(),
    }
}

/// Declares the words for the values of a type.
macro_rules! vocabularies {
    ($(code: $code:literal $name:ident { $($(#[doc = $doc:literal])* $word:literal => $value:expr,)* })*) => {$(
        impl Vocabulary for $name {
            const CODE: &'static str = $code;
            #[cfg(feature = "command")]
            const NAME: &'static str = stringify!($name);
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $value)),*];
            #[cfg(feature = "command")]
            const MEANINGS: &'static [&'static str] = &[$(concat!($($doc),*)),*];
        }
    )*};
}

/// What kind of answer an item takes, before its limits are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "explained with their words")]
pub enum ItemType {
    Choice,
    MultiChoice,
    Integer,
    Scale,
}

/// How serious a factor of a clinic's own may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "explained with their words")]
pub enum OwnClass {
    Note,
    Review,
    Stop,
}

/// What the main button of a result does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booking;

/// What the quiet button of a result does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact;

/// Which limit of age a clinic may move inwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "explained with their words")]
pub enum AgeSetting {
    Minimum,
    Maximum,
}

/// How far a source has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "explained with their words")]
pub enum Checked {
    Seen,
    Part,
    GeneralKnowledge,
}

/// How sure it is that a crisis number is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "explained with their words")]
pub enum Confidence {
    High,
    Medium,
    Low,
}

/// The word for every option of a tick list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Every;

vocabularies! {
    code: "unknown-type" ItemType {
        /// One of the options, as radio buttons.
        "choice" => Self::Choice,
        /// Any number of the options, as tick boxes.
        "multi_choice" => Self::MultiChoice,
        /// A whole number from `min` to `max`, typed; or a special answer.
        "integer" => Self::Integer,
        /// One of the whole numbers from `min` to `max`, in a row.
        "scale" => Self::Scale,
    }
    code: "unknown-class" Class {
        /// A person has to help now: crisis help takes the place of everything else.
        "urgent" => Self::Urgent,
        /// Treatment is usually not given on this route.
        "stop" => Self::Stop,
        /// A clinician has to look at it first.
        "review" => Self::Review,
        /// The clinic should know; it changes no outcome.
        "note" => Self::Note,
        /// Says nothing on this route.
        "none" => Self::None,
    }
    code: "own-class" OwnClass {
        /// The clinic should know; it changes no outcome.
        "note" => Self::Note,
        /// A clinician has to look at it first.
        "review" => Self::Review,
        /// Treatment is usually not given on this route.
        "stop" => Self::Stop,
    }
    code: "unknown-method" Method {
        /// The values of the answers added up.
        "sum" => Self::Sum,
        /// Their average.
        "mean" => Self::Mean,
        /// How many of them are above 0.
        "count" => Self::Count,
    }
    code: "unknown-method" Missing {
        /// Then there is no score.
        "none" => Self::None,
        /// The rows that are answered count for rules; a score is shown only if all are.
        "count_as_zero" => Self::CountAsZero,
    }
    code: "unknown-word" Special {
        /// Nothing in the list applies.
        "none" => Self::None,
        /// The visitor does not know.
        "not_sure" => Self::NotSure,
        /// The visitor would rather not tell; on a safety question it counts as a gap.
        "rather_not_say" => Self::RatherNotSay,
        /// In a follow-up: any line of the list could be it.
        "any_of_them" => Self::AnyOfThem,
    }
    code: "unknown-word" Outcome {
        /// Help is needed now; nothing else is shown.
        "urgent" => Self::Urgent,
        /// Treatment is usually not given in this situation.
        "not_now" => Self::NotNow,
        /// A clinician has to look at the answers first.
        "clinician_first" => Self::ClinicianFirst,
        /// It may be worth a consultation.
        "possible_fit" => Self::PossibleFit,
        /// Other care may come first.
        "other_options_first" => Self::OtherOptionsFirst,
    }
    code: "unknown-word" BlockId {
        /// That there is someone to talk to, above everything else.
        "crisis_banner" => Self::CrisisBanner,
        /// Why other care may come first.
        "other_options_reasons" => Self::OtherOptionsReasons,
        /// What was found for each route, if they differ.
        "route_status" => Self::RouteStatus,
        /// The factors with their reasons; and the scores, if the clinic shows them.
        "factors" => Self::Factors,
        /// What could change with time.
        "can_change" => Self::CanChange,
        /// What can help now, whatever becomes of this treatment.
        "help_now" => Self::HelpNow,
        /// Why a consultation may be worth it.
        "indication_met" => Self::IndicationMet,
        /// What is approved and what is off-label, by route.
        "approval" => Self::Approval,
        /// What is known, by condition.
        "evidence" => Self::Evidence,
        /// What to bring to an appointment.
        "bring" => Self::Bring,
        /// What to ask there.
        "ask" => Self::Ask,
        /// What a session is like.
        "session" => Self::Session,
        /// Side effects, common and serious.
        "effects" => Self::Effects,
        /// What comes after a session.
        "aftercare" => Self::Aftercare,
        /// What is not known yet.
        "unknowns" => Self::Unknowns,
        /// What a result is not.
        "disclaimer" => Self::Disclaimer,
        /// What the page without a personal result is not.
        "disclaimer_information" => Self::DisclaimerInformation,
    }
    code: "unknown-word" Booking {
        /// Leads to the clinic's booking link.
        "booking" => Self,
    }
    code: "unknown-word" Contact {
        /// Leads to where the clinic takes questions.
        "contact" => Self,
    }
    code: "unknown-word" HelpPart {
        /// The crisis lines.
        "lines" => Self::Lines,
        /// The emergency number.
        "emergency" => Self::Emergency,
        /// Where to go.
        "go_to" => Self::GoTo,
        /// Whom to tell.
        "tell_someone" => Self::TellSomeone,
    }
    code: "unknown-word" AgeSetting {
        /// The youngest age that a clinic treats.
        "minimum_age" => Self::Minimum,
        /// The oldest age that a clinic treats.
        "maximum_age" => Self::Maximum,
    }
    code: "unknown-word" Checked {
        /// Its text was read.
        "seen" => Self::Seen,
        /// An abstract, a summary or a mirror was read.
        "part" => Self::Part,
        /// General knowledge: to be looked up before a release.
        "gk" => Self::GeneralKnowledge,
    }
    code: "unknown-word" Confidence {
        /// Several sources agree.
        "high" => Self::High,
        /// Someone should look again soon.
        "medium" => Self::Medium,
        /// Someone has to look before it is used.
        "low" => Self::Low,
    }
    code: "unknown-word" Every {
        /// Every option of the list, special ones aside.
        "all" => Self,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a type, as it says them itself.
    fn agree<T: Vocabulary>(word: fn(T) -> &'static str) {
        for (written, value) in T::WORDS {
            assert_eq!(*written, word(*value));
        }
    }

    #[test]
    fn the_words_of_a_screen_are_the_words_that_results_use() {
        agree(Class::as_str);
        agree(Outcome::as_str);
        assert_eq!(Class::WORDS.len(), Class::ALL.len());
        assert_eq!(Outcome::WORDS.len(), Outcome::ALL.len());
    }

    #[test]
    fn a_wrong_word_is_told_every_right_one() {
        assert_eq!(one_of::<Method>(), "sum, mean or count");
        assert_eq!(one_of::<Booking>(), "booking");
    }
}
