//! Pages that spy, meddle and get in the way: none learns an answer or the outcome, and none breaks the visit.
//!
//! Each is a folder, `hostile_<what>`. What its scripts come to know is compared between two visits that take the same way
//! with different answers, and is searched for words of the questionnaire. An ordinary questionnaire stands on the same
//! page, without a seal: of that one they learn everything, in all the ways named here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::learned::{assert_same, found, words};
use crate::common::given;
use crate::engine::Options;
use crate::engine::driver::{visit_on, visit_with};
use crate::engine::server::HostPage;
use crate::engine::visit::{Person, Visit};

/// Two visits with the same pages and as much to press on each, and how they end.
#[rustfmt::skip] // One visit per line.
const VISITS: [(&str, &str); 2] = [
    ("daily_life=a_lot substance_problem=never pregnancy=not_pregnant", "result possible_fit"),
    ("daily_life=a_lot age_band=age_18_24 bp_diagnosis=treated drug_times=3 ketamine_use=past_rarely cannabis=sometimes pregnancy=pregnant", "result not_now"),
];

/// How a visit is made.
#[derive(Clone, Copy)]
enum By {
    /// With mouse and keys alone.
    Hand,
    /// By scripts in the frame that answer a page at once.
    Script,
}

fn page(name: &'static str) -> HostPage {
    HostPage::scenario(name).and_files(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/hostile"))
}

/// Where xtask has put the session recorder.
fn recorder() -> PathBuf {
    let folder = std::env::var_os("SELFSCREEN_RRWEB");
    folder.expect("SELFSCREEN_RRWEB is set: run these with `cargo xtask test browser`").into()
}

/// Makes both visits, and then answers the ordinary questionnaire: `ways` names how the page learns of that.
fn assert_learns_nothing(page: HostPage, by: By, ways: &[&str]) {
    visit_on(page, async |visit| {
        let mut learned = Vec::new();
        for (changes, end) in VISITS {
            let before = open(visit).await;
            let asked = visit.server.requests().len();
            visit.press("start").await;
            visit.expect("page about").await;
            let person = given("ptsd", changes);
            match by {
                By::Hand => run_by_hand(visit, &person).await,
                // Not in one go: screens that follow each other at once are not told of one by one.
                By::Script => {
                    while visit.screen().await != "check" {
                        assert!(visit.step(&person).await, "the visit goes on");
                    }
                }
            }
            see_summary(visit).await;
            assert_eq!(visit.screen().await, end);
            visit.until(GROWN).await;
            visit.leave_frames().await;
            // The end is told at one time after the press.
            visit.until("milestones.endsWith('finish')").await;
            let seen = look(visit).await;
            assert_eq!((seen.milestones.as_str(), seen.address.as_str()), (" ready start finish", "/"));
            assert_eq!(visit.server.requests()[asked..].iter().filter(|path| *path != "/collect").count(), 0);
            learned.push((seen.height, seen.learned[before..].to_vec()));
        }
        let words = words();
        for (_, lines) in &learned {
            let found = found(lines, &words);
            assert!(found.is_empty(), "a page learns of {found:#?}");
        }
        assert_same(&learned[0], &learned[1]);
        assert_learns_of_ordinary(visit, &words, ways).await;
    });
}

/// Whether the frame is as high as what is in it: it grows a moment after.
const GROWN: &str = "innerHeight >= document.documentElement.scrollHeight";

/// Kept when everything that was on its way has arrived and is painted.
const PAINTED: &str = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

/// What can be seen from the page around.
struct Seen {
    learned: Vec<String>,
    milestones: String,
    address: String,
    height: f64,
}

async fn look(visit: &Visit) -> Seen {
    visit.read_later::<()>(PAINTED).await;
    let [learned, milestones, address]: [String; 3] =
        visit.read("[learned, milestones, location.pathname + location.search + location.hash]").await;
    let height =
        "document.querySelector('self-screen').shadowRoot.querySelector('iframe').getBoundingClientRect().height";
    let height = visit.read(height).await;
    Seen { learned: learned.lines().map(str::to_owned).collect(), milestones, address, height }
}

/// Opens the page up to the first screen; tells how much its scripts have learned by then.
async fn open(visit: &Visit) -> usize {
    visit.open().await;
    visit.leave_frames().await;
    visit.until("document.querySelector('self-screen').shadowRoot.querySelector('.ready')").await;
    // What the page's policies are tried with is made and goes in its own time: a visitor who starts sooner takes it away.
    let tried = "document.querySelector('self-screen').shadowRoot.querySelector('.try')?.childNodes.length === 0";
    visit.until(tried).await;
    // Browsers keep the place of a page that is loaded again.
    visit.driver.execute("scrollTo(0, 0);", Vec::new()).await.expect("it can be scrolled");
    visit.driver.action_chain().move_to(5, 5).perform().await.expect("the mouse can be moved");
    let before = look(visit).await.learned.len();
    visit.enter().await;
    before
}

/// The first question that is not answered yet and that the person has an answer to.
const NEXT: &str = "
    const [person, seen] = arguments;
    return [...document.querySelectorAll('fieldset[data-item]')].map(box => box.dataset.item)
        .find(item => item in person && !seen.includes(item)) ?? null;";

/// Goes through the visit with nothing but mouse and keys.
async fn run_by_hand(visit: &Visit, person: &Person) {
    loop {
        let screen = visit.screen().await;
        if !screen.starts_with("page ") {
            break;
        }
        let mut seen: Vec<String> = Vec::new();
        loop {
            let next =
                visit.driver.execute(NEXT, vec![json!(person), json!(seen)]).await.expect("the page can be read");
            let Some(item) = next.json().as_str().map(str::to_owned) else {
                break;
            };
            visit.answer(&format!("{item}={}", codes(&person[&item]))).await;
            seen.push(item);
        }
        visit.go_on().await;
        assert_ne!(visit.screen().await, screen, "everything is answered");
    }
}

/// Goes from the list of answers to the end, whose button is too far down for some drivers.
async fn see_summary(visit: &Visit) {
    visit.expect("check").await;
    let pressed =
        visit.driver.execute("document.querySelector('[data-action=see-summary]').click();", Vec::new()).await;
    pressed.expect("there is a button");
    visit.until("document.querySelector('[data-screen=result]')").await;
}

fn codes(answer: &Value) -> String {
    match answer {
        Value::Array(codes) => codes.iter().map(codes_of_one).collect::<Vec<_>>().join(","),
        one => codes_of_one(one),
    }
}

fn codes_of_one(code: &Value) -> String {
    code.as_str().map_or_else(|| code.to_string(), str::to_owned)
}

/// Answers the ordinary questionnaire, and expects that the page learns of it in each way.
async fn assert_learns_of_ordinary(visit: &Visit, words: &BTreeSet<String>, ways: &[&str]) {
    let before = open(visit).await;
    visit.leave_frames().await;
    for (selector, key) in [("input[value=pregnant]", " "), ("input[name=drink_days]", "3")] {
        let place = format!(
            "(({{ x, y, width, height }}) => [x + width / 2, y + height / 2].map(Math.round))
                (document.querySelector('ordinary-screen').shadowRoot.querySelector('{selector}').getBoundingClientRect())"
        );
        let [x, y]: [i64; 2] = visit.read(&place).await;
        let clicked = visit.driver.action_chain().move_to(x, y).click().send_keys(key).perform().await;
        clicked.expect("the ordinary questionnaire can be answered");
    }
    let lines = look(visit).await.learned[before..].to_vec();
    let found_in = |way: &str| {
        let lines: Vec<_> = lines.iter().filter(|line| line.starts_with(way)).cloned().collect();
        found(&lines, words).contains_key("pregnant")
    };
    let deaf: Vec<_> = ways.iter().filter(|way| !found_in(way)).collect();
    assert!(deaf.is_empty(), "{deaf:?} tell of an ordinary questionnaire: {lines:#?}");
}

#[test]
fn a_session_recorder_learns_nothing() {
    let page = page("hostile_recorder").and_files(recorder());
    assert_learns_nothing(page, By::Hand, &["recorder"]);
}

#[test]
fn loggers_of_keys_and_clicks_learn_nothing() {
    assert_learns_nothing(
        page("hostile_loggers"),
        By::Hand,
        &["event input", "event click", "pointer", "event message"],
    );
}

#[test]
fn a_tag_manager_learns_nothing() {
    assert_learns_nothing(page("hostile_tag_manager"), By::Hand, &["tag"]);
}

#[test]
fn a_page_that_has_patched_everything_learns_nothing() {
    let ways = ["fetch", "postMessage", "port", "stringify", "listener", "channel"];
    assert_learns_nothing(page("hostile_patched"), By::Script, &ways);
}

#[test]
fn a_page_with_polluted_prototypes_learns_nothing() {
    assert_learns_nothing(page("hostile_polluted"), By::Script, &["polluted map"]);
}

#[test]
fn forged_messages_neither_break_a_visit_nor_learn_of_it() {
    assert_learns_nothing(page("hostile_forger"), By::Script, &["heard"]);
}

#[test]
fn taking_the_scrolling_away_neither_breaks_a_visit_nor_tells_of_it() {
    assert_learns_nothing(page("hostile_scroll_jacking"), By::Hand, &["jack input"]);
}

/// The size and the type of everything that is to be seen in the frame.
const LOOK: &str = "[`${innerWidth} by ${innerHeight}`].concat([...document.querySelectorAll('body *')].filter(one => one.checkVisibility()).map(one => {
    const { x, y, width, height } = one.getBoundingClientRect();
    const { fontSize, fontFamily, lineHeight, letterSpacing, textTransform, opacity } = getComputedStyle(one);
    const type = [fontSize, fontFamily, lineHeight, letterSpacing, textTransform, opacity].join(' ');
    return `${one.localName} ${one.className.baseVal ?? one.className}: ${[x, y, width, height].map(Math.round)} ${type}`;
}))";

