//! Phones that are touched, upright and on their side, and a keyboard that covers half of the screen.

use serde_json::json;
use thirtyfour::common::command::{Actions, Command};

use super::measures::measure;
use super::{assert_none, go};
use crate::common::given;
use crate::engine::driver::visit_with;
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;
use crate::engine::{Engine, Options, is_for};

/// A phone upright, and a small one on its side.
const PHONES: [(u32, u32); 2] = [(390, 844), (667, 375)];

/// Runs a test on a phone.
fn on_phone(phone: (u32, u32), test: impl AsyncFnOnce(&Visit)) {
    visit_with(&Options { phone: Some(phone), ..Options::default() }, HostPage::default(), test);
}

/// Only Chromium's driver has phones.
fn has_phones() -> bool {
    is_for(&[Engine::Chromium])
}

/// Where the frame is in the window: not where the element is, once the questionnaire has the whole window.
const FRAME: &str = "document.querySelector('self-screen').shadowRoot.querySelector('iframe').getBoundingClientRect()";

/// Scrolls as a finger does, until what is wanted is in the middle: the card in the frame, or the page, if it is not behind.
async fn scroll_to(visit: &Visit, selector: &str) {
    let one = format!("document.querySelector({})", json!(selector));
    let scroll = format!("{one}.closest('.ss-card').scrollBy(0, {one}.getBoundingClientRect().top - innerHeight / 2);");
    visit.driver.execute(scroll, Vec::new()).await.expect("the card scrolls");
    let middle: f64 = visit.read(&format!("(one => (one.top + one.bottom) / 2)({one}.getBoundingClientRect())")).await;
    visit.leave_frames().await;
    let behind = "document.querySelector('self-screen').shadowRoot.querySelector(':modal')";
    let scroll = format!("if (!{behind}) scrollTo(0, {FRAME}.top + scrollY + {middle} - innerHeight / 2);");
    visit.driver.execute(scroll, Vec::new()).await.expect("it scrolls");
    visit.enter().await;
}

/// Taps the middle of an element, by its place in the window: in frames of their own, drivers look for it elsewhere.
async fn tap(visit: &Visit, selector: &str) {
    scroll_to(visit, selector).await;
    let middle = "(one => [(one.left + one.right) / 2, (one.top + one.bottom) / 2])";
    let [x, y]: [f64; 2] =
        visit.read(&format!("{middle}(document.querySelector({}).getBoundingClientRect())", json!(selector))).await;
    visit.leave_frames().await;
    let [left, top]: [f64; 2] = visit.read(&format!("[{FRAME}.left, {FRAME}.top]")).await;
    let finger = json!([{
        "type": "pointer",
        "id": "finger",
        "parameters": { "pointerType": "touch" },
        "actions": [
            { "type": "pointerMove", "duration": 0, "x": (left + x).round(), "y": (top + y).round() },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ],
    }]);
    let tapped = visit.driver.handle().cmd(Command::PerformActions(Actions::from(finger))).await;
    tapped.unwrap_or_else(|error| panic!("{selector} can be tapped: {error}"));
    visit.enter().await;
}

/// How far an element stands out of the window, in pixels: 0 if it can be seen whole.
async fn hidden(visit: &Visit, selector: &str) -> f64 {
    let [top, bottom]: [f64; 2] = visit
        .read(&format!(
            "(one => [one.top, one.bottom])(document.querySelector({}).getBoundingClientRect())",
            json!(selector)
        ))
        .await;
    visit.leave_frames().await;
    let [frame, height]: [f64; 2] = visit.read(&format!("[{FRAME}.top, innerHeight]")).await;
    visit.enter().await;
    (-(frame + top)).max(frame + bottom - height).max(0.0)
}

#[test]
fn a_visit_can_be_tapped_upright_and_on_its_side() {
    if !has_phones() {
        return;
    }
    for phone in PHONES {
        on_phone(phone, async |visit| {
            visit.open().await;
            assert!(visit.on_host(async || visit.read::<bool>("matchMedia('(pointer: coarse)').matches").await).await);
            assert_none(&measure(visit, "layout()").await);
            tap(visit, "[data-action=start]").await;
            for (page, answers) in [
                ("page about", ["who][value=myself", "age_band][value=under_18"].as_slice()),
                ("page emergency", &["emergency_now][value=none"]),
                ("page mood_safety", &["s1_past_month][value=no", "s2_attempt][value=never", "s3_safe_now][value=yes"]),
            ] {
                visit.expect(page).await;
                assert_none(&measure(visit, "layout()").await);
                assert_eq!(hidden(visit, "h2").await, 0.0, "the heading of {page} is in sight");
                for answer in answers {
                    tap(visit, &format!("label:has(> input[name={answer}])")).await;
                    visit.until(&format!("document.querySelector('input[name={answer}]').checked")).await;
                }
                tap(visit, "[data-action=continue]").await;
            }
            visit.expect("check").await;
            assert_none(&measure(visit, "layout()").await);
            tap(visit, "[data-action=see-summary]").await;
            visit.expect("result not_now").await;
            assert_none(&measure(visit, "layout()").await);
        });
    }
}

#[test]
fn what_is_missing_comes_into_sight() {
    if !has_phones() {
        return;
    }
    for phone in PHONES {
        on_phone(phone, async |visit| {
            visit.start().await;
            visit.run_to(&given("trd", ""), "page phq8").await;
            tap(visit, "[data-action=continue]").await;
            visit.until("document.activeElement.name == 'phq8_1'").await;
            let message = "[data-missing] .ss-error";
            assert_eq!(hidden(visit, message).await, 0.0, "the message is in sight on {phone:?}");
        });
    }
}

#[test]
fn a_keyboard_on_the_screen_leaves_the_field_and_its_message_in_sight() {
    if !has_phones() {
        return;
    }
    let (width, height) = PHONES[0];
    let person = given("trd", "drug_times=-");
    on_phone((width, height), async |visit| {
        visit.start().await;
        visit.run_to(&person, "page drugs").await;
        visit.fill(&person).await;
        let field = "input[inputmode=numeric]";
        tap(visit, field).await;
        visit.until("document.activeElement.inputMode == 'numeric'").await;
        let half = json!({"width": width, "height": height / 2, "deviceScaleFactor": 3, "mobile": true});
        visit
            .driver
            .cdp()
            .send_raw("Emulation.setDeviceMetricsOverride", half)
            .await
            .expect("the window can be smaller");
        visit.key("2.5").await;
        visit.key(thirtyfour::Key::Enter).await;
        visit.until("document.querySelector('[data-missing] .ss-error')").await;
        visit.expect_focus("field drug_times=2.5").await;
        assert_eq!(hidden(visit, field).await, 0.0, "the field is in sight");
        assert_eq!(hidden(visit, ".ss-error").await, 0.0, "the message is in sight");
        // On the way down: what is below the keyboard can be scrolled to.
        tap(visit, "[data-action=continue]").await;
        go(visit, "skip").await;
        visit.expect("page medicines_page").await;
    });
}
