//! `custom-elements.json`: the element as tools for custom elements read it, version 2.1.0 of their schema.

use serde_json::{Value, json};

use super::{EVENTS, attributes, type_of, unset_of};
use crate::settings::{Setting, Takes, Unset};

const MODULE: &str = "selfscreen.js";

/// Describes the element.
#[must_use]
pub fn manifest(settings: &[Setting]) -> Value {
    let attributes = attributes(settings).map(|(name, setting)| {
        let mut attribute = json!({
            "name": name,
            "description": format!("{} Default: {}.", setting.help(), unset_of(setting)),
            "type": {"text": text_of(setting)},
        });
        if let Unset::Is(value) = setting.told.unset {
            attribute["default"] = json!(value);
        }
        attribute
    });
    let events = EVENTS.iter().map(|event| {
        let text = format!("CustomEvent<{}>", event.detail.type_of());
        json!({"name": event.name, "description": format!("Fired when {}.", event.when), "type": {"text": text}})
    });
    json!({
        "schemaVersion": "2.1.0",
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": MODULE,
            "declarations": [{
                "kind": "class",
                "customElement": true,
                "name": "SelfScreenElement",
                "tagName": "self-screen",
                "summary": "A private self-screening questionnaire.",
                "description": "No method and no property tells anything of a visit, and no event an answer or a result.",
                "superclass": {"name": "HTMLElement"},
                "attributes": attributes.collect::<Vec<_>>(),
                "events": events.collect::<Vec<_>>(),
                "slots": [{"name": "", "description": "The fallback: how to reach the clinic, and a crisis line."}],
            }],
            "exports": [{
                "kind": "custom-element-definition",
                "name": "self-screen",
                "declaration": {"name": "SelfScreenElement", "module": MODULE},
            }],
        }],
    })
}

/// The type as these tools show it: they know none of our own names.
fn text_of(setting: &Setting) -> String {
    match &setting.takes {
        Takes::Flag => "boolean".to_owned(),
        Takes::Ids(ids) => ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(" | "),
        Takes::Range(_) => "number".to_owned(),
        _ => type_of(setting),
    }
}
