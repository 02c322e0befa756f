//! JSON: settings as a clinic writes them, parts of a screen, an editor's own settings.

use std::path::Path;

use selfscreen::questionnaire::file;
use selfscreen::settings;
use serde_json::{Value, json};

use super::blocks::Block;
use super::commands::Folder;
use crate::common::ketamine;

const FLU: [&str; 2] = [
    include_str!("../../assets/screens/flu_vaccine/screen.json"),
    include_str!("../../assets/screens/flu_vaccine/en.json"),
];

/// What `…` stands for: the rest of a file of the example screen.
const COMPLETED: [(&str, &str); 2] = [(r#"{"id": "flu_vaccine", …}"#, FLU[0]), (r#"{"language": "en", …}"#, FLU[1])];

/// What a snippet of settings leaves to the attributes beside it.
const BESIDE: [(&str, &str); 2] = [("region", r#""us""#), ("routes", r#"["racemic", "kap"]"#)];

fn parse(block: &Block, text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{}: this is no JSON: {error}\n{text}", block.at()))
}

/// Where a value does not fit; keys that are not there, at the top, are told apart.
fn misfits(schema: &Value, value: &Value) -> (Vec<String>, Vec<String>) {
    let validator = jsonschema::draft202012::new(schema).expect("the schema is one");
    let errors = validator.iter_errors(value).map(|error| format!("{error} at '{}'", error.instance_path()));
    errors.partition(|error| error.ends_with("is a required property at ''"))
}

/// Settings: they fit their schema, and `selfscreen check` finds nothing in them.
pub fn settings(block: &Block) {
    let mut value = parse(block, &block.text);
    for (name, beside) in BESIDE {
        let given = value.as_object_mut().unwrap_or_else(|| panic!("{}: settings are an object", block.at()));
        given.entry(name).or_insert_with(|| parse(block, beside));
    }
    let (left_out, wrong) = misfits(&settings::schema(&ketamine(), None), &value);
    assert_eq!((left_out, wrong), (vec![], vec![]), "{}", block.at());
    assert_checked(block, &value);
}

/// Settings with a whole screen in them.
pub fn own_screen(block: &Block) {
    let whole = COMPLETED.iter().fold(block.text.clone(), |text, (part, whole)| {
        assert!(text.contains(part), "{}: {part} is not there", block.at());
        text.replace(part, whole)
    });
    let mut value = parse(block, &whole);
    for (name, beside) in [("region", json!("us")), ("routes", json!(["injection", "spray"]))] {
        value[name] = beside;
    }
    assert_checked(block, &value);
}

fn assert_checked(block: &Block, value: &Value) {
    let folder = Folder::new(&block.at());
    folder.write("settings.json", &value.to_string());
    let (succeeded, told) = folder.run("selfscreen check --strict --no-proofs --today 2026-12-02 settings.json", "");
    assert!(succeeded, "{}: {told}", block.at());
}

/// Some keys of a screen, with or without the braces around: they fit its schema but for what is left out.
pub fn part_of_screen(block: &Block) {
    let braced = block.text.trim_start().starts_with('{');
    let text = if braced { block.text.clone() } else { format!("{{{}}}", block.text) };
    let (_, wrong) = misfits(&file::schema(), &parse(block, &text));
    assert!(wrong.is_empty(), "{}: {wrong:#?}", block.at());
}

/// Settings of Visual Studio Code: each pattern is that of a file here, each schema one that a release has.
pub fn editor(block: &Block) {
    let value = parse(block, &block.text);
    let schemas = value["json.schemas"].as_array().unwrap_or_else(|| panic!("{}: no list of schemas", block.at()));
    assert!(!schemas.is_empty());
    for schema in schemas {
        let url = schema["url"].as_str().unwrap_or_default();
        let name = url.strip_prefix("./dist/schema/").and_then(|file| file.strip_suffix(".json")).unwrap_or_default();
        assert!(["screen", "words", "settings"].contains(&name), "{}: a release has no {url}", block.at());
        for pattern in schema["fileMatch"].as_array().expect("a list of patterns") {
            let pattern = pattern.as_str().expect("a pattern");
            let file = pattern.replace('*', "ketamine");
            assert!(
                Path::new(env!("CARGO_MANIFEST_DIR")).join(&file).is_file(),
                "{}: no file is {pattern}",
                block.at()
            );
        }
    }
}
