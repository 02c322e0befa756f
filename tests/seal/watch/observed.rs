//! Visits as the page around observes them.

use std::path::Path;
use std::sync::Mutex;
use std::thread;

use serde_json::json;

use super::super::server::{HostPage, Server};
use super::super::visit::Visit;
use super::features::Presses;
use super::people::Person;
use crate::engine::{self, Engine, Options, PATIENCE};

/// So many browsers at once: each waits for its visitor most of the time.
const BROWSERS: usize = 3;

/// The clinic's page, in a folder of its own beside the seal's tests.
const PAGE: &str = "../seal/watch";

/// The visit from inside of the frame, with the walk that the browser tests make.
const VISIT: &str = include_str!("visit.js");
const WALK: &str = include_str!("../../browser/walk.js");

/// When the visitor pressed Start: in the frame, and not to be heard by the page.
const PRESSED: &str =
    "addEventListener('pointerdown', () => { window.pressed = performance.timeOrigin + performance.now(); }, true);";

/// How large the window is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// A part of the questionnaire is below it.
    Wide,
    /// The questionnaire takes all of it.
    Phone,
}

impl Window {
    fn size(self) -> (u32, u32) {
        match self {
            Self::Wide => (1000, 800),
            Self::Phone => (390, 844),
        }
    }

    fn options(self) -> Options {
        let phone = self == Self::Phone && Engine::current() == Engine::Chromium;
        Options { phone: phone.then(|| self.size()), ..Options::default() }
    }
}

/// A visit, and what the page around could observe of it.
pub struct Observed {
    pub person: Person,
    pub record: Vec<(f64, String, String)>,
    pub presses: Presses,
}

/// Has people visit, one after another in each of a few browsers, each on a page that was just opened.
pub fn observe(dist: &Path, window: Window, people: Vec<Person>) -> Vec<Observed> {
    let all = Mutex::new(Vec::new());
    let waiting = Mutex::new(people);
    let next = || waiting.lock().expect("nobody has failed").pop();
    thread::scope(|scope| {
        for _ in 0..BROWSERS {
            scope.spawn(|| {
                engine::run(async || {
                    let server = Server::start(dist, HostPage::scenario(PAGE)).await;
                    engine::browse(&window.options(), async |browser| {
                        let visit = Visit::new(browser, server);
                        if window.options().phone.is_none() {
                            let (width, height) = window.size();
                            browser.driver.set_window_rect(0, 0, width, height).await.expect("it can be sized");
                        }
                        browser.driver.set_script_timeout(2 * PATIENCE).await.expect("it can wait");
                        while let Some(person) = next() {
                            let observed = one(&visit, person).await;
                            all.lock().expect("nobody has failed").push(observed);
                        }
                    })
                    .await;
                });
            });
        }
    });
    all.into_inner().expect("nobody has failed")
}

/// Has one person visit.
async fn one(visit: &Visit, person: Person) -> Observed {
    visit.go_to("/").await;
    visit.enter().await;
    visit.driver.execute(PRESSED, Vec::new()).await.expect("a press can be heard");
    visit.leave_frames().await;
    visit.driver.execute("scrollTo(0, 20); observed.begin();", Vec::new()).await.expect("the page observes");
    visit.enter().await;
    visit.find("[data-action='start']").await.click().await.expect("Start can be pressed");
    visit.expect("page about").await;
    let script = VISIT.replace("/* walk.js */", WALK);
    let given = vec![json!(person.told), json!(person.stop_after), json!(person.tabs), json!(PATIENCE.as_millis())];
    let made = visit.driver.execute_async(script, given).await.and_then(|made| made.convert());
    let (left, end, last, fault): (Vec<String>, String, f64, Option<String>) =
        made.unwrap_or_else(|error| panic!("the visit of {person:?}: {error}"));
    assert_eq!(fault, None, "{person:?} after {left:?}");
    match person.stop_after {
        None => assert_eq!(end, person.end(), "{person:?} after {left:?}"),
        Some(_) => assert_eq!(end, "intro", "{person:?} after {left:?}"),
    }
    let first = visit.read("window.pressed").await;
    visit.leave_frames().await;
    let record = visit.read("observed.end()").await;
    Observed { person, record, presses: Presses { first, last } }
}
