//! Going back, changing answers, and what is missing.

use crate::common::given;
use crate::engine::driver::visit;

#[test]
fn going_back_keeps_answers_and_moves_the_focus_to_the_heading() {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "page emergency").await;
        visit.press("back").await;
        visit.expect("page conditions_page").await;
        visit.expect_given(&["conditions=depression"]).await;
        visit.expect_focus("heading").await;
        visit.press("back").await;
        visit.expect("page about").await;
        visit.expect_given(&["who=myself", "age_band=age_25_64"]).await;
        visit.go_on().await;
        visit.go_on().await;
        assert_eq!(visit.screen().await, "page emergency");
        visit.expect_focus("heading").await;
    });
}

#[test]
fn a_change_returns_to_the_check_page() {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "check").await;
        visit.change("bp_reading").await;
        assert_eq!(visit.screen().await, "page blood_pressure");
        visit.expect_given(&["bp_reading=below_140_90", "bp_diagnosis=no"]).await;
        visit.answer("bp_reading=from_140_90").await;
        visit.go_on().await;
        assert_eq!(visit.screen().await, "check");
        visit.press("see-summary").await;
        visit.expect("result clinician_first").await;
        assert_eq!(visit.factors().await, ["bp_raised review"]);
    });
}

#[test]
fn back_from_a_change_returns_to_the_check_page() {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "check").await;
        visit.change("medicines").await;
        visit.press("back").await;
        visit.expect("check").await;
    });
}

#[test]
fn a_change_asks_only_what_it_makes_new() {
    let person = given("trd", "");
    let more = given("ptsd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&person, "check").await;
        visit.change("conditions").await;
        visit.answer("conditions=ptsd").await;
        let mut asked = Vec::new();
        while visit.screen().await != "check" {
            asked.push(visit.screen().await);
            visit.step(&more).await;
        }
        assert_eq!(asked, ["page conditions_page", "page ptsd_history", "page pcptsd5"]);
        visit.press("see-summary").await;
        visit.expect("result possible_fit").await;
    });
}

#[test]
fn the_result_leads_back_to_the_answers() {
    let given = given("trd", "pregnancy=pregnant");
    visit(async |visit| {
        visit.start().await;
        visit.run(&given).await;
        assert_eq!(visit.screen().await, "result not_now");
        visit.press("back").await;
        visit.expect("check").await;
        visit.change("pregnancy").await;
        visit.answer("pregnancy=not_pregnant").await;
        visit.go_on().await;
        visit.press("see-summary").await;
        visit.expect("result possible_fit").await;
    });
}

#[test]
fn what_is_missing_is_said_once_at_the_first_gap() {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "page blood_pressure").await;
        visit.answer("bp_reading=below_140_90").await;
        visit.go_on().await;
        assert_eq!(visit.screen().await, "page blood_pressure");
        visit.expect_focus("radio bp_diagnosis=no").await;
        let missing: Vec<String> =
            visit.read("[...document.querySelectorAll('[data-missing]')].map(one => one.dataset.item)").await;
        assert_eq!(missing, ["bp_diagnosis"]);
        visit.answer("bp_diagnosis=no").await;
        visit.until("!document.querySelector('[data-missing]')").await;
        visit.go_on().await;
        assert_eq!(visit.screen().await, "page mind_overview_page");
    });
}

#[test]
fn a_number_that_cannot_be_read_is_said_until_it_can() {
    let person = given("trd", "drug_times=-");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&person, "page drugs").await;
        visit.fill(&person).await;
        visit.answer("drug_times=2.5").await;
        for _ in 0..2 {
            visit.go_on().await;
            assert_eq!(visit.screen().await, "page drugs");
            visit.expect_focus("field drug_times=2.5").await;
        }
        visit.answer("drug_times=rather_not_say").await;
        visit.until("document.querySelector('input[name=drug_times][inputmode]').value == ''").await;
        visit.go_on().await;
        assert_eq!(visit.screen().await, "page medicines_page");
    });
}

#[test]
fn an_answer_of_its_own_clears_the_others_and_the_reverse() {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "page medicines_page").await;
        visit.answer("medicines=opioid,glp1").await;
        visit.expect_given(&["medicines=opioid", "medicines=glp1"]).await;
        visit.answer("medicines=none").await;
        visit.expect_given(&["medicines=none"]).await;
        visit.answer("medicines=opioid").await;
        visit.expect_given(&["medicines=opioid"]).await;
    });
}
