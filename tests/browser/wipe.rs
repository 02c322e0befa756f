//! What is left of a visit that was wiped: nothing in the document, the windows, the browser, or the program's memory.

use serde_json::Value;

use super::guest::FRAME;
use super::traces::kept;
use crate::common::given;
use crate::engine::driver::visit;
use crate::engine::visit::Visit;

/// Keeps hold of the program's memory, which every text goes through on its way to the page, and of a clock that can be
/// put forward.
const WATCH: &str = "
    const decode = frame.TextDecoder.prototype.decode;
    frame.TextDecoder.prototype.decode = function (bytes, ...rest) {
        if (bytes?.buffer?.byteLength > 65536) frame.memory = bytes.buffer;
        return decode.call(this, bytes, ...rest);
    };
    const now = frame.Date.now;
    frame.late = 0;
    frame.Date.now = () => now() + frame.late;";

/// Which of these texts are anywhere in the program's memory.
fn in_memory(texts: &[&str]) -> String {
    let texts = serde_json::json!(texts);
    format!(
        "(() => {{
            {FRAME}
            const all = new TextDecoder('latin1').decode(new Uint8Array(frame.memory.slice(0)));
            return {texts}.filter(text => all.includes(text));
        }})()"
    )
}

/// What the document shows and holds, and the names that the window has; some are the driver's own.
const LEFT: &str = "[
    document.getElementById('root')?.outerHTML, document.body.children.length, document.title,
    Object.getOwnPropertyNames(window).filter(name => !/^(cdc_|se_|ret_nodes|[$])/.test(name)).sort(),
]";

/// What was typed, and what only a result says: questions with their answers behind them.
const TYPED: &str = "zq47xv";
const SAID: [&str; 2] = ["How old are you? 25 to 64", "Is this an emergency? None of these"];

/// Ways to be wiped, each as a script of the frame.
const WIPES: [(&str, &str); 4] = [
    (
        "nobody did anything for 15 minutes",
        "frame.late += 15 * 60 * 1000; document.dispatchEvent(new Event('visibilitychange'));",
    ),
    ("a key after a device slept", "frame.late += 16 * 60 * 1000; dispatchEvent(new Event('keydown'));"),
    ("the page is left", "dispatchEvent(new Event('pagehide'));"),
    ("start over", "document.querySelector('[data-action=start-over]').click();"),
];

/// A visit up to its result, with something typed that no number is.
async fn come_to_result(visit: &Visit) {
    visit.press("start").await;
    visit.expect("page about").await;
    let person = given("trd", "drug_times=3");
    visit.run_to(&person, "page drugs").await;
    visit.answer(&format!("drug_times={TYPED}")).await;
    visit.press("continue").await;
    visit.until("document.querySelector('[data-missing]')").await;
    assert_eq!(visit.read::<Vec<String>>(&in_memory(&[TYPED])).await, [TYPED], "what is typed can be found");
    visit.find("input[name=drug_times][inputmode]").await.clear().await.expect("it can be emptied");
    visit.run(&person).await;
    assert_eq!(visit.screen().await, "result clinician_first");
    assert_eq!(visit.read::<Vec<String>>(&in_memory(&SAID)).await, SAID, "what is answered can be found");
}

#[test]
fn a_wiped_visit_is_nowhere() {
    visit(async |visit| {
        visit.open().await;
        visit.host_does(&format!("{FRAME} {WATCH} frame.memory = null;")).await;
        let fresh: Value = visit.read(LEFT).await;
        let before = visit.on_host(async || (kept(visit).await, visit.read::<Value>(LEFT).await)).await;
        for (name, wipe) in WIPES {
            come_to_result(visit).await;
            visit.host_does(&format!("{FRAME} {wipe}")).await;
            visit.expect("intro").await;
            let all = [&[TYPED][..], &SAID].concat();
            let left: Vec<String> = visit.read(&in_memory(&all)).await;
            assert_eq!(left, [""; 0], "in memory after: {name}");
            assert_eq!(visit.read::<Value>(LEFT).await, fresh, "in the frame after: {name}");
            let after = visit.on_host(async || (kept(visit).await, visit.read::<Value>(LEFT).await)).await;
            assert_eq!(after.0, before.0, "in the browser after: {name}");
        }
    });
}

