//! One break after the other, each with the finding that names it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use selfscreen::questionnaire::load::load;
use selfscreen::questionnaire::words::Words;
use selfscreen::questionnaire::{File, Finding};
use selfscreen::screening::{Answers, screen};
use selfscreen::screens;
use selfscreen::settings::settle;
use serde_json::{Map, Value, json};

use super::edit::Files;
use crate::common::random::cases;
use crate::common::settings_json;

/// An edit of the built-in files; the code and the id of the finding; a word of what is found or would have been right.
#[rustfmt::skip]
pub const BREAKS: &[(&str, &str, &str, &str)] = &[
    // Ids that nothing declares.
    ("factors/pregnant/when/item = \"pregnancies\"", "unknown-id", "pregnant", "pregnancy"),
    ("sections/about_you/pages/conditions_page/enable_when = {\"ref\": \"adults\"}", "unknown-id", "conditions_page", "adult_path"),
    ("defs/dep_mild/when = {\"score\": \"phq9\", \"lt\": 10}", "unknown-id", "dep_mild", "phq8"),
    ("defs/spray_relevant/when = {\"route_offered\": \"spray\"}", "unknown-id", "spray_relevant", "esketamine"),
    ("defs/spray_relevant/when = {\"scale_on\": \"gad9\"}", "unknown-id", "spray_relevant", "gad7"),
    ("factors/pregnant/sources/0 = \"spravato\"", "unknown-id", "pregnant", "spravato_us"),
    ("factors/med_nasal/class = {\"oral\": \"note\", \"kap\": \"note\"}", "unknown-id", "med_nasal", "racemic"),
    ("conditions/ptsd/routes/0 = \"oral\"", "unknown-id", "ptsd", "racemic"),
    ("indications/I1/condition = \"sadness\"", "unknown-id", "I1", "condition 'sadness'"),
    ("items/phq8_1/option_set = \"how_often\"", "unknown-id", "phq8_1", "option set"),
    ("items/age_band/specials/0 = \"maybe\"", "unknown-word", "age_band", "rather_not_say"),
    ("+ specials {\"code\": \"sometimes\", \"exclusive\": false}", "unknown-word", "sometimes", "rather_not_say"),
    ("items/heart_unsure/copy_options/from = \"breathing\"", "unknown-id", "heart_unsure", "further up"),
    ("scores/phq8/items/0 = \"phq9_1\"", "unknown-id", "phq8", "phq8_1"),
    ("fallback_routes/0 = \"oral\"", "unknown-id", "", "racemic"),
    ("outcomes/not_now/id = \"never\"", "unknown-word", "never", "clinician_first"),
    ("outcomes/possible_fit/blocks/0 = \"horoscope\"", "unknown-word", "possible_fit", "factors"),
    ("outcomes/possible_fit/main_action = \"pay\"", "unknown-word", "possible_fit", "booking"),
    ("outcomes/not_now/minor_factor = \"age_under_16\"", "unknown-id", "not_now", "age_under_18"),
    ("crisis/pause/after_page = \"safety\"", "unknown-id", "", "page"),
    ("crisis/emergency_factor = \"emergency\"", "unknown-id", "", "emergency_symptoms_now"),
    ("crisis/order/2 = \"wait\"", "unknown-word", "ketamine", "tell_someone"),
    ("regions/ch/crisis = \"sz\"", "unknown-id", "ch", "crisis row"),
    ("age_limits/0/setting = \"middle_age\"", "unknown-word", "ketamine", "minimum_age"),
    ("summary/leave_out_items/0 = \"s1\"", "unknown-id", "", "s1_past_month"),
    ("information/leave_out_factors/0 = \"suicide\"", "unknown-id", "", "suicide_passive"),
    ("risk_order/ticks/hearts = \"all\"", "unknown-id", "", "heart"),
    ("- specials/rather_not_say", "unknown-id", "age_band", "/specials"),
    ("risk_order/ticks/heart = \"some\"", "unknown-word", "ketamine", "all"),
    ("sources/phq/checked = \"skimmed\"", "unknown-word", "phq", "seen"),
    // Options that the item does not have.
    ("factors/pregnant/when/is = \"yes\"", "unknown-option", "pregnant", "might_be"),
    ("factors/unsafe_now/when/in/1 = \"voice\"", "unknown-option", "unsafe_now", "voices"),
    ("items/heart_unsure/copy_options/only/0 = \"aneurysm\"", "unknown-option", "heart_unsure", "heart"),
    ("risk_order/choice/who/0/0 = \"me\"", "unknown-option", "who", "'me'"),
    // Conditions that are none.
    ("factors/pregnant/when = {\"item\": \"pregnancy\", \"equals\": \"pregnant\"}", "unknown-operator", "pregnant", "'equals'"),
    ("factors/pregnant/when = {\"xor\": []}", "unknown-operator", "pregnant", "'xor'"),
    ("factors/pregnant/when = {\"score\": \"phq8\", \"above\": 3}", "unknown-operator", "pregnant", "gte"),
    ("factors/pregnant/when = {\"item\": \"pregnancy\", \"includes\": \"pregnant\"}", "operator-does-not-fit", "pregnant", "multi_choice"),
    ("factors/med_glp1/when = {\"item\": \"medicines\", \"is\": \"glp1\"}", "operator-does-not-fit", "med_glp1", "'is'"),
    ("factors/pregnant/when = {\"item\": \"pregnancy\", \"gte\": 1}", "operator-does-not-fit", "pregnant", "integer or scale"),
    // Shapes.
    ("factors/pregnant/when = true", "wrong-shape", "pregnant", "true"),
    ("factors/pregnant/when = {\"all\": {}}", "wrong-shape", "pregnant", "list of conditions"),
    ("factors/pregnant/when = {\"always\": false}", "wrong-shape", "pregnant", "false"),
    ("factors/pregnant/when = {\"item\": \"pregnancy\", \"is\": \"pregnant\", \"in\": []}", "wrong-shape", "pregnant", "one of"),
    ("factors/pregnant/when = {\"score\": \"phq8\", \"gte\": \"ten\"}", "wrong-shape", "pregnant", "a number"),
    ("factors/pregnant/when = {\"score\": \"phq8\", \"available\": 1}", "wrong-shape", "pregnant", "true or false"),
    ("factors/pregnant/class = 3", "wrong-shape", "pregnant", "for each route"),
    ("factors/pregnant/weight = 3", "wrong-shape", "pregnant", "weight"),
    ("- factors/pregnant/class", "wrong-shape", "pregnant", "class"),
    ("factors/pregnant/sources = \"spravato_us\"", "wrong-shape", "pregnant", "list"),
    ("- scores/phq8/method; - scores/gad7/method", "wrong-shape", "phq8", "no key 'method'"),
    ("- defs/dep_mild/when; items/who/enable_when = {\"ref\": \"mood_safety_banner\"}", "wrong-shape", "dep_mild", "no key 'when'"),
    ("items/who/safety = \"no\"", "wrong-shape", "who", "true or false"),
    ("scores/phq8/range = [0]", "wrong-shape", "phq8", "two"),
    ("- crisis", "wrong-shape", "ketamine", "crisis"),
    ("words: outcomes/urgent/heading = 5", "wrong-shape", "", "a text"),
    // Items and their options.
    ("items/who/type = \"radio\"", "unknown-type", "who", "multi_choice"),
    ("- items/who/answer_options", "wrong-options", "who", "option_set"),
    ("items/peg_1/option_set = \"yes_no\"", "wrong-options", "peg_1", "a number"),
    ("- items/peg_1/max", "wrong-limits", "peg_1", "no max"),
    ("items/drug_times/min = 1000", "wrong-limits", "drug_times", "1000"),
    ("sections/visit/pages/visit_page/items = []", "empty", "visit_page", "item"),
    ("scores/phq8/items = []", "empty", "phq8", "item"),
    ("crisis/table/us/lines = []", "empty", "us", "line"),
    ("crisis/table/us/lines_in/es = []", "empty", "us", "line"),
    ("crisis/table/us/lines_in/Spanish = [{\"name\": \"988\", \"call\": [\"988\"]}]", "wrong-shape", "us", "such as es"),
    ("crisis/table/us/lines_in/es-MX = [{\"name\": \"988\", \"call\": [\"988\"]}]", "wrong-shape", "us", "'es-MX'"),
    // Scores.
    ("option_sets/how_often_2_weeks/answer_options/several_days/score = \"one\"", "score-not-a-number", "several_days", "whole number"),
    ("scores/phq8/items/0 = \"who\"", "score-not-numeric", "phq8", "'who'"),
    ("scores/auditc/items/0 = \"heart\"", "score-not-numeric", "auditc", "tick list"),
    ("- items/auditc_1/answer_options/never/score", "score-not-numeric", "auditc", "4 of 5"),
    ("scores/phq8/method = \"median\"", "unknown-method", "phq8", "mean"),
    ("scores/phq8/missing = \"guess\"", "unknown-method", "phq8", "count_as_zero"),
    ("- scores/phq8/bands/0/to", "wrong-bands", "phq8", "below"),
    ("scores/phq8/range = [0, 27]", "wrong-bands", "phq8", "27"),
    // Rules.
    ("factors/pregnant/sources = []", "without-source", "pregnant", "factor"),
    ("conditions/ptsd/sources = []", "without-source", "ptsd", "condition"),
    ("scores/peg/sources = []", "without-source", "peg", "score"),
    ("routes/kap/sources = []", "without-source", "kap", "route"),
    ("factors/pregnant/class = \"fatal\"", "unknown-class", "pregnant", "urgent"),
    ("factors/pregnant/class = \"none\"", "no-class", "pregnant", "route"),
    ("factors/pregnant/clinic_may_raise_to = [\"review\"]", "softer-raise", "pregnant", "'review'"),
    // Ids used twice.
    ("factors/pregnant/id = \"liver_severe\"", "duplicate-id", "liver_severe", "again"),
    ("items/s2_attempt/link_id = \"s1_past_month\"", "duplicate-id", "s1_past_month", "again"),
    ("items/who/answer_options/0/code = \"someone_else\"", "duplicate-id", "someone_else", "again"),
    ("defs/dep_mild/id = \"dep_moderate\"", "duplicate-id", "dep_moderate", "again"),
    ("sections/visit/pages/visit_page/id = \"about\"", "duplicate-id", "about", "again"),
    // What must not be missing.
    ("outcomes/not_now/blocks = [\"factors\"]", "missing-block", "not_now", "disclaimer"),
    ("blocks/unknowns/id = \"prices\"", "unknown-word", "prices", "unknowns"),
    ("- outcomes/urgent", "missing-outcome", "urgent", "each outcome"),
    ("- crisis/table/other", "missing-row", "other", "country"),
    ("- regions/other", "missing-row", "other", "region"),
    ("- fallback_routes/2", "missing-row", "esketamine", "every route"),
    ("crisis/order = [\"go_to\", \"emergency\"]", "missing-help", "", "'lines'"),
    // Order.
    ("defs/dep_tried/when = {\"ref\": \"dep_maybe\"}", "definition-cycle", "dep_tried", "dep_maybe"),
    ("defs/dep_tried/when = {\"not\": {\"ref\": \"dep_tried\"}}", "definition-cycle", "dep_tried", "dep_tried → dep_tried"),
    ("items/who/enable_when = {\"item\": \"who\", \"answered\": true}", "enable-when-cycle", "who", "who → who"),
    ("items/who/enable_when = {\"item\": \"age_band\", \"answered\": true}; items/age_band/enable_when = {\"item\": \"who\", \"skipped\": true}",
        "enable-when-cycle", "who", "age_band"),
    ("items/who/enable_when = {\"item\": \"pregnancy\", \"is\": \"pregnant\"}", "enable-when-looks-ahead", "who", "'pregnancy'"),
    ("items/who/enable_when = {\"score\": \"phq8\", \"gte\": 10}", "enable-when-looks-ahead", "who", "'phq8_1'"),
    // Words.
    ("words: - items/who/text", "missing-text", "items.who.text", "no text"),
    ("words: factors/pregnant/why = \" \"", "missing-text", "factors.pregnant.why", "empty"),
    ("words: items/who/tooltip = \"Who?\"", "unused-text", "items.who.tooltip", "nothing shows"),
    ("words: factors/tired = {\"text\": \"being tired\"}", "unused-text", "factors.tired.text", "nothing shows"),
];