/// What of the frame can be seen, and whether a press on it arrives there.
const FRAME: &str = "(() => {
    const frame = document.querySelector('self-screen').shadowRoot.querySelector('iframe');
    const { x, top, bottom, width, height } = frame.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
    const { opacity, visibility } = getComputedStyle(frame);
    return [x, top + scrollY, width, height, hit?.localName, opacity, visibility, frame.checkVisibility()].join(' ');
})()";

/// Makes a visit and describes all its screens, and the frame around them.
async fn looks(visit: &Visit) -> Vec<(String, Vec<String>)> {
    let person = given("ptsd", VISITS[1].0);
    let mut looks = Vec::new();
    visit.open().await;
    loop {
        let screen = visit.screen().await;
        visit.until(GROWN).await;
        visit.read_later::<()>(PAINTED).await;
        let look_at_frame = async || {
            visit.read_later::<()>(PAINTED).await;
            visit.read::<String>(FRAME).await
        };
        let frame = visit.on_host(look_at_frame).await;
        let mut look: Vec<String> = visit.read(LOOK).await;
        look.push(frame);
        looks.push((screen.clone(), look));
        if screen == "intro" {
            visit.press("start").await;
            visit.expect("page about").await;
        } else if screen == "check" {
            see_summary(visit).await;
        } else if !visit.step(&person).await {
            return looks;
        }
    }
}

