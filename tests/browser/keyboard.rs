//! Without a mouse.

use serde_json::Value;
use thirtyfour::Key;

use crate::common::given;
use crate::engine::driver::visit;
use crate::engine::visit::{Person, Visit};

/// More than any page needs.
const MANY: usize = 120;

/// Presses Tab until something has the focus.
pub async fn tab_to(visit: &Visit, wanted: &str) {
    for _ in 0..MANY {
        if visit.focus().await == wanted {
            return;
        }
        visit.key(Key::Tab).await;
    }
    panic!("Tab reaches {wanted} on {}", visit.screen().await);
}

/// Answers a page with Tab, Space, arrows and digits, and goes on with Enter.
async fn answer_page(visit: &Visit, given: &Person) {
    for _ in 0..MANY {
        visit.key(Key::Tab).await;
        let focus = visit.focus().await;
        let Some((kind, item, code)) = input(&focus) else {
            if focus == "button continue" {
                return visit.go_on_with(Key::Enter).await;
            }
            continue;
        };
        match (kind, given.get(item)) {
            ("field", Some(Value::Number(number))) => visit.key(number.to_string()).await,
            ("checkbox", Some(Value::Array(codes))) if codes.iter().any(|wanted| wanted == code) => {
                visit.key(" ").await
            }
            ("radio", Some(Value::String(wanted))) => choose(visit, item, wanted).await,
            _ => {}
        }
    }
    panic!("Tab reaches Continue on {}", visit.screen().await);
}

/// Chooses an option of the group that has the focus: with Space where it stands, with the arrows further down.
async fn choose(visit: &Visit, item: &str, wanted: &str) {
    let wanted = format!("radio {item}={wanted}");
    if visit.focus().await == wanted {
        visit.key(" ").await;
    }
    for _ in 0..MANY {
        if visit.focus().await == wanted {
            return;
        }
        visit.key(Key::Down).await;
    }
    panic!("the arrows reach {wanted}");
}

/// Takes `radio who=myself` apart.
fn input(focus: &str) -> Option<(&str, &str, &str)> {
    let (kind, rest) = focus.split_once(' ')?;
    let (item, code) = rest.split_once('=')?;
    Some((kind, item, code))
}

#[test]
fn a_whole_visit_needs_no_mouse() {
    let given = given("trd", "drug_times=3");
    visit(async |visit| {
        visit.open().await;
        tab_to(visit, "button start").await;
        visit.key(Key::Enter).await;
        visit.expect("page about").await;
        let mut pages = 0;
        while visit.screen().await.starts_with("page ") {
            visit.expect_focus("heading").await;
            answer_page(visit, &given).await;
            pages += 1;
        }
        assert_eq!((visit.screen().await.as_str(), pages), ("check", 14));
        visit.expect_focus("heading").await;
        tab_to(visit, "button see-summary").await;
        visit.key(Key::Enter).await;
        visit.expect("result clinician_first").await;
        assert_eq!(visit.factors().await, ["drug_use_recent review"]);
        visit.expect_focus("heading").await;
    });
}

#[test]
fn enter_in_a_field_goes_on() {
    let person = given("trd", "drug_times=0");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&person, "page drugs").await;
        visit.fill(&given("trd", "drug_times=-")).await;
        visit.click("input[name='drug_times'][inputmode]").await;
        visit.key("0").await;
        visit.key(Key::Enter).await;
        visit.expect("page medicines_page").await;
        visit.expect_focus("heading").await;
    });
}

#[test]
fn arrows_passing_over_an_urgent_answer_raise_no_alarm() {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "page mood_safety").await;
        tab_to(visit, "radio s1_past_month=no").await;
        for code in ["passive", "thoughts", "plan_or_intent", "not_sure"] {
            visit.key(Key::Down).await;
            visit.expect_given(&[&format!("s1_past_month={code}")]).await;
            assert_eq!(visit.screen().await, "page mood_safety", "passing over {code}");
        }
        visit.key(Key::Tab).await;
        assert_eq!(visit.screen().await, "page mood_safety");
    });
}

#[test]
fn leaving_the_group_with_an_urgent_answer_raises_the_alarm() {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "page mood_safety").await;
        tab_to(visit, "radio s1_past_month=no").await;
        choose(visit, "s1_past_month", "plan_or_intent").await;
        assert_eq!(visit.screen().await, "page mood_safety");
        visit.key(Key::Tab).await;
        visit.expect("urgent urgent").await;
        visit.expect_focus("heading").await;
    });
}

#[test]
fn pressing_an_urgent_answer_that_the_arrows_reached_raises_the_alarm() {
    let given = given("trd", "");
    visit(async |visit| {
        for key in [Key::Space, Key::Enter] {
            visit.start().await;
            visit.run_to(&given, "page mood_safety").await;
            tab_to(visit, "radio s1_past_month=no").await;
            choose(visit, "s1_past_month", "plan_or_intent").await;
            visit.key(key).await;
            visit.expect("urgent urgent").await;
        }
    });
}
