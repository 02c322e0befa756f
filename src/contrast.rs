//! What becomes of a clinic's colour, and how well it can be read: ratios of WCAG, in light and in dark.
//!
//! The rule is that of the style sheet itself, read from `assets/styles/tokens.css`: no number of it stands here again.

mod number;
mod paint;
mod sheet;
#[cfg(test)]
mod tests;
mod tokens;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use color::{Oklab, Oklch, OpaqueColor, Srgb, parse_color};
use paint::{clipped, ratio};
use sheet::Sheet;

/// The lowest ratio that text may have: the strict one, AAA.
pub const TEXT: f64 = 7.0;
/// The lowest ratio that the edge of a control may have.
pub const EDGE: f64 = 3.0;

/// What was measured of an accent.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// Where the page is light.
    pub light: Scheme,
    /// Where it is dark.
    pub dark: Scheme,
}

/// What was measured in one of the two.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheme {
    /// The shade of the accent that buttons have, and every edge of what is chosen: `#1f5449`.
    pub shade: String,
    /// The lowest ratio of text that has to do with the accent: on buttons, of links, on tints.
    pub text: f64,
    /// The lowest ratio of an edge that has to do with it: of what is chosen, of the focus, of progress.
    pub edge: f64,
}

/// Text with what it stands on, wherever the accent is part of either.
pub const TEXTS: [(&str, &str); 11] = [
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("accent-ink", "surface"),
    ("accent-ink", "surface-2"),
    ("accent-ink", "accent-soft"),
    ("accent-ink", "hero"),
    ("ink", "accent-soft"),
    ("ink-2", "accent-soft"),
    ("ink", "hero"),
    ("ink-2", "hero"),
    ("ink", "accent-tint"),
];

/// Edges with what is beside them, likewise.
pub const EDGES: [(&str, &str); 10] = [
    ("accent", "surface"),
    ("accent", "surface-2"),
    ("accent", "surface-3"),
    ("accent", "accent-soft"),
    ("accent", "accent-tint"),
    ("accent-hover", "surface"),
    ("accent-ink", "hero"),
    ("edge", "accent-soft"),
    ("focus", "accent-soft"),
    ("focus", "hero"),
];

/// Measures an accent, written as CSS; none if it is no colour.
#[must_use]
pub fn measure(accent: &str) -> Option<Measured> {
    Some(measured(read(accent)?, clipped))
}

/// What a browser paints for one of the style sheet's colours, such as `accent-ink`: red, green and blue.
///
/// # Panics
///
/// If the style sheet has no colour of that name.
#[must_use]
pub fn paint(accent: &str, name: &str, dark: bool) -> Option<[u8; 3]> {
    Some(bytes(clipped(SHEET.color(name, read(accent)?, dark))))
}

/// The style sheet of the widget.
static SHEET: LazyLock<Sheet> = LazyLock::new(|| Sheet::of(include_str!("../assets/styles/tokens.css")));

/// Reads a colour as CSS writes it. How much would shine through is left out, as the style sheet does.
fn read(accent: &str) -> Option<OpaqueColor<Oklch>> {
    let accent = accent.trim();
    // CSS has both spellings, and the reader one.
    let color = parse_color(accent).or_else(|_| parse_color(&accent.to_ascii_lowercase().replace("grey", "gray")));
    Some(color.ok()?.to_alpha_color::<Oklch>().discard_alpha())
}

/// How a colour that a display does not have is brought onto it.
type Onto = fn(OpaqueColor<Oklab>) -> OpaqueColor<Srgb>;

fn measured(accent: OpaqueColor<Oklch>, onto: Onto) -> Measured {
    let [light, dark] = [false, true].map(|dark| {
        let mut painted = BTreeMap::new();
        for name in TEXTS.iter().chain(&EDGES).flat_map(|(above, below)| [*above, *below]) {
            painted.entry(name).or_insert_with(|| onto(SHEET.color(name, accent, dark)));
        }
        let lowest = |pairs: &[(&str, &str)]| {
            let ratios = pairs.iter().map(|(above, below)| ratio(painted[above], painted[below]));
            ratios.fold(f64::INFINITY, f64::min)
        };
        let [r, g, b] = bytes(painted["accent"]);
        Scheme { shade: format!("#{r:02x}{g:02x}{b:02x}"), text: lowest(&TEXTS), edge: lowest(&EDGES) }
    });
    Measured { light, dark }
}

fn bytes(color: OpaqueColor<Srgb>) -> [u8; 3] {
    let color = color.to_rgba8();
    [color.r, color.g, color.b]
}
