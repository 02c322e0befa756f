//! What is around a visit: scripts of others in the frame's own world, pages of every kind, and browsers that lack something.
//!
//! What leaves the questionnaire whole changes nothing in it. What does not leaves crisis help and the clinic.

mod broken;
mod foreign;
mod lacks;
mod lines;
mod pages;
mod starting;

use serde_json::json;

use crate::engine::visit::Visit;
use crate::engine::{Engine, Options};

/// A browser whose frames a script can be put into: Chromium's driver puts none into a frame with a process of its own.
fn options() -> Options {
    Options { one_process: true, ..Options::default() }
}

/// What the scripts of others begin with.
const KIT: &str = "
    const whenThere = then => document.body && document.readyState !== 'loading'
        ? then()
        : document.addEventListener('DOMContentLoaded', then);";

/// Tells whether a window is that of the inner frame.
const INNER: &str = "self !== top && parent !== top && parent.parent === top";

/// Opens the page with a script in the inner frame's own world: before anything of ours where the driver can do that.
async fn open_with(visit: &Visit, script: &str) {
    if Engine::current() == Engine::Chromium {
        inject(visit, INNER, script).await;
        visit.open().await;
    } else {
        visit.open().await;
        visit.host_does(&format!("try {{ {KIT} {script} }} catch {{}}")).await;
    }
}

/// Puts a script into each window of which a condition holds, before any other: Chromium only.
async fn inject(visit: &Visit, condition: &str, script: &str) {
    let source = json!({"source": format!("if ({condition}) {{ {KIT} {script} }}")});
    let put = visit.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await;
    put.expect("a script can be put into pages");
}
