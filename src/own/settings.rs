//! A file of settings, read whole.

use serde_json::{Map, Value};

use super::finding;
use crate::questionnaire::Finding;
use crate::questionnaire::load::{File, json};
use crate::questionnaire::shown::shown;

/// Reads settings.
pub fn read(file: File) -> Result<Map<String, Value>, Vec<Finding>> {
    match json::read(file)? {
        Value::Object(given) => Ok(given),
        other => Err(vec![finding("wrong-shape", file.name, "", "", &shown(&other), "an object of settings")]),
    }
}
