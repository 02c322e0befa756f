//! The `selfscreen` command, run as a user runs it.

mod check;
mod clinicians;
mod evaluate;
mod explain;
mod lines;
mod others;
mod random;
mod replay;
mod snippet;
mod started;
