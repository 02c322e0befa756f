//! The page around learns nothing of a visit: whatever it can observe is given to a classifier, which may tell a visitor's
//! condition, outcome, stops, doubts, blanks and number of pages no better than chance.
//!
//! The same classifier tells them of the script of version 0.1.0, whose element scrolled the page and whose frame grew: so the
//! test can fail.
//!
//! What only the visitor's own speed makes is left out, and so is how busy the browser is: where an engine runs the frame in the
//! page's own process, a page may notice that something happens there, whatever it is.

mod bins;
mod chance;
mod classifier;
mod features;
mod fixture;
mod halves;
mod observed;
mod people;
mod person;

use std::path::Path;

use classifier::{Told, Visits};
use features::{Features, features};
use observed::{Window, observe};
use people::{people, quitters, turners};
use person::Person;

use super::page;
use crate::engine::Engine;

/// How many of each condition and outcome: two hundred people and more in one engine, which is fast, and one of each in others.
fn each() -> usize {
    if Engine::current() == Engine::Chromium { 6 } else { 1 }
}

/// Watches these people's visits; how well each secret can be told.
fn watch(what: &str, dist: &Path, window: Window, people: Vec<Person>) -> Vec<(&'static str, Told)> {
    let observed = observe(dist, window, people);
    let features: Vec<Features> = observed.iter().map(|one| features(&one.record, &one.presses)).collect();
    let visits = Visits::new(&features);
    let tell = |secret: &&'static str| {
        let kinds: Vec<_> = observed.iter().map(|one| one.person.secrets[secret].as_str()).collect();
        (*secret, visits.tell(&kinds))
    };
    let told: Vec<_> = observed[0].person.secrets.keys().map(tell).collect();
    for (secret, told) in &told {
        println!("{:?}: {what}: {secret}: {told}", Engine::current());
    }
    told
}

#[track_caller]
fn assert_nothing_told(told: &[(&str, Told)]) {
    let wrong = told.iter().filter(|(_, told)| told.is_told());
    let wrong: Vec<_> =
        wrong.map(|(secret, told)| format!("{secret}: {told}, by\n  {}", told.by.join("\n  "))).collect();
    assert!(wrong.is_empty(), "the page around can tell\n{}", wrong.join("\n"));
}

#[test]
fn nothing_of_a_visit_can_be_told_by_the_page_around() {
    assert_nothing_told(&watch("visits", &page::dist(), Window::Wide, people(each())));
}

#[test]
fn nothing_of_a_visit_on_a_phone_can_be_told_by_the_page_around() {
    assert_nothing_told(&watch("visits on a phone", &page::dist(), Window::Phone, people(each().min(2))));
}

#[test]
fn nothing_of_a_visit_that_is_closed_can_be_told_by_the_page_around() {
    if Engine::current() == Engine::Chromium {
        assert_nothing_told(&watch("closed visits", &page::dist(), Window::Phone, quitters(1)));
    }
}

#[test]
fn whether_someone_turned_back_cannot_be_told_by_the_page_around() {
    assert_nothing_told(&watch(
        "ways through a visit",
        &page::dist(),
        Window::Wide,
        turners(if Engine::current() == Engine::Chromium { 10 } else { 3 }),
    ));
}

#[test]
fn the_same_classifier_tells_visits_of_version_0_1_0() {
    // Fewer people tell less: what takes more of them is looked at in the engine that is fast.
    let (each, secrets): (_, &[_]) = match Engine::current() {
        Engine::Chromium => (3, &["condition", "outcome", "pages"]),
        Engine::Firefox | Engine::WebKit => (2, &["pages"]),
    };
    let people = people(each).into_iter().map(fixture::as_asked_then);
    let told = watch("version 0.1.0", &fixture::dist(), Window::Wide, people.collect());
    for secret in secrets {
        let (_, told) = told.iter().find(|(name, _)| name == secret).expect("it is looked at");
        assert!(told.is_told(), "{secret}: {told}");
    }
}
