//! Published scales: a score that declares one has exactly its wording, its options and its scoring.

mod compare;
mod library;

use super::subject::{FindingList, LoadedScreen};
use library::{Instrument, library};

/// Looks at every score that declares an instrument, and at those that bear the name of one and do not.
pub fn check(subject: &LoadedScreen, report: &mut FindingList) {
    let known = library();
    for (place, score) in subject.file.scores.places() {
        let at = format!("/scores/{place}/instrument");
        match &score.instrument {
            Some(declared) => match known.iter().find(|instrument| instrument.id == *declared) {
                Some(instrument) => compare::check(subject, place, instrument, report),
                None => {
                    let ids: Vec<_> = known.iter().map(|instrument| instrument.id.as_str()).collect();
                    let expected = format!("one of {}, or no instrument", ids.join(", "));
                    let found = format!("instrument '{declared}'");
                    report.add("unknown-instrument", subject.name, (&at, &score.id), found, expected);
                }
            },
            None => {
                if let Some(instrument) = known.iter().find(|instrument| is_named(subject, &score.id, instrument)) {
                    let found = format!("a score that is called {} and does not say that it is", instrument.title);
                    let expected = format!("\"instrument\": \"{}\", or another name", instrument.id);
                    let at = format!("/scores/{place}");
                    report.add("undeclared-instrument", subject.name, (&at, &score.id), found, expected);
                }
            }
        }
    }
}

/// Tells whether a score bears the name of an instrument, in its id or in words.
fn is_named(subject: &LoadedScreen, score: &str, instrument: &Instrument) -> bool {
    let title = format!("scores.{score}.title");
    score == instrument.id
        || subject.words.iter().any(|(_, words)| words.get(&title).is_some_and(|text| *text == *instrument.title))
}

/// Lists the paths of texts that are a publisher's own: patterns for those that nobody may reword.
pub fn published(subject: &LoadedScreen) -> Vec<String> {
    let questionnaire = &subject.questionnaire;
    let mut patterns = vec!["pages.*.attribution".to_owned(), "items.*.attribution".to_owned()];
    for (place, score) in subject.file.scores.places().filter(|(_, score)| score.instrument.is_some()) {
        patterns.push(format!("scores.{}.title", score.id));
        for item in &questionnaire.scores[place].items {
            let own = &questionnaire[*item];
            patterns.push(format!("items.{}.**", own.link_id));
            patterns.push(format!("{}.**", own.option_words));
            patterns.push(format!("pages.{}.intro", questionnaire[own.page].id));
        }
    }
    // A question with its own credit is one that was published.
    for item in questionnaire.item_indices() {
        let id = subject.link_id(item);
        if subject.words.iter().any(|(_, words)| words.get(&format!("items.{id}.attribution")).is_some()) {
            patterns.push(format!("items.{id}.text"));
        }
    }
    patterns
}
