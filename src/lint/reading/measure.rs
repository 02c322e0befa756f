//! Sentences, words and syllables, and what a formula makes of them.

use std::cmp::Ordering;

/// A formula for one language, and the limits of this project.
pub struct Formula {
    /// The language.
    pub language: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Counts the syllables of a word.
    pub syllables: fn(&str) -> usize,
    /// The measure from words by sentence and syllables by word.
    pub measure: fn(f64, f64) -> f64,
    /// A higher measure is harder.
    pub rises: bool,
    /// `at most` or `at least`.
    pub side: &'static str,
    /// The limit for all texts together.
    pub whole: f64,
    /// The limit for a sentence.
    pub sentence: f64,
}

/// A sentence, measured.
pub struct Sentence {
    /// What it says.
    pub text: String,
    /// How many words it has.
    pub words: usize,
    /// How many syllables they have.
    pub syllables: usize,
}

impl Formula {
    /// Measures sentences together.
    #[allow(clippy::cast_precision_loss, reason = "texts have far fewer words than a number has places")]
    pub fn of(&self, sentences: &[Sentence]) -> f64 {
        let words: usize = sentences.iter().map(|sentence| sentence.words).sum();
        let syllables: usize = sentences.iter().map(|sentence| sentence.syllables).sum();
        if words == 0 {
            return 0.0;
        }
        (self.measure)(words as f64 / sentences.len() as f64, syllables as f64 / words as f64)
    }

    /// Puts measures in order, the easier one first.
    pub fn harder(&self, a: f64, b: f64) -> Ordering {
        if self.rises { a.total_cmp(&b) } else { b.total_cmp(&a) }
    }

    /// Tells whether a measure is beyond a limit; as it is shown, with one decimal.
    pub fn beyond(&self, measure: f64, limit: f64) -> bool {
        self.harder((measure * 10.0).round() / 10.0, limit) == Ordering::Greater
    }
}

/// Takes a text apart; a colon or a semicolon ends a sentence too, as the eye rests there.
pub fn sentences(text: &str, syllables: &dyn Fn(&str) -> usize) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = 0;
    let ends = text.char_indices().filter(|(_, c)| ".?!:;…".contains(*c)).filter_map(|(place, c)| {
        let end = place + c.len_utf8();
        text[end..].starts_with(char::is_whitespace).then_some(end)
    });
    for end in ends.chain([text.len()]) {
        let sentence = text[start..end].trim();
        start = end;
        let counts: Vec<_> = words(sentence).map(|word| syllables(&word)).collect();
        if !counts.is_empty() {
            let (words, syllables) = (counts.len(), counts.iter().sum());
            found.push(Sentence { text: sentence.to_owned(), words, syllables });
        }
    }
    found
}

/// Lists the words of a text: letters and digits, with apostrophes within. A token counts as one short word.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let mut plain = String::new();
    let mut in_token = false;
    for c in text.chars() {
        match c {
            '{' => {
                in_token = true;
                plain.push_str(" it ");
            }
            '}' => in_token = false,
            c if !in_token => plain.push(c),
            _ => {}
        }
    }
    let words: Vec<_> = plain
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .map(|word| word.trim_matches(['\'', '’']).to_owned())
        .filter(|word| !word.is_empty())
        .collect();
    words.into_iter()
}
