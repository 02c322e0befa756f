//! JSON to [`Questionnaire`] and [`Words`], with every problem of both named in one go.

mod criteria;
mod hash;
mod items;
mod names;
mod operators;
mod order;
mod rest;
mod rules;
mod size;

use serde_json::Value;

use super::file::{Expression, ScreenFile};
use super::shape::{Reader, Shape, Spot};
use super::words::{Words, check_words};
use super::{Content, Criterion, File, Finding, Questionnaire, json};
pub use hash::hash_of;
use names::Loader;
#[cfg(feature = "command")]
pub use operators::criterion_schema;

/// How many bytes a screen may have: fewer than could hold 65,535 of anything, which is what an index can count.
const LARGEST: usize = 1 << 20;

/// Reads items and rules.
///
/// # Errors
///
/// Lists every problem found; see `docs/findings.md` for the codes.
pub fn load_questionnaire(file: File) -> Result<Questionnaire, Vec<Finding>> {
    load_file(file).map(|(_, questionnaire)| questionnaire)
}

/// Reads items and rules, and gives the file itself beside them, with what the engine does not need.
///
/// # Errors
///
/// The same as [`load_questionnaire`].
pub fn load_file(file: File) -> Result<(ScreenFile, Questionnaire), Vec<Finding>> {
    if file.text.len() > LARGEST {
        let found = format!("{} bytes", file.text.len());
        let expected = format!("at most {LARGEST} bytes");
        return Err(vec![Finding::error("too-many", file.name, ("", ""), found, expected)]);
    }
    let value: Value = json::read(file)?;
    let mut reader = Reader { file: file.name, findings: Vec::new() };
    let Some(screen) = ScreenFile::read(&Spot::top(&value), &mut reader) else { return Err(reader.findings) };
    let mut loader = Loader::new(file.name, reader.findings, &screen);
    let questionnaire = Questionnaire { hash: hash_of(value), ..loader.questionnaire(&screen) };
    if loader.findings.is_empty() { Ok((screen, questionnaire)) } else { Err(loader.findings) }
}

/// Reads a screen's file as it is written, for whoever explains it: what loading looks up is still ids here.
///
/// # Errors
///
/// Lists every place whose shape is wrong.
pub fn read_file(file: File) -> Result<ScreenFile, Vec<Finding>> {
    let value: Value = json::read(file)?;
    let mut reader = Reader { file: file.name, findings: Vec::new() };
    let screen = ScreenFile::read(&Spot::top(&value), &mut reader);
    screen.filter(|_| reader.findings.is_empty()).ok_or(reader.findings)
}

/// Reads one condition of a screen that loads without a finding.
#[must_use]
pub fn criterion_of(screen: &ScreenFile, expression: &Expression) -> Criterion {
    Loader::new("", Vec::new(), screen).criterion(expression, "", "")
}

/// Reads items, rules and words, and checks that they fit.
///
/// # Errors
///
/// Lists every problem found in either file.
/// Where the screen itself cannot be read, only the form of the words is checked.
pub fn load(screen: File, words: File) -> Result<Content, Vec<Finding>> {
    load_languages(screen, &[words])
}

/// The same with words in several languages, the first one first.
///
/// # Errors
///
/// The same as [`load`].
pub fn load_languages(screen: File, words: &[File]) -> Result<Content, Vec<Finding>> {
    let mut findings = Vec::new();
    let questionnaire = load_questionnaire(screen).map_err(|found| findings.extend(found)).ok();
    let mut languages = Vec::new();
    for file in words {
        match Words::read(*file) {
            Ok(read) => {
                if let Some(questionnaire) = &questionnaire {
                    findings.extend(check_words(questionnaire, &read, file.name));
                }
                languages.push(read);
            }
            Err(found) => findings.extend(found),
        }
    }
    match questionnaire {
        Some(questionnaire) if findings.is_empty() => Ok(Content::new(questionnaire, languages)),
        _ => Err(findings),
    }
}
