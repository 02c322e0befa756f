//! Everything that needs no browser, as one program: it is linked once.
//!
//! `cargo test --test native mutation` runs the tests of one file and of the folder of its name.

mod common;
mod named;

mod arrows;
mod authoring;
mod catalog;
mod command;
mod content;
mod docs;
mod document;
#[cfg(feature = "web")]
mod markup;
mod mutation;
mod own;
mod proof;
mod report;
mod schema;
mod screening;
mod session;
mod settings;
