//! Proofs of the files that `selfscreen check` is given.

use std::io::{self, Write};

use serde_json::Value;

use super::{Proofs, Subject, prove, read};
use crate::questionnaire::File;
use crate::questionnaire::words::Words;

/// Proves every screen among some files that loads without a finding, with the words that follow it.
///
/// What is neither is left to those who look for findings.
#[must_use]
pub fn prove_files(files: &[File]) -> Vec<Proofs> {
    let mut proofs = Vec::new();
    let mut rest = files;
    while let Some((file, after)) = rest.split_first() {
        rest = after;
        let Ok((questionnaire, risk_order)) = read(*file) else { continue };
        let mut read = Vec::new();
        while let Some((file, after)) = rest.split_first() {
            let Some(language) = language(file) else { break };
            read.extend(Words::read(*file).map(|words| (language, words)));
            rest = after;
        }
        let words = read.iter().map(|(language, words)| (language.as_str(), words)).collect();
        proofs.push(prove(&Subject { questionnaire: &questionnaire, words, risk_order }));
    }
    proofs
}

/// The language of a file of words.
fn language(file: &File) -> Option<String> {
    let value: Value = serde_json::from_str(file.text).ok()?;
    value.get("language")?.as_str().map(str::to_owned)
}

/// Tells whether every proof of every screen holds.
#[must_use]
pub fn all_hold(proofs: &[Proofs]) -> bool {
    proofs.iter().all(Proofs::hold)
}

/// Writes the proofs of several screens for people.
///
/// # Errors
///
/// If the stream does not take it.
pub fn write_text(proofs: &[Proofs], out: &mut dyn Write) -> io::Result<()> {
    proofs.iter().try_for_each(|proofs| proofs.write_text(out))
}

/// The proofs of several screens as JSON.
#[must_use]
pub fn to_json(proofs: &[Proofs]) -> Value {
    proofs.iter().map(Proofs::to_json).collect()
}
