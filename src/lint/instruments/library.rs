//! The published scales that are known here, as data: who may use them, their wording by language, their scoring.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A published scale.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "licence and source are for whoever reads the file")]
pub struct Instrument {
    /// What a score declares.
    pub id: String,
    /// Its name.
    pub title: String,
    /// On which terms it may be shown.
    pub licence: String,
    /// Where it was published.
    pub source: String,
    /// How values are put together.
    pub method: String,
    /// What a blank row may do.
    pub missing: Vec<String>,
    /// The lowest and the highest value.
    pub range: [i32; 2],
    /// Where each band begins, if the publisher says so.
    #[serde(default)]
    pub bands: Option<Vec<f64>>,
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// The official wording, by language.
    pub wording: BTreeMap<String, ScaleWording>,
}

/// A row and the values of its answers.
#[derive(Debug, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Row {
    /// Options, each with its value; a row that only opens the others has none.
    Options {
        /// The values, in order.
        scores: Vec<Option<i32>>,
    },
    /// A row of numbers.
    Numbers {
        /// The first.
        from: i32,
        /// The last.
        to: i32,
    },
}

/// The wording in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleWording {
    /// What stands above the rows.
    #[serde(default)]
    pub stem: Option<String>,
    /// The answers of every row.
    #[serde(default)]
    pub options: Option<Vec<String>>,
    /// What the credit line has to name.
    pub credit: Vec<String>,
    /// The rows, in order.
    pub rows: Vec<RowWording>,
}

/// The wording of one row.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowWording {
    /// The question.
    pub text: String,
    /// What stands above it.
    #[serde(default)]
    pub stem: Option<String>,
    /// Its own answers.
    #[serde(default)]
    pub options: Option<Vec<String>>,
    /// The words at the ends of a row of numbers.
    #[serde(default)]
    pub ends: Option<[String; 2]>,
}

const FILES: [&str; 5] = [
    include_str!("phq8.json"),
    include_str!("gad7.json"),
    include_str!("pcptsd5.json"),
    include_str!("peg.json"),
    include_str!("auditc.json"),
];

/// Reads the library.
pub fn library() -> Vec<Instrument> {
    let read = |text: &&str| serde_json::from_str(text).expect("the library is of this shape, as a test makes sure");
    FILES.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_instrument_of_the_library_is_whole() {
        for instrument in library() {
            for (language, wording) in &instrument.wording {
                assert_eq!(wording.rows.len(), instrument.rows.len(), "{} {language}", instrument.id);
                for (row, text) in instrument.rows.iter().zip(&wording.rows) {
                    let options = text.options.as_ref().or(wording.options.as_ref());
                    match row {
                        Row::Options { scores } => {
                            assert_eq!(options.map(Vec::len), Some(scores.len()), "{}", text.text)
                        }
                        Row::Numbers { from, to } => assert!(from < to && text.ends.is_some(), "{}", text.text),
                    }
                }
            }
        }
    }
}
