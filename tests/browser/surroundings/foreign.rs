//! Scripts of others in the world of the frame, as extensions and in-app browsers put them there.

use super::super::guest::page;
use super::{open_with, options};
use crate::common::given;
use crate::engine::Engine;
use crate::engine::driver::visit_with;
use crate::engine::visit::Visit;

/// What they do, each in a file.
#[rustfmt::skip] // One script per line.
const FOREIGN: [(&str, &str); 13] = [
    ("throws",              include_str!("throws.js")),
    ("rejects",             include_str!("rejects.js")),
    ("stores",              include_str!("stores.js")),
    ("handlers",            include_str!("handlers.js")),
    ("observers",           include_str!("observers.js")),
    ("inserts",             include_str!("inserts.js")),
    ("additions",           include_str!("additions.js")),
    ("patches",             include_str!("patches.js")),
    ("blocks",              include_str!("blocks.js")),
    ("steals_focus",        include_str!("steals_focus.js")),
    ("marks_inputs",        include_str!("marks_inputs.js")),
    ("icons_beside_inputs", include_str!("icons_beside_inputs.js")),
    ("darkens",             include_str!("darkens.js")),
];

/// What one can read on a screen.
const TEXT: &str = "document.querySelector('[data-screen]').innerText";

/// Goes through a visit beside a script; gives each screen's name and text, and what the page was told.
async fn screens(visit: &Visit, script: &str) -> Vec<(String, String)> {
    let person = given("trd", "bp_reading=from_140_90 body=bladder_problem");
    open_with(visit, script).await;
    let mut screens = Vec::new();
    loop {
        screens.push((visit.screen().await, visit.read::<String>(TEXT).await));
        if screens.len() == 1 {
            visit.host_does("document.querySelector('[data-action=start]').click();").await;
            visit.expect("page about").await;
        } else if !visit.step(&person).await {
            break;
        }
    }
    visit.leave_frames().await;
    screens.push(("told".to_owned(), visit.read::<Vec<String>>("[...told, ...lines]").await.join("\n")));
    screens
}

#[test]
fn scripts_of_others_change_nothing_in_a_visit() {
    let mut alone = Vec::new();
    visit_with(&options(), page("clinic"), async |visit| alone = screens(visit, "").await);
    let ends: Vec<&str> = alone.iter().rev().take(2).map(|(name, _)| name.as_str()).collect();
    assert_eq!(ends, ["told", "result clinician_first"]);
    let mut wrong = Vec::new();
    // Firefox's driver runs scripts in a world of its own, and a function of that world fails in the page's.
    let elsewhere = |name| Engine::current() == Engine::Firefox && name == "patches";
    for (name, script) in FOREIGN.into_iter().filter(|(name, _)| !elsewhere(*name)) {
        let both = std::panic::AssertUnwindSafe(|| {
            visit_with(&options(), page("clinic"), async |visit| assert_eq!(screens(visit, script).await, alone));
        });
        if std::panic::catch_unwind(both).is_err() {
            wrong.push(name);
        }
    }
    assert_eq!(wrong, [""; 0], "these disturb a visit");
}
