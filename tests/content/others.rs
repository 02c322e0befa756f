//! Findings that are no edit of one place: settings, several files, several languages, whole columns.

use selfscreen::lint::{ScreenFiles, lint, lint_files};
use selfscreen::questionnaire::{File, Finding, Severity};
use selfscreen::screens;
use serde_json::{Value, json};

use super::edit::{Files, TODAY};

/// What is found in a clinic's settings for the built-in screen.
fn settings(text: &str) -> Vec<Finding> {
    lint_files(&[File { name: "clinic.json", text }], TODAY).findings
}

/// A factor of a clinic's own that takes the id and the class of one of the screen's.
const OWN: &str = r#"{"factors": [{
    "id": "migraine", "class": "urgent", "when": {"item": "pain_type", "includes": "migraine"}, "text": "migraine",
    "why": "We look at migraine first.", "ask_the_clinic": "Does my migraine matter?", "source": {"title": "Our protocol"}
}]}"#;

/// What is found in files that are checked in one run.
fn run(files: &[(&str, &str)]) -> Vec<Finding> {
    let files: Vec<_> = files.iter().map(|(name, text)| File { name, text }).collect();
    lint_files(&files, TODAY).findings
}

/// What is found where a second language stands beside English.
fn with_language(language: &str, edit: impl Fn(&mut Value)) -> Vec<Finding> {
    let files = Files::new();
    let mut other = files.words.clone();
    other["language"] = json!(language);
    edit(&mut other);
    let other = other.to_string();
    let name = format!("{language}.json");
    let words = vec![screens::KETAMINE_EN, File { name: &name, text: &other }];
    lint(&ScreenFiles { screen: screens::KETAMINE, words }, TODAY).findings
}

/// What is found where no factor is more than a note on one route.
fn notes_only() -> Vec<Finding> {
    let mut files = Files::new();
    for factor in files.screen["factors"].as_array_mut().expect("a list") {
        let class = factor["class"].clone();
        let on = |route: &str| if class.is_string() { class.clone() } else { class[route].clone() };
        let mut classes = json!({"racemic": on("racemic"), "esketamine": on("esketamine"), "kap": "note"});
        classes.as_object_mut().expect("an object").retain(|_, class| !class.is_null());
        factor["class"] = classes;
    }
    files.lint()
}

/// What is found where every text is one hard sentence.
fn all_hard() -> Vec<Finding> {
    let mut files = Files::new();
    for reason in files.words["other_options_reasons"].as_object_mut().expect("an object").values_mut() {
        *reason = json!(
            "Contemporary psychopharmacological literature demonstrates considerable heterogeneity. ".repeat(40).trim()
        );
    }
    files.lint()
}

