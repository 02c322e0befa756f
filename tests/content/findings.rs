//! `docs/findings.md`, the catalog and the source name the same findings, with examples that are really given.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use selfscreen::lint::catalog::CODES;
use selfscreen::questionnaire::Finding;

use super::broken::{BREAKS, other_findings};
use super::edit::Files;
use super::lints::FOUND;
use super::others;

const DOCS: &str = include_str!("../../docs/findings.md");

/// The codes that have a heading of their own, in order.
fn documented() -> Vec<&'static str> {
    DOCS.lines().filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`')).collect()
}

/// The codes in the source: what is handed to whatever notes a finding.
fn in_source(path: &Path, codes: &mut BTreeSet<String>) {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).expect("the source is there");
        return entries.for_each(|entry| in_source(&entry.expect("an entry").path(), codes));
    }
    if path.extension().is_none_or(|extension| extension != "rs") || path.ends_with("catalog.rs") {
        return;
    }
    let text: String = std::fs::read_to_string(path).expect("the source is text").split_whitespace().collect();
    for before in CALLS {
        for (place, _) in text.match_indices(before) {
            let code: String = text[place + before.len()..].chars().take_while(|c| *c != '"').collect();
            if !code.is_empty() && code.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
                codes.insert(code);
            }
        }
    }
}

/// How the source begins where it notes a finding, spaces taken out.
const CALLS: [&str; 9] = [
    "error(\"",
    "note_as(\"",
    "finding(\"",
    "code:\"",
    "finding(code,\"",
    "add(\"",
    "note(report,\"",
    "self.problem(\"",
    "settling.problem(\"",
];

/// Everything that the tables of broken files give.
fn given() -> Vec<Finding> {
    let loaded = BREAKS.iter().flat_map(|row| Files::edited(row.0).load().err().unwrap_or_default());
    loaded.chain(FOUND.iter().flatten().cloned()).chain(other_findings()).chain(others::findings()).collect()
}

#[test]
fn the_docs_list_every_code_of_the_catalog_in_its_order() {
    assert_eq!(documented(), CODES.iter().map(|code| code.code).collect::<Vec<_>>());
}

#[test]
fn the_catalog_has_every_code_of_the_source_and_no_other() {
    let mut codes = BTreeSet::new();
    for folder in ["questionnaire", "lint", "settings", "own", "own.rs"] {
        in_source(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder), &mut codes);
    }
    assert_eq!(codes, CODES.iter().map(|code| code.code.to_owned()).collect());
}

#[test]
fn every_code_says_what_to_do_in_one_line() {
    for code in CODES {
        assert!(!code.hint.is_empty() && !code.hint.contains('\n') && !code.hint.ends_with('.'), "{}", code.code);
    }
}

/// An example that no broken file gives any more is out of date; the message shows what is given now.
#[test]
fn every_code_is_given_by_a_broken_file_and_every_example_is_one_that_is_given() {
    let mut by_code = BTreeMap::<_, BTreeSet<String>>::new();
    for finding in given() {
        by_code.entry(finding.code).or_default().insert(finding.to_string());
    }
    assert_eq!(by_code.keys().copied().collect::<BTreeSet<_>>(), CODES.iter().map(|code| code.code).collect());
    let mut section = "";
    let mut examples = BTreeSet::new();
    let mut stale = Vec::new();
    for line in DOCS.lines() {
        section = line.strip_prefix("### `").and_then(|rest| rest.strip_suffix('`')).unwrap_or(section);
        if ["error[", "warning[", "note["].iter().any(|start| line.starts_with(start)) {
            examples.insert(section);
            if !by_code.get(section).is_some_and(|given| given.contains(line)) {
                stale.push((line, by_code.get(section).and_then(|given| given.iter().next())));
            }
        }
    }
    assert!(stale.is_empty(), "{stale:#?}");
    assert_eq!(examples, documented().into_iter().collect(), "an example for each code");
}
