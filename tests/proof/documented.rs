//! The counterexample of `docs/proofs.md` is one that is printed.

use std::time::Duration;

use selfscreen::proof::{self, Proofs, Property};

use super::subject::Edited;

const DOCUMENT: &str = include_str!("../../docs/proofs.md");

/// The edits that the document's example comes of.
const EDITS: &str = "factors/substance_use_past/class = \"stop\"; factors/substance_use_active/class = \"review\"";

/// How long it took stands for any time.
const TIME: &str = "1.2 s";

/// Tells if a line is what is shown; `…` stands for anything.
fn is_shown(shown: &str, line: &str) -> bool {
    let shown = shown.replace(TIME, "…");
    match shown.split_once('…') {
        Some((start, end)) => line.len() >= start.len() + end.len() && line.starts_with(start) && line.ends_with(end),
        None => shown == line,
    }
}

fn printed() -> String {
    let edited = Edited::with(EDITS);
    let subject = edited.subject();
    let model = proof::model(&subject);
    let proof = Property::Riskier.prove(&model, &subject);
    let mut text = Vec::new();
    Proofs::of(&subject, &model, vec![proof], Duration::ZERO).write_text(&mut text).expect("it can be written");
    anstream::adapter::strip_str(&String::from_utf8(text).expect("it is text")).to_string()
}

#[test]
fn the_counterexample_of_the_document_is_one_that_is_printed() {
    let example = DOCUMENT.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let printed = printed();
    let mut lines = printed.lines();
    lines.next();
    let mut gap = false;
    for shown in example.lines() {
        if shown.trim() == "…" {
            gap = true;
        } else if gap {
            assert!(
                lines.any(|line| is_shown(shown, line)),
                "no line is '{shown}' after what was left out:\n{printed}"
            );
            gap = false;
        } else {
            let line = lines.next().unwrap_or_default();
            assert!(is_shown(shown, line), "found '{line}', expected '{shown}':\n{printed}");
        }
    }
}
