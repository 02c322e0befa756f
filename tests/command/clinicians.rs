//! Every snippet of `docs/for-clinicians.md`, as it is written there.

use serde_json::{Value, json};

use super::started::{file, run};

const DOCUMENT: &str = include_str!("../../docs/for-clinicians.md");

/// The fenced parts of one kind.
fn snippets(kind: &str) -> Vec<&'static str> {
    let fence = format!("```{kind}\n");
    let parts = DOCUMENT.split(fence.as_str()).skip(1);
    parts.map(|part| part.split("```").next().expect("a part has a beginning")).collect()
}

#[test]
fn the_settings_are_sound() {
    let settings = snippets("json");
    assert_eq!(settings.len(), 2);
    for (place, text) in settings.iter().enumerate() {
        let file = file(&format!("for-clinicians-{place}.json"), text);
        let output = run(&["check", "--strict", "--no-proofs", "--today", "2026-12-02", &file], b"");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(0), "{text}{told}");
    }
}

#[test]
fn the_tag_has_no_problem_and_sets_the_ages() {
    let tags = snippets("html");
    let [tag] = tags.as_slice() else { panic!("{} tags", tags.len()) };
    let attributes = tag.split('"').collect::<Vec<_>>();
    let attributes: Vec<_> = attributes
        .chunks_exact(2)
        .flat_map(|pair| [pair[0].rsplit([' ', '<']).next().unwrap_or_default().trim_end_matches('='), pair[1]])
        .map(str::to_owned)
        .collect();
    assert_eq!(attributes.len(), 8, "{attributes:?}");
    let questionnaire = crate::common::ketamine();
    let given = selfscreen::settings::from_page(&attributes, &[]);
    let (settings, problems) = selfscreen::settings::settle_given(&questionnaire, &given);
    assert_eq!(problems, []);
    assert!(settings.raises.iter().any(|class| class.as_str() == "stop"), "an age is raised");
}

#[test]
fn the_case_comes_out_as_a_clinician_expects_and_says_why() {
    let lines = snippets("sh");
    let cases = lines.iter().zip(["evaluate", "explain"]).map(|(line, command)| {
        assert!(line.trim_end().ends_with(&format!("| cargo run -- {command}")), "{line}");
        line.split('\'').nth(1).expect("the case stands in quotes")
    });
    let [case, again] = cases.collect::<Vec<_>>()[..] else { panic!("{} commands", lines.len()) };
    assert_eq!(case, again, "both are of the same person");
    let text = run(&["explain"], case.as_bytes()).stdout;
    assert!(String::from_utf8_lossy(&text).contains("(past_stroke)\n   Class: review, certain\n   Set by:\n   - "));
    let output = run(&["evaluate"], format!("{case}\n").as_bytes());
    let told: Value = serde_json::from_slice(&output.stdout).expect("one line of JSON");
    assert_eq!((output.status.code(), &told["outcome"]), (Some(0), &json!("clinician_first")));
    let listed: Vec<_> = told["factors"].as_array().expect("a list").iter().map(|factor| &factor["id"]).collect();
    assert!(listed.contains(&&json!("past_stroke")), "{listed:?}");
    assert_eq!(told.get("problems"), None);
}
