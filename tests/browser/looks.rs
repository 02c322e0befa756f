//! Dark and light, and very narrow.

use super::tour::everything;
use crate::common::given;
use crate::engine::Options;
use crate::engine::driver::{visit_on, visit_with};
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;

/// How light a colour of the card is, from 0 to 255: painted, because styles may name it in any way.
async fn lightness(visit: &Visit, property: &str) -> f64 {
    visit
        .read(&format!(
            "(() => {{
                const canvas = Object.assign(document.createElement('canvas'), {{ width: 1, height: 1 }});
                const paint = canvas.getContext('2d');
                paint.fillStyle = getComputedStyle(document.querySelector('[data-screen]')).{property};
                paint.fillRect(0, 0, 1, 1);
                const [red, green, blue] = paint.getImageData(0, 0, 1, 1).data;
                return (red + green + blue) / 3;
            }})()"
        ))
        .await
}

async fn assert_dark(visit: &Visit, dark: bool) {
    let (ground, text) = (lightness(visit, "backgroundColor").await, lightness(visit, "color").await);
    let found =
        if ground < 80.0 && text > 180.0 { Some(true) } else { (ground > 200.0 && text < 80.0).then_some(false) };
    assert_eq!(found, Some(dark), "on {}: ground {ground}, text {text}", visit.screen().await);
}

/// Looks at the intro and the first page.
async fn begin(visit: &Visit, dark: bool) {
    visit.open().await;
    assert_dark(visit, dark).await;
    visit.press("start").await;
    visit.expect("page about").await;
    assert_dark(visit, dark).await;
}

/// Looks at the intro, pages, the pause and the result, on a light device or on a dark one.
fn assert_scheme(page: HostPage, dark_device: bool, dark: bool) {
    let person = given("minor", "s1_past_month=passive");
    let options = Options { dark: dark_device, ..Options::default() };
    visit_with(&options, page, async |visit| {
        begin(visit, dark).await;
        while visit.step(&person).await {
            assert_dark(visit, dark).await;
        }
        assert_eq!(visit.screen().await, "result not_now");
    });
}

#[test]
fn the_device_says_whether_it_is_dark() {
    assert_scheme(HostPage::default(), false, false);
    assert_scheme(HostPage::default(), true, true);
}

#[test]
fn the_clinic_can_say_that_it_is_always_dark() {
    let page = HostPage::with("show-scores>", "show-scores theme=\"dark\">");
    assert_scheme(page.clone(), false, true);
    assert_scheme(page, true, true);
}

#[test]
fn the_clinic_can_say_that_it_is_always_light() {
    let page = HostPage::with("show-scores>", "show-scores theme=\"light\">");
    assert_scheme(page.clone(), false, false);
    assert_scheme(page, true, false);
}

#[test]
fn the_page_says_whether_it_is_dark() {
    // What the page says, whether the device is dark, and whether the questionnaire is; `tests/values/host.mjs` has all there is.
    for (page, device, dark) in
        [(":root { color-scheme: normal }", true, false), ("self-screen { color-scheme: dark }", false, true)]
    {
        let options = Options { dark: device, ..Options::default() };
        let page = HostPage::with("<main>", &format!("<main><style>{page}</style>"));
        visit_with(&options, page, async |visit| {
            begin(visit, dark).await;
            // Browsers paint over a frame of another scheme than what it is in: the corners of the card would show it.
            let scheme = "getComputedStyle(document.documentElement).colorScheme";
            let inner: String = visit.read(scheme).await;
            visit.driver.enter_parent_frame().await.expect("there is an outer frame");
            let outer: String = visit.read(scheme).await;
            let expected = if dark { "dark" } else { "light" };
            assert_eq!([inner.as_str(), outer.as_str()], [expected; 2]);
        });
    }
}

