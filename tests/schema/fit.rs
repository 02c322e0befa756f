//! Every file that is shipped fits its schema, and every key of a schema says what it is for.

use std::path::{Path, PathBuf};

use jsonschema::Validator;
use selfscreen::questionnaire::load::load_questionnaire;
use selfscreen::questionnaire::words;
use selfscreen::questionnaire::{File, file};
use selfscreen::settings;
use serde_json::{Value, json};

use crate::common::ketamine;

/// Makes what tells if a file fits.
pub fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::meta::validate(schema).unwrap_or_else(|error| panic!("the schema is one: {error}"));
    jsonschema::draft202012::new(schema).expect("the schema is one")
}

#[track_caller]
fn assert_fits(schema: &Value, file: &Path, value: &Value) {
    let validator = validator(schema);
    let errors: Vec<_> =
        validator.iter_errors(value).map(|error| format!("{} at {}", error, error.instance_path())).collect();
    assert!(errors.is_empty(), "{}: {errors:#?}", file.display());
}

/// The folders of the shipped screens.
fn screens() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens");
    let entries =
        std::fs::read_dir(folder).expect("the screens are there").map(|entry| entry.expect("an entry").path());
    let screens: Vec<_> = entries.filter(|folder| folder.join("screen.json").is_file()).collect();
    assert!(!screens.is_empty());
    screens
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&read(path)).expect("JSON")
}

#[test]
fn every_shipped_screen_and_its_words_fit_their_schemas() {
    for folder in screens() {
        let path = folder.join("screen.json");
        assert_fits(&file::schema(), &path, &json(&path));
        let text = read(&path);
        let questionnaire = load_questionnaire(File { name: "screen.json", text: &text }).expect("no findings");
        let files = std::fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        for path in files.filter(|path| !path.ends_with("screen.json") && path.extension() == Some("json".as_ref())) {
            let words = json(&path);
            if words.get("language").is_some() {
                assert_fits(&words::schema(&questionnaire), &path, &words);
            }
        }
    }
}

#[test]
fn the_settings_that_the_documents_show_fit_their_schema() {
    let schema = settings::schema(&ketamine(), None);
    let docs = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut shown = 0;
    for name in ["docs/embedding.md", "README.md", "index.html"] {
        let path = docs.join(name);
        let text = read(&path);
        for child in text.split("<script type=\"application/json\">").skip(1) {
            let child = child.split("</script>").next().unwrap_or_default();
            // Prose names the tag without anything in it.
            let Ok(value) = serde_json::from_str(child) else { continue };
            assert_fits(&schema, &path, &value);
            shown += 1;
        }
    }
    assert!(shown > 0);
}

/// Names every key that says nothing of itself.
fn unexplained(schema: &Value, at: &str, found: &mut Vec<String>) {
    match schema {
        Value::Object(parts) => {
            for (key, property) in parts.get("properties").and_then(Value::as_object).into_iter().flatten() {
                if property["description"].as_str().is_none_or(|text| text.len() < 4) {
                    found.push(format!("{at}/{key}"));
                }
            }
            for (key, part) in parts {
                unexplained(part, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(parts) => parts.iter().for_each(|part| unexplained(part, at, found)),
        _ => {}
    }
}

#[test]
fn an_editor_can_explain_every_key() {
    let questionnaire = ketamine();
    let schemas = [file::schema(), words::schema(&questionnaire), settings::schema(&questionnaire, None)];
    for (schema, id) in schemas.iter().zip(["screen.json", "words.json", "settings.json"]) {
        assert_eq!(schema["$id"], id);
        let mut found = Vec::new();
        unexplained(schema, id, &mut found);
        assert_eq!(found, [""; 0]);
    }
}

#[test]
fn a_condition_is_completed_from_the_operators_there_are() {
    let schema = file::schema();
    let shapes = schema["$defs"]["Criterion"]["anyOf"].as_array().expect("a list of shapes");
    let operators = |subject: &str| -> Vec<&str> {
        let of = shapes.iter().filter(|shape| shape["required"][0] == subject);
        of.filter_map(|shape| shape["required"][1].as_str()).collect()
    };
    assert_eq!(operators("item"), ["is", "in", "includes", "answered", "skipped", "gte", "gt", "lte", "lt", "eq"]);
    assert_eq!(operators("score"), ["available", "gte", "gt", "lte", "lt", "eq"]);
    let validator = validator(&json!({"$ref": "#/$defs/Criterion", "$defs": schema["$defs"]}));
    #[rustfmt::skip]
    let table = [
        (json!({"item": "who", "is": "myself"}), true),
        (json!({"all": [{"any": [{"not": {"item": "heart", "includes": "none"}}]}, {"safety_gap": true}]}), true),
        (json!({"score": "phq8", "available": false}), true),
        (json!({"item": "who"}), false),
        (json!({"item": "who", "is": "myself", "in": []}), false),
        (json!({"item": "who", "available": true}), false),
        (json!({"all": {"always": true}}), false),
        (json!({"always": false}), false),
        (json!({"xor": []}), false),
    ];
    for (condition, fits) in table {
        assert_eq!(validator.is_valid(&condition), fits, "{condition}");
    }
}

#[test]
fn a_setting_is_completed_from_what_this_screen_has() {
    let schema = settings::schema(&ketamine(), None);
    let words = |schema: &Value| -> Vec<String> {
        let words = schema["oneOf"].as_array().expect("words");
        words.iter().filter_map(|word| word["const"].as_str().map(str::to_owned)).collect()
    };
    let of = &schema["properties"];
    assert_eq!(words(&of["routes"]["items"]), ["racemic", "esketamine", "kap"]);
    assert_eq!(words(&of["scales_off"]["items"]), ["phq8", "gad7", "pcptsd5", "peg"]);
    assert_eq!(of["minimum_age"]["enum"], json!([18, 25]));
    assert_eq!(words(&of["stricter"]["properties"]["bp_raised"]), ["stop"]);
    assert_eq!(of["stricter"]["properties"]["pregnant"], json!(null), "a stop cannot be raised");
}
