//! Every setting with what a screen takes for it, in the order in which people read of them.
//!
//! The settings' page, the declarations for editors and compilers, the tables of the README, the list of the WordPress plugin and
//! the form of the builder are made from it.

use super::Form;
use super::table::{OTHERS, Row, SETTINGS, row};
use super::takes::Takes;
use super::told::{Told, Unset};
use crate::questionnaire::{Content, Questionnaire};
#[cfg(feature = "command")]
use {
    super::{from_page, settle_given},
    crate::questionnaire::Given,
};

/// One setting.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Its attribute, unless only JSON can carry it.
    pub attribute: Option<&'static str>,
    /// Its key in JSON, unless it is an attribute alone; with a dot, it is a key of a map.
    pub key: Option<&'static str>,
    /// The form of its value.
    pub form: Form,
    /// What it takes.
    pub takes: Takes,
    /// What only people are told of it.
    pub told: Told,
}

/// Lists every setting of a screen: first those that a personal result needs, then one group after another.
#[must_use]
pub fn catalog(questionnaire: &Questionnaire) -> Vec<Setting> {
    let some = |text: &'static str| (!text.is_empty()).then_some(text);
    let setting = |Row { key, attribute, form, told }: &Row| Setting {
        attribute: some(attribute),
        key: some(key),
        form: *form,
        takes: form.takes(questionnaire),
        told: Told { about: told.about.trim(), ..*told },
    };
    let mut all: Vec<_> = SETTINGS.iter().chain(OTHERS).map(setting).collect();
    all.sort_by_key(|setting| (setting.told.unset != Unset::NEEDED, setting.told.group as usize));
    all
}

/// Names a setting in a form.
#[must_use]
pub fn label(key: &str) -> &'static str {
    row(key).map_or("", |row| row.told.label)
}

/// What a setting does; empty if there is no such setting.
#[must_use]
pub fn about(key: &str) -> &'static str {
    row(key).map_or("", |row| row.told.about.trim())
}

/// What a form says of a setting below its name; empty if the name says it all.
#[must_use]
pub fn hint(key: &str) -> &'static str {
    row(key).map_or("", |row| row.told.hint)
}

impl Setting {
    /// Names it: by its attribute if it has one.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.attribute.or(self.key).unwrap_or_default()
    }

    /// Lists what there is to choose from, each with its name: of these languages, of the first.
    #[must_use]
    pub fn choices(&self, content: &Content) -> Vec<(String, String)> {
        if let Form::Words(words) = self.form {
            return words.iter().map(|word| (word.word.to_owned(), word.says.to_owned())).collect();
        }
        let (Takes::Words(ids) | Takes::Ids(ids)) = &self.takes else { return Vec::new() };
        let named = |id: &String| Some((id.clone(), content.words.text(&self.name_of(id)?).to_string()));
        ids.iter().filter_map(named).collect()
    }

    /// Says where the words of a screen have the name of an id.
    #[must_use]
    pub fn name_of(&self, id: &str) -> Option<String> {
        match self.form {
            Form::Region => Some(format!("regions.{id}")),
            Form::Routes => Some(format!("routes.{id}.label")),
            Form::Scales => Some(format!("scores.{id}.title")),
            _ => None,
        }
    }

    /// The hint of a form, with the numbers that may be written.
    #[must_use]
    pub fn hint(&self) -> String {
        let hint = self.told.hint;
        match &self.takes {
            takes @ (Takes::Range(_) | Takes::Numbers(_)) => format!("{hint} {}.", capital(&takes.to_string())),
            _ => hint.to_owned(),
        }
    }

    /// Says what it does, and what is to be written, in plain text.
    #[must_use]
    pub fn help(&self) -> String {
        let Told { about, note, .. } = self.told;
        let takes = match &self.takes {
            takes @ (Takes::Text(_) | Takes::Range(_) | Takes::Numbers(_)) => takes.to_string(),
            _ => String::new(),
        };
        let both = [&takes, note].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ");
        match capital(&both.replace('`', "")) {
            both if both.is_empty() => about.replace('`', ""),
            both => format!("{} {both}.", about.replace('`', "")),
        }
    }
}

/// Begins a text with a capital letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(feature = "command")]
impl Setting {
    /// Its key with a value, as the page would hand it over.
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
        (!known).then(|| format!("{} must be {}. Found \"{value}\".", self.name(), self.takes))
    }
}
