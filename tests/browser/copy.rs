//! The summary as text: on the clipboard from inside the seal, the answers about safety only if they were ticked.

use super::guest::FRAME;
use crate::common::given;
use crate::engine::driver::visit;

/// Listens for what is put on the clipboard, and for what is announced.
const LISTEN: &str = "
    frame.copied = [];
    frame.said = [];
    addEventListener('copy', () => frame.copied.push(document.activeElement.value), true);
    const status = document.querySelector('[data-screen] [role=status]');
    new MutationObserver(() => frame.said.push(status.textContent))
        .observe(status, { childList: true, characterData: true, subtree: true });";

#[test]
fn a_copy_has_the_answers_about_safety_only_if_ticked_and_is_announced_politely() {
    let person = given("trd", "s1_past_month=thoughts bp_reading=from_140_90");
    for ticked in [false, true] {
        visit(async |visit| {
            visit.start().await;
            visit.run(&person).await;
            assert_eq!(visit.screen().await, "result clinician_first");
            if ticked {
                visit.click(".ss-tick").await;
                visit.until("document.querySelector('.ss-tick input').checked").await;
            }
            visit.host_does(&format!("{FRAME} {LISTEN}")).await;
            visit.press("copy").await;
            visit.until("(window.wrappedJSObject ?? window).copied.length == 1").await;
            let text: String = visit.read("(window.wrappedJSObject ?? window).copied[0]").await;
            for private in
                ["You thought of ending your life", "Have you made a suicide attempt", "talk this through with you"]
            {
                let there = text.to_lowercase().contains(&private.to_lowercase());
                assert!(ticked || !there, "{private} in {text}");
            }
            assert_eq!(text.contains("talk this through with you"), ticked, "{text}");
            let day: String = visit.read("new Date().toLocaleDateString('en', { dateStyle: 'long' })").await;
            assert!(text.lines().next().is_some_and(|line| line.ends_with(&format!(" {day}."))), "{text}");
            assert!(
                text.contains("You have high blood pressure") && text.contains("How old are you? 25 to 64"),
                "{text}"
            );
            assert!(
                text.lines().last().is_some_and(|line| line.starts_with("Questionnaire ketamine, version 2.0.0, "))
            );
            visit.until("(window.wrappedJSObject ?? window).said.join() == 'Copied,'").await;
            // The field that was copied from is gone, and the focus is where it was.
            assert_eq!(visit.read::<u32>("document.querySelectorAll('textarea').length").await, 0);
            visit.expect_focus("button copy").await;
        });
    }
}
