//! What a schema accepts and what loading accepts do not differ in structure: files are changed at every kind of place, and
//! each change is refused by both or by neither.

use std::collections::BTreeMap;
use std::thread;

use jsonschema::Validator;
use selfscreen::questionnaire::load::load_questionnaire;
use selfscreen::questionnaire::schema::STRUCTURAL;
use selfscreen::questionnaire::words::{self, Words, check_words};
use selfscreen::questionnaire::{File, file};
use selfscreen::screens;
use selfscreen::settings::{self, settle};
use serde_json::{Map, Value, json};

use super::fit::validator;
use crate::common::{ketamine, ketamine_json, settings_json};

/// How many places of one kind are changed: there are hundreds of kinds.
const EACH: usize = 1;

/// A change of a file at one place.
#[derive(Debug, Clone)]
enum Change {
    /// The key or entry is taken away.
    Drop,
    /// Something that is not known is put into the object.
    Add,
    /// Something else stands there.
    Put(Value),
}

/// Everything that may stand at a place.
fn changes() -> Vec<Change> {
    let values = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(3.0),
        json!(1.5),
        json!(9e99),
        json!(""),
        json!("?"),
        json!([]),
        json!(["?"]),
        json!([1, 2]),
        json!([{}]),
        json!({}),
        json!({"?": "?"}),
        json!({"item": "who", "is": "?"}),
        json!({"all": [{"ref": 3}]}),
    ];
    [Change::Drop, Change::Add].into_iter().chain(values.map(Change::Put)).collect()
}

impl Change {
    /// Makes the change, if it can be made there.
    fn apply(&self, file: &Value, pointer: &str) -> Option<Value> {
        let mut changed = file.clone();
        let (outer, key) = pointer.rsplit_once('/').unwrap_or_default();
        match self {
            Self::Drop => match changed.pointer_mut(outer)? {
                Value::Object(entries) => drop(entries.remove(key)?),
                Value::Array(entries) => drop(entries.remove(key.parse().ok()?)),
                _ => return None,
            },
            Self::Add => drop(changed.pointer_mut(pointer)?.as_object_mut()?.insert("another".into(), json!("?"))),
            Self::Put(value) => *changed.pointer_mut(pointer)? = value.clone(),
        }
        Some(changed)
    }
}

/// Sorts every place of a file by its kind: numbers and ids left out of account.
fn places(
    value: &Value,
    pointer: &str,
    kind: &str,
    ids: &dyn Fn(&str) -> bool,
    found: &mut BTreeMap<String, Vec<String>>,
) {
    found.entry(kind.to_owned()).or_default().push(pointer.to_owned());
    match value {
        Value::Array(entries) => {
            for (place, entry) in entries.iter().enumerate() {
                places(entry, &format!("{pointer}/{place}"), &format!("{kind}/*"), ids, found);
            }
        }
        Value::Object(entries) => {
            for (key, entry) in entries {
                let below = if ids(kind) { "*" } else { key };
                places(entry, &format!("{pointer}/{key}"), &format!("{kind}/{below}"), ids, found);
            }
        }
        _ => {}
    }
}

/// Leaves entries of lists out that are of the same kinds as others before them: what is left is small, and quickly asked.
fn thin(value: &mut Value, kind: &str, ids: &dyn Fn(&str) -> bool, seen: &mut BTreeMap<String, Vec<String>>) {
    match value {
        Value::Array(entries) => {
            let new = |entry: &Value| {
                let before = seen.len();
                places(entry, "", &format!("{kind}/*"), ids, seen);
                !entry.is_object() || seen.len() > before
            };
            let new: Vec<_> = entries.iter().map(new).collect();
            let mut new = new.into_iter();
            entries.retain(|_| new.next().unwrap_or_default());
            let mut inner = BTreeMap::new();
            entries.iter_mut().for_each(|entry| thin(entry, &format!("{kind}/*"), ids, &mut inner));
        }
        Value::Object(entries) => {
            let mut inner = BTreeMap::new();
            entries.iter_mut().for_each(|(key, entry)| thin(entry, &format!("{kind}/{key}"), ids, &mut inner));
        }
        _ => {}
    }
}

