//! The stage: one size and one place from Start to the end, closing it, and the place that is kept free for it.

use super::embedding::begin;
use super::guest::{enter_frames, page};
use crate::common::given;
use crate::engine::Engine;
use crate::engine::driver::visit_on;
use crate::engine::server::HostPage;

/// Tells whether the stage is in the top layer.
const ON_TOP: &str = "document.querySelector('self-screen').shadowRoot.querySelector('.stage').matches(':modal')";

#[test]
fn nothing_jumps_on_a_page_that_keeps_its_place_free() {
    for (width, free, height) in [("900px", "56rem", 896.0), ("320px", "60rem", 960.0)] {
        assert_nothing_jumps(page("reserved").and_with("50rem", free).and_with("900px", width), height);
    }
}

fn assert_nothing_jumps(page: HostPage, height: f64) {
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        visit.until_told("ready").await;
        // Before a driver enters the frame, which may move the focus.
        assert_eq!(
            visit.read::<(f64, String)>("[scrollY, document.activeElement.localName]").await,
            (0.0, "body".into())
        );
        // The frame's height comes in a message of its own.
        visit.enter().await;
        visit.until("document.documentElement.scrollHeight <= innerHeight").await;
        visit.leave_frames().await;
        let painted = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        visit.read_later::<bool>(painted).await;
        let heights: Vec<f64> = visit.read("heights").await;
        assert!(heights.iter().all(|one| (one - height).abs() < 120.0), "{heights:?}");
        let (shifts, sees): (f64, bool) =
            visit.read("[shifts, PerformanceObserver.supportedEntryTypes.includes('layout-shift')]").await;
        assert!(sees || Engine::current() != Engine::Chromium, "Chromium tells of shifts");
        // What Chromium itself calls good is 0.1; a line of the fallback that is redrawn counts some thousandths.
        assert!(shifts < 0.01, "the page moved by {shifts}");
    });
}

/// The size and the place of the frame, and where the page is scrolled to.
const PLACE: &str = "(({ x, y, width, height }) => [x, y, width, height, scrollX, scrollY].join(' '))
    (document.querySelector('self-screen').shadowRoot.querySelector('iframe').getBoundingClientRect())";

#[test]
fn from_start_to_the_end_it_has_one_size_and_one_place() {
    #[rustfmt::skip] // One column and window a line, with the attribute, and whether it takes the window.
    let rows = [
        ("900px", (1000, 700),  "",                 false),
        ("320px", (1000, 700),  "",                 true),
        ("320px", (1000, 700),  "stage=\"inline\"", false),
        ("900px", (1000, 700),  "stage=\"full\"",   true),
        ("900px", (1000, 400),  "",                 true),
        ("900px", (1000, 2400), "",                 false),
    ];
    for (column, (width, height), attribute, on_top) in rows {
        let page =
            page("reserved").and_with("900px", column).and_with("<self-screen", &format!("<self-screen {attribute}"));
        visit_on(page, async |visit| {
            visit.driver.set_window_rect(0, 0, width, height).await.expect("a window has any size");
            visit.open().await;
            visit.host_does("document.querySelector('[data-action=start]').click();").await;
            visit.expect("page about").await;
            visit.until("document.documentElement.dataset.stage").await;
            visit.leave_frames().await;
            assert_eq!(visit.read::<bool>(ON_TOP).await, on_top, "{column} {attribute}");
            let place: String = visit.read(PLACE).await;
            let within = "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)
                (document.querySelector('self-screen').shadowRoot.querySelector('iframe').getBoundingClientRect())";
            assert!(visit.read::<bool>(within).await, "all of it is in sight: {place}");
            visit.enter().await;
            let person = given("trd", "heart=past_stroke");
            while visit.step(&person).await {
                assert_eq!(
                    visit.on_host(async || visit.read::<String>(PLACE).await).await,
                    place,
                    "{column} {attribute}"
                );
            }
            assert_eq!(visit.screen().await, "result clinician_first");
        });
    }
}

/// A bar that stays at the top while the page scrolls, 80 pixels high, with a link in the middle.
const BAR: &str =
    "<header style=\"position: sticky; top: 0; z-index: 9; block-size: 80px; background: #ddd; text-align: center\">
    <a href=\"#\" style=\"display: block; block-size: 24px\">Harbor Clinic</a>
