//! Properties that no screen which loads can break: shown to fail on a model that is broken by hand.

use selfscreen::proof::diagram::{Diagram, Drawn, TooLarge};
use selfscreen::proof::model::Model;
use selfscreen::proof::{Counterexample, Property, order_free};
use selfscreen::questionnaire::{Class, OptionSet, Outcome, Questionnaire};
use selfscreen::screening::{Answers, Json};
use serde_json::json;

use super::subject::Edited;

/// Shows that a property fails for the built-in screen once its model is broken.
#[track_caller]
fn broken(property: Property, spoil: fn(&mut Model) -> Drawn<()>) -> (Edited, Counterexample) {
    let shipped = Edited::shipped();
    let subject = shipped.subject();
    let mut model = selfscreen::proof::model(&subject).unwrap_or_else(|_| panic!("the built-in screen fits"));
    spoil(&mut model).unwrap_or_else(|_| panic!("the broken model fits"));
    let proof = property.prove(&Ok(model), &subject);
    let found = proof.counterexample().unwrap_or_else(|| panic!("{:?}", proof.verdict)).clone();
    (shipped, found)
}

/// Where an option is chosen, asked or not.
fn option(model: &Model, link_id: &str, code: &str) -> Drawn<Diagram> {
    let item = model.questionnaire.item(link_id).expect("an item");
    model.picked(item, model.questionnaire[item].option(code).expect("an option"))
}

#[track_caller]
fn assert_shows(property: Property, spoil: fn(&mut Model) -> Drawn<()>, says: &str, answers: &[serde_json::Value]) {
    let (shipped, found) = broken(property, spoil);
    assert_eq!(found.says, says);
    let visits: Vec<_> = found.visits.iter().map(|visit| shipped.answers(visit)).collect();
    assert_eq!(visits, answers, "{says}");
}

#[test]
fn a_question_that_hangs_on_a_later_one_is_named() {
    assert_shows(
        Property::Ends,
        |model| {
            model.enabled[0] = option(model, "heart", "none")?;
            Ok(())
        },
        "Whether 'who' is asked hangs on 'heart', which does not come before it.",
        &[],
    );
}

#[test]
fn two_outcomes_and_none_are_shown() {
    assert_shows(
        Property::OneOutcome,
        |model| {
            model.judged.outcomes[Outcome::NotNow as usize] =
                model.outcome(Outcome::Urgent).or(model.outcome(Outcome::NotNow))?;
            Ok(())
        },
        "There is no outcome, or more than one.",
        &[json!({"s3_safe_now": "no"})],
    );
    assert_shows(
        Property::OneOutcome,
        |model| {
            model.judged.outcomes[Outcome::NotNow as usize] = model.board.never.clone();
            Ok(())
        },
        "There is no outcome, or more than one.",
        // A clinic that raises a doubt about the age to a stop needs no answer for it.
        &[json!({})],
    );
}

#[test]
fn hiding_that_changes_an_outcome_is_shown() {
    assert_shows(
        Property::OneOutcome,
        |model| {
            let rule = model.questionnaire.rule("pregnant").expect("a rule");
            // As if the finding had left out what is hidden nowhere.
            for factor in &mut model.factors[rule.get()].variants {
                factor.holds = model.board.never.clone();
            }
            Ok(())
        },
        "Leaving out the milder factors of a topic changes an outcome or a route's status.",
        &[json!({"body_overview": ["pregnancy_feeding"], "pregnancy": "pregnant"})],
    );
}

#[test]
fn a_stop_that_fits_and_an_urgent_answer_that_is_not_urgent_are_shown() {
    assert_shows(
        Property::Stops,
        |model| {
            let minor = option(model, "age_band", "under_18")?;
            model.judged.outcomes[Outcome::PossibleFit as usize] = model.outcome(Outcome::PossibleFit).or(&minor)?;
            Ok(())
        },
        "'age_under_18' is a certain stop on every offered route, and the outcome is possible_fit.",
        &[json!({"age_band": "under_18"})],
    );
    assert_shows(
        Property::Stops,
        |model| {
            let voices = option(model, "s3_safe_now", "voices")?;
            model.judged.outcomes[Outcome::Urgent as usize] = model.outcome(Outcome::Urgent).without(&voices)?;
            Ok(())
        },
        "'unsafe_now' is urgent, and the outcome is not.",
        &[json!({"s3_safe_now": "voices"})],
    );
}

