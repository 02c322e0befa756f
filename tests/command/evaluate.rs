//! `selfscreen evaluate`: what a case comes to.

use serde_json::{Value, json};

use super::started::{case, file, run};
use crate::common::given;

/// Evaluates lines; gives the exit code and the lines of the output.
pub fn evaluated(input: &str) -> (Option<i32>, Vec<Value>) {
    let output = run(&["evaluate"], input.as_bytes());
    let lines = String::from_utf8(output.stdout).expect("the output is text");
    (output.status.code(), lines.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect())
}

/// The answers of a baseline, with what is different.
pub fn told(baseline: &str, changes: &str) -> Value {
    json!(given(baseline, changes))
}

#[test]
fn a_case_gives_its_whole_result_on_one_line() {
    let (code, lines) = evaluated(&case("E8", &told("crps", "medicines=sedative_other cannabis=- peg_1=6")));
    let [line] = lines.as_slice() else { panic!("one line: {lines:?}") };
    assert_eq!(code, Some(0));
    let keys: Vec<_> = line.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(keys.len(), 7, "{keys:?}");
    assert_eq!(line["id"], "E8");
    assert_eq!(line["outcome"], "possible_fit");
    assert_eq!(line["factors"], json!([{"id": "med_sedative_other", "class": "note", "certainty": "certain"}]));
    let elsewhere = "not_for_this_condition";
    assert_eq!(line["routes"], json!({"racemic": "possible_fit", "esketamine": elsewhere, "kap": elsewhere}));
    assert_eq!(line["scores"], json!({"peg": 6.67}));
    assert_eq!(line["unanswered"], json!(["cannabis"]));
    assert_eq!(line["visible"].as_array().map(Vec::len), Some(26));
    assert_eq!(line["visible"][0], "who");
}

#[test]
fn an_urgent_case_has_no_route_status_and_one_in_information_only_no_outcome() {
    let urgent = case("a", &told("trd", "s3_safe_now=no"));
    let closed =
        json!({"id": "b", "config": {"region": "gb", "routes": ["kap"]}, "answers": told("trd", "")}).to_string();
    let (code, lines) = evaluated(&(urgent + &closed));
    assert_eq!(code, Some(0));
    assert_eq!((&lines[0]["outcome"], &lines[0]["routes"]), (&json!("urgent"), &json!({})));
    assert_eq!((&lines[1]["outcome"], &lines[1]["visible"]), (&json!(null), &json!([])));
    assert_eq!((&lines[1]["factors"], &lines[1]["scores"]), (&json!([]), &json!({})));
}

#[test]
fn a_setting_that_is_missing_is_named_with_what_needs_it() {
    for (config, key, why) in [
        (json!({"routes": ["racemic"]}), "region", "It decides the crisis lines"),
        (json!({"region": "us"}), "routes", "Visitors get a result for each of them"),
    ] {
        let (_, lines) = evaluated(&json!({"config": config, "answers": {}}).to_string());
        let problem = &lines[0]["problems"][0];
        assert_eq!((&problem["code"], &problem["setting"]), (&json!("missing-setting"), &json!(key)));
        let message = problem["message"].as_str().expect("a message");
        assert!(message.contains("Without it no personal result is shown.") && message.contains(why), "{message}");
    }
}

#[test]
fn an_id_comes_back_as_it_was_written_or_not_at_all() {
    for (id, back) in [
        ("\"x\"", true),
        ("18446744073709551615", true),
        ("-9223372036854775808", true),
        ("1.5", true),
        ("[1,{\"a\":2}]", true),
        ("null", true),
        ("18446744073709551616", false),
        ("123456789012345678901234567890", false),
        ("-1e300", false),
        ("[1,{\"a\":123456789012345678901234567890}]", false),
    ] {
        let output = run(&["evaluate"], format!("{{\"id\": {id}, \"answers\": {{}}}}").as_bytes());
        let text = String::from_utf8(output.stdout).expect("the output is text");
        let expected = if back { format!("\"id\":{id},") } else { "\"code\":\"id-too-large\"".to_owned() };
        assert!(text.contains(&expected), "{id}: {text}");
        assert_eq!(output.status.code(), Some(i32::from(!back)), "{id}");
    }
}

