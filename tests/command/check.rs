//! `selfscreen check`.

use serde_json::{Value, json};

use super::started::{file, run};

/// Runs `check` on a day three days after the built-in screen was reviewed; gives the exit code and what was printed.
fn checked(arguments: &[&str]) -> (Option<i32>, String) {
    let output = run(&[&["check", "--no-proofs", "--today", "2026-12-01"], arguments].concat(), b"");
    (output.status.code(), String::from_utf8(output.stdout).expect("the findings are text"))
}

/// The same, for programs.
fn checked_json(arguments: &[&str]) -> (Option<i32>, Value) {
    let (code, text) = checked(&[&["--format", "json"], arguments].concat());
    (code, serde_json::from_str(&text).expect("the findings are JSON"))
}

#[test]
fn check_finds_nothing_in_what_is_shipped() {
    let (code, text) = checked(&["--strict"]);
    assert_eq!(code, Some(0));
    let (found, left) = text.split_once("; ").expect("what is left to do");
    assert_eq!(found, "2 screens checked, no findings");
    assert!(left.ends_with(" things to do before a release, which --notes lists\n"), "{left}");
    let root = env!("CARGO_MANIFEST_DIR");
    let files = selfscreen::screens::SHIPPED.iter().map(|file| format!("{root}/{}", file.name));
    let files: Vec<_> = files.collect();
    let files: Vec<_> = ["--strict"].into_iter().chain(files.iter().map(String::as_str)).collect();
    assert_eq!(checked(&files), (Some(0), text));
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
    assert!(text.contains("warning[review-due] /crisis/reviewed") && text.contains(" warnings; "), "{text}");
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
    let output = run(&["check", "--no-proofs", "--today", "2026-12-01", "nowhere.json", &broken, &screen, &words], b"");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("error[not-json]") && text.contains("warning[untidy-text]"), "{text}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere.json"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn check_sums_up_nothing_where_it_could_read_nothing() {
    let output = run(&["check", "nowhere.json"], b"");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stdout).as_ref()), (Some(2), ""));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere.json"));
}

#[test]
fn check_reads_settings_as_widget_and_snippet_do() {
    #[rustfmt::skip]
    let table = [
        (r#"{"region": "us", "routes": ["kap"], "locale": "us"}"#, "error[bad-setting] /locale"),
        (r#"{"region": "us", "routes": ["kap"], "theme.accent": "red"}"#, "error[unknown-setting] /theme.accent"),
        (r#"{"region": "us", "routes": ["racemic\u001fkap"]}"#, "error[bad-setting] /routes"),
        (r#"{"region": "us", "routes": ["kap"], "stricter": {"bp_raised": "stop"}, "stricter": {}}"#, "error[duplicate-key] /stricter"),
        (r#"{"region": "us", "routes": ["kap"], "booking_url": "https://256.256.256.256/"}"#, "error[bad-setting] /booking_url"),
        ("null", "error[unknown-kind]"),
        ("\u{feff}{}", "a byte order mark"),
    ];
    for (place, (text, expected)) in table.iter().enumerate() {
        let name = file(&format!("settings-{place}.json"), text);
        let (code, told) = checked(&[&name]);
        assert!(code == Some(1) && told.contains(expected), "{text}: {told}");
    }
    let spanish = file("spanish.json", r#"{"region": "us", "routes": ["kap"], "locale": "es"}"#);
    assert_eq!(checked(&[&spanish]).0, Some(0));
}

#[test]
fn check_gives_programs_no_finding_as_an_empty_list_and_notes_apart() {
    let (code, whole) = checked_json(&[]);
    assert_eq!((code, &whole["screens"], &whole["findings"]), (Some(0), &json!(2), &json!([])));
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
