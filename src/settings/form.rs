//! The forms that values have: how a text is read as one, and what it must be.

use crate::questionnaire::Given;

/// The youngest age of anyone who is given a personal result.
pub const ADULT: u8 = 18;

/// The form of a setting's value.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// A text of this kind.
    Text(&'static Text),
    /// Yes or no.
    Flag,
    /// One of these words.
    Words(&'static [Word]),
    /// A number within these limits.
    Number(&'static Limits<f64>),
    /// One of the screen's regions.
    Region,
    /// One of the screen's languages, with or without a region.
    Language,
    /// Ids of the screen's routes.
    Routes,
    /// Ids of the scales that can be switched off.
    Scales,
    /// `ADULT`, or an age at the lower edge of an age band.
    MinimumAge,
    /// An age at the upper edge of an age band.
    MaximumAge,
    /// What only JSON can carry, in words.
    Json(&'static str),
}

impl Form {
    /// Names how the text of an attribute is read.
    #[cfg(feature = "snippet")]
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Number(_) | Self::MinimumAge | Self::MaximumAge => "number",
            Self::Routes | Self::Scales => "ids",
            _ => "text",
        }
    }
}

/// A kind of text.
#[derive(Debug)]
pub struct Text {
    /// What it must be, in words.
    pub takes: &'static str,
    /// Reads it, if it is one.
    pub read: fn(&Given) -> Option<String>,
    /// Describes it to editors.
    #[cfg(feature = "command")]
    pub schema: fn() -> serde_json::Value,
}

/// The word of a value.
#[derive(Debug)]
pub struct Word {
    /// The word.
    pub word: &'static str,
    /// What it means, for whoever chooses it.
    #[cfg(feature = "snippet")]
    pub says: &'static str,
}

/// Two limits; both are within them.
#[derive(Debug, PartialEq)]
pub struct Limits<T> {
    /// The least.
    pub from: T,
    /// The most.
    pub to: T,
    /// Both in words.
    pub said: &'static str,
}

impl<T: PartialOrd> Limits<T> {
    /// Tells whether a number is within them.
    pub fn contains(&self, number: &T) -> bool {
        (&self.from..=&self.to).contains(&number)
    }
}

/// Declares two limits, and what is said of them: `limits!(5 to 20, "digits")`.
macro_rules! limits {
    ($from:literal to $to:literal $(, $of:literal)?) => {
        Limits { from: $from as _, to: $to as _, said: concat!($from, " to ", $to $(, " ", $of)?) }
    };
}
pub(super) use limits;

/// Declares the values of a setting, each with its word and what that means.
macro_rules! words {
    ($(#[$of:meta])* $name:ident { $($(#[$with:meta])* $value:ident $word:literal $says:literal,)* }) => {
        $(#[$of])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$with])* #[doc = $says] $value,)* }

        impl $name {
            /// Every value.
            pub const ALL: &[Self] = &[$(Self::$value),*];
            /// Their words, in the same order.
            pub const WORDS: &[$crate::settings::Word] =
                &[$($crate::settings::form::word!($word $says)),*];

            /// Its word.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                Self::WORDS[self as usize].word
            }
        }
    };
}
pub(super) use words;

/// A word with what it means.
macro_rules! word {
    ($word:literal $says:literal) => {
        $crate::settings::Word {
            word: $word,
            #[cfg(feature = "snippet")]
            says: $says,
        }
    };
}
pub(super) use word;
