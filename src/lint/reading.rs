//! How hard the words are to read, by a formula made for their language.
//!
//! The whole is measured, and every sentence that is long enough for the formula to mean something.
//! The words of published scales are not ours to change, and are left out; so is what the screen names with a reason.

mod aside;
mod english;
mod measure;
mod spanish;

use super::subject::{FindingList, LoadedScreen, pointer};
use aside::Aside;
use measure::{Formula, Sentence, sentences};

/// A sentence, and how hard it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Hard {
    /// The file of words it is in.
    pub file: String,
    /// The path of its text.
    pub path: String,
    /// What it says.
    pub sentence: String,
    /// How many words it has.
    pub words: usize,
    /// What the formula gives.
    pub measure: f64,
}

/// How hard the words of one language are.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The file of words.
    pub file: String,
    /// The formula, by name.
    pub formula: &'static str,
    /// What it gives for all of them.
    pub whole: f64,
    /// What they may reach.
    pub limit: f64,
    /// How many words were measured.
    pub words: usize,
    /// The hardest sentences, the hardest one first.
    pub hardest: Vec<Hard>,
}

/// Sentences of fewer words are not measured alone: one long word would decide.
const SHORT: usize = 10;
/// A sentence of more words than this is hard, whatever its words are.
const LONG: usize = 25;

const FORMULAS: [Formula; 2] = [english::FORMULA, spanish::FORMULA];

/// Measures the words of every language that has a formula.
pub fn readings(subject: &LoadedScreen) -> Vec<Reading> {
    let of = |(file, words): &(&str, crate::questionnaire::Words)| {
        let formula = FORMULAS.iter().find(|formula| formula.language == words.language())?;
        Some(reading(file, measured(subject, words, formula), formula))
    };
    subject.words.iter().filter_map(of).collect()
}

/// Measures English that belongs to no screen. A sentence ends with its paragraph.
pub fn of_english<'a>(file: &str, paragraphs: impl IntoIterator<Item = &'a str>) -> Reading {
    let formula = &english::FORMULA;
    let sentences = paragraphs.into_iter().flat_map(|text| sentences(text, &formula.syllables));
    reading(file, sentences.map(|sentence| (String::new(), sentence)).collect(), formula)
}

fn reading(file: &str, measured: Vec<(String, Sentence)>, formula: &Formula) -> Reading {
    let mut hardest: Vec<_> = measured
        .iter()
        .filter(|(_, sentence)| sentence.words >= SHORT)
        .map(|(path, sentence)| Hard {
            file: file.to_owned(),
            path: path.clone(),
            sentence: sentence.text.clone(),
            words: sentence.words,
            measure: formula.of(std::slice::from_ref(sentence)),
        })
        .collect();
    hardest.sort_by(|a, b| formula.harder(b.measure, a.measure).then_with(|| a.path.cmp(&b.path)));
    let all: Vec<_> = measured.into_iter().map(|(_, sentence)| sentence).collect();
    let words = all.iter().map(|sentence| sentence.words).sum();
    let whole = formula.of(&all);
    Reading { file: file.to_owned(), formula: formula.name, whole, limit: formula.whole, words, hardest }
}

/// Names words that are too hard as a whole, sentences that are, and what is left aside for nothing.
pub fn check(subject: &LoadedScreen, readings: &[Reading], report: &mut FindingList) {
    for reading in readings {
        let Some(formula) = FORMULAS.iter().find(|formula| formula.name == reading.formula) else { continue };
        if reading.words > 0 && formula.beyond(reading.whole, formula.whole) {
            let found = format!("{} {:.1} over all texts", formula.name, reading.whole);
            let expected = format!("{} {:.1}, what most people of 12 can read", formula.side, formula.whole);
            report.add("hard-to-read", &reading.file, ("", ""), found, expected);
        }
        for hard in &reading.hardest {
            let at = pointer(&hard.path);
            if formula.beyond(hard.measure, formula.sentence) {
                let found = format!("{} {:.1} in '{}'", formula.name, hard.measure, hard.sentence);
                let expected = format!("{} {:.1}: shorter sentences, or shorter words", formula.side, formula.sentence);
                report.add("hard-to-read", &hard.file, (&at, &hard.path), found, expected);
            }
            if hard.words > LONG {
                let found = format!("{} words in '{}'", hard.words, hard.sentence);
                report.add("long-sentence", &hard.file, (&at, &hard.path), found, format!("at most {LONG} words"));
            }
        }
    }
    aside::check(subject, report);
}

fn measured(subject: &LoadedScreen, words: &crate::questionnaire::Words, formula: &Formula) -> Vec<(String, Sentence)> {
    let aside = Aside::of(subject, formula.language);
    let syllables = |word: &str| if aside.is_term(word) { 2 } else { (formula.syllables)(word) };
    let texts = words.iter().filter(|(path, _)| !aside.leaves_out(path));
    texts
        .flat_map(|(path, text)| sentences(text, &syllables).into_iter().map(|found| (path.to_owned(), found)))
        .collect()
}
