//! What the documents say to type: each `cargo xtask …` is one that is read.

#[path = "../../tests/docs/blocks.rs"]
mod blocks;

use clap::Parser;

use crate::Xtask;
use crate::command::root;

const CALL: &str = "cargo xtask ";

#[test]
fn every_documented_call_is_one_that_is_read() {
    let (_, commands) = blocks::all(&root());
    let calls: Vec<_> = commands.iter().filter(|command| command.text.starts_with(CALL)).collect();
    assert!(!calls.is_empty());
    for call in calls {
        let arguments = call.text[CALL.len()..].split_whitespace();
        if let Err(error) = Xtask::try_parse_from(std::iter::once("cargo xtask").chain(arguments)) {
            panic!("{}: `{}`: {error}", call.at, call.text);
        }
    }
}
