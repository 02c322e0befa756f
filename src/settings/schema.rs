//! The schema of a clinic's settings for one screen: its regions, routes, scales and factors by name.
//!
//! What one setting asks of another (a phone for its hours, advice for a region) is left out: attributes may bring it.

use serde_json::{Value, json};

use super::keys::{FORMS, Form, THEME_FORMS};
use super::settle::switchable_scales;
use super::theme::{ColorScheme, DENSITY, Font, Frame, RADIUS};
use super::value::patterns;
use crate::questionnaire::file::{OwnFactorFile, ScreenFile};
use crate::questionnaire::schema::{Definitions, Keys, explained, list, words};
use crate::questionnaire::shape::Shape;
use crate::questionnaire::{Questionnaire, Words};

/// Describes the settings of a screen; with its words, names are explained in them.
#[must_use]
pub fn schema(questionnaire: &Questionnaire, texts: Option<&Words>) -> Value {
    let describing = Describing { questionnaire, texts };
    let mut keys = Keys::default();
    keys.may(
        "$schema",
        "Where the schema of this file is, for editors; nothing else reads it.",
        json!({"type": "string"}),
    );
    for (key, form, explanation) in FORMS {
        let attribute = super::attributes::name_of(key);
        let attribute = attribute.map(|name| format!(" As an attribute: {name}.")).unwrap_or_default();
        keys.may(key, &format!("{explanation}{attribute}"), describing.form(*form));
    }
    let mut definitions = Definitions::default();
    let factors = list(OwnFactorFile::schema(&mut definitions));
    keys.may(
        "factors",
        "Factors of the clinic's own, on top of those of the screen. They need the release's second script.",
        factors,
    );
    let screen = ScreenFile::schema(&mut definitions);
    keys.may(
        "screen",
        "A whole screen of the clinic's own, in place of the built-in one; it needs words beside it.",
        screen,
    );
    let mut languages = Keys::default();
    languages.must(
        "en",
        "The words in English, as `selfscreen schema words` describes them.",
        json!({"type": "object"}),
    );
    keys.may("words", "The words of a screen of the clinic's own, by language.", languages.object(""));
    let title = format!("Settings of a clinic for the Selfscreen screen '{}'", questionnaire.id);
    definitions.document("settings", &title, keys.object("What a clinic sets; attributes of the element go first."))
}

struct Describing<'a> {
    questionnaire: &'a Questionnaire,
    texts: Option<&'a Words>,
}

impl Describing<'_> {
    fn form(&self, form: Form) -> Value {
        let Self { questionnaire, .. } = self;
        match form {
            Form::Name => json!({"type": "string", "pattern": patterns::NAME}),
            Form::Https => json!({"type": "string", "pattern": patterns::https(), "maxLength": 2000}),
            Form::HttpsOrMailto => json!({"type": "string", "pattern": patterns::https_or_mailto(), "maxLength": 2000}),
            Form::Phone => json!({"type": "string", "pattern": patterns::PHONE}),
            Form::Flag => json!({"type": "boolean"}),
            Form::Region => self.ids("regions", "", questionnaire.regions.iter().map(|region| region.id.as_str())),
            // A tag's region is read over: `es-MX` is `es`.
            Form::Locale => json!({"type": "string", "pattern": patterns::language(&questionnaire.languages)}),
            Form::Routes => {
                let routes = questionnaire.routes.iter().map(|route| route.id.as_str());
                json!({"type": "array", "items": self.ids("routes", ".label", routes), "minItems": 1})
            }
            Form::Mode => words([
                ("full", "A personal result."),
                ("information_only", "What to tell a clinician, and no question."),
            ]),
            Form::MinimumAge => self.ages("minimum_age", &json!(18)),
            Form::MaximumAge => self.ages("maximum_age", &Value::Null),
            Form::Stricter => self.stricter(),
            Form::Scales => {
                let scales = switchable_scales(questionnaire);
                let scales = scales.iter().map(|score| questionnaire[*score].id.as_str());
                json!({"type": "array", "items": self.ids("scores", ".title", scales)})
            }
            Form::Theme => {
                let mut keys = Keys::default();
                for (key, form, explanation) in THEME_FORMS {
                    let attribute = super::attributes::name_of(&format!("theme.{key}"));
                    let attribute = attribute.map(|name| format!(" As an attribute: {name}.")).unwrap_or_default();
                    keys.may(key, &format!("{explanation}{attribute}"), self.form(*form));
                }
                keys.object("")
            }
            Form::ColorScheme => words(ColorScheme::ALL.map(|(word, _)| (word, ""))),
            Form::Color => json!({"type": "string", "pattern": patterns::color()}),
            Form::Radius => json!({"type": "number", "minimum": RADIUS.start(), "maximum": RADIUS.end()}),
            Form::Density => json!({"type": "number", "minimum": DENSITY.start(), "maximum": DENSITY.end()}),
            Form::Font => words(Font::ALL.map(|(word, _)| (word, ""))),
            Form::Frame => words(Frame::ALL.map(|(word, _)| (word, ""))),
        }
    }

    /// One of these ids, each explained by its own words.
    fn ids<'b>(&self, of: &str, key: &str, ids: impl Iterator<Item = &'b str>) -> Value {
        let text = |id: &str| self.texts.and_then(|texts| texts.get(&format!("{of}.{id}{key}")));
        let ids: Vec<_> = ids.map(|id| (id, text(id).unwrap_or_default())).collect();
        match ids.as_slice() {
            [] => json!(false),
            ids => words(ids.iter().map(|(id, text)| (*id, &**text))),
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