/// Compares a visit on a page with hostile styles with the same visit on the same page without them.
fn assert_looks_the_same(name: &'static str) {
    let options = Options::default();
    let mut seen = Vec::new();
    for page in [page(name), page(name).and_with("<style media=\"all\">", "<style media=\"not all\">")] {
        visit_with(&options, page, async |visit| seen.push(looks(visit).await));
    }
    let [hostile, plain] = &seen[..] else { unreachable!("there were two") };
    assert_eq!(plain.last().map(|(screen, _)| screen.as_str()), Some("result not_now"));
    assert_eq!(plain.len(), hostile.len());
    for ((screen, plain), (also, hostile)) in plain.iter().zip(hostile) {
        assert_eq!(screen, also);
        for (plain, hostile) in plain.iter().zip(hostile) {
            assert_eq!(hostile, plain, "on {screen}");
        }
        assert_eq!(plain.len(), hostile.len(), "on {screen}");
        let frame = plain.last().expect("the frame comes last");
        assert!(frame.starts_with("20 20 720 ") && frame.ends_with("self-screen 1 visible true"), "{screen}: {frame}");
        assert!(plain.iter().any(|one| one.starts_with("button ")), "{screen} has a button");
    }
}

#[test]
fn a_page_that_unsets_every_style_changes_nothing() {
    assert_looks_the_same("hostile_unset");
}

#[test]
fn a_page_that_hides_buttons_changes_nothing() {
    assert_looks_the_same("hostile_no_buttons");
}

#[test]
fn a_page_with_small_type_changes_nothing() {
    assert_looks_the_same("hostile_small_type");
}
