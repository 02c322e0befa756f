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
    let thoughts = person("minor", "s1_thoughts=thoughts s2_attempt=over_3_months emergency_now=-");
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
    let expected = "liver_severe stop, pregnant stop, breastfeeding review, porphyria review, cannabis_regular note, proxy_visitor note, thyroid_treated note";
    assert_eq!(crate::common::factors(&screening).join(", "), expected);
}

/// The factors whose class differs by route: baseline, changes, offered routes; outcome, factors, statuses of the offered routes.
#[test]
fn each_route_is_judged_with_its_own_classes_and_the_best_one_counts() {
    const ALL: &str = "racemic,esketamine,kap";
    #[rustfmt::skip]
    let table = [
        ("trd", "medicines=theophylline", ALL, ["clinician_first", "med_theophylline stop", "not_now clinician_first not_now"]),
        ("trd", "medicines=theophylline", "racemic,kap", ["not_now", "med_theophylline stop", "not_now"]),
        ("trd", "medicines=theophylline", "esketamine", ["clinician_first", "med_theophylline review", "clinician_first"]),
        ("ptsd", "medicines=theophylline", ALL, ["not_now", "med_theophylline stop", "not_now not_for_this_condition not_now"]),
        ("trd", "mind=dissociative_disorder", ALL, ["clinician_first", "dissociative_disorder stop", "clinician_first clinician_first not_now"]),
        ("trd", "mind=dissociative_disorder", "kap", ["not_now", "dissociative_disorder stop", "not_now"]),
        ("crps", "mind=dissociative_disorder", ALL, ["clinician_first", "dissociative_disorder review", "clinician_first not_for_this_condition not_for_this_condition"]),
        ("trd", "mind=psychosis_family", ALL, ["possible_fit", "psychosis_family review", "possible_fit possible_fit clinician_first"]),
        ("trd", "mind=psychosis_family", "racemic,esketamine", ["possible_fit", "psychosis_family note", "possible_fit"]),
        ("trd", "mind=psychosis_family", "kap", ["clinician_first", "psychosis_family review", "clinician_first"]),
        ("trd", "spray_programme=no", ALL, ["possible_fit", "esketamine_programme_declined stop", "possible_fit not_now possible_fit"]),
        ("trd", "spray_programme=no", "esketamine", ["not_now", "esketamine_programme_declined stop", "not_now"]),
        ("trd", "spray_programme=not_sure", "esketamine", ["clinician_first", "esketamine_programme_declined review unsure", "clinician_first"]),
        ("trd", "nasal_spray_use=no", ALL, ["possible_fit", "nasal_problem review", "possible_fit clinician_first possible_fit"]),
        ("trd", "nasal_spray_use=no", "esketamine", ["clinician_first", "nasal_problem review", "clinician_first"]),
        ("trd", "medicines=nasal_medicine,blood_thinner", "esketamine", ["possible_fit", "med_nasal note", "possible_fit"]),
        ("trd", "medicines=nasal_medicine,blood_thinner", "racemic", ["possible_fit", "med_blood_thinner note", "possible_fit"]),
        ("trd", "visit_needs=no_therapist,needle_fear", "racemic", ["possible_fit", "needle_fear note", "possible_fit"]),
        ("trd", "visit_needs=no_therapist,needle_fear", "kap", ["possible_fit", "needle_fear note, no_therapist note", "possible_fit"]),
        ("trd", "visit_needs=no_therapist,needle_fear", "esketamine", ["possible_fit", "", "possible_fit"]),
    ];
    for (baseline, changes, routes, expected) in table {
        let name = format!("{baseline} with {changes} and {routes}");
        assert_screens(&name, &person(baseline, changes), &settings(&format!("routes={routes}")), expected);
    }
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

/// Where no offered route is used for what was chosen, racemic is judged, then kap, then the spray.
#[test]
fn without_a_relevant_route_the_first_offered_fallback_is_judged_and_no_status_changes() {
    #[rustfmt::skip]
    let table = [
        ("other", "", "racemic,esketamine,kap", "other_options_first", ""),
        ("other", STOP, "racemic,esketamine,kap", "not_now", "pregnant stop"),
        ("other", REVIEW, "racemic,esketamine,kap", "clinician_first", "breastfeeding review"),
        ("other", "medicines=theophylline", "racemic,esketamine,kap", "not_now", "med_theophylline stop"),
        ("other", "medicines=theophylline", "esketamine,kap", "not_now", "med_theophylline stop"),
        ("other", "medicines=theophylline", "esketamine", "clinician_first", "med_theophylline review"),
        ("other", "mind=dissociative_disorder", "racemic,esketamine,kap", "clinician_first", "dissociative_disorder review"),
        ("other", "mind=dissociative_disorder", "esketamine,kap", "not_now", "dissociative_disorder stop"),
        ("crps", "", "esketamine,kap", "other_options_first", ""),
        ("crps", "mind=dissociative_disorder", "esketamine,kap", "not_now", "dissociative_disorder stop"),
        ("ptsd", "", "esketamine", "other_options_first", ""),
        ("drinking", "substance_problem=now", "kap", "not_now", "substance_use_active stop"),
        ("trd", "conditions=-", "racemic,esketamine,kap", "other_options_first", ""),
    ];
    for (baseline, changes, routes, expected, lists) in table {
        let name = format!("{baseline} with {changes} and {routes}");
        let settings = settings(&format!("routes={routes}"));
        assert_screens(&name, &person(baseline, changes), &settings, [expected, lists, "not_for_this_condition"]);
    }
}