/// Changes a file in every way at some places of every kind, and asks both what they say.
fn assert_same(
    file: &Value,
    ids: &dyn Fn(&str) -> bool,
    validator: &Validator,
    structural: &(dyn Fn(&Value) -> Vec<String> + Sync),
) {
    let mut kinds = BTreeMap::new();
    places(file, "", "", ids, &mut kinds);
    let pointers: Vec<_> = kinds.into_values().flat_map(|pointers| pointers.into_iter().take(EACH)).collect();
    let changes = changes();
    let cases: Vec<_> =
        pointers.iter().flat_map(|pointer| changes.iter().map(move |change| (pointer, change))).collect();
    let differing = |cases: &[(&String, &Change)]| {
        let mut differing = Vec::new();
        let mut refused = 0;
        for (pointer, change) in cases {
            let Some(changed) = change.apply(file, pointer) else { continue };
            let (fits, findings) = (validator.is_valid(&changed), structural(&changed));
            refused += usize::from(!fits);
            if fits != findings.is_empty() {
                let errors: Vec<_> = validator.iter_errors(&changed).take(1).map(|error| error.to_string()).collect();
                differing.push(format!("{change:?} at {pointer}: the schema says {errors:?}, loading {findings:?}"));
            }
        }
        (differing, refused)
    };
    let halves = cases.split_at(cases.len() / 2);
    let results = thread::scope(|scope| {
        let first = scope.spawn(|| differing(halves.0));
        let second = differing(halves.1);
        [first.join().expect("no panic"), second]
    });
    let refused: usize = results.iter().map(|(_, refused)| refused).sum();
    println!("{} changes at {} places, {refused} of them refused by both", cases.len(), pointers.len());
    let differing: Vec<_> = results.into_iter().flat_map(|(differing, _)| differing).collect();
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
    assert!(refused > cases.len() / 4, "only {refused} of {} changes are refused at all", cases.len());
}

#[test]
fn a_screen_is_refused_by_its_schema_where_loading_finds_a_wrong_structure() {
    let mut file = ketamine_json();
    file["$schema"] = json!("schema/screen.json");
    // Whether an id is declared is no matter of structure.
    thin(&mut file, "", &|_| false, &mut BTreeMap::new());
    let ids = |kind: &str| kind.starts_with("/risk_order/") && kind.matches('/').count() == 2;
    assert_same(&file, &ids, &validator(&file::schema()), &|changed| {
        let found =
            load_questionnaire(File { name: "screen.json", text: &changed.to_string() }).err().unwrap_or_default();
        found.iter().filter(|finding| STRUCTURAL.contains(&finding.code)).map(ToString::to_string).collect()
    });
}

#[test]
fn words_are_refused_by_their_schema_where_loading_finds_a_text_missing_or_too_much() {
    let mut file: Value = serde_json::from_str(screens::KETAMINE_EN.text).expect("JSON");
    file["$schema"] = json!("schema/words.json");
    let maps = ["option_sets", "pages", "items", "routes", "conditions", "factors", "scores"];
    let texts =
        ["sections", "regions", "tiers", "indications", "other_options_reasons", "ui", "intro", "help", "nudge"];
    let ids = |kind: &str| {
        let kind = kind.trim_start_matches('/');
        let inner = ["option_sets/*", "items/*/options", "crisis/countries", "crisis/urgent", "crisis/pause"];
        maps.contains(&kind) || texts.contains(&kind) || inner.contains(&kind)
    };
    let schema = validator(&words::schema(&ketamine()));
    assert_same(&file, &ids, &schema, &|changed| {
        let text = changed.to_string();
        let found = match Words::read(File { name: "en.json", text: &text }) {
            Err(found) => found,
            Ok(words) => check_words(&ketamine(), &words, "en.json"),
        };
        found.iter().filter(|finding| STRUCTURAL.contains(&finding.code)).map(ToString::to_string).collect()
    });
}

