//! What is typed so far, by the name of the setting; one within a map is named by a dot: `theme.accent`.

use std::collections::BTreeSet;
use std::rc::Rc;

use selfscreen::questionnaire::Given;
use yew::Reducible;

/// The address of an empty form: files at the root of the site.
const ROOT: &str = "/";

/// What is typed so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    values: Vec<(String, Given)>,
    /// Where the files of the release will be.
    pub at: String,
    /// Fields that were left once: from then on they say what is wrong while it is typed.
    left: BTreeSet<String>,
    /// How often it was emptied.
    pub round: u32,
    /// What it began with, until it is emptied.
    example: Vec<(String, Given)>,
}

/// What was done to the form.
pub enum Edit {
    /// A setting says something else, or nothing any more.
    Put(String, Option<Given>),
    /// An id was put into a list, or taken out.
    Tick(&'static str, String, bool),
    /// The files will be elsewhere.
    At(String),
    /// A field was left.
    Leave(String),
    /// Everything is emptied.
    Clear,
}

impl Draft {
    /// A form with nothing in it.
    fn empty() -> Self {
        Self { values: Vec::new(), at: ROOT.to_owned(), left: BTreeSet::new(), round: 0, example: Vec::new() }
    }

    /// A clinic that does not exist, so that the preview has something to show; it offers what the screen knows.
    pub fn example(routes: impl Iterator<Item = String>) -> Self {
        let texts = [
            ("name", "Harbor Clinic"),
            ("booking_url", "https://harbor.example/book"),
            ("phone", "(555) 555-0100"),
            ("region", "us"),
        ];
        let mut draft = Self::empty();
        draft.values.extend(texts.map(|(key, text)| (key.to_owned(), Given::Text(text.to_owned()))));
        draft.values.push(("routes".to_owned(), Given::List(routes.map(Given::Text).collect())));
        draft.example.clone_from(&draft.values);
        draft
    }

    /// The value of a setting, if it is set.
    pub fn get(&self, key: &str) -> Option<&Given> {
        self.values.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The same, as a field shows it.
    pub fn text(&self, key: &str) -> String {
        match self.get(key) {
            None => String::new(),
            Some(Given::Text(text)) => text.clone(),
            Some(other) => other.to_string(),
        }
    }

    /// Names the settings that are still as in the example.
    pub fn still_example(&self) -> impl Iterator<Item = &str> {
        self.example.iter().filter(|(key, value)| self.get(key) == Some(value)).map(|(key, _)| key.as_str())
    }

    /// Tells whether a list has an id.
    pub fn has(&self, key: &str, id: &str) -> bool {
        matches!(self.get(key), Some(Given::List(list)) if list.iter().any(|entry| entry.as_str() == Some(id)))
    }

    /// Tells whether a field was left once.
    pub fn was_left(&self, key: &str) -> bool {
        self.left.contains(key)
    }

    /// Counts the settings within a map.
    pub fn count(&self, map: &str) -> usize {
        self.values.iter().filter(|(key, _)| key.split_once('.').is_some_and(|(of, _)| of == map)).count()
    }

    /// All values, in the form that the widget and the command take.
    pub fn given(&self) -> Vec<(String, Given)> {
        let mut given: Vec<(String, Given)> = Vec::new();
        for (key, value) in &self.values {
            let Some((map, key)) = key.split_once('.') else {
                given.push((key.clone(), value.clone()));
                continue;
            };
            let entry = (key.to_owned(), value.clone());
            match given.iter_mut().find(|(known, _)| known == map) {
                Some((_, Given::Map(entries))) => entries.push(entry),
                _ => given.push((map.to_owned(), Given::Map(vec![entry]))),
            }
        }
        given
    }

    fn put(&mut self, key: &str, value: Option<Given>) {
        self.values.retain(|(known, _)| known != key);
        self.values.extend(value.map(|value| (key.to_owned(), value)));
    }

    fn tick(&mut self, key: &str, id: String, on: bool) {
        let mut ids = match self.get(key) {
            Some(Given::List(ids)) => ids.clone(),
            _ => Vec::new(),
        };
        ids.retain(|known| known.as_str() != Some(&id));
        if on {
            ids.push(Given::Text(id));
        }
        self.put(key, (!ids.is_empty()).then_some(Given::List(ids)));
    }
}

impl Reducible for Draft {
    type Action = Edit;

    fn reduce(self: Rc<Self>, action: Edit) -> Rc<Self> {
        let mut draft = (*self).clone();
        match action {
            Edit::Put(key, value) => {
                // Advice was taken for one country, and what visitors may get there goes with it.
                if key == "region" && draft.get(&key) != value.as_ref() {
                    draft.put("advice_confirmed", None);
                    draft.put("mode", None);
                }
                draft.put(&key, value);
            }
            Edit::Tick(key, id, on) => draft.tick(key, id, on),
            Edit::At(at) => draft.at = at,
            Edit::Leave(key) => drop(draft.left.insert(key)),
            Edit::Clear => draft = Self { round: draft.round + 1, ..Self::empty() },
        }
        Rc::new(draft)
    }
}
