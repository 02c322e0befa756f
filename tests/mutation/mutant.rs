//! One change of a screen: where, what, and the screen with it.

use std::fmt;
use std::rc::Rc;

use selfscreen::questionnaire::{AnswerOption, Questionnaire};
use serde_json::Value;

use crate::common::{ketamine, ketamine_json};

/// The built-in screen, as its file has it and as it is loaded.
pub struct Original {
    pub json: Value,
    pub questionnaire: Rc<Questionnaire>,
}

impl Original {
    pub fn new() -> Self {
        Self { json: ketamine_json(), questionnaire: ketamine() }
    }

    /// The entries of a list, with the pointer to each and its id.
    pub fn entries(&self, list: &str) -> Vec<(String, String, &Value)> {
        let entries = self.json.pointer(list).and_then(Value::as_array).into_iter().flatten().enumerate();
        let id =
            |value: &Value| ["id", "link_id", "setting"].iter().find_map(|key| value[*key].as_str().map(str::to_owned));
        entries.map(|(n, value)| (format!("{list}/{n}"), id(value).unwrap_or_else(|| n.to_string()), value)).collect()
    }

    /// Every item, with the pointer to it and its id.
    pub fn items(&self) -> Vec<(String, String, &Value)> {
        let pages = self.entries("/sections").into_iter().flat_map(|(at, ..)| self.entries(&format!("{at}/pages")));
        pages.flat_map(|(at, ..)| self.entries(&format!("{at}/items"))).collect()
    }

    /// The options of an item, special ones last.
    pub fn options(&self, link_id: &str) -> &[AnswerOption] {
        let item = self.questionnaire.item(link_id).unwrap_or_else(|| panic!("there is no item '{link_id}'"));
        &self.questionnaire[item].options
    }

    /// The ids of the routes.
    pub fn routes(&self) -> Vec<&str> {
        self.questionnaire.routes.iter().map(|route| route.id.as_str()).collect()
    }
}

/// Which visits a change could make a difference to: a case of another visit need not be run.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Touches {
    /// Any.
    #[default]
    Any,
    /// Those for which a condition holds that did not, or the reverse: nothing but conditions is changed.
    Conditions,
    /// Those with this factor, or at a clinic that raises it.
    Factor(String),
    /// Those at a clinic that raises this factor.
    Raise(String),
    /// Those that leave this item open, or are nudged about it.
    Gap(String),
    /// Those with this score.
    Score(String),
}

/// One change.
pub struct Mutation {
    /// What kind of rule is changed.
    pub kind: &'static str,
    /// How.
    pub operation: &'static str,
    /// Where, by ids.
    pub place: String,
    /// What exactly, where the operation does not say.
    pub detail: String,
    /// Which visits it could make a difference to.
    pub touches: Touches,
    /// Sets what stands at a pointer, or takes it away.
    edits: Vec<(String, Option<Value>)>,
}

impl Mutation {
    pub fn new(kind: &'static str, operation: &'static str, place: &str, detail: &str) -> Self {
        Self {
            kind,
            operation,
            place: place.to_owned(),
            detail: detail.to_owned(),
            touches: Touches::Any,
            edits: Vec::new(),
        }
    }

    /// Says which visits it could make a difference to.
    pub fn touching(mut self, touches: Touches) -> Self {
        self.touches = touches;
        self
    }

    /// Sets what stands at a pointer.
    pub fn set(mut self, pointer: &str, value: impl Into<Value>) -> Self {
        self.edits.push((pointer.to_owned(), Some(value.into())));
        self
    }

    /// Takes away what stands at a pointer.
    pub fn remove(mut self, pointer: &str) -> Self {
        self.edits.push((pointer.to_owned(), None));
        self
    }

    /// The screen with the change.
    pub fn apply(&self, original: &Value) -> Value {
        let mut screen = original.clone();
        for (pointer, value) in &self.edits {
            let (parent, key) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
            match (screen.pointer_mut(parent), value) {
                (Some(Value::Object(map)), Some(value)) => drop(map.insert(key.to_owned(), value.clone())),
                (Some(Value::Object(map)), None) => drop(map.remove(key)),
                (Some(Value::Array(list)), Some(value)) => list[place(key)] = value.clone(),
                (Some(Value::Array(list)), None) => drop(list.remove(place(key))),
                _ => panic!("there is nothing around {pointer}"),
            }
        }
        screen
    }
}

fn place(key: &str) -> usize {
    key.parse().unwrap_or_else(|_| panic!("'{key}' is no place in a list"))
}

impl fmt::Display for Mutation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, operation, place, detail, .. } = self;
        write!(f, "{kind}: {place}: {operation}")?;
        if detail.is_empty() { Ok(()) } else { write!(f, " ({detail})") }
    }
}
