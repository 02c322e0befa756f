//! The `selfscreen` command, run as a user runs it.

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Output, Stdio};

use common::given;
use serde_json::{Value, json};

/// A run of the command that has not ended.
fn started(arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_selfscreen"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the command starts")
}

/// Runs the command to its end. Input is written beside the reading, so that neither waits for the other.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = started(arguments);
    let mut stdin = child.stdin.take().expect("a pipe");
    std::thread::scope(|scope| {
        // A command that has seen enough closes its end.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().expect("the command ends")
    })
}

/// Evaluates lines; gives the exit code and the lines of the output.
fn evaluated(input: &str) -> (Option<i32>, Vec<Value>) {
    let output = run(&["evaluate"], input.as_bytes());
    let lines = String::from_utf8(output.stdout).expect("the output is text");
    (output.status.code(), lines.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect())
}

/// A case of a US clinic that offers every route.
fn case(id: &str, answers: &Value) -> String {
    json!({"id": id, "config": {"region": "us", "routes": ["racemic", "esketamine", "kap"]}, "answers": answers})
        .to_string()
        + "\n"
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
    assert_eq!(line["scores"], json!({"peg": 6.67, "auditc": 0}));
    assert_eq!(line["unanswered"], json!(["cannabis"]));
    assert_eq!(line["visible"].as_array().map(Vec::len), Some(35));
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
        let mut answers = told("trd", "");
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
    let mut answers = told("trd", "");
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
    let escaped =
        case("x", &told("trd", "")).replace("\"pregnancy\":\"not_pregnant\"", "\"pregn\\u0061ncy\":\"pregn\\u0061nt\"");
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
    let long = json!({"id": "long", "note": "x".repeat(8 << 20), "answers": {}}).to_string() + "\n";
    let many: Vec<_> = (0..200_000).map(|_| "none").collect();
    let (code, lines) = evaluated(&(long + &case("list", &json!({"heart": many})) + &case("next", &json!({}))));
    let ids: Vec<_> = lines.iter().map(|line| &line["id"]).collect();
    assert_eq!((code, json!(ids)), (Some(0), json!(["long", "list", "next"])));
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

/// Writes a file for one test.
fn file(name: &str, text: &str) -> String {
    let path: PathBuf = [env!("CARGO_TARGET_TMPDIR"), name].iter().collect();
    std::fs::write(&path, text).expect("the file can be written");
    path.display().to_string()
}

/// Runs `check` on a day three days after the built-in screen was reviewed; gives the exit code and what was printed.
fn checked(arguments: &[&str]) -> (Option<i32>, String) {
    let output = run(&[&["check", "--no-proofs", "--today", "2026-11-24"], arguments].concat(), b"");
    (output.status.code(), String::from_utf8(output.stdout).expect("the findings are text"))
}

/// The same, for programs.
fn checked_json(arguments: &[&str]) -> (Option<i32>, Value) {
    let (code, text) = checked(&[&["--format", "json"], arguments].concat());
    (code, serde_json::from_str(&text).expect("the findings are JSON"))
}

#[test]
fn check_finds_nothing_in_the_built_in_screen() {
    let (code, text) = checked(&["--strict"]);
    assert_eq!(code, Some(0));
    assert_eq!(text, "1 screen checked, no findings; 13 things to do before a release, which --notes lists\n");
    let root = env!("CARGO_MANIFEST_DIR");
    let [screen, words] = ["screen.json", "en.json"].map(|name| format!("{root}/assets/screens/ketamine/{name}"));
    assert_eq!(checked(&["--strict", &screen, &words]), (Some(0), text));
}

#[test]
fn check_prints_ten_proofs_and_ends_with_1_where_one_fails_with_the_visit_that_shows_it() {
    let mut broken: Value = serde_json::from_str(selfscreen::screens::KETAMINE.text).expect("the screen is JSON");
    for factor in broken["factors"].as_array_mut().expect("a list") {
        if factor["id"] == "substance_use_active" {
            factor["class"] = json!("note");
        }
    }
    let broken = file("milder.json", &broken.to_string());
    let output = run(&["check", &broken], b"");
    let text = String::from_utf8(output.stdout).expect("the proofs are text");
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert_eq!(
        text.matches(" proved ").count() + text.matches(" FAILED ").count(),
        11,
        "ten proofs and their sum: {text}"
    );
    let (_, shown) = text.split_once("makes the outcome milder").expect("the property that fails");
    let cases = shown.lines().filter_map(|line| line.trim().strip_prefix("for selfscreen evaluate: "));
    let cases: Vec<_> = cases.take(2).collect();
    let output = run(&["evaluate", "--screen", &broken], cases.join("\n").as_bytes());
    let outcomes: Vec<Value> = String::from_utf8(output.stdout)
        .expect("the findings are text")
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["outcome"].clone())
        .collect();
    assert_eq!(outcomes, [json!("clinician_first"), json!("other_options_first")], "{text}");
}

