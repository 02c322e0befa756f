//! Colours as the style sheet writes them, and what is painted for them.

use color::{Oklab, Oklch, OpaqueColor, Srgb, parse_color};

use super::number::Number;
use super::tokens::{Token, Tokens};

/// A colour of the style sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Paint {
    /// One in light, another in dark: `light-dark(…, …)`.
    Either(Box<[Paint; 2]>),
    /// Another one by its name: `var(--_surface)`.
    Named(String),
    /// The clinic's own, with its lightness, chroma and hue moved: `oklch(from var(--_a) …)`; or the clinic's own color alone.
    Oklch([Number; 3]),
    /// Fixed.
    Fixed(OpaqueColor<Oklab>),
    /// Two, with the share of the first: `color-mix(in oklab, … 62%, …)`.
    Mixed(Box<[Paint; 2]>, f64),
}

impl Paint {
    /// Reads a value; none if it is no colour that is known here.
    pub fn of(value: &str) -> Option<Self> {
        let mut tokens = Tokens::of(value)?;
        let paint = read(&mut tokens)?;
        tokens.is_empty().then_some(paint)
    }
}

fn read(tokens: &mut Tokens) -> Option<Paint> {
    let token = tokens.next()?.clone();
    let name = match token {
        Token::Color(hexadecimal) => {
            let color = parse_color(&hexadecimal).ok()?.to_alpha_color::<Oklab>();
            return Some(Paint::Fixed(color.discard_alpha()));
        }
        Token::Function(name) => name,
        _ => return None,
    };
    let paint = match name.as_str() {
        "var" => {
            let Token::Word(name) = tokens.next()? else { return None };
            Paint::Named(name.trim_start_matches("--").trim_start_matches('_').to_owned())
        }
        "light-dark" => {
            let light = read(tokens)?;
            tokens.take(',').then_some(())?;
            Paint::Either(Box::new([light, read(tokens)?]))
        }
        "color-mix" => {
            (tokens.take_word("in") && tokens.take_word("oklab") && tokens.take(',')).then_some(())?;
            let first = read(tokens)?;
            let Token::Number(share, _) = *tokens.next()? else { return None };
            tokens.take(',').then_some(())?;
            Paint::Mixed(Box::new([first, read(tokens)?]), share / 100.0)
        }
        "oklch" => {
            if tokens.take_word("from") {
                // Every one is made from the accent.
                (read(tokens)? == Paint::Named("a".to_owned())).then_some(())?;
            }
            let mut part = || Number::read(tokens);
            Paint::Oklch([part()?, part()?, part()?])
        }
        _ => return None,
    };
    tokens.take(')').then_some(paint)
}

/// Makes a colour of lightness, chroma and hue, within what CSS lets them be.
pub fn oklch([lightness, chroma, hue]: [f64; 3]) -> OpaqueColor<Oklch> {
    #[allow(clippy::cast_possible_truncation, reason = "as browsers count")]
    OpaqueColor::new([lightness.clamp(0.0, 1.0) as f32, chroma.max(0.0) as f32, hue as f32])
}

/// Brings a colour onto a display as browsers do: what is too much or too little of red, green or blue is cut off.
pub fn clipped(color: OpaqueColor<Oklab>) -> OpaqueColor<Srgb> {
    let color = color.convert::<Srgb>().to_rgba8();
    OpaqueColor::from_rgb8(color.r, color.g, color.b)
}

/// Tells how well one of two colours can be told from the other, as WCAG counts: 1 to 21.
pub fn ratio(one: OpaqueColor<Srgb>, other: OpaqueColor<Srgb>) -> f64 {
    let [one, other] = [one, other].map(|color| f64::from(color.relative_luminance()) + 0.05);
    one.max(other) / one.min(other)
}
