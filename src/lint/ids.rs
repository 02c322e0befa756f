//! Ids that will be trouble: in the paths of words, in answers, in cases.

use serde_json::Value;

use super::subject::{FindingList, LoadedScreen};

/// The codes that mean the same in every item.
const RESERVED: [&str; 4] = ["none", "not_sure", "rather_not_say", "any_of_them"];

/// Looks at every id, link id and code of the file.
pub fn check(subject: &LoadedScreen, report: &mut FindingList) {
    walk(subject, &subject.json, "", report);
    for item in subject.questionnaire.item_indices() {
        let own = &subject.questionnaire[item];
        for option in own.options.iter().filter(|option| option.special.is_none()) {
            if RESERVED.contains(&option.code.as_str()) {
                let at = (subject.item(item), own.link_id.as_str());
                let found = format!("'{}' as an ordinary option", option.code);
                let expected = format!("'{}' among the specials, or another code", option.code);
                report.add("reserved-code", subject.name, at, found, expected);
            }
        }
    }
}

fn walk(subject: &LoadedScreen, value: &Value, pointer: &str, report: &mut FindingList) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let at = format!("{pointer}/{key}");
                match value.as_str().filter(|_| ["id", "link_id", "code"].contains(&key.as_str())) {
                    Some(id) if !is_plain(id) => {
                        let expected = "letters, digits and _ only, a letter first";
                        report.add("odd-id", subject.name, (&at, id), format!("'{id}'"), expected);
                    }
                    _ => walk(subject, value, &at, report),
                }
            }
        }
        Value::Array(entries) => {
            entries.iter().enumerate().for_each(|(n, entry)| walk(subject, entry, &format!("{pointer}/{n}"), report));
        }
        _ => {}
    }
}

/// Tells whether an id can stand in a path and be typed in a case.
fn is_plain(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_alphabetic())
        && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
