//! Pages that hold the focus, that nobody sees yet, and that let nothing in which does not say that it may be.

use thirtyfour::Key;
use tokio::time::Instant;

use super::super::guest::page;
use crate::engine::driver::visit_on;
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;
use crate::engine::{Engine, PATIENCE, is_for, looks};

/// What has the focus on the page: an id or a name, and what has it in the element.
const FOCUS: &str = "(one => [one.id || one.localName, one.shadowRoot?.activeElement?.localName ?? ''].join(' ').trim())(document.activeElement)";

const FRAME: &str = "self-screen iframe";

/// How many presses may lie between a neighbor and the frame.
const FEW: usize = 3;

/// Presses Tab, forward or back, until the frame has the focus; tells what had it on the way.
async fn tab_into(visit: &Visit, back: bool) -> Vec<String> {
    let mut way = Vec::new();
    for _ in 0..FEW {
        let keys = visit.driver.action_chain();
        let keys = if back { keys.key_down(Key::Shift) } else { keys };
        let keys = keys.send_keys(Key::Tab);
        let keys = if back { keys.key_up(Key::Shift) } else { keys };
        keys.perform().await.expect("keys can be pressed");
        // The element hands it on a moment later.
        visit.until(&format!("!{FOCUS}.endsWith(' dialog')")).await;
        way.push(visit.read::<String>(FOCUS).await);
        if way.last().is_some_and(|focus| focus == FRAME) {
            break;
        }
    }
    way
}

#[test]
fn a_dialog_that_holds_the_focus_lets_it_into_the_frame() {
    let close = "<button id=\"close\">Close</button>";
    let last = page("focus_trap");
    let first = page("focus_trap").and_with(close, "").and_with("</div>", &format!("{close}</div>"));
    for (name, page) in [("the element is last", last), ("the element is first", first)] {
        for back in [false, true] {
            visit_on(page.clone(), async |visit| {
                visit.go_to("/").await;
                visit.until_told("ready").await;
                visit.until("document.activeElement.id == 'close'").await;
                let way = tab_into(visit, back).await;
                let reached = way.last().is_some_and(|focus| focus == FRAME);
                assert!(reached, "{name}, back: {back}: {way:?}");
            });
        }
    }
}

#[test]
fn a_hosted_frame_waits_until_its_page_is_seen() {
    // The others prerender nothing.
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    visit_on(page("prerendered"), async |visit| {
        visit.go_to("/before.html").await;
        let last = Instant::now() + PATIENCE;
        let mut again = looks();
        while !visit.server.requests().iter().any(|path| path == "/a-minute-later") {
            assert!(Instant::now() < last, "the page is prerendered: {:?}", visit.server.requests());
            again.tick().await;
        }
        visit.click("#next").await;
        visit.until("window.told?.length > 0").await;
        let prerendered = "performance.getEntriesByType('navigation')[0].activationStart > 0";
        assert!(visit.read::<bool>(prerendered).await);
        assert_eq!(visit.read::<Vec<String>>("[...told, ...lines]").await, ["ready"]);
        visit.enter().await;
        visit.expect("intro").await;
    });
}

/// The page that lets nothing in, with the frame from somewhere.
fn isolated(from: &str) -> HostPage {
    let page = page("clinic").and_with("<self-screen", &format!("<self-screen {from}"));
    page.and_header("Cross-Origin-Embedder-Policy", "require-corp")
}

#[test]
fn an_isolated_page_has_the_frame_that_the_script_brings() {
    visit_on(isolated(""), async |visit| {
        visit.go_to("/").await;
        visit.until("told.length > 0").await;
        assert_eq!(visit.read::<Vec<String>>("[...told, ...lines]").await, ["ready"]);
    });
}

#[test]
fn an_isolated_page_has_a_hosted_frame_that_says_that_it_may_be_there() {
    for from in ["frame-src=\"frame.html\"", "frame-src=\"https://widget.example/frame.html\""] {
        let page = isolated(from)
            .and_frame_header("Cross-Origin-Embedder-Policy", "require-corp")
            .and_frame_header("Cross-Origin-Resource-Policy", "cross-origin");
        visit_on(page, async |visit| {
            visit.go_to("/").await;
            visit.until("told.length > 0").await;
            assert_eq!(visit.read::<Vec<String>>("[...told, ...lines]").await, ["ready"]);
        });
    }
}

#[test]
fn an_isolated_page_is_told_what_a_hosted_frame_has_to_say() {
    visit_on(isolated("frame-src=\"frame.html\""), async |visit| {
        visit.go_to("/").await;
        let line = visit.expect_fallback("hosted-frame").await;
        assert!(line.contains("Cross-Origin-Embedder-Policy"), "{line}");
    });
}
