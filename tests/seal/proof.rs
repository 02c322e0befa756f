//! Every way out, tried in the sealed frame and in an ordinary one of the same page.
//!
//! The sealed frame goes first and the ordinary one is waited for: once that has arrived, the other would have.

use tokio::time::Instant;

use super::attempts::{Attempt, Side, make, places};
use super::canary::Canary;
use super::host::Host;
use super::noise;
use super::page::{self, Way};
use super::table::{Row, print, summary};
use crate::engine::{Engine, Options, PATIENCE, browse, looks, run};

/// How often what has to arrive from an ordinary frame is tried there.
const CONTROLS: usize = 3;

/// What is asked for by the page itself.
const OWN: [&str; 8] = [
    "/",
    "/hosted",
    "/frame.html",
    "/selfscreen.js",
    "/marker",
    "/elsewhere",
    // Of pages that an ordinary frame has gone to, and of its `credential`.
    "/favicon.ico",
    "/.well-known/web-identity",
];

#[test]
fn nothing_arrives_from_the_sealed_frame_whatever_is_tried() {
    assert_sealed(Way::Brought);
}

#[test]
fn a_frame_that_the_clinic_serves_opens_no_connection_either() {
    assert_sealed(Way::Hosted);
}

fn assert_sealed(way: Way) {
    run(async || {
        let canary = Canary::start(&page::dist()).await;
        let options = Options { proxy: Some(canary.proxy), ..Options::default() };
        browse(&options, async |browser| {
            let host = Host::new(browser, &canary, way);
            browser.driver.set_script_timeout(PATIENCE).await.expect("it can be told how long to wait");
            let attempts = Attempt::all(&browser.driver).await;
            let mut others = Vec::new();
            let mut rows = try_staying(&host, &attempts, &mut others).await;
            rows.extend(try_leaving(&host, &attempts, &mut others).await);
            rows.iter_mut().for_each(|row| row.connects &= way == Way::Brought);
            print(&format!("{:?}", Engine::current()), &rows);
            let wrong: Vec<_> = rows.iter().filter(|row| !row.is_well()).map(|row| &row.id).collect();
            println!("{}", summary(&rows));
            assert!(wrong.is_empty(), "not as expected: {wrong:?}");
            assert!(others.is_empty(), "nobody asked for these: {others:#?}");
        })
        .await;
    });
}

/// What arrived, and what the page's own scripts found.
struct Evidence {
    lines: Vec<String>,
    found: String,
}

impl Evidence {
    /// Lists where something of this attempt turned up.
    fn of(&self, attempt: &Attempt, side: Side) -> Vec<String> {
        let found = attempt.is_in(side, &self.found).then(|| "found by the page".to_owned());
        self.lines.iter().filter(|line| attempt.is_in(side, line)).cloned().chain(found).collect()
    }

    /// Lists what neither the page nor an attempt asked for.
    fn unexplained(&self, attempts: &[Attempt]) -> Vec<String> {
        let explained = |line: &String| {
            let own = OWN.iter().any(|path| line.ends_with(&format!("{}{path}", page::ORIGIN)));
            let tried = |attempt: &Attempt| attempt.is_in(Side::Sealed, line) || attempt.is_in(Side::Open, line);
            own || noise::is_the_browsers_own(line) || noise::is_about_a_form(line) || attempts.iter().any(tried)
        };
        self.lines.iter().filter(|line| !explained(line)).cloned().collect()
    }

    fn row(&self, attempt: &Attempt, said: String) -> Row {
        Row {
            id: attempt.id.clone(),
            said,
            sealed: self.of(attempt, Side::Sealed),
            open: self.of(attempt, Side::Open),
            expected: attempt.is_expected(),
            reason: attempt.open.clone(),
            connects: attempt.connects(),
        }
    }
}

/// Tries, in one visit, everything that leaves the frame where it is.
async fn try_staying(host: &Host<'_>, all: &[Attempt], others: &mut Vec<String>) -> Vec<Row> {
    let attempts: Vec<_> = all.iter().filter(|attempt| !attempt.leaves).collect();
    host.open().await;
    let before = host.canary.seen().len();
    host.enter(Side::Sealed).await;
    let said = make(host.driver, Side::Sealed, &attempts, places(), host.canary).await.expect("they can be made");
    host.enter(Side::Open).await;
    make(host.driver, Side::Open, &attempts, places(), host.canary).await.expect("they can be made");
    host.mark().await;
    let pending = |late: bool, found: &str, seen: &[String]| {
        let expected = attempts.iter().filter(|attempt| attempt.is_expected() && attempt.late == late);
        let arrived = |attempt: &Attempt| {
            attempt.is_in(Side::Open, found) || seen[before..].iter().any(|line| attempt.is_in(Side::Open, line))
        };
        expected.filter(|attempt| !arrived(attempt)).count()
    };
    let last = Instant::now() + PATIENCE;
    let mut again = looks();
    // What is stored is found by looking again: a busy machine's database takes longer than the attempt to fill it waits.
    let found = loop {
        again.tick().await;
        let found = host.found().await;
        if pending(false, &found, &host.canary.seen()) == 0 || Instant::now() > last {
            break found;
        }
    };
    host.go("/elsewhere").await;
    host.canary.until(PATIENCE, |seen| pending(true, &found, seen) == 0).await;
    host.mark().await;
    let evidence = Evidence { lines: host.canary.seen().split_off(before), found };
    others.extend(evidence.unexplained(all));
    attempts.iter().zip(said).map(|(attempt, said)| evidence.row(attempt, said)).collect()
}

/// Tries what may end the frame, each in visits of its own.
async fn try_leaving(host: &Host<'_>, attempts: &[Attempt], others: &mut Vec<String>) -> Vec<Row> {
    let mut rows = Vec::new();
    for attempt in attempts.iter().filter(|attempt| attempt.leaves) {
        let mut evidence = Evidence { lines: Vec::new(), found: String::new() };
        let mut said = Vec::new();
        for place in places() {
            host.open().await;
            let before = host.canary.seen().len();
            host.enter(Side::Sealed).await;
            let one = make(host.driver, Side::Sealed, &[attempt], &[*place], host.canary).await;
            said.extend(one.unwrap_or_else(|error| vec![format!("gone: {error}")]));
            host.mark().await;
            evidence.found += &host.found().await;
            // A hint is the browser's to drop when it is busy: what has to arrive from an ordinary frame is tried again.
            for again in 0..CONTROLS {
                if again > 0 {
                    host.open().await;
                }
                host.enter(Side::Open).await;
                // The frame may be gone before it answers.
                drop(make(host.driver, Side::Open, &[attempt], &[*place], host.canary).await);
                evidence.found += &host.found().await;
                let arrived = |seen: &[String]| seen[before..].iter().any(|line| attempt.is_in(Side::Open, line));
                let is_done = !attempt.is_expected() || attempt.is_in(Side::Open, &evidence.found);
                if is_done || host.canary.until(PATIENCE, arrived).await {
                    break;
                }
            }
            evidence.lines.extend(host.canary.seen().split_off(before));
        }
        others.extend(evidence.unexplained(attempts));
        said.dedup();
        rows.push(evidence.row(attempt, said.join(" | ")));
    }
    rows
}
