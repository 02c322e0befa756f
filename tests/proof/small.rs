//! A small screen, gone through whole: every answer and every setting, in the model and in the program.

use selfscreen::proof::risk_order::RiskOrder;
use selfscreen::proof::{self, Property, Subject};
use selfscreen::questionnaire::{File, ItemIndex, ItemKind, OptionSet, Questionnaire, Special};
use selfscreen::screening::{Answer, Answers};
use serde_json::{Map, Value, json};

use super::agree::assert_agrees;
use crate::content::edit::Files;

/// Two routes, every kind of item, a mean, a count, doubts, a topic, raises, an age limit and a scale that may be switched off.
fn small() -> (Questionnaire, RiskOrder) {
    let mut screen = Files::new().screen;
    let mut set = |key: &str, value: Value| screen[key] = value;
    set("option_sets", json!([]));
    set("defs", json!([{"id": "adult", "when": {"not": {"item": "age", "is": "child"}}}]));
    set(
        "sections",
        json!([
            {"id": "first", "pages": [
                {"id": "about", "items": [
                    {"link_id": "age", "type": "choice", "safety": true, "answer_options": [{"code": "child"}, {"code": "old"}]},
                    {"link_id": "sought", "type": "multi_choice", "answer_options": [{"code": "low"}, {"code": "worry"}]},
                ]},
            ]},
            {"id": "second", "enable_when": {"ref": "adult"}, "pages": [
                {"id": "mood", "enable_when": {"all": [{"item": "sought", "includes": "low"}, {"scale_on": "mood"}]}, "items": [
                    {"link_id": "mood_1", "type": "scale", "min": 0, "max": 1},
                    {"link_id": "mood_2", "type": "scale", "min": 0, "max": 1},
                ]},
                {"id": "health", "items": [
                    {"link_id": "ill", "type": "multi_choice", "safety": true, "answer_options": [{"code": "heart"}, {"code": "lung"}],
                        "specials": ["none", "not_sure"]},
                    {"link_id": "drinks", "type": "integer", "min": 0, "max": 5, "specials": ["rather_not_say"],
                        "enable_when": {"not": {"item": "ill", "includes": "heart"}}, "safety": true},
                ]},
            ]},
        ]),
    );
    set(
        "scores",
        json!([{"id": "mood", "method": "mean", "items": ["mood_1", "mood_2"], "missing": "none", "range": [0, 1],
        "bands": [{"from": 0, "to": 1}], "sources": ["phq"]}]),
    );
    let condition = |id: &str, routes: Value| json!({"id": id, "chosen_when": {"item": "sought", "includes": id}, "tier": "weak", "routes": routes, "sources": ["phq"]});
    set("conditions", json!([condition("low", json!(["drip", "spray"])), condition("worry", json!(["drip"]))]));
    let low = json!({"any": [{"score": "mood", "gte": 0.5}, {"score": "mood", "available": false}]});
    set(
        "indications",
        json!([{"id": "I1", "condition": "low", "met_when": {"all": [{"item": "sought", "includes": "low"}, low]},
        "unclear_when": {"always": true}, "routes": ["drip", "spray"]}]),
    );
    set("routes", json!([{"id": "drip", "sources": ["phq"]}, {"id": "spray", "sources": ["phq"]}]));
    set("fallback_routes", json!(["spray", "drip"]));
    set(
        "factors",
        json!([
            {"id": "child", "topic": "age", "class": "stop", "when": {"item": "age", "is": "child"}, "sources": ["phq"]},
            {"id": "old", "topic": "age", "class": "note", "clinic_may_raise_to": [], "when": {"item": "age", "is": "old"}, "sources": ["phq"]},
            {"id": "heart", "topic": "ill", "class": {"drip": "review", "spray": "stop"}, "clinic_may_raise_to": ["stop", "urgent"],
                "when": {"item": "ill", "includes": "heart"}, "unsure_when": {"item": "ill", "includes": "not_sure"}, "sources": ["phq"]},
            {"id": "lung", "topic": "ill", "class": "review", "clinic_may_raise_to": [], "when": {"item": "ill", "includes": "lung"}, "sources": ["phq"]},
            {"id": "drinks", "class": "urgent", "when": {"item": "drinks", "gte": 4}, "sources": ["phq"]},
            {"id": "gap", "class": "review", "clinic_may_raise_to": [], "when": {"safety_gap": true}, "sources": ["phq"]},
        ]),
    );
    set("other_options_reasons", json!([]));
    set("age_limits", json!([{"setting": "maximum_age", "value": 64, "factors": ["old"]}]));
    set(
        "risk_order",
        json!({"choice": {"age": [["old"], ["child"]]}, "integer": {"drinks": {"from": 0, "also": []}},
        "ticks": {"ill": "all"}}),
    );
    set("summary", json!({}));
    set("information", json!({"leave_out_factors": [], "blocks": []}));
    for entry in screen["outcomes"].as_array_mut().expect("a list") {
        entry.as_object_mut().expect("an object").remove("minor_factor");
        entry.as_object_mut().expect("an object").remove("main_action_waits_for");
    }
    let child = json!({"item": "age", "is": "child"});
    screen["crisis"]["pause"] = json!({"after_page": "about", "when": child, "spoken_when": child});
    screen["crisis"]["banner_when"] = child;
    screen["crisis"]["emergency_factor"] = json!("drinks");
    proof::read(File { name: "small.json", text: &screen.to_string() }).expect("the small screen loads")
}