/// What looks otherwise under a pointer, and does so where nothing hovers too: a finger would leave that look behind.
const TOUCHED: &str = "(() => {
    const [found, hovering] = [[], /\\(hover: ?hover\\)/];
    let rules = 0;
    const look = (rule, hovers) => {
        hovers ||= hovering.test(rule.media?.mediaText);
        if (/:hover/.test(rule.selectorText)) {
            rules += 1;
            if (!hovers) found.push(rule.selectorText);
        }
        [...rule.cssRules ?? []].forEach(rule => look(rule, hovers));
    };
    [...document.styleSheets, ...document.adoptedStyleSheets].forEach(sheet => look(sheet, false));
    return [rules, found];
})()";

#[test]
fn only_what_can_hover_changes_how_things_look() {
    visit_on(HostPage::default(), async |visit| {
        visit.open().await;
        let (rules, touched): (u32, Vec<String>) = visit.read(TOUCHED).await;
        assert!(rules > 5, "buttons look otherwise under a pointer");
        assert_eq!(touched, [""; 0]);
    });
}

/// Where the words for the ends of each row of numbers are, seen from its first number and its last.
const ENDS: &str = "[...document.querySelectorAll('.ss-rating')].flatMap(box => {
    const range = document.createRange();
    const words = ['.ss-rating__low', '.ss-rating__high'].map(name => {
        range.selectNodeContents(box.querySelector(name));
        return range.getBoundingClientRect();
    });
    const labels = [...box.querySelectorAll('label')].map(label => label.getBoundingClientRect());
    const [first, last] = [labels[0], labels.at(-1)];
    const place = (word, number) => [word.bottom <= first.top ? 'above' : word.top >= last.bottom ? 'below' : 'between',
        word.left < number.right && word.right > number.left ? 'at its number' : 'elsewhere'].join(', ');
    return [place(words[0], first), place(words[1], last)];
})";

#[test]
fn the_ends_of_a_row_of_numbers_stand_at_their_numbers() {
    let page = HostPage::with("show-scores>", "show-scores stage=\"inline\">");
    visit_on(page, async |visit| {
        visit.start().await;
        visit.run_to(&given("crps", ""), "page peg").await;
        for (width, low) in [(320, "above"), (360, "above"), (390, "above"), (600, "above"), (900, "below")] {
            visit.in_column(width).await;
            let ends: Vec<String> = visit.read(ENDS).await;
            assert_eq!(ends.len(), 6);
            for ends in ends.chunks(2) {
                assert_eq!(ends, [&format!("{low}, at its number"), "below, at its number"], "{width}");
            }
        }
    });
}

/// A page with a column as narrow as a small phone: no driver makes a window that narrow.
fn narrow() -> HostPage {
    HostPage::with("<main>", "<main><style>self-screen { display: block; width: 300px }</style>")
}

/// Everything that stands out of the window to the right.
const OVERFLOW: &str = "document.documentElement.scrollWidth > innerWidth
    ? [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 0.5).map(one => `${one.localName}.${one.className.baseVal ?? one.className}`)
    : []";

#[test]
fn nothing_stands_out_of_a_narrow_window() {
    let person = everything();
    visit_on(narrow(), async |visit| {
        visit.open().await;
        assert_eq!(visit.read::<Vec<String>>(OVERFLOW).await, [""; 0], "on the intro");
        visit.press("start").await;
        visit.expect("page about").await;
        let mut pages = 0;
        loop {
            visit.fill(&person).await;
            let screen = visit.screen().await;
            assert_eq!(visit.read::<Vec<String>>(OVERFLOW).await, [""; 0], "on {screen}");
            pages += u32::from(screen.starts_with("page "));
            if !visit.step(&person).await {
                break;
            }
        }
        assert_eq!((visit.screen().await.as_str(), pages), ("result clinician_first", 30));
    });
}

#[test]
fn crisis_help_fits_into_a_narrow_window() {
    let person = given("trd", "");
    visit_on(narrow(), async |visit| {
        visit.start().await;
        visit.run_to(&person, "page mood_safety").await;
        visit.answer("s1_past_month=plan_or_intent").await;
        visit.expect("urgent urgent").await;
        assert_eq!(visit.read::<Vec<String>>(OVERFLOW).await, [""; 0]);
    });
}
