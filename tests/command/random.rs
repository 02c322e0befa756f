//! Random settings for `selfscreen snippet`: some valid, some not, some with texts that break a careless tag.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

use crate::common::ketamine;

/// Texts that would break out of a tag that was not careful.
const BREAKING: [&str; 12] = [
    "\" onload=\"alert(1)",
    "'><script>alert(1)</script>",
    "</self-screen><script src=https://evil.example>",
    "<!-- <script>",
    "-->",
    "&quot;&#0;&amp",
    "a\r\n\tb",
    "\0",
    "</script>",
    "\u{202e}\u{85}\u{2028}\u{feff}x",
    "]]> <![CDATA[",
    "https://harbor.example/?a=\"&b='<c>",
];

/// Any text: sound, breaking, or whatever.
fn text(sound: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => select(sound).prop_map(Value::from),
        2 => select(&BREAKING[..]).prop_map(Value::from),
        1 => (select(sound), select(&BREAKING[..])).prop_map(|(one, other)| Value::from(format!("{one}{other}"))),
        1 => any::<String>().prop_map(Value::from),
        1 => select(vec![json!(null), json!(7), json!(true), json!([]), json!({"a": "</script>"})]),
    ]
}

fn flag() -> impl Strategy<Value = Value> {
    select(vec![json!(true), json!(false), json!("yes")])
}

fn number(of: &'static [f64]) -> impl Strategy<Value = Value> {
    let decimals = (-200..2600_i32).prop_map(|hundredths| json!(f64::from(hundredths) / 100.0));
    prop_oneof![3 => select(of).prop_map(Value::from), 3 => decimals, 1 => select(vec![json!("12px"), json!(null), json!(1e300)])]
}

fn ids(ids: &[&str]) -> impl Strategy<Value = Value> {
    let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    let most = ids.len();
    prop_oneof![4 => subsequence(ids, 0..=most).prop_shuffle().prop_map(Value::from), 1 => select(vec![json!("kap"), json!([1])])]
}

fn map(keys: Vec<String>, values: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Value> {
    let pairs = prop::collection::vec((select(keys), values), 0..4);
    prop_oneof![8 => pairs.prop_map(|pairs| Value::Object(pairs.into_iter().collect())), 1 => Just(json!("dark"))]
}

/// Any settings: some valid, some not.
pub fn settings() -> impl Strategy<Value = Value> {
    let factors: Vec<_> =
        ketamine().rules.iter().map(|rule| rule.id.to_string()).chain(["</script>".to_owned()]).collect();
    let looks: Vec<BoxedStrategy<(&'static str, Value)>> = vec![
        text(&["auto", "dark", "light"]).prop_map(|value| ("theme", value)).boxed(),
        text(&["#0b6e4f", "#2B6357", " Teal ", "rgb(0 0 0 / 50%)"]).prop_map(|value| ("accent", value)).boxed(),
        number(&[0.0, 12.0, 24.0]).prop_map(|value| ("radius", value)).boxed(),
        number(&[1.0, 0.85, 1.15]).prop_map(|value| ("density", value)).boxed(),
        text(&["system", "site"]).prop_map(|value| ("font", value)).boxed(),
        text(&["card", "plain"]).prop_map(|value| ("frame", value)).boxed(),
    ];
    let looks = prop::collection::vec(prop::strategy::Union::new(looks), 0..6);
    let looks =
        looks.prop_map(|pairs| pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>());
    let each: Vec<BoxedStrategy<(&'static str, Value)>> = vec![
        text(&["Harbor Clinic", " Harbor & Sons "]).prop_map(|value| ("name", value)).boxed(),
        text(&["https://harbor.example/book?a=b&c=d'"]).prop_map(|value| ("booking_url", value)).boxed(),
        text(&["mailto:a@harbor.example?subject=%22'&x", "https://harbor.example"])
            .prop_map(|value| ("contact_url", value))
            .boxed(),
        text(&["+1 555 010 9999", " 12345 "]).prop_map(|value| ("phone", value)).boxed(),
        text(&["9 to 5", "<b>always</b>"]).prop_map(|value| ("phone_hours", value)).boxed(),
        flag().prop_map(|value| ("phone_24_7", value)).boxed(),
        text(&["us", "gb", "other"]).prop_map(|value| ("region", value)).boxed(),
        text(&["en", "es", "ES-mx", " es "]).prop_map(|value| ("locale", value)).boxed(),
        ids(&["racemic", "esketamine", "kap", "pills", "kap", "\"x"]).prop_map(|value| ("routes", value)).boxed(),
        flag().prop_map(|value| ("advice_confirmed", value)).boxed(),
        text(&["full", "information_only"]).prop_map(|value| ("mode", value)).boxed(),
        flag().prop_map(|value| ("drug_neutral", value)).boxed(),
        number(&[18.0, 25.0]).prop_map(|value| ("minimum_age", value)).boxed(),
        number(&[64.0, 74.0]).prop_map(|value| ("maximum_age", value)).boxed(),
        map(factors, text(&["stop", "review", "urgent"])).prop_map(|value| ("stricter", value)).boxed(),
        ids(&["phq8", "gad7", "pcptsd5", "peg", "auditc"]).prop_map(|value| ("scales_off", value)).boxed(),
        flag().prop_map(|value| ("show_scores", value)).boxed(),
        looks.prop_map(|map| ("theme", Value::Object(map))).boxed(),
        text(&["dark"]).prop_map(|value| ("</script>", value)).boxed(),
    ];
    let pairs = prop::collection::vec(prop::strategy::Union::new(each), 0..24);
    pairs.prop_map(|pairs| pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>().into())
}
