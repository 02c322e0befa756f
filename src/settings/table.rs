//! Every setting, declared once.
//!
//! Attributes, messages, schema, documents, declarations, the list of the WordPress plugin and the form of the builder are
//! made from this table. A row has the setting's key in JSON (with a dot: a key of a map), its attribute, the form of its
//! value, its group and its name in a form. Then come what holds without it, a hint for whoever fills in a form, what more there
//! is to say of its values, a good value and a bad one. An empty key is an attribute alone, and an empty attribute a setting that
//! only JSON carries.
//!
//! The comment of a row says in documents what the setting does. A hint says only what its label does not: what to enter, what
//! changes for visitors, or what else must be set.

use super::Mode;
use super::form::Form::{
    self, Flag, Json, Language, MaximumAge, MinimumAge, Number, Region, Routes, Scales, Text, Words,
};
use super::theme::{ColorScheme, DENSITY, Font, Frame, RADIUS};
use super::value::{COLOR, HTTPS, HTTPS_OR_MAILTO, NAME, PHONE};
#[cfg(feature = "snippet")]
use super::{
    form::word,
    told::{Group, Told, Unset},
    value::FRAME,
};

/// A setting as it is declared.
#[derive(Debug)]
pub struct Row {
    /// Its key.
    pub key: &'static str,
    /// Its attribute.
    pub attribute: &'static str,
    /// The form of its value.
    pub form: Form,
    /// What only people are told of it.
    #[cfg(feature = "snippet")]
    pub told: Told,
}

/// Finds what is declared of a key.
pub fn row(key: &str) -> Option<&'static Row> {
    SETTINGS.iter().find(|row| row.key == key)
}

