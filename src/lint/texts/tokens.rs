//! `{tokens}`: which texts have which, which must have them, and whether languages agree.

use std::collections::BTreeSet;

use super::note;
use crate::lint::paths::matches;
use crate::lint::subject::{FindingList, LoadedScreen};

/// For each path, the tokens that are filled in there; with a `!`, those without which the text says nothing.
/// The first line that fits holds.
const TOKENS: &str = include_str!("tokens.txt");

/// Names tokens that nothing fills in, and the lack of those that carry what the text is for.
pub fn check(file: &str, path: &str, text: &str, report: &mut FindingList) {
    let (found, open) = tokens(text);
    let known: Vec<&str> = TOKENS
        .lines()
        .map(|line| line.split_once(' ').unwrap_or((line, "")))
        .find(|(pattern, _)| matches(pattern, path))
        .map(|(_, tokens)| tokens.split_whitespace().collect())
        .unwrap_or_default();
    if open {
        note(
            report,
            "unknown-token",
            file,
            path,
            "a brace that is not closed, or not opened".to_owned(),
            "{token}, or none",
        );
    }
    for token in &found {
        if !known.iter().any(|name| name.trim_end_matches('!') == *token) {
            let expected = match known.as_slice() {
                [] => "a text without tokens".to_owned(),
                known => format!("one of {}", listed(known)),
            };
            note(report, "unknown-token", file, path, format!("{{{token}}}, which nothing fills in"), expected);
        }
    }
    for token in known.iter().filter_map(|token| token.strip_suffix('!')).filter(|token| !found.contains(token)) {
        note(report, "missing-token", file, path, format!("a text without {{{token}}}"), format!("{{{token}}} in it"));
    }
}

/// Names texts that have other tokens than the same text of the first language.
pub fn compare(subject: &LoadedScreen, report: &mut FindingList) {
    let Some(((first_file, first), others)) = subject.words.split_first() else { return };
    for (file, words) in others {
        for (path, text) in words.iter() {
            let Some(other) = first.get(path) else { continue };
            let (own, of_first) = (tokens(text).0, tokens(&other).0);
            for token in of_first.difference(&own) {
                let found = format!("a text without {{{token}}}, which {first_file} has there");
                note(report, "missing-token", file, path, found, format!("{{{token}}} in it"));
            }
        }
    }
}

fn listed(tokens: &[&str]) -> String {
    let tokens: Vec<_> = tokens.iter().map(|token| format!("{{{}}}", token.trim_end_matches('!'))).collect();
    tokens.join(", ")
}

/// Lists the tokens of a text, and tells whether a brace is left over.
fn tokens(text: &str) -> (BTreeSet<&str>, bool) {
    let mut found = BTreeSet::new();
    let mut pieces = text.split('{');
    let mut open = pieces.next().is_some_and(|before| before.contains('}'));
    for piece in pieces {
        match piece.split_once('}') {
            Some((token, behind)) => {
                found.insert(token);
                open |= behind.contains('}');
            }
            None => open = true,
        }
    }
    (found, open)
}
