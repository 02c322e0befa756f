//! `selfscreen check`: every problem of screens and their words.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::read;
use crate::proof::{self, Proofs};
use crate::questionnaire::load::{File, load, load_questionnaire};
use crate::questionnaire::words::{Words, check_words};
use crate::questionnaire::{Finding, Questionnaire};
use crate::screens;

/// How findings are written.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Screens (screen.json) and words (en.json); words belong to the screen named before them. Without any, the built-in screen
    files: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Leaves out the proofs, which take some seconds
    #[arg(long)]
    no_proofs: bool,
}

impl Check {
    /// Checks, and prints what was found.
    pub fn run(&self) -> std::io::Result<ExitCode> {
        let mut findings = Vec::new();
        let mut screens = 0;
        let mut texts = Vec::new();
        if self.files.is_empty() {
            screens = 1;
            findings = load(screens::KETAMINE, screens::KETAMINE_EN).err().unwrap_or_default();
        }
        let mut last: Option<Questionnaire> = None;
        for path in &self.files {
            let name = path.display().to_string();
            let text = read(path)?;
            let file = File { name: &name, text: &text };
            if is_words(&text) {
                match (&last, Words::read(file)) {
                    (_, Err(found)) => findings.extend(found),
                    (Some(questionnaire), Ok(words)) => findings.extend(check_words(questionnaire, &words, &name)),
                    (None, Ok(_)) => {}
                }
            } else {
                screens += 1;
                last = load_questionnaire(file).map_err(|found| findings.extend(found)).ok();
            }
            texts.push((name, text));
        }
        let files: Vec<_> = texts.iter().map(|(name, text)| File { name, text }).collect();
        let files = if self.files.is_empty() { &[screens::KETAMINE, screens::KETAMINE_EN][..] } else { &files };
        let proofs = if self.no_proofs { Vec::new() } else { proof::prove_files(files) };
        self.print(&findings, screens, &proofs)?;
        Ok(if findings.is_empty() && proof::all_hold(&proofs) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    fn print(&self, findings: &[Finding], screens: usize, proofs: &[Proofs]) -> std::io::Result<()> {
        let mut out = anstream::stdout().lock();
        match self.format {
            Format::Json => {
                let entries: Vec<_> = findings
                    .iter()
                    .map(|finding| {
                        json!({
                            "code": finding.code, "severity": finding.severity.as_str(), "file": finding.file, "pointer": finding.pointer,
                            "id": finding.id, "found": finding.found, "expected": finding.expected,
                        })
                    })
                    .collect();
                let document = json!({"findings": entries, "proofs": proof::to_json(proofs)});
                serde_json::to_writer_pretty(&mut out, &document)?;
                writeln!(out)
            }
            Format::Text => {
                for finding in findings {
                    writeln!(out, "{finding}")?;
                }
                proof::write_text(proofs, &mut out)?;
                writeln!(out, "{screens} checked, {} found", count(findings.len(), "problem"))
            }
        }
    }
}

fn count(number: usize, what: &str) -> String {
    match number {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    }
}

/// Tells a file of words from a screen: words name their language.
fn is_words(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok_and(|value| value.get("language").is_some())
}
