//! The search for an alphabet in which the program's text is smaller.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::json;

use super::bytes::Bytes;
use super::pack::{Alphabet, pack_with};
use crate::command::root;

/// Swaps characters of the alphabet for some time, keeps what makes a program's text smaller, and writes it to
/// `alphabet.json`.
pub fn search(program: &Path, time: Duration) -> Result<()> {
    let program = fs::read(program).with_context(|| format!("could not read {}", program.display()))?;
    let (mut best, mut random) = (Alphabet::known(), Random(1));
    let mut least = size(&best, &program)?;
    println!("{least}");
    let start = Instant::now();
    while start.elapsed() < time {
        let tried = swapped(&best, &mut random);
        let size = size(&tried, &program)?;
        if size < least {
            println!("{size}");
            (best, least) = (tried, size);
        }
    }
    Ok(fs::write(root().join("xtask/src/bundle/alphabet.json"), written(&best))?)
}

/// How many bytes a program's text is for visitors.
fn size(alphabet: &Alphabet, program: &[u8]) -> Result<usize> {
    let packed = pack_with(alphabet, program);
    let text = packed["text"].as_str().context("the program has no text")?;
    Ok(Bytes::of(text.as_bytes())?.brotli)
}

/// Swaps two characters, be they of the alphabet or escapes.
fn swapped(known: &Alphabet, random: &mut Random) -> Alphabet {
    let mut characters: Vec<char> = known.alphabet.chars().chain(known.escapes.chars()).collect();
    let (one, other) = (random.below(characters.len()), random.below(characters.len()));
    characters.swap(one, other);
    let (alphabet, escapes) = characters.split_at(known.alphabet.len());
    Alphabet { escapes: escapes.iter().collect(), alphabet: alphabet.iter().collect(), bytes: known.bytes.clone() }
}

/// The file of an alphabet.
fn written(known: &Alphabet) -> String {
    let Alphabet { escapes, alphabet, bytes } = known;
    let bytes: Vec<_> = bytes.iter().map(u8::to_string).collect();
    format!(
        "{{\n  \"escapes\": {},\n  \"alphabet\": {},\n  \"bytes\": [{}]\n}}\n",
        json!(escapes),
        json!(alphabet),
        bytes.join(", ")
    )
}

/// Knuth's numbers for MMIX: the same at every search.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_as_the_search_writes_it() {
        assert_eq!(written(&Alphabet::known()), include_str!("alphabet.json"));
    }

    #[test]
    fn no_character_is_lost_or_there_twice() {
        let sorted = |known: &Alphabet| {
            let mut characters: Vec<char> = known.alphabet.chars().chain(known.escapes.chars()).collect();
            characters.sort_unstable();
            characters
        };
        let (known, mut random) = (Alphabet::known(), Random(1));
        let mut tried = Alphabet::known();
        for _ in 0..100 {
            tried = swapped(&tried, &mut random);
            assert_eq!(tried.alphabet.len(), known.alphabet.len());
        }
        assert_eq!(sorted(&tried), sorted(&known));
        assert_ne!(tried.alphabet, known.alphabet);
    }
}
