//! `selfscreen schema`, `selfscreen document`, and arguments that are wrong.

use serde_json::{Value, json};

use super::started::{file, run};

#[test]
fn schema_prints_the_schema_of_each_kind_of_file_for_the_screen_it_is_given() {
    let hemp = file("hemp.json", &selfscreen::screens::KETAMINE.text.replace("\"cannabis\"", "\"hemp\""));
    #[rustfmt::skip]
    let table = [
        (vec!["schema"], "screen.json", "/$defs/Factor/properties/class/description"),
        (vec!["schema", "screen"], "screen.json", "/$defs/Criterion/anyOf/0"),
        (vec!["schema", "words"], "words.json", "/properties/items/properties/cannabis"),
        (vec!["schema", "words", "--screen", &hemp], "words.json", "/properties/items/properties/hemp"),
        (vec!["schema", "settings"], "settings.json", "/properties/stricter/properties/bp_raised/description"),
        (vec!["schema", "settings", "--screen", &hemp], "settings.json", "/properties/region/oneOf/0/const"),
    ];
    for (arguments, id, pointer) in table {
        let output = run(&arguments, b"");
        let schema: Value = serde_json::from_slice(&output.stdout).expect("the schema is JSON");
        assert_eq!((output.status.code(), &schema["$id"]), (Some(0), &json!(id)), "{arguments:?}");
        assert!(schema.pointer(pointer).is_some(), "{arguments:?} has {pointer}");
    }
}

#[test]
fn document_prints_the_rules_and_the_flow_of_the_screen_it_is_given() {
    let [screen, words] = [selfscreen::screens::KETAMINE, selfscreen::screens::KETAMINE_EN];
    let own = file("of_2030.json", &screen.text.replacen("\"date\": \"2026-11-28\"", "\"date\": \"2030-01-31\"", 1));
    let words = file("of_2030_en.json", words.text);
    for (arguments, expected) in [
        (vec!["document", "rules"], "### `bp_raised`"),
        (vec!["document", "flow"], "```mermaid\nflowchart TD"),
        (vec!["document", "rules", "--screen", &own, "--words", &words], "of 2030-01-31."),
    ] {
        let output = run(&arguments, b"");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!((output.status.code(), text.contains(expected)), (Some(0), true), "{arguments:?}");
        assert_eq!(run(&arguments, b"").stdout, output.stdout, "the same again");
    }
    let broken = file("broken.json", "{}");
    let output = run(&["document", "rules", "--screen", &broken, "--words", &words], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("error[wrong-shape]"));
}

#[test]
fn a_wrong_argument_ends_with_2_and_help_with_0() {
    for (arguments, code) in [
        (vec!["--help"], 0),
        (vec!["--version"], 0),
        (vec!["evaluate", "--help"], 0),
        (vec!["explain", "--help"], 0),
        (vec![], 2),
        (vec!["judge"], 2),
        (vec!["check", "--format", "xml"], 2),
        (vec!["schema", "answers"], 2),
        (vec!["document"], 2),
        (vec!["document", "rules", "--screen", "without-words.json"], 2),
        (vec!["check", "--today", "yesterday"], 2),
    ] {
        assert_eq!(run(&arguments, b"").status.code(), Some(code), "{arguments:?}");
    }
}
