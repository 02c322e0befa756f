//! The words as the widget carries them: texts alone, found by a short hash of their path.
//!
//! Paths are a quarter of the words' bytes, and nobody reads them there. Whoever packs picks a hash under which no path that
//! may be asked for is taken for another, whether it has a text or not.

use std::collections::BTreeSet;
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

/// How often a hash of one length is tried.
const TRIES: u32 = 100_000;

/// The words of every language, packed.
#[derive(Debug, Serialize, Deserialize)]
pub struct PackedWords {
    hash: PathHash,
    /// From each hash to the next, in ascending order.
    steps: Vec<u32>,
    /// For each language, its texts in the order of the hashes of their paths; an empty one where it has none.
    languages: Vec<String>,
}

impl PackedWords {
    /// Packs the words of a questionnaire that was checked, with a hash of `bits` bits.
    ///
    /// # Panics
    ///
    /// If there is no hash that keeps all paths apart, as with more texts than a file can hold.
    #[must_use]
    pub fn of(languages: &[Rc<Words>], questionnaire: &Questionnaire, bits: RangeInclusive<u32>) -> Self {
        let present: BTreeSet<&str> = languages
            .iter()
            .flat_map(|words| words.iter().map(|(path, _)| path))
            .filter(|path| is_shown(path))
            .collect();
        let askable: BTreeSet<String> = languages.iter().flat_map(|words| askable(questionnaire, words)).collect();
        let absent: Vec<&str> = askable.iter().map(String::as_str).filter(|path| !present.contains(path)).collect();
        let (hash, paths) = bits
            .flat_map(|bits| (0..TRIES).map(move |seed| PathHash { seed, bits }))
            .find_map(|hash| Some((hash, told_apart(&present, &absent, hash)?)))
            .expect("a file of words holds some ten thousand texts at most");
        let hashes = paths.iter().map(|(hash, _)| *hash);
        let before = std::iter::once(0).chain(hashes.clone());
        let steps = hashes.zip(before).map(|(hash, before)| hash - before).collect();
        let texts = |words: &Rc<Words>| {
            // A line break within a text is a space to whoever reads it.
            let text = |(_, path): &(u32, &str)| words.get(path).unwrap_or_default().replace(BETWEEN, " ");
            paths.iter().map(text).collect::<Vec<_>>().join(&BETWEEN.to_string())
        };
        Self { hash, steps, languages: languages.iter().map(texts).collect() }
    }

    /// Unpacks the words.
    #[must_use]
    pub fn unpack(&self) -> Vec<Words> {
        let mut at = 0;
        let add = |step: &u32| {
            at += step;
            at
        };
        let hashes = self.steps.iter().map(add).collect();
        let lookup = Rc::new(Lookup::Hashes { hash: self.hash, hashes });
        let words =
            |texts: &String| Words { lookup: lookup.clone(), texts: texts.split(BETWEEN).map(Rc::from).collect() };
        self.languages.iter().map(words).collect()
    }
}

/// Tells whether anyone sees the text of a path: what is still to be read is for the build.
fn is_shown(path: &str) -> bool {
    !path.starts_with("needs_review.")
}

/// Sorts paths by their hash, unless two have the same one.
fn told_apart<'a>(present: &BTreeSet<&'a str>, absent: &[&str], hash: PathHash) -> Option<Vec<(u32, &'a str)>> {
    let mut paths: Vec<_> = present.iter().map(|path| (hash.of(path), *path)).collect();
    paths.sort_unstable();
    let twice = paths.windows(2).any(|pair| pair[0].0 == pair[1].0);
    let taken = |path: &&str| paths.binary_search_by_key(&hash.of(path), |(hash, _)| *hash).is_ok();
    (!twice && !absent.iter().any(taken)).then_some(paths)
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