/// Findings of a text that is no JSON, and of one too many of a thing, which are no edits of one place.
pub fn other_findings() -> Vec<Finding> {
    let words = screens::KETAMINE_EN;
    let mut found = load(File { name: "screen.json", text: "{\"id\": \"ketamine\"," }, words).err().unwrap_or_default();
    let large = " ".repeat(1 << 20) + screens::KETAMINE.text;
    found.extend(load(File { name: "screen.json", text: &large }, words).err().unwrap_or_default());
    let twice = r#"{"language": "English", "footer": "In crisis? {line}", "footer": "Call {line}"}"#;
    found.extend(Words::read(File { name: "en.json", text: twice }).err().unwrap_or_default());
    let class = screens::KETAMINE.text.replace("\n", " ").replacen("\"class\":", "\"class\": \"note\", \"class\":", 1);
    let marked = format!("\u{feff}{}", screens::KETAMINE.text);
    for text in [class, marked] {
        found.extend(load(File { name: "screen.json", text: &text }, words).err().unwrap_or_default());
    }
    let mut files = Files::new();
    for number in 0..31 {
        let options =
            files.screen["sections"][0]["pages"][0]["items"][0]["answer_options"].as_array_mut().expect("a list");
        options.push(json!({"code": format!("person_{number}")}));
    }
    for number in 0..6 {
        let routes = files.screen["routes"].as_array_mut().expect("a list");
        routes.push(json!({"id": format!("route_{number}"), "sources": ["spravato_us"]}));
    }
    files.screen["conditions"][0]["routes"] = json!(["route_5"]);
    files.screen["factors"][0]["class"] = json!({"route_5": "urgent"});
    files.screen["other_options_reasons"][0]["when"] = json!({"item": "who", "is": "person_30"});
    found.extend(files.load().err().unwrap_or_default());
    found
}

