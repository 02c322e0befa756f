//! Screens that load and are wrong: each proof fails for its reason, with the shortest visit that shows it.

use selfscreen::proof::{self, Counterexample, Inputs, Property};
use selfscreen::questionnaire::{Outcome, Questionnaire, RouteStatus};
use selfscreen::screening::Screening;
use serde_json::{Value, json};

use super::subject::Edited;

/// Shows that a property fails for the edited screen.
#[track_caller]
fn broken(edits: &str, property: Property) -> (Edited, Counterexample) {
    let edited = Edited::with(edits);
    let subject = edited.subject();
    let proof = property.prove(&proof::model(&subject), &subject);
    let found = proof.counterexample().unwrap_or_else(|| panic!("{edits}: {:?}", proof.verdict)).clone();
    (edited, found)
}

#[test]
fn what_no_visit_reaches_is_named() {
    #[rustfmt::skip]
    let table = [
        ("factors/pregnant/when = {\"all\": [{\"item\": \"pregnancy\", \"is\": \"pregnant\"}, {\"item\": \"pregnancy\", \"is\": \"trying\"}]}",
            "factor 'pregnant', certain"),
        ("factors/mania_current/unsure_when = {\"item\": \"mania_now\", \"is\": \"yes\"}", "factor 'mania_current', unsure"),
        // Whatever sets it, a more serious factor of its topic is set as well.
        ("factors/thyroid_treated/when = {\"item\": \"body\", \"includes\": \"hyperthyroid_uncontrolled\"}; factors/thyroid_treated/clinic_may_raise_to = []",
            "factor 'thyroid_treated', certain"),
        ("items/weight_risk/enable_when = {\"all\": [{\"item\": \"dep_trials\", \"is\": \"one\"}, {\"item\": \"dep_trials\", \"is\": \"two\"}]}",
            "question 'weight_risk'; answer 'yes' of 'weight_risk'; answer 'no' of 'weight_risk'; answer 'not_sure' of 'weight_risk'"),
        // Asked only where the crisis panel has ended the visit.
        ("items/weight_risk/enable_when = {\"item\": \"s1_past_month\", \"is\": \"plan_or_intent\"}",
            "question 'weight_risk'; answer 'yes' of 'weight_risk'; answer 'no' of 'weight_risk'; answer 'not_sure' of 'weight_risk'"),
        ("indications/I2/met_when = {\"not\": {\"always\": true}}", "indication 'I2'"),
    ];
    for (edits, missing) in table {
        let (_, found) = broken(edits, Property::Reachable);
        assert_eq!(found.says, format!("No visit reaches: {missing}."), "{edits}");
        assert_eq!(found.visits, [], "no visit shows what none reaches");
    }
}

#[test]
fn an_outcome_and_a_status_that_nothing_gives_are_named() {
    let never = (1..=6).map(|n| format!("indications/I{n}/met_when = {{\"not\": {{\"always\": true}}}}"));
    let (_, found) = broken(&never.collect::<Vec<_>>().join("; "), Property::Reachable);
    for missing in ["outcome 'possible_fit'", "status 'possible_fit' of route 'racemic'", "indication 'I6'"] {
        assert!(found.says.contains(missing), "{missing} in {}", found.says);
    }
}

/// Both visits of a step, and what they come to.
#[track_caller]
fn step(edits: &str) -> (String, Value, Value, [Screening; 2]) {
    let (edited, found) = broken(edits, Property::Riskier);
    let [before, after] = &found.visits[..] else { panic!("a step has two ends") };
    let screened = [before, after].map(|visit| visit.screen(&edited.questionnaire));
    (found.says, edited.answers(before), edited.answers(after), screened)
}

