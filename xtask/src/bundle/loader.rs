//! The second program of a release, which checks and packs a clinic's own rules: compiled here, because Trunk compiles one.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::script::{Esbuild, wrap};
use super::{imports, pack, read};
use crate::build::SCREEN;
use crate::command::{cargo, read as output_of, root, run};
use crate::tools::Toolbox;

/// The release's script that holds it.
pub const SCREENS: &str = "selfscreen-screens.js";

/// Compiles the program, and makes it small in a release.
pub fn compile(folder: &Path, tools: &Toolbox) -> Result<Vec<u8>> {
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let mut build = tools.command(cargo());
    build.args(["build", "--package", "selfscreen-loader", "--target", "wasm32-unknown-unknown"]);
    build.args(["--message-format", "json-render-diagnostics", "--profile", if release { "widget" } else { "dev" }]);
    let file = artifact(&output_of(&mut build)?)?;
    if !release {
        return Ok(fs::read(file)?);
    }
    let small = folder.join("loader.wasm");
    let mut optimise = tools.command("wasm-opt");
    optimise.args(parameters()?).arg(&file).arg("-o").arg(&small);
    run(&mut optimise)?;
    let wasm = fs::read(&small)?;
    fs::remove_file(&small)?;
    imports::without_custom_sections(&wasm)
}

/// Puts it into a script; fails if it could reach anything at all.
pub fn script(wasm: &[u8], version: &str, esbuild: &Esbuild) -> Result<String> {
    let reached = imports::names(wasm)?;
    ensure!(reached.is_empty(), "the program of {SCREENS} imports {reached:?}, expected nothing");
    let element = esbuild.host("assets/embed/loader.js")?;
    Ok(wrap(version, &element, &json!({"version": version, "program": pack::pack(wasm)})))
}

/// Finds the file that cargo made, in what it says of its work.
fn artifact(messages: &str) -> Result<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let files = messages.flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default());
    let mut wasm = files.filter_map(|file| file.as_str().map(PathBuf::from));
    let ours = |file: &PathBuf| file.file_name().is_some_and(|name| name == "selfscreen_loader.wasm");
    wasm.rfind(ours).context("cargo built no selfscreen_loader.wasm")
}

/// What Trunk gives to `wasm-opt` for the first program, so that both need the same of a browser.
fn parameters() -> Result<Vec<OsString>> {
    let page = read("index.html")?;
    let (_, after) = page.split_once("data-wasm-opt-params=\"").context("index.html has no data-wasm-opt-params")?;
    let (parameters, _) = after.split_once('"').context("data-wasm-opt-params ends")?;
    Ok(parameters.split_whitespace().map(OsString::from).collect())
}

/// The folder of the screen that is built in: [`SCREEN`], which `src/build.rs` reads too, or the ketamine one.
pub fn screen_folder() -> PathBuf {
    let named = std::env::var_os(SCREEN).map(PathBuf::from);
    root().join(named.unwrap_or_else(|| "assets/screens/ketamine".into()))
}
