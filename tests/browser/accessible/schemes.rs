//! What colours a device may ask for, and how Chromium is told so while a page is open.

use serde_json::json;

use super::{assert_none, go};
use crate::common::given;
use crate::engine::driver::visit_with;
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;
use crate::engine::{Contrast, Engine, Options, is_for};

/// What colours a device asks for.
pub struct Scheme {
    pub name: &'static str,
    pub dark: bool,
    pub contrast: Contrast,
}

pub const LIGHT: Scheme = Scheme { name: "light", dark: false, contrast: Contrast::Usual };

/// Others, as they can be emulated. Forced colours cannot: what Chromium emulates are colours of another system than its own.
#[rustfmt::skip] // One scheme per line.
pub const SCHEMES: [Scheme; 3] = [
    Scheme { name: "dark",                dark: true,  contrast: Contrast::Usual },
    Scheme { name: "more contrast",       dark: false, contrast: Contrast::More },
    Scheme { name: "more contrast, dark", dark: true,  contrast: Contrast::More },
];

/// Has an open page drawn as for such a device, and waits until the frame that was entered knows.
///
/// It reaches the sealed frames only if they share the page's process.
pub async fn emulate(visit: &Visit, scheme: &Scheme) {
    let features = [
        ("prefers-color-scheme", if scheme.dark { "dark" } else { "light" }),
        ("prefers-contrast", if scheme.contrast == Contrast::More { "more" } else { "" }),
    ];
    let asked = features.map(|(name, value)| json!({"name": name, "value": value}));
    let emulated = visit.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({"features": asked})).await;
    emulated.expect("a device can be emulated");
    let holds = format!(
        "matchMedia('(prefers-color-scheme: dark)').matches == {}
            && matchMedia('(prefers-contrast: more)').matches == {}",
        scheme.dark,
        scheme.contrast == Contrast::More,
    );
    visit.until(&holds).await;
}

/// How everything is drawn.
const DRAWN: &str = "[...document.querySelectorAll('*')].flatMap(one => [null, '::before', '::after'].map(part => {
    const style = getComputedStyle(one, part);
    const { width, height } = one.getBoundingClientRect();
    return [one.localName, one.className.baseVal ?? one.className, part, width, height, ...LIST.map(name => style[name])].join(' ');
}))";

/// What a scheme can change.
const STYLES: &str =
    "['display', 'visibility', 'opacity', 'color', 'backgroundColor', 'backgroundImage', 'borderTopColor',
    'borderTopStyle', 'borderTopWidth', 'borderLeftWidth', 'outlineColor', 'fill', 'stroke', 'strokeWidth', 'boxShadow',
    'textDecorationColor', 'colorScheme', 'appearance', 'content', 'forcedColorAdjust']";

/// Lists how three screens are drawn, which between them have every kind of part.
async fn drawn(visit: &Visit) -> Vec<Vec<String>> {
    let drawn = DRAWN.replace("LIST", STYLES);
    let person = given("trd", super::EVERYTHING);
    let mut screens = vec![visit.read(&drawn).await];
    go(visit, "start").await;
    for screen in ["page phq8", "result clinician_first"] {
        visit.run_to(&person, screen).await;
        visit.fill(&person).await;
        super::open(visit, true).await;
        screens.push(visit.read(&drawn).await);
    }
    screens
}

#[test]
fn what_is_emulated_is_drawn_as_for_a_device_that_asks_for_it() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    let page = || HostPage::with("show-scores>", "show-scores stage=\"inline\">");
    let mut found = Vec::new();
    for scheme in SCHEMES.iter().chain([&LIGHT]) {
        let (mut asked, mut emulated) = (Vec::new(), Vec::new());
        let Scheme { name, dark, contrast } = *scheme;
        visit_with(&Options { dark, contrast, ..Options::default() }, page(), async |visit| {
            visit.open().await;
            asked = drawn(visit).await;
        });
        visit_with(&Options { one_process: true, ..Options::default() }, page(), async |visit| {
            visit.open().await;
            emulate(visit, scheme).await;
            emulated = drawn(visit).await;
        });
        for (asked, emulated) in asked.iter().zip(&emulated) {
            assert_eq!(asked.len(), emulated.len(), "{name}");
            let differ = asked.iter().zip(emulated).filter(|(asked, emulated)| asked != emulated);
            found.extend(differ.map(|(asked, emulated)| format!("{name}: {emulated}\n  in place of {asked}")));
        }
    }
    assert_none(&found);
}
