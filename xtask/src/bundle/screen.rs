//! The screen that is built in.

use std::path::PathBuf;

use crate::command::root;

/// Names the folder of the screen to build in, for `src/build.rs` and for the bundle.
pub const SCREEN: &str = "SELFSCREEN_SCREEN";

/// The folder of the screen that is built in: [`SCREEN`], which `src/build.rs` reads too, or the ketamine one.
pub fn folder() -> PathBuf {
    let named = std::env::var_os(SCREEN).map(PathBuf::from);
    root().join(named.unwrap_or_else(|| "assets/screens/ketamine".into()))
}
