//! The page without barriers: axe-core, what can be pressed, and nothing beyond the edge; light and dark, narrow and wide.

use serde_json::Value;

use super::{choose, fill, open};
use crate::browser::accessible::axe;
use crate::engine::driver::visit_with;
use crate::engine::server::HostPage;
use crate::engine::{Engine, Options, is_for};

/// What can be pressed and is less than 44 pixels high, and what reaches beyond the page.
const SMALL: &str = "[...document.querySelectorAll('.b :is(button, summary, select, textarea, .bin, .bcol__pick, .btick, .bseg__row label)')]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44)
    .map(one => `${one.localName} ${one.id || one.className} ${one.getBoundingClientRect().height}`)";
const BEYOND: &str = "[...document.querySelectorAll('.b *')]
    .filter(one => one.checkVisibility() && !one.closest('.ss-vh, .b__stage') && one.getBoundingClientRect().right > innerWidth + 0.5)
    .map(one => `${one.localName} ${one.id || one.className}`)";

fn assert_passes(dark: bool, phone: Option<(u32, u32)>) {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    visit_with(&Options { dark, phone, ..Options::default() }, HostPage::default(), async |visit| {
        open(visit).await;
        choose(visit, "b-screen", "question").await;
        for opens in [false, true] {
            if opens {
                // With everything open, everything wrong that can be, and trackers found.
                fill(visit, &serde_json::json!({"booking_url": "x", "theme": {"accent": "x"}, "stricter": {"bp_raised": "stop"}}), "x").await;
                let open = "document.querySelectorAll('details').forEach(one => one.open = true);
                    const source = document.querySelector('#b-source'); source.value = 'connect.facebook.net';
                    source.dispatchEvent(new Event('input', { bubbles: true }));";
                visit.driver.execute(open, Vec::new()).await.expect("what opens can be opened");
                visit.until("document.querySelector('.b__found') && document.querySelector('.b__left')").await;
            }
            let (found, held) = axe::check(visit, Value::Null).await;
            assert!(found.is_empty(), "{}", found.join("\n"));
            assert!(held.iter().any(|rule| rule == "color-contrast-enhanced"), "{held:?}");
            for measure in [SMALL, BEYOND] {
                assert_eq!(visit.read::<Vec<String>>(measure).await, [""; 0], "open: {opens}");
            }
        }
    });
}

#[test]
fn the_page_has_no_barrier_in_light() {
    assert_passes(false, None);
}

#[test]
fn the_page_has_no_barrier_in_dark() {
    assert_passes(true, None);
}

#[test]
fn the_page_has_no_barrier_on_a_small_phone() {
    assert_passes(false, Some((320, 640)));
}
