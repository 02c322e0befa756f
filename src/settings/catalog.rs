//! Every setting with what a person has to know of it, in the order in which people read of them.
//!
//! The one table behind the settings' page, the declarations for editors and compilers, and the README: each is made from it or
//! held equal to it. What a value may be comes from where it is settled; only words are written here.

use super::attributes::{kind_of, name_of};
use super::keys::{FORMS, Form, THEME_FORMS};
use super::settle::switchable_scales;
use super::theme::{ColorScheme, DENSITY, Font, Frame, RADIUS};
use super::{from_page, settle_given};
use crate::questionnaire::{Given, Questionnaire};

/// What a setting is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The clinic.
    Clinic,
    /// The questionnaire.
    Screening,
    /// How it looks.
    Look,
    /// The page around; these are for the element itself.
    Page,
    /// Rules of the clinic's own, which need JSON.
    Rules,
}

impl Group {
    /// Every group with its word and its title.
    pub const ALL: [(Self, &str, &str); 5] = [
        (Self::Clinic, "clinic", "Your clinic"),
        (Self::Screening, "screening", "The questionnaire"),
        (Self::Look, "look", "Look"),
        (Self::Page, "page", "The page around"),
        (Self::Rules, "rules", "Rules of your own"),
    ];

    /// Gives its word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// What a setting takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Takes {
    /// A text, described in Markdown.
    Text(&'static str),
    /// Yes or no.
    Flag,
    /// One of these words.
    Words(Vec<String>),
    /// One of these languages, with or without a region.
    Language(Vec<String>),
    /// Any of these ids.
    Ids(Vec<String>),
    /// One of these numbers.
    Numbers(Vec<f64>),
    /// A number within these limits.
    Range(f64, f64),
    /// A value that only JSON can carry, described in Markdown.
    Json(&'static str),
}

/// What holds where a setting is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unset {
    /// The same as with this value.
    Is(&'static str),
    /// What no single value says, in Markdown.
    Says(&'static str),
}

/// One setting.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// Its attribute, unless only JSON can carry it.
    pub attribute: Option<&'static str>,
    /// Its key in JSON, unless it is an attribute alone; with a dot, it is a key of a map.
    pub key: Option<&'static str>,
    /// What it is about.
    pub group: Group,
    /// What it does.
    pub about: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What more there is to say of its values, in Markdown.
    pub note: &'static str,
    /// What holds without it.
    pub unset: Unset,
    /// An example: a value of the attribute, or else a whole JSON child.
    pub good: Option<&'static str>,
    /// One that is not taken, likewise.
    pub bad: Option<&'static str>,
}

impl Setting {
    /// Names it: by its attribute if it has one.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.attribute.or(self.key).unwrap_or_default()
    }

    /// Names how its attribute's text is read.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        kind_of(self.name())
    }

    /// Gives it with a value as the page would hand it over.
    #[must_use]
    pub fn given(&self, value: &str) -> Vec<(String, Given)> {
        match (self.attribute, self.key) {
            (Some(attribute), _) => from_page(&[attribute.to_owned(), value.to_owned()], &[]),
            (None, _) => {
                let json: serde_json::Map<_, _> = serde_json::from_str(value).unwrap_or_default();
                json.iter().map(|(key, value)| (key.clone(), value.into())).collect()
            }
        }
    }

    /// Says what the console says of a value, if that is nothing good; a clinic in that region has set all it must.
    #[must_use]
    pub fn complaints(&self, questionnaire: &Questionnaire, value: &str) -> Vec<String> {
        if self.key.is_none() {
            return self.refused_by_the_element(value).into_iter().collect();
        }
        let mut given = vec![
            ("region".to_owned(), Given::Text("us".to_owned())),
            ("routes".to_owned(), Given::List(vec![Given::Text(questionnaire.routes[0].id.to_string())])),
            ("phone".to_owned(), Given::Text("555-0100".to_owned())),
        ];
        given.extend(self.given(value));
        settle_given(questionnaire, &given).1.into_iter().map(|problem| problem.message).collect()
    }

    /// The same for an attribute of the element itself; `assets/embed/settings.js` says it in the same words.
    fn refused_by_the_element(&self, value: &str) -> Option<String> {
        let Takes::Words(words) = &self.takes else { return None };
        let known = words.iter().any(|word| word == value);
        (!known).then(|| format!("{} must be {}. Found \"{value}\".", self.name(), words.join(" or ")))
    }
}

/// What is written of a setting by hand: its key, its group, what holds without it, what more there is to say, a good value and
/// a bad one.
type Row = (&'static str, Group, Unset, &'static str, &'static str, &'static str);

