//! What is not measured: published wording, and what the screen leaves aside with a reason.

use std::collections::{BTreeMap, BTreeSet};

use super::measure;
use crate::lint::instruments;
use crate::lint::paths::Paths;
use crate::lint::subject::{FindingList, LoadedScreen};

/// What is left aside in one language.
pub struct Aside {
    paths: Paths,
    terms: BTreeSet<String>,
    /// Terms that match every word with the same beginning.
    starts: Vec<String>,
}

impl Aside {
    /// Learns what a screen leaves aside.
    pub fn of(subject: &LoadedScreen, language: &str) -> Self {
        let reading = &subject.file.reading;
        let exempt = reading.exempt.iter().map(|exempt| exempt.path.clone());
        let paths = instruments::published(subject).into_iter().chain(exempt).chain(["language".to_owned()]);
        let own = reading.terms.iter().filter(|terms| terms.language == language);
        let words: Vec<_> = own.flat_map(|terms| &terms.words).map(|term| term.to_lowercase()).collect();
        let starts = words.iter().filter_map(|term| term.strip_suffix('*')).map(str::to_owned).collect();
        Self { paths: Paths::new(paths), starts, terms: words.into_iter().collect() }
    }

    /// Tells whether a text is not measured.
    pub fn leaves_out(&self, path: &str) -> bool {
        self.paths.contain(path)
    }

    /// Tells whether a word counts as an ordinary one.
    pub fn is_term(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.terms.contains(&word) || self.starts.iter().any(|start| word.starts_with(start.as_str()))
    }
}

/// Names terms and exemptions that fit nothing, or have no reason.
pub fn check(subject: &LoadedScreen, report: &mut FindingList) {
    let reading = &subject.file.reading;
    let terms = reading.terms.iter().enumerate().map(|(place, terms)| ("terms", place, &terms.reason));
    let exempt = reading.exempt.iter().enumerate().map(|(place, exempt)| ("exempt", place, &exempt.reason));
    for (list, place, _) in terms.chain(exempt).filter(|(.., reason)| reason.trim().is_empty()) {
        let at = format!("/reading/{list}/{place}/reason");
        report.add("without-source", subject.name, (&at, ""), "an exemption without a reason", "why it is left aside");
    }
    for (place, exempt) in reading.exempt.iter().enumerate() {
        let paths = Paths::new([exempt.path.clone()]);
        let used = subject.words.iter().any(|(_, words)| words.iter().any(|(path, _)| paths.contain(path)));
        if !used && !subject.words.is_empty() {
            let at = format!("/reading/exempt/{place}");
            let found = format!("the path '{}', which no text has", exempt.path);
            report.add("unused-id", subject.name, (&at, &exempt.path), found, "a path of the words");
        }
    }
    unused_terms(subject, report);
}

fn unused_terms(subject: &LoadedScreen, report: &mut FindingList) {
    let mut spoken = BTreeMap::<String, BTreeSet<String>>::new();
    for (_, words) in &subject.words {
        let all = words.iter().flat_map(|(_, text)| measure::words(text));
        spoken.entry(words.language()).or_default().extend(all.map(|word| word.to_lowercase()));
    }
    for (place, terms) in subject.file.reading.terms.iter().enumerate() {
        let Some(words) = spoken.get(&terms.language) else { continue };
        let is_there = |term: &str| match term.strip_suffix('*') {
            Some(start) => words.iter().any(|word| word.starts_with(start)),
            None => words.contains(term),
        };
        for term in terms.words.iter().filter(|term| !is_there(&term.to_lowercase())) {
            let at = format!("/reading/terms/{place}/words");
            let found = format!("the term '{term}', which no text has");
            report.add("unused-id", subject.name, (&at, term), found, "a word of the texts");
        }
    }
}
