//! The release as it would be in English alone: what the other languages cost is measured, not guessed.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use memchr::memmem;
use selfscreen::questionnaire::Content;
use selfscreen::questionnaire::Words;

/// The language that everything is written in first.
pub const FIRST: &str = "en";

/// Takes the texts of every other language out of a program: each language stands in it as one block.
pub fn only_first(wasm: &[u8], content: &Content) -> Result<Vec<u8>> {
    let first = texts(&content.languages[0]);
    let mut program = wasm.to_vec();
    for words in &content.languages[1..] {
        let (name, texts) = (words.language(), texts(words));
        let bytes: usize = texts.iter().map(|text| text.len()).sum();
        // Short texts could be anything in a program.
        let own = texts.difference(&first).filter(|text| text.len() > SURE);
        let places: Vec<_> = own.filter_map(|text| Some((memmem::find(wasm, text.as_bytes())?, text.len()))).collect();
        let start = places.iter().map(|(place, _)| *place).min().unwrap_or_default();
        let end = places.iter().map(|(place, length)| place + length).max().unwrap_or_default();
        ensure!(
            end - start > bytes / 2 && end - start < bytes * 2,
            "{name} is no block of some {bytes} bytes in the program"
        );
        program[start..end].fill(0);
    }
    Ok(program)
}

/// Texts of more bytes than this stand in a program once.
const SURE: usize = 40;

fn texts(words: &Words) -> BTreeSet<&str> {
    words.iter().map(|(_, text)| text).collect()
}
