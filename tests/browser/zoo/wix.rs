//! A site builder that shows pasted code in a frame of another site, and lets no script make a frame from text.

use thirtyfour::WindowHandle;
use tokio::time::Instant;

use super::super::guest::page;
use super::{SEEN, begin};
use crate::common::given;
use crate::engine::driver::visit_on;
use crate::engine::visit::Visit;
use crate::engine::{Engine, PATIENCE};

#[test]
fn pasted_code_begins_in_its_frame_and_books_outside() {
    visit_on(page("zoo/wix"), async |visit| {
        visit.go_to("/").await;
        enter_frame(visit, EMBED).await;
        visit.until_told("ready").await;
        visit.until(SEEN).await;
        assert_eq!(visit.own_lines().await, [""; 0]);
        enter_in_embed(visit).await;
        visit.expect("intro").await;
        visit.press("start").await;
        visit.run_to(&given("trd", ""), "result possible_fit").await;
        let place: f64 = visit.read("document.querySelector('[data-action=book]').getBoundingClientRect().top").await;
        visit.leave_frames().await;
        enter_frame(visit, EMBED).await;
        visit.host_does(&format!("scrollTo(0, {place} - innerHeight / 2);")).await;
        enter_in_embed(visit).await;
        drop(visit.find("[data-action=book]").await.click().await);
        if Engine::current() == Engine::WebKit {
            // It opens no window for a press inside the seal: the embed goes there itself, and the site stays.
            visit.leave_frames().await;
            return visit.until("location.pathname == '/' && document.querySelector('iframe')").await;
        }
        visit.driver.switch_to_window(other_window(visit).await).await.expect("it is there still");
        visit.expect_led_to("https://harbor.example/book").await;
    });
}

#[test]
fn custom_code_needs_a_hosted_frame() {
    visit_on(page("zoo/wix"), async |visit| {
        visit.go_to("/custom_code.html").await;
        visit.until_told("error trusted-types").await;
        let lines = visit.own_lines().await;
        assert!(lines.len() == 1 && lines[0].contains("host frame.html and name it with frame-src"), "{lines:?}");
        let hosted = "const one = document.querySelector('self-screen'); one.setAttribute('frame-src', 'frame.html'); lines.length = 0; one.parentNode.append(one);";
        visit.host_does(hosted).await;
        begin(visit).await;
    });
}

/// Waits for a window beside the page's.
async fn other_window(visit: &Visit) -> WindowHandle {
    let last = Instant::now() + PATIENCE;
    loop {
        let windows = visit.driver.windows().await.expect("windows can be listed");
        match &windows[..] {
            [_, other] => return other.clone(),
            found => assert!(Instant::now() < last, "another window opens: {found:?}"),
        }
    }
}

/// The frame in which the host shows pasted code.
const EMBED: &str = "iframe[name=htmlComp-iframe]";

/// Enters a frame from where the driver is.
async fn enter_frame(visit: &Visit, selector: &str) {
    visit.find(selector).await.enter_frame().await.expect("the frame can be entered");
}

/// Enters the questionnaire from the embed frame.
async fn enter_in_embed(visit: &Visit) {
    let frame = "return document.querySelector('self-screen').shadowRoot.querySelector('iframe');";
    let frame = visit.driver.execute(frame, Vec::new()).await.expect("the element can be looked into");
    frame.element().expect("it has a frame").enter_frame().await.expect("the frame can be entered");
    enter_frame(visit, "iframe").await;
}
