//! The proof of the seal: what is tried from inside the sealed frame, what a visit leaves, and that nothing arrives.
//!
//! `cargo xtask test seal` builds the script and runs these once for each engine: `SELFSCREEN_DIST` names the folder with
//! the script, `SELFSCREEN_ENGINE` the engine.

mod common;
mod engine;

mod seal {
    mod address;
    mod attempts;
    mod canary;
    mod host;
    mod names;
    mod noise;
    mod outcomes;
    mod page;
    mod policies;
    mod proof;
    mod relay;
    mod reports;
    mod table;
    mod watch;
}
