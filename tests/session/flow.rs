//! Which page comes after which, and what Continue, Skip, Back, Change and Start over do.

use proptest::prelude::*;
use selfscreen::screening::Answers;
use selfscreen::session::{Action, NumberFault, Place};

use super::visit::Visit;
use crate::common::random::{cases, clinics, people};
use crate::common::{baselines, ketamine, person, settings};

/// The pages of a visit with these answers, and where it ends.
fn pages(answers: &Answers, visit: &mut Visit) -> Vec<String> {
    let mut places = Vec::new();
    visit.walk(answers, &mut |visit| places.push(visit.place()));
    places.push(visit.place());
    places
}

#[test]
fn a_visitor_with_depression_sees_these_pages() {
    let expected = "about conditions_page emergency mood_safety depression_history phq8 other_treatment body_overview_page \
        blood_pressure mind_overview_page substances_overview_page medicines_page visit_page check";
    assert_eq!(pages(&person("trd", ""), &mut Visit::new()).join(" "), expected);
}

#[test]
fn a_minor_sees_three_pages() {
    assert_eq!(pages(&person("minor", ""), &mut Visit::new()), ["about", "emergency", "mood_safety", "check"]);
}

#[test]
fn every_baseline_takes_3_or_from_10_to_14_pages() {
    for baseline in baselines().filter(|baseline| *baseline != "blank") {
        let pages = pages(&person(baseline, ""), &mut Visit::new()).len() - 1;
        assert!(pages == 3 && baseline == "minor" || (10..=14).contains(&pages), "{baseline}: {pages}");
    }
}

#[test]
fn pages_come_and_go_with_the_answers_and_the_settings() {
    #[rustfmt::skip]
    let table = [
        ("trd", "", "scales_off=phq8", "daily_life_page", true),
        ("trd", "", "", "daily_life_page", false),
        ("trd", "phq8_1=-", "", "daily_life_page", true),
        ("ocd", "", "", "daily_life_page", true),
        ("crps", "", "", "peg", true),
        ("crps", "", "scales_off=peg", "peg", false),
        ("crps", "", "locale=es", "peg", false),
        ("crps", "", "locale=es", "daily_life_page", true),
        ("ptsd", "", "locale=es", "pcptsd5", false),
        ("ptsd", "", "locale=es", "daily_life_page", true),
        ("trd", "", "locale=es", "phq8", true),
        ("trd", "", "locale=es-MX", "daily_life_page", false),
        ("trd", "conditions=depression,ptsd", "", "ptsd_history", true),
        ("other", "", "", "depression_history", false),
    ];
    for (baseline, changes, clinic, page, expected) in table {
        let pages = pages(&person(baseline, changes), &mut Visit::of(settings(clinic)));
        assert_eq!(pages.iter().any(|shown| shown == page), expected, "{baseline} with {changes} {clinic}: {pages:?}");
    }
}

#[test]
fn a_page_says_what_is_missing_once_and_for_as_long_as_the_visitor_stays() {
    let mut visit = Visit::script("start; at about; continue; at about");
    assert_eq!(visit.missed(), ["age_band"], "who is optional");
    visit.run("choose who=myself; continue; at about; continue; at about");
    assert_eq!((visit.missed(), visit.session.nudges), (vec!["age_band"], 3));
    visit.run("choose age_band=age_25_64");
    assert_eq!(visit.missed(), [""; 0]);
    visit.run("continue; at conditions_page; back; at about");
    assert!(!visit.session.nudging);
}

#[test]
fn skip_goes_on_and_a_page_that_has_nudged_does_not_nudge_again() {
    let mut visit = Visit::script("start; continue; skip; at conditions_page; back; at about");
    assert_eq!(visit.missed(), [""; 0]);
    visit.run("continue; at conditions_page");
    assert_eq!(visit.session.nudges, 1);
    // Skip without a nudge is for the same wish.
    visit.run("skip; at emergency");
}

#[test]
fn optional_questions_may_stay_blank_without_a_word() {
    let mut visit = Visit::script("start; choose age_band=age_25_64; continue; at conditions_page");
    assert_eq!(visit.session.nudges, 0);
    visit.run("back; at about");
}

const TO_DRUGS: &str = "start; skip; skip; skip; skip; continue; at other_treatment; skip; skip; skip; skip; at substances_overview_page; \
     tick substances_overview=drugs_year; continue; at drugs";

#[test]
fn a_number_that_cannot_be_read_keeps_the_visitor_with_its_fault() {
    let mut visit = Visit::script(TO_DRUGS);
    let item = ketamine().item("drug_times").expect("an item");
    visit.run("choose substance_problem=never; choose ketamine_use=never; choose cannabis=sometimes");
    let table = [
        ("lots", NumberFault::NotWhole),
        ("2.5", NumberFault::NotWhole),
        ("-1", NumberFault::BelowMin),
        ("1000", NumberFault::AboveMax),
    ];
    for (text, fault) in table {
        visit.run(&format!("type drug_times={text}; continue; continue; at drugs; typed drug_times={text}"));
        assert_eq!(visit.session.fault(&ketamine(), item), Some(fault), "{text}");
        assert_eq!(visit.session.answers.get(item), None, "{text}");
    }
    visit.run(
        "type drug_times=3.0; typed drug_times=3.0; continue; at medicines_page; back; at drugs; typed drug_times=3",
    );
    assert_eq!(visit.session.fault(&ketamine(), item), None);
}

