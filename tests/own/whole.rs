//! A whole screen of a clinic's own, in its settings.

use serde_json::{Value, json};

use super::settings::{factor, found, made};

pub const SCREEN: &str = include_str!("../../assets/screens/flu_vaccine/screen.json");
pub const WORDS: &str = include_str!("../../assets/screens/flu_vaccine/en.json");

/// Settings with the example screen, with one place changed, taken away, or added to (`list/-`).
#[track_caller]
fn changed(pointer: &str, value: Option<Value>) -> Value {
    let json = |text| serde_json::from_str::<Value>(text).expect("JSON");
    let mut settings = json!({"screen": json(SCREEN), "words": {"en": json(WORDS)}});
    let Some(value) = value else {
        let (outer, key) = pointer.rsplit_once('/').expect("a place");
        let outer = settings.pointer_mut(outer).and_then(Value::as_object_mut).expect("an object");
        outer.remove(key).expect("a key");
        return settings;
    };
    if let Some(list) = pointer.strip_suffix("/-") {
        settings.pointer_mut(list).and_then(Value::as_array_mut).expect("a list").push(value);
        return settings;
    }
    match settings.pointer_mut(pointer) {
        Some(place) => *place = value,
        None => {
            let (outer, key) = pointer.rsplit_once('/').expect("a place");
            settings.pointer_mut(outer).expect("it is there")[key] = value;
        }
    }
    settings
}

#[test]
fn a_whole_screen_takes_the_place_of_the_built_in_one() {
    let made = made(&changed("/region", Some(json!("us")))).expect("sound");
    assert_eq!(made.questionnaire.id.as_str(), "flu_vaccine");
    assert_eq!(&*made.words.text("intro.heading"), "Is today a good day to ask for a flu vaccine?");
}

#[test]
fn own_factors_come_on_top_of_it_too() {
    let own = factor("own_first", json!({"injection": "review"}), json!({"item": "ill_today", "is": "yes"}));
    let made = made(&changed("/factors", Some(json!([own])))).expect("sound");
    assert!(made.questionnaire.rule("own_first").is_some() && made.questionnaire.rule("ill_now").is_some());
}

#[test]
fn what_is_wrong_with_it_is_named_at_its_place_in_the_settings() {
    #[rustfmt::skip]
    let table = [
        ("/screen/factors/1/when/is", Some(json!("new_born")), vec!["unknown-option /screen/factors/1/when/is (age_under_6_months)"]),
        ("/screen/factors/1/sources", Some(json!([])), vec!["without-source /screen/factors/1 (age_under_6_months)"]),
        ("/screen/crisis", None, vec!["wrong-shape /screen (flu_vaccine)"]),
        ("/screen/outcomes/1/blocks", Some(json!(["factors"])), vec!["missing-block /screen/outcomes/1/blocks (not_now)"]),
        ("/screen/outcomes/0/blocks", Some(json!(["horoscope"])), vec!["unknown-word /screen/outcomes/0/blocks/0 (urgent)"]),
        ("/screen/outcomes/0/blocks", Some(json!(["session"])), vec!["unknown-id /screen/outcomes/0/blocks (urgent)"]),
        ("/screen/crisis/pause", Some(json!({"after_page": "safety"})), vec!["wrong-shape /screen/crisis/pause (flu_vaccine)"]),
        ("/screen/blocks/2/id", Some(json!("horoscope")), vec!["unknown-id /screen/outcomes/1/blocks (not_now)", "unknown-word /screen/blocks/2/id (horoscope)"]),
        ("/screen/risk_order", Some(json!({"choice": {"a/b~c": 3}})), vec!["wrong-shape /screen/risk_order/choice/a~1b~0c (flu_vaccine)"]),
        ("/words/en/ui/a~b", Some(json!("A")), vec!["unused-text /words/en/ui/a~0b (ui.a~b)"]),
        ("/words/a~b", Some(json!({})), vec!["own-words /words/a~0b ()"]),
        ("/screen", Some(json!("flu")), vec!["wrong-shape /screen ()"]),
        ("/words/en/intro/start", None, vec!["missing-text /words/en/intro/start (intro.start)"]),
        ("/words/en/ui/more", Some(json!("More")), vec!["unused-text /words/en/ui/more (ui.more)"]),
        ("/words/en/footer", Some(json!(3)), vec!["wrong-shape /words/en/footer ()"]),
        ("/words", None, vec!["own-words /words ()"]),
        ("/words", Some(json!({"de": {}})), vec!["own-words /words ()", "own-words /words/de ()"]),
        ("/words/de", Some(json!({})), vec!["own-words /words/de ()"]),
    ];
    for (pointer, value, expected) in table {
        let settings = changed(pointer, value.clone());
        assert_eq!(found(&settings), expected, "{pointer} = {value:?}");
    }
}

/// A block or a part that the example screen does not have; a text that it needs as soon as it has.
#[test]
fn texts_are_asked_for_where_something_shows_them_and_nowhere_else() {
    let pause = json!({"after_page": "safety", "when": {"safety_gap": true}});
    #[rustfmt::skip]
    let table = [
        ("/screen/blocks/-", json!({"id": "unknowns"}), "blocks.unknowns.heading"),
        ("/screen/blocks/-", json!({"id": "session"}), "routes.spray.session"),
        ("/screen/blocks/-", json!({"id": "approval"}), "routes.spray.approval.default"),
        ("/screen/blocks/-", json!({"id": "crisis_banner"}), "crisis.banner.text"),
        ("/screen/crisis/pause", pause, "crisis.pause.keep_going"),
        ("/screen/summary", json!({"leave_out_items": ["gbs"]}), "summary.tick_text"),
        ("/screen/outcomes/1/minor_factor", json!("age_under_6_months"), "outcomes.not_now.next_step_under_18"),
    ];
    for (pointer, value, text) in table {
        let found = found(&changed(pointer, Some(value)));
        let expected = format!("missing-text /words/en/{} ({text})", text.replace('.', "/"));
        assert!(found.contains(&expected), "{pointer} needs {text}: {found:#?}");
    }
}
