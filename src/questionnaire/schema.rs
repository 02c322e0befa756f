//! JSON Schema of what is read, made by the declarations that read it.
//!
//! Only the `selfscreen` command knows it: nothing here reaches the widget.

use serde_json::{Map, Value, json};

/// The codes of findings and problems that a schema knows of too: something has the wrong shape, is missing or too much, or
/// is a word that is none of those allowed there.
///
/// All others need more than the place itself: an id that nothing declares, a circle, a rule without source.
pub const STRUCTURAL: [&str; 12] = [
    "wrong-shape",
    "unknown-word",
    "unknown-type",
    "unknown-class",
    "unknown-method",
    "unknown-operator",
    "score-not-a-number",
    // Of words.
    "missing-text",
    "unused-text",
    // Of settings.
    "unknown-setting",
    "bad-setting",
    // Of neither: no document at all.
    "not-json",
];

/// Schemas with a name, which others refer to; one that holds itself is made once.
#[derive(Debug, Default)]
pub struct Definitions(Map<String, Value>);

impl Definitions {
    /// Refers to the schema of that name, and makes it where it is asked for first.
    pub fn refer(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.0.contains_key(name) {
            self.0.insert(name.to_owned(), Value::Null);
            let made = make(self);
            self.0.insert(name.to_owned(), made);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }

    /// Makes a whole document of a schema: `name` is also the name of its file.
    #[must_use]
    pub fn document(self, name: &str, title: &str, schema: Value) -> Value {
        let mut document = schema;
        document["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        document["$id"] = json!(format!("{name}.json"));
        document["$comment"] = json!(concat!("Made by selfscreen ", env!("CARGO_PKG_VERSION"), "."));
        document["title"] = json!(title);
        if !self.0.is_empty() {
            document["$defs"] = Value::Object(self.0);
        }
        document
    }
}

/// The schema of an object whose keys are all known.
#[derive(Debug, Default)]
pub struct Keys {
    properties: Map<String, Value>,
    required: Vec<String>,
}

impl Keys {
    /// Adds a key that must be there.
    pub fn must(&mut self, key: &str, explanation: &str, schema: Value) {
        self.required.push(key.to_owned());
        self.may(key, explanation, schema);
    }

    /// Adds a key that may be left out.
    pub fn may(&mut self, key: &str, explanation: &str, schema: Value) {
        self.properties.insert(key.to_owned(), explained(schema, explanation));
    }

    /// Makes the schema; an object without any key is fine only if none must be there.
    #[must_use]
    pub fn object(self, explanation: &str) -> Value {
        let Self { properties, required } = self;
        let schema = json!({"type": "object", "properties": properties, "additionalProperties": false});
        let mut schema = explained(schema, explanation);
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        schema
    }
}

/// Puts an explanation on a schema, unless there is none; editors show it.
#[must_use]
pub fn explained(mut schema: Value, explanation: &str) -> Value {
    let explanation = explanation.trim();
    if !explanation.is_empty() {
        schema["description"] = json!(explanation);
    }
    schema
}

/// The schema of one of these words, each with what it means.
#[must_use]
pub fn words<'a>(words: impl IntoIterator<Item = (&'a str, &'a str)>) -> Value {
    let word = |(word, meaning): (&str, &str)| explained(json!({"const": word}), meaning);
    json!({"type": "string", "oneOf": words.into_iter().map(word).collect::<Vec<_>>()})
}

/// The schema of a list.
#[must_use]
pub fn list(entry: Value) -> Value {
    json!({"type": "array", "items": entry})
}

/// The schema of an object with free keys.
#[must_use]
pub fn map(entry: Value) -> Value {
    json!({"type": "object", "additionalProperties": entry})
}
