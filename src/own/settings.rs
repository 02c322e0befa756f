//! A file of settings, read whole.

use serde_json::{Map, Value};

use super::{finding, value};
use crate::questionnaire::Finding;
use crate::questionnaire::load::File;
use crate::questionnaire::words::tree::{Tree, repeated};

/// Reads settings; of a key that stands there twice, nobody could say which one was meant.
pub fn read(file: File) -> Result<Map<String, Value>, Vec<Finding>> {
    let Value::Object(given) = value(file)? else {
        return Err(vec![finding("wrong-shape", file.name, "", "", "no object", "an object of settings")]);
    };
    let tree = serde_json::from_str::<Tree>(file.text).ok();
    let again = tree.iter().flat_map(|tree| repeated(tree, "")).map(|pointer| {
        let id = pointer.rsplit('/').next().unwrap_or_default().to_owned();
        finding("duplicate-id", file.name, &pointer, &id, "this key again", "each key once")
    });
    let again: Vec<_> = again.collect();
    if again.is_empty() { Ok(given) } else { Err(again) }
}
