//! Names that are looked up from the sealed frame.
//!
//! No policy of a page governs the hints by which a page has names looked up and connections opened ahead of time, and a
//! name can carry a word. What asks for them is the code in the frame, which the script's one hash covers. So here stands
//! which attempts ask for a name in which engine, and that no other does.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::net::UdpSocket;
use tokio::time::Instant;

use super::attempts::{Attempt, Side, make, names_this_engine};
use super::canary::Canary;
use super::page;
use crate::common::given;
use crate::engine::server::{HostPage, Server};
use crate::engine::visit::Visit;
use crate::engine::{Browser, Engine, Options, PATIENCE, RESOLVER, browse, looks, run};

/// Attempts that may have a name looked up in the sealed frame, and the engines in which they do.
const KNOWN: [(&str, &str); 4] =
    [("dns-prefetch", "chromium webkit"), ("preconnect", "all"), ("frame", "chromium"), ("frame-refresh", "chromium")];

/// Answers every question with this machine, and keeps the names.
#[derive(Clone, Default)]
struct Names(Arc<Mutex<BTreeSet<String>>>);

impl Names {
    /// Listens where browsers of these tests ask; an error where that port is not ours to have.
    async fn listen() -> std::io::Result<Self> {
        let socket = UdpSocket::bind(RESOLVER).await?;
        let names = Self::default();
        let kept = names.clone();
        tokio::spawn(async move {
            let mut packet = [0; 2048];
            while let Ok((length, from)) = socket.recv_from(&mut packet).await {
                let Some((name, answer)) = answer(&packet[..length]) else { continue };
                kept.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
                // A browser that has gone away needs no answer.
                drop(socket.send_to(&answer, from).await);
            }
        });
        Ok(names)
    }

    fn any(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().any(|name| holds(name))
    }

    /// Waits for a name; tells whether it came.
    async fn until(&self, holds: impl Fn(&str) -> bool) -> bool {
        let last = Instant::now() + PATIENCE;
        let mut again = looks();
        while !self.any(&holds) && Instant::now() < last {
            again.tick().await;
        }
        self.any(&holds)
    }
}

/// Reads the name that is asked for, and says where it is.
fn answer(question: &[u8]) -> Option<(String, Vec<u8>)> {
    const HEADER: usize = 12;
    let (mut labels, mut at) = (Vec::new(), HEADER);
    while let length @ 1.. = usize::from(*question.get(at)?) {
        labels.push(String::from_utf8_lossy(question.get(at + 1..at + 1 + length)?).to_lowercase());
        at += 1 + length;
    }
    let end = at + 5;
    // One question; one answer if it is for an address of the old kind.
    let is_address = question.get(at + 1..at + 3)? == [0, 1];
    let mut answer = question.get(..2)?.to_vec();
    answer.extend([0x81, 0x80, 0, 1, 0, u8::from(is_address), 0, 0, 0, 0]);
    answer.extend(question.get(HEADER..end)?);
    if is_address {
        answer.extend([0xc0, HEADER as u8, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 127, 0, 0, 1]);
    }
    Some((labels.join("."), answer))
}

/// Listens for names; nothing where the port is not ours to have.
async fn names() -> Option<Names> {
    // Only the administrator of a machine may answer for its names.
    Names::listen().await.inspect_err(|error| println!("names cannot be looked at here: {RESOLVER}: {error}")).ok()
}

#[test]
fn names_are_looked_up_for_hints_alone_and_never_for_a_visit() {
    run(async || {
        let Some(names) = names().await else { return };
        browse(&Options { own_names: true, ..Options::default() }, async |browser| {
            browser.driver.set_script_timeout(PATIENCE).await.expect("it can be told how long to wait");
            assert_visit_asks_for_none(browser, &names).await;
            assert_only_hints_ask(browser, &names).await;
        })
        .await;
    });
}

/// Makes a visit up to the booking link, whose host's name nothing else on the page has.
async fn assert_visit_asks_for_none(browser: &Browser, names: &Names) {
    let booking = HostPage::with("booking-url=\"https://harbor.example", "booking-url=\"https://booking.canary.test");
    let visit = Visit::new(browser, Server::start(&page::dist(), booking).await);
    visit.open().await;
    visit.press("start").await;
    visit.expect("page about").await;
    visit.run(&given("trd", "")).await;
    visit.expect("result possible_fit").await;
    let links: u32 = visit.read("document.querySelectorAll('a[href^=\"https://booking.canary.test\"]').length").await;
    assert!(links > 0, "the result has the link");
    visit.leave_frames().await;
    let hint = "document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: 'https://later.canary.test' }));";
    browser.driver.execute(hint, Vec::new()).await.expect("the page can ask for a name");
    assert!(names.until(|name| name == "later.canary.test").await, "what the page asks for is seen");
    assert!(!names.any(|name| name == "booking.canary.test"), "the name of the booking link is not asked for");
}

/// Makes every attempt that leaves the frame where it is.
async fn assert_only_hints_ask(browser: &Browser, names: &Names) {
    let canary = Canary::start(&page::dist()).await;
    let visit = Visit::new(browser, Server::start(&page::dist(), HostPage::default()).await);
    let attempts = Attempt::all(&browser.driver).await;
    let staying: Vec<_> = attempts.iter().filter(|one| !one.leaves).collect();
    visit.open().await;
    make(&browser.driver, Side::Sealed, &staying, &ELSEWHERE, &canary).await.expect("they can be made");
    visit.leave_frames().await;
    // In the page itself, last: once its name has been asked for, the others would have been.
    let later: Vec<_> = staying.iter().copied().filter(|one| one.id == LATER).collect();
    make(&browser.driver, Side::Open, &later, &ELSEWHERE, &canary).await.expect("it can be made");
    assert!(names.until(|name| later[0].is_in(Side::Open, name)).await, "what the page asks for is seen");
    let asked = staying.iter().filter(|one| names.any(|name| one.is_in(Side::Sealed, name)));
    let asked: BTreeSet<&str> = asked.map(|one| one.id.as_str()).collect();
    println!("{:?}: names are looked up by {asked:?}", Engine::current());
    let others =
        asked.iter().filter(|id| !KNOWN.iter().any(|(known, engines)| known == *id && names_this_engine(engines)));
    assert_eq!(others.collect::<Vec<_>>(), [&""; 0], "no other attempt asks for a name");
    assert!(asked.contains(LATER), "what no policy governs is seen: {asked:?}");
}

/// What every engine has a name looked up for.
const LATER: &str = "preconnect";

/// Another origin, without TLS and with it.
const ELSEWHERE: [usize; 2] = [1, 2];
