//! Scripts of the page that stand between the element and its frame, and change the program on its way.
//!
//! The script's `integrity` says nothing of what happens to its bytes later: the frame itself has to know its program.

use super::canary::Canary;
use super::page::{self, Page};
use super::reports::{HEARD, HELP};
use crate::engine::{Options, PATIENCE, browse, run};

/// What a page's scripts do.
struct Row {
    name: &'static str,
    script: &'static str,
    /// Whether it has a clinic's own factors, and with them a second program.
    own: bool,
    /// Whether it gets hold of a program.
    swaps: Option<&'static str>,
}

#[rustfmt::skip] // One script per line.
const ROWS: [Row; 6] = [
    Row { name: "nobody",             script: "",                                         own: false, swaps: None },
    Row { name: "patched post",       script: include_str!("relay/patched_post.js"),      own: false, swaps: Some("wasm") },
    Row { name: "patched post, own",  script: include_str!("relay/patched_post.js"),      own: true,  swaps: Some("loader") },
    Row { name: "replaced channel",   script: include_str!("relay/replaced_channel.js"),  own: false, swaps: Some("wasm") },
    Row { name: "replaced window",    script: include_str!("relay/replaced_window.js"),   own: false, swaps: Some("wasm") },
    Row { name: "taken ports",        script: include_str!("relay/taken_ports.js"),       own: false, swaps: None },
];

const SWAP: &str = include_str!("relay/swap.js");

/// A clinic's own factor, and the release's second script.
const OWN: &str = r#"<script type="application/json">{"factors": [{
        "id": "own_first_time",
        "class": "review",
        "when": {"item": "prior_ketamine", "is": "no"},
        "unsure_when": {"item": "prior_ketamine", "skipped": true},
        "text": "ketamine would be new to you",
        "why": "Here, a first treatment is always with talking therapy.",
        "ask_the_clinic": "What would my first treatment be like?",
        "source": {"title": "Treatment protocol of Harbor Clinic", "year": 2026}
    }]}</script>
    <p>Call us.</p>"#;

impl Row {
    fn path(&self) -> String {
        format!("/{}", self.name.replace([' ', ','], "-"))
    }

    fn page(&self, origin: &str) -> Page {
        let only = if self.own { "window.only = 'loader';" } else { "" };
        let script = format!("<script>{only} {SWAP} {}</script>\n<script src=\"/listen.js\">", self.script);
        let page = Page::without_inline(origin, &self.path(), Vec::new());
        let page = page.and_with("<script src=\"/listen.js\">", &script);
        if !self.own {
            return page;
        }
        let both = "<script async src=\"/selfscreen-screens.js\"></script>\n<script async src=\"/selfscreen.js\">";
        page.and_with("<p>Call us.</p>", OWN).and_with("<script async src=\"/selfscreen.js\">", both)
    }
}

#[test]
fn a_changed_program_does_not_run() {
    assert_changed_programs_do_not_run(page::ORIGIN);
}

#[test]
fn a_changed_program_does_not_run_on_a_page_without_tls_either() {
    assert_changed_programs_do_not_run(page::PLAIN);
}

fn assert_changed_programs_do_not_run(origin: &str) {
    run(async || {
        let pages = ROWS.iter().map(|row| row.page(origin)).collect();
        let canary = Canary::with_pages(&page::dist(), pages).await;
        let options = Options { proxy: Some(canary.proxy), ..Options::default() };
        browse(&options, async |browser| {
            let driver = &browser.driver;
            driver.set_script_timeout(PATIENCE).await.expect("it can be told how long to wait");
            let mut wrong = Vec::new();
            for row in &ROWS {
                driver.goto(format!("{origin}{}", row.path())).await.expect("the page opens");
                let settled = format!(
                    "const done = arguments[arguments.length - 1];
                     (function look() {{
                         const ends = {HEARD}.filter(one => /^(ready|error)/.test(one));
                         if (ends.length) done([ends.join(), swapped, posted, {HELP}]); else setTimeout(look, 20);
                     }})();"
                );
                let seen = driver.execute_async(settled, Vec::new()).await.expect("the element comes to an end");
                let seen: (String, Vec<String>, Vec<String>, bool) = seen.convert().expect("it has that shape");
                println!("{origin}: {}: {seen:?}", row.name);
                if !row.is_well(&seen) {
                    wrong.push(format!("{}: {seen:?}", row.name));
                }
            }
            assert!(wrong.is_empty(), "not as expected: {wrong:#?}");
        })
        .await;
    });
}

impl Row {
    /// Tells whether the page's window was left alone, and a program that was changed was refused and nothing else.
    fn is_well(&self, (end, swapped, posted, help): &(String, Vec<String>, Vec<String>, bool)) -> bool {
        let refused = end == "error program" && *help;
        let ended = if swapped.is_empty() { end == "ready" } else { refused };
        ended && posted.is_empty() && swapped.first().map(String::as_str) == self.swaps
    }
}
