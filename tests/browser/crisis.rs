//! Crisis help: at once where an answer calls for it, and never without a way on.

use super::driver::visit;
use crate::common::given;

/// Answers up to a page, gives one answer there, and expects crisis help without Continue.
#[track_caller]
fn assert_urgent_at_once(page: &str, answer: &str) {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, page).await;
        visit.answer(answer).await;
        visit.expect("urgent urgent").await;
        visit.expect_focus("heading").await;
        let links: Vec<String> =
            visit.read("[...document.querySelectorAll('[data-screen] a')].map(link => link.protocol)").await;
        assert!(!links.is_empty() && links.iter().all(|link| link == "tel:" || link == "sms:"), "{links:?}");
    });
}

#[test]
fn chest_pain_shows_crisis_help_with_the_first_tick() {
    assert_urgent_at_once("page emergency", "emergency_now=chest_pain");
}

#[test]
fn a_plan_shows_crisis_help_with_the_first_click() {
    assert_urgent_at_once("page mood_safety", "s1_thoughts=plan_or_intent");
}

#[test]
fn not_being_safe_shows_crisis_help_with_the_first_click() {
    assert_urgent_at_once("page mood_safety", "s3_safe_now=no");
}

#[test]
fn an_answer_given_by_mistake_can_be_changed_where_it_was_given() {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "page mood_safety").await;
        visit.answer("s2_attempt=never s1_thoughts=plan_or_intent").await;
        visit.expect("urgent urgent").await;
        visit.press("back").await;
        visit.expect("page mood_safety").await;
        visit.expect_given(&["s1_thoughts=plan_or_intent", "s2_attempt=never"]).await;
        visit.answer("s1_thoughts=no").await;
        assert_eq!(visit.screen().await, "page mood_safety");
        visit.run(&given).await;
        assert_eq!(visit.screen().await, "result possible_fit");
    });
}

#[test]
fn leaving_an_urgent_answer_as_it_is_brings_the_help_back() {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "page mood_safety").await;
        visit.answer("s3_safe_now=voices").await;
        visit.expect("urgent urgent").await;
        visit.press("back").await;
        visit.expect("page mood_safety").await;
        visit.press("continue").await;
        visit.expect("urgent urgent").await;
    });
}

#[test]
fn passive_thoughts_pause_the_visit_once_and_it_can_go_on() {
    let given = given("trd", "s1_thoughts=passive");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "pause").await;
        visit.expect_focus("heading").await;
        let help: Vec<String> =
            visit.read("[...document.querySelectorAll('[data-help]')].map(link => link.href)").await;
        assert_eq!(help, ["tel:988", "sms:988"]);
        visit.press("back").await;
        visit.expect("page mood_safety").await;
        visit.go_on().await;
        assert_eq!(visit.screen().await, "page depression_history", "the pause comes once");
        visit.run(&given).await;
        assert_eq!(visit.screen().await, "result clinician_first");
        assert_eq!(visit.factors().await, ["suicide_passive review"]);
    });
}

#[test]
fn the_pause_can_stop_and_clear_everything() {
    let given = given("trd", "s1_thoughts=thoughts");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "pause").await;
        visit.press("start-over").await;
        visit.expect("intro").await;
        visit.press("start").await;
        visit.expect("page about").await;
        visit.expect_given(&[]).await;
    });
}

#[test]
fn another_country_brings_its_own_lines() {
    let given = given("trd", "s1_thoughts=passive");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "pause").await;
        visit.click("select option[value='2']").await;
        visit.until("document.querySelector('[data-help=call]').getAttribute('href') == 'tel:116123'").await;
        visit.go_on().await;
        let footer: Vec<String> =
            visit.read("[...document.querySelectorAll('.ss-foot a')].map(link => link.getAttribute('href'))").await;
        assert_eq!(footer, ["tel:116123"], "the choice holds for the rest of the visit");
    });
}
