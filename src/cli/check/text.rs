//! Findings for people: by file, in colour where the terminal has it.

use std::io::Write;

use anstyle::{AnsiColor, Style};

use super::Found;
use crate::lint::{Linted, Reading, hint};
use crate::proof;
use crate::questionnaire::{Finding, Severity};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
/// How many of the hardest sentences are listed.
const LISTED: usize = 12;

/// Prints findings by file, then what was asked for beside them, the proofs, and a line that sums up the findings.
pub fn print(found: &Found, linted: &Linted, notes: bool, reading: bool) -> std::io::Result<()> {
    let mut out = anstream::stdout().lock();
    grouped(&mut out, &found.findings)?;
    if notes {
        grouped(&mut out, &found.notes)?;
    }
    for reading in linted.readings.iter().filter(|_| reading) {
        hardest(&mut out, reading)?;
    }
    proof::write_text(&found.proofs, &mut out)?;
    writeln!(out, "{}", summary(found, linted.screens, notes))
}

/// Prints findings under the name of their file, the most serious ones last, where the eye is.
fn grouped(out: &mut impl Write, findings: &[Finding]) -> std::io::Result<()> {
    let mut files: Vec<&str> = Vec::new();
    for finding in findings {
        if !files.contains(&finding.file.as_str()) {
            files.push(&finding.file);
        }
    }
    for file in files {
        writeln!(out, "{BOLD}{file}{BOLD:#}")?;
        let mut own: Vec<_> = findings.iter().filter(|finding| finding.file == file).collect();
        own.sort_by_key(|finding| finding.severity);
        for finding in own {
            let style = style(finding.severity);
            let Finding { code, pointer, id, found, expected, .. } = finding;
            let of = if id.is_empty() { String::new() } else { format!(" ({id})") };
            writeln!(out, "  {style}{}[{code}]{style:#} {pointer}{of}", finding.severity.as_str())?;
            for (label, text) in [("found", found.as_str()), ("expected", expected), ("hint", hint(code))] {
                writeln!(out, "    {DIM}{label:<8}{DIM:#} {text}")?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

fn style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    color.on_default().bold()
}

/// Prints how hard the words of a language are, and the hardest sentences.
fn hardest(out: &mut impl Write, reading: &Reading) -> std::io::Result<()> {
    let Reading { file, formula, whole, limit, words, hardest } = reading;
    writeln!(out, "{BOLD}{file}{BOLD:#}")?;
    writeln!(out, "  {formula} {whole:.1} over {words} words, limit {limit:.1}; the hardest sentences:")?;
    for hard in hardest.iter().take(LISTED) {
        writeln!(out, "  {:>5.1}  {} {DIM}({}){DIM:#}", hard.measure, hard.sentence, hard.path)?;
    }
    writeln!(out)
}

fn summary(found: &Found, screens: usize, notes: bool) -> String {
    let of = |severity| found.findings.iter().filter(|finding| finding.severity == severity).count();
    let summed = match (of(Severity::Error), of(Severity::Warning)) {
        (0, 0) => "no findings".to_owned(),
        (errors, 0) => count(errors, "error"),
        (0, warnings) => count(warnings, "warning"),
        (errors, warnings) => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    };
    let left = match found.notes.len() {
        0 => String::new(),
        open if notes => format!("; {} before a release", count(open, "thing to do")),
        open => format!("; {} before a release, which --notes lists", count(open, "thing to do")),
    };
    format!("{} checked, {summed}{left}", count(screens, "screen"))
}

fn count(number: usize, what: &str) -> String {
    match (number, what.split_once(' ')) {
        (1, _) => format!("1 {what}"),
        (_, Some((first, rest))) => format!("{number} {first}s {rest}"),
        (_, None) => format!("{number} {what}s"),
    }
}
