//! How the widget looks on a clinic's page. Crisis help is never themed.

use super::form::{Limits, limits, words};

/// How round corners may be, in CSS pixels.
pub const RADIUS: Limits<f64> = limits!(0 to 24);
/// How much space there may be, as a factor.
pub const DENSITY: Limits<f64> = limits!(0.85 to 1.15);

/// The colour, the corners and the space that the style sheet has where none are set.
pub const UNSET: (&str, f64, f64) = ("#2b6357", 12.0, 1.0);

words! {
    /// Light, dark, or what the page around says of itself.
    #[derive(Default)]
    ColorScheme {
        #[default]
        Auto "auto" "As the page around it",
        Light "light" "Light",
        Dark "dark" "Dark",
    }
}

words! {
    /// Which fonts are used.
    #[derive(Default)]
    Font {
        #[default]
        System "system" "That of the visitor's device",
        Site "site" "That of this site",
    }
}

words! {
    /// What is drawn around the widget.
    #[derive(Default)]
    Frame {
        #[default]
        Card "card" "A card",
        Plain "plain" "Nothing around",
    }
}

/// How the widget looks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Theme {
    /// Light or dark.
    pub scheme: ColorScheme,
    /// The clinic's colour, as CSS; its lightness is moved until it can be read.
    pub accent: Option<String>,
    /// Corners, in CSS pixels.
    pub radius: Option<f64>,
    /// Space, as a factor.
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
