//! axe-core: its rules for WCAG 2.2 A, AA and AAA, and its best practices.

use std::path::PathBuf;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::assert_none;
use super::measures::{FOLD, UNFOLD};
use super::screens::WIDTHS;
use crate::engine::Options;
use crate::engine::driver::{visit_on, visit_with};
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;

const RUN: &str = include_str!("axe.js");

/// axe-core, where xtask has put it.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let file = std::env::var_os("SELFSCREEN_AXE").map(PathBuf::from);
    let file = file.expect("SELFSCREEN_AXE is set: run these with `cargo xtask test browser`");
    std::fs::read_to_string(file).expect("axe-core is there")
});

/// What axe-core finds, a line each, and which rules it finds to hold.
pub type Found = (Vec<String>, Vec<String>);

/// Tries all rules on the document that was entered, or on a part of it.
pub async fn check(visit: &Visit, part: Value) -> Found {
    run(visit, part, false).await
}

/// Tries the rules that a scheme of colours or a width can change.
pub async fn check_drawn(visit: &Visit) -> Found {
    run(visit, Value::Null, true).await
}

async fn run(visit: &Visit, part: Value, drawn: bool) -> Found {
    let script = RUN.replace("/* unfold */", UNFOLD).replace("/* fold */", FOLD);
    let given = vec![part, json!(drawn)];
    let found = async || -> Option<Found> {
        let found = visit.driver.execute_async(&script, given.clone()).await;
        found.and_then(|found| found.convert()).unwrap_or_else(|error| panic!("axe-core ends: {error}"))
    };
    if let Some(found) = found().await {
        return found;
    }
    visit.driver.execute(AXE.as_str(), Vec::new()).await.expect("axe-core can be run");
    found().await.expect("axe-core is in the page")
}

#[test]
fn information_without_questions_has_no_violation() {
    visit_on(HostPage::with("region=\"us\"", ""), async |visit| {
        visit.open().await;
        assert_eq!(visit.screen().await, "information");
        for opens in [false, true] {
            super::open(visit, opens).await;
            for width in WIDTHS {
                visit.in_column(width).await;
                assert_none(&check(visit, Value::Null).await.0);
            }
        }
    });
}

/// What is shown where the questionnaire cannot be.
const CARD: &str = "document.querySelector('self-screen').shadowRoot?.querySelector('.card button')";

#[test]
fn the_card_in_place_of_the_questionnaire_has_no_violation() {
    let page = HostPage::without("frame.html").and_with("show-scores>", "show-scores frame-src=\"frame.html\">");
    // The page's own words are as its writer has them; here they call the same number.
    let page = page.and_with("tel:+15555550100", "tel:5555550100");
    for dark in [false, true] {
        visit_with(&Options { dark, ..Options::default() }, page.clone(), async |visit| {
            visit.go_to("/").await;
            visit.until(CARD).await;
            assert_none(&check(visit, json!("self-screen")).await.0);
        });
    }
}

#[test]
fn the_frames_around_it_have_no_violation() {
    visit_on(HostPage::default(), async |visit| {
        visit.open().await;
        visit.leave_frames().await;
        assert_none(&check(visit, json!("self-screen")).await.0);
        let outer = visit
            .driver
            .execute("return document.querySelector('self-screen').shadowRoot.querySelector('iframe');", Vec::new());
        outer.await.expect("it is there").element().expect("it is one").enter_frame().await.expect("it can be entered");
        let (found, held) = check(visit, Value::Null).await;
        assert_none(&found);
        assert!(held.contains(&"frame-title".to_owned()), "{held:?}");
    });
}

#[test]
fn what_axe_is_asked_for_it_looks_at() {
    const DRAWN: [&str; 3] = ["color-contrast", "color-contrast-enhanced", "target-size"];
    let person = crate::common::given("minor", "");
    visit_on(HostPage::default(), async |visit| {
        visit.start().await;
        visit.fill(&person).await;
        let (found, held) = check(visit, Value::Null).await;
        assert_none(&found);
        for rule in DRAWN.into_iter().chain(["label", "region", "heading-order"]) {
            assert!(held.contains(&rule.to_owned()), "{rule} is among {held:?}");
        }
        let (found, mut held) = check_drawn(visit).await;
        assert_none(&found);
        held.sort();
        assert_eq!(held, DRAWN, "no others are asked for");
        let spoil = "document.querySelector('.ss-btn--main').style.cssText = 'color: #ccc; background: #ddd';";
        visit.driver.execute(spoil, Vec::new()).await.expect("a style can be set");
        assert!(!check(visit, Value::Null).await.0.is_empty(), "a contrast that is too low is found");
        assert!(!check_drawn(visit).await.0.is_empty(), "by the rules of colors alone, too");
    });
}
