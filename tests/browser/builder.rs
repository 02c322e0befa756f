//! The page on which a clinic puts its snippet together.

mod checks;
mod equal;
mod quiet;
mod seen;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::engine::driver::visit;
use crate::engine::visit::Visit;

/// Where it is, in a release.
const BUILDER: &str = "/index.html";
/// What is copied.
const TAG: &str = "document.querySelector('.b__code > .b__pre').textContent";
/// The document of a preview with example answers.
const PREVIEW: &str = "document.querySelector('.b__stage > iframe')?.contentDocument";
const FILL: &str = include_str!("builder/fill.js");

/// Opens it, and waits until it can be used.
async fn open(visit: &Visit) {
    visit.go_to(BUILDER).await;
    visit.until("document.querySelector('.b__pre')").await;
}

/// Empties the form, and puts these settings into it.
async fn fill(visit: &Visit, settings: &Value, at: &str) {
    let filled = visit.driver.execute_async(FILL, vec![settings.clone(), json!(at)]).await;
    let fault: Option<String> = filled.and_then(|filled| filled.convert()).expect("the form can be filled in");
    assert_eq!(fault, None, "{settings} can be filled in");
}

/// Types a text in place of what a field holds, and leaves it.
async fn retype(visit: &Visit, field: &str, text: &str) {
    visit.click(field).await;
    let select = format!("document.querySelector('{field}').select();");
    visit.driver.execute(select, Vec::new()).await.expect("what it holds can be selected");
    visit.find(field).await.send_keys(text.to_owned() + Key::Tab).await.expect("it can be typed into");
}

/// Lists the console's lines, but those in which the preview says of half a form what is still missing.
async fn lines(visit: &Visit) -> Vec<String> {
    let missing = |line: &String| line.contains("Without it no personal result is shown.");
    // The element in the preview tries whether policies report; the builder's own refuses what it tries.
    let tried = |line: &String| {
        let addresses = ["data:", "blob:", "selfscreen:", "base URI", "Framing ''"];
        line.contains("Content Security Policy") && addresses.iter().any(|one| line.contains(one))
    };
    visit.console().await.into_iter().filter(|line| !missing(line) && !tried(line)).collect()
}

/// Chooses what is looked at, or how wide it is.
async fn choose(visit: &Visit, name: &str, value: &str) {
    visit.click(&format!("label:has(> [name={name}][value={value}])")).await;
}

#[test]
fn what_is_typed_is_in_the_tag_and_in_the_questionnaire_beside_it() {
    visit(async |visit| {
        open(visit).await;
        retype(visit, "#b-name", "Harbor Clinic of the Bay").await;
        visit.until(&format!("{TAG}.includes('clinic-name=\"Harbor Clinic of the Bay\"')")).await;
        visit.enter().await;
        visit.until("document.body.textContent.includes('Harbor Clinic of the Bay')").await;
        visit.press("start").await;
        visit.expect("page about").await;
        visit.leave_frames().await;

        // A visit that began keeps its settings, so the preview begins again.
        retype(visit, "#b-booking-url", "harbor.example").await;
        let said = "document.querySelector('#b-booking-url-e').textContent";
        visit.until(&format!("{said}.includes('full https:// address') && {said}.includes('harbor.example')")).await;
        visit.until("document.querySelector('#b-booking-url').getAttribute('aria-invalid') == 'true'").await;
        visit.until(&format!("!{TAG}.includes('booking-url') && document.querySelector('.b__left')")).await;
        visit.enter().await;
        visit.expect("intro").await;
        visit.leave_frames().await;

        retype(visit, "#b-theme-accent", "#E0A100").await;
        visit
            .until("/[789]\\.\\d to 1 light, [78]\\.\\d to 1 dark/.test(document.querySelector('.bnote').textContent)")
            .await;
        for (screen, shown) in [("question", "page"), ("result", "result")] {
            choose(visit, "b-screen", screen).await;
            visit.until(&format!("{PREVIEW}?.querySelector('[data-screen={shown}]')")).await;
            visit
                .until(&format!("{PREVIEW}.querySelector('#root').style.getPropertyValue('--ss-accent') == '#E0A100'"))
                .await;
        }
        let width = "document.querySelector('.b__stage > iframe').clientWidth";
        choose(visit, "b-width", "phone").await;
        visit.until(&format!("{width} <= 390")).await;
        choose(visit, "b-width", "column").await;
        visit.until(&format!("{width} > 390")).await;
        choose(visit, "b-screen", "start").await;
        visit.enter().await;
        visit.expect("intro").await;
    });
}
