//! Nothing that is typed is sent or kept, and the page works without a server.

use serde_json::json;

use super::{BUILDER, PREVIEW, TAG, choose, fill, lines, open};
use crate::browser::traces::kept;
use crate::engine::driver::{dist, visit};
use crate::engine::visit::Visit;
use crate::engine::{Engine, is_for};

/// Uses all of the page.
async fn use_all(visit: &Visit) {
    let settings = json!({"name": "Harbor Clinic of the Bay", "region": "us", "routes": ["racemic"], "stricter": {"bp_raised": "stop"}});
    fill(visit, &settings, "/").await;
    visit.until(&format!("{TAG}.includes('bp_raised')")).await;
    for screen in ["question", "result"] {
        choose(visit, "b-screen", screen).await;
        visit.until(&format!("{PREVIEW}?.querySelector('[data-screen]')")).await;
    }
    choose(visit, "b-screen", "start").await;
    visit.enter().await;
    visit.expect("intro").await;
    visit.leave_frames().await;
}

#[test]
fn nothing_that_is_typed_is_sent_or_kept() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    visit(async |visit| {
        open(visit).await;
        visit.enter().await;
        visit.leave_frames().await;
        let (before, asked) = (kept(visit).await, visit.server.requests());
        let own = [BUILDER, "/builder.css", "/builder.js", "/selfscreen.js"];
        assert!(asked.iter().all(|path| own.contains(&path.as_str())), "{asked:?}");
        use_all(visit).await;
        visit.click("[data-action=copy-tag]").await;
        assert_eq!(visit.server.requests(), asked);
        assert_eq!(kept(visit).await, before);
        for (place, nothing) in
            [("local", json!({})), ("session", json!({})), ("cookies", json!("")), ("address", json!(BUILDER))]
        {
            assert_eq!(before[place], nothing, "{place}");
        }
        assert_eq!(lines(visit).await, [""; 0]);
    });
}

#[test]
fn the_browser_itself_keeps_the_page_from_requests_and_frames() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    visit(async |visit| {
        open(visit).await;
        let asked = visit.server.requests();
        let refused: Vec<bool> = visit
            .read_later(
                "Promise.all([
                    fetch('/canary').then(() => false, () => true),
                    new Promise(done => {
                        document.addEventListener('securitypolicyviolation', event => event.effectiveDirective == 'frame-src' && done(true));
                        document.body.append(Object.assign(document.createElement('iframe'), { src: '/canary.html' }));
                    }),
                    new Promise(done => { const image = new Image(); image.onload = () => done(false); image.onerror = () => done(true); image.src = '/canary.png'; }),
                ])",
            )
            .await;
        assert_eq!(refused, [true, true, true]);
        assert_eq!(visit.server.requests(), asked);
    });
}

#[test]
fn it_works_from_a_disk() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    visit(async |visit| {
        let page = format!("file://{}{BUILDER}", dist().canonicalize().expect("it is there").display());
        visit.driver.goto(page).await.expect("it opens");
        visit.until("document.querySelector('.b__pre')").await;
        use_all(visit).await;
        assert_eq!(visit.server.requests(), [""; 0]);
        assert_eq!(lines(visit).await, [""; 0]);
    });
}