/// Tells whether the finding is the one of the row.
fn is(finding: &Finding, (_, code, id, word): &(&str, &str, &str, &str)) -> bool {
    finding.code == *code && finding.id == *id && (finding.found.contains(word) || finding.expected.contains(word))
}

#[test]
fn each_break_is_named_with_its_code_its_id_and_what_would_have_been_right() {
    let mut unnamed = Vec::new();
    for row in BREAKS {
        let findings = Files::edited(row.0).load().err().unwrap_or_default();
        if !findings.iter().any(|finding| is(finding, row)) {
            unnamed.push((row, findings.iter().map(ToString::to_string).collect::<Vec<_>>()));
        }
    }
    assert!(unnamed.is_empty(), "{unnamed:#?}");
}

#[test]
fn what_is_no_json_too_much_or_there_twice_is_named() {
    let found = other_findings();
    for (code, id, word) in [
        ("not-json", "", "JSON"),
        ("duplicate-key", "footer", "again"),
        ("duplicate-key", "class", "line 1"),
        ("not-json", "", "byte order mark"),
        ("too-many", "", "at most 32"),
        ("too-many", "", "at most 8"),
        ("too-many", "", "at most 1048576 bytes"),
    ] {
        assert!(found.iter().any(|finding| is(finding, &("", code, id, word))), "{code} {word}: {found:#?}");
    }
}

