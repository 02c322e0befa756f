//! Visits to every outcome, seen from the page around them and from the network.

use serde_json::Value;

use super::canary::Canary;
use super::host::Host;
use super::noise;
use super::page::{self, Way};
use crate::common::given;
use crate::engine::server::{HostPage, Server};
use crate::engine::visit::Visit;
use crate::engine::{Engine, Options, browse, run};

/// Someone for each outcome.
#[rustfmt::skip] // One outcome per line.
const PEOPLE: [(&str, &str, &str); 5] = [
    ("result possible_fit",         "trd",   ""),
    ("result clinician_first",      "trd",   "bp_reading=from_140_90 body=bladder_problem"),
    ("result other_options_first",  "trd",   "dep_trials=none_yet dep_kinds=- phq8_*=several_days"),
    ("result not_now",              "minor", ""),
    ("urgent urgent",               "minor", "s1_past_month=plan_or_intent"),
];

/// What the page's own performance entries name.
const FETCHED: &str =
    "performance.getEntries().filter(entry => ['navigation', 'resource', 'mark', 'measure'].includes(entry.entryType))
    .map(entry => `${entry.entryType} ${entry.name}`)";

/// What a visit left, as far as the page around it and the network can tell.
#[derive(Debug, PartialEq)]
struct Traces {
    asked_for: Vec<String>,
    fetched: Vec<String>,
    /// The milestones that a page may ask for, which are the same whatever the outcome.
    heard: Value,
}

/// Everything that the page's own scripts can find, but for what was announced: that is looked at on its own.
async fn found(visit: &Visit) -> Vec<(String, Value)> {
    let found: String = visit.read_later(page::FOUND).await;
    let mut found: Vec<(String, Value)> = serde_json::from_str(&found).expect("it is a list of places");
    found.retain(|(place, _)| place != "heard");
    found
}

/// Goes through a visit, and makes sure that the page finds afterwards what it found before.
async fn traces_of(end: &str, baseline: &str, changes: &str) -> Traces {
    let canary = Canary::start(&page::dist()).await;
    let options = Options { proxy: Some(canary.proxy), ..Options::default() };
    let mut traces = None;
    browse(&options, async |browser| {
        Host::new(browser, &canary, Way::Brought).open().await;
        let visit = Visit::new(browser, Server::start(&page::dist(), HostPage::default()).await);
        visit.enter().await;
        let loaded = canary.seen();
        let before = visit.on_host(async || found(&visit).await).await;
        visit.press("start").await;
        visit.expect("page about").await;
        visit.run(&given(baseline, changes)).await;
        assert_eq!(visit.screen().await, end);
        visit.leave_frames().await;
        assert_eq!(found(&visit).await, before, "the page finds nothing new after {end}");
        let mut asked_for = canary.seen();
        let later = asked_for.split_off(loaded.len());
        let later: Vec<_> = later.iter().filter(|line| !noise::is_the_browsers_own(line)).collect();
        assert!(later.is_empty(), "nothing is asked for on the way to {end}: {later:?}");
        asked_for.retain(|line| !noise::is_the_browsers_own(line));
        let asked_for = asked_for.iter().map(|line| line.replace(page::ORIGIN, "")).collect();
        let fetched: Vec<String> = visit.read(FETCHED).await;
        let fetched = fetched.iter().map(|entry| entry.replace(page::ORIGIN, "")).collect();
        traces = Some(Traces { asked_for, fetched, heard: visit.read("heard").await });
    })
    .await;
    traces.expect("the visit came to its end")
}

#[test]
fn every_outcome_leaves_the_same_and_nothing_else() {
    run(async || {
        let mut all = Vec::new();
        for (end, baseline, changes) in PEOPLE {
            let traces = traces_of(end, baseline, changes).await;
            println!("{:?}: {end}: {traces:?}", Engine::current());
            all.push(traces);
        }
        for (traces, (end, ..)) in all.iter().zip(PEOPLE) {
            assert_eq!(traces, &all[0], "{end} is as the others");
        }
        assert_eq!(all[0].asked_for, ["GET /", "GET /selfscreen.js"]);
    });
}
