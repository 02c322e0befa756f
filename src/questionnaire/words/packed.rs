//! The words as the widget carries them: texts alone, found by a short hash of their path.
//!
//! Paths are a quarter of the words' bytes, and nobody reads them there. The build picks a hash under which no path that
//! may be asked for is taken for another, whether it has a text or not.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::needed::askable;
use super::{Lookup, Words};
use crate::questionnaire::Questionnaire;

/// Stands between texts; no text holds it.
const BETWEEN: char = '\n';

/// Bits of a hash.
const BITS: u32 = 18;

/// Words, packed.
#[derive(Debug, Serialize, Deserialize)]
pub struct PackedWords {
    seed: u32,
    /// From each hash to the next, in ascending order.
    steps: Vec<u32>,
    /// The texts in the order of their hashes.
    texts: String,
}

impl PackedWords {
    /// Packs the words of a questionnaire that was checked.
    ///
    /// # Panics
    ///
    /// If there is no hash that keeps all paths apart, as with several times as many texts.
    #[must_use]
    pub fn of(words: &Words, questionnaire: &Questionnaire) -> Self {
        let askable = askable(questionnaire, words);
        let absent: Vec<&str> = askable.iter().map(String::as_str).filter(|path| words.get(path).is_none()).collect();
        let (seed, texts) = (0..1_000_000)
            .find_map(|seed| Some((seed, told_apart(words, &absent, seed)?)))
            .expect("a screen has some thousand texts at most");
        let hashes = texts.iter().map(|(hash, _)| *hash);
        let before = std::iter::once(0).chain(hashes.clone());
        let steps = hashes.zip(before).map(|(hash, before)| hash - before).collect();
        let texts: Vec<&str> = texts.iter().map(|(_, text)| *text).collect();
        Self { seed, steps, texts: texts.join(&BETWEEN.to_string()) }
    }

    /// Unpacks the words.
    #[must_use]
    pub fn unpack(&self) -> Words {
        let mut hash = 0;
        let add = |step: &u32| {
            hash += step;
            hash
        };
        let hashes = self.steps.iter().map(add).collect();
        let texts = self.texts.split(BETWEEN).map(Rc::from).collect();
        Words { lookup: Lookup::Hashes { seed: self.seed, hashes }, texts }
    }
}

/// Sorts the texts by hash, unless two paths have the same one.
fn told_apart<'a>(words: &'a Words, absent: &[&str], seed: u32) -> Option<Vec<(u32, &'a str)>> {
    let mut texts: Vec<_> = words.iter().map(|(path, text)| (hash(seed, path), text)).collect();
    texts.sort_by_key(|(hash, _)| *hash);
    let twice = texts.windows(2).any(|pair| pair[0].0 == pair[1].0);
    let taken = |path: &&str| texts.binary_search_by_key(&hash(seed, path), |(hash, _)| *hash).is_ok();
    (!twice && !absent.iter().any(taken)).then_some(texts)
}

/// FNV-1a, with a last mix so that its upper bits depend on every letter.
pub fn hash(seed: u32, path: &str) -> u32 {
    const PRIME: u32 = 0x0100_0193;
    let hash = path.bytes().fold(seed ^ 0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME));
    (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d) >> (u32::BITS - BITS)
}