/// Definitions of which each names the one before twice: `not` in between, where one is asked for.
fn doubling(count: usize, between: bool) -> Files {
    let mut files = Files::new();
    let defs = files.screen["defs"].as_array_mut().expect("a list");
    defs.push(json!({"id": "d0", "when": {"item": "who", "is": "myself"}}));
    for number in 1..=count {
        let before = json!({"ref": format!("d{}", number - 1)});
        let before = if between { json!({"not": before}) } else { before };
        defs.push(json!({"id": format!("d{number}"), "when": {"all": [before, before]}}));
    }
    files.screen["factors"][0]["when"] = json!({"ref": format!("d{count}")});
    files
}

#[test]
fn definitions_that_name_each_other_twice_or_very_deep_are_refused_at_once() {
    let start = std::time::Instant::now();
    for files in [doubling(60, false), doubling(60, true), doubling(1000, false)] {
        let findings = files.load().err().unwrap_or_default();
        let [finding] = findings.as_slice() else { panic!("one finding: {findings:#?}") };
        assert_eq!((finding.code, finding.id.as_str()), ("too-many", "d10"), "{finding}");
        assert!(finding.expected.contains("at most 2000 parts"), "{finding}");
    }
    let mut chain = Files::new();
    let defs = chain.screen["defs"].as_array_mut().expect("a list");
    defs.push(json!({"id": "d0", "when": {"item": "who", "is": "myself"}}));
    let link = |number: usize| json!({"id": format!("d{number}"), "when": {"ref": format!("d{}", number - 1)}});
    defs.extend((1..1000).map(link));
    chain.screen["factors"][0]["when"] = json!({"all": vec![json!({"ref": "d999"}); 100]});
    let findings = chain.load().err().unwrap_or_default();
    assert!(findings.len() == 1 && findings[0].id == "d200", "{findings:#?}");
    let limit = std::time::Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 1 });
    assert!(start.elapsed() < limit, "{:?}", start.elapsed());
}

