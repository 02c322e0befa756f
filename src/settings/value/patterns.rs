//! What the functions above read, as schemas with regular expressions.

use serde_json::{Value, json};

use super::{DIGITS, LENGTH, NAMES};
use crate::settings::address::{LETTERS, LONGEST};

/// Characters that may not stand in an address, within brackets.
const ODD: &str = r#"\s\x00-\x1f\x7f-\x9f<>"\\^`{|}"#;
/// A number as colour functions take it.
const NUMBER: &str = r"[+-]?([0-9]{1,6}(\.[0-9]{1,9})?|\.[0-9]{1,9})";

fn fits(pattern: &str) -> Value {
    json!({"type": "string", "pattern": pattern})
}

/// What [`name`](super::name) takes.
pub fn name() -> Value {
    // The first and the last one of them are no spaces.
    fits(&format!(r"^\s*\S([\s\S]{{0,{}}}\S)?\s*$", LENGTH.to - 2))
}

/// What [`phone`](super::phone) takes.
pub fn phone() -> Value {
    fits(&format!(r"^\s*\+?([ .()\[\]-]*[0-9]){{{},{}}}[ .()\[\]-]*\s*$", DIGITS.from, DIGITS.to))
}

/// What [`language`](super::language) takes, of these languages; of any where nobody brought words.
pub fn language(languages: &[String]) -> Value {
    let known: Vec<_> = languages.iter().map(|language| either_case(language)).collect();
    let known = if known.is_empty() { "[A-Za-z]{2,3}".to_owned() } else { known.join("|") };
    fits(&format!(r"^\s*({known})(-[A-Za-z0-9]{{1,8}})*\s*$"))
}

/// What [`https`](super::https) takes; whether an encoded label says anything is left to it.
pub fn https() -> Value {
    address(&https_pattern())
}

/// What [`https_or_mailto`](super::https_or_mailto) takes.
pub fn https_or_mailto() -> Value {
    address(&format!(r"({})|(^mailto:[^@?{ODD}]+@[^@?{ODD}]+(\?[^{ODD}]*)?$)", https_pattern()))
}

fn address(pattern: &str) -> Value {
    let mut schema = fits(pattern);
    schema["maxLength"] = json!(LONGEST);
    schema
}

fn https_pattern() -> String {
    let label = format!("([A-Za-z0-9-]|{}){{1,63}}", letters());
    let byte = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    // A host whose last label is a number is an address of four bytes.
    let number = r"([0-9]+|0[Xx][0-9A-Fa-f]*)([:/?#]|$)";
    let name = format!(r"({label}\.)*(?!{number}){label}");
    let port = "6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[0-5][0-9]{4}|[0-9]{1,4}";
    format!(r"^https://({name}|{byte}(\.{byte}){{3}})(:({port}))?([/?#][^{ODD}]*)?$")
}

/// The letters beyond ASCII that a host may be written with.
fn letters() -> String {
    let ranges = LETTERS.iter().map(|(from, to)| format!("{from}-{to}"));
    format!("[{}]", ranges.collect::<String>())
}

/// What [`color`](super::color) takes.
pub fn color() -> Value {
    let hexadecimal = "#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})";
    let names: Vec<_> = NAMES.split(' ').map(either_case).collect();
    let angle = format!("{NUMBER}(deg|rad|turn)?");
    let [part, hue] = [format!("(none|{NUMBER}%?)"), format!("(none|{angle})")];
    let opacity = format!(r"(\s*/\s*{part})?");
    // With commas: red, green and blue, or an angle and two shares.
    let list = |first: &str, unit: &str| format!(r"\(\s*{first}(\s*,\s*{NUMBER}{unit}){{2}}(\s*,\s*{NUMBER}%?)?\s*\)");
    let spaced = |parts: [&str; 3]| format!(r"\(\s*{}{opacity}\s*\)", parts.join(r"\s+"));
    let function = [
        ("rgba?", list(NUMBER, "")),
        ("rgba?", list(&format!("{NUMBER}%"), "%")),
        ("hsla?", list(&angle, "%")),
        ("(rgba?|(ok)?lab)", spaced([&part, &part, &part])),
        ("(hsla?|hwb)", spaced([&hue, &part, &part])),
        ("(ok)?lch", spaced([&part, &part, &hue])),
    ];
    let function = function.map(|(name, arguments)| either_case(name) + &arguments).join("|");
    fits(&format!(r"^\s*({hexadecimal}|{}|{function})\s*$", names.join("|")))
}

/// Lets each letter be small or large: a schema knows no flag for that.
fn either_case(name: &str) -> String {
    let letter = |c: char| match c {
        'a'..='z' => format!("[{}{c}]", c.to_ascii_uppercase()),
        other => other.to_string(),
    };
    name.chars().map(letter).collect()
}
