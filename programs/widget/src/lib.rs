//! The first program of a release: what `selfscreen::embed` exports, and nothing else.

pub use selfscreen::embed;
