//! Screens as files: the built-in one is sound, and a broken one says what is wrong and where.

mod brands;
mod broken;
pub mod edit;
mod findings;
mod lints;
mod others;
mod shipped;
