//! The `selfscreen` command, run as a user runs it.

mod check;
mod clinicians;
mod evaluate;
mod others;
mod replay;
mod snippet;
mod started;
