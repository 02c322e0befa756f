//! `selfscreen explain`, and `evaluate --why`, which says the same for programs.

use selfscreen::screens::{KETAMINE, KETAMINE_EN};
use serde_json::{Value, json};

use super::started::{case, file, run};
use crate::common::given;

/// What `explain` prints for a case.
#[track_caller]
fn explained(case: &str) -> String {
    let output = run(&["explain"], case.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the output is text")
}

/// The first factor of a case, as `evaluate --why` prints it.
fn first_factor(arguments: &[&str], case: &str) -> Value {
    let output = run(&[&["evaluate"], arguments].concat(), case.as_bytes());
    let line: Value = serde_json::from_slice(&output.stdout).expect("one line of JSON");
    line["factors"][0].clone()
}

#[test]
fn each_factor_has_its_class_the_answers_that_set_it_why_and_its_source() {
    #[rustfmt::skip]
    let table = [
        ("heart=past_stroke", vec![
            "Outcome: Talk with a clinician first (clinician_first)",
            "1. You had a stroke or TIA more than 6 months ago. (past_stroke)\n   Class: review, certain\n   Set by:\n   - Do you have, or have you had, any of these? \"A stroke or TIA more than 6 months ago\"\n   Why: Your risk from a blood-pressure rise must be judged.\n   Source: ",
        ]),
        ("heart=not_sure heart_unsure=brain_bleed", vec![
            "1. You weren't sure whether you have or had bleeding in the brain. (brain_bleed)\n   Class: review, unsure\n",
            "   - Heart and blood vessels: Which of these are you not sure about? \"Bleeding in the brain, ever\"\n",
        ]),
        ("heart=-", vec![
            "(unanswered_safety)", "   - Do you have, or have you had, any of these? left blank\n",
        ]),
        ("pregnancy=rather_not_say", vec!["   - Which of these fits you best? \"I'd rather not say\"\n"]),
        // What the rule asks for, and what was answered.
        ("drug_times=5", vec!["for nonmedical reasons? \"1 or more times\" (5)\n"]),
        ("auditc_1=four_plus_a_week auditc_2=three_or_four auditc_3=never", vec!["   - AUDIT-C score of \"5 or more\" (5)\n"]),
        // What was not so.
        ("phq8_*=several_days", vec![
            "   - PHQ-8 score of \"less than 10\" (8)\n   - no PHQ-8 score of \"10 or more\" (8)\n",
            "   - What would you like help with? not \"OCD\" (\"Depression\")\n",
        ]),
        ("", vec!["Outcome: It may be worth a consultation (possible_fit)\n\nNo answer set a factor.\n"]),
    ];
    for (changes, expected) in table {
        let text = explained(&case("x", &json!(given("trd", changes))));
        for part in expected {
            assert!(text.contains(part), "{changes} says '{part}':\n{text}");
        }
    }
}

#[test]
fn what_the_clinic_made_stricter_or_added_is_explained_too() {
    let own = json!([{
        "id": "own_new", "class": "review", "when": {"item": "prior_ketamine", "is": "no"}, "text": "new to you", "why": "We ask first.",
        "ask_the_clinic": "What would it be like?", "source": {"title": "Our protocol"},
    }]);
    #[rustfmt::skip]
    let table = [
        (json!({"stricter": {"past_stroke": "stop"}}), "Class: stop, certain; review unless a clinic makes it stricter\n"),
        (json!({"factors": own}), "You told us: new to you. (own_new)\n   Class: review, certain\n   Set by:\n   - Have you had ketamine or esketamine as treatment before? \"No\"\n   Why: We ask first.\n   Source: Our protocol\n"),
        (json!({"booking_url": "harbor"}), "\nNot valid:\n- "),
        (json!({"mode": "information_only"}), "Outcome: no personal result\n"),
    ];
    for (config, expected) in table {
        let mut case =
            json!({"config": {"region": "us", "routes": ["racemic"]}, "answers": given("trd", "heart=past_stroke")});
        case["config"].as_object_mut().expect("an object").extend(config.as_object().expect("an object").clone());
        let text = explained(&format!("{case:#}"));
        assert!(text.contains(expected), "{config} says '{expected}':\n{text}");
    }
}

#[test]
fn a_case_and_a_screen_may_be_files() {
    let [screen, words] = [KETAMINE, KETAMINE_EN]
        .map(|shipped| file(&format!("explain-{}", shipped.name.replace('/', "-")), shipped.text));
    let named = file("explain-case.json", &case("x", &json!({"age_band": "under_18"})));
    let output = run(&["explain", &named, "--screen", &screen, "--words", &words], b"");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("   - How old are you? \"Under 18\"\n"), "{text}");
}

#[test]
fn why_adds_the_evidence_of_each_factor_in_words_and_with_its_items() {
    let case = case("x", &json!(given("trd", "mania_now=not_sure")));
    let question = "Over the past week, have you felt so high, speeded up or irritable that others noticed, and full of energy on much less sleep?";
    let told = json!([{"text": format!("{question} \"I'm not sure\""), "items": ["mania_now"]}]);
    let factor = json!({"id": "mania_current", "class": "review", "certainty": "unsure"});
    assert_eq!(first_factor(&[], &case), factor);
    let factor = json!({"id": "mania_current", "class": "review", "certainty": "unsure", "evidence": told});
    assert_eq!(first_factor(&["--why"], &case), factor);
    let [screen, words] =
        [KETAMINE, KETAMINE_EN].map(|shipped| file(&format!("why-{}", shipped.name.replace('/', "-")), shipped.text));
    assert_eq!(first_factor(&["--why", "--screen", &screen, "--words", &words], &case), factor);
}

#[test]
fn what_cannot_be_explained_is_said() {
    let broken = file("explain-broken.json", "{}");
    #[rustfmt::skip]
    let table = [
        (vec!["explain"], "what?", 1, "error[not-json] "),
        (vec!["explain"], "{\"id\": 1}", 1, "error[answers-missing] "),
        (vec!["explain"], "{\"settings\": {}, \"answers\": {}}", 1, "error[unknown-key] "),
        (vec!["explain", "nowhere.json"], "", 2, "nowhere.json"),
        (vec!["explain", "--screen", &broken], "", 2, "--words"),
        (vec!["explain", "--screen", &broken, "--words", &broken], "", 1, "error[wrong-shape]"),
        (vec!["evaluate", "--why", "--screen", &broken], "", 2, "--words"),
        (vec!["evaluate", "--screen", &broken, "--words", &broken], "", 2, "--why"),
    ];
    for (arguments, input, code, expected) in table {
        let output = run(&arguments, input.as_bytes());
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), told.contains(expected)), (Some(code), true), "{arguments:?}: {told}");
        assert_eq!(output.stdout, b"", "{arguments:?}");
    }
}
