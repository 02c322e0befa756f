//! `selfscreen evaluate`.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::ChildStdin;

use serde_json::{Value, json};

use super::started::{case, file, run, started};
use crate::common::given;

/// Evaluates lines; gives the exit code and the lines of the output.
fn evaluated(input: &str) -> (Option<i32>, Vec<Value>) {
    let output = run(&["evaluate"], input.as_bytes());
    let lines = String::from_utf8(output.stdout).expect("the output is text");
    (output.status.code(), lines.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect())
}

fn told(baseline: &str, changes: &str) -> Value {
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
fn each_line_is_answered_before_the_next_is_written() {
    let mut child = started(&["evaluate"]);
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for (id, expected) in [("first", "possible_fit"), ("second", "not_now"), ("third", "possible_fit")] {
        let changes = if expected == "not_now" { "pregnancy=pregnant" } else { "" };
        input.write_all(case(id, &told("trd", changes)).as_bytes()).expect("the command reads");
        let mut line = String::new();
        output.read_line(&mut line).expect("the command answers");
        let answer: Value = serde_json::from_str(&line).expect("a line is JSON");
        assert_eq!((&answer["id"], &answer["outcome"]), (&json!(id), &json!(expected)));
    }
    drop(input);
    assert!(child.wait().expect("the command ends").success());
}

#[test]
fn a_line_without_its_newline_is_a_line_and_empty_ones_are_none() {
    let line = case("last", &told("blank", ""));
    let (code, lines) = evaluated(&format!("\n  \r\n{}", line.trim_end()));
    assert_eq!((code, lines.len()), (Some(0), 1));
    assert_eq!(evaluated(""), (Some(0), Vec::new()));
}

#[test]
fn many_lines_keep_their_order() {
    let input: String = (0..2000).map(|number| case(&number.to_string(), &json!({"who": "myself"}))).collect();
    let (code, lines) = evaluated(&input);
    let ids: Vec<_> = lines.iter().map(|line| line["id"].as_str().expect("an id")).collect();
    assert_eq!(
        (code, ids),
        (Some(0), (0..2000).map(|number| number.to_string()).collect::<Vec<_>>().iter().map(String::as_str).collect())
    );
}

#[test]
fn a_line_that_is_no_case_gives_an_error_with_its_number_and_the_run_goes_on() {
    #[rustfmt::skip]
    let table = [
        ("{\"id\": \"x\", \"answers\": {", "not-json", json!(null)),
        ("what?", "not-json", json!(null)),
        ("5", "not-an-object", json!(null)),
        ("null", "not-an-object", json!(null)),
        ("[\"x\", {}, {}]", "not-an-object", json!(null)),
        ("\u{feff}{\"id\": \"x\", \"answers\": {}}", "not-json", json!(null)),
        // Of a key that stands there twice, nobody could say which one was meant.
        ("{\"id\": \"x\", \"id\": \"y\", \"answers\": {}}", "duplicate-key", json!(null)),
        ("{\"id\": \"x\", \"answers\": {}, \"answers\": {}}", "duplicate-key", json!("x")),
        ("{\"answers\": {}, \"config\": {\"region\": \"us\"}, \"config\": {}, \"id\": \"x\"}", "duplicate-key", json!("x")),
        ("{\"id\": \"x\", \"answers\": {}, \"note\": 1, \"n\\u006fte\": 2}", "duplicate-key", json!("x")),
        ("{\"id\": \"x\", \"answers\": {}, \"config\": {\"stricter\": {\"bp_raised\": \"stop\"}, \"stricter\": {}}}", "duplicate-key", json!("x")),
        ("{\"id\": \"x\", \"answers\": {}, \"config\": {\"factors\": [{\"class\": \"stop\", \"class\": \"note\"}]}}", "duplicate-key", json!("x")),
        // A misspelled key would be a case without settings.
        ("{\"id\": \"x\", \"answers\": {}, \"settings\": {\"region\": \"us\"}}", "unknown-key", json!("x")),
        ("{\"id\": \"x\"}", "answers-missing", json!("x")),
        ("{\"id\": \"x\", \"answers\": null}", "answers-missing", json!("x")),
        ("{\"id\": \"x\", \"answers\": [\"who\"]}", "answers-not-an-object", json!("x")),
        ("{\"id\": [1], \"answers\": \"who\"}", "answers-not-an-object", json!([1])),
        ("{\"id\": 7, \"config\": \"us\", \"answers\": {}}", "config-not-an-object", json!(7)),
    ];
    for (line, expected, id) in table {
        let (code, lines) = evaluated(&format!("\n{line}\n{}", case("next", &json!({}))));
        assert_eq!((code, lines.len()), (Some(1), 2), "{line}");
        assert_eq!(
            (&lines[0]["id"], &lines[0]["line"], &lines[0]["error"]["code"]),
            (&id, &json!(2), &json!(expected)),
            "{line}"
        );
        assert!(
            lines[0]["error"]["message"]
                .as_str()
                .is_some_and(|message| message.contains("expected") || message.contains("must be"))
        );
        assert_eq!(lines[1]["id"], "next", "{line}");
    }
}

#[test]
fn what_is_wrong_with_a_line_is_said_with_its_place() {
    for (line, words) in [
        ("null", "found: null"),
        ("[1]", "found: [1]"),
        ("\u{feff}{}", "byte order mark"),
        (
            "{\"id\": 1, \"answers\": {}, \"config\": {\"stricter\": {}, \"theme\": 1, \"theme\": 2}, \"id\": 2}",
            "/config/theme, /id",
        ),
        ("{\"answers\": {}, \"config\": {\"factors\": [{\"id\": 1}, {\"id\": 1, \"id\": 2}]}}", "/config/factors/1/id"),
        (
            "{\"answers\": {}, \"settings\": {}, \"note\": 1}",
            "the keys id, config, screen, answers; found: settings, note",
        ),
    ] {
        let (_, lines) = evaluated(line);
        let message = lines[0]["error"]["message"].as_str().expect("a message");
        assert!(message.contains(words), "{line}: {message}");
    }
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
fn text_that_is_not_unicode_is_no_json_and_the_run_goes_on() {
    let mut input = b"{\"id\": \"\xff\", \"answers\": {}}\n".to_vec();
    input.extend(case("next", &json!({})).as_bytes());
    let output = run(&["evaluate"], &input);
    let text = String::from_utf8(output.stdout).expect("the output is text");
    assert_eq!(output.status.code(), Some(1));
    assert!(text.lines().next().is_some_and(|line| line.contains("\"not-json\"")), "{text}");
    assert!(text.lines().nth(1).is_some_and(|line| line.contains("\"next\"")), "{text}");
}

#[test]
fn a_line_of_eight_megabytes_is_a_line() {
    let long = json!({"id": "long", "answers": {"note": "x".repeat(8 << 20)}}).to_string() + "\n";
    let many: Vec<_> = (0..200_000).map(|_| "none").collect();
    let (code, lines) = evaluated(&(long + &case("list", &json!({"heart": many})) + &case("next", &json!({}))));
    let ids: Vec<_> = lines.iter().map(|line| &line["id"]).collect();
    assert_eq!((code, json!(ids)), (Some(0), json!(["long", "list", "next"])));
}

#[test]
fn a_line_that_is_too_long_is_an_error_and_the_run_goes_on() {
    let long = json!({"id": "long", "answers": {"note": "x".repeat(16 << 20)}}).to_string() + "\n";
    let (code, lines) = evaluated(&(long + &case("next", &json!({}))));
    assert_eq!((code, &lines[0]["error"]["code"], &lines[1]["id"]), (Some(1), &json!("too-long"), &json!("next")));
    assert_eq!((&lines[0]["line"], lines.len()), (&json!(1), 2));
    let (code, lines) = evaluated(&" ".repeat(17 << 20));
    assert_eq!((code, lines.len()), (Some(1), 1));
}

#[test]
fn a_line_without_an_end_ends_the_run() {
    let mut child = started(&["evaluate"]);
    let mut input = child.stdin.take().expect("a pipe");
    let zeros = vec![0; 1 << 20];
    while input.write_all(&zeros).is_ok() {}
    let output = child.wait_with_output().expect("the command ends");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), told.contains("line 1 has no end")), (Some(2), true), "{told}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"too-long\""));
}

#[test]
fn deep_nesting_is_an_error_rather_than_an_end() {
    let deep = format!("{{\"id\": 1, \"answers\": {}{}}}\n", "[".repeat(100_000), "]".repeat(100_000));
    let (code, lines) = evaluated(&(deep + &case("next", &json!({}))));
    assert_eq!((code, &lines[0]["error"]["code"], &lines[1]["id"]), (Some(1), &json!("not-json"), &json!("next")));
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
fn a_reader_that_has_seen_enough_ends_the_run_without_a_complaint() {
    let mut child = started(&["evaluate"]);
    let mut input: ChildStdin = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    input.write_all(case("first", &json!({})).as_bytes()).expect("the command reads");
    output.read_line(&mut String::new()).expect("the command answers");
    drop(output);
    // The command ends at the first line it cannot give away, and then reads no more.
    let line = case("more", &json!({}));
    while input.write_all(line.as_bytes()).is_ok() {}
    let mut complaints = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut complaints).expect("the complaints are text");
    assert_eq!((child.wait().expect("the command ends").code(), complaints.as_str()), (Some(0), ""));
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
