//! The page around learns nothing of a visit: whatever it can observe is given to a classifier, which may tell a visitor's
//! condition, outcome, stops, doubts and number of pages no better than chance.
//!
//! The same classifier tells them of the script of version 0.1.0, whose element scrolled the page and whose frame grew: so the
//! test can fail.

mod bins;
mod chance;
mod classifier;
mod features;
mod fixture;
mod halves;
mod observed;
mod people;

use std::path::Path;

use classifier::{Told, tell};
use features::{Features, features};
use observed::{Observed, Window, observe};
use people::{Person, people, quitters};

use super::page;
use crate::engine::Engine;

/// What a classifier makes of these visits: each secret with how well it can be told.
fn told(visits: &[Observed]) -> Vec<(&'static str, Told)> {
    let features: Vec<Features> = visits.iter().map(|visit| features(&visit.record, visit.presses)).collect();
    let secrets: Vec<_> = visits[0].person.secrets.keys().copied().collect();
    let each = |secret: &'static str| {
        let kinds: Vec<_> = visits.iter().map(|visit| visit.person.secrets[secret].as_str()).collect();
        (secret, tell(&features, &kinds))
    };
    secrets.into_iter().map(each).collect()
}

/// Watches these people's visits, and says how well each secret can be told.
fn watch(what: &str, dist: &Path, window: Window, people: Vec<Person>) -> Vec<(&'static str, Told)> {
    let visits = observe(dist, window, people);
    let told = told(&visits);
    println!("{:?}, {what}:", Engine::current());
    for (secret, told) in &told {
        println!("  {secret:<10} {told}");
    }
    told
}

#[track_caller]
fn assert_nothing_told(told: &[(&str, Told)]) {
    let wrong: Vec<_> = told.iter().filter(|(_, told)| told.is_told()).collect();
    let say = |(secret, told): &&(&str, Told)| format!("{secret}: {told}, by\n  {}", told.by.join("\n  "));
    let wrong: Vec<_> = wrong.iter().map(say).collect();
    assert!(wrong.is_empty(), "the page around can tell\n{}", wrong.join("\n"));
}

#[test]
fn nothing_of_a_visit_can_be_told_by_the_page_around() {
    let people = people(6);
    assert!(people.len() >= 200, "{} visits", people.len());
    assert_nothing_told(&watch("whole visits", &page::dist(), Window::Wide, people));
}

#[test]
fn nothing_of_a_visit_on_a_phone_can_be_told_by_the_page_around() {
    let people = people(2);
    assert!(people.len() >= 60, "{} visits", people.len());
    assert_nothing_told(&watch("whole visits on a phone", &page::dist(), Window::Phone, people));
}

#[test]
fn nothing_of_a_visit_that_is_stopped_can_be_told_by_the_page_around() {
    assert_nothing_told(&watch("visits that are stopped", &page::dist(), Window::Wide, quitters(2)));
}

#[test]
fn the_same_classifier_tells_visits_of_version_0_1_0() {
    let told = watch("version 0.1.0", &fixture::dist(), Window::Wide, people(3));
    for secret in ["condition", "pages"] {
        let (_, told) = told.iter().find(|(name, _)| *name == secret).expect("it is looked at");
        assert!(told.right >= 2.0 * told.limit as f64, "{secret}: {told}");
    }
}
