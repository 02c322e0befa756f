//! A summary names the screen that it was made with, and its answers can be evaluated again.

use selfscreen::own;
use selfscreen::questionnaire::{File, ItemKind};
use selfscreen::report::{report, summary_text};
use selfscreen::screening::{Answers, screen};
use selfscreen::screens;
use selfscreen::wording::Wording;
use serde_json::{Map, Value, json};

use super::started::{case, file, run};
use crate::common::{given, ketamine, ketamine_json, outcome, person, settings};

/// Evaluates one case; gives its line.
fn evaluated(arguments: &[&str], case: &Value) -> Value {
    let output = run(&[&["evaluate"], arguments].concat(), case.to_string().as_bytes());
    serde_json::from_slice(&output.stdout).expect("a line is JSON")
}

/// Writes the summary of a visit, with the answers about safety.
fn summary(answers: &Answers) -> String {
    let content = screens::ketamine().expect("the built-in screen is without findings");
    let (questionnaire, settings) = (content.questionnaire, settings("show_scores=true"));
    let wording = Wording::new(&questionnaire, &content.words, &settings, None);
    let screening = screen(&questionnaire, answers, &settings);
    let report = report(&wording, &screening, true).expect("it is not urgent");
    summary_text(&wording, &report, answers, &screening)
}

/// Reads a summary as a person would: which screen, and what was answered.
fn read(summary: &str) -> Value {
    let content = screens::ketamine().expect("the built-in screen is without findings");
    let settings = settings("");
    let wording = Wording::new(&content.questionnaire, &content.words, &settings, None);
    let last = summary.lines().last().expect("a last line");
    let named: Vec<_> = last.strip_prefix("Questionnaire ").expect("it names the questionnaire").split(", ").collect();
    let [id, version, hash] = named[..] else { panic!("three words name it: {last}") };
    let (_, said) = summary.split_once("\nMy answers\n").expect("the answers have a heading");
    let mut answers = Map::new();
    for line in said.lines().map_while(|line| line.strip_prefix("- ")) {
        let items = ketamine().item_indices();
        let asked = items.filter(|item| line.starts_with(&wording.question_in_summary(*item)));
        let item = asked.max_by_key(|item| wording.question_in_summary(*item).len());
        let item = item.unwrap_or_else(|| panic!("a question is read: {line}"));
        let asked = &content.questionnaire[item];
        let text = line[wording.question_in_summary(item).len()..].trim_start_matches([':', ' ']);
        if text == "Not answered" {
            continue;
        }
        let code = |text: &str| {
            let option = (0..asked.options.len()).find(|option| *wording.option(item, *option).0 == *text);
            option.map(|option| json!(asked.options[option].code.as_str()))
        };
        let value = match (asked.kind, code(text)) {
            (ItemKind::MultiChoice, _) => text.split("; ").map(|text| code(text).expect("an option")).collect(),
            (_, Some(code)) => code,
            _ => json!(text.split(' ').next().and_then(|number| number.parse::<i32>().ok()).expect("a number")),
        };
        answers.insert(asked.link_id.to_string(), value);
    }
    json!({
        "config": {"region": "us", "routes": ["racemic", "esketamine", "kap"]},
        "screen": {"id": id, "version": version.strip_prefix("version "), "hash": hash},
        "answers": answers,
    })
}