</header>";

#[test]
fn a_bar_of_the_page_covers_nothing_of_the_card() {
    let two = BAR.replace("top: 0", "top: 80px");
    let main = |bar: &str| format!("{bar}<main style=\"inline-size: 900px; padding-block: 600px 2000px\">");
    let [document, root] = [
        "document.querySelector('self-screen')",
        "document.querySelector('clinic-page').shadowRoot.querySelector('self-screen')",
    ];
    #[rustfmt::skip] // One page a line, with where its element is and how much of the window's top is covered.
    let rows = [
        (page("reserved").and_with("<h1>", &format!("{BAR}{two}<h1>")),   document, 160.0),
        (page("shadow_root").and_with("<main>", &main("")),               root,     0.0),
        (page("shadow_root").and_with("<main>", &main(BAR)),              root,     80.0),
        (page("shadow_root").and_with("<body>", &format!("<body>{BAR}")).and_with("<main>", &main("")), root, 80.0),
    ];
    for (row, (page, element, covered)) in rows.into_iter().enumerate() {
        visit_on(page, async |visit| {
            visit.driver.set_window_rect(0, 0, 1000, 700).await.expect("a window has any size");
            visit.go_to("/").await;
            visit.until_told("ready").await;
            enter_frames(visit, element, "[data-screen]").await;
            visit.host_does("document.querySelector('[data-action=start]').click();").await;
            visit.expect("page about").await;
            visit.leave_frames().await;
            let place = format!(
                "(({{ top, bottom }}) => [top, bottom, innerHeight])({element}.shadowRoot.querySelector('iframe').getBoundingClientRect())"
            );
            // The page scrolls in one go, a moment after the press.
            visit.until(&format!("(([, bottom, window]) => bottom <= window)({place})")).await;
            let [top, bottom, window]: [f64; 3] = visit.read(&place).await;
            assert!(top >= covered && bottom <= window, "row {row}: from {top} to {bottom} of {window}");
            // As high as what is left of the window, but for what is kept free.
            assert!(bottom - top >= window - covered - 33.0, "row {row}: from {top} to {bottom} of {window}");
        });
    }
}

#[test]
fn a_stage_is_closed_only_after_a_question_and_gives_the_place_back() {
    visit_on(page("reserved").and_with("<self-screen", "<self-screen stage=\"full\""), async |visit| {
        visit.open().await;
        begin(visit).await;
        visit.leave_frames().await;
        let asks = "document.querySelector('self-screen').shadowRoot.querySelector('.ask').open";
        visit.host_does(&in_element("querySelector('.close').click()")).await;
        visit.until(asks).await;
        visit.host_does(&in_element("querySelector('.ask .main').click()")).await;
        visit.until(&format!("!{asks}")).await;
        visit.enter().await;
        visit.expect_given(&["age_band=age_25_64"]).await;
        visit.leave_frames().await;
        visit.host_does("told.length = 0;").await;
        visit.host_does(&in_element("querySelector('.close').click()")).await;
        visit.until(asks).await;
        visit.host_does(&in_element("querySelector('.ask .line').click()")).await;
        visit.until_told("ready").await;
        assert!(!visit.read::<bool>(ON_TOP).await);
        assert_eq!(visit.read::<String>("document.activeElement.localName").await, "self-screen");
        visit.enter().await;
        visit.expect("intro").await;
        begin(visit).await;
    });
}

/// Does something in the element's own part of the page.
fn in_element(what: &str) -> String {
    format!("document.querySelector('self-screen').shadowRoot.{what};")
}

#[test]
fn in_a_modal_of_the_page_it_stays_in_its_place_and_keeps_the_visit() {
    visit_on(page("modal"), async |visit| {
        visit.go_to("/").await;
        visit.until_told("ready").await;
        visit.click("#open").await;
        visit.enter().await;
        visit.host_does("document.querySelector('[data-action=start]').click();").await;
        visit.expect("page about").await;
        visit.leave_frames().await;
        assert!(!visit.read::<bool>(ON_TOP).await, "two modals would fight for the focus");
        let close = "document.querySelector('dialog').close(); document.querySelector('dialog').showModal();";
        visit.host_does(close).await;
        visit.enter().await;
        assert!(visit.screen().await.starts_with("page "), "closing and opening keeps the visit");
    });
}
