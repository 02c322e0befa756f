//! Words that promise, judge or urge; which ones they are stands in a list for each language.
//!
//! Source: the errors that a study of clinic websites in Maryland found (Crane et al., JAMA Netw Open 2023), and what a
//! screening must not say of itself.

use serde::Deserialize;

use super::note;
use crate::lint::subject::FindingList;

/// Lists by language; a language without one is not looked at.
const LISTS: [(&str, &str); 2] = [("en", include_str!("avoid/en.json")), ("es", include_str!("avoid/es.json"))];

/// Words of one kind, why they are to be avoided, and what to say.
#[derive(Debug, Deserialize)]
struct Avoided {
    reason: String,
    say: String,
    /// In small letters.
    words: Vec<String>,
    /// Longer phrases in which one of the words means something else, in small letters.
    #[serde(default)]
    except: Vec<String>,
}

/// The words to avoid in one language.
pub struct Avoid(Vec<Avoided>);

/// The words to avoid in a language.
pub fn of(language: &str) -> Avoid {
    let list = LISTS.iter().find(|(known, _)| *known == language).map_or("[]", |(_, list)| list);
    Avoid(serde_json::from_str(list).expect("the lists of words to avoid are of this shape, as a test makes sure"))
}

impl Avoid {
    /// Names words to avoid, and percentages.
    pub fn check(&self, file: &str, path: &str, text: &str, report: &mut FindingList) {
        let plain = text.to_lowercase().replace('’', "'");
        for avoided in &self.0 {
            let meant = || avoided.except.iter().fold(plain.clone(), |rest, phrase| rest.replace(phrase.as_str(), "…"));
            // Exceptions are rare, and so is what they are exceptions from.
            for word in avoided.words.iter().filter(|word| has(&plain, word) && has(&meant(), word)) {
                let found = format!("'{word}' ({})", avoided.reason);
                note(report, "word-to-avoid", file, path, found, avoided.say.clone());
            }
        }
        if !self.0.is_empty() && text.contains('%') {
            let found = "a percentage (a screening knows none)".to_owned();
            note(report, "word-to-avoid", file, path, found, "may, some people, many people");
        }
    }
}

/// Tells whether a phrase stands in the text, and not as a part of longer words.
fn has(text: &str, phrase: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase).any(|(place, _)| {
        !is_letter(text[..place].chars().next_back()) && !is_letter(text[place + phrase.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_can_be_read_and_is_in_small_letters() {
        for avoided in LISTS.iter().flat_map(|(language, _)| of(language).0) {
            let mut words = avoided.words.iter().chain(&avoided.except);
            assert!(words.all(|word| *word == word.to_lowercase()), "{avoided:?}");
        }
        assert!(of("xx").0.is_empty());
    }

    #[test]
    fn a_phrase_is_found_as_words_alone() {
        for (text, phrase, found) in [
            ("is it proven?", "proven", true),
            ("unproven", "proven", false),
            ("secure", "cure", false),
            ("an addict.", "addict", true),
            ("addiction", "addict", false),
        ] {
            assert_eq!(has(text, phrase), found, "{text}");
        }
    }
}
