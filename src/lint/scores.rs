//! Scores: bands and ranges against the values that there can be.

use super::reason::Reasoner;
use super::subject::{FindingList, LoadedScreen};
use crate::questionnaire::Band;
use crate::questionnaire::decimal::decimal;

/// Looks at every score.
pub fn check(subject: &LoadedScreen, reasoner: &Reasoner, report: &mut FindingList) {
    for (place, score) in subject.questionnaire.scores.iter().enumerate() {
        let (values, id) = (reasoner.values(place), score.id.as_str());
        let (Some(low), Some(high)) = (values.first(), values.last()) else { continue };
        if [*low, *high] != score.range.map(f64::from) {
            let at = format!("/scores/{place}/range");
            let found = format!("{} to {}", score.range[0], score.range[1]);
            let expected = format!("{low} to {high}, what its items add up to");
            report.add("wrong-range", subject.name, (&at, id), found, expected);
        }
        for (number, band) in score.bands.iter().enumerate() {
            if !values.iter().any(|value| holds(band, *value)) {
                let at = format!("/scores/{place}/bands/{number}");
                let found = format!("a band from {} that no value is in", decimal(band.from, 2));
                report.add("unreachable-band", subject.name, (&at, id), found, "a band with at least one value");
            }
        }
        let astray = values.iter().find_map(|value| {
            let bands = score.bands.iter().filter(|band| holds(band, *value)).count();
            (bands != 1).then_some((value, bands))
        });
        if let Some((value, bands)) = astray {
            let found = format!("{} in {bands} bands", decimal(*value, 2));
            let at = format!("/scores/{place}/bands");
            report.add("band-gap", subject.name, (&at, id), found, "each value in one band");
        }
    }
}

fn holds(band: &Band, value: f64) -> bool {
    value >= band.from && if band.open { value < band.to } else { value <= band.to }
}
