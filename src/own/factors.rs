//! A clinic's own factors, merged into a screen: each becomes one more rule with a source and words, after those of the
//! screen.

use serde_json::{Value, json};

use super::origin::Origin;
use crate::questionnaire::file::{ClassFile, OwnFactorFile, OwnFactorsFile};
use crate::questionnaire::shape::{Reader, Shape, Spot};
use crate::questionnaire::vocabulary::{OwnClass, Word};
use crate::questionnaire::{File, Finding, json};

/// What the id of an own factor begins with: no factor of a screen does, now or later.
const PREFIX: &str = "own_";

/// A screen and its words as JSON, with own factors merged in.
pub struct Merged {
    screen: Value,
    words: Value,
    /// Where what is in it came from.
    pub origin: Origin,
}

impl Merged {
    /// Begins with a screen and its words, as far as they are JSON.
    pub fn new(screen: File, words: Option<File>, origin: Origin) -> Result<Self, Vec<Finding>> {
        let of_base = |found| origin.place(found);
        let screen = json::read(screen).map_err(of_base)?;
        let words = words.map_or_else(|| Ok(json!({})), json::read).map_err(of_base)?;
        Ok(Self { screen, words, origin })
    }

    /// Merges the factors that a clinic wrote in the settings of this name; the findings are what is wrong with them in themselves.
    pub fn add(&mut self, settings: &str, factors: &Value) -> Vec<Finding> {
        let top = json!({ "factors": factors });
        let mut reader = Reader { file: settings, findings: Vec::new() };
        let read = OwnFactorsFile::read(&Spot::top(&top), &mut reader);
        let mut findings = reader.findings;
        let count = |list: &str| self.screen[list].as_array().map_or(0, Vec::len);
        self.origin.begin(settings, count("factors"), count("sources"));
        let mut taken = self.taken();
        for (place, factor) in read.iter().flat_map(|read| read.factors.places()) {
            let at = At { settings, place, id: &factor.id };
            let faults = at.faults(factor);
            let named = faults.iter().all(|fault| fault.code != "own-id");
            findings.extend(faults);
            if taken.contains(&factor.id) {
                let found = format!("'{}', which is there already", factor.id);
                findings.push(at.finding("duplicate-id", "/id", &found, "an id that is used once"));
                continue;
            }
            taken.push(factor.id.clone());
            // A malformed id could name something else among the words.
            if named {
                self.merge(place, factor);
            }
        }
        findings
    }

    /// The merged screen and its words, to be loaded as any other.
    pub fn texts(&self) -> (String, String) {
        (self.screen.to_string(), self.words.to_string())
    }

    /// Names that no own factor may have: the ids of the screen's factors, and their topics.
    fn taken(&self) -> Vec<String> {
        let factors = self.screen["factors"].as_array().into_iter().flatten();
        let names = factors.flat_map(|factor| [&factor["id"], &factor["topic"]]);
        names.filter_map(|name| name.as_str().map(str::to_owned)).collect()
    }

    fn merge(&mut self, place: usize, factor: &OwnFactorFile) {
        let OwnFactorFile { id, class, when, unsure_when, text, why, ask_the_clinic, can_change, source } = factor;
        let rule =
            json!({"id": id, "class": class_json(class), "clinic_may_raise_to": [], "when": when.0, "sources": [id]});
        push(&mut self.screen, "factors", with(rule, "unsure_when", unsure_when.as_ref().map(|when| when.0.clone())));
        let document = json!({"id": id, "title": source.title});
        push(&mut self.screen, "sources", with(document, "year", source.year.map(Value::from)));
        let texts = json!({"text": some(text), "why": some(why), "ask_the_clinic": some(ask_the_clinic)});
        if let Some(words) = self.words.get_mut("factors").and_then(Value::as_object_mut) {
            words.insert(id.clone(), with(texts, "can_change", can_change.clone().map(Value::from)));
        }
        self.origin.merged(place, id);
    }
}

/// An own factor at its place in the settings.
struct At<'a> {
    settings: &'a str,
    place: usize,
    id: &'a str,
}

impl At<'_> {
    fn finding(&self, code: &'static str, inside: &str, found: &str, expected: &str) -> Finding {
        let pointer = format!("/factors/{}{inside}", self.place);
        Finding::error(code, self.settings, (&pointer, self.id), found, expected)
    }

    /// Names what no factor of a clinic's own may be.
    fn faults(&self, factor: &OwnFactorFile) -> Vec<Finding> {
        let mut faults = Vec::new();
        let rest = self.id.strip_prefix(PREFIX).filter(|rest| !rest.is_empty());
        if !rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')) {
            let expected = format!("'{PREFIX}' and then small letters, digits and underscores");
            faults.push(self.finding("own-id", "/id", &format!("'{}'", self.id), &expected));
        }
        let texts = [
            ("/text", Some(&factor.text)),
            ("/why", Some(&factor.why)),
            ("/ask_the_clinic", Some(&factor.ask_the_clinic)),
            ("/can_change", factor.can_change.as_ref()),
            ("/source/title", Some(&factor.source.title)),
        ];
        for (inside, _) in texts.iter().filter(|(_, text)| text.is_some_and(|text| text.trim().is_empty())) {
            faults.push(self.finding("missing-text", inside, "an empty text", "a text"));
        }
        faults
    }
}

/// Adds to a list of the screen; one that is missing is for the loader to name.
fn push(screen: &mut Value, list: &str, entry: Value) {
    if let Some(entries) = screen.get_mut(list).and_then(Value::as_array_mut) {
        entries.push(entry);
    }
}

/// Sets a key that may be left out.
fn with(mut object: Value, key: &str, value: Option<Value>) -> Value {
    if let Some(value) = value {
        object[key] = value;
    }
    object
}

/// Writes a text for the loader; an empty one has been named, and is not to be named twice.
fn some(text: &str) -> &str {
    if text.trim().is_empty() { "-" } else { text }
}

/// Writes classes for the loader, likewise.
fn class_json(class: &ClassFile<OwnClass>) -> Value {
    let known = |class: &Word<OwnClass>| json!(if class.known.is_some() { &class.text } else { "note" });
    match class {
        ClassFile::Same(class) => known(class),
        ClassFile::ByRoute(by_route) => by_route.0.iter().map(|(route, class)| (route.clone(), known(class))).collect(),
    }
}
