//! A file of settings, read whole.

use serde_json::{Map, Value};

use crate::questionnaire::shown::shown;
use crate::questionnaire::{File, Finding, json};

/// Reads settings.
pub fn read(file: File) -> Result<Map<String, Value>, Vec<Finding>> {
    match json::read(file)? {
        Value::Object(given) => Ok(given),
        other => Err(vec![Finding::error("wrong-shape", file.name, ("", ""), shown(&other), "an object of settings")]),
    }
}
