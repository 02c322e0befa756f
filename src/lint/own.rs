//! Settings with factors or a screen of the clinic's own: what they make is looked at like any other screen.

use jiff::civil::Date;

use super::{Linted, ScreenFiles, lint, lint_settings};
use crate::own::{self, Base, Written};
use crate::questionnaire::{File, Questionnaire};
use crate::screens::BUILT_IN;

/// What own factors come on top of: the screen that was named before the settings, or the built-in one.
pub fn base<'a>(files: Option<&ScreenFiles<'a>>) -> Base<'a> {
    let Some(files) = files else { return BUILT_IN };
    // Texts of the screen that are missing are no fault of the settings.
    let none = File { name: "", text: r#"{"factors": {}}"# };
    Base { screen: files.screen, words: files.words.first().copied().unwrap_or(none) }
}

/// Finds everything that is wrong or odd in a clinic's settings for a screen, on this day.
///
/// What is only odd about the screen below the clinic's factors is no finding of the settings.
pub fn lint_own(file: File, base: Base, questionnaire: &Questionnaire, today: Date) -> Linted {
    let given = match own::read_settings(file) {
        Ok(given) => given,
        Err(findings) => return Linted { findings, ..Linted::default() },
    };
    if !own::is_own(&given) {
        return Linted { findings: lint_settings(file, questionnaire), ..Linted::default() };
    }
    let written = match own::write(file, base) {
        Ok(written) => written,
        Err(findings) => return Linted { findings, ..Linted::default() },
    };
    let files = ScreenFiles { screen: written.screen(), words: vec![written.words()] };
    let mut linted = lint(&files, today);
    let placed = written.place(std::mem::take(&mut linted.findings));
    linted.findings.extend(written.findings.iter().cloned());
    linted.findings.extend(placed.into_iter().filter(|finding| finding.file == file.name));
    let whole = given.contains_key("screen");
    let settled_for = linted.loaded.first().map(|(_, made)| made).or((!whole).then_some(questionnaire));
    let findings = settled_for.map(|made| lint_settings(file, made)).unwrap_or_default();
    linted.findings.extend(findings);
    if !whole {
        // The screen below was counted and measured where it was named.
        (linted.screens, linted.readings) = (0, Vec::new());
    }
    linted
}

/// Writes the screens that the settings among some files make: what can be proved of them.
#[must_use]
pub fn written(files: &[File]) -> Vec<Written> {
    let mut made = Vec::new();
    for group in super::files::groups(files).0 {
        let base = base(group.screen.as_ref());
        for file in &group.settings {
            let given = own::read_settings(*file).ok();
            made.extend(given.filter(own::is_own).and_then(|_| own::write(*file, base).ok()));
        }
    }
    made.retain(|written| written.findings.is_empty());
    made
}
