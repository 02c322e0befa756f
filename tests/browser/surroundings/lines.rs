//! Each line that calls the browser while the questionnaire starts, with that call failing: the questionnaire is there
//! nevertheless, or help is. The lines are found by looking, so that no list of them can be out of date.

use std::panic::AssertUnwindSafe;

use futures::FutureExt;
use serde_json::{Value, json};
use thirtyfour::By;
use thirtyfour::error::WebDriverResult;

use super::super::guest::{FRAMES, page};
use super::options;
use crate::engine::driver::{dist, visit_each, visit_with};
use crate::engine::visit::Visit;
use crate::engine::{Engine, is_for};

const CALLS: &str = include_str!("calls.js");

/// How a start comes to an end: the element says so or shows the fallback, or its script is over and there is no element.
const ENDED: &str = "told.some(one => one === 'ready' || one.startsWith('error'))
    || document.querySelector('self-screen').shadowRoot?.querySelector('.failed, .left')
    || document.readyState === 'complete' && !customElements.get('self-screen')";

/// Whether there is an element at all.
const DEFINED: &str = "Boolean(customElements.get('self-screen'))";

/// Whether the questionnaire stands there.
const STANDS: &str =
    "document.querySelector('self-screen').shadowRoot?.querySelector('.ready iframe')?.checkVisibility()";

/// The page says nothing of a crisis: that has to come from the element.
const OWN_HELP: &str = " In a crisis, call or text <a href=\"tel:988\">988</a>.";

/// Whether crisis help can be seen: the country's own, or everybody's if the country cannot be read.
const HELP: &str = "(host => [host, host.shadowRoot].some(root => [...root?.querySelectorAll('p') ?? []]
    .some(one => one.checkVisibility() && /988|findahelpline/.test(one.textContent))))(document.querySelector('self-screen'))";

/// How many are tried at once: much of each try is waiting for help that comes late.
const BROWSERS: usize = 3;

/// How many lines there are at least, on the page and in its frames: with fewer, some are not seen.
const AT_LEAST: usize = 100;

/// How many lines may be missed: how soon a browser gets to what can wait differs from one start to the next.
const AT_MOST_UNREACHED: usize = 6;

/// When the page has nothing to do.
const IDLE: &str = "new Promise(done => requestIdleCallback(() => requestIdleCallback(() => done())))";

#[test]
fn whichever_line_of_the_page_throws_leaves_help() {
    assert_each_leaves_help(&["page"]);
}

#[test]
fn whichever_line_of_a_frame_throws_leaves_help() {
    assert_each_leaves_help(&["outer", "inner"]);
}

fn assert_each_leaves_help(realms: &[&str]) {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    let page = page("clinic").and_with(OWN_HELP, "");
    let mut lines = Vec::new();
    visit_with(&options(), page.clone(), async |visit| lines = listed(visit).await);
    lines.retain(|line| realms.iter().any(|realm| line.starts_with(realm)));
    assert!(lines.len() > AT_LEAST, "only {} lines call the browser: {lines:?}", lines.len());
    let ends = visit_each(BROWSERS, &options(), (&dist(), &page), lines, async |visit, line| {
        let mut end = tried(visit, &line, false).await;
        // Some lines are for a slow start alone.
        if end.as_ref().is_some_and(|end| !end.threw) {
            end = tried(visit, &line, true).await;
        }
        (line, end)
    });
    for (line, end) in &ends {
        println!("{line}: {:?}", end.as_ref().map(|End { told, threw }| (told, threw)));
    }
    let wrong: Vec<_> = ends.iter().filter(|(_, end)| end.is_none()).map(|(line, _)| line).collect();
    assert_eq!(wrong, [""; 0], "these leave no help");
    let unreached = ends.iter().filter(|(_, end)| end.as_ref().is_some_and(|end| !end.threw));
    let unreached: Vec<_> = unreached.map(|(line, _)| line).collect();
    assert!(unreached.len() <= AT_MOST_UNREACHED, "these did not throw: {unreached:?}");
}

/// How a start came to an end with help or the questionnaire there.
struct End {
    /// What the page was told.
    told: Vec<String>,
    /// Whether the line did throw.
    threw: bool,
}

/// Opens the page with a line that throws; nothing if there is no help.
async fn tried(visit: &Visit, line: &str, slowly: bool) -> Option<End> {
    let script = put(visit, Some(line), slowly).await;
    let end = AssertUnwindSafe(assert_end(visit, line)).catch_unwind().await;
    take(visit, script).await;
    end.ok()
}

/// Lists the lines that call the browser until the questionnaire is there.
async fn listed(visit: &Visit) -> Vec<String> {
    let script = put(visit, None, true).await;
    visit.open().await;
    let mut lines: Vec<String> = visit.read("places").await;
    visit.leave_frames().await;
    lines.extend(visit.read::<Vec<String>>("places").await);
    let frame = visit
        .driver
        .execute("return document.querySelector('self-screen').shadowRoot.querySelector('iframe');", Vec::new())
        .await;
    frame.and_then(|frame| frame.element()).expect("there is a frame").enter_frame().await.expect("it can be entered");
    lines.extend(visit.read::<Vec<String>>("places").await);
    take(visit, script).await;
    lines
}

/// Opens the page, on which a line throws, and expects the questionnaire or help.
async fn assert_end(visit: &Visit, line: &str) -> End {
    visit.go_to("/").await;
    visit.until(ENDED).await;
    let mut threw = true;
    if visit.read::<Vec<String>>("told").await == ["ready"] {
        // What came of a line may come a moment later.
        visit.read_later::<()>(IDLE).await;
        threw = has_thrown(visit, line).await.unwrap_or(true);
        visit.leave_frames().await;
    }
    let told: Vec<String> = visit.read("told").await;
    if told == ["ready"] {
        visit.until(STANDS).await;
    } else if !told.is_empty() || visit.read::<bool>(DEFINED).await {
        assert!(visit.read::<bool>(HELP).await, "{:?}", visit.links().await);
        assert_eq!(visit.read::<u32>(FRAMES).await, 0, "nothing is left of the questionnaire");
    } else {
        // The script was over before it had any help to give.
        assert!(visit.links().await.len() > 1, "the page's own words stay");
    }
    End { told, threw }
}

/// Whether the line has thrown; an error if its frame is gone, as it is once there is help.
async fn has_thrown(visit: &Visit, line: &str) -> WebDriverResult<bool> {
    visit.leave_frames().await;
    let frames = ["page", "outer", "inner"].iter().position(|realm| line.starts_with(realm)).expect("it is of one");
    if frames > 0 {
        let outer = "return document.querySelector('self-screen').shadowRoot.querySelector('iframe');";
        visit.driver.execute(outer, Vec::new()).await?.element()?.enter_frame().await?;
    }
    if frames > 1 {
        visit.driver.find(By::Tag("iframe")).await?.enter_frame().await?;
    }
    visit.driver.execute("return threw > 0;", Vec::new()).await?.convert()
}

/// Puts the script into each window to come, and tells its name. If it looks at every call, the start is slow.
async fn put(visit: &Visit, target: Option<&str>, slowly: bool) -> Value {
    let source = format!("(() => {{ 'use strict'; const TARGET = {}, SLOWLY = {slowly}; {CALLS} }})()", json!(target));
    let put = visit.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await;
    put.expect("a script can be put into pages")
}

async fn take(visit: &Visit, script: Value) {
    let taken = visit.driver.cdp().send_raw("Page.removeScriptToEvaluateOnNewDocument", script).await;
    taken.expect("the script can be taken out");
}