#[test]
fn a_visitor_hears_of_the_end_of_an_idle_visit_and_keeps_it_with_a_key() {
    let notice = "document.querySelector('.ss-stay').innerText";
    let later = |minutes: u32, then: &str| {
        let look = "document.dispatchEvent(new Event('visibilitychange'));";
        format!("{FRAME} frame.late += {minutes} * 60 * 1000; {look} {then}")
    };
    visit(async |visit| {
        visit.open().await;
        visit.host_does(&format!("{FRAME} {WATCH}")).await;
        visit.host_does(&later(14, "dispatchEvent(new Event('keydown'));")).await;
        assert_eq!(visit.read::<String>(notice).await, "", "there is nothing to lose on the first screen");
        visit.press("start").await;
        visit.expect("page about").await;
        visit.answer("age_band=age_25_64").await;
        visit.host_does(&later(12, "")).await;
        assert_eq!(visit.read::<String>(notice).await, "");
        visit.host_does(&later(1, "")).await;
        assert!(visit.read::<String>(notice).await.starts_with("Are you still there?"));
        let beside = "document.querySelector('.ss-stay').getBoundingClientRect().left
            - document.activeElement.closest('fieldset').getBoundingClientRect().left";
        assert!(visit.read::<f64>(beside).await.abs() < 1.0, "it stands in the column");
        let below = "document.querySelector('.ss-stay').getBoundingClientRect().top
            - document.activeElement.getBoundingClientRect().bottom";
        assert!((0.0..40.0).contains(&visit.read::<f64>(below).await), "it stands where the visitor was last");
        visit.host_does(&format!("{FRAME} dispatchEvent(new Event('keydown'));")).await;
        visit.until(&format!("{notice} == ''")).await;
        visit.host_does(&later(14, "")).await;
        visit.expect_given(&["age_band=age_25_64"]).await;
        visit.host_does(&later(1, "")).await;
        visit.expect("intro").await;
        assert_eq!(visit.read::<String>(notice).await, "");
    });
}

#[test]
fn a_visitor_who_takes_less_than_15_minutes_over_a_question_loses_nothing() {
    visit(async |visit| {
        visit.start().await;
        visit.host_does(&format!("{FRAME} {WATCH}")).await;
        visit.answer("age_band=age_25_64").await;
        for _ in 0..3 {
            let look = "frame.late += 14 * 60 * 1000;
                document.dispatchEvent(new Event('visibilitychange'));
                dispatchEvent(new Event('keydown'));";
            visit.host_does(&format!("{FRAME} {look}")).await;
        }
        visit.expect("page about").await;
        visit.expect_given(&["age_band=age_25_64"]).await;
    });
}

#[test]
fn nothing_of_the_frame_can_be_reached_from_the_page_around_it() {
    visit(async |visit| {
        visit.start().await;
        visit.answer("age_band=age_25_64").await;
        visit.leave_frames().await;
        let reached: Vec<String> = visit
            .read(
                "(frame => {
                    const tries = {
                        document: () => frame.contentDocument, location: () => frame.contentWindow.location.href,
                        memory: () => frame.contentWindow.WebAssembly, inner: () => frame.contentWindow[0].document,
                    };
                    const reached = ([, reach]) => { try { return reach() != null; } catch { return false; } };
                    return Object.entries(tries).filter(reached).map(([name]) => name);
                })(document.querySelector('self-screen').shadowRoot.querySelector('iframe'))",
            )
            .await;
        assert_eq!(reached, [""; 0]);
    });
}
