//! A result with the crisis banner, as it is painted: help stands under the heading, above everything else to press.

use crate::common::given;
use crate::engine::driver::{visit_on, visit_with};
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;
use crate::engine::{Engine, Options, is_for};

/// Baseline and answers that bring the banner, with the outcome; in the last two no pause came before.
const BANNERS: [(&str, &str, &str); 5] = [
    ("trd", "s1_past_month=passive", "clinician_first"),
    ("trd", "s1_past_month=rather_not_say", "clinician_first"),
    ("trd", "pregnancy=pregnant s1_past_month=thoughts", "not_now"),
    ("trd", "s2_attempt=over_3_months", "clinician_first"),
    ("minor", "", "not_now"),
];

/// Boxes of what can be pressed below the heading, from the top: name and distance; and those that are broken over lines.
const PAINTED: &str = "(() => {
    const below = document.querySelector('h2').getBoundingClientRect().bottom;
    const pressed = [...document.querySelectorAll('[data-screen] :is(a, button)')].filter(one => one.checkVisibility());
    return pressed.map(one => [one.dataset.help ?? one.dataset.action ?? 'link', one.getBoundingClientRect().top - below])
        .filter(([, top]) => top >= 0).sort((a, b) => a[1] - b[1]).map(([name]) => name);
})()";

/// Numbers that are painted over more than one line.
const BROKEN: &str = "[...document.querySelectorAll('[data-screen] .ss-nowrap')]
    .filter(one => one.checkVisibility() && one.getClientRects().length > 1).map(one => one.textContent)";

async fn assert_help_first(visit: &Visit, answers: &str, outcome: &str) {
    assert_eq!(visit.screen().await, format!("result {outcome}"));
    let painted: Vec<String> = visit.read(PAINTED).await;
    let call = painted.iter().position(|name| name == "call").unwrap_or_else(|| panic!("{answers}: {painted:?}"));
    // Above the buttons stands the emergency number alone.
    assert!(painted[..call].iter().all(|name| name == "link") && call <= 1, "{answers}: {painted:?}");
    assert_eq!(painted[call + 1], "text", "{answers}");
    for action in ["book", "contact", "copy", "print"] {
        let at = painted.iter().position(|name| name == action);
        assert!(at.is_none_or(|at| at > call + 1), "{answers}: {action} stands below help in {painted:?}");
    }
    assert_eq!(visit.read::<Vec<String>>(BROKEN).await, [""; 0], "{answers}");
    let main: u32 = visit.read("document.querySelectorAll('.ss-btn--main').length").await;
    assert_eq!(main, 0, "{answers}: nothing is louder than help");
}

#[test]
fn help_is_painted_first_in_a_narrow_column_and_in_a_wide_one() {
    for (baseline, answers, outcome) in BANNERS {
        let person = given(baseline, answers);
        visit_on(HostPage::default(), async |visit| {
            visit.start().await;
            visit.run(&person).await;
            for width in [320, 760] {
                visit.in_column(width).await;
                assert_help_first(visit, answers, outcome).await;
            }
        });
    }
}

#[test]
fn help_is_painted_first_on_a_phone() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    let options = Options { phone: Some((390, 844)), ..Options::default() };
    for (baseline, answers, outcome) in BANNERS {
        let person = given(baseline, answers);
        visit_with(&options, HostPage::default(), async |visit| {
            visit.start().await;
            visit.run(&person).await;
            assert_help_first(visit, answers, outcome).await;
        });
    }
}

/// Fields whose type a phone would zoom into.
const SMALL: &str = "[...document.querySelectorAll('.ss :is(input, select, textarea)')]
    .filter(field => parseFloat(getComputedStyle(field).fontSize) < 16)
    .map(field => `${field.localName} ${field.name || field.className}`)";

#[test]
fn no_field_is_smaller_than_16_pixels() {
    let person = given("trd", "s1_past_month=thoughts");
    visit_on(HostPage::default(), async |visit| {
        visit.start().await;
        let mut fields = 0;
        loop {
            assert_eq!(visit.read::<Vec<String>>(SMALL).await, [""; 0], "{}", visit.screen().await);
            fields += visit.read::<u32>("document.querySelectorAll('.ss :is(input, select, textarea)').length").await;
            if !visit.step(&person).await {
                break;
            }
        }
        // Where nothing can be copied, the text stands in a field.
        visit.host_does("(window.wrappedJSObject ?? window).document.execCommand = () => false;").await;
        visit.press("copy").await;
        visit.until("document.activeElement.matches('[data-by-hand]')").await;
        assert_eq!(visit.read::<Vec<String>>(SMALL).await, [""; 0]);
        let selected = "document.activeElement.selectionEnd - document.activeElement.selectionStart
            == document.activeElement.value.length && document.activeElement.value.length > 0";
        assert!(visit.read::<bool>(selected).await, "the text is selected");
        assert!(!visit.read::<bool>("document.querySelector('.ss').textContent.includes('Copied')").await);
        assert!(fields > 100, "{fields}");
    });
}
