//! A value as it is given, before anything is known of it.
//!
//! The widget gets its settings from attributes and from the browser's own JSON reader: it needs no other.

use std::fmt;

use serde_json::Value;

use super::decimal::decimal;

/// A value as it is given.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// Nothing, said so.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Given>),
    /// Keys with their values, in order.
    Map(Vec<(String, Given)>),
    /// More than one value: a key stands there twice, and nobody could say which one was meant.
    Twice,
}

impl Given {
    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Yes or no, if it is one of the two.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }

    /// The number, if it is one.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }
}

impl From<&Value> for Given {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Nothing,
            Value::Bool(flag) => Self::Flag(*flag),
            Value::Number(number) => Self::Number(number.as_f64().unwrap_or(f64::NAN)),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(entries) => Self::List(entries.iter().map(Self::from).collect()),
            Value::Object(entries) => {
                Self::Map(entries.iter().map(|(key, value)| (key.clone(), value.into())).collect())
            }
        }
    }
}

/// Shows the value as JSON.
impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("null"),
            Self::Flag(flag) => f.write_str(if *flag { "true" } else { "false" }),
            Self::Number(number) if number.abs() < 1e14 => f.write_str(&decimal(*number, 4)),
            Self::Number(_) => f.write_str("a number beyond all limits"),
            Self::Text(text) => write!(f, "\"{text}\""),
            Self::List(entries) => {
                let entries: Vec<_> = entries.iter().map(ToString::to_string).collect();
                write!(f, "[{}]", entries.join(", "))
            }
            Self::Twice => f.write_str("two values"),
            Self::Map(entries) => {
                let entries: Vec<_> = entries.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
                write!(f, "{{{}}}", entries.join(", "))
            }
        }
    }
}
