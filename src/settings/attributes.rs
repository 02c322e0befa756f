//! Attributes of the element to settings: the one place where their strings are parsed.

use super::form::Form;
use super::table::SETTINGS;
use crate::questionnaire::Given;
use crate::questionnaire::decimal::{decimal, read_decimal};

/// Puts attributes together to settings, unchecked: [`settle`](super::settle) does that.
///
/// An attribute that is no setting of ours (`class`, `id`) is left alone.
#[must_use]
fn from_attributes<'a>(attributes: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<(String, Given)> {
    let mut settings = Vec::new();
    for (name, text) in attributes {
        let Some(row) = SETTINGS.iter().find(|row| row.attribute == name) else { continue };
        put_at(&mut settings, row.key, value(row.form, text));
    }
    settings
}

/// Puts together what the page gives: its element's attributes, by turns with what they say, and its JSON child as
/// `assets/embed/flat.js` writes it. Attributes hold where both say something.
#[must_use]
pub fn from_page(attributes: &[String], json: &[String]) -> Vec<(String, Given)> {
    let mut settings = Vec::new();
    let mut twice = Vec::new();
    let mut json = json.iter();
    while let Some(key) = json.next() {
        match tagged(&mut json) {
            Given::Twice => twice.push((key.clone(), Given::Twice)),
            value => put(&mut settings, key, value),
        }
    }
    let attributes = attributes.chunks_exact(2).map(|pair| (pair[0].as_str(), pair[1].as_str()));
    for (key, value) in from_attributes(attributes) {
        put(&mut settings, &key, value);
    }
    // Whatever attributes say, these are to be named.
    settings.extend(twice);
    settings
}

/// What a page says.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Attributes with what they say, in the order of their table.
    pub attributes: Vec<(&'static str, String)>,
    /// What no attribute carries: the keys of the JSON child.
    pub json: Vec<(String, Given)>,
}

/// Writes settings as a page says them: what [`from_page`] reads, the other way round.
#[must_use]
pub fn to_page(settings: &[(String, Given)]) -> Page {
    let mut attributes: Vec<Option<String>> = vec![None; SETTINGS.len()];
    let mut json = Vec::new();
    for (key, value) in flat(settings) {
        let place = SETTINGS.iter().position(|row| row.key == key);
        match place.and_then(|place| Some((place, text(SETTINGS[place].form, value)?))) {
            Some((place, text)) => attributes[place] = Some(text),
            None => put_at(&mut json, &key, value.clone()),
        }
    }
    let named = SETTINGS.iter().zip(attributes).filter_map(|(row, text)| Some((row.attribute, text?)));
    Page { attributes: named.collect(), json }
}

/// Tells the keys of maps by a dot.
fn flat(settings: &[(String, Given)]) -> Vec<(String, &Given)> {
    let mut flat = Vec::new();
    for (key, value) in settings {
        match value {
            Given::Map(map) => flat.extend(map.iter().map(|(inner, value)| (format!("{key}.{inner}"), value))),
            value => flat.push((key.clone(), value)),
        }
    }
    flat
}

/// Reads a value: a letter that says its kind, and a text; what is in a list or a map follows, as often as the text says.
fn tagged<'a>(texts: &mut impl Iterator<Item = &'a String>) -> Given {
    let (kind, text) = texts.next().and_then(|text| text.split_at_checked(1)).unwrap_or_default();
    let count = || 0..text.parse().unwrap_or(0);
    match kind {
        "b" => Given::Flag(text == "true"),
        // What is written with an exponent is beyond the limits of every setting.
        "n" => Given::Number(read_decimal(text).unwrap_or(f64::NAN)),
        "s" => Given::Text(text.to_owned()),
        "l" => Given::List(count().map(|_| tagged(texts)).collect()),
        "m" => Given::Map(count().map(|_| (texts.next().cloned().unwrap_or_default(), tagged(texts))).collect()),
        "d" => Given::Twice,
        _ => Given::Nothing,
    }
}

/// Sets a key; one with a dot is a key of a map.
fn put_at(settings: &mut Vec<(String, Given)>, key: &str, value: Given) {
    match key.split_once('.') {
        None => put(settings, key, value),
        Some((map, key)) => put(settings, map, Given::Map(vec![(key.to_owned(), value)])),
    }
}

/// Sets a key; a map that is there already is filled up.
fn put(settings: &mut Vec<(String, Given)>, key: &str, value: Given) {
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
fn value(form: Form, text: &str) -> Given {
    let as_text = || Given::Text(text.to_owned());
    match form {
        Form::Routes | Form::Scales => {
            Given::List(text.split_whitespace().map(|id| Given::Text(id.to_owned())).collect())
        }
        // A bare attribute is a yes, as everywhere in HTML.
        Form::Flag => match text {
            "" | "true" => Given::Flag(true),
            "false" => Given::Flag(false),
            _ => as_text(),
        },
        Form::Number(_) | Form::MinimumAge | Form::MaximumAge => {
            let digits = text.trim().strip_suffix("px").unwrap_or(text.trim());
            read_decimal(digits).map_or_else(as_text, Given::Number)
        }
        _ => as_text(),
    }
}

/// Writes a value as [`value`] reads it, if an attribute can carry it.
fn text(form: Form, value: &Given) -> Option<String> {
    match (form, value) {
        (Form::Flag, Given::Flag(flag)) => Some(flag.to_string()),
        (Form::Number(_) | Form::MinimumAge | Form::MaximumAge, Given::Number(number)) => Some(decimal(*number, 4)),
        (Form::Routes | Form::Scales, Given::List(ids)) => {
            let ids: Option<Vec<_>> = ids.iter().map(Given::as_str).collect();
            ids.filter(|ids| ids.iter().all(|id| !id.contains(char::is_whitespace))).map(|ids| ids.join(" "))
        }
        (Form::Text(_) | Form::Words(_) | Form::Region | Form::Language, Given::Text(text)) => {
            // HTML has no way to write this one character.
            (!text.contains('\0')).then(|| text.trim().to_owned())
        }
        _ => None,
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

    #[test]
    fn a_json_child_says_the_same_and_attributes_go_first() {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let json = ["name", "sHarbor", "phone_24_7", "btrue", "minimum_age", "n25", "routes", "l2", "sracemic", "skap"];
        let more = ["stricter", "m1", "pregnant", "sstop", "theme", "m2", "radius", "n8", "theme", "sdark"];
        let last = ["maximum_age", "z", "phone", "d", "theme.accent", "sred", "density", "n1e+21"];
        let attributes = texts(&["clinic-name", "Harbor Clinic", "theme", "light", "phone", "555-0100"]);
        let settings = from_page(&attributes, &texts(&[&json[..], &more, &last].concat()));
        let text = |text: &str| Given::Text(text.to_owned());
        let expected = [
            ("name", text("Harbor Clinic")),
            ("phone_24_7", Given::Flag(true)),
            ("minimum_age", Given::Number(25.0)),
            ("routes", Given::List(vec![text("racemic"), text("kap")])),
            ("stricter", Given::Map(vec![("pregnant".to_owned(), text("stop"))])),
            ("theme", Given::Map(vec![("radius".to_owned(), Given::Number(8.0)), ("theme".to_owned(), text("light"))])),
            ("maximum_age", Given::Nothing),
            ("theme.accent", text("red")),
            ("density", Given::Number(f64::NAN)),
            ("phone", text("555-0100")),
            ("phone", Given::Twice),
        ];
        // No number equals the one that is none.
        assert_eq!(format!("{settings:?}"), format!("{:?}", expected.map(|(key, value)| (key.to_owned(), value))));
    }
}
