//! Pages on which starting itself goes wrong: what the page says is there, and crisis help with it.

use super::super::guest::page;
use crate::engine::driver::visit_on;

/// What is changed on the page, and whether the questionnaire can still be there.
#[rustfmt::skip] // One page per line.
const PAGES: [(&str, &str, &str); 35] = [
    ("a language that is no text",        JSON,    r#"{"theme": {"lang": {"toString": 1, "valueOf": 1}}}"#),
    ("a phone that is a list",            JSON,    r#"{"theme": {"phone": [5551234]}, "frame_src": "/nope.html"}"#),
    ("a frame that is no text",           JSON,    r#"{"frame_src": {"toString": 1}}"#),
    ("a frame that is not there",         JSON,    r#"{"frame_src": "/nope.html"}"#),
    ("a theme that is no text",           JSON,    r#"{"theme": {"theme": {"toString": 1}}}"#),
    ("a name that is no text",            JSON,    r#"{"name": {"toString": 1}, "region": {"toString": 1}, "frame_src": "/nope.html"}"#),
    ("an accent that is no text",         JSON,    r#"{"theme": {"accent": {"toString": 1}}, "frame_src": "/nope.html"}"#),
    ("a region that every object has",    JSON,    r#"{"region": "constructor", "frame_src": "/nope.html"}"#),
    ("a prototype",                       JSON,    r#"{"__proto__": {"frame_src": "/nope.html"}}"#),
    ("a form named createElement",        BODY,    "<form name=createElement></form>"),
    ("a form named createElementNS",      BODY,    "<form name=createElementNS></form>"),
    ("a form named createTextNode",       BODY,    "<form name=createTextNode></form>"),
    ("a form named addEventListener",     BODY,    "<form name=addEventListener></form>"),
    ("a form named querySelectorAll",     BODY,    "<form name=querySelectorAll></form>"),
    ("a form named readyState",           BODY,    "<form name=readyState></form>"),
    ("a form named body",                 BODY,    "<form name=body></form>"),
    ("a form named head",                 BODY,    "<form name=head></form>"),
    ("a form named documentElement",      BODY,    "<form name=documentElement></form>"),
    ("a form named adoptedStyleSheets",   BODY,    "<form name=adoptedStyleSheets></form>"),
    ("append throws",                     SCRIPT,  "Element.prototype.append = fail"),
    ("appendChild throws",                SCRIPT,  "Node.prototype.appendChild = fail"),
    ("replaceChildren throws",            SCRIPT,  "Element.prototype.replaceChildren = fail"),
    ("setAttribute throws",               SCRIPT,  "Element.prototype.setAttribute = fail"),
    ("attachShadow throws",               SCRIPT,  "Element.prototype.attachShadow = fail"),
    ("createElement throws",              SCRIPT,  "Document.prototype.createElement = fail"),
    ("MessageChannel throws",             SCRIPT,  "window.MessageChannel = fail"),
    ("MutationObserver throws",           SCRIPT,  "addEventListener('readystatechange', () => {}); const { observe } = MutationObserver.prototype; MutationObserver.prototype.observe = function (what, ...more) { return what === document ? observe.call(this, what, ...more) : fail(); }"),
    ("style sheets cannot be filled",     SCRIPT,  "CSSStyleSheet.prototype.replaceSync = fail"),
    ("computed styles throw",             SCRIPT,  "window.getComputedStyle = fail"),
    ("JSON cannot be written",            SCRIPT,  "const { stringify } = JSON; JSON.stringify = what => Object(what).attributes ? fail() : stringify(what)"),
    ("Object.hasOwn throws",              SCRIPT,  "const { hasOwn } = Object; Object.hasOwn = fail; addEventListener('selfscreen-error', () => { Object.hasOwn = hasOwn; })"),
    ("postMessage of ports throws",       SCRIPT,  "MessagePort.prototype.postMessage = fail"),
    ("the element cannot be made",        SCRIPT,  MAKES_NONE),
    ("… and the script comes first",      EARLY,   MAKES_NONE),
    ("bytes cannot be made",              SCRIPT,  "window.Uint8Array = fail"),
];

/// Makes the constructor of our element throw, and of no other.
const MAKES_NONE: &str = "const { construct } = Reflect;
    window.HTMLElement = new Proxy(HTMLElement, { construct: (made, given, as) => as.version ? fail() : construct(made, given, as) })";

/// Where a change goes: into the JSON child, before the element, before the script, or before a script that runs before the
/// element is there.
const JSON: &str = "script in the element";
const BODY: &str = "before the element";
const SCRIPT: &str = "before the script";
const EARLY: &str = "before a script that does not wait";

/// Whether the questionnaire stands there. Drivers cannot enter frames of every page here.
const STANDS: &str =
    "document.querySelector('self-screen').shadowRoot.querySelector('.ready iframe')?.checkVisibility()";

const FAIL: &str = "const fail = () => { throw new Error('no more'); };";

#[test]
fn whatever_goes_wrong_at_the_start_leaves_help() {
    let mut wrong = Vec::new();
    for (name, place, change) in PAGES {
        let (before, after) = match place {
            JSON => ("\">\n  <p>", format!("\">\n  <script type=\"application/json\">{change}</script>\n  <p>")),
            BODY => ("<main>", format!("{change}<main>")),
            EARLY => ("<script async", format!("<script>{FAIL} {change};</script>\n<script")),
            _ => ("<script async", format!("<script>{FAIL} {change};</script>\n<script async")),
        };
        let one = std::panic::AssertUnwindSafe(|| {
            visit_on(page("clinic").and_with(before, &after), async |visit| {
                visit.go_to("/").await;
                visit.until("told.some(one => one === 'ready' || one.startsWith('error'))").await;
                let told: Vec<String> = visit.read("told").await;
                println!("{name}: {told:?}");
                match told.as_slice() {
                    [one] if one == "ready" => visit.until(STANDS).await,
                    _ => visit.expect_help().await,
                }
            });
        });
        if std::panic::catch_unwind(one).is_err() {
            wrong.push(name);
        }
    }
    assert_eq!(wrong, [""; 0], "these leave no help");
}
