//! A booking is counted once, and a page that listens to everything hears nothing else.

use tokio::time::Instant;

use super::super::guest::{By, page};
use crate::common::given;
use crate::engine::driver::visit_on;
use crate::engine::visit::Visit;
use crate::engine::{Engine, PATIENCE, is_for, looks};

/// All that a whole visit with a booking at its end sends from a page that sends whatever it hears.
fn heard() -> Vec<String> {
    let version = env!("CARGO_PKG_VERSION");
    let heard = [
        "/data-layer?{'event':'booking_click'}",
        "/event?['selfscreen-book',{}]",
        &format!("/event?['selfscreen-ready',{{'version':'{version}'}}]"),
        "/gtag?['event','booking_click',{'transport_type':'beacon'}]",
        "/message?'self-screen'",
    ];
    heard.map(str::to_owned).to_vec()
}

/// What the page has sent so far, in the order of the alphabet.
fn sent(visit: &Visit) -> Vec<String> {
    let mut sent: Vec<String> =
        visit.server.requests().iter().filter(|path| path.contains('?')).map(|path| readable(path)).collect();
    sent.sort();
    sent
}

fn readable(path: &str) -> String {
    let escapes = [("%7B", "{"), ("%7D", "}"), ("%5B", "["), ("%5D", "]"), ("%22", "'"), ("%3A", ":"), ("%2C", ",")];
    escapes.iter().fold(path.to_owned(), |path, (escape, character)| path.replace(escape, character))
}

/// Books at the end of a visit, and expects one conversion for each way of counting.
fn assert_counted_once(target: &str) {
    let page = page("zoo/booking_conversion").and_with("<self-screen ", &format!("<self-screen {target} "));
    visit_on(page, async |visit| {
        visit.start().await;
        visit.run_to(&given("trd", ""), "result possible_fit").await;
        assert!(!sent(visit).iter().any(|path| path.contains("book")), "nobody has booked");
        visit.follow("[data-action=book]", By::Pointer).await;
        let (last, mut again) = (Instant::now() + PATIENCE, looks());
        while sent(visit).len() < heard().len() && Instant::now() < last {
            again.tick().await;
        }
        assert_eq!(sent(visit), heard());
    });
}

#[test]
fn a_booking_is_counted_once_though_the_page_is_left() {
    assert_counted_once("");
}

#[test]
fn a_booking_is_counted_once_beside_the_page() {
    // That is up to the element alone; which engines open a window is tested elsewhere.
    if is_for(&[Engine::Chromium]) {
        assert_counted_once("booking-target=\"_blank\"");
    }
}
