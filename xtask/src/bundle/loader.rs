//! The second program of a release, which checks and packs a clinic's own rules.

use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::json;

use super::program::{Effort, Job, LOADER};
use super::script::{Esbuild, wrap};
use super::{imports, pack};

/// The release's script that holds it.
pub const SCREENS: &str = "selfscreen-screens.js";

/// Compiles the program, and makes it small in a release.
pub fn compile(folder: &Path, job: &Job) -> Result<Vec<u8>> {
    let wasm = job.small(&job.compile(LOADER)?, Effort::All, folder)?;
    imports::without_custom_sections(&wasm)
}

/// Puts it into a script; fails if it could reach anything at all.
pub fn script(wasm: &[u8], version: &str, esbuild: &Esbuild) -> Result<String> {
    let reached = imports::names(wasm)?;
    ensure!(reached.is_empty(), "the program of {SCREENS} imports {reached:?}, expected nothing");
    let element = esbuild.host("assets/embed/loader.js")?;
    Ok(wrap(version, &element, &json!({"version": version, "program": pack::pack(wasm)})))
}