/// Every finding of this file.
pub fn findings() -> Vec<Finding> {
    let mut found =
        settings(r#"{"region": "us", "routes": ["racemic"], "colour": "red", "booking_url": "http://clinic.example"}"#);
    found.extend(settings(r#"{"region": "us"}"#));
    found.extend(settings(OWN));
    found.extend(settings(r#"{"region": "us", "routes": ["racemic"], "words": {"en": {}}}"#));
    found.extend(run(&[("en.json", screens::KETAMINE_EN.text), ("list.json", "[1, 2]")]));
    found.extend(with_language("eo", |_| {}));
    found.extend(with_language("fr", |words| words["outcomes"]["possible_fit"]["heading"] = json!("Un rendez-vous ?")));
    found.extend(notes_only());
    found.extend(all_hard());
    found.extend(Files::new().lint());
    found
}

#[track_caller]
fn assert_found(findings: &[Finding], code: &str, file: &str, pointer: &str, word: &str) {
    let is = |finding: &&Finding| {
        (finding.code, finding.file.as_str(), finding.pointer.as_str()) == (code, file, pointer)
            && (finding.found.contains(word) || finding.expected.contains(word))
    };
    let all: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.iter().any(|finding| is(&finding)), "{code} {pointer} {word}: {all:#?}");
}

#[test]
fn a_clinics_settings_are_held_against_the_screen() {
    #[rustfmt::skip]
    let table = [
        (r#"{"region": "us", "routes": ["racemic"], "colour": "red"}"#, "unknown-setting", "/colour", "'colour'"),
        (r#"{"region": "us", "routes": ["racemic"], "booking_url": "http://clinic.example"}"#, "bad-setting", "/booking_url", "https://"),
        (r#"{"region": "us", "routes": ["racemic"], "theme": {"radius": "round"}}"#, "bad-setting", "/theme/radius", "\"round\""),
        (r#"{"region": "us"}"#, "missing-setting", "", "routes"),
        (r#"{"region": "us", "routes": ["racemic"], "stricter": {"pregnant": "review"}}"#, "bad-setting", "/stricter", "review"),
    ];
    for (text, code, pointer, word) in table {
        assert_found(&settings(text), code, "clinic.json", pointer, word);
    }
    assert_eq!(settings(r#"{"region": "us", "routes": ["racemic", "kap"], "minimum_age": 25}"#), []);
}

#[test]
fn one_broken_file_hides_no_other() {
    let (screen, words) = (screens::KETAMINE.text, screens::KETAMINE_EN.text);
    let broken = screen.replace("\"is\": \"pregnant\"", "\"is\": \"expecting\"");
    let untidy = words.replace("\"Who are you answering for?\"", "\"Who  are you answering for?\"");
    let found = run(&[
        ("a.json", "{"),
        ("b.json", &broken),
        ("b-en.json", words),
        ("c.json", screen),
        ("c-en.json", &untidy),
        ("c-es.json", "{\"language\": "),
        ("list.json", "[]"),
        ("clinic.json", r#"{"region": "mars", "routes": ["kap"]}"#),
    ]);
    assert_found(&found, "not-json", "a.json", "", "JSON");
    assert_found(&found, "unknown-option", "b.json", "/factors/23/when/is", "expecting");
    assert_found(&found, "untidy-text", "c-en.json", "/items/who/text", "two spaces");
    assert_found(&found, "not-json", "c-es.json", "", "JSON");
    assert_found(&found, "unknown-kind", "list.json", "", "no object");
    assert_found(&found, "bad-setting", "clinic.json", "/region", "mars");
}

#[test]
fn words_need_their_screen_before_them() {
    let found = run(&[("en.json", screens::KETAMINE_EN.text), ("screen.json", screens::KETAMINE.text)]);
    assert_found(&found, "words-without-screen", "en.json", "", "screen first");
}

#[test]
fn a_translation_has_the_tokens_of_the_first_language_and_no_scale_that_nobody_has_translated() {
    let found = with_language("fr", |words| words["outcomes"]["possible_fit"]["heading"] = json!("Un rendez-vous"));
    assert_found(&found, "missing-token", "fr.json", "/outcomes/possible_fit/heading", "{visit}");
    assert_found(&found, "instrument-language", "fr.json", "/language", "AUDIT-C");
    let english = with_language("en-GB", |_| {});
    assert!(
        english.iter().all(|finding| finding.severity == Severity::Note),
        "a region of a language has its formula and its scales"
    );
}

#[test]
fn words_that_are_hard_as_a_whole_are_named_once() {
    let whole =
        all_hard().into_iter().filter(|finding| finding.code == "hard-to-read" && finding.pointer.is_empty()).count();
    assert_eq!(whole, 1);
    let spanish = with_language("es", |words| {
        let hard = "La administración farmacológica desencadena habitualmente manifestaciones cardiovasculares transitorias en individuos predispuestos";
        words["items"]["heart"]["why_we_ask"] = json!(hard);
    });
    assert!(spanish.iter().any(|finding| finding.code == "hard-to-read" && finding.found.contains("Szigriszt-Pazos")));
}

#[test]
fn a_route_without_a_serious_factor_is_named() {
    assert_found(&notes_only(), "note-only-route", "screen.json", "/routes/2", "note");
}

#[test]
fn what_is_marked_to_verify_is_a_note_only_while_the_screen_is_a_draft() {
    let of = |files: Files| files.lint().into_iter().filter(|finding| finding.code == "to-verify").collect::<Vec<_>>();
    let (draft, signed) = (of(Files::new()), of(Files::edited("status = \"signed\"")));
    assert!(!draft.is_empty());
    assert_eq!(draft.len(), signed.len());
    assert!(draft.iter().all(|finding| finding.severity == Severity::Note));
    assert!(signed.iter().all(|finding| finding.severity == Severity::Warning));
}
