//! What is loaded: a questionnaire together with the words of every language.

use std::ops::RangeInclusive;
use std::rc::Rc;

use super::Questionnaire;
use super::words::{PackedWords, Words};

/// A questionnaire with the words to show it in.
#[derive(Debug, Clone)]
pub struct Content {
    /// Items and rules.
    pub questionnaire: Rc<Questionnaire>,
    /// The words in use: at first those of its first language.
    pub words: Rc<Words>,
    /// The words of every language, the first one first.
    pub languages: Rc<[Rc<Words>]>,
}

impl Content {
    /// Takes a questionnaire and its words, the first language first.
    ///
    /// # Panics
    ///
    /// If there are no words at all.
    #[must_use]
    pub fn new(mut questionnaire: Questionnaire, languages: Vec<Words>) -> Self {
        questionnaire.languages = languages.iter().map(Words::language).collect();
        let languages: Rc<[_]> = languages.into_iter().map(Rc::new).collect();
        Self { questionnaire: Rc::new(questionnaire), words: languages[0].clone(), languages }
    }

    /// Uses the words of a language that it has; of any other one, none change.
    #[must_use]
    pub fn in_language(&self, language: &str) -> Self {
        let words = self.languages.iter().find(|words| words.language() == language);
        Self { words: words.unwrap_or(&self.words).clone(), ..self.clone() }
    }

    /// Packs it for the widget, with hashes of `bits` bits for its words.
    ///
    /// # Panics
    ///
    /// Never: what was loaded can be packed.
    #[must_use]
    pub fn pack(&self, bits: RangeInclusive<u32>) -> Vec<u8> {
        let words = PackedWords::of(&self.languages, &self.questionnaire, bits);
        postcard::to_allocvec(&(&*self.questionnaire, words)).expect("there is memory for it")
    }
}
