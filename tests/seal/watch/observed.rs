//! Visits as the page around observes them.

use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::person::{Person, Way};
use crate::engine::driver::visit_each;
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;
use crate::engine::{Engine, Options, PATIENCE};

/// So many browsers at once: each waits for its visitor most of the time.
const BROWSERS: usize = 3;

/// The clinic's page, in a folder of its own beside the seal's tests.
const PAGE: &str = "../seal/watch";

/// The visit from inside of the frame, with the walk that the browser tests make.
const VISIT: &str = include_str!("visit.js");
const WALK: &str = include_str!("../../engine/walk.js");

/// When the visitor pressed Start: in the frame, and not to be heard by the page.
const PRESSED: &str =
    "addEventListener('pointerdown', () => { window.pressed = performance.timeOrigin + performance.now(); }, true);";

/// How often the page is opened for one visit.
const TRIES: usize = 4;

/// So many pixels of the card are out of sight for those who scroll the page.
const AWAY: u32 = 150;

/// How long a whole visit may take, where other tests run beside it.
const WHOLE: Duration = Duration::from_secs(120);

/// What closes the stage, in the element's open shadow root: the button, and the one that says that this is meant.
const CLOSE: [&str; 2] = [".stage .close", ".ask .line"];

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
    /// The moments of the presses that began the visit and that first brought an end, by what the page is told of them.
    pub presses: Vec<(&'static str, f64)>,
}

/// Has people visit, each on a page that was just opened. They stay in their order, so that they are cut in half alike in every
/// run.
pub fn observe(dist: &Path, window: Window, people: Vec<Person>) -> Vec<Observed> {
    visit_each(BROWSERS, &window.options(), (dist, &HostPage::scenario(PAGE)), people, async |visit, person| {
        if window.options().phone.is_none() {
            let (width, height) = window.size();
            visit.driver.set_window_rect(0, 0, width, height).await.expect("it can be sized");
        }
        visit.driver.set_script_timeout(WHOLE).await.expect("it can wait");
        one(visit, person).await
    })
}

/// Opens the page; again if the questionnaire gave up, as it does on a machine that is too busy to load it.
async fn open(visit: &Visit) {
    for _ in 0..TRIES {
        visit.go_to("/").await;
        if visit.read_later("observed.ready").await {
            return;
        }
    }
    panic!("the questionnaire did not load in {TRIES} tries");
}

/// Whether the element has tried the page's policies, as it has before anyone has read the first screen: in the middle of a
/// visit that script would slow down the short ones alone. Version 0.1.0, which has no stage, tries none.
const TRIED: &str = "(root => !root.querySelector('.stage') || root.querySelector('.try')?.childNodes.length === 0)
    (document.querySelector('self-screen').shadowRoot)";

/// Has one person visit.
async fn one(visit: &Visit, mut person: Person) -> Observed {
    open(visit).await;
    visit.until(TRIED).await;
    visit.enter().await;
    visit.driver.execute(PRESSED, Vec::new()).await.expect("a press can be heard");
    visit.leave_frames().await;
    // Where what has the focus is out of sight, the Tab key itself scrolls to it.
    let away = if person.tabs { 0 } else { AWAY };
    let begin = format!("scrollTo(0, 20); observed.begin({away});");
    visit.driver.execute(begin, Vec::new()).await.expect("the page observes");
    visit.enter().await;
    visit.find("[data-action='start']").await.click().await.expect("Start can be pressed");
    visit.expect("page about").await;
    let (once, screens) = match person.way {
        Way::On => (None, None),
        Way::Closes(screens) => (None, Some(screens)),
        Way::Turns { at, press, changed } => (Some(json!({"at": at, "press": press, "changed": changed})), None),
    };
    let script = VISIT.replace("/* walk.js */", WALK);
    let given = vec![json!(person.told), json!(once), json!(screens), json!(person.tabs), json!(PATIENCE.as_millis())];
    let made = visit.driver.execute_async(script, given).await.and_then(|made| made.convert());
    let (left, end, ended, fault): (Vec<String>, String, Option<f64>, Option<String>) =
        made.unwrap_or_else(|error| panic!("the visit of {person:?}: {error}"));
    assert_eq!(fault, None, "{person:?} after {left:?}");
    if person.end.is_empty() {
        person.secrets.insert("outcome", end.rsplit(' ').next().unwrap_or_default().to_owned());
    } else if let Way::On = person.way {
        assert_eq!(end, person.end, "{person:?} after {left:?}");
    }
    let mut presses = vec![("selfscreen-start", visit.read("window.pressed").await)];
    visit.leave_frames().await;
    if let Some(ended) = ended {
        presses.push(("selfscreen-finish", ended));
        visit.until("observed.finished()").await;
    }
    if let Way::Closes(_) = person.way {
        for button in CLOSE {
            let button = format!("return document.querySelector('self-screen').shadowRoot.querySelector('{button}');");
            let button = visit.driver.execute(button, Vec::new()).await.and_then(|found| found.element());
            button.expect("it is there").click().await.expect("it can be pressed");
        }
        visit.until("document.querySelector('self-screen').shadowRoot.querySelector('.ready')").await;
    }
    let record = visit.read("observed.end()").await;
    Observed { person, record, presses }
}
