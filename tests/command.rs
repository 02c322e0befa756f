//! The `selfscreen` command, run as a user runs it.

mod check;
mod clinicians;
mod evaluate;
mod explain;
mod others;
mod replay;
mod snippet;
mod started;