#[test]
fn definitions_that_share_what_they_rest_on_are_taken_up_to_the_limit() {
    let screen = doubling(9, false).load().expect("1,023 parts are few enough");
    let rule = &screen.questionnaire.rules[0];
    assert_eq!(rule.when.items(&screen.questionnaire.defs).len(), 1, "each definition is looked at once");
}

#[test]
fn ten_breaks_are_named_in_one_run() {
    #[rustfmt::skip]
    let codes = ["unknown-operator", "unknown-option", "operator-does-not-fit", "wrong-limits", "score-not-a-number", "unknown-method",
        "without-source", "missing-help", "missing-outcome", "enable-when-looks-ahead"];
    let mut rows: Vec<&(&'static str, &str, &str, &str)> = Vec::new();
    for code in codes {
        let place = |edit: &'static str| edit.trim_start_matches("- ").split(" = ").next().unwrap_or_default();
        let apart = |a: &str, b: &str| !a.starts_with(b) && !b.starts_with(a);
        let free =
            |row: &&(&'static str, &str, &str, &str)| rows.iter().all(|taken| apart(place(taken.0), place(row.0)));
        rows.push(BREAKS.iter().filter(free).find(|row| row.1 == code).expect("a row whose place is free"));
    }
    let edits: Vec<_> = rows.iter().map(|row| row.0).collect();
    let findings = Files::edited(&edits.join("; ")).load().err().unwrap_or_default();
    for row in rows {
        assert!(findings.iter().any(|finding| is(finding, row)), "{} among {findings:#?}", row.1);
    }
}

#[test]
fn a_broken_screen_does_not_hide_words_that_are_no_texts() {
    let findings =
        Files::edited("factors/pregnant/class = \"fatal\"; words: footer = 5").load().err().unwrap_or_default();
    let codes: BTreeSet<_> = findings.iter().map(|finding| (finding.file.as_str(), finding.code)).collect();
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), [("en.json", "wrong-shape"), ("screen.json", "unknown-class")]);
}

/// Every place of a file, from the outside in.
fn places(value: &Value, pointer: &str, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    match value {
        Value::Array(entries) => {
            entries.iter().enumerate().for_each(|(key, value)| places(value, &format!("{pointer}/{key}"), found))
        }
        Value::Object(entries) => {
            entries.iter().for_each(|(key, value)| places(value, &format!("{pointer}/{key}"), found))
        }
        _ => {}
    }
}

/// Takes a place away, or puts something else there.
fn spoil(file: &mut Value, place: usize, with: usize) {
    let mut pointers = Vec::new();
    places(file, "", &mut pointers);
    let (pointer, other) = (&pointers[place % pointers.len()], &pointers[(place / 7 + with) % pointers.len()]);
    let odd = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(9e99),
        json!(""),
        json!("x"),
        json!([]),
        json!({}),
        json!([[]]),
    ];
    let value = match with % (odd.len() + 3) {
        0 => {
            let Some((outer, key)) = pointer.rsplit_once('/') else { return };
            match file.pointer_mut(outer) {
                Some(Value::Object(entries)) => drop(entries.remove(key)),
                Some(Value::Array(entries)) => drop(entries.remove(key.parse().expect("a place in a list"))),
                _ => {}
            }
            return;
        }
        // Something that stands elsewhere in the file.
        1 | 2 => file.pointer(other).cloned().unwrap_or_default(),
        odd_one => odd[odd_one - 3].clone(),
    };
    if let Some(spoilt) = file.pointer_mut(pointer) {
        *spoilt = value;
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn nothing_in_a_file_makes_the_loader_panic_and_what_it_accepts_can_be_screened_with(
        spoilt in prop::collection::vec((any::<u16>(), any::<u16>(), prop::bool::weighted(0.8)), 1..4)
    ) {
        let mut files = Files::new();
        for (place, with, in_screen) in spoilt {
            spoil(if in_screen { &mut files.screen } else { &mut files.words }, place.into(), with.into());
        }
        match files.load() {
            Ok(loaded) => {
                let questionnaire = &loaded.questionnaire;
                for given in [Map::new(), settings_json("")] {
                    let (settings, _) = settle(questionnaire, &given);
                    let screening = screen(questionnaire, &Answers::none(questionnaire), &settings);
                    prop_assert_eq!(screening.enabled.len(), screening.unanswered.len());
                }
            }
            Err(findings) => prop_assert!(!findings.is_empty()),
        }
    }
}
