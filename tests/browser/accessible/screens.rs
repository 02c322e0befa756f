//! Every screen, with axe-core and with measures of our own: in light and dark, with forced colours and more contrast.

use serde_json::Value;
use thirtyfour::Key;

use super::axe::check;
use super::measures::measure;
use super::{SHOWN, add, assert_none, every_screen};
use crate::browser::driver::visit_with;
use crate::browser::server::HostPage;
use crate::engine::{Contrast, Engine, Options, is_for};

/// Narrow as a small phone or at 400 % zoom, medium, and the widest there is.
pub const WIDTHS: [u32; 3] = [320, 600, 900];

/// What depends on colours.
const SEEN: &str = "[...focus(), ...colours()]";

/// All that is measured at any width.
const ALL: &str = "[...structure(), ...focus(), ...messages(), ...motion(), ...colours(), ...order()]";

/// The same where a script shows no focus: `order.rs` sees it there, where Tab stops.
const ALL_BUT_FOCUS: &str = "[...structure(), ...messages(), ...motion(), ...colours(), ...order()]";

/// Looks at every screen in columns of these widths.
fn assert_passes(options: &Options, widths: &[u32], measures: &str) {
    // In its place in every column, so that columns can be made narrower during a visit.
    let page = HostPage::with("show-scores>", "show-scores stage=\"inline\">");
    visit_with(options, page, async |visit| {
        let (mut found, mut shown) = (Vec::new(), 0);
        every_screen(visit, &mut async |screen: &str| {
            shown += 1;
            for width in widths {
                visit.in_column(*width).await;
                add(&mut found, &format!("{screen}, {width} px"), check(visit, Value::Null).await.0);
            }
            // What is narrow tells most; and after a key, one that does nothing, the browser shows what has the focus.
            visit.in_column(widths[0]).await;
            visit.key(Key::F9).await;
            add(&mut found, screen, measure(visit, measures).await);
        })
        .await;
        if options.contrast == Contrast::Forced {
            // How far apart the system's colours are is for the one who chose them.
            found.retain(|line| !line.contains("color-contrast-enhanced"));
        }
        assert_none(&found);
        assert_eq!(shown, SHOWN, "every screen and state was looked at");
    });
}

/// The device's wishes: only Chromium takes all of them.
fn assert_passes_in(options: &Options, widths: &[u32]) {
    if is_for(&[Engine::Chromium]) {
        assert_passes(options, widths, SEEN);
    }
}

#[test]
fn in_light_colours() {
    // The other engines differ in how they draw, not in what axe-core looks at: one width tells.
    let widths = if Engine::current() == Engine::Chromium { &WIDTHS[..] } else { &WIDTHS[..1] };
    let measures = if Engine::current() == Engine::WebKit { ALL_BUT_FOCUS } else { ALL };
    assert_passes(&Options::default(), widths, measures);
}

#[test]
fn in_dark_colours() {
    assert_passes_in(&Options { dark: true, ..Options::default() }, &WIDTHS);
}

#[test]
fn in_forced_colours() {
    assert_passes_in(&Options { contrast: Contrast::Forced, ..Options::default() }, &WIDTHS);
}

#[test]
fn with_more_contrast() {
    assert_passes_in(&Options { contrast: Contrast::More, ..Options::default() }, &WIDTHS);
}

#[test]
fn with_more_contrast_in_dark_colours() {
    assert_passes_in(&Options { dark: true, contrast: Contrast::More, ..Options::default() }, &WIDTHS);
}
