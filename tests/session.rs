//! Visits, as a visitor makes them: what is shown after what was done.

mod common;

mod session {
    mod flow;
    mod help;
    mod progress;
    mod visit;
    mod whole;
}
