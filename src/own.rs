//! A clinic's own rules and its own whole screen, read from its settings.
//!
//! Own factors come on top of a screen, each with its own source.
//! There is no key with which one could take away, lower or reword what the screen itself says: the shape of
//! [`OwnFactorFile`](crate::questionnaire::file::OwnFactorFile) has no field for it, and a key that it does not have is a
//! finding.

mod factors;
mod origin;
mod settings;

use serde_json::{Map, Value};

use crate::questionnaire::finding::escaped;
use crate::questionnaire::load::{load, load_questionnaire};
use crate::questionnaire::{Content, File, Finding, Questionnaire};
use factors::Merged;
use origin::Origin;
pub use settings::read as read_settings;

/// The settings that are read here; every other one is settled as ever.
pub const KEYS: [&str; 3] = ["screen", "words", "factors"];

/// Tells whether settings hold any of them.
#[must_use]
pub fn is_own(settings: &Map<String, Value>) -> bool {
    KEYS.iter().any(|key| settings.contains_key(*key))
}

/// What own factors come on top of, unless a clinic brings a whole screen.
#[derive(Debug, Clone, Copy)]
pub struct Base<'a> {
    /// Items and rules.
    pub screen: File<'a>,
    /// Their words.
    pub words: File<'a>,
}

/// A screen as settings ask for it, about to be loaded: each part of it can be traced to where it was written.
pub struct Written {
    texts: Texts,
    origin: Origin,
    /// What is wrong with own factors in themselves.
    pub findings: Vec<Finding>,
}

impl Written {
    /// Its items and rules.
    #[must_use]
    pub fn screen(&self) -> File<'_> {
        File { name: origin::SCREEN, text: &self.texts.screen }
    }

    /// Its words.
    #[must_use]
    pub fn words(&self) -> File<'_> {
        File { name: origin::WORDS, text: &self.texts.words }
    }

    /// Puts findings about it at the places where people wrote what they are about.
    #[must_use]
    pub fn place(&self, findings: Vec<Finding>) -> Vec<Finding> {
        self.origin.place(findings)
    }
}

/// Writes the screen that settings ask for: the clinic's own or the one in `base`, with the clinic's own factors on top.
///
/// # Errors
///
/// What keeps it from being written at all.
pub fn write(settings: File, base: Base) -> Result<Written, Vec<Finding>> {
    let given = settings::read(settings)?;
    let (texts, origin, mut findings) = whole(settings.name, &given, base)?;
    let Some(factors) = given.get("factors") else { return Ok(Written { texts, origin, findings }) };
    let [screen, words] = [&texts.screen, &texts.words];
    let words = File { name: origin::WORDS, text: words };
    let mut merged = Merged::new(File { name: origin::SCREEN, text: screen }, Some(words), origin)?;
    findings.extend(merged.add(settings.name, factors));
    let (screen, words) = merged.texts();
    Ok(Written { texts: Texts { screen, words }, origin: merged.origin, findings })
}

/// Builds the screen that settings ask for.
///
/// # Errors
///
/// Lists every problem of the settings' own rules and screen, at its place in the settings.
pub fn screen(settings: File, base: Base) -> Result<Content, Vec<Finding>> {
    let written = write(settings, base)?;
    let loaded = load(written.screen(), written.words()).map_err(|found| written.place(found));
    together(loaded, written.findings)
}

/// Puts a clinic's own factors on top of a screen whose words nobody sees.
///
/// # Errors
///
/// Lists every problem of the factors, at its place in the settings.
pub fn questionnaire(factors: &Value, base: File) -> Result<Questionnaire, Vec<Finding>> {
    let mut merged = Merged::new(base, None, Origin::of_base(base.name, ""))?;
    let findings = merged.add("", factors);
    let (screen, _) = merged.texts();
    let loaded = load_questionnaire(File { name: origin::SCREEN, text: &screen });
    together(loaded.map_err(|found| merged.origin.place(found)), findings)
}

/// The texts of a screen and of its words.
struct Texts {
    screen: String,
    words: String,
}

/// Takes the clinic's whole screen, or else the base.
fn whole(name: &str, given: &Map<String, Value>, base: Base) -> Result<(Texts, Origin, Vec<Finding>), Vec<Finding>> {
    let (screen, words) = (given.get("screen"), given.get("words"));
    let Some(screen) = screen else {
        let mut findings = Vec::new();
        if words.is_some() {
            let expected = "no words, or a whole screen of the clinic's own with them";
            findings.push(Finding::error("own-words", name, ("/words", ""), "words without a screen", expected));
        }
        let texts = Texts { screen: base.screen.text.to_owned(), words: base.words.text.to_owned() };
        return Ok((texts, Origin::of_base(base.screen.name, base.words.name), findings));
    };
    let languages = "an object with a file of words for each language: {\"en\": {…}}";
    let Some(Value::Object(by_language)) = words else {
        let found = if words.is_some() { "something else than an object" } else { "a screen without words" };
        return Err(vec![Finding::error("own-words", name, ("/words", ""), found, languages)]);
    };
    let mut findings = Vec::new();
    for language in by_language.keys().filter(|language| *language != LANGUAGE) {
        let found = format!("words in '{language}'");
        findings.push(Finding::error(
            "own-words",
            name,
            (&format!("/words/{}", escaped(language)), ""),
            found,
            "words in 'en' alone",
        ));
    }
    let Some(words) = by_language.get(LANGUAGE) else {
        findings.push(Finding::error("own-words", name, ("/words", ""), "no words in 'en'", languages));
        return Err(findings);
    };
    let texts = Texts { screen: screen.to_string(), words: words.to_string() };
    Ok((texts, Origin::of_settings(name), findings))
}

/// The language the widget speaks.
const LANGUAGE: &str = "en";

/// Returns what was loaded if nothing was found.
fn together<T>(loaded: Result<T, Vec<Finding>>, mut findings: Vec<Finding>) -> Result<T, Vec<Finding>> {
    match loaded {
        Ok(loaded) if findings.is_empty() => Ok(loaded),
        loaded => {
            findings.extend(loaded.err().unwrap_or_default());
            Err(findings)
        }
    }
}
