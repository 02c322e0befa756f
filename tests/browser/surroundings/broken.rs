//! What leaves no questionnaire: the fallback takes its place, with crisis help, whenever that happens.

use super::super::guest::{FRAME, page};
use super::{open_with, options};
use crate::common::given;
use crate::engine::driver::visit_with;
use crate::engine::visit::Visit;
use crate::engine::{Engine, Options, is_for};

/// What happens to the frame.
#[rustfmt::skip] // One fault per line.
const FAULTS: [(&str, &str); 10] = [
    ("nodes cannot be put in",     "for (const put of ['insertBefore', 'appendChild']) frame.Node.prototype[put] = () => { throw new Error('no more'); };"),
    ("nodes cannot be taken out",  "frame.Node.prototype.removeChild = () => { throw new Error('no more'); };"),
    ("nodes cannot be made",       "for (const make of ['createElement', 'createElementNS', 'createTextNode']) frame.Document.prototype[make] = () => { throw new Error('no more'); }; frame.Node.prototype.cloneNode = () => { throw new Error('no more'); };"),
    ("attributes cannot be set",   "frame.Element.prototype.setAttribute = () => { throw new Error('no more'); };"),
    ("the body is emptied",        "document.body.replaceChildren();"),
    ("the body is written anew",   "document.body.innerHTML = '';"),
    ("the body is taken out",      "document.body.remove();"),
    ("the root is taken out",      "document.getElementById('root').remove();"),
    ("the root is emptied",        "document.getElementById('root').replaceChildren();"),
    ("the screen is taken out",    "document.querySelector('[data-screen]').remove();"),
];

/// What happens to the program itself: only where a script can be there before it.
const TRAPS: [(&str, &str); 2] = [
    ("its exports are called with garbage", "callWithGarbage();"),
    ("its imports throw", "window.importsThrow = true;"),
];

const CAPTURE: &str = include_str!("capture.js");

/// How far a visit has come.
const SCREENS: [&str; 3] = ["intro", "page mood_safety", "result possible_fit"];

/// Makes the widget draw, where it still can.
const DRAW: &str = "setTimeout(() => document.querySelector('[data-action=start], [data-action=continue], [data-action=start-over]')?.click());";

async fn assert_ends_in_help(visit: &Visit, prepare: &str, fault: &str, screen: &str) {
    open_with(visit, prepare).await;
    if screen != "intro" {
        visit.host_does("document.querySelector('[data-action=start]').click();").await;
        visit.expect("page about").await;
        visit.run_to(&given("trd", ""), screen).await;
        // So that Continue leads on.
        visit.fill(&given("trd", "")).await;
    }
    // The frame may be gone before its driver can say that it was done.
    drop(visit.driver.execute(format!("{FRAME} {fault} {DRAW}"), Vec::new()).await);
    visit.leave_frames().await;
    visit.expect_fallback("fault").await;
}

fn assert_all_end_in_help(options: &Options, prepare: &str, faults: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (name, fault) in faults {
        for screen in SCREENS {
            let one = std::panic::AssertUnwindSafe(|| {
                visit_with(options, page("clinic"), async |visit| {
                    assert_ends_in_help(visit, prepare, fault, screen).await;
                });
            });
            if std::panic::catch_unwind(one).is_err() {
                wrong.push(format!("{name}, on {screen}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0], "these leave no help");
}

#[test]
fn a_frame_that_is_broken_ends_in_help() {
    assert_all_end_in_help(&options(), "", &FAULTS);
}

#[test]
fn a_program_that_traps_ends_in_help() {
    if is_for(&[Engine::Chromium]) {
        assert_all_end_in_help(&Options { whole: true, ..options() }, CAPTURE, &TRAPS);
    }
}
