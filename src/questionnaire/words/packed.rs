//! The words as the widget carries them: texts alone, found by a short hash of their path.
//!
//! Paths are a quarter of the words' bytes, and nobody reads them there. Whoever packs picks a hash under which no path that
//! may be asked for is taken for another, whether it has a text or not.

use std::ops::RangeInclusive;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::needed::askable;
use super::{Lookup, Words};
use crate::questionnaire::Questionnaire;

/// Stands between texts.
const BETWEEN: char = '\n';

/// Bits of a hash, where every byte is a visitor's: the fewest that can be had in some seconds.
pub const SMALL: RangeInclusive<u32> = 18..=32;
/// Bits of a hash, where someone waits: the first try succeeds.
pub const QUICK: RangeInclusive<u32> = 32..=32;

/// How often a hash of so many bits is tried.
const TRIES: u32 = 100_000;

/// Words, packed.
#[derive(Debug, Serialize, Deserialize)]
pub struct PackedWords {
    hash: PathHash,
    /// From each hash to the next, in ascending order.
    steps: Vec<u32>,
    /// The texts in the order of their hashes.
    texts: String,
}

impl PackedWords {
    /// Packs the words of a questionnaire that was checked, with a hash of so many `bits`.
    ///
    /// # Panics
    ///
    /// If there is no hash that keeps all paths apart, as with more texts than a file can hold.
    #[must_use]
    pub fn of(words: &Words, questionnaire: &Questionnaire, bits: RangeInclusive<u32>) -> Self {
        let askable = askable(questionnaire, words);
        let absent: Vec<&str> = askable.iter().map(String::as_str).filter(|path| words.get(path).is_none()).collect();
        let (hash, texts) = bits
            .flat_map(|bits| (0..TRIES).map(move |seed| PathHash { seed, bits }))
            .find_map(|hash| Some((hash, told_apart(words, &absent, hash)?)))
            .expect("a file of words holds some ten thousand texts at most");
        let hashes = texts.iter().map(|(hash, _)| *hash);
        let before = std::iter::once(0).chain(hashes.clone());
        let steps = hashes.zip(before).map(|(hash, before)| hash - before).collect();
        // A line break within a text is a space to whoever reads it.
        let texts: Vec<_> = texts.iter().map(|(_, text)| text.replace(BETWEEN, " ")).collect();
        Self { hash, steps, texts: texts.join(&BETWEEN.to_string()) }
    }

    /// Unpacks the words.
    #[must_use]
    pub fn unpack(&self) -> Words {
        let mut at = 0;
        let add = |step: &u32| {
            at += step;
            at
        };
        let hashes = self.steps.iter().map(add).collect();
        let texts = self.texts.split(BETWEEN).map(Rc::from).collect();
        Words { lookup: Lookup::Hashes { hash: self.hash, hashes }, texts }
    }
}

/// Sorts the texts by hash, unless two paths have the same one.
fn told_apart<'a>(words: &'a Words, absent: &[&str], hash: PathHash) -> Option<Vec<(u32, &'a str)>> {
    let mut texts: Vec<_> = words.iter().map(|(path, text)| (hash.of(path), text)).collect();
    texts.sort_by_key(|(hash, _)| *hash);
    let twice = texts.windows(2).any(|pair| pair[0].0 == pair[1].0);
    let taken = |path: &&str| texts.binary_search_by_key(&hash.of(path), |(hash, _)| *hash).is_ok();
    (!twice && !absent.iter().any(taken)).then_some(texts)
}

/// A hash of paths.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PathHash {
    seed: u32,
    bits: u32,
}

impl PathHash {
    /// FNV-1a, with a last mix so that its upper bits depend on every letter.
    pub fn of(self, path: &str) -> u32 {
        const PRIME: u32 = 0x0100_0193;
        let hash =
            path.bytes().fold(self.seed ^ 0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME));
        (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d) >> (u32::BITS - self.bits)
    }
}
