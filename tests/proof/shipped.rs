//! What is shipped is proved.

use selfscreen::proof::{self, Property, Verdict};
use serde_json::Value;

use super::subject::Edited;

#[test]
fn all_ten_properties_of_the_built_in_screen_are_proved_and_told() {
    let shipped = Edited::shipped();
    let proofs = proof::prove(&shipped.subject());
    let mut text = Vec::new();
    proofs.write_text(&mut text).expect("a list of bytes takes everything");
    let text = String::from_utf8(text).expect("the report is text");
    assert!(proofs.hold(), "{text}");
    assert_eq!(proofs.proofs.len(), 10);
    assert!(text.contains("10 of 10 proved"), "{text}");
    let numbers: Vec<_> = proofs.proofs.iter().map(|proof| proof.property.number()).collect();
    assert_eq!(numbers, (1..=10).collect::<Vec<_>>());

    let json = proofs.to_json();
    assert_eq!(json["answers"], proofs.answers.to_string());
    for proof in json["proofs"].as_array().expect("a list") {
        assert_eq!(proof["verdict"], "proved", "{proof}");
        assert!(proof["says"].as_array().is_some_and(|says| !says.is_empty()), "{proof}");
    }
}

#[test]
fn the_longest_path_and_what_a_clinic_changes_are_shown_by_visits_that_do_it() {
    let shipped = Edited::shipped();
    let (questionnaire, subject) = (&shipped.questionnaire, shipped.subject());
    let model = proof::model(&subject);
    let examples = |property: Property| match property.prove(&model, &subject).verdict {
        Verdict::Held { examples, .. } => examples,
        other => panic!("{other:?}"),
    };
    let [(says, longest)] = &examples(Property::Ends)[..] else { panic!("there is one longest path") };
    let screening = longest.screen(questionnaire);
    assert_eq!(screening.enabled.len(), 83);
    assert!(
        says.contains("30 of 30 pages and 83 of 84 questions") && says.ends_with("It leaves out: mood_stabiliser."),
        "{says}"
    );

    let switches = examples(Property::Stricter);
    assert!(!switches.is_empty());
    for (says, visit) in switches {
        let before = visit.screen(questionnaire).outcome.map(|outcome| outcome.as_str());
        let after = switched(&visit, &says).screen(questionnaire).outcome.map(|outcome| outcome.as_str());
        let told = format!("{} becomes {}.", before.unwrap_or_default(), after.unwrap_or_default());
        assert!(says.ends_with(&told), "{says} but {told}");
    }
}

/// The same visit with what the words between quotes name switched: a scale off, or a route offered.
fn switched(visit: &proof::Inputs, says: &str) -> proof::Inputs {
    let id = says.split('\'').nth(1).expect("an id between quotes");
    let mut visit = visit.clone();
    let key = if says.starts_with("Offering") { "routes" } else { "scales_off" };
    let list = visit.settings.entry(key).or_insert_with(|| Value::Array(Vec::new()));
    list.as_array_mut().expect("a list").push(id.into());
    visit
}
