//! The promise of the style sheet, over all colours there are.

use color::{ColorSpace, DisplayP3, LinearSrgb, Rec2020};
use proptest::prelude::*;

use super::*;
use crate::questionnaire::Given;
use crate::settings::value::{self, NAMES};

/// Ways in which a display or a browser brings a colour into what it has: cut off, on displays of three kinds, and with
/// less chroma until it fits, as CSS Color 4 wants it and browsers begin to do.
const ONTO: [(&str, Onto); 4] = [
    ("sRGB", clipped),
    ("Display P3", clipped_to::<DisplayP3>),
    ("Rec. 2020", clipped_to::<Rec2020>),
    ("less chroma", paler),
];

/// Cuts off in another space, and tells what it would be in sRGB.
fn clipped_to<Space: ColorSpace>(color: OpaqueColor<Oklab>) -> OpaqueColor<Srgb> {
    OpaqueColor::<Space>::new(color.convert::<Space>().components.map(|part| part.clamp(0.0, 1.0))).convert()
}

/// Takes chroma away until the colour is one of sRGB.
fn paler(color: OpaqueColor<Oklab>) -> OpaqueColor<Srgb> {
    let [lightness, chroma, hue] = color.convert::<Oklch>().components;
    let with = |chroma: f32| OpaqueColor::<Oklch>::new([lightness, chroma, hue]);
    let fits = |chroma: f32| {
        let linear = with(chroma).convert::<LinearSrgb>().components;
        linear.iter().all(|part| (-1e-4..=1.0001).contains(part))
    };
    let (mut low, mut high) = (0.0, chroma);
    if !fits(high) {
        for _ in 0..16 {
            let middle = f32::midpoint(low, high);
            *if fits(middle) { &mut low } else { &mut high } = middle;
        }
        high = low;
    }
    clipped(with(high).convert())
}

/// Expects every ratio of an accent to be high enough.
fn check(accent: OpaqueColor<Oklch>, onto: (&str, Onto)) -> Result<(), String> {
    let Measured { light, dark } = measured(accent, onto.1);
    let holds = |scheme: &Scheme| scheme.text >= TEXT && scheme.edge >= EDGE;
    if holds(&light) && holds(&dark) { Ok(()) } else { Err(format!("{accent:?} on {}: {light:?} {dark:?}", onto.0)) }
}

/// Any colour, in each of the ways that a clinic may write one.
fn written() -> impl Strategy<Value = String> {
    let names: Vec<_> = NAMES.split(' ').collect();
    let opacity = prop_oneof![Just(String::new()), (0..=100).prop_map(|percent| format!(" / {percent}%"))];
    let names = prop::sample::select(names).prop_map(str::to_owned);
    let bytes = any::<u32>().prop_map(|bytes| format!("#{:06x}", bytes >> 8));
    let with_opacity = any::<u32>().prop_map(|bytes| format!("#{bytes:08x}"));
    let hue = || 0.0..360.0;
    let share = || 0.0..=100.0;
    let functions = prop_oneof![
        (0..=255, 0..=255, 0..=255).prop_map(|(r, g, b)| format!("rgb({r} {g} {b}")),
        (hue(), share(), share()).prop_map(|(h, s, l)| format!("hsl({h:.3} {s:.3}% {l:.3}%")),
        (hue(), share(), share()).prop_map(|(h, w, b)| format!("hwb({h:.3} {w:.3}% {b:.3}%")),
        (share(), -160.0..160.0, -160.0..160.0).prop_map(|(l, a, b)| format!("lab({l:.3} {a:.3} {b:.3}")),
        (share(), 0.0..230.0, hue()).prop_map(|(l, c, h)| format!("lch({l:.3} {c:.3} {h:.3}")),
        (0.0..=1.0, -0.5..0.5, -0.5..0.5).prop_map(|(l, a, b)| format!("oklab({l:.4} {a:.4} {b:.4}")),
        (0.0..=1.0, 0.0..0.5, hue()).prop_map(|(l, c, h)| format!("oklch({l:.4} {c:.4} {h:.3}")),
        // Far from what any display has.
        (-1.0..=2.0, -1.0..9.0, -999.0..999.0).prop_map(|(l, c, h)| format!("oklch({l:.4} {c:.4} {h:.3}")),
    ];
    let functions = (functions, opacity).prop_map(|(function, opacity)| format!("{function}{opacity})"));
    prop_oneof![1 => names, 4 => bytes, 2 => with_opacity, 8 => functions]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_colour_can_be_read_on_any_display(accent in written(), onto in prop::sample::select(ONTO.to_vec())) {
        prop_assert!(value::color(&Given::Text(accent.clone())).is_some(), "{accent} is a setting");
        let Some(color) = read(&accent) else { return Err(TestCaseError::fail(format!("{accent} is no colour"))) };
        prop_assert_eq!(check(color, onto), Ok(()), "{}", accent);
    }

    /// What is a setting and no colour would leave the widget without one.
    #[test]
    fn what_settings_take_is_a_colour(accent in "(rgba?|hsla?|hwb|(ok)?lab|(ok)?lch)\\([ ]?(-?[0-9]{1,2}(\\.5?)?(%|deg)?|none)(( |, ?| ?/ ?)(\\+?[0-9]{1,2}%?|none)){2,3}[ ]?\\)") {
        let setting = value::color(&Given::Text(accent.clone()));
        prop_assert!(setting.is_none() || read(&accent).is_some(), "{accent} is no colour");
    }
}

