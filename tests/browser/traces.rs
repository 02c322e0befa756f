//! What a visit leaves behind: nothing.

use serde_json::{Value, json};

use crate::common::given;
use crate::engine::driver::visit;
use crate::engine::visit::Visit;

/// Everything in which a page can keep something.
pub async fn kept(visit: &Visit) -> Value {
    let kept = "(async () => ({
        local: { ...localStorage },
        session: { ...sessionStorage },
        cookies: document.cookie,
        databases: await indexedDB.databases(),
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        name: window.name,
        state: history.state,
        entries: history.length,
        address: location.pathname + location.search + location.hash,
        title: document.title,
    }))()";
    visit.read_later(kept).await
}

/// Places of the sealed frame that keep something, or do not refuse to.
const OPEN_PLACES: &str = "[
    ['local', () => localStorage], ['session', () => sessionStorage], ['cookies', () => document.cookie],
].filter(([, use]) => { try { return use(); } catch { return false; } }).map(([name]) => name)";

#[test]
fn a_visit_keeps_nothing_in_the_browser() {
    let given = given("trd", "s1_past_month=passive");
    visit(async |visit| {
        visit.open().await;
        assert_eq!(visit.read::<Vec<String>>(OPEN_PLACES).await, [""; 0]);
        let before = visit.on_host(async || kept(visit).await).await;
        visit.press("start").await;
        visit.run(&given).await;
        assert_eq!(visit.screen().await, "result clinician_first");
        let inside: Value = visit.read("[name, history.state, location.href]").await;
        assert_eq!(inside, json!(["", null, "about:srcdoc"]));
        let after = visit.on_host(async || kept(visit).await).await;
        assert_eq!(after, before);
        let blank = json!({"local": {}, "session": {}, "cookies": "", "databases": [], "caches": [], "workers": 0, "name": "", "address": "/"});
        for (place, nothing) in blank.as_object().expect("it is a map") {
            assert_eq!(&after[place], nothing, "{place}");
        }
        let cookies = visit.driver.get_all_cookies().await.expect("cookies can be listed");
        assert!(cookies.is_empty(), "{cookies:?}");
    });
}

/// What the frame and the page around it have fetched.
async fn fetched(visit: &Visit) -> [Vec<String>; 2] {
    let entries = "performance.getEntriesByType('resource').map(entry => entry.name)";
    [visit.read(entries).await, visit.on_host(async || visit.read(entries).await).await]
}

#[test]
fn a_visit_sends_no_request() {
    let given = given("trd", "body=bladder_problem");
    visit(async |visit| {
        visit.open().await;
        let loaded = visit.server.requests();
        let before = fetched(visit).await;
        assert!(loaded.len() > 2, "loading is seen: {loaded:?}");
        visit.press("start").await;
        visit.run(&given).await;
        visit.press("back").await;
        visit.expect("check").await;
        visit.press("see-summary").await;
        visit.expect("result clinician_first").await;
        visit.press("copy").await;
        visit.press("start-over").await;
        visit.expect("intro").await;
        assert_eq!(visit.server.requests(), loaded);
        assert_eq!(fetched(visit).await, before);
    });
}

#[test]
fn a_visit_says_nothing_to_the_console() {
    let given = given("trd", "s1_past_month=thoughts drug_times=7");
    visit(async |visit| {
        visit.start().await;
        visit.run(&given).await;
        assert_eq!(visit.screen().await, "result clinician_first");
        visit.press("start-over").await;
        visit.expect("intro").await;
        assert_eq!(visit.console().await, [""; 0]);
    });
}

#[test]
fn reloading_leaves_nothing_behind() {
    let given = given("trd", "drug_times=0");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "page drugs").await;
        visit.fill(&given).await;
        visit.reload().await;
        visit.expect("intro").await;
        visit.press("start").await;
        visit.expect("page about").await;
        visit.expect_given(&[]).await;
    });
}

#[test]
fn coming_back_to_the_page_shows_a_fresh_start() {
    let given = given("trd", "");
    visit(async |visit| {
        visit.start().await;
        visit.run_to(&given, "page mood_safety").await;
        visit.fill(&given).await;
        visit.expect_given(&["s1_past_month=no", "s2_attempt=never", "s3_safe_now=yes"]).await;
        visit.go_to("/elsewhere").await;
        visit.go_back().await;
        visit.enter().await;
        visit.expect("intro").await;
        visit.press("start").await;
        visit.expect("page about").await;
        visit.expect_given(&[]).await;
    });
}

#[test]
fn start_over_wipes_at_once() {
    let person = given("minor", "s2_attempt=over_3_months");
    visit(async |visit| {
        visit.start().await;
        visit.run(&person).await;
        assert_eq!(visit.screen().await, "result not_now");
        visit.press("start-over").await;
        visit.expect("intro").await;
        visit.press("start").await;
        visit.expect("page about").await;
        visit.expect_given(&[]).await;
        assert_eq!(visit.run(&given("blank", "")).await.len(), 11, "every page is asked anew");
        assert_eq!(visit.factors().await, ["unanswered_safety review", "age_unknown review"]);
    });
}

#[test]
fn clear_and_leave_ends_on_a_blank_page_that_leads_nowhere_back() {
    let way = [
        ("intro", ""),
        ("page emergency", ""),
        ("pause", "s1_past_month=passive"),
        ("urgent urgent", "s1_past_month=plan_or_intent"),
        ("result not_now", ""),
    ];
    visit(async |visit| {
        for (screen, changes) in way {
            visit.open().await;
            if screen != "intro" {
                visit.press("start").await;
                visit.expect("page about").await;
                visit.run_to(&given("minor", changes), screen).await;
            }
            visit.press_last("clear-and-leave").await;
            visit.leave_frames().await;
            visit.until("location.href == 'about:blank'").await;
            visit.go_back().await;
            let address: String = visit.read("location.href").await;
            assert!(!address.contains("127.0.0.1"), "from {screen} to {address}");
        }
    });
}