/// Declares settings.
macro_rules! settings {
    ($(#[doc = $of:literal])* $rows:ident {$(
        $(#[doc = $about:literal])*
        $key:literal $attribute:literal $form:expr, $group:ident $label:literal {
            unset: $unset:expr
            $(, hint: $hint:literal)?
            $(, note: $note:literal)?
            $(, good: $good:expr)?
            $(, bad: $bad:expr)? $(,)?
        }
    )*}) => {
        $(#[doc = $of])*
        pub const $rows: &[Row] = &[$(Row {
            key: $key,
            attribute: $attribute,
            form: $form,
            #[cfg(feature = "snippet")]
            told: Told {
                group: Group::$group,
                label: $label,
                about: concat!($($about),*),
                hint: concat!($($hint)?),
                note: concat!($($note)?),
                unset: $unset,
                good: settings!(@maybe $($good)?),
                bad: settings!(@maybe $($bad)?),
            },
        }),*];
    };
    (@maybe) => { None };
    (@maybe $value:expr) => { Some($value) };
}

settings! {
    /// The settings of the questionnaire, in the order in which a tag has them.
    SETTINGS {
        /// The name of the clinic that visitors read.
        "name" "clinic-name" Text(&NAME), Clinic "Clinic name" {
            unset: Unset::NONE, good: "Harbor Clinic", bad: "",
        }
        /// The page on which visitors book a consultation.
        "booking_url" "booking-url" Text(&HTTPS), Clinic "Booking page" {
            unset: Unset::NONE,
            hint: "The booking button opens this page. Enter a full address, such as https://harbor.example/book.",
            note: "nothing is added to it",
            good: "https://harbor.example/book", bad: "harbor.example/book",
        }
        /// The page or the e-mail address for questions to the clinic.
        "contact_url" "contact-url" Text(&HTTPS_OR_MAILTO), Clinic "Contact page" {
            unset: Unset::NONE,
            hint: "The link “Ask the clinic a question” opens this. Enter a full address, such as https://harbor.example/contact or mailto:hello@harbor.example.",
            good: "mailto:hello@harbor.example", bad: "hello@harbor.example",
        }
        /// The phone number that visitors call.
        "phone" "phone" Text(&PHONE), Clinic "Phone" {
            unset: Unset::NONE,
            hint: "Shown with the booking button, and if the questions cannot load.",
            note: "spaces, dots, hyphens, brackets and one leading plus may stand between",
            good: "(206) 555-0100", bad: "555-CARE",
        }
        /// The hours in which somebody answers the phone.
        "phone_hours" "phone-hours" Text(&NAME), Clinic "Phone hours" {
            unset: Unset::NONE,
            hint: "Shown after the phone number, such as “Monday to Friday, 9 to 5”. Enter the phone number too.",
            note: "needs `phone`", good: "Monday to Friday, 9 to 5", bad: "",
        }
        /// Says that a person answers the phone at every hour. Crisis help then shows the number.
        "phone_24_7" "phone-24-7" Flag, Clinic "A person answers the phone at every hour" {
            unset: Unset::Is("false"),
            hint: "Crisis help then shows your phone number too. Say yes only if a person always answers, nights and holidays included.",
            note: "`true` only if a person answers at every hour; needs `phone`",
            good: "true", bad: "yes",
        }
        /// The country of the clinic. It decides the crisis lines and what a result may say of approval.
        "region" "region" Region, Clinic "Country" {
            unset: Unset::NEEDED,
            hint: "Visitors see the crisis lines of this country.",
            good: "us", bad: "usa",
        }
        /// The language that visitors read first. They can choose another one on the first screen.
        /// The language of the page has no effect.
        "locale" "lang" Language, Screening "Language" {
            unset: Unset::Is("en"),
            hint: "Visitors can choose another language on the first screen.",
            good: "es", bad: "fr",
        }
        /// The treatments that the clinic offers. Visitors get a result for each of them.
        "routes" "routes" Routes, Clinic "Treatments you offer" {
            unset: Unset::NEEDED,
            hint: "Visitors get a result for each treatment you choose.",
            good: "racemic kap", bad: "racemic vitamins",
        }
        /// Says that the clinic has taken legal advice for its country.
        "advice_confirmed" "advice-confirmed" Flag, Clinic "We have taken legal advice for this country" {
            unset: Unset::Is("false"),
            hint: "Outside the US, you need this for a personal result and for naming the medicine.",
            note: "outside the US, `full` and naming the medicine need it",
            good: "true", bad: "yes",
        }
        /// Visitors get a personal result, or a page of what to tell a clinician.
        "mode" "mode" Words(Mode::WORDS), Screening "What visitors get" {
            unset: Unset::Says("`full` in the US, else `information_only`"),
            hint: "Without a personal result, visitors answer no questions and read what to tell a clinician. Outside the US, a personal result needs legal advice.",
            good: "information_only", bad: "short",
        }
        /// Leaves out the name of the medicine if that is possible.
        "drug_neutral" "drug-neutral" Flag, Screening "Leave the medicine unnamed" {
            unset: Unset::Says("`false` in the US, else `true`"),
            hint: "For countries that do not let you advertise a prescription medicine. Texts then say “this treatment” if they can. Outside the US, naming the medicine needs legal advice.",
            good: "true", bad: "no",
        }
        /// The youngest age that the clinic treats: the first year of an age group.
        "minimum_age" "minimum-age" MinimumAge, Screening "Youngest age you treat" {
            unset: Unset::Is("18"),
            hint: "Younger visitors read that this treatment is usually not given in their situation.",
            good: "25", bad: "16",
        }
        /// The oldest age that the clinic treats: the last year of an age group.
        "maximum_age" "maximum-age" MaximumAge, Screening "Oldest age you treat" {
            unset: Unset::NONE,
            hint: "Older visitors read that this treatment is usually not given in their situation.",
            good: "74", bad: "80",
        }
        /// Published scales that the clinic does not ask.
        "scales_off" "scales-off" Scales, Screening "Scales you do not ask" {
            unset: Unset::NONE,
            hint: "Visitors skip the questions of each scale you choose.",
            good: "peg gad7", bad: "auditc",
        }
        /// Shows visitors the scores of published scales.
        "show_scores" "show-scores" Flag, Screening "Show the scores of published scales" {
            unset: Unset::Is("false"),
            hint: "Results then show each score as a number, and say that it is not a diagnosis.",
            good: "true", bad: "yes",
        }
        /// Light or dark colors. With `auto` they are those of the page: its CSS `color-scheme`, which is light if nothing is set.
        /// A page that allows both leaves it to the visitor's device.
        "theme.theme" "theme" Words(ColorScheme::WORDS), Look "Theme" {
            unset: Unset::Is("auto"), good: "dark", bad: "night",
        }
        /// The color of buttons and links. It is made darker or lighter until text is easy to read.
        "theme.accent" "accent" Text(&COLOR), Look "Accent color" {
            unset: Unset::Is("#2b6357"),
            hint: "A hex code such as #0b6e4f, a name such as teal, or rgb(), hsl() or oklch() with numbers. It is made as dark or light as reading needs.",
            note: "made as dark or light as reading needs: text keeps 7:1 and edges 3:1",
            good: "#0b6e4f", bad: "ocean",
        }
        /// The radius of corners, in CSS pixels.
        "theme.radius" "radius" Number(&RADIUS), Look "Corners" {
            unset: Unset::Is("12"),
            hint: "The radius in pixels. 0 makes corners square.",
            good: "6", bad: "40",
        }
        /// A factor for the space between things: less than 1 is tighter.
        "theme.density" "density" Number(&DENSITY), Look "Space" {
            unset: Unset::Is("1"),
            hint: "Below 1, lines and buttons move closer together. Above 1, they move apart.",
            good: "0.9", bad: "2",
        }
        /// The font of the visitor's device, or the font of the page.
        "theme.font" "font" Words(Font::WORDS), Look "Font" {
            unset: Unset::Is("system"), good: "site", bad: "serif",
        }
        /// Shows the questionnaire in a card, or with nothing around it.
        "theme.frame" "frame" Words(Frame::WORDS), Look "Edge" {
            unset: Unset::Is("card"), good: "plain", bad: "none",
        }
        /// A stricter class for each factor named, by its id. No factor can be made softer.
        "stricter" "" Json("a map from the id of a factor to review, stop or urgent"), Rules "Stricter rules" {
            unset: Unset::NONE,
            good: r#"{"stricter": {"bp_raised": "stop"}}"#, bad: r#"{"stricter": {"bp_raised": "note"}}"#,
        }
    }
}

#[cfg(feature = "snippet")]
settings! {
    /// What the element itself reads (`assets/embed`), and what the release's second script does.
    OTHERS {
        /// Opens the booking page in place of this page, or in a new tab.
        "" "booking-target" Words(&[word!("_self" "In place of this page"), word!("_blank" "In a new tab")]),
        Page "Where the booking page opens" {
            unset: Unset::Is("_self"), note: "`_blank` opens the booking link in a new tab", good: "_blank", bad: "_top",
        }
        /// Tells the page when a visit starts and when it ends. That may be health information.
        /// Ask the person who answers for privacy first.
        "" "events" Words(&[word!("milestones" "Also when a visit starts and ends")]), Page "Events" {
            unset: Unset::NONE,
            hint: "Scripts on your page can then learn that someone started. That may be health information, so first ask the person who answers for privacy.",
            note: "adds `selfscreen-start` and `selfscreen-finish`", good: "milestones", bad: "all",
        }
        /// Loads the frame from a server, for pages whose policy allows no hashes. It must be of the same release.
        "" "frame-src" Text(&FRAME), Page "Address of a hosted frame.html" {
            unset: Unset::Says("none: the frame is made from text"),
            hint: "Only for a site whose Content-Security-Policy allows no hashes. Upload the frame.html of the same release, and enter its full address.",
            good: "https://harbor.example/frame.html",
        }
        /// Chooses where visitors answer. The place keeps one size from Start to the end, so the page learns nothing from it.
        "" "stage" Words(&[
            word!("auto" "In the whole window on small screens, else in its place"),
            word!("inline" "In its place on the page"),
            word!("full" "In the whole window"),
        ]), Page "Where a visit takes place" {
            unset: Unset::Is("auto"),
            hint: "The first screen is always in its place on the page.",
            note: "`inline` is a card in its place on the page, `full` takes the whole window, and `auto` does that on small screens",
            good: "full", bad: "wide",
        }
        /// The clinic's own factors, which are added to those of the screen. They hide, lower and remove none of those.
        "factors" "" Json("a list of factors, each with its condition, its words and its source"), Rules "Your own factors" {
            unset: Unset::NONE, note: "needs the release's second script", good: OWN_FACTOR,
        }
        /// The clinic's own screen, which replaces the built-in one. It needs `words`.
        "screen" "" Json("what a screen.json holds"), Rules "Your own screen" {
            unset: Unset::NONE, note: "needs the release's second script",
        }
        /// The words of the clinic's own screen, by language.
        "words" "" Json("what an en.json holds, under en"), Rules "The words of your own screen" {
            unset: Unset::NONE, note: "needs the release's second script",
        }
    }
}

#[cfg(feature = "snippet")]
const OWN_FACTOR: &str = r#"{"factors": [{
  "id": "own_first_time",
  "class": {"racemic": "stop", "kap": "review"},
  "when": {"item": "prior_ketamine", "is": "no"},
  "text": "ketamine would be new to you",
  "why": "Here, a first treatment is always with talking therapy.",
  "ask_the_clinic": "What would my first treatment be like?",
  "source": {"title": "Treatment protocol of Harbor Clinic", "year": 2026}
}]}"#;
