//! The style sheet's colours by their names.

use std::collections::BTreeMap;

use color::{Oklab, Oklch, OpaqueColor};

use super::paint::{Paint, oklch};

/// The colours of a style sheet that follow an accent.
#[derive(Debug)]
pub struct Sheet {
    paints: BTreeMap<String, Paint>,
}

impl Sheet {
    /// Reads the first rule within the first `@supports`: the colours for browsers that can work them out.
    pub fn of(css: &str) -> Self {
        let css = without_comments(css);
        let rule = css.split_once("@supports").and_then(|(_, rest)| rest.split('{').nth(2));
        let declarations = rule.and_then(|rule| rule.split('}').next()).unwrap_or_default();
        let paints = declarations.split(';').filter_map(|declaration| {
            let (name, value) = declaration.split_once(':')?;
            let name = name.trim().trim_start_matches("--").trim_start_matches('_');
            Some((name.to_owned(), Paint::of(value)?))
        });
        Self { paints: paints.collect() }
    }

    /// Works out a colour for an accent.
    ///
    /// # Panics
    ///
    /// If there is none of that name that could be read.
    pub fn color(&self, name: &str, accent: OpaqueColor<Oklch>, dark: bool) -> OpaqueColor<Oklab> {
        let paint = self.paints.get(name).unwrap_or_else(|| panic!("the style sheet has no colour --_{name}"));
        self.resolved(paint, accent, dark)
    }

    fn resolved(&self, paint: &Paint, accent: OpaqueColor<Oklch>, dark: bool) -> OpaqueColor<Oklab> {
        match paint {
            Paint::Either(both) => self.resolved(&both[usize::from(dark)], accent, dark),
            Paint::Named(name) => self.color(name, accent, dark),
            Paint::Fixed(color) => *color,
            Paint::Oklch(parts) => {
                let of = accent.components.map(f64::from);
                oklch(parts.each_ref().map(|part| part.of(of))).convert()
            }
            Paint::Mixed(both, share) => {
                let [first, second] = both.each_ref().map(|paint| self.resolved(paint, accent, dark));
                #[allow(clippy::cast_possible_truncation, reason = "as browsers count")]
                second.lerp_rect(first, *share as f32)
            }
        }
    }
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |css, part| css + part.split_once("*/").map_or("", |(_, behind)| behind))
}
