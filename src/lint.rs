//! What is wrong with files, and what is only odd: every finding of `selfscreen check` but the proofs.
//!
//! Loading refuses what the engine could not run with; the lints here look at a screen that loads and ask whether it says
//! what was meant. They are for the command alone: no visitor pays for them.

pub mod catalog;
pub mod reading;

mod asked;
mod behind;
mod conditions;
mod dates;
mod described;
mod files;
mod hidden;
mod ids;
mod instruments;
mod own;
mod paths;
mod reason;
mod scores;
mod settings;
mod sites;
mod subject;
mod texts;
mod unread;
mod unused;

use jiff::civil::Date;
use serde_json::Value;

pub use catalog::hint;
pub use own::written;
pub use reading::Reading;
pub use settings::lint_settings;

use crate::questionnaire::load::load_file;
use crate::questionnaire::words::{Words, check_words};
use crate::questionnaire::{File, Finding, Questionnaire};
use crate::screens;
use reason::Reasoner;
use subject::{FindingList, LoadedScreen};

/// A screen and its words, as files.
#[derive(Debug, Clone)]
pub struct ScreenFiles<'a> {
    /// Items and rules.
    pub screen: File<'a>,
    /// The words, a file for each language, the one that the others were made from first.
    pub words: Vec<File<'a>>,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Linted {
    /// How many screens were looked at.
    pub screens: usize,
    /// Every finding.
    pub findings: Vec<Finding>,
    /// How hard the words are to read, for each language that has a formula.
    pub readings: Vec<Reading>,
    /// Each screen that loads, with the name of its file: what settings are held against, and what can be proved.
    pub loaded: Vec<(String, Questionnaire)>,
}

/// Finds everything in screens, words and settings, on this day; one that is broken keeps no other from being looked at.
///
/// Words and settings belong to the screen before them; settings without one are for the built-in screen.
#[must_use]
pub fn lint_files(files: &[File], today: Date) -> Linted {
    let (groups, findings) = files::groups(files);
    let mut all = Linted { findings, ..Linted::default() };
    for group in groups {
        let own = group.screen.as_ref().map(|files| lint(files, today)).unwrap_or_default();
        let built_in = || Some((*screens::ketamine().ok()?.questionnaire).clone());
        let questionnaire = match (&group.screen, own.loaded.first()) {
            (_, Some((_, questionnaire))) => Some(questionnaire.clone()),
            (None, None) if !group.settings.is_empty() => built_in(),
            _ => None,
        };
        all.screens += own.screens;
        all.findings.extend(own.findings);
        all.readings.extend(own.readings);
        all.loaded.extend(own.loaded);
        if let Some(questionnaire) = &questionnaire {
            let base = own::base(group.screen.as_ref());
            for file in &group.settings {
                let linted = own::lint_own(*file, base, questionnaire, today);
                all.screens += linted.screens;
                all.findings.extend(linted.findings);
                all.readings.extend(linted.readings);
            }
        }
    }
    all
}

/// Finds everything that is wrong or odd in a screen and its words, on this day.
///
/// Where the screen itself cannot be loaded, only the form of the words is looked at.
#[must_use]
pub fn lint(files: &ScreenFiles, today: Date) -> Linted {
    let loaded = load_file(files.screen);
    let (mut findings, mut words) = (Vec::new(), Vec::new());
    for file in &files.words {
        match Words::read(*file) {
            Ok(read) => words.push((file.name, read)),
            Err(found) => findings.extend(found),
        }
    }
    let (file, questionnaire) = match loaded {
        Ok(loaded) => loaded,
        Err(mut found) => {
            found.extend(findings);
            return Linted { screens: 1, findings: found, ..Linted::default() };
        }
    };
    // Settings may name a language that someone brought words for.
    let languages = words.iter().map(|(_, words)| words.language()).collect();
    let questionnaire = Questionnaire { languages, ..questionnaire };
    for (name, words) in &words {
        findings.extend(check_words(&questionnaire, words, name));
    }
    let json = serde_json::from_str(files.screen.text).unwrap_or(Value::Null);
    let subject = LoadedScreen::new(files.screen.name, json, file, questionnaire, words);
    let mut report = FindingList { findings };
    look(&subject, today, &mut report);
    let readings = reading::readings(&subject);
    reading::check(&subject, &readings, &mut report);
    let loaded = vec![(files.screen.name.to_owned(), subject.questionnaire)];
    Linted { screens: 1, findings: report.findings, readings, loaded }
}

/// Lets every lint look at a screen, but for how hard it is to read.
fn look(subject: &LoadedScreen, today: Date, report: &mut FindingList) {
    let reasoner = Reasoner::new(&subject.questionnaire);
    ids::check(subject, report);
    unused::check(subject, report);
    conditions::check(subject, &reasoner, report);
    asked::check(subject, &reasoner, report);
    behind::check(subject, report);
    unread::check(subject, report);
    scores::check(subject, &reasoner, report);
    hidden::check(subject, &reasoner, report);
    instruments::check(subject, report);
    dates::check(subject, today, report);
    texts::check(subject, report);
}
