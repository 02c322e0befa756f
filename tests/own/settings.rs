//! Builders: settings with own factors, and the screen that they make.

use std::rc::Rc;

use selfscreen::own;
use selfscreen::questionnaire::{Content, File, Finding, Questionnaire};
use selfscreen::screens::BUILT_IN;
use serde_json::{Value, json};

/// The name that findings call the settings by.
pub const NAME: &str = "settings.json";

/// A factor of a clinic's own that is sound.
pub fn factor(id: &str, class: Value, when: Value) -> Value {
    json!({
        "id": id, "class": class, "when": when, "text": "what you told us", "why": "Why it matters here.",
        "ask_the_clinic": "What does it mean for me?", "source": {"title": "Protocol of Harbor Clinic", "year": 2026},
    })
}

/// A factor that migraine sets, with changes: `path = json`, or `- key`.
#[track_caller]
pub fn migraine(changes: &str) -> Value {
    let mut made = factor("own_migraine", json!("review"), json!({"item": "pain_type", "includes": "migraine"}));
    for change in changes.split(';').map(str::trim).filter(|change| !change.is_empty()) {
        if let Some(key) = change.strip_prefix("- ") {
            made.as_object_mut().expect("an object").remove(key).expect("it has the key");
            continue;
        }
        let (path, value) = change.split_once(" = ").unwrap_or_else(|| panic!("'{change}' is path = json"));
        let value: Value = serde_json::from_str(value).unwrap_or_else(|_| panic!("'{value}' is JSON"));
        match path.split_once('/') {
            None => made[path] = value,
            Some((outer, key)) => made[outer][key] = value,
        }
    }
    made
}

/// The screen that settings make of the built-in one.
pub fn made(settings: &Value) -> Result<Content, Vec<Finding>> {
    own::screen(File { name: NAME, text: &settings.to_string() }, BUILT_IN)
}

/// The built-in screen with own factors, all of which are sound.
#[track_caller]
pub fn with(factors: &[Value]) -> Rc<Questionnaire> {
    made(&json!({ "factors": factors })).expect("the factors are sound").questionnaire
}

/// What is found wrong with settings, each as `code pointer (id)`, in order.
#[track_caller]
pub fn found(settings: &Value) -> Vec<String> {
    let findings = made(settings).err().unwrap_or_default();
    assert!(findings.iter().all(|finding| finding.file == NAME), "every place is in the settings: {findings:#?}");
    let mut found: Vec<_> =
        findings.iter().map(|finding| format!("{} {} ({})", finding.code, finding.pointer, finding.id)).collect();
    found.sort();
    found
}
