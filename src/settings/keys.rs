//! The settings there are, each with the form of its value and what it does.
//!
//! Settling knows its keys from here; `selfscreen schema settings` also the rest.

/// The form of a setting's value, for its schema; what holds is what settling says.
#[cfg(feature = "command")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is explained with its setting")]
pub enum Form {
    Name,
    Https,
    HttpsOrMailto,
    Phone,
    Flag,
    Region,
    Locale,
    Routes,
    Mode,
    MinimumAge,
    MaximumAge,
    Stricter,
    Scales,
    Theme,
    ColorScheme,
    Color,
    Radius,
    Density,
    Font,
    Frame,
}

/// Declares keys, their forms, and what an editor shows of them.
macro_rules! keys {
    ($(#[doc = $of:literal] $keys:ident $forms:ident { $($(#[doc = $doc:literal])* $key:literal $form:ident,)* })*) => {$(
        #[doc = $of]
        #[allow(dead_code, reason = "the theme is settled key by key")]
        pub const $keys: &[&str] = &[$($key),*];

        #[doc = $of]
        #[cfg(feature = "command")]
        pub const $forms: &[(&str, Form, &str)] = &[$(($key, Form::$form, concat!($($doc),*))),*];
    )*};
}

keys! {
    /// The settings, in the order in which they are settled.
    KEYS FORMS {
        /// The clinic's name, as visitors read it: 1 to 80 characters.
        "name" Name,
        /// Where a consultation is booked: a full https:// address. The questionnaire adds nothing to it.
        "booking_url" Https,
        /// Where questions go: a full https:// or mailto: address.
        "contact_url" HttpsOrMailto,
        /// The clinic's phone, as visitors read and call it: 5 to 20 digits.
        "phone" Phone,
        /// When the phone is answered, in 1 to 80 characters; needs a phone.
        "phone_hours" Name,
        /// True only if a person answers the phone at every hour; needs a phone.
        "phone_24_7" Flag,
        /// Where the clinic is: it picks the crisis lines and what may be said of approval. Without it no personal result is shown.
        "region" Region,
        /// The language that visitors read first; they can choose another one on the first screen. The page's own language is not asked.
        "locale" Locale,
        /// The ways of treatment the clinic offers; at least one. Without it no personal result is shown.
        "routes" Routes,
        /// True once a clinic outside the US has taken legal advice; naming the medicine and a personal result need it there.
        "advice_confirmed" Flag,
        /// A personal result, or a page of what to tell a clinician.
        "mode" Mode,
        /// True where the medicine is not to be named.
        "drug_neutral" Flag,
        /// The youngest age that the clinic treats, at the edge of an age band.
        "minimum_age" MinimumAge,
        /// The oldest age that the clinic treats, at the edge of an age band; null or left out for none.
        "maximum_age" MaximumAge,
        /// Factors that are raised to a stricter class, by their id. Nothing can be made softer.
        "stricter" Stricter,
        /// Published scales that are not asked.
        "scales_off" Scales,
        /// True to show the visitor the scores of published scales.
        "show_scores" Flag,
        /// How the widget looks. Crisis help is never themed.
        "theme" Theme,
    }
    /// The keys of the theme.
    THEME_KEYS THEME_FORMS {
        /// Light, dark, or what the visitor's device says.
        "theme" ColorScheme,
        /// The clinic's colour, as CSS; its lightness is moved until it can be read.
        "accent" Color,
        /// How round corners are, in CSS pixels.
        "radius" Radius,
        /// How much space there is, as a factor.
        "density" Density,
        /// The device's fonts, or those of the page.
        "font" Font,
        /// A card with an edge, or nothing around the questionnaire.
        "frame" Frame,
    }
}
