//! Without barriers, as far as programs can tell: every screen is looked at in every state, size and colour.
//!
//! What no program can tell, and what has not been tried, is said in `docs/accessibility.md`.

mod accents;
pub(super) mod axe;
mod devices;
mod layout;
mod measures;
mod names;
mod order;
mod schemes;
mod screens;

use serde_json::json;

use super::tour::{EVERYTHING, OTHER_ENDS};
use crate::common::given;
use crate::engine::visit::Visit;

/// A visit that comes to the list of answers with nothing answered.
const BLANK: (&str, &str, &str) = ("check", "blank", "");

/// How many screens and states [`every_screen`] shows: pages by two, the others as closed and open as they can be.
const SHOWN: usize = 77;

/// Shows every screen: the intro, each page with its messages and then with everything answered and open, the pause,
/// the answers, each of the five outcomes.
async fn every_screen(visit: &Visit, look: &mut impl AsyncFnMut(&str)) {
    let person = given("trd", EVERYTHING);
    visit.open().await;
    closed_and_open(visit, look).await;
    go(visit, "start").await;
    visit.expect("page about").await;
    loop {
        let screen = visit.screen().await;
        if screen.starts_with("page ") {
            go(visit, "continue").await;
            visit.until("document.querySelector('[data-missing]')").await;
            look(&format!("{screen}, with messages")).await;
            visit.fill(&person).await;
            open(visit, true).await;
            look(&screen).await;
        } else {
            closed_and_open(visit, look).await;
        }
        if !visit.step(&person).await {
            break;
        }
    }
    assert_eq!(visit.screen().await, "result clinician_first");
    for (end, baseline, changes) in OTHER_ENDS.into_iter().chain([BLANK]) {
        visit.open().await;
        go(visit, "start").await;
        visit.expect("page about").await;
        visit.run_to(&given(baseline, changes), end).await;
        closed_and_open(visit, look).await;
    }
}

/// Looks at a screen as it comes, and with everything open that opens.
async fn closed_and_open(visit: &Visit, look: &mut impl AsyncFnMut(&str)) {
    let screen = visit.screen().await;
    look(&screen).await;
    if visit.read("!!document.querySelector('details')").await {
        open(visit, true).await;
        look(&format!("{screen}, all open")).await;
    }
}

/// Opens or closes everything that opens.
async fn open(visit: &Visit, opens: bool) {
    let script = format!("document.querySelectorAll('details').forEach(one => one.open = {opens});");
    visit.driver.execute(script, Vec::new()).await.expect("what opens can be opened");
}

/// Presses a button from inside of the page, wherever it is.
async fn go(visit: &Visit, action: &str) {
    let button = json!(format!("[data-action='{action}']"));
    visit.driver.execute(format!("document.querySelector({button}).click();"), Vec::new()).await.expect("it is there");
}

/// Adds what was found on a screen.
fn add(found: &mut Vec<String>, screen: &str, lines: Vec<String>) {
    found.extend(lines.into_iter().map(|line| format!("{screen}: {line}")));
}

/// Fails with everything that was found.
#[track_caller]
fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}
