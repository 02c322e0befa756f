//! The release as it would be in English alone: what the other languages cost is measured, not guessed.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use memchr::memmem;
use serde_json::Value;

use super::texts::words;

/// The language that everything is written in first.
pub const FIRST: &str = "en";

/// Takes the texts of every other language out of a program: each language stands in it as one block.
pub fn only_first(wasm: &[u8]) -> Result<Vec<u8>> {
    let words = words()?;
    let mut first = BTreeSet::new();
    for (_, words) in words.iter().filter(|(_, words)| words["language"] == FIRST) {
        collect(words, &mut first);
    }
    let mut program = wasm.to_vec();
    for (name, words) in words.iter().filter(|(_, words)| words["language"] != FIRST) {
        let mut texts = BTreeSet::new();
        collect(words, &mut texts);
        let bytes: usize = texts.iter().map(String::len).sum();
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

fn collect(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(texts.insert(text.clone())),
        Value::Array(list) => list.iter().for_each(|one| collect(one, texts)),
        Value::Object(map) => map.values().for_each(|one| collect(one, texts)),
        _ => {}
    }
}
