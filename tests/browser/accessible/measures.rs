//! Structure, focus, messages, motion and colour, measured in the page; and messages that come later.

use std::time::Instant;

use super::assert_none;
use crate::common::given;
use crate::engine::PATIENCE;
use crate::engine::driver::visit;
use crate::engine::visit::Visit;

/// Measures in the page, and what they share.
const MEASURES: &str = concat!(
    include_str!("measures.js"),
    include_str!("layout.js"),
    include_str!("structure.js"),
    include_str!("seen.js"),
);

/// Lays a screen out whole, rather than in a stage in which it scrolls: what is out of sight is to be measured too.
pub const UNFOLD: &str =
    "window.folded_ = document.documentElement.dataset.stage; delete document.documentElement.dataset.stage;";

/// Puts it back.
pub const FOLD: &str = "if (window.folded_) document.documentElement.dataset.stage = window.folded_;";

/// Lists what is wrong with the screen that is shown.
pub async fn measure(visit: &Visit, look: &str) -> Vec<String> {
    let look_at_all = format!("{MEASURES}\n{UNFOLD} try {{ return {look}; }} finally {{ {FOLD} }}");
    let found = visit.driver.execute(look_at_all, Vec::new()).await;
    found.and_then(|found| found.convert()).unwrap_or_else(|error| panic!("{look} can be measured: {error}"))
}

/// Waits until nothing is wrong.
pub async fn until_none(visit: &Visit, look: &str) {
    let last = Instant::now() + PATIENCE;
    loop {
        let found = measure(visit, look).await;
        if found.is_empty() || Instant::now() > last {
            return assert_none(&found);
        }
        tokio::task::yield_now().await;
    }
}

/// Keeps hold of the message of state of this screen, which is empty.
async fn hold_status(visit: &Visit) {
    let hold = "window.status_ = document.querySelector('[role=status]');";
    visit.driver.execute(hold, Vec::new()).await.expect("it is there");
    assert_eq!(visit.read::<String>("status_.textContent").await, "");
}

#[test]
fn messages_of_state_are_there_before_they_are_filled() {
    let person = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&person, "page medicines_page").await;
        hold_status(visit).await;
        visit.answer("medicines=opioid,none").await;
        visit.until("status_.isConnected && status_.textContent == 'Other answers cleared'").await;
        visit.run_to(&person, "result possible_fit").await;
        hold_status(visit).await;
        visit.press("copy").await;
        visit.until("status_.isConnected && status_.textContent == 'Copied'").await;
    });
}

#[test]
fn a_message_about_a_number_is_tied_to_its_field() {
    let person = given("trd", "drug_times=-");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&person, "page drugs").await;
        visit.fill(&person).await;
        for typed in ["-3", "2.5", "9999"] {
            visit.answer(&format!("drug_times={typed}")).await;
            visit.go_on().await;
            assert_none(&measure(visit, "messages()").await);
            visit.find("input[inputmode]").await.clear().await.expect("a field can be emptied");
        }
    });
}