/// Every answer an item can have as it is read, "left blank" first.
fn answers_of(questionnaire: &Questionnaire, item: ItemIndex) -> Vec<Option<Answer>> {
    let asked = &questionnaire[item];
    let numbers: Vec<i32> = match asked.kind {
        ItemKind::Integer { min, max } | ItemKind::Scale { min, max } => (min..=max).collect(),
        ItemKind::Choice | ItemKind::MultiChoice => Vec::new(),
    };
    let none = asked.special(Special::None);
    let set = |bits: usize| {
        (0..asked.options.len()).filter(|option| bits >> option & 1 == 1).fold(OptionSet::default(), OptionSet::with)
    };
    let sets = (1..1_usize << asked.options.len()).map(set).filter(|ticks| match asked.kind {
        ItemKind::MultiChoice => !none.is_some_and(|none| ticks.contains(none) && ticks.len() > 1),
        _ => ticks.len() == 1,
    });
    let given = numbers.into_iter().map(Answer::Number).chain(sets.map(Answer::Options));
    [None].into_iter().chain(given.map(Some)).collect()
}

/// Every set of settings that is allowed.
fn all_settings() -> Vec<Map<String, Value>> {
    let mut all = Vec::new();
    for routes in [json!(["drip"]), json!(["spray"]), json!(["drip", "spray"])] {
        for off in [json!([]), json!(["mood"])] {
            for heart in [None, Some("stop"), Some("urgent")] {
                for age in [None, Some(64)] {
                    let mut settings = json!({"region": "us", "routes": routes, "scales_off": off});
                    heart.into_iter().for_each(|class| settings["stricter"] = json!({"heart": class}));
                    age.into_iter().for_each(|age| settings["maximum_age"] = json!(age));
                    all.push(settings.as_object().expect("an object").clone());
                }
            }
        }
    }
    all
}

#[test]
fn the_model_agrees_with_the_program_for_every_answer_and_every_setting_of_a_small_screen() {
    let (questionnaire, risk_order) = small();
    let subject = Subject { questionnaire: &questionnaire, words: Vec::new(), risk_order };
    let model = proof::model(&subject).unwrap_or_else(|_| panic!("the small screen fits"));
    let choices: Vec<_> = questionnaire.item_indices().map(|item| answers_of(&questionnaire, item)).collect();
    let all: usize = choices.iter().map(Vec::len).product();
    let settings = all_settings();
    let proofs = proof::prove(&subject);
    assert_eq!(
        (proofs.answers.to_string(), proofs.settings.to_string()),
        (all.to_string(), settings.len().to_string())
    );
    for number in 0..all {
        let (mut answers, mut rest) = (Answers::none(&questionnaire), number);
        for (item, choices) in questionnaire.item_indices().zip(&choices) {
            answers.set(item, choices[rest % choices.len()]);
            rest /= choices.len();
        }
        // Every answer with some of the settings, in turn, so that each pair of values is met.
        for settings in settings.iter().skip(number % 6).step_by(6) {
            assert_agrees(&model, &answers, settings);
        }
    }
}

#[test]
fn the_proofs_are_of_any_screen_and_find_what_is_wrong_with_a_small_one() {
    let (questionnaire, risk_order) = small();
    let subject = Subject { questionnaire: &questionnaire, words: Vec::new(), risk_order };
    let proofs = proof::prove(&subject).proofs;
    let failed: Vec<_> = proofs.iter().filter(|proof| !proof.holds()).map(|proof| proof.property).collect();
    assert_eq!(failed, [Property::Riskier], "the small screen is made to be gone through, not to be used");
    let found = proofs[4].counterexample().expect("it fails");
    assert_eq!(proof::first_failure(&subject).map(|proof| proof.property), Some(Property::Riskier));
    let outcomes: Vec<_> = found.visits.iter().map(|visit| visit.screen(&questionnaire).outcome).collect();
    assert!(
        outcomes[0].map(|outcome| outcome.gravity()) > outcomes[1].map(|outcome| outcome.gravity()),
        "{outcomes:?}"
    );
}
