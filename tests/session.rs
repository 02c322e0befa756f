//! Visits, as a visitor makes them: what is shown after what was done.

mod flow;
mod help;
mod progress;
mod time;
mod visit;
mod whole;
