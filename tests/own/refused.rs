//! Own factors that are none: each is named with its place in the settings.

use jiff::civil::date;
use selfscreen::lint::lint_files;
use selfscreen::own;
use selfscreen::questionnaire::{File, Severity};
use selfscreen::screens::BUILT_IN;
use serde_json::{Value, json};

use super::settings::{NAME, factor, found, made, migraine};
use super::whole::{SCREEN, WORDS};

/// A change of a sound factor; the findings.
#[test]
fn a_factor_that_is_none_is_named_at_its_place() {
    #[rustfmt::skip]
    let table: &[(&str, &[&str])] = &[
        // The shape has no room for what would make anything softer.
        (r#"topic = "headache""#,             &["wrong-shape /factors/0 (own_migraine)"]),
        (r#"removes = "pregnant""#,           &["wrong-shape /factors/0 (own_migraine)"]),
        (r#"replaces = ["pregnant"]"#,        &["wrong-shape /factors/0 (own_migraine)"]),
        (r#"clinic_may_raise_to = ["note"]"#, &["wrong-shape /factors/0 (own_migraine)"]),
        (r#"sources = ["spravato_us"]"#,      &["wrong-shape /factors/0 (own_migraine)"]),
        // Ids.
        (r#"id = "migraine""#,     &["own-id /factors/0/id (migraine)"]),
        (r#"id = "own_""#,         &["own-id /factors/0/id (own_)"]),
        (r#"id = "own_a.text""#,   &["own-id /factors/0/id (own_a.text)"]),
        (r#"id = "own_Migraine""#, &["own-id /factors/0/id (own_Migraine)"]),
        (r#"id = "pregnant""#,     &["duplicate-id /factors/0/id (pregnant)", "own-id /factors/0/id (pregnant)"]),
        ("id = 3",                 &["wrong-shape /factors/0/id ()"]),
        // Classes.
        (r#"class = "urgent""#,            &["own-class /factors/0/class (own_migraine)"]),
        (r#"class = "none""#,              &["own-class /factors/0/class (own_migraine)"]),
        (r#"class = "fatal""#,             &["own-class /factors/0/class (own_migraine)"]),
        (r#"class = {"kap": "none"}"#,     &["own-class /factors/0/class/kap (own_migraine)"]),
        (r#"class = {"oral": "stop"}"#,    &["unknown-id /factors/0/class (own_migraine)"]),
        ("class = {}",                     &["no-class /factors/0/class (own_migraine)"]),
        // Conditions.
        (r#"when = {"item": "pain_typ", "is": "x"}"#,         &["unknown-id /factors/0/when (own_migraine)"]),
        (r#"when = {"item": "pain_type", "includes": "x"}"#,  &["unknown-option /factors/0/when/includes (own_migraine)"]),
        (r#"unsure_when = {"not": {"ref": "nothing"}}"#,      &["unknown-id /factors/0/unsure_when/not/ref (own_migraine)"]),
        // What every factor needs.
        ("- when",   &["wrong-shape /factors/0 (own_migraine)"]),
        ("- text",   &["wrong-shape /factors/0 (own_migraine)"]),
        ("- why",    &["wrong-shape /factors/0 (own_migraine)"]),
        ("- source", &["wrong-shape /factors/0 (own_migraine)"]),
        ("- ask_the_clinic",       &["wrong-shape /factors/0 (own_migraine)"]),
        (r#"text = " ""#,          &["missing-text /factors/0/text (own_migraine)"]),
        (r#"source/title = """#,   &["missing-text /factors/0/source/title (own_migraine)"]),
        (r#"source = "a book""#,   &["wrong-shape /factors/0/source (own_migraine)"]),
        (r#"source/year = "soon""#, &["wrong-shape /factors/0/source/year (own_migraine)"]),
    ];
    for (change, expected) in table {
        assert_eq!(found(&json!({"factors": [migraine(change)]})), *expected, "{change}");
    }
}

#[test]
fn every_bad_factor_is_named_in_one_run() {
    let factors = json!([
        migraine(""),
        migraine(""),
        factor("own_b", json!("stop"), json!({"item": "nothing", "is": "x"})),
        "no factor",
        factor("own_c", json!("urgent"), json!({"safety_gaps": true})),
    ]);
    let expected = [
        "duplicate-id /factors/1/id (own_migraine)",
        "own-class /factors/4/class (own_c)",
        "unknown-id /factors/2/when (own_b)",
        "unknown-operator /factors/4/when (own_c)",
        "wrong-shape /factors/3 ()",
    ];
    assert_eq!(found(&json!({ "factors": factors })), expected);
}

#[test]
fn factors_that_are_no_list_and_words_without_a_screen_are_named() {
    let table: [(Value, &str); 4] = [
        (json!({"factors": {"own_x": {}}}), "wrong-shape /factors ()"),
        (json!({"factors": null}), "wrong-shape /factors ()"),
        (json!({"words": {"en": {}}}), "own-words /words ()"),
        (json!([]), "wrong-shape  ()"),
    ];
    for (settings, expected) in table {
        assert_eq!(found(&settings), [expected], "{settings}");
    }
}

#[test]
fn a_list_of_factors_that_another_one_takes_the_place_of_is_noticed() {
    let text = format!(r#"{{"factors": [{}], "factors": []}}"#, migraine(""));
    let findings = own::screen(File { name: NAME, text: &text }, BUILT_IN).err().unwrap_or_default();
    let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.pointer.as_str())).collect();
    assert_eq!(found, [("duplicate-key", "/factors")]);
}

#[test]
fn a_finding_says_what_would_have_been_right() {
    let findings = made(&json!({"factors": [migraine(r#"class = "urgent""#)]})).err().unwrap_or_default();
    let lines: Vec<_> = findings.iter().map(ToString::to_string).collect();
    let expected =
        "error[own-class] settings.json/factors/0/class (own_migraine): found 'urgent'; expected note, review or stop";
    assert!(lines.len() == 1 && lines[0].starts_with(expected), "{lines:?}");
}

/// What `selfscreen check` finds in files, as `file code pointer`.
fn checked(files: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<_> = files.iter().map(|(name, text)| File { name, text }).collect();
    let linted = lint_files(&files, date(2026, 12, 1));
    let errors = linted.findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| format!("{} {} {}", finding.file, finding.code, finding.pointer)).collect()
}

#[test]
fn a_file_of_settings_is_checked_whole() {
    let good = json!({"region": "us", "routes": ["kap"], "theme": {"accent": "teal"}, "factors": [migraine("")]});
    let unknown = json!({"region": "us", "routes": ["oral"], "softer": true, "factors": [migraine("- when")]});
    let never = r#"when = {"all": [{"item": "bp_reading", "is": "below_140_90"}, {"item": "bp_reading", "is": "numbers_unknown"}]}"#;
    let never = json!({"region": "us", "routes": ["kap"], "factors": [migraine(never)]});
    let table: [(Value, &[&str]); 3] = [
        (good, &[]),
        (unknown, &["wrong-shape /factors/0", "unknown-setting /softer", "bad-setting /routes"]),
        // What is found in a screen's own factors is found in a clinic's.
        (never, &["cannot-hold-together /factors/0/when"]),
    ];
    for (settings, expected) in table {
        let expected: Vec<_> = expected.iter().map(|found| format!("{NAME} {found}")).collect();
        assert_eq!(checked(&[(NAME, &settings.to_string())]), expected, "{settings}");
    }
}

#[test]
fn settings_belong_to_the_screen_named_before_them() {
    let own = factor("own_ill", json!({"spray": "stop"}), json!({"item": "ill_today", "is": "yes"}));
    let settings = json!({"region": "us", "routes": ["spray"], "factors": [own]}).to_string();
    assert_eq!(checked(&[("flu.json", SCREEN), ("en.json", WORDS), (NAME, &settings)]), [""; 0]);
    let alone = checked(&[(NAME, &settings)]);
    assert!(alone.contains(&format!("{NAME} unknown-id /factors/0/when")), "{alone:?}");
}
