//! Which finding beats which, route by route and overall.

use crate::common::{assert_screens, outcome, person, screened, settings, trd};

/// A change that gives each class on every route.
const URGENT: &str = "s2_attempt=last_3_months";
const STOP: &str = "pregnancy=pregnant";
const UNSURE_STOP: &str = "mania_now=not_sure";
const REVIEW: &str = "breastfeeding=yes";
const NOTE: &str = "cannabis=most_days";

#[test]
fn a_certain_stop_on_every_route_never_gives_possible_fit_on_any_route() {
    for routes in ["racemic", "esketamine", "kap", "racemic,kap", "racemic,esketamine,kap"] {
        let expected = ["not_now", "pregnant stop", "not_now"];
        assert_screens(routes, &trd(STOP), &settings(&format!("routes={routes}")), expected);
    }
}

#[test]
fn a_note_never_changes_the_outcome() {
    for changes in ["", "dep_trials=one", STOP, UNSURE_STOP, REVIEW, URGENT] {
        let (with, without) = (screened(&trd(&format!("{changes} {NOTE}"))), screened(&trd(changes)));
        assert_eq!((with.outcome, with.routes), (without.outcome, without.routes), "with {changes}");
    }
}

#[test]
fn urgent_beats_everything_and_gives_no_route_a_status() {
    for changes in ["", STOP, REVIEW, UNSURE_STOP, NOTE, "dep_trials=one", "conditions=other"] {
        let screening = screened(&trd(&format!("{URGENT} {changes}")));
        assert_eq!((outcome(&screening), screening.routes.len()), ("urgent", 0), "with {changes}");
    }
    let minor = screened(&person("minor", "s3_safe_now=voices"));
    assert_eq!(outcome(&minor), "urgent");
}

#[test]
fn under_18_beats_every_review() {
    let thoughts = person("minor", "s1_past_month=thoughts s2_attempt=over_3_months emergency_now=-");
    let lists = "age_under_18 stop, suicide_attempt_past review, suicide_thoughts review, unanswered_safety review";
    assert_screens("a minor with thoughts", &thoughts, &settings(""), ["not_now", lists, "not_for_this_condition"]);
}

#[test]
fn not_now_beats_clinician_first_and_both_sets_of_factors_are_listed() {
    let answers = trd(&format!("{STOP} {REVIEW} {NOTE}"));
    let lists = "pregnant stop, breastfeeding review, cannabis_regular note";
    assert_screens("a stop and a review", &answers, &settings(""), ["not_now", lists, "not_now"]);
}

#[test]
fn an_unsure_stop_gives_clinician_first_and_with_a_second_certain_stop_not_now() {
    let unsure = "mania_current review unsure";
    assert_screens("in doubt", &trd(UNSURE_STOP), &settings(""), ["clinician_first", unsure, "clinician_first"]);
    let both = trd(&format!("{UNSURE_STOP} {STOP}"));
    assert_screens(
        "one certain",
        &both,
        &settings(""),
        ["not_now", "pregnant stop, mania_current review unsure", "not_now"],
    );
}

#[test]
fn everything_left_blank_gives_clinician_first_never_possible_fit() {
    assert_eq!(outcome(&screened(&person("blank", ""))), "clinician_first");
    let only_what_meets_a_rule = person("blank", "conditions=depression dep_trials=two phq8_*=nearly_every_day");
    assert_eq!(outcome(&screened(&only_what_meets_a_rule)), "clinician_first");
}

#[test]
fn factors_are_listed_most_serious_first_then_by_id() {
    let screening = screened(&trd(
        "pregnancy=pregnant body=liver_severe,porphyria,thyroid_treated breastfeeding=yes who=someone_else cannabis=most_days",
    ));
    let expected = "liver_severe stop, pregnant stop, breastfeeding review, porphyria review, proxy_visitor review, cannabis_regular note, thyroid_treated note";
    assert_eq!(crate::common::factors(&screening).join(", "), expected);
}

#[test]
fn spray_questions_are_asked_only_if_the_spray_is_offered_for_depression() {
    let questionnaire = crate::common::ketamine();
    let item = questionnaire.item("spray_programme").expect("an item");
    for (baseline, routes, expected) in
        [("trd", "esketamine", true), ("trd", "racemic,kap", false), ("ptsd", "racemic,esketamine", false)]
    {
        let screening = selfscreen::screening::screen(
            &questionnaire,
            &person(baseline, ""),
            &settings(&format!("routes={routes}")),
        );
        assert_eq!(screening.enabled.contains(&item), expected, "{baseline} with {routes}");
    }
}
