//! Every screen, with axe-core and with measures of our own: in light and dark, with forced colours and more contrast.

use serde_json::Value;
use thirtyfour::Key;

use super::axe::{check, check_drawn};
use super::measures::measure;
use super::schemes::{LIGHT, SCHEMES, emulate};
use super::{SHOWN, add, assert_none, every_screen};
use crate::engine::driver::visit_with;
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;
use crate::engine::{Contrast, Engine, Options, is_for};

/// Narrow as a small phone or at 400 % zoom, medium, and the widest there is.
pub const WIDTHS: [u32; 3] = [320, 600, 900];

/// What depends on colours.
const SEEN: &str = "[...focus(), ...colours(), ...targets()]";

/// All that is measured at any width.
const ALL: &str = "[...structure(), ...focus(), ...messages(), ...motion(), ...colours(), ...order()]";

/// The same where a script shows no focus: `order.rs` sees it there, where Tab stops.
const ALL_BUT_FOCUS: &str = "[...structure(), ...messages(), ...motion(), ...colours(), ...order()]";

/// The widget in its place in every column, so that columns can be made narrower during a visit.
fn page() -> HostPage {
    HostPage::with("show-scores>", "show-scores stage=\"inline\">")
}

/// Shows every screen at these widths, and fails with all that was found.
///
/// What is narrow comes first: before it, a key is pressed that does nothing, so that the browser shows what has the focus.
async fn look_at_all(
    visit: &Visit,
    widths: &[u32],
    mut look: impl AsyncFnMut(bool) -> Vec<(&'static str, Vec<String>)>,
) {
    let (mut found, mut shown) = (Vec::new(), 0);
    every_screen(visit, &mut async |screen: &str| {
        shown += 1;
        for width in widths {
            visit.in_column(*width).await;
            let narrow = *width == widths[0];
            if narrow {
                visit.key(Key::F9).await;
            }
            for (scheme, lines) in look(narrow).await {
                add(&mut found, &format!("{screen}, {width} px, {scheme}"), lines);
            }
        }
    })
    .await;
    assert_none(&found);
    assert_eq!(shown, SHOWN, "every screen and state was looked at");
}

/// Looks at what a scheme can change, and at more: with axe-core in the narrow column, and again in a wider one only if colours
/// meet there that did not meet before.
async fn drawn(visit: &Visit, scheme: &str, narrow: bool, more: &str) -> Vec<String> {
    let measures = if narrow { SEEN } else { "targets()" };
    let (new, mut lines): (Vec<_>, Vec<_>) =
        measure(visit, &format!("[...{measures}, ...{more}, ...newPairs('{scheme}')]"))
            .await
            .into_iter()
            .partition(|line| line.starts_with("new here: "));
    if narrow || !new.is_empty() {
        lines.extend(check_drawn(visit).await.0);
    }
    lines
}

/// In light, all rules and all measures in the narrow column, which tells most, and in wider ones the rules that a width can
/// change. In each other scheme, what a scheme can change.
#[test]
fn in_colours_of_every_scheme() {
    // Only Chromium takes the device's wishes. The others differ in how they draw, not in what axe-core looks at: one width tells.
    let chromium = Engine::current() == Engine::Chromium;
    let (widths, schemes) = if chromium { (&WIDTHS[..], &SCHEMES[..]) } else { (&WIDTHS[..1], &[][..]) };
    let measures = if Engine::current() == Engine::WebKit { ALL_BUT_FOCUS } else { ALL };
    visit_with(&Options { one_process: chromium, ..Options::default() }, page(), async |visit| {
        look_at_all(visit, widths, async |narrow| {
            let (mut lines, _) = if narrow { check(visit, Value::Null).await } else { check_drawn(visit).await };
            let measures = if narrow { measures } else { "[]" };
            lines.extend(measure(visit, &format!("[...{measures}, ...keepShown()]")).await);
            let mut found = vec![(LIGHT.name, lines)];
            for scheme in schemes {
                emulate(visit, scheme).await;
                found.push((scheme.name, drawn(visit, scheme.name, narrow, "sameShown()").await));
            }
            if !schemes.is_empty() {
                emulate(visit, &LIGHT).await;
            }
            found
        })
        .await;
    });
}

/// In a browser of its own: these colours cannot be emulated.
#[test]
fn in_forced_colours() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    visit_with(&Options { contrast: Contrast::Forced, ..Options::default() }, page(), async |visit| {
        look_at_all(visit, &WIDTHS, async |narrow| {
            let mut lines = drawn(visit, "forced colours", narrow, "[]").await;
            // How far apart the system's colours are is for the one who chose them.
            lines.retain(|line| !line.contains("color-contrast-enhanced"));
            vec![("forced colours", lines)]
        })
        .await;
    });
}

#[test]
fn what_a_scheme_or_a_width_changes_is_found() {
    visit_with(&Options::default(), page(), async |visit| {
        visit.open().await;
        measure(visit, "[...keepShown(), ...newPairs('light')]").await;
        assert_none(&measure(visit, "[...sameShown(), ...newPairs('light')]").await);
        let spoil = "document.querySelector('h2').style.cssText =";
        for (style, found, expected) in [
            ("visibility: hidden", "sameShown()", "other elements are shown"),
            ("color: #123456; font-size: 40px", "newPairs('light')", "rgb(18, 52, 86) on true"),
            ("color: #123456; font-size: 8px", "newPairs('light')", "rgb(18, 52, 86) on false"),
            ("background: #123456", "newPairs('light')", "on rgb(18, 52, 86)"),
        ] {
            visit.driver.execute(format!("{spoil} '{style}';"), Vec::new()).await.expect("a style can be set");
            let lines = measure(visit, found).await;
            assert!(lines.iter().any(|line| line.contains(expected)), "{style} gives {lines:?}");
        }
    });
}