#[test]
fn a_case_names_a_language_of_the_built_in_screen_as_the_widget_does() {
    for (locale, named) in [("en", false), ("es", false), ("ES-mx", false), ("us", true), ("de", true)] {
        let config = json!({"region": "us", "routes": ["racemic"], "locale": locale});
        let own = json!([{
            "id": "own_new", "class": "review", "when": {"item": "who", "is": "myself"}, "text": "a", "why": "b.",
            "ask_the_clinic": "c?", "source": {"title": "d"},
        }]);
        for factors in [json!([]), own] {
            let mut config = config.clone();
            config["factors"] = factors;
            let (_, lines) = evaluated(&json!({"config": config, "answers": {}}).to_string());
            let problems = lines[0]["problems"].as_array().into_iter().flatten();
            let settings: Vec<_> = problems.map(|problem| problem["setting"].as_str().unwrap_or_default()).collect();
            assert_eq!(settings, if named { vec!["locale"] } else { Vec::new() }, "{locale}");
        }
    }
}

#[test]
fn a_case_without_settings_is_in_information_only_with_the_reason_named() {
    for line in ["{\"answers\": {}}", "{\"answers\": {}, \"config\": {}}", "{\"answers\": {}, \"config\": null}"] {
        let (code, lines) = evaluated(line);
        assert_eq!((code, &lines[0]["id"], &lines[0]["outcome"]), (Some(0), &json!(null), &json!(null)), "{line}");
        let missing: Vec<_> =
            lines[0]["problems"].as_array().expect("a list").iter().map(|problem| &problem["setting"]).collect();
        assert_eq!(missing, ["region", "routes"], "{line}");
    }
}

#[test]
fn every_answer_that_is_not_valid_is_named_and_counts_as_none() {
    #[rustfmt::skip]
    let table = [
        ("pregnant", json!("yes"), "unknown-item", "pregnant"),
        ("pregnancy", json!("yes"), "unknown-option", "might_be"),
        ("pregnancy", json!(true), "wrong-type", "true"),
        ("pregnancy", json!(["pregnant"]), "wrong-type", "[\"pregnant\"]"),
        ("pregnancy", json!({"code": "pregnant"}), "wrong-type", "{\"code\":\"pregnant\"}"),
        ("pregnancy", json!(["pregnant", "trying"]), "several-answers", "2 in a list"),
        ("heart", json!("none"), "wrong-type", "list of option codes"),
        ("heart", json!(["stroke"]), "unknown-option", "past_stroke"),
        ("heart", json!([5]), "wrong-type", "5"),
        ("heart", json!([]), "empty-list", "at least one"),
        ("drug_times", json!(1000), "out-of-range", "from 0 to 999"),
        ("drug_times", json!(-1), "out-of-range", "-1"),
        ("drug_times", json!(1e300), "out-of-range", "from 0 to 999"),
        ("drug_times", json!(2.5), "not-whole", "2.5"),
        ("drug_times", json!("3"), "unknown-option", "rather_not_say"),
        ("drug_times", json!(false), "wrong-type", "false"),
        ("drug_times", json!([3]), "wrong-type", "[3]"),
    ];
    for (item, value, code, word) in table {
        let mut answers = told("trd", "pregnancy=not_pregnant heart=none drug_times=0");
        answers[item] = value.clone();
        let (exit, lines) = evaluated(&case("x", &answers));
        let problems = lines[0]["problems"].as_array().unwrap_or_else(|| panic!("{item}: {value} is a problem"));
        let [problem] = problems.as_slice() else { panic!("{item}: {value} is one problem, not {problems:?}") };
        assert_eq!((exit, &problem["code"], &problem["item"]), (Some(0), &json!(code), &json!(item)), "{value}");
        assert!(problem["message"].as_str().is_some_and(|message| message.contains(word)), "{problem}");
        let unanswered = lines[0]["unanswered"].as_array().expect("a list");
        assert_eq!(unanswered.contains(&json!(item)), item != "pregnant", "{item}: {value}");
    }
    let peg = told("crps", "").as_object().map(|answers| json!({"peg_1": 11, "who": answers["who"]}));
    let (_, lines) = evaluated(&case("x", &peg.expect("an object")));
    assert_eq!(lines[0]["problems"][0]["code"], "out-of-range");
}

#[test]
fn ticks_that_are_not_known_are_dropped_alone_and_null_is_no_answer() {
    let mut answers = told("trd", "cannabis=sometimes");
    answers["medicines"] = json!(["maoi", "aspirin", "maoi"]);
    answers["cannabis"] = json!(null);
    let (_, lines) = evaluated(&case("x", &answers));
    assert_eq!(lines[0]["factors"][0]["id"], "med_maoi");
    assert_eq!(lines[0]["problems"].as_array().map(Vec::len), Some(1));
    assert_eq!(lines[0]["unanswered"], json!(["cannabis"]));
}