#[test]
fn a_special_answer_takes_the_place_of_a_number_and_the_reverse() {
    let mut visit = Visit::script(TO_DRUGS);
    visit.run("type drug_times=4x; choose drug_times=not_sure; typed drug_times=; type drug_times=4; typed drug_times=4; type drug_times=; typed drug_times=");
    let item = ketamine().item("drug_times").expect("an item");
    assert_eq!(visit.session.answers.get(item), None);
    visit.run("type drug_times=4x; skip; at medicines_page; back; at drugs; typed drug_times=");
}

#[test]
fn back_is_always_possible_and_loses_no_answer() {
    for baseline in baselines() {
        let mut visit = Visit::new();
        let mut forwards = pages(&person(baseline, ""), &mut visit);
        let answers = visit.session.answers.clone();
        visit.run("summary; at result; back; at check");
        let mut backwards = vec![visit.place()];
        while visit.session.place != Place::Intro {
            visit.apply(Action::Back);
            backwards.push(visit.place());
        }
        forwards.insert(0, "intro".into());
        forwards.reverse();
        // The pause is no page: it comes once, and Back passes it.
        forwards.retain(|place| place != "pause");
        assert_eq!(backwards, forwards, "{baseline}");
        assert_eq!(visit.session.answers, answers, "{baseline}");
        visit.run("back; at intro");
    }
}

fn at_check(baseline: &str, changes: &str) -> Visit {
    let mut visit = Visit::new();
    visit.walk(&person(baseline, changes), &mut |_| {});
    assert_eq!(visit.place(), "check");
    visit
}

#[test]
fn change_returns_to_the_check_page() {
    let mut visit = at_check("trd", "breastfeeding=no");
    visit.run(
        "change breastfeeding; at pregnancy_page; choose breastfeeding=yes; continue; at check; summary; at result",
    );
    visit.run("back; at check; change phq8_1; at phq8; back; at check; continue; at result");
}

#[test]
fn a_change_that_opens_questions_asks_those_alone() {
    let mut visit = at_check("trd", "");
    visit.run("change conditions; tick conditions=ptsd; tick conditions=pain; continue; at conditions_page; tick pain_type=crps; continue; at ptsd_history");
    visit.run("skip; at pain_history; choose pain_duration=not_sure; skip; at pcptsd5; skip; at peg; skip; at daily_life_page; skip; at check");
    // What was opened and left blank has been asked: it is not asked again.
    visit.run("change who; choose who=someone_else; continue; at check");
}

#[test]
fn a_change_on_the_same_page_opens_its_follow_up_there() {
    let mut visit = at_check("trd", "heart=none");
    visit.run("change heart; untick heart=none; tick heart=not_sure; continue; at heart_page");
    assert_eq!(visit.missed(), ["heart_unsure"]);
    visit.run("tick heart_unsure=any_of_them; continue; at check");
}

#[test]
fn a_change_to_under_18_leaves_the_pages_that_were_asked_alone() {
    let mut visit = at_check("trd", "");
    visit.run("change age_band; choose age_band=under_18; continue; at check; summary; at result");
    visit.run("back; change age_band; choose age_band=age_25_64; continue; at check");
}

#[test]
fn start_over_leaves_nothing() {
    for script in [
        TO_DRUGS,
        "start; choose who=myself; type drug_times=12x",
        "start; choose s3_safe_now=no; at urgent s3_safe_now",
    ] {
        let mut visit = Visit::script(script);
        visit.run("start_over; at intro; typed drug_times=");
        let moves = visit.session.moves;
        let mut fresh = Visit::new().session;
        fresh.moves = moves;
        assert_eq!(visit.session, fresh, "after {script}");
    }
    let mut visit = at_check("trd", "");
    visit.run("summary; start_over; at intro");
    assert!(visit.session.answers.is_empty());
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn continue_shows_each_page_at_most_once_and_reaches_the_end(answers in people(), settings in clinics()) {
        let mut visit = Visit::of(settings);
        let places = pages(&answers, &mut visit);
        let mut once = places.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), places.len());
        let end = places.last().map(String::as_str).unwrap_or_default();
        prop_assert!(end == "check" || end.starts_with("urgent"), "ended at {}", end);
    }

    #[test]
    fn going_back_and_answering_again_equals_answering_fresh(first in people(), second in people(), settings in clinics()) {
        let mut again = Visit::of(settings.clone());
        again.walk(&first, &mut |_| {});
        prop_assume!(again.session.place == Place::Check);
        while again.session.place != Place::Intro {
            again.apply(Action::Back);
        }
        // A radio button cannot be taken back: what the second round leaves open stays as it was.
        let mut merged = first;
        for item in ketamine().item_indices() {
            merged.set(item, second.get(item).or(merged.get(item)));
        }
        again.walk(&merged, &mut |_| {});
        let mut fresh = Visit::of(settings);
        fresh.walk(&merged, &mut |_| {});
        prop_assert_eq!(again.session.place, fresh.session.place);
        if fresh.session.place == Place::Check {
            prop_assert_eq!(again.screening(), fresh.screening());
        }
    }
}
