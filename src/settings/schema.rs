//! The schema of a clinic's settings for one screen: its regions, routes, scales and factors by name.
//!
//! What one setting asks of another (a phone for its hours, advice for a region) is left out: attributes may bring it.

use serde_json::{Value, json};

use super::catalog::{Setting, catalog};
use super::form::{ADULT, Form};
use super::takes::Takes;
use super::told::Unset;
use super::value::patterns;
use crate::questionnaire::file::{OwnFactorFile, ScreenFile};
use crate::questionnaire::schema::{Definitions, Keys, explained, list, words};
use crate::questionnaire::shape::Shape;
use crate::questionnaire::{Questionnaire, Words};

/// Describes the settings of a screen; with its words, names are explained in them.
#[must_use]
pub fn schema(questionnaire: &Questionnaire, texts: Option<&Words>) -> Value {
    let describing = Describing { questionnaire, texts };
    let mut definitions = Definitions::default();
    let [mut keys, mut theme] = [Keys::default(), Keys::default()];
    keys.may(
        "$schema",
        "Where the schema of this file is, for editors; nothing else reads it.",
        json!({"type": "string"}),
    );
    for setting in catalog(questionnaire) {
        let Some(key) = setting.key else { continue };
        let attribute = setting.attribute.map(|name| format!(" As an attribute: {name}."));
        let explanation = setting.help() + &attribute.unwrap_or_default();
        let schema = describing.value(key, &setting, &mut definitions);
        match key.split_once('.') {
            None => keys.may(key, &explanation, schema),
            Some((_, key)) => theme.may(key, &explanation, schema),
        }
    }
    keys.may("theme", "How the widget looks. Crisis help is never themed.", theme.object(""));
    let title = format!("Settings of a clinic for the Selfscreen screen '{}'", questionnaire.id);
    definitions.document("settings", &title, keys.object("What a clinic sets; attributes of the element go first."))
}

struct Describing<'a> {
    questionnaire: &'a Questionnaire,
    texts: Option<&'a Words>,
}

impl Describing<'_> {
    fn value(&self, key: &str, setting: &Setting, definitions: &mut Definitions) -> Value {
        let ids = |ids: &[String]| self.ids(setting, ids);
        match (setting.form, &setting.takes) {
            (Form::Text(text), _) => (text.schema)(),
            (Form::Flag, _) => json!({"type": "boolean"}),
            (Form::Words(all), _) => words(all.iter().map(|word| (word.word, word.says))),
            (Form::Number(limits), _) => json!({"type": "number", "minimum": limits.from, "maximum": limits.to}),
            // A tag's region is read over: `es-MX` is `es`.
            (Form::Language, _) => patterns::language(&self.questionnaire.languages),
            (Form::MinimumAge, _) => self.ages(key, &json!(ADULT)),
            (Form::MaximumAge, _) => self.ages(key, &Value::Null),
            (_, Takes::Words(known)) => ids(known),
            (_, Takes::Ids(known)) if setting.told.unset == Unset::NEEDED => {
                json!({"type": "array", "items": ids(known), "minItems": 1})
            }
            (_, Takes::Ids(known)) => list(ids(known)),
            _ => self.map(key, definitions),
        }
    }

    /// What only JSON can carry.
    fn map(&self, key: &str, definitions: &mut Definitions) -> Value {
        match key {
            "factors" => list(OwnFactorFile::schema(definitions)),
            "screen" => ScreenFile::schema(definitions),
            "words" => {
                let mut languages = Keys::default();
                let words = "The words in English, as `selfscreen schema words` describes them.";
                languages.must("en", words, json!({"type": "object"}));
                languages.object("")
            }
            _ => self.stricter(),
        }
    }

    /// One of these ids, each explained by its own words.
    fn ids(&self, setting: &Setting, ids: &[String]) -> Value {
        let text = |id: &String| self.texts.and_then(|texts| texts.get(&setting.name_of(id)?));
        let ids: Vec<_> = ids.iter().map(|id| (id, text(id).unwrap_or_default())).collect();
        match ids.as_slice() {
            [] => json!(false),
            ids => words(ids.iter().map(|(id, text)| (id.as_str(), &**text))),
        }
    }

    fn ages(&self, setting: &str, none: &Value) -> Value {
        let limits = self.questionnaire.age_limits.iter().filter(|limit| limit.setting == setting);
        let ages: Vec<_> = std::iter::once(none.clone()).chain(limits.map(|limit| json!(limit.value))).collect();
        json!({"enum": ages})
    }

    /// Each factor that may be raised, with the classes it may be raised to.
    fn stricter(&self) -> Value {
        let mut keys = Keys::default();
        for rule in self.questionnaire.rules.iter().filter(|rule| !rule.may_raise_to.is_empty()) {
            let text = self.texts.and_then(|texts| texts.get(&format!("factors.{}.text", rule.id))).unwrap_or_default();
            let worst = rule.classes.iter().max().copied().unwrap_or_default();
            let classes = rule.may_raise_to.iter().map(|class| (class.as_str(), ""));
            keys.may(rule.id.as_str(), &format!("{text} (class {})", worst.as_str()), words(classes));
        }
        explained(keys.object(""), "Classes by the id of a factor.")
    }
}
