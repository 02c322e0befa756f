//! Findings and proofs for programs.

use std::io::Write;

use serde_json::{Value, json};

use super::Found;
use crate::lint::{Linted, Reading, hint};
use crate::proof;
use crate::questionnaire::Finding;

/// Prints everything as one object.
pub fn print(found: &Found, linted: &Linted) -> std::io::Result<()> {
    let mut out = anstream::stdout().lock();
    let whole = json!({
        "screens": linted.screens,
        "findings": found.findings.iter().map(finding).collect::<Vec<_>>(),
        "notes": found.notes.iter().map(finding).collect::<Vec<_>>(),
        "readings": linted.readings.iter().map(reading).collect::<Vec<_>>(),
        "proofs": proof::to_json(&found.proofs),
    });
    serde_json::to_writer_pretty(&mut out, &whole)?;
    writeln!(out)
}

fn finding(finding: &Finding) -> Value {
    json!({
        "code": finding.code, "severity": finding.severity.as_str(), "file": finding.file, "pointer": finding.pointer,
        "id": finding.id, "found": finding.found, "expected": finding.expected, "hint": hint(finding.code),
    })
}

fn reading(reading: &Reading) -> Value {
    let rounded = |measure: f64| (measure * 10.0).round() / 10.0;
    let hardest = reading.hardest.iter().take(10).map(|hard| {
        json!({"path": hard.path, "sentence": hard.sentence, "words": hard.words, "measure": rounded(hard.measure)})
    });
    json!({
        "file": reading.file, "formula": reading.formula, "whole": rounded(reading.whole), "limit": reading.limit,
        "words": reading.words, "hardest": hardest.collect::<Vec<_>>(),
    })
}
