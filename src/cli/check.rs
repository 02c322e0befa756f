//! `selfscreen check`: every finding of screens, their words and clinics' settings.

mod json;
mod text;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::read;
use crate::lint::{lint_files, written};
use crate::proof::{self, Proofs};
use crate::questionnaire::{File, Finding, Severity};
use crate::screens;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs: {"findings": […], "notes": […], "readings": […], "proofs": […]}.
    Json,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Screens, words and settings: words and settings belong to the screen named before them; without any, checks what is shipped
    files: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Exits with 1 for warnings too
    #[arg(long)]
    strict: bool,
    /// Lists what is still to be done before a release; none of it is a fault
    #[arg(long)]
    notes: bool,
    /// Leaves out the proofs, which take some seconds
    #[arg(long)]
    no_proofs: bool,
    /// Lists the hardest sentences of each language
    #[arg(long)]
    reading: bool,
    /// The day to compare reviews with, such as 2026-11-21; today if left out
    #[arg(long)]
    today: Option<Date>,
}

/// Findings that are faults, notes of what is still to be done, and what was proved of the screens without fault.
struct Found {
    findings: Vec<Finding>,
    notes: Vec<Finding>,
    proofs: Vec<Proofs>,
}

impl Check {
    /// Checks, and prints what was found.
    pub fn run(&self) -> std::io::Result<ExitCode> {
        let (texts, unread) = self.read();
        let files: Vec<_> = texts.iter().map(|(name, text)| File { name, text }).collect();
        let files = if self.files.is_empty() { screens::SHIPPED } else { &files };
        let mut linted = lint_files(files, self.today.unwrap_or_else(today));
        let (notes, findings) =
            linted.findings.drain(..).partition(|finding: &Finding| finding.severity == Severity::Note);
        let own = written(files);
        let own = own.iter().flat_map(|written| [written.screen(), written.words()]);
        let provable: Vec<_> = files.iter().copied().chain(own).collect();
        let proofs = if self.no_proofs { Vec::new() } else { proof::prove_files(&provable) };
        let found = Found { findings, notes, proofs };
        match self.format {
            // Where nothing could be read there is nothing to sum up.
            Format::Text if texts.is_empty() && !unread.is_empty() => {}
            Format::Text => text::print(&found, &linted, self.notes, self.reading)?,
            Format::Json => json::print(&found, &linted)?,
        }
        for error in &unread {
            anstream::eprintln!("selfscreen: {error}");
        }
        let fails = |finding: &Finding| self.strict || finding.severity == Severity::Error;
        Ok(if !unread.is_empty() {
            ExitCode::from(2)
        } else if found.findings.iter().any(fails) || !proof::all_hold(&found.proofs) {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }

    /// Reads every file that can be read; one that cannot keeps no other from being checked.
    fn read(&self) -> (Vec<(String, String)>, Vec<std::io::Error>) {
        let (mut texts, mut unread) = (Vec::new(), Vec::new());
        for path in &self.files {
            match read(path) {
                Ok(text) => texts.push((path.display().to_string(), text)),
                Err(error) => unread.push(error),
            }
        }
        (texts, unread)
    }
}

/// The current day, in UTC: the one place of the command that has a clock.
fn today() -> Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}
