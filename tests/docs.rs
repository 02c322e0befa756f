//! The documents: every command and every snippet in them is executed as it is written, here or where a table says.
//!
//! `tests/browser/docs.rs` shows the tags, styles and policies in browsers.

mod blocks;
mod commands;
mod json;
mod links;
mod policy;
mod reading;
mod runners;
mod shortcode;
