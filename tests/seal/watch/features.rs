//! What was observed of a visit, as numbers with names: a function of the record alone.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What a page observed, in order: the moment in milliseconds, what it was, and its value.
pub type Record = [(f64, String, String)];

/// Numbers by name.
pub type Features = BTreeMap<String, f64>;

/// As many values of a kind are features one by one, from the first on.
const TURNS: usize = 24;

/// Works them out.
///
/// `presses` are the moments at which the visitor pressed what brought a milestone, which the frame knows and the page does not.
/// They are there to take the visitor's own pauses out of what the page can time: what is left is the program's own.
pub fn features(record: &Record, presses: &[(&str, f64)]) -> Features {
    let mut features = Features::new();
    let mut add = |name: String, value: f64| *features.entry(name).or_default() += value;
    add("lines".into(), record.len() as f64);
    let mut values: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (_, what, value) in record {
        values.entry(what).or_default().push(value);
        add(format!("times of {what}: {value}"), 1.0);
    }
    for pair in record.windows(2) {
        add(format!("order of {}, {}", pair[0].1, pair[1].1), 1.0);
    }
    for (what, values) in values {
        add(format!("times of {what}"), values.len() as f64);
        add(format!("kinds of {what}"), values.iter().collect::<BTreeSet<_>>().len() as f64);
        add(format!("course of {what}: {:x}", hash(&values)), 1.0);
        for (place, numbers) in by_place(&values) {
            for (turn, number) in numbers.iter().take(TURNS).enumerate() {
                add(format!("number {turn} of {what}, {place}"), *number);
            }
            add(format!("least of {what}, {place}"), numbers.iter().copied().fold(f64::INFINITY, f64::min));
            add(format!("most of {what}, {place}"), numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max));
            add(format!("sum of {what}, {place}"), numbers.iter().sum());
            add(format!("last of {what}, {place}"), numbers[numbers.len() - 1]);
            let ways: f64 = numbers.windows(2).map(|pair| (pair[1] - pair[0]).abs()).sum();
            add(format!("way of {what}, {place}"), ways);
        }
    }
    for (milestone, press) in presses {
        if let Some((moment, ..)) = record.iter().find(|(_, what, _)| what == milestone) {
            add(format!("delay of {milestone}"), moment - press);
        }
    }
    features
}

/// The numbers in values, by their place in them.
fn by_place(values: &[&str]) -> BTreeMap<usize, Vec<f64>> {
    let mut numbers: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for value in values {
        let found =
            value.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-')).filter_map(|word| word.parse().ok());
        for (place, number) in found.enumerate() {
            numbers.entry(place).or_default().push(number);
        }
    }
    numbers
}

pub fn hash(values: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    values.hash(&mut hasher);
    // The name of a feature: long enough that two courses share one hardly ever.
    hasher.finish() & 0xffff_ffff
}

#[test]
fn a_record_becomes_numbers() {
    let line = |moment: f64, what: &str, value: &str| (moment, what.to_owned(), value.to_owned());
    let record = [
        line(10.0, "selfscreen-start", "{}"),
        line(12.0, "height", "iframe 800"),
        line(50.0, "height", "iframe 1760"),
        line(51.0, "height", "iframe 800"),
        line(60.0, "selfscreen-finish", "{}"),
    ];
    let features = features(&record, &[("selfscreen-start", 8.0), ("selfscreen-finish", 57.5)]);
    for (name, expected) in [
        ("lines", 5.0),
        ("times of height", 3.0),
        ("times of height: iframe 800", 2.0),
        ("kinds of height", 2.0),
        ("order of selfscreen-start, height", 1.0),
        ("order of height, height", 2.0),
        ("least of height, 0", 800.0),
        ("most of height, 0", 1760.0),
        ("sum of height, 0", 3360.0),
        ("last of height, 0", 800.0),
        ("way of height, 0", 1920.0),
        ("number 1 of height, 0", 1760.0),
        ("delay of selfscreen-start", 2.0),
        ("delay of selfscreen-finish", 2.5),
    ] {
        assert_eq!(features.get(name), Some(&expected), "{name}");
    }
}

#[test]
fn the_visitors_own_pauses_are_no_feature() {
    let visit = |pause: f64| {
        let line = |moment: f64, what: &str| (moment, what.to_owned(), String::new());
        let record =
            [line(1.0, "selfscreen-start"), line(1.0 + pause, "scroll"), line(3.0 + 2.0 * pause, "selfscreen-finish")];
        features(&record, &[("selfscreen-start", 0.0), ("selfscreen-finish", 2.0 * pause)])
    };
    assert_eq!(visit(10.0), visit(500.0));
}

#[test]
fn the_course_of_values_is_told_from_another_course() {
    let courses = |values: [&str; 3]| -> Vec<String> {
        let record: Vec<_> = values.iter().map(|value| (0.0, "scroll".to_owned(), (*value).to_owned())).collect();
        let features = features(&record, &[]);
        features.into_keys().filter(|name| name.starts_with("course")).collect()
    };
    assert_eq!(courses(["1", "2", "3"]), courses(["1", "2", "3"]));
    assert_ne!(courses(["1", "2", "3"]), courses(["1", "3", "2"]));
}