#[test]
fn an_answer_that_counts_although_it_is_not_asked_is_shown_both_ways() {
    assert_shows(
        Property::Stale,
        |model| {
            let rule = model.questionnaire.rule("pregnant").expect("a rule");
            model.factors[rule.get()].certain = option(model, "pregnancy", "pregnant")?;
            Ok(())
        },
        "The question 'pregnancy' is not asked, and an answer to it changes whether the factor 'pregnant' is certain.",
        &[json!({"pregnancy": "pregnant"}), json!({})],
    );
}

#[test]
fn a_raise_that_makes_an_outcome_milder_is_shown_without_it_and_with_it() {
    let spoil: fn(&mut Model) -> Drawn<()> = |model| {
        // As if a raise to "stop" took the factor away.
        let rule = model.questionnaire.rule("bp_raised").expect("a rule");
        let unraised = model.unraised()?;
        let variants = model.factors[rule.get()].variants.iter();
        let raised = variants.filter(|variant| variant.classes[0] == Class::Stop).map(|variant| &variant.holds);
        let raised = model.board.any(raised)?;
        assert!(raised.given(&unraised)?.is_never(), "only a raise makes it a stop");
        for outcome in [Outcome::NotNow, Outcome::ClinicianFirst] {
            model.judged.outcomes[outcome as usize] = model.outcome(outcome).without(&raised)?;
        }
        Ok(())
    };
    let answers = json!({"bp_reading": "from_140_90"});
    assert_shows(
        Property::Stricter,
        spoil,
        "A stricter setting makes the outcome milder.",
        &[answers.clone(), answers],
    );
    let (_, found) = broken(Property::Stricter, spoil);
    let stricter: Vec<_> = found.visits.iter().map(|visit| visit.settings.get("stricter").cloned()).collect();
    assert_eq!(stricter, [None, Some(json!({"bp_raised": "stop"}))]);
}

#[test]
fn reading_that_heeds_the_order_is_named() {
    let shipped = Edited::shipped();
    let subject = shipped.subject();
    let model = selfscreen::proof::model(&subject).unwrap_or_else(|_| panic!("the built-in screen fits"));
    let says = |read: order_free::Read| {
        let verdict = order_free::prove_reading(&model, read);
        match verdict {
            selfscreen::proof::Verdict::Failed(found) => found.says,
            other => panic!("{other:?}"),
        }
    };
    let last_tick_only: order_free::Read = |questionnaire, given| {
        let mut answers = read(questionnaire, given);
        for (id, value) in given {
            if let (Some(item), Json::List(ticks)) = (questionnaire.item(id), value) {
                let Some(Json::Text(code)) = ticks.last() else { continue };
                let option = questionnaire[item].option(code).expect("an option");
                answers.set(item, Some(selfscreen::screening::Answer::Options(OptionSet::one(option))));
            }
        }
        answers
    };
    assert_eq!(
        says(last_tick_only),
        "Ticking 'depression' and 'bipolar_depression' in 'conditions' reads differently in another order."
    );
    let first_answer_only: order_free::Read = |questionnaire, given| read(questionnaire, &given[..1]);
    assert_eq!(says(first_answer_only), "Answers to 'who' and 'age_band' read differently in another order.");
}

fn read(questionnaire: &Questionnaire, given: &[(&str, Json)]) -> Answers {
    Answers::read(questionnaire, given.iter().map(|(id, value)| (*id, value)), &mut Vec::new())
}

#[test]
fn a_missing_source_text_or_definition_is_named() {
    let missing = |spoil: fn(&mut Edited)| {
        let mut edited = Edited::shipped();
        spoil(&mut edited);
        let subject = edited.subject();
        // The data needs no diagrams.
        let proof = Property::Data.check(&Err(TooLarge), &subject);
        proof.counterexample().expect("something is missing").says.clone()
    };
    assert_eq!(
        missing(|edited| edited.questionnaire.rules[0].sources.clear()),
        "Missing: a source of the factor 'suicide_now'."
    );
    assert_eq!(
        missing(|edited| edited.words = Edited::without_text("factors/pregnant/why")),
        "Missing: the text 'factors.pregnant.why' in 'en'."
    );
    assert_eq!(
        missing(|edited| edited.questionnaire.items[1].options.truncate(3)),
        "Missing: what Chosen { item: ItemIndex(1), options: OptionSet(32) } refers to; what Chosen { item: ItemIndex(1), options: OptionSet(16) } refers to; what Chosen { item: ItemIndex(1), options: OptionSet(8) } refers to."
    );
    assert_eq!(
        missing(|edited| edited.questionnaire.items[1].link_id = edited.questionnaire.items[0].link_id.clone()),
        "Missing: another link id for the second 'who'."
    );
}
