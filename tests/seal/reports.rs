//! Pages that have their policies' violations reported to someone.
//!
//! A frame from text inherits the page's policies, and so does what breaks them there: the browser itself then posts the
//! address, or the beginning of a text, to the page's collector. A visit must not begin in such a frame. One that the
//! clinic serves inherits nothing.

use serde_json::Value;

use super::attempts::{Attempt, Side, make};
use super::canary::Canary;
use super::host::Host;
use super::page::{self, Way};
use super::policies::{POLICIES, Policy};
use crate::engine::{Engine, Options, PATIENCE, browse, run};

/// What became of a page with a policy.
struct Seen {
    /// What was announced on the page before anything was tried.
    heard: Vec<String>,
    /// What the developer was told.
    lines: Vec<String>,
    /// Whether crisis help can be seen.
    help: bool,
    /// Everything that was posted to the collector.
    reports: Vec<String>,
}

/// What the element announced, each as its name and its code.
pub const HEARD: &str = "heard.filter(one => one.startsWith('{')).map(one => JSON.parse(one)).filter(one => one.event)
    .map(({ event, detail }) => [event.replace('selfscreen-', ''), detail.code].filter(Boolean).join(' '))";

/// Whether crisis help can be seen in the element.
pub const HELP: &str = "[...document.querySelector('self-screen').shadowRoot.querySelectorAll('a[href=\"tel:988\"]')]
    .some(link => link.checkVisibility())";

impl Seen {
    fn began(&self) -> bool {
        self.heard.iter().any(|one| one == "start")
    }

    /// Lists what of the sealed frame's attempts was reported.
    fn told(&self) -> Vec<&String> {
        self.reports.iter().filter(|report| report.contains(&format!("{}-", Side::Sealed.word()))).collect()
    }

    /// Tells what is not as it should be.
    fn wrong(&self, policy: &Policy, way: Way, witness: &Attempt) -> Vec<String> {
        let mut wrong = Vec::new();
        let told = self.told();
        if way == Way::Brought && policy.is_unnoticed() {
            // Once it is noticed, the row that says it is not has to go.
            if !self.began() {
                wrong.push("it is noticed after all".to_owned());
            }
        } else if let Some(report) = told.first() {
            wrong.push(format!("{} reports tell of the frame: {report}", told.len()));
        }
        let refused = self.heard.iter().any(|one| one == "error reports");
        if policy.reports() && way == Way::Brought && !self.began() {
            let says = |line: &String| ["frame.html", "frame-src", "(reports)"].iter().all(|part| line.contains(part));
            if !refused || !self.help || !self.lines.iter().any(says) {
                wrong.push(format!("{:?}, help {}, {:?}", self.heard, self.help, self.lines));
            }
        } else if refused || !self.began() {
            wrong.push(format!("no visit begins: {:?}, {:?}", self.heard, self.lines));
        }
        if way == Way::Hosted {
            let others = self.reports.iter().filter(|report| !witness.is_in(Side::Open, report));
            // Where the engine does not say what it met, the witness is one report that has no name.
            let others = others.skip(usize::from(!policy.is_heard()));
            wrong.extend(others.map(|report| format!("the page itself, or its frame, is reported: {report}")));
        }
        let control = self.reports.iter().any(|report| witness.is_in(Side::Open, report));
        if control != policy.is_heard() {
            wrong.push(format!("{} made in an ordinary frame is reported: {control}", policy.witness));
        }
        wrong
    }
}

#[test]
fn no_report_tells_of_a_frame_from_text() {
    assert_nothing_is_told(Way::Brought);
}

#[test]
fn no_report_tells_of_a_frame_that_the_clinic_serves() {
    assert_nothing_is_told(Way::Hosted);
}

fn path(place: usize) -> String {
    format!("/policy/{place}")
}

/// Each policy's own, because a report may come when the next page is open already.
fn collector(place: usize) -> String {
    format!("{}{place}", page::COLLECTOR)
}