#[rustfmt::skip] // One setting per line.
const ROWS: [Row; 23] = [
    ("region", Group::Clinic, Unset::Says("none: no personal result is shown"), "", "us", "usa"),
    ("routes", Group::Clinic, Unset::Says("none: no personal result is shown"), "", "racemic kap", "racemic vitamins"),
    ("name", Group::Clinic, Unset::Says("none"), "", "Harbor Clinic", ""),
    ("booking_url", Group::Clinic, Unset::Says("none"), "nothing is added to it", "https://harbor.example/book", "harbor.example/book"),
    ("contact_url", Group::Clinic, Unset::Says("none"), "", "mailto:hello@harbor.example", "hello@harbor.example"),
    ("phone", Group::Clinic, Unset::Says("none"), "spaces, dots, hyphens, brackets and one leading plus may stand between", "(206) 555-0100", "555-CARE"),
    ("phone_hours", Group::Clinic, Unset::Says("none"), "needs `phone`", "Monday to Friday, 9 to 5", ""),
    ("phone_24_7", Group::Clinic, Unset::Is("false"), "`true` only if a person answers at every hour; needs `phone`", "true", "yes"),
    ("advice_confirmed", Group::Clinic, Unset::Is("false"), "`true` once a clinic outside the US has taken legal advice; `full` and naming the medicine need it there", "true", "yes"),
    ("mode", Group::Screening, Unset::Says("`full` in the US, else `information_only`"), "", "information_only", "short"),
    ("drug_neutral", Group::Screening, Unset::Says("`false` in the US, else `true`"), "", "true", "no"),
    ("minimum_age", Group::Screening, Unset::Is("18"), "", "25", "16"),
    ("maximum_age", Group::Screening, Unset::Says("none"), "", "74", "80"),
    ("scales_off", Group::Screening, Unset::Says("none"), "", "peg gad7", "auditc"),
    ("show_scores", Group::Screening, Unset::Is("false"), "", "true", "yes"),
    ("locale", Group::Screening, Unset::Is("en"), "", "es", "fr"),
    ("theme.theme", Group::Look, Unset::Is("auto"), "", "dark", "night"),
    ("theme.accent", Group::Look, Unset::Is("#2b6357"), "made as dark or light as reading needs: text keeps 7:1 and edges 3:1", "#0b6e4f", "ocean"),
    ("theme.radius", Group::Look, Unset::Is("12"), "", "6", "40"),
    ("theme.density", Group::Look, Unset::Is("1"), "", "0.9", "2"),
    ("theme.font", Group::Look, Unset::Is("system"), "", "site", "serif"),
    ("theme.frame", Group::Look, Unset::Is("card"), "", "plain", "none"),
    ("stricter", Group::Rules, Unset::Says("none"), "", r#"{"stricter": {"bp_raised": "stop"}}"#, r#"{"stricter": {"bp_raised": "note"}}"#),
];

/// Lists every setting of a screen.
#[must_use]
pub fn catalog(questionnaire: &Questionnaire) -> Vec<Setting> {
    let settings = ROWS.into_iter().filter_map(|(key, group, unset, note, good, bad)| {
        let (form, about) = form_of(key)?;
        let takes = takes(questionnaire, form);
        let [good, bad] = [Some(good), Some(bad)];
        Some(Setting { attribute: name_of(key), key: Some(key), group, about, takes, note, unset, good, bad })
    });
    let mut settings: Vec<_> = settings.collect();
    let stricter = settings.pop();
    settings.extend(of_the_element());
    settings.extend(stricter);
    settings.extend(of_its_own());
    settings
}

/// Finds the form of a key and what it does.
fn form_of(key: &str) -> Option<(Form, &'static str)> {
    let (forms, key) = key.strip_prefix("theme.").map_or((FORMS, key), |key| (THEME_FORMS, key));
    forms.iter().find(|(known, ..)| *known == key).map(|(_, form, about)| (*form, about.trim()))
}

fn takes(questionnaire: &Questionnaire, form: Form) -> Takes {
    let words = |words: &[&str]| Takes::Words(words.iter().map(|word| (*word).to_owned()).collect());
    match form {
        Form::Name => Takes::Text("1 to 80 characters"),
        Form::Https => Takes::Text("a full `https://` address"),
        Form::HttpsOrMailto => Takes::Text("a full `https://` or `mailto:` address"),
        Form::Phone => Takes::Text("5 to 20 digits"),
        Form::Color => Takes::Text("a CSS colour"),
        Form::Flag => Takes::Flag,
        Form::Region => Takes::Words(questionnaire.regions.iter().map(|region| region.id.to_string()).collect()),
        Form::Locale => Takes::Language(questionnaire.languages.clone()),
        Form::Routes => Takes::Ids(questionnaire.routes.iter().map(|route| route.id.to_string()).collect()),
        Form::Scales => {
            let scales = switchable_scales(questionnaire);
            Takes::Ids(scales.into_iter().map(|scale| questionnaire[scale].id.to_string()).collect())
        }
        Form::Mode => words(&["full", "information_only"]),
        Form::MinimumAge => ages(questionnaire, "minimum_age", Some(18.0)),
        Form::MaximumAge => ages(questionnaire, "maximum_age", None),
        Form::ColorScheme => words(&ColorScheme::ALL.map(|(word, _)| word)),
        Form::Font => words(&Font::ALL.map(|(word, _)| word)),
        Form::Frame => words(&Frame::ALL.map(|(word, _)| word)),
        Form::Radius => Takes::Range(*RADIUS.start(), *RADIUS.end()),
        Form::Density => Takes::Range(*DENSITY.start(), *DENSITY.end()),
        Form::Stricter => Takes::Json("a map from the id of a factor to `review`, `stop` or `urgent`"),
        Form::Theme => Takes::Json("a map of the settings of its look"),
    }
}

fn ages(questionnaire: &Questionnaire, setting: &str, none: Option<f64>) -> Takes {
    let limits = questionnaire.age_limits.iter().filter(|limit| limit.setting == setting);
    let mut ages: Vec<_> = none.into_iter().chain(limits.map(|limit| f64::from(limit.value))).collect();
    ages.sort_by(f64::total_cmp);
    Takes::Numbers(ages)
}

/// Attributes of the element itself, which `assets/embed` reads.
fn of_the_element() -> [Setting; 4] {
    let setting = |attribute, about, takes, unset, note, good, bad| Setting {
        attribute: Some(attribute),
        key: None,
        group: Group::Page,
        about,
        takes,
        note,
        unset,
        good: Some(good),
        bad,
    };
    let words = |words: &[&str]| Takes::Words(words.iter().map(|word| (*word).to_owned()).collect());
    [
        setting(
            "booking-target",
            "Where the booking link opens.",
            words(&["_self", "_blank"]),
            Unset::Is("_self"),
            "`_blank` opens the booking link in a new tab",
            "_blank",
            Some("_top"),
        ),
        setting(
            "events",
            "Tells the page also that a visit started and that it came to an end, as selfscreen-start and selfscreen-finish. \
             Whoever answers for privacy is to be asked first.",
            words(&["milestones"]),
            Unset::Says("none"),
            "adds `selfscreen-start` and `selfscreen-finish`",
            "milestones",
            Some("all"),
        ),
        setting(
            "frame-src",
            "The address of a hosted frame.html of the same release, for pages whose policy allows no hashes.",
            Takes::Text("the address of a hosted `frame.html`"),
            Unset::Says("none: the frame is made from text"),
            "",
            "/frame.html",
            None,
        ),
        setting(
            "stage",
            "Where a visit takes place. A stage has one size from Start to the end, so that the page learns nothing from it.",
            words(&["auto", "inline", "full"]),
            Unset::Is("auto"),
            "`inline` is a card in its place on the page, `full` takes the whole window, and `auto` does that on small screens",
            "full",
            Some("wide"),
        ),
    ]
}

/// What a clinic brings of its own; the release's second script reads it.
fn of_its_own() -> [Setting; 3] {
    let setting = |key, about, takes, good| Setting {
        attribute: None,
        key: Some(key),
        group: Group::Rules,
        about,
        takes: Takes::Json(takes),
        note: "needs the release's second script",
        unset: Unset::Says("none"),
        good,
        bad: None,
    };
    [
        setting(
            "factors",
            "Factors of the clinic's own, on top of those of the screen: none of those is hidden, lowered or removed.",
            "a list of factors, each with its condition, its words and its source",
            Some(OWN_FACTOR),
        ),
        setting(
            "screen",
            "A whole screen of the clinic's own, in place of the built-in one.",
            "what a `screen.json` holds; `words` has to stand beside it",
            None,
        ),
        setting("words", "The words of a screen of the clinic's own.", "what an `en.json` holds, under `en`", None),
    ]
}

const OWN_FACTOR: &str = r#"{"factors": [{
  "id": "own_first_time",
  "class": {"racemic": "stop", "kap": "review"},
  "when": {"item": "prior_ketamine", "is": "no"},
  "text": "ketamine would be new to you",
  "why": "Here, a first treatment is always with talking therapy.",
  "ask_the_clinic": "What would my first treatment be like?",
  "source": {"title": "Treatment protocol of Harbor Clinic", "year": 2026}
}]}"#;
