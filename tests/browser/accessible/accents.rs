//! Whatever colour a clinic chooses, what is read keeps its contrast.

use selfscreen::contrast::{EDGES, TEXTS, paint};
use serde_json::json;

use super::axe::check_drawn;
use super::{add, assert_none, go};
use crate::common::given;
use crate::engine::driver::visit_with;
use crate::engine::server::HostPage;
use crate::engine::{Engine, Options, is_for};

/// Colours of every hue, and the ends: none of them may be used for text as it is on both grounds.
#[rustfmt::skip] // As a clinic has them.
const ACCENTS: [&str; 20] = [
    "#2b6357", "teal", "skyblue", "blue", "navy", "blueviolet", "plum", "magenta", "red", "orange",
    "#ffbf00", "yellow", "lime", "green", "aqua", "saddlebrown", "gold", "grey", "black", "white",
];

#[test]
fn any_accent_keeps_the_contrast() {
    if !is_for(&[Engine::Chromium]) {
        return;
    }
    for dark in [false, true] {
        visit_with(&Options { dark, ..Options::default() }, HostPage::default(), async |visit| {
            let mut found = Vec::new();
            visit.open().await;
            for screen in ["intro", "page about", "result possible_fit"] {
                if screen == "page about" {
                    go(visit, "start").await;
                    visit.expect(screen).await;
                    visit.fill(&given("trd", "")).await;
                } else if screen != "intro" {
                    visit.run(&given("trd", "")).await;
                }
                assert_eq!(visit.screen().await, screen);
                for accent in ACCENTS {
                    let set =
                        format!("document.getElementById('root').style.setProperty('--ss-accent', {});", json!(accent));
                    visit.driver.execute(set, Vec::new()).await.expect("a colour can be set");
                    add(&mut found, &format!("{screen} in {accent}"), check_drawn(visit).await.0);
                }
            }
            assert_none(&found);
        });
    }
}

/// Colours beyond what a display has, colours that something shines through, and every way of writing one.
#[rustfmt::skip] // As a clinic has them.
const WRITTEN: [&str; 17] = [
    "#00f8", "#ffffff00", "rgb(0 0 0 / 50%)", "rgba(255, 120, 0, 0.2)", "transparent", "Teal", "hsl(120deg, 50%, 20%)",
    "hsl(0.55turn 100% 50% / 10%)", "hwb(200 10% 30%)", "lab(50% 90 -110)", "lch(90 200 140)", "oklab(0.9 0.4 0)",
    "oklch(0.7 0.4 140)", "oklch(0.43 0.4 52)", "oklch(1 0.4 200)", "oklch(0 0.4 300)", "oklch(none none none)",
];

/// Furthest that a byte of red, green or blue may be from what is measured: browsers round at other places.
const OFF: i64 = 2;

/// Paints the style sheet's colours on a canvas, one list of bytes for each accent, scheme and colour.
const PAINTED: &str = "
    const [accents, names] = arguments;
    const root = document.getElementById('root');
    const widget = document.querySelector('.ss');
    const probe = widget.appendChild(document.createElement('i'));
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    canvas.canvas.width = canvas.canvas.height = 1;
    return accents.map((accent) => ['light', 'dark'].map((scheme) => names.map((name) => {
        root.style.setProperty('--ss-accent', accent);
        widget.dataset.theme = scheme;
        probe.style.color = `var(--_${name})`;
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = getComputedStyle(probe).color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    })));
";

#[test]
fn what_is_measured_is_what_is_painted() {
    let mut names: Vec<_> = TEXTS.iter().chain(&EDGES).flat_map(|(above, below)| [*above, *below]).collect();
    names.sort_unstable();
    names.dedup();
    let accents: Vec<_> = ACCENTS.into_iter().chain(WRITTEN).collect();
    visit_with(&Options::default(), HostPage::default(), async |visit| {
        visit.open().await;
        let painted =
            visit.driver.execute(PAINTED, vec![json!(accents), json!(names)]).await.expect("it can be painted");
        let mut found = Vec::new();
        for (accent, schemes) in accents.iter().zip(painted.json().as_array().expect("accents")) {
            for (scheme, dark) in [false, true].into_iter().enumerate() {
                for (place, name) in names.iter().enumerate() {
                    let measured = paint(accent, name, dark).expect("a colour").map(i64::from);
                    let painted = schemes[scheme][place].as_array().expect("bytes");
                    let painted: Vec<_> = painted.iter().map(|byte| byte.as_i64().expect("a byte")).collect();
                    let near =
                        measured.iter().zip(&painted).all(|(measured, painted)| (measured - painted).abs() <= OFF);
                    if !near || painted.get(3) != Some(&255) {
                        found.push(format!("{accent}, dark {dark}, {name}: {painted:?} for {measured:?}"));
                    }
                }
            }
        }
        assert_none(&found);
    });
}
