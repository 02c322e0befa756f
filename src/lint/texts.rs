//! The words themselves: tokens, spaces, words to avoid, texts that cannot be told apart.

mod avoid;
mod tidy;
mod tokens;
mod twins;

use super::subject::{FindingList, LoadedScreen, pointer};

/// Looks at the words of every language.
pub fn check(subject: &LoadedScreen, report: &mut FindingList) {
    for (file, words) in &subject.words {
        let avoid = avoid::of(&words.language());
        for (path, text) in words.iter() {
            tokens::check(file, path, text, report);
            tidy::check(file, path, text, report);
            avoid.check(file, path, text, report);
        }
        twins::check(subject, file, words, report);
    }
    tokens::compare(subject, report);
}

/// Notes a problem of one text.
fn note(report: &mut FindingList, code: &str, file: &str, path: &str, found: String, expected: impl Into<String>) {
    report.add(code, file, (&pointer(path), path), found, expected);
}
