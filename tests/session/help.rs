//! Crisis help: the pause after the questions about safety, and the panel that replaces everything.

use super::visit::Visit;
use crate::common::{outcome, person, settings};

const TO_SAFETY: &str =
    "start; choose age_band=age_25_64; continue; skip; tick emergency_now=none; continue; at mood_safety";

fn at_safety(script: &str) -> Visit {
    let mut visit = Visit::script(TO_SAFETY);
    visit.run(script);
    visit
}

#[test]
fn the_pause_comes_if_an_answer_about_safety_calls_for_it() {
    #[rustfmt::skip]
    let table = [
        ("choose s1_past_month=no; choose s2_attempt=never; choose s3_safe_now=yes; continue", "other_treatment"),
        ("choose s1_past_month=passive; choose s2_attempt=never; choose s3_safe_now=yes; continue", "pause"),
        ("choose s1_past_month=thoughts; choose s2_attempt=never; choose s3_safe_now=yes; continue", "pause"),
        ("choose s1_past_month=not_sure; choose s2_attempt=never; choose s3_safe_now=yes; continue", "pause"),
        ("choose s1_past_month=rather_not_say; choose s2_attempt=never; choose s3_safe_now=yes; continue", "pause"),
        ("choose s1_past_month=no; choose s2_attempt=not_sure; choose s3_safe_now=yes; continue", "pause"),
        ("choose s1_past_month=no; choose s2_attempt=rather_not_say; choose s3_safe_now=yes; continue", "pause"),
        ("choose s1_past_month=no; choose s2_attempt=over_3_months; choose s3_safe_now=yes; continue", "other_treatment"),
        ("choose s2_attempt=never; choose s3_safe_now=yes; skip", "pause"),
        ("choose s1_past_month=no; choose s3_safe_now=yes; skip", "pause"),
        ("choose s1_past_month=no; choose s2_attempt=never; skip", "pause"),
    ];
    for (script, expected) in table {
        assert_eq!(at_safety(script).place(), expected, "after {script}");
    }
}

#[test]
fn the_pause_comes_once_and_back_leads_to_its_questions() {
    let mut visit =
        at_safety("choose s1_past_month=passive; choose s2_attempt=never; choose s3_safe_now=yes; continue; at pause");
    visit.run("back; at mood_safety; continue; at other_treatment; back; at mood_safety; choose s1_past_month=thoughts; continue; at other_treatment");
    let mut visit = at_safety("skip; at pause; continue; at other_treatment");
    visit.run("start_over; start; choose age_band=age_25_64; continue; skip; skip; skip; at pause");
}

#[test]
fn the_pause_comes_after_a_change_too() {
    let mut visit = Visit::new();
    visit.walk(&person("trd", ""), &mut |_| {});
    visit.run("change s1_past_month; choose s1_past_month=passive; continue; at pause; continue; at check");
}

#[test]
fn an_urgent_answer_replaces_everything_at_once() {
    #[rustfmt::skip]
    let table = [
        ("choose s1_past_month=plan_or_intent", "urgent s1_past_month"),
        ("choose s2_attempt=last_3_months", "urgent s2_attempt"),
        ("choose s3_safe_now=no", "urgent s3_safe_now"),
        ("choose s3_safe_now=voices", "urgent s3_safe_now"),
        ("choose s3_safe_now=not_sure", "urgent s3_safe_now"),
        ("choose s1_past_month=thoughts; choose s2_attempt=over_3_months", "mood_safety"),
        ("back; tick emergency_now=chest_pain", "urgent emergency_now"),
        ("back; tick emergency_now=not_sure", "urgent emergency_now"),
    ];
    for (script, expected) in table {
        assert_eq!(at_safety(script).place(), expected, "after {script}");
    }
}

#[test]
fn an_answer_the_arrow_keys_pass_over_waits_until_it_is_meant() {
    let mut visit = at_safety(
        "pass s3_safe_now=yes; pass s3_safe_now=no; at mood_safety; pass s3_safe_now=yes; commit; at mood_safety",
    );
    visit.run("pass s3_safe_now=no; at mood_safety; commit; at urgent s3_safe_now");
    at_safety("pass s3_safe_now=no; continue; at urgent s3_safe_now");
    at_safety("pass s3_safe_now=no; skip; at urgent s3_safe_now");
    at_safety("pass s1_past_month=plan_or_intent; choose s2_attempt=never; at urgent s1_past_month");
}

#[test]
fn a_mistake_leads_back_to_the_question_and_continue_to_the_panel_until_it_is_changed() {
    let mut visit = at_safety("choose s1_past_month=plan_or_intent; at urgent s1_past_month; mistake; at mood_safety");
    visit.run("continue; at urgent s1_past_month; mistake; skip; at urgent s1_past_month; back; at mood_safety");
    visit.run("choose s1_past_month=no; at mood_safety; choose s2_attempt=never; choose s3_safe_now=yes; continue; at other_treatment");
}

#[test]
fn with_two_urgent_answers_the_panel_stays_until_both_are_changed() {
    let mut visit = at_safety(
        "choose s1_past_month=plan_or_intent; mistake; choose s3_safe_now=no; at urgent s3_safe_now; mistake",
    );
    visit.run("choose s3_safe_now=yes; at urgent s1_past_month; mistake; choose s1_past_month=no; at mood_safety");
}

#[test]
fn an_urgent_answer_is_found_on_the_way_to_the_summary_too() {
    let mut visit = Visit::new();
    visit.walk(&person("trd", ""), &mut |_| {});
    visit.run("change s3_safe_now; pass s3_safe_now=no; back; at check; summary; at urgent s3_safe_now; mistake; at mood_safety");
    visit.run("choose s3_safe_now=yes; continue; at check; summary; at result");
    assert_eq!(outcome(&visit.screening()), "possible_fit");
}

#[test]
fn nothing_leads_from_the_panel_to_a_result() {
    let mut visit = at_safety(
        "choose s3_safe_now=no; continue; at urgent s3_safe_now; skip; at urgent s3_safe_now; summary; at urgent s3_safe_now",
    );
    visit.run("start; at about; summary; at urgent s3_safe_now");
}

#[test]
fn a_clinic_that_raises_thoughts_to_urgent_interrupts_at_them() {
    let mut visit = Visit::of(settings("stricter.suicide_thoughts=urgent"));
    visit.run(TO_SAFETY);
    visit.run("choose s1_past_month=passive; at mood_safety; choose s1_past_month=thoughts; at urgent s1_past_month");
}
