//! Own factors: what they set, on which route, and in which words.

use selfscreen::questionnaire::Questionnaire;
use selfscreen::screening::{Answers, screen};
use selfscreen::settings::settle;
use serde_json::{Value, json};

use super::settings::{factor, made, migraine, with};
use crate::common::{ketamine, outcome, person, settings_json};

/// The outcome, the factors and the route statuses in words.
fn screened(questionnaire: &Questionnaire, answers: &Answers, config: &str) -> [String; 3] {
    let (settings, problems) = settle(questionnaire, &settings_json(config));
    assert_eq!(problems, []);
    let screening = screen(questionnaire, answers, &settings);
    let factor = |factor: &selfscreen::screening::Factor| {
        format!("{} {} {}", questionnaire[factor.rule].id, factor.headline.as_str(), factor.certainty.as_str())
    };
    let factors: Vec<_> = screening.factors.iter().map(factor).collect();
    let routes: Vec<_> = screening.routes.iter().map(|(_, status)| status.as_str()).collect();
    [outcome(&screening).to_owned(), factors.join(", "), routes.join(" ")]
}

const NEW: &str = r#"{"item": "prior_ketamine", "is": "helped"}"#;

/// An own factor's class, `when` and `unsure_when`; a baseline and what is different; what comes out.
#[test]
fn an_own_factor_counts_like_any_other() {
    let spray = "possible_fit not_now possible_fit";
    let rather_not = r#"{"item": "prior_ketamine", "is": "not_sure"}"#;
    #[rustfmt::skip]
    let table = [
        (json!("note"),   NEW, "prior_ketamine=no", ["possible_fit", "", "possible_fit possible_fit possible_fit"]),
        (json!("note"),   NEW, "prior_ketamine=helped", ["possible_fit", "own_x note certain", "possible_fit possible_fit possible_fit"]),
        (json!("review"), NEW, "prior_ketamine=helped", ["clinician_first", "own_x review certain", "clinician_first clinician_first clinician_first"]),
        (json!("stop"),   NEW, "prior_ketamine=helped", ["not_now", "own_x stop certain", "not_now not_now not_now"]),
        (json!("stop"),   NEW, "prior_ketamine=not_sure", ["clinician_first", "own_x review unsure", "clinician_first clinician_first clinician_first"]),
        (json!({"esketamine": "stop"}), NEW, "prior_ketamine=helped", ["possible_fit", "own_x stop certain", spray]),
    ];
    for (class, when, changes, expected) in table {
        let mut own = factor("own_x", class.clone(), serde_json::from_str(when).expect("JSON"));
        own["unsure_when"] = serde_json::from_str(rather_not).expect("JSON");
        let questionnaire = with(&[own]);
        // What the screen itself says of it is compared, not repeated here.
        let [_, screens_own, _] = screened(&ketamine(), &person("trd", changes), "");
        let [outcome, factors, routes] = screened(&questionnaire, &person("trd", changes), "");
        let factors: Vec<_> = factors.split(", ").filter(|factor| !screens_own.contains(factor)).collect();
        assert_eq!([outcome, factors.join(", "), routes], expected, "{class} with {changes}");
    }
}

#[test]
fn an_own_factor_hides_none_and_is_hidden_by_none() {
    // The screen lists one factor on blood pressure at a time; the clinic's stands beside it.
    let own = factor("own_pressure", json!("stop"), json!({"item": "bp_reading", "is": "from_140_90"}));
    let [outcome, factors, _] = screened(&with(&[own]), &person("trd", "bp_reading=from_140_90"), "");
    assert_eq!(
        (outcome.as_str(), factors.as_str()),
        ("not_now", "own_pressure stop certain, bp_raised review certain")
    );
}

#[test]
fn own_factors_work_beside_stricter_settings() {
    let own = factor("own_spray", json!("note"), json!({"route_offered": "esketamine"}));
    let questionnaire = with(&[own]);
    let [outcome, factors, _] =
        screened(&questionnaire, &person("trd", "bp_reading=from_140_90"), "stricter.bp_raised=stop");
    assert_eq!((outcome.as_str(), factors.as_str()), ("not_now", "bp_raised stop certain, own_spray note certain"));
    let (_, problems) = settle(&questionnaire, &settings_json("stricter.own_spray=stop"));
    assert_eq!(problems.len(), 1, "a clinic that wants another class writes it: {problems:?}");
}

#[test]
fn an_own_factor_brings_its_words_and_its_source() {
    let own = migraine(r#"can_change = "It may get better."; source/year = 2025"#);
    let made =
        made(&json!({"factors": [own, factor("own_b", json!("note"), json!({"always": true}))]})).expect("sound");
    let questionnaire = &made.questionnaire;
    let rule = &questionnaire[questionnaire.rule("own_migraine").expect("it is there")];
    assert_eq!((rule.topic.as_str(), rule.may_raise_to.len()), ("own_migraine", 0));
    let [source] = rule.sources.as_slice() else { panic!("one source: {:?}", rule.sources) };
    let source = &questionnaire.sources[*source];
    assert_eq!((source.title.as_str(), source.year), ("Protocol of Harbor Clinic", Some(2025)));
    for (key, text) in [
        ("text", "what you told us"),
        ("why", "Why it matters here."),
        ("ask_the_clinic", "What does it mean for me?"),
        ("can_change", "It may get better."),
    ] {
        assert_eq!(&*made.words.text(&format!("factors.own_migraine.{key}")), text);
    }
}

/// The built-in screen in the one language that own factors are in.
fn in_english() -> Questionnaire {
    let mut questionnaire = (*ketamine()).clone();
    questionnaire.languages = vec!["en".to_owned()];
    questionnaire
}

#[test]
fn without_own_factors_the_screen_is_the_built_in_one() {
    for settings in [json!({}), json!({"region": "us", "routes": ["kap"]}), json!({"factors": []})] {
        let made = made(&settings).expect("sound");
        assert_eq!(*made.questionnaire, in_english(), "{settings}");
    }
}

#[test]
fn what_the_screen_says_itself_is_left_as_it_is() {
    let questionnaire = with(&[migraine("")]);
    let mut without = (*questionnaire).clone();
    without.rules.pop();
    without.sources.pop();
    // Only the hash tells of them besides.
    assert_ne!(without.hash, ketamine().hash);
    without.hash.clone_from(&ketamine().hash);
    assert_eq!(without, in_english());
    let value: Value = json!({"factors": [migraine("")]});
    let (made, plain) = (made(&value).expect("sound"), made(&json!({})).expect("sound"));
    assert!(plain.words.iter().all(|(path, text)| made.words.get(path).as_deref() == Some(text)));
}