#[test]
fn the_answers_of_a_summary_come_to_the_same_result_again() {
    #[rustfmt::skip]
    let table = [
        ("trd", "", "possible_fit"),
        ("crps", "drug_times=3", "clinician_first"),
        ("trd", "bp_reading=from_140_90 body=bladder_problem medicines=maoi,opioid", "clinician_first"),
        ("trd", "s1_past_month=thoughts s2_attempt=over_3_months", "clinician_first"),
        ("trd", "heart=- cannabis=-", "clinician_first"),
        ("trd", "pregnancy=pregnant", "not_now"),
        ("minor", "", "not_now"),
        ("trd", "dep_trials=none_yet dep_kinds=- phq8_*=several_days", "other_options_first"),
    ];
    for (baseline, changes, expected) in table {
        let answers = person(baseline, changes);
        let (name, screened) = (format!("{baseline} {changes}"), screen(&ketamine(), &answers, &settings("")));
        assert_eq!(outcome(&screened), expected, "{name}");
        let line = evaluated(&[], &read(&summary(&answers)));
        assert_eq!((&line["outcome"], line.get("problems")), (&json!(expected), None), "{name}");
        let factors: Vec<_> =
            line["factors"].as_array().into_iter().flatten().map(|factor| factor["id"].as_str()).collect();
        let found: Vec<_> =
            screened.factors.iter().map(|factor| Some(ketamine()[factor.rule].id.to_string())).collect();
        assert_eq!(factors, found.iter().map(Option::as_deref).collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn a_case_of_another_screen_has_no_result_and_says_why() {
    let questionnaire = ketamine();
    let hash = questionnaire.hash.as_str();
    #[rustfmt::skip]
    let table = [
        (json!(null), None),
        (json!({}), None),
        (json!({"hash": hash}), None),
        (json!({"id": "ketamine", "version": questionnaire.version, "hash": hash}), None),
        (json!({"id": "flu_vaccine"}), Some("id is \"flu_vaccine\"")),
        (json!({"version": "0.9.0", "hash": hash}), Some("version is \"0.9.0\"")),
        (json!({"id": "ketamine", "hash": "000000000000"}), Some("hash is \"000000000000\"")),
        (json!({"hash": 12}), Some("hash is 12")),
        (json!({"sum": hash}), Some("found sum")),
    ];
    for (named, problem) in table {
        let mut case: Value = serde_json::from_str(&case("a", &json!(given("trd", "")))).expect("it is JSON");
        case["screen"] = named.clone();
        let line = evaluated(&[], &case);
        let outcome = if problem.is_some() { json!(null) } else { json!("possible_fit") };
        assert_eq!(line["outcome"], outcome, "{named}");
        let Some(problem) = problem else {
            assert_eq!(line.get("problems"), None, "{named}");
            continue;
        };
        let found = &line["problems"][0];
        assert_eq!((&found["code"], &found["setting"]), (&json!("other-screen"), &json!("screen")), "{named}");
        let message = found["message"].as_str().unwrap_or_default();
        assert!(message.contains(problem) && message.ends_with("No personal result is given."), "{named}: {message}");
    }
    let list = evaluated(&[], &json!({"screen": ["ketamine"], "answers": {}}));
    assert_eq!(list["error"]["code"], "screen-not-an-object");
}

#[test]
fn a_screen_keeps_its_hash_however_its_file_is_written_and_changes_it_with_any_rule() {
    let hash_of = |name: &str, text: &str| {
        let output = run(&["evaluate", "--stats", "--screen", &file(name, text)], b"");
        let stats = String::from_utf8(output.stderr).expect("it is text");
        let line = stats.lines().find(|line| line.starts_with("screen ")).expect("the screen is named").to_owned();
        line.rsplit(' ').next().expect("a hash").to_owned()
    };
    let text = screens::KETAMINE.text;
    let mut changed = ketamine_json();
    changed["factors"][0]["sources"] = changed["factors"][1]["sources"].clone();
    let hash = ketamine().hash.clone();
    assert_eq!(hash_of("as_it_is.json", text), hash);
    assert_eq!(hash_of("other_line_ends.json", &text.replace('\n', "\r\n")), hash);
    assert_eq!(hash_of("in_one_line.json", &ketamine_json().to_string()), hash);
    assert_ne!(hash_of("one_source.json", &changed.to_string()), hash);
}

#[test]
fn own_factors_are_part_of_the_hash_in_the_page_and_here() {
    let factors = json!([{
        "id": "own_new", "class": "review", "when": {"item": "prior_ketamine", "is": "no"}, "text": "new to you",
        "why": "We ask first.", "ask_the_clinic": "What would it be like?", "source": {"title": "Our protocol"},
    }]);
    let settings = json!({"factors": factors}).to_string();
    // As the page's loader makes it, of the same settings.
    let loaded =
        own::screen(File { name: "settings", text: &settings }, screens::BUILT_IN).expect("the factors are sound");
    let hash = &loaded.questionnaire.hash;
    assert_ne!(*hash, ketamine().hash);
    let case = |hash: &str, config: &Value| {
        let mut config = config.clone();
        config["region"] = json!("us");
        config["routes"] = json!(["racemic"]);
        evaluated(&[], &json!({"config": config, "screen": {"hash": hash}, "answers": given("trd", "")}))
    };
    assert_eq!(case(hash, &json!({"factors": factors}))["outcome"], "clinician_first");
    for (hash, config) in [(hash.as_str(), json!({})), (&ketamine().hash, json!({"factors": factors}))] {
        let line = case(hash, &config);
        assert_eq!((&line["outcome"], &line["problems"][0]["code"]), (&json!(null), &json!("other-screen")));
    }
}