#[test]
fn check_names_every_problem_and_ends_with_1() {
    let screen = selfscreen::screens::KETAMINE.text;
    let broken = file(
        "broken.json",
        &screen.replace("\"is\": \"pregnant\"", "\"is\": \"expecting\"").replace("\"sum\"", "\"total\""),
    );
    let (code, text) = checked(&[&broken]);
    assert_eq!(code, Some(1));
    assert!(text.starts_with(&format!("{broken}\n  error[")), "{text}");
    let finding = "  error[unknown-option] /factors/23/when/is (pregnant)\n    found    option 'expecting' of item 'pregnancy'\n    \
                   expected one of pregnant, might_be, trying, not_pregnant, does_not_apply, rather_not_say\n    hint     correct";
    assert!(text.contains(finding), "{text}");
    assert!(text.contains("error[unknown-method]") && text.ends_with("1 screen checked, 4 errors\n"), "{text}");

    let (code, whole) = checked_json(&[&broken]);
    let findings = whole["findings"].as_array().expect("a list");
    let finding = findings.iter().find(|finding| finding["code"] == "unknown-option").expect("the finding");
    let about = ["severity", "file", "pointer", "id"].map(|key| finding[key].as_str().expect("a text"));
    assert_eq!((code, about), (Some(1), ["error", &broken, "/factors/23/when/is", "pregnant"]));
    for key in ["found", "expected", "hint"] {
        assert!(finding[key].as_str().is_some_and(|text| !text.is_empty()), "{key} of {finding}");
    }
}

#[test]
fn check_fails_for_a_warning_only_if_it_is_told_to() {
    let late = ["--no-proofs", "--today", "2028-01-01"];
    let output = run(&[&["check"][..], &late].concat(), b"");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("warning[review-due] /crisis/reviewed") && text.contains("2 warnings"), "{text}");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(run(&[&["check", "--strict"][..], &late].concat(), b"").status.code(), Some(1));
}

#[test]
fn check_holds_words_and_settings_against_the_screen_before_them() {
    let words = file("words.json", &selfscreen::screens::KETAMINE_EN.text.replacen("\"why\":", "\"because\":", 1));
    let screen = file("screen.json", selfscreen::screens::KETAMINE.text);
    let clinic = file("clinic.json", r#"{"region": "us", "routes": ["oral"], "stricter": {"pregnant": "note"}}"#);
    let (code, text) = checked(&[&screen, &words, &clinic]);
    assert_eq!(code, Some(1));
    for part in
        ["error[missing-text]", "error[unused-text]", "error[bad-setting] /routes", "error[bad-setting] /stricter"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(checked(&[&clinic]).0, Some(1), "settings alone are for the built-in screen");
}

#[test]
fn check_goes_on_after_a_file_that_is_broken_or_not_there() {
    let words = file("untidy.json", &selfscreen::screens::KETAMINE_EN.text.replacen("Who are", "Who  are", 1));
    let screen = file("screen.json", selfscreen::screens::KETAMINE.text);
    let broken = file("broken-settings.json", "{\"region\": ");
    let output = run(&["check", "--no-proofs", "--today", "2026-11-24", "nowhere.json", &broken, &screen, &words], b"");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("error[not-json]") && text.contains("warning[untidy-text]"), "{text}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere.json"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn check_gives_programs_no_finding_as_an_empty_list_and_notes_apart() {
    let (code, whole) = checked_json(&[]);
    assert_eq!((code, &whole["screens"], &whole["findings"]), (Some(0), &json!(1), &json!([])));
    assert!(whole["proofs"].is_array());
    let notes = whole["notes"].as_array().expect("a list");
    assert!(!notes.is_empty() && notes.iter().all(|note| note["severity"] == "note"));
    let reading = &whole["readings"][0];
    assert_eq!((&reading["formula"], &reading["limit"]), (&json!("Flesch-Kincaid grade"), &json!(6.0)));
    assert!(reading["whole"].as_f64().is_some_and(|grade| (2.0..6.0).contains(&grade)), "{reading}");
}

#[test]
fn check_lists_the_hardest_sentences_and_the_notes_if_asked_to() {
    let (code, text) = checked(&["--reading", "--notes"]);
    assert_eq!(code, Some(0));
    assert!(text.contains("Flesch-Kincaid grade") && text.contains("the hardest sentences:"), "{text}");
    assert!(text.contains("note[to-verify] /crisis/table/2/lines/2 (gb)"), "{text}");
    assert!(!text.contains('\u{1b}'), "a pipe gets no colours");
}

#[test]
fn check_is_done_within_a_second() {
    let start = std::time::Instant::now();
    let (code, _) = checked(&[]);
    let limit = std::time::Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });
    assert_eq!((code, start.elapsed() < limit), (Some(0), true), "{:?}", start.elapsed());
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
    let output = run(&["evaluate", "--screen", &own], case("x", &json!({"hemp": "most_days"})).as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("cannabis_regular"));

    let broken = file("not-json.json", "{");
    let output = run(&["evaluate", "--screen", &broken], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("error[not-json]"));
}

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
    let own = file("of_2030.json", &screen.text.replace("\"date\": \"2026-11-21\"", "\"date\": \"2030-01-31\""));
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