#[test]
fn an_item_answered_twice_has_no_answer() {
    let twice = case("x", &told("trd", "pregnancy=pregnant"))
        .replace("\"pregnancy\":", "\"pregnancy\":\"not_pregnant\",\"pregnancy\":");
    let (code, lines) = evaluated(&twice);
    assert_eq!((code, &lines[0]["outcome"]), (Some(0), &json!("clinician_first")));
    assert_eq!(lines[0]["problems"][0]["code"], "answered-twice");
    assert_eq!(lines[0]["unanswered"], json!(["pregnancy"]));
}

#[test]
fn escaped_texts_are_read_as_what_they_say() {
    let escaped = case("x", &told("trd", "pregnancy=not_pregnant"))
        .replace("\"pregnancy\":\"not_pregnant\"", "\"pregn\\u0061ncy\":\"pregn\\u0061nt\"");
    assert_eq!(evaluated(&escaped).1[0]["outcome"], "not_now");
}

#[test]
fn stats_name_the_number_of_cases_and_the_rate() {
    let input = case("a", &json!({})) + "what?\n" + &case("b", &json!({}));
    let output = run(&["evaluate", "--stats"], input.as_bytes());
    let told = String::from_utf8(output.stderr).expect("the statistics are text");
    assert!(told.starts_with("3 cases in ") && told.contains(" cases a second; 1 error"), "{told}");
    assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), 3);
}

#[test]
fn evaluate_names_a_file_that_is_not_there_and_ends_with_2() {
    let output = run(&["evaluate", "--screen", "nowhere.json"], b"");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), told.contains("nowhere.json")), (Some(2), true), "{told}");
}

#[test]
fn evaluate_screens_with_the_file_it_is_given_or_says_what_is_wrong_with_it() {
    let screen = selfscreen::screens::KETAMINE.text;
    let own = file("own.json", &screen.replace("\"cannabis\"", "\"hemp\""));
    let output = run(
        &["evaluate", "--screen", &own],
        case("x", &json!({"substances_overview": ["cannabis_most_days"], "hemp": "most_days"})).as_bytes(),
    );
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("cannabis_regular"));

    let broken = file("not-json.json", "{");
    let output = run(&["evaluate", "--screen", &broken], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("error[not-json]"));
}

#[test]
fn cases_take_a_clinics_own_factors_and_refuse_those_with_findings() {
    let factor = |id: &str, class: &str| {
        json!({
            "id": id, "class": class, "when": {"item": "prior_ketamine", "is": "no"}, "text": "new to you", "why": "We ask first.",
            "ask_the_clinic": "What would it be like?", "source": {"title": "Our protocol"},
        })
    };
    let case = |id: &str, more: Value| {
        let mut config = json!({"region": "us", "routes": ["racemic"]});
        config.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        json!({"id": id, "config": config, "answers": told("trd", "")}).to_string() + "\n"
    };
    let cases = [
        case("plain", json!({})),
        case("own", json!({"factors": [factor("own_new", "review")]})),
        case("own again", json!({"factors": [factor("own_new", "review")]})),
        case("stop", json!({"factors": [factor("own_new", "stop")]})),
        case("refused", json!({"factors": [factor("pregnant", "none")]})),
        case("whole", json!({"screen": {}, "words": {}})),
    ];
    let (code, lines) = evaluated(&cases.concat());
    assert_eq!(code, Some(0));
    let outcomes: Vec<_> = lines.iter().map(|line| line["outcome"].as_str().unwrap_or("none")).collect();
    // Rules that are refused are never left out in silence: no result is better than a milder one.
    assert_eq!(outcomes, ["possible_fit", "clinician_first", "clinician_first", "not_now", "none", "none"]);
    assert_eq!(lines[1]["factors"], json!([{"id": "own_new", "class": "review", "certainty": "certain"}]));
    let problems: Vec<_> =
        lines[4]["problems"].as_array().expect("a list").iter().map(|problem| &problem["code"]).collect();
    assert_eq!(problems, ["own-class", "own-id", "duplicate-id"]);
    assert_eq!(lines[5]["problems"][0]["setting"], "screen");
    assert!(lines[..4].iter().all(|line| line.get("problems").is_none()));
}
