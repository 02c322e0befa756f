//! A clinic's settings, held against the screen they are for.

use serde_json::{Map, Value};

use super::subject::{FindingList, pointer};
use crate::own;
use crate::questionnaire::shown::shown;
use crate::questionnaire::{File, Finding, Questionnaire};
use crate::settings::settle;

/// Finds every setting of a clinic that does not hold for a screen.
#[must_use]
pub fn lint_settings(file: File, questionnaire: &Questionnaire) -> Vec<Finding> {
    let mut report = FindingList::default();
    let mut given: Map<String, Value> = serde_json::from_str(file.text).unwrap_or_default();
    // What is the clinic's own is looked at with the screen it makes.
    own::KEYS.iter().for_each(|key| drop(given.remove(*key)));
    for problem in settle(questionnaire, &given).1 {
        let key = problem.setting.unwrap_or_default();
        let mut steps = key.split('.');
        let first = steps.next().and_then(|step| given.get(step));
        let inner = steps.try_fold(first, |value, step| Some(value?.get(step))).flatten();
        // A dot may be part of a key that is no setting.
        let value = given.get(&key).or(inner);
        let found = match value {
            Some(_) if problem.code == "unknown-setting" => format!("'{key}'"),
            value => value.map_or_else(|| "no value".to_owned(), shown),
        };
        // The message ends with what was found, which stands apart here.
        let expected = match problem.code {
            "unknown-setting" => "the name of a setting",
            _ => problem.message.split(" Found ").next().unwrap_or_default().trim_end_matches('.'),
        };
        let at = match value {
            Some(_) if given.contains_key(&key) => format!("/{key}"),
            Some(_) => pointer(&key),
            None => String::new(),
        };
        report.add(problem.code, file.name, (&at, &key), found, expected);
    }
    report.findings
}