fn assert_nothing_is_told(way: Way) {
    run(async || {
        let pages = POLICIES.iter().enumerate();
        let pages = pages.map(|(place, policy)| policy.page(&path(place), &collector(place)));
        let pages = pages.map(|page| match way {
            Way::Brought => page,
            Way::Hosted => page.and_with("<self-screen", "<self-screen frame-src=\"/frame.html\""),
        });
        let canary = Canary::with_pages(&page::dist(), pages.collect()).await;
        let options = Options { proxy: Some(canary.proxy), ..Options::default() };
        browse(&options, async |browser| {
            let host = Host::new(browser, &canary, way);
            browser.driver.set_script_timeout(PATIENCE).await.expect("it can be told how long to wait");
            let attempts = Attempt::all(&browser.driver).await;
            let mut all = Vec::new();
            for (place, policy) in POLICIES.iter().enumerate() {
                let witness = attempts.iter().find(|attempt| attempt.id == policy.witness);
                let witness = witness.unwrap_or_else(|| panic!("{} is an attempt", policy.witness));
                let seen = look(&host, place, &attempts, witness).await;
                let wrong = seen.wrong(policy, way, witness);
                let end = if seen.began() { "began" } else { "refused" };
                println!(
                    "{:?}: {policy}: {end}, {} reports, {} tell of the frame{}",
                    Engine::current(),
                    seen.reports.len(),
                    seen.told().len(),
                    if wrong.is_empty() { "" } else { "  <- not as expected" }
                );
                wrong.iter().for_each(|wrong| println!("    {wrong}"));
                all.extend(wrong.into_iter().map(|wrong| format!("{policy}: {wrong}")));
            }
            assert!(all.is_empty(), "not as expected: {all:#?}");
        })
        .await;
    });
}

/// Where attempts are made: at an address that no page of these allows.
const ELSEWHERE: [usize; 1] = [1];

/// Opens a page, begins a visit if there is one and tries everything in it, and then the witness in an ordinary frame.
async fn look(host: &Host<'_>, place: usize, attempts: &[Attempt], witness: &Attempt) -> Seen {
    host.go(&path(place)).await;
    let end = format!("{HEARD}.some(one => one.startsWith('error')) || {TRIED}");
    host.holds(&end).await.expect("the element comes to an end");
    begin(host).await;
    let (heard, lines): (Vec<String>, Vec<String>) = (read(host, HEARD).await, read(host, "lines").await);
    let began = heard.iter().any(|one| one == "start");
    let help = !began && read(host, HELP).await;
    if began {
        host.enter(Side::Sealed).await;
        let staying: Vec<_> = attempts.iter().filter(|attempt| !attempt.leaves).collect();
        make(host.driver, Side::Sealed, &staying, &ELSEWHERE, host.canary).await.expect("they can be made");
        if witness.leaves {
            make(host.driver, Side::Sealed, &[witness], &ELSEWHERE, host.canary).await.expect("it can be made");
        }
    }
    host.enter(Side::Open).await;
    make(host.driver, Side::Open, &[witness], &ELSEWHERE, host.canary).await.expect("it can be made");
    let report = format!("POST {} ", collector(place));
    let reports = |seen: &[String]| -> Vec<String> {
        seen.iter().filter_map(|line| line.strip_prefix(&report)).map(str::to_owned).collect()
    };
    if POLICIES[place].is_heard() {
        let arrived = |seen: &[String]| reports(seen).iter().any(|report| witness.is_in(Side::Open, report));
        host.canary.until(PATIENCE, arrived).await;
    }
    host.mark().await;
    Seen { heard, lines, help, reports: reports(&host.canary.seen()) }
}

/// Whether the element has tried the page's policies and is there: a visitor reads for longer than that before they start.
const TRIED: &str = "(host => host.hasAttribute('frame-src')
    ? heard.some(one => one.includes('selfscreen-ready'))
    : host.shadowRoot.querySelector('.try')?.childNodes.length === 0)(document.querySelector('self-screen'))";

/// Presses Start in the frame until a visit has begun or has been refused.
async fn begin(host: &Host<'_>) {
    let settled = format!("{HEARD}.some(one => /^(start|error)/.test(one))");
    while !read::<bool>(host, &settled).await {
        // The frame may go while it is looked for: then it has been refused.
        if host.try_to_enter_sealed().await.is_ok() {
            drop(host.driver.execute("document.querySelector('[data-action=start]')?.click();", Vec::new()).await);
        }
        host.leave().await;
    }
}

async fn read<T: serde::de::DeserializeOwned>(host: &Host<'_>, script: &str) -> T {
    let value = host.driver.execute(format!("return {script};"), Vec::<Value>::new()).await;
    value.and_then(|value| value.convert()).unwrap_or_else(|error| panic!("{script} can be read: {error}"))
}
