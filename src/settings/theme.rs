//! How the widget looks on a clinic's page. Crisis help is never themed.

use std::ops::RangeInclusive;

/// How round corners may be, in CSS pixels.
pub const RADIUS: RangeInclusive<f64> = 0.0..=24.0;
/// How much space there may be, as a factor.
pub const DENSITY: RangeInclusive<f64> = 0.85..=1.15;

/// The colour, the corners and the space that the style sheet has where none are set.
pub const UNSET: (&str, f64, f64) = ("#2b6357", 12.0, 1.0);

/// Light, dark, or what the visitor's device says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColorScheme {
    /// What the device says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl ColorScheme {
    /// Every scheme with its word, which the style sheet knows too.
    pub const ALL: [(&str, Self); 3] = [("auto", Self::Auto), ("light", Self::Light), ("dark", Self::Dark)];

    /// Gives its word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// Which fonts are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Font {
    /// The device's own.
    #[default]
    System,
    /// The page's.
    Site,
}

impl Font {
    /// Every choice with its word.
    pub const ALL: [(&str, Self); 2] = [("system", Self::System), ("site", Self::Site)];
}

/// What is drawn around the widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Frame {
    /// A card with an edge.
    #[default]
    Card,
    /// Nothing.
    Plain,
}

impl Frame {
    /// Every choice with its word.
    pub const ALL: [(&str, Self); 2] = [("card", Self::Card), ("plain", Self::Plain)];
}

/// How the widget looks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Theme {
    /// Light or dark.
    pub scheme: ColorScheme,
    /// The clinic's colour, as CSS; its lightness is moved until it can be read.
    pub accent: Option<String>,
    /// Corners, in CSS pixels, 0 to 24.
    pub radius: Option<f64>,
    /// Space, 0.85 to 1.15.
    pub density: Option<f64>,
    /// Fonts.
    pub font: Font,
    /// Edge.
    pub frame: Frame,
}

impl Theme {
    /// The same look without what only repeats it.
    #[must_use]
    pub fn plain(mut self) -> Self {
        let (accent, radius, density) = UNSET;
        self.accent = self.accent.filter(|set| !set.eq_ignore_ascii_case(accent));
        self.radius = self.radius.filter(|set| *set != radius);
        self.density = self.density.filter(|set| *set != density);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::UNSET;

    #[test]
    fn what_stands_for_nothing_is_what_the_style_sheet_has() {
        let tokens = include_str!("../../assets/styles/tokens.css");
        let (accent, radius, density) = UNSET;
        let defaults =
            [("accent", accent.to_owned()), ("radius", format!("{radius}px")), ("density", density.to_string())];
        for (name, default) in defaults {
            assert!(tokens.contains(&format!("var(--ss-{name}, {default})")), "{name}");
        }
    }
}