/// Red, green and blue in 33 steps each.
#[test]
fn every_colour_of_a_grid_can_be_read() {
    let steps = || (0..=32).map(|step| u8::try_from(255 * step / 32).expect("a byte"));
    let colors = steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| [r, g, b])));
    let failures: Vec<_> = colors
        .filter_map(|[r, g, b]| check(OpaqueColor::<Srgb>::from_rgb8(r, g, b).convert(), ONTO[0]).err())
        .collect();
    assert_eq!(failures, Vec::<String>::new());
}

/// Where the lightness is capped, hue and chroma alone decide: no hue is left out, at the most chroma that it may have.
#[test]
fn every_hue_can_be_read_at_every_lightness() {
    for onto in ONTO {
        for hue in 0..720_u16 {
            for lightness in [0.0, 0.2, 0.395, 0.43, 0.6, 0.82, 0.84, 1.0] {
                let color = OpaqueColor::new([lightness, 0.5, f32::from(hue) / 2.0]);
                assert_eq!(check(color, onto), Ok(()));
            }
        }
    }
}

#[test]
fn every_name_of_a_colour_is_one() {
    let unknown: Vec<_> = NAMES.split(' ').filter(|name| measure(name).is_none()).collect();
    assert_eq!(unknown, Vec::<&str>::new());
    assert_eq!(measure("Grey"), measure("gray"));
    for text in ["", "no colour", "rgb(1 2)", "#12345", "var(--x)"] {
        assert_eq!(measure(text), None, "{text}");
    }
}

/// Accent; its shade and what is measured, in light and in dark.
#[test]
fn what_is_measured_of_some_accents() {
    let table = [
        ("#2b6357", "#225b4f 7.8 3.8", "#99d2c3 8.4 4.5"),
        ("white", "#505050 7.9 3.8", "#ffffff 8.4 4.5"),
        ("black", "#000000 7.9 3.8", "#c4c4c4 8.4 4.5"),
        ("aqua", "#006364 7.1 3.9", "#6ff9f8 8.3 4.5"),
        ("#00f8", "#1b44ad 7.9 3.8", "#9dc3ff 8.5 4.6"),
    ];
    for (accent, light, dark) in table {
        let measured = measure(accent).expect("a colour");
        let shown = |Scheme { shade, text, edge }: &Scheme| format!("{shade} {text:.1} {edge:.1}");
        assert_eq!((shown(&measured.light).as_str(), shown(&measured.dark).as_str()), (light, dark), "{accent}");
    }
}

/// The card that takes the place of the questionnaire has its own colours, by the same rule.
#[test]
fn the_card_has_the_colours_of_the_questionnaire() {
    let card = Sheet::of(include_str!("../../assets/embed/element.css"));
    for (of_card, ours) in [("main", "accent"), ("link", "accent-ink"), ("on-main", "on-accent")] {
        for accent in ["#2b6357", "white", "black", "blue", "orange", "#0008", "oklch(0.7 0.4 140)"] {
            for dark in [false, true] {
                let color = read(accent).expect("a colour");
                let [of_card, ours] = [(&card, of_card), (&SHEET, ours)]
                    .map(|(sheet, name)| bytes(clipped(sheet.color(name, color, dark))));
                assert_eq!(of_card, ours, "{accent}");
            }
        }
    }
}

/// A colour that cannot be read from the style sheet could not be measured either.
#[test]
fn every_pair_is_of_colours_that_the_style_sheet_has() {
    let names = TEXTS.iter().chain(&EDGES).flat_map(|(above, below)| [above, below]);
    for name in names {
        assert!(paint("teal", name, false).is_some() && paint("teal", name, true).is_some());
    }
}
