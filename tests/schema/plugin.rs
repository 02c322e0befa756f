//! The choices that the WordPress plugin offers are those that settings take.

use selfscreen::settings;
use serde_json::{Value, json};

use crate::common::ketamine;

/// Settings whose attribute has another name, and those of the theme.
fn schema_of<'a>(settings: &'a Value, attribute: &str) -> &'a Value {
    let key = attribute.replace('-', "_");
    match attribute {
        "clinic-name" => &settings["name"],
        "lang" => &settings["locale"],
        "theme" | "accent" | "radius" | "density" | "font" | "frame" => &settings["theme"]["properties"][key],
        _ => &settings[key],
    }
}

#[test]
fn the_plugin_offers_what_settings_take() {
    let list = include_str!("../../wordpress/selfscreen/attributes.json");
    let list: Value = serde_json::from_str(list).expect("it is JSON");
    let schema = settings::schema(&ketamine(), None);
    // What the screen has is put in by the build.
    let of_the_screen = ["region", "routes", "scales-off", "lang"];
    // No settings of the questionnaire, but of the element.
    let others = [
        ("booking-target", json!(["_self", "_blank"])),
        ("events", json!(["milestones"])),
        ("stage", json!(["auto", "inline", "full"])),
    ];
    for (name, attribute) in list["attributes"].as_object().expect("attributes by name") {
        let words = schema_of(&schema["properties"], name)["oneOf"].as_array();
        let words = words.map(|words| words.iter().map(|word| word["const"].clone()).collect::<Value>());
        let words = words.filter(|_| !of_the_screen.contains(&name.as_str()));
        let expected = others.iter().find(|(other, _)| other == name).map(|(_, words)| words.clone()).or(words);
        let offered = attribute["choices"].as_object();
        let offered = offered.map(|choices| choices.keys().map(|word| json!(word)).collect::<Value>());
        let sorted = |words: Option<Value>| {
            words.map(|words| {
                let mut words: Vec<String> = serde_json::from_value(words).expect("texts");
                words.sort();
                words
            })
        };
        assert_eq!(sorted(offered), sorted(expected), "{name}");
    }
}
