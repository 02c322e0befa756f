//! `selfscreen evaluate`: what it takes for a line, and what it says of one that is no case.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::ChildStdin;

use serde_json::{Value, json};

use super::evaluate::{evaluated, told};
use super::started::{case, run, started};

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
