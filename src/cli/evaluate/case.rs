//! A line of the input, read as a case.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value};

use crate::questionnaire::json::{MARK, MARKED};
use crate::questionnaire::shown::shown;
use crate::screening::Json;

/// From here on, numbers are rounded when they are read.
const TOO_LARGE: f64 = 18_446_744_073_709_551_616.0;

/// The keys of a case.
const KEYS: [&str; 4] = ["id", "config", "screen", "answers"];

/// What a line should be.
const EXPECTED: &str = "expected a JSON object with id, config and answers";

/// One line of the input.
pub struct Case<'a> {
    /// Whatever it is called by.
    pub id: Value,
    /// What the clinic set.
    pub config: Map<String, Value>,
    /// The screen that it names.
    pub screen: Map<String, Value>,
    /// Answers by item, one that is given twice included.
    pub answers: Vec<(Cow<'a, str>, Json<'a>)>,
}

/// Why a line is not a case.
pub struct CaseError {
    /// What it is called by, as far as that could be read.
    pub id: Value,
    /// The stable name of the fault.
    pub code: &'static str,
    /// What was found, and what would have been right.
    pub message: String,
}

impl<'a> Case<'a> {
    /// Reads a line.
    pub fn read(line: &'a [u8]) -> Result<Self, CaseError> {
        let CaseFields { id, config, screen, answers, again, unknown } = fields(line)?;
        let error = |id, code, message| Err(CaseError { id, code, message });
        if !comes_back(&id) {
            let message = format!("id must come back as it was written: a text, or a number below 2^64; found {id}");
            return error(Value::Null, "id-too-large", message);
        }
        if !again.is_empty() {
            let id = if again.iter().any(|place| place == "/id") { Value::Null } else { id };
            return error(id, "duplicate-key", format!("expected each key once; found again: {}", again.join(", ")));
        }
        // A misspelled `config` that is read over would be a case without settings.
        if !unknown.is_empty() {
            let message = format!("expected only the keys {}; found: {}", KEYS.join(", "), unknown.join(", "));
            return error(id, "unknown-key", message);
        }
        let config = match config {
            None => Map::new(),
            Some(Value::Object(config)) => config,
            Some(other) => {
                return error(id, "config-not-an-object", format!("config must be an object; found {other}"));
            }
        };
        let screen = match screen {
            None => Map::new(),
            Some(Value::Object(screen)) => screen,
            Some(other) => {
                return error(id, "screen-not-an-object", format!("screen must be an object; found {other}"));
            }
        };
        match answers {
            Some(Json::Map(answers)) => Ok(Self { id, config, screen, answers }),
            Some(other) => error(id, "answers-not-an-object", format!("answers must be an object; found {other}")),
            None => {
                error(id, "answers-missing", "the object has no answers; expected \"answers\": {item: answer}".into())
            }
        }
    }
}

/// Tells whether every number of an id is one that reading keeps.
fn comes_back(id: &Value) -> bool {
    match id {
        Value::Number(number) => number.as_f64().is_some_and(|number| number.abs() < TOO_LARGE) || !number.is_f64(),
        Value::Array(entries) => entries.iter().all(comes_back),
        Value::Object(entries) => entries.values().all(comes_back),
        _ => true,
    }
}

/// Reads the fields of a line, if it has any.
fn fields(line: &[u8]) -> Result<CaseFields<'_>, CaseError> {
    let error = |code, found: &str| CaseError { id: Value::Null, code, message: format!("{EXPECTED}; found: {found}") };
    let line = std::str::from_utf8(line).map_err(|found| error("not-json", &found.to_string()))?;
    if line.starts_with(MARK) {
        return Err(error("not-json", MARKED));
    }
    serde_json::from_str(line).map_err(|found| match serde_json::from_str::<Value>(line) {
        Ok(value) if found.is_data() => error("not-an-object", &shown(&value)),
        _ => error("not-json", &found.to_string()),
    })
}

/// The fields of a case.
#[derive(Default)]
struct CaseFields<'a> {
    id: Value,
    config: Option<Value>,
    screen: Option<Value>,
    answers: Option<Json<'a>>,
    /// The places of keys that stand there again.
    again: Vec<String>,
    /// Keys that no case has.
    unknown: Vec<String>,
}

impl<'de: 'a, 'a> Deserialize<'de> for CaseFields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(CaseVisitor)
    }
}

struct CaseVisitor;

impl<'de> Visitor<'de> for CaseVisitor {
    type Value = CaseFields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CaseFields<'de>, A::Error> {
        let mut fields = CaseFields::default();
        let mut keys: Vec<String> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if keys.contains(&key) {
                fields.again.push(format!("/{key}"));
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            match key.as_str() {
                "id" => fields.id = value(map.next_value()?, &|| "/id".to_owned(), &mut fields.again),
                "answers" => fields.answers = map.next_value::<Json>().map(some)?,
                "config" | "screen" => {
                    let given = some(map.next_value()?);
                    let value = given.map(|given| value(given, &|| format!("/{key}"), &mut fields.again));
                    *if key == "config" { &mut fields.config } else { &mut fields.screen } = value;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    fields.unknown.push(key.clone());
                }
            }
            keys.push(key);
        }
        Ok(fields)
    }
}

/// Reads `null` as nothing.
fn some(given: Json) -> Option<Json> {
    (given != Json::Nothing).then_some(given)
}

/// Makes a value of what was given; the places of keys that stand there again are added to `again`, and written out only then.
fn value(given: Json, place: &dyn Fn() -> String, again: &mut Vec<String>) -> Value {
    match given {
        Json::Nothing => Value::Null,
        Json::Flag(flag) => Value::Bool(flag),
        Json::Number(number) => Value::Number(number),
        Json::Text(text) => Value::String(text.into_owned()),
        Json::List(entries) => {
            let entries = entries.into_iter().enumerate();
            entries.map(|(at, entry)| value(entry, &|| format!("{}/{at}", place()), again)).collect()
        }
        Json::Map(entries) => {
            let mut map = Map::new();
            for (key, entry) in entries {
                let key = key.into_owned();
                let inner = || format!("{}/{key}", place());
                let entry = value(entry, &inner, again);
                if map.contains_key(&key) {
                    again.push(inner());
                }
                map.insert(key, entry);
            }
            Value::Object(map)
        }
    }
}
