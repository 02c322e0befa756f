//! Attributes of the element to settings: the one place where their strings are parsed.

use super::Given;
use crate::questionnaire::shown::read_decimal;

/// How an attribute's string is read.
enum Kind {
    Text,
    Flag,
    Number,
    Ids,
}

/// Every attribute: its name, the setting it stands for, and how its string is read.
/// A setting with a dot is a key of a map.
const ATTRIBUTES: [(&str, &str, Kind); 22] = [
    ("clinic-name", "name", Kind::Text),
    ("booking-url", "booking_url", Kind::Text),
    ("contact-url", "contact_url", Kind::Text),
    ("phone", "phone", Kind::Text),
    ("phone-hours", "phone_hours", Kind::Text),
    ("phone-24-7", "phone_24_7", Kind::Flag),
    ("region", "region", Kind::Text),
    ("lang", "locale", Kind::Text),
    ("routes", "routes", Kind::Ids),
    ("advice-confirmed", "advice_confirmed", Kind::Flag),
    ("mode", "mode", Kind::Text),
    ("drug-neutral", "drug_neutral", Kind::Flag),
    ("minimum-age", "minimum_age", Kind::Number),
    ("maximum-age", "maximum_age", Kind::Number),
    ("scales-off", "scales_off", Kind::Ids),
    ("show-scores", "show_scores", Kind::Flag),
    ("theme", "theme.theme", Kind::Text),
    ("accent", "theme.accent", Kind::Text),
    ("radius", "theme.radius", Kind::Number),
    ("density", "theme.density", Kind::Number),
    ("font", "theme.font", Kind::Text),
    ("frame", "theme.frame", Kind::Text),
];

/// Puts attributes together to settings, unchecked: [`settle`](super::settle) does that.
///
/// An attribute that is no setting of ours (`class`, `id`) is left alone.
#[must_use]
pub fn from_attributes<'a>(attributes: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<(String, Given)> {
    let mut settings = Vec::new();
    for (name, text) in attributes {
        let Some((_, key, kind)) = ATTRIBUTES.iter().find(|(known, ..)| *known == name) else { continue };
        let value = value(kind, text);
        match key.split_once('.') {
            None => put(&mut settings, key, value),
            Some((map, key)) => put(&mut settings, map, Given::Map(vec![(key.to_owned(), value)])),
        }
    }
    settings
}

/// Sets a key; a map that is there already is filled up.
pub fn put(settings: &mut Vec<(String, Given)>, key: &str, value: Given) {
    let there = settings.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value);
    match (there, value) {
        (Some(Given::Map(map)), Given::Map(more)) => {
            for (key, value) in more {
                put(map, &key, value);
            }
        }
        (Some(there), value) => *there = value,
        (None, value) => settings.push((key.to_owned(), value)),
    }
}

/// Reads a string; one that does not fit stays a string, for the settling to name.
fn value(kind: &Kind, text: &str) -> Given {
    let as_text = || Given::Text(text.to_owned());
    match kind {
        Kind::Text => as_text(),
        Kind::Ids => Given::List(text.split_whitespace().map(|id| Given::Text(id.to_owned())).collect()),
        // A bare attribute is a yes, as everywhere in HTML.
        Kind::Flag => match text {
            "" | "true" => Given::Flag(true),
            "false" => Given::Flag(false),
            _ => as_text(),
        },
        Kind::Number => {
            let digits = text.trim().strip_suffix("px").unwrap_or(text.trim());
            read_decimal(digits).map_or_else(as_text, Given::Number)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_become_the_settings_of_the_same_meaning() {
        let given = [
            ("clinic-name", "Harbor Clinic"),
            ("routes", " racemic  kap "),
            ("phone-24-7", ""),
            ("minimum-age", "25"),
            ("radius", "8px"),
            ("theme", "dark"),
            ("show-scores", "maybe"),
            ("class", "wide"),
        ];
        let text = |text: &str| Given::Text(text.to_owned());
        let theme = vec![("radius".to_owned(), Given::Number(8.0)), ("theme".to_owned(), text("dark"))];
        let expected = [
            ("name", text("Harbor Clinic")),
            ("routes", Given::List(vec![text("racemic"), text("kap")])),
            ("phone_24_7", Given::Flag(true)),
            ("minimum_age", Given::Number(25.0)),
            ("theme", Given::Map(theme)),
            ("show_scores", text("maybe")),
        ];
        let expected = expected.map(|(key, value)| (key.to_owned(), value)).to_vec();
        assert_eq!(from_attributes(given), expected);
    }
}
