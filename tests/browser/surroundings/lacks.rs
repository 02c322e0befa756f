//! Browsers that lack something in frames, as those within other applications do: what is put into frames is Chromium's
//! driver's alone to do.

use super::super::guest::page;
use super::{INNER, inject, options};
use crate::common::given;
use crate::engine::driver::visit_with;
use crate::engine::visit::Visit;
use crate::engine::{Engine, is_for};

/// Goes through a visit in a browser whose inner frame lacks something.
fn at_the_result(script: &str, test: impl AsyncFnOnce(&Visit)) {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    visit_with(&options(), page("clinic"), async |visit| {
        inject(visit, INNER, script).await;
        visit.start().await;
        visit.run(&given("trd", "")).await;
        visit.expect("result possible_fit").await;
        test(visit).await;
    });
}

#[test]
fn without_webassembly_in_frames_the_line_says_so() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    visit_with(&options(), page("clinic"), async |visit| {
        inject(visit, "self !== top", "delete self.WebAssembly;").await;
        visit.go_to("/").await;
        visit.expect_fallback("wasm-off").await;
    });
}

#[test]
fn without_printing_there_is_no_button_for_it() {
    at_the_result("delete self.print;", async |visit| {
        let shown = "['print', 'copy'].map(action => [...document.querySelectorAll(`[data-action=${action}]`)].filter(one => one.checkVisibility()).length)";
        assert_eq!(visit.read::<[u32; 2]>(shown).await, [0, 1], "buttons to print and to copy");
    });
}

#[test]
fn a_copy_that_was_not_made_is_not_said_to_be() {
    let script =
        "document.execCommand = () => false; navigator.clipboard.writeText = async () => { throw new Error('no'); };";
    at_the_result(script, async |visit| {
        let listen = "window.said = []; const status = document.querySelector('[data-screen] [role=status]');
            new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });";
        visit.host_does(listen).await;
        visit.press("copy").await;
        // The text is there to be copied by hand, or something is said of it.
        visit.until("said.length > 0 || getSelection().toString().length > 100 || document.activeElement.selectionEnd > 100").await;
        let said: Vec<String> = visit.read("said").await;
        assert!(!said.iter().any(|said| said.contains("Copied")), "{said:?}");
    });
}
