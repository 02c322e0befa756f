//! Whole visits, from Start to the result.

use crate::common::given;
use crate::engine::driver::visit;

/// Goes through a visit; its pages, its end, and the factors on it.
#[track_caller]
fn assert_visit([baseline, changes]: [&str; 2], end: &str, factors: &[&str], pages: &[&str]) {
    let given = given(baseline, changes);
    visit(async |visit| {
        visit.start().await;
        let asked = visit.run(&given).await;
        assert_eq!(visit.screen().await, end);
        assert_eq!(visit.factors().await, factors);
        if !pages.is_empty() {
            assert_eq!(asked, pages);
        }
    });
}

/// What someone who seeks help for depression is asked, if nothing is ticked in an overview.
const DEPRESSION: [&str; 13] = [
    "about",
    "conditions_page",
    "emergency",
    "mood_safety",
    "depression_history",
    "phq8",
    "other_treatment",
    "body_overview_page",
    "blood_pressure",
    "mind_overview_page",
    "substances_overview_page",
    "medicines_page",
    "visit_page",
];

/// The same, with pages that a ticked row opens: each after the page before it.
fn with(opened: &[(&'static str, &'static str)]) -> Vec<&'static str> {
    let mut pages = DEPRESSION.to_vec();
    for (before, page) in opened {
        let place = pages.iter().position(|asked| asked == before).expect("a page of the visit");
        pages.insert(place + 1, page);
    }
    pages
}

#[test]
fn depression_that_two_medicines_did_not_help_enough_may_be_a_fit() {
    assert_visit(["trd", ""], "result possible_fit", &[], &DEPRESSION);
}

#[test]
fn raised_blood_pressure_and_a_bladder_problem_ask_for_a_clinician() {
    let factors = ["bp_raised review", "bladder_problem review"];
    assert_visit(
        ["trd", "bp_reading=from_140_90 body=bladder_problem"],
        "result clinician_first",
        &factors,
        &with(&[("body_overview_page", "body_page")]),
    );
}

#[test]
fn pregnancy_is_a_reason_not_now() {
    assert_visit(
        ["trd", "pregnancy=pregnant"],
        "result not_now",
        &["pregnant stop"],
        &with(&[("body_overview_page", "pregnancy_page")]),
    );
}

#[test]
fn depression_without_treatment_so_far_has_other_options_first() {
    let changes = "dep_trials=none_yet dep_kinds=- phq8_*=several_days";
    assert_visit(["trd", changes], "result other_options_first", &["symptoms_mild note"], &DEPRESSION);
}

#[test]
fn pain_is_asked_about_with_numbers() {
    #[rustfmt::skip]
    let pages = ["about", "conditions_page", "emergency", "mood_safety", "pain_history", "peg", "other_treatment"];
    let health = &DEPRESSION[7..];
    assert_visit(["crps", ""], "result possible_fit", &[], &[&pages, health].concat());
}

#[test]
fn someone_under_18_is_asked_three_pages() {
    let pages = ["about", "emergency", "mood_safety"];
    assert_visit(["minor", ""], "result not_now", &["age_under_18 stop"], &pages);
}

#[test]
fn not_being_sure_of_anything_asks_for_a_clinician() {
    let changes = "conditions=depression s1_past_month=not_sure s2_attempt=not_sure dep_trials=not_sure dep_kinds=not_sure therapy=not_sure \
        stopped_early=not_sure tms_ect=not_sure prior_ketamine=not_sure heart=not_sure heart_unsure=any_of_them \
        bp_reading=numbers_unknown bp_diagnosis=not_sure head=not_sure head_unsure=any_of_them mind=not_sure \
        mind_unsure=any_of_them bipolar=not_sure mania_now=not_sure mania_ever_any=not_sure substance_problem=not_sure \
        drug_times=not_sure ketamine_use=not_sure body=not_sure body_unsure=any_of_them breathing=not_sure \
        breathing_unsure=any_of_them weight_risk=not_sure medicines=not_sure medicines_unsure=any_of_them \
        spray_programme=not_sure nasal_spray_use=not_sure";
    let given = given("trd", changes);
    visit(async |visit| {
        visit.start().await;
        let opened = [
            ("body_overview_page", "heart_page"),
            ("heart_page", "head_eyes_memory"),
            ("head_eyes_memory", "body_page"),
            ("body_page", "breathing_page"),
            ("mind_overview_page", "mind_page"),
            ("mind_page", "mood_highs"),
            ("substances_overview_page", "drugs"),
        ];
        assert_eq!(visit.run(&given).await, with(&opened));
        assert_eq!(visit.screen().await, "result clinician_first");
        let factors = visit.factors().await;
        assert!(factors.len() > 15, "each of them is there to be raised: {factors:?}");
        assert!(!factors.iter().any(|factor| factor.ends_with(" stop")), "none is certain: {factors:?}");
    });
}

#[test]
fn skipping_everything_asks_for_a_clinician() {
    let given = given("blank", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "check").await;
        let blank: u32 = visit.read("document.querySelectorAll('.ss-row__blank').length").await;
        assert!(blank > 10, "{blank} blank answers about safety stand out");
        visit.press("see-summary").await;
        visit.expect("result clinician_first").await;
        assert_eq!(visit.factors().await, ["unanswered_safety review", "age_unknown review"]);
    });
}

#[test]
fn a_visit_can_be_made_with_the_mouse_alone() {
    let steps = [
        ("about", "who=myself age_band=under_18"),
        ("emergency", "emergency_now=none"),
        ("mood_safety", "s1_past_month=no s2_attempt=over_3_months s3_safe_now=yes"),
    ];
    visit(async |visit| {
        visit.start().await;
        for (page, answers) in steps {
            visit.expect(&format!("page {page}")).await;
            visit.answer(answers).await;
            visit.go_on().await;
        }
        visit.expect("check").await;
        visit.press("see-summary").await;
        visit.expect("result not_now").await;
        assert_eq!(visit.factors().await, ["age_under_18 stop", "suicide_attempt_past review"]);
    });
}

#[test]
fn a_result_offers_the_booking_link_with_nothing_of_the_visit() {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run(&given).await;
        let links: Vec<String> =
            visit.read("[...document.querySelectorAll('[data-action=book]')].map(link => link.href)").await;
        assert_eq!(links, ["https://harbor.example/book"; 2]);
        let results: u32 =
            visit.read("document.querySelectorAll('[data-action=print], [data-action=copy]').length").await;
        assert_eq!(results, 2, "it can be printed and copied");
    });
}
