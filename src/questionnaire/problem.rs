//! What was not valid about answers or settings, and what held instead.

use serde::Serialize;

/// An answer or a setting that was not valid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The stable name of the kind of problem, in kebab case.
    pub code: &'static str,
    /// The item it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The setting it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setting: Option<String>,
    /// What was found, and what would have been right.
    pub message: String,
}

impl Problem {
    /// Makes a problem of an answer.
    #[must_use]
    pub fn item(code: &'static str, item: &str, message: String) -> Self {
        Self { code, item: Some(item.to_owned()), setting: None, message }
    }

    /// Makes a problem of a setting.
    #[must_use]
    pub fn setting(code: &'static str, setting: &str, message: String) -> Self {
        Self { code, item: None, setting: Some(setting.to_owned()), message }
    }
}
