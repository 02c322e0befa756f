//! The quick exit of the keyboard: Shift, three times within five seconds, alone each time.

use thirtyfour::Key;

use super::guest::{FRAME, page};
use crate::common::given;
use crate::engine::driver::visit_on;
use crate::engine::visit::Visit;

/// Presses keys one after the other, each with what is held meanwhile: `shift`, `shift+a`, `control+shift`, `wait`.
async fn press(visit: &Visit, keys: &str) {
    let key = |name: &str| match name {
        "shift" => char::from(Key::Shift),
        "control" => char::from(Key::Control),
        "alt" => char::from(Key::Alt),
        "tab" => char::from(Key::Tab),
        letter => letter.chars().next().expect("a key"),
    };
    for pressed in keys.split_whitespace() {
        if pressed == "wait" {
            let later = format!("{FRAME} frame.late = (frame.late ?? 0) + 6000;");
            visit.host_does(&later).await;
            continue;
        }
        let held: Vec<_> = pressed.split('+').map(key).collect();
        let mut chain = visit.driver.action_chain();
        for key in &held {
            chain = chain.key_down(*key);
        }
        for key in held.iter().rev() {
            chain = chain.key_up(*key);
        }
        // The page may be gone before its driver can say that a key was pressed.
        drop(chain.perform().await);
    }
}

/// A clock that the test can put forward: `late`, in milliseconds.
const CLOCK: &str = "const now = frame.Date.now; frame.late = 0; frame.Date.now = () => now() + frame.late;";

/// What leaves, and what is no wish to leave.
const LEAVES: [&str; 3] = ["shift shift shift", "a shift shift shift", "shift wait shift shift shift"];
const STAYS: [&str; 8] = [
    "shift shift",
    "shift+a shift+b shift+c shift+d",
    "shift+tab shift+tab shift+tab",
    "shift shift shift+a",
    "shift shift a shift",
    "shift wait shift wait shift",
    "control+shift control+shift control+shift",
    "alt+shift alt+shift alt+shift",
];

#[track_caller]
fn assert_left(leave: impl AsyncFnOnce(&Visit)) {
    visit_on(page("clinic"), async |visit| {
        visit.start().await;
        visit.answer("age_band=age_25_64").await;
        leave(visit).await;
        visit.leave_frames().await;
        visit.until("location.href == 'about:blank'").await;
        visit.go_back().await;
        let address: String = visit.read("location.href").await;
        assert!(!address.contains("127.0.0.1"), "back leads to {address}");
    });
}

#[test]
fn shift_three_times_in_the_frame_clears_and_leaves() {
    for keys in LEAVES {
        assert_left(async |visit| {
            visit.host_does(&format!("{FRAME} {CLOCK}")).await;
            press(visit, keys).await;
        });
    }
}

#[test]
fn shift_three_times_beside_the_frame_clears_and_leaves_too() {
    for keys in LEAVES {
        assert_left(async |visit| {
            visit.leave_frames().await;
            visit.host_does(&format!("{FRAME} {CLOCK}")).await;
            visit.click("h1").await;
            press(visit, keys).await;
        });
    }
}

#[test]
fn shift_for_capital_letters_and_shortcuts_leaves_nothing() {
    visit_on(page("clinic"), async |visit| {
        visit.start().await;
        visit.host_does(&format!("{FRAME} {CLOCK}")).await;
        for keys in STAYS {
            // Tab may have led out of the frame.
            visit.click("h2").await;
            press(visit, keys).await;
            assert_eq!(visit.screen().await, "page about", "{keys}");
        }
        visit.leave_frames().await;
        visit.host_does(&format!("{FRAME} {CLOCK}")).await;
        for keys in STAYS {
            visit.click("h1").await;
            press(visit, keys).await;
            assert!(visit.read::<bool>("location.pathname == '/'").await, "{keys}");
        }
        visit.enter().await;
        assert_eq!(visit.screen().await, "page about");
    });
}

#[test]
fn a_page_whose_visitor_has_not_begun_keeps_its_keys() {
    visit_on(page("clinic"), async |visit| {
        visit.open().await;
        visit.leave_frames().await;
        visit.click("h1").await;
        press(visit, "shift shift shift").await;
        assert!(visit.read::<bool>("location.pathname == '/'").await);
        visit.enter().await;
        assert_eq!(visit.screen().await, "intro");
    });
}

#[test]
fn keys_that_a_script_makes_do_not_count() {
    let person = given("trd", "");
    visit_on(page("clinic"), async |visit| {
        visit.start().await;
        visit.leave_frames().await;
        let press = "for (const kind of ['keydown', 'keyup']) {
            document.body.dispatchEvent(new KeyboardEvent(kind, { key: 'Shift', bubbles: true }));
        }";
        visit.host_does(&press.repeat(4)).await;
        visit.enter().await;
        visit.run_to(&person, "page emergency").await;
    });
}
