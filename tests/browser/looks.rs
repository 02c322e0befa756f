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

/// Looks at the intro, pages, the pause and the result, on a light device or on a dark one.
fn assert_scheme(page: HostPage, dark_device: bool, dark: bool) {
    let person = given("minor", "s1_thoughts=passive");
    let options = Options { dark: dark_device, ..Options::default() };
    visit_with(&options, page, async |visit| {
        visit.open().await;
        assert_dark(visit, dark).await;
        visit.press("start").await;
        visit.expect("page about").await;
        assert_dark(visit, dark).await;
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
        assert_eq!((visit.screen().await.as_str(), pages), ("result clinician_first", 27));
    });
}

#[test]
fn crisis_help_fits_into_a_narrow_window() {
    let person = given("trd", "");
    visit_on(narrow(), async |visit| {
        visit.start().await;
        visit.run_to(&person, "page mood_safety").await;
        visit.answer("s1_thoughts=plan_or_intent").await;
        visit.expect("urgent urgent").await;
        assert_eq!(visit.read::<Vec<String>>(OVERFLOW).await, [""; 0]);
    });
}
