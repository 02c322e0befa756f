//! The JSON child: what no attribute carries.

use serde_json::{Map, Value};

use super::html::WIDTH;
use crate::questionnaire::Given;

/// Writes settings as JSON, in one line.
pub fn text(settings: &[(String, Given)]) -> String {
    object(settings).to_string()
}

/// Writes the child with its tag, on one line or several; nothing if there is nothing to say.
pub fn child(settings: &[(String, Given)]) -> String {
    if settings.is_empty() {
        return String::new();
    }
    let [open, close] = ["  <script type=\"application/json\">", "</script>\n"];
    let value = object(settings);
    let one_line = spaced(&value);
    if open.len() + one_line.chars().count() + close.len() <= WIDTH {
        return format!("{open}{}{close}", harmless(&one_line));
    }
    let lines = format!("{value:#}").replace('\n', "\n    ");
    format!("{open}\n    {}\n  {close}", harmless(&lines))
}

/// Keeps HTML from finding an end or a comment in it: only texts of JSON can hold the sign.
fn harmless(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// One line with spaces, as people write it.
fn spaced(value: &Value) -> String {
    match value {
        Value::Array(list) => format!("[{}]", list.iter().map(spaced).collect::<Vec<_>>().join(", ")),
        Value::Object(map) => {
            let pairs = map.iter().map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), spaced(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
        plain => plain.to_string(),
    }
}

fn object(settings: &[(String, Given)]) -> Value {
    settings.iter().map(|(key, value)| (key.clone(), json(value))).collect::<Map<_, _>>().into()
}

fn json(value: &Given) -> Value {
    match value {
        Given::Nothing | Given::Twice => Value::Null,
        Given::Flag(flag) => Value::from(*flag),
        Given::Number(number) => whole(*number).map_or_else(|| Value::from(*number), Value::from),
        Given::Text(text) => Value::from(text.as_str()),
        Given::List(list) => list.iter().map(json).collect(),
        Given::Map(map) => object(map),
    }
}

/// A whole number without the point that it would have as a fraction: a year is no fraction.
#[allow(clippy::cast_possible_truncation, reason = "compared with the number itself")]
fn whole(number: f64) -> Option<i64> {
    let whole = number as i64;
    (whole as f64 == number && whole.abs() < 1 << 53).then_some(whole)
}
