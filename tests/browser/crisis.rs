//! Crisis help: at once where an answer calls for it, and never without a way on.

use std::collections::BTreeSet;

use selfscreen::wording::{sms, tel};
use serde_json::json;

use crate::common::{given, ketamine};
use crate::engine::driver::{visit, visit_on};
use crate::engine::server::HostPage;

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
    assert_urgent_at_once("page mood_safety", "s1_past_month=plan_or_intent");
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
        visit.answer("s2_attempt=never s1_past_month=plan_or_intent").await;
        visit.expect("urgent urgent").await;
        visit.press("back").await;
        visit.expect("page mood_safety").await;
        visit.expect_given(&["s1_past_month=plan_or_intent", "s2_attempt=never"]).await;
        visit.answer("s1_past_month=no").await;
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
    let given = given("trd", "s1_past_month=passive");
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
    let given = given("trd", "s1_past_month=thoughts");
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
    let given = given("trd", "s1_past_month=passive");
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

/// Every link that calls or texts.
const DIALS: &str = "[...new Set([...document.querySelectorAll('a')].map(link => link.getAttribute('href')))]
    .filter(href => /^(tel|sms):/.test(href)).sort()";

#[test]
fn the_select_swaps_all_of_the_help_for_every_country() {
    let given = given("trd", "s1_past_month=plan_or_intent");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "urgent urgent").await;
        for (place, row) in ketamine().crisis.table.iter().enumerate() {
            let choose = format!(
                "const select = document.querySelector('select'); select.value = '{place}';
                select.dispatchEvent(new Event('change', {{ bubbles: true }}));"
            );
            visit.host_does(&choose).await;
            let mut expected: BTreeSet<_> = row.emergency.iter().take(1).map(|number| tel(number)).collect();
            for line in &row.lines {
                expected.extend(line.call.iter().map(|number| tel(number)));
                expected.extend(line.text.iter().map(sms));
            }
            let expected: Vec<_> = expected.into_iter().collect();
            visit.until(&format!("JSON.stringify({DIALS}) == {:?}", json!(expected).to_string())).await;
            let name = &row.lines[0].name;
            assert!(
                visit
                    .read::<bool>(&format!("document.querySelector('.ss-urgent').textContent.includes({name:?})"))
                    .await
            );
        }
    });
}

#[test]
fn the_fallback_has_the_crisis_line_of_its_region_and_no_other() {
    let page = HostPage::without("frame.html").and_with("show-scores>", "show-scores frame-src=\"frame.html\">");
    let questionnaire = ketamine();
    let row = |id: &str| questionnaire.crisis.table.iter().find(|row| row.id.as_str() == id).expect("a row");
    let regions = questionnaire.regions.iter();
    let regions = regions.map(|region| (region.id.to_string(), &questionnaire.crisis.table[region.crisis]));
    let regions: Vec<_> = regions.chain(["atlantis", ""].map(|name| (name.to_owned(), row("other")))).collect();
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        // All at once: each waits for a frame that never speaks.
        let names = json!(regions.iter().map(|(name, _)| name).collect::<Vec<_>>());
        let copy = format!(
            "const one = document.querySelector('self-screen');
            one.replaceChildren();
            one.replaceWith(...{names}.map(region => {{
                const copy = one.cloneNode();
                copy.setAttribute('region', region);
                return copy;
            }}));"
        );
        visit.host_does(&copy).await;
        let all = "[...document.querySelectorAll('self-screen')].map(one => one.shadowRoot)";
        visit.until(&format!("{all}.every(root => root?.querySelector('.card .crisis'))")).await;
        let shown: Vec<(String, Vec<String>)> = visit
            .read(&format!(
                "{all}.map(root => [
                    root.querySelector('.crisis').textContent,
                    [...root.querySelectorAll('a')].map(link => link.getAttribute('href')).filter(href => /^(tel|sms):/.test(href)),
                ])"
            ))
            .await;
        assert_eq!(shown.len(), regions.len());
        for ((region, row), (text, links)) in regions.iter().zip(shown) {
            let of_help = row.lines[0].call.iter().take(1).chain(row.emergency.iter().take(1));
            // The clinic's own phone comes first.
            let expected: Vec<_> =
                ["tel:5555550100".to_owned()].into_iter().chain(of_help.map(|number| tel(number))).collect();
            assert_eq!(links, expected, "{region}");
            let known = row.lines[0].link.as_ref().unwrap_or(&row.lines[0].name);
            assert!(text.contains(known.as_str()), "{region}: {text}");
        }
    });
}
