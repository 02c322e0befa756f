//! Sites that a framework draws: real React and real Vue, bundled by `xtask`. Each does the same with the element.

use std::path::PathBuf;

use super::super::guest::page;
use super::{FALLBACK_READ, begin};
use crate::engine::driver::visit_on;
use crate::engine::visit::Visit;

/// What the first screen calls the clinic.
const CLINIC: &str = "document.querySelector('.ss-hero__eyebrow').textContent";

/// Lines on the console but those with which a framework greets developers.
const LINES: &str = "lines.filter(line => !/React DevTools|development build of Vue/.test(line))";

/// Lets the script come.
const RELEASE: &str = "const held = document.querySelector('script[type=\"text/held\"]');
    document.head.append(Object.assign(document.createElement('script'), { src: held.src, integrity: held.integrity, crossOrigin: 'anonymous' }));";

/// The folder with the bundles.
fn bundles() -> PathBuf {
    let folder = std::env::var_os("SELFSCREEN_SITES");
    folder.expect("SELFSCREEN_SITES is set: run these with `cargo xtask test browser`").into()
}

/// Expects a framework to mount, draw, change, remount, leave and take down the element, each as it should be.
fn assert_lives(name: &'static str) {
    let held = |tag: &str| tag.replace("<script ", "<script type=\"text/held\" ");
    visit_on(page(name).and_files(bundles()).and_edge(held), async |visit| {
        visit.go_to("/").await;
        visit.until("document.querySelector('#questions')").await;
        visit.click("#questions").await;
        // The framework knows of no such element yet, and draws what it holds.
        visit.until(FALLBACK_READ).await;
        visit.host_does(RELEASE).await;
        visit.until_told("ready").await;
        change_before_the_start(visit).await;
        draw_during_a_visit(visit).await;
        hear_of_a_booking(visit).await;
        for press in ["#mount", "#home", "back"] {
            come_anew(visit, press).await;
        }
        visit.host_does("unmount();").await;
        visit.until("!document.querySelector('self-screen')").await;
        assert_eq!(visit.read::<Vec<String>>(LINES).await, [""; 0]);
    });
}

async fn change_before_the_start(visit: &Visit) {
    visit.enter().await;
    visit.until(&format!("{CLINIC} == 'Harbor Clinic'")).await;
    visit.on_host(async || visit.click("#change").await).await;
    visit.until(&format!("{CLINIC} == 'Quay Clinic'")).await;
    visit.leave_frames().await;
    begin(visit).await;
    assert_eq!(visit.read::<Vec<String>>("told").await, ["ready"], "the change began nothing anew");
}

async fn draw_during_a_visit(visit: &Visit) {
    visit.click("#draw").await;
    visit.until("document.querySelector('#draw').textContent.includes('1')").await;
    visit.enter().await;
    visit.expect("page about").await;
    visit.leave_frames().await;
}

async fn hear_of_a_booking(visit: &Visit) {
    let book = "document.querySelector('self-screen').dispatchEvent(new CustomEvent('selfscreen-book', { bubbles: true, composed: true, detail: {} }));";
    visit.host_does(book).await;
    visit.until("document.querySelector('output').textContent == '1'").await;
}

/// Has the element remounted: under another key, by a link there and back, or by the browser's own buttons.
async fn come_anew(visit: &Visit, press: &str) {
    visit.host_does("told.length = 0; window.before = document.querySelector('self-screen');").await;
    match press {
        "back" => {
            visit.host_does("history.back();").await;
            visit.until("!before.isConnected").await;
            visit.host_does("history.forward();").await;
        }
        "#home" => {
            visit.click("#home").await;
            visit.until("!before.isConnected").await;
            visit.click("#questions").await;
        }
        other => visit.click(other).await,
    }
    visit.until("!before.isConnected && !before.shadowRoot.querySelector('iframe')").await;
    begin(visit).await;
}

#[test]
fn react() {
    assert_lives("zoo/react");
}

#[test]
fn vue() {
    assert_lives("zoo/vue");
}