/// Every setting, as a clinic could have them.
fn all_settings() -> Value {
    json!({
        "$schema": "schema/settings.json",
        "name": "Harbor Clinic",
        "booking_url": "https://harbor.example/book?visit=first",
        "contact_url": "mailto:hello@harbor.example",
        "phone": "+1 (555) 010-0000",
        "phone_hours": "Monday to Friday, 9 to 5",
        "phone_24_7": false,
        "region": "us",
        "locale": "en",
        "routes": ["racemic", "kap"],
        "advice_confirmed": false,
        "mode": "full",
        "drug_neutral": false,
        "minimum_age": 25,
        "maximum_age": 74,
        "stricter": {"bp_raised": "stop", "suicide_thoughts": "urgent"},
        "scales_off": ["peg"],
        "show_scores": true,
        "theme": {"theme": "dark", "accent": "#0b6e4f", "radius": 8, "density": 1.1, "font": "site", "frame": "plain"},
    })
}

/// What settling says of settings that a page gives beside what another setting may need.
fn problems(given: &Value) -> Vec<String> {
    let Value::Object(given) = given else { return vec!["no object".into()] };
    let mut page: Map<String, Value> = settings_json("phone=+12345 advice_confirmed=true");
    page.extend(given.clone());
    let (_, problems) = settle(&ketamine(), &page);
    let structural = problems.into_iter().filter(|problem| STRUCTURAL.contains(&problem.code));
    structural.map(|problem| problem.message).collect()
}

#[test]
fn settings_are_refused_by_their_schema_where_settling_has_a_problem() {
    assert_eq!(problems(&all_settings()), [""; 0]);
    let schema = validator(&settings::schema(&ketamine(), None));
    assert_same(&all_settings(), &|_| false, &schema, &problems);
}

#[test]
fn one_setting_alone_is_judged_alike_whatever_its_value() {
    let schema = validator(&settings::schema(&ketamine(), None));
    #[rustfmt::skip]
    let table = [
        ("name", vec![" A ", "  ", &"x".repeat(80), &"x".repeat(81), "\u{e9}\u{2009}z"].into_iter().map(Value::from).collect::<Vec<_>>()),
        ("booking_url", ["https://a", "https://a.b:80/c?d#e", "https://a..b", "https://u@a", "http://a", "https://a/ b", "https://a/\"", "https://m\u{fc}nchen.example"].map(Value::from).to_vec()),
        ("contact_url", ["mailto:a@b", "mailto:a@b?subject=c", "mailto:a", "mailto:@b", "mailto:a@b@c", "https://a/|"].map(Value::from).to_vec()),
        ("phone", ["12345", "+1 (23) 45", "++12345", "1234", "1-2-3-4-5", "12345x"].map(Value::from).to_vec()),
        ("maximum_age", vec![json!(null), json!(64), json!(65), json!("64"), json!(64.0)]),
        ("minimum_age", vec![json!(null), json!(18), json!(17), json!(25)]),
        ("routes", vec![json!([]), json!(["kap", "kap"]), json!("kap")]),
        ("stricter", vec![json!({}), json!({"pregnant": "stop"}), json!({"bp_raised": "note"}), json!({"tired": "stop"})]),
        ("theme", ["#ABC", "#abcd1", "Teal", "tealish", "rgb(1,2,3)", "RGB(1 2 3 / 50%)", "rgb(1,2)", "hsl(120deg, 50%, .5%)", "oklch(none 0 0)", "lab(1e3 0 0)", " red "].map(|accent| json!({"accent": accent})).to_vec()),
        ("theme", vec![json!({"radius": 24}), json!({"radius": 24.5}), json!({"density": 0.85}), json!({"density": "1"}), json!({"font": "Site"})]),
    ];
    for (key, values) in table {
        for value in values {
            let given = json!({key: value});
            let problems = problems(&given);
            assert_eq!(schema.is_valid(&given), problems.is_empty(), "{given}: {problems:?}");
        }
    }
}
