//! Room for everything: at sixteen widths, with text twice as large, with the text spacing of WCAG 1.4.12.

use serde_json::json;

use super::measures::measure;
use super::{SHOWN, add, assert_none, every_screen};
use crate::engine::driver::{visit, visit_on};
use crate::engine::server::HostPage;
use crate::engine::{Engine, is_for};

/// From the narrowest column to the widest widget; 320 is also a window of 1280 at 400 % zoom (WCAG 1.4.10).
const WIDTHS: [u32; 16] = [300, 320, 340, 360, 390, 430, 439, 440, 480, 540, 600, 679, 680, 740, 820, 900];

/// The ends of each layout: enough to tell how another engine draws them.
const ENDS: [u32; 6] = [300, 320, 439, 440, 680, 900];

#[test]
fn every_screen_has_room_at_every_width() {
    let widths = if Engine::current() == Engine::Chromium { json!(WIDTHS) } else { json!(ENDS) };
    let look = format!(
        "(() => {{ const look = () => atWidths(layout, {widths}); return [...look(), ...largeText(look), ...spaced(look)]; }})()"
    );
    visit(async |visit| {
        let (mut found, mut shown) = (Vec::new(), 0);
        every_screen(visit, &mut async |screen: &str| {
            shown += 1;
            add(&mut found, screen, measure(visit, &look).await);
        })
        .await;
        assert_none(&found);
        assert_eq!(shown, SHOWN, "every screen and state was looked at");
    });
}

#[test]
fn what_has_no_room_is_found() {
    visit(async |visit| {
        visit.start().await;
        for (spoil, expected) in [
            (".ss-btn--main { min-inline-size: 400px }", "stands out of the card"),
            (".ss-title { white-space: nowrap; font-size: 40px }", "stands out of"),
            (".ss-option { block-size: 40px; min-block-size: 0 }", "is"),
        ] {
            let look = format!(
                "(() => {{
                    const sheet = new CSSStyleSheet();
                    sheet.replaceSync({});
                    document.adoptedStyleSheets = [sheet];
                    const found = atWidths(layout, [300]);
                    document.adoptedStyleSheets = [];
                    return found;
                }})()",
                json!(format!("{spoil} /* */"))
            );
            let found = measure(visit, &look).await;
            assert!(found.iter().any(|line| line.contains(expected)), "{spoil} gives {found:?}");
        }
        assert_eq!(measure(visit, "layout()").await, [""; 0]);
    });
}

#[test]
fn the_card_in_place_of_the_questionnaire_has_room_at_every_width() {
    let page = HostPage::without("frame.html").and_with("show-scores>", "show-scores frame-src=\"frame.html\">");
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        visit.until("document.querySelector('self-screen').shadowRoot?.querySelector('.card button')").await;
        assert_none(&measure(visit, &format!("atWidths(layout, {})", json!(WIDTHS))).await);
    });
}

#[test]
fn information_has_room_at_every_width() {
    visit_on(HostPage::with("region=\"us\"", ""), async |visit| {
        visit.open().await;
        super::open(visit, true).await;
        assert_none(&measure(visit, &format!("atWidths(layout, {})", json!(WIDTHS))).await);
    });
}

/// A window of 1280 px at 400 % zoom: the page has 320 px, and so has the frame.
#[test]
fn zoom_of_400_percent_needs_no_scrolling_sideways() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    let options = crate::engine::Options { phone: Some((320, 256)), ..Default::default() };
    crate::engine::driver::visit_with(&options, HostPage::default(), async |visit| {
        visit.open().await;
        assert_none(&measure(visit, "layout()").await);
        visit.leave_frames().await;
        let widths: (f64, f64) = visit.read("[innerWidth, document.documentElement.scrollWidth]").await;
        assert_eq!(widths, (320.0, 320.0));
    });
}