#[test]
fn a_riskier_answer_with_a_milder_outcome_is_shown_before_and_after() {
    #[rustfmt::skip]
    let table = [
        ("factors/substance_use_past/class = \"stop\"; factors/substance_use_active/class = \"review\"",
            "substance_problem", json!({"substances_overview": ["cannabis_most_days"], "substance_problem": "past"}), json!({"substances_overview": ["cannabis_most_days"], "substance_problem": "now"})),
        ("factors/recent_stroke/when = {\"all\": [{\"item\": \"heart\", \"includes\": \"recent_stroke\"}, {\"not\": {\"item\": \"heart\", \"includes\": \"past_stroke\"}}]}",
            "heart", json!({"body_overview": ["ask_all"], "heart": ["recent_stroke"]}), json!({"body_overview": ["ask_all"], "heart": ["recent_stroke", "past_stroke"]})),
        ("factors/drug_use_recent/when = {\"item\": \"drug_times\", \"eq\": 0}; factors/drug_use_recent/class = \"stop\"; - factors/drug_use_recent/unsure_when",
            "drug_times", json!({"substances_overview": ["cannabis_most_days"], "drug_times": 0}), json!({"substances_overview": ["cannabis_most_days"], "drug_times": 1})),
        // A number in the middle: 5 times is milder than 4.
        ("factors/drug_use_recent/when = {\"all\": [{\"item\": \"drug_times\", \"gte\": 0}, {\"not\": {\"item\": \"drug_times\", \"eq\": 5}}]}; factors/drug_use_recent/class = \"stop\"; - factors/drug_use_recent/unsure_when; risk_order/integer/drug_times/also = []",
            "drug_times", json!({"substances_overview": ["cannabis_most_days"], "drug_times": 0}), json!({"substances_overview": ["cannabis_most_days"], "drug_times": 5})),
        // "None of these" is a stop, and any further tick takes it back.
        ("factors/allergy_ketamine/when = {\"item\": \"body\", \"includes\": \"none\"}; factors/allergy_ketamine/unsure_when = {\"item\": \"body_unsure\", \"includes\": \"allergy_ketamine\"}",
            "body", json!({"body_overview": ["reactions"], "body": ["none"]}), json!({"body_overview": ["reactions"], "body": ["liver_other"]})),
    ];
    for (edits, item, before, after) in table {
        let (says, found_before, found_after, screened) = step(edits);
        assert_eq!((&found_before, &found_after), (&before, &after), "{edits}");
        let [before, after] = screened.map(|screening| screening.outcome.expect("a full screening"));
        assert!(before.gravity() > after.gravity(), "{edits}: {before:?} and {after:?}");
        assert_eq!(
            says,
            format!(
                "A riskier answer to '{item}' makes the outcome milder: {} becomes {}.",
                before.as_str(),
                after.as_str()
            )
        );
    }
}

fn fits(screening: &Screening) -> bool {
    screening.outcome == Some(Outcome::PossibleFit)
        || screening.routes.iter().any(|(_, status)| *status == RouteStatus::PossibleFit)
}

/// Every visit with one answer less.
fn shorter<'a>(questionnaire: &'a Questionnaire, visit: &'a Inputs) -> impl Iterator<Item = Inputs> + 'a {
    let answered = questionnaire.item_indices().filter(|item| visit.answers.get(*item).is_some());
    answered.map(|item| {
        let mut shorter = visit.clone();
        shorter.answers.set(item, None);
        shorter
    })
}

#[test]
fn a_doubt_about_safety_that_still_fits_is_shown() {
    // Without the rule for blank safety questions, everything about safety may be skipped.
    let (edited, found) = broken(
        "- factors/unanswered_safety; information/leave_out_factors = []; summary/leave_out_factors = []",
        Property::Doubt,
    );
    assert_eq!(found.says, "The safety question 'emergency_now' is skipped, and a route is a possible fit.");
    let [visit] = &found.visits[..] else { panic!("one visit shows it") };
    assert_eq!(
        edited.answers(visit),
        json!({"age_band": "age_18_24", "conditions": ["depression"], "dep_trials": "two", "daily_life": "a_lot"})
    );
    assert!(fits(&visit.screen(&edited.questionnaire)));
    for shorter in shorter(&edited.questionnaire, visit) {
        assert!(!fits(&shorter.screen(&edited.questionnaire)), "{}", edited.answers(&shorter));
    }
}

#[test]
fn a_not_sure_that_no_rule_hears_is_shown_in_an_otherwise_healthy_visit() {
    let (edited, found) = broken("- factors/mania_current/unsure_when", Property::Doubt);
    assert_eq!(found.says, "The safety question 'mania_now' is answered 'not_sure', and a route is a possible fit.");
    let [visit] = &found.visits[..] else { panic!("one visit shows it") };
    let answers = edited.answers(visit);
    assert_eq!(answers["mania_now"], "not_sure");
    assert!(fits(&visit.screen(&edited.questionnaire)), "{answers}");
    assert!(
        shorter(&edited.questionnaire, visit).all(|shorter| !fits(&shorter.screen(&edited.questionnaire))),
        "{answers}"
    );
}
