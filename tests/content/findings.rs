//! `docs/findings.md` and the code name the same findings, with examples that are really given.

use std::collections::BTreeSet;
use std::path::Path;

use super::broken::{BREAKS, other_findings};
use super::edit::Files;

const DOCS: &str = include_str!("../../docs/findings.md");

/// The codes that have a heading of their own.
fn documented() -> BTreeSet<String> {
    DOCS.lines().filter_map(|line| line.strip_prefix("## `")?.strip_suffix('`')).map(str::to_owned).collect()
}

/// The codes in the source of the loader: what is handed to `error`, `finding` or `code:`.
fn in_source(path: &Path, codes: &mut BTreeSet<String>) {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).expect("the source is there");
        return entries.for_each(|entry| in_source(&entry.expect("an entry").path(), codes));
    }
    let text: String = std::fs::read_to_string(path).expect("the source is text").split_whitespace().collect();
    for before in [
        "error(\"",
        "note_as(\"",
        "finding(\"",
        "code:\"",
        "finding(code,\"",
        "of_file(file,\"",
        "of_file(file.name,\"",
    ] {
        for (place, _) in text.match_indices(before) {
            let code: String = text[place + before.len()..].chars().take_while(|c| *c != '"').collect();
            if !code.is_empty() && code.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
                codes.insert(code);
            }
        }
    }
}

#[test]
fn every_code_of_the_loader_is_documented_and_no_other() {
    let mut codes = BTreeSet::new();
    in_source(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/questionnaire"), &mut codes);
    assert!(codes.len() > 20, "the codes are found in the source");
    assert_eq!(documented(), codes);
}

#[test]
fn every_code_has_a_break_that_gives_it() {
    let mut given: BTreeSet<_> = BREAKS.iter().map(|row| row.1.to_owned()).collect();
    given.extend(other_findings().iter().map(|finding| finding.code.to_owned()));
    assert_eq!(documented(), given);
}

/// An example that no break gives any more is out of date; the message shows what is given now.
#[test]
fn every_example_is_a_finding_that_a_break_gives() {
    let examples: Vec<_> = DOCS.lines().filter(|line| line.starts_with("error[")).collect();
    assert_eq!(examples.len(), documented().len(), "one example for each code");
    for example in examples {
        let code = &example["error[".len()..example.find(']').expect("a code in brackets")];
        let rows = BREAKS.iter().filter(|row| row.1 == code);
        let mut given: Vec<_> = rows.flat_map(|row| Files::edited(row.0).load().err().unwrap_or_default()).collect();
        given.extend(other_findings());
        let given: Vec<_> = given.iter().filter(|finding| finding.code == code).map(ToString::to_string).collect();
        assert!(given.iter().any(|given| given == example), "{example}\nis not among {given:#?}");
    }
}
