//! Programs of a release beside the widget: compiled here, because Trunk compiles one.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::read;
use crate::command::{cargo, read as output_of, run};
use crate::tools::Toolbox;

/// Tells whether a release is built, rather than a preview that is built in a moment.
pub fn is_release() -> bool {
    env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release")
}

/// Compiles a package as Trunk compiles the widget, so that what both are made of is compiled once; gives the file.
pub fn compile(package: &str, tools: &Toolbox) -> Result<PathBuf> {
    let mut build = tools.command(cargo());
    build.args(["build", "--package", package, "--target", "wasm32-unknown-unknown"]);
    build.args([
        "--message-format",
        "json-render-diagnostics",
        "--profile",
        if is_release() { "widget" } else { "dev" },
    ]);
    artifact(&output_of(&mut build)?, &format!("{}.wasm", package.replace('-', "_")))
}

/// Finds the file that cargo made, in what it says of its work.
fn artifact(messages: &str, name: &str) -> Result<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let files = messages.flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default());
    let mut wasm = files.filter_map(|file| file.as_str().map(PathBuf::from));
    let ours = |file: &PathBuf| file.file_name().is_some_and(|file| file == name);
    wasm.rfind(ours).with_context(|| format!("cargo built no {name}"))
}

/// How much work goes into making a program small.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// All there is: visitors download it.
    All,
    /// A little: it is for whoever sets the questionnaire up, and the build is waited for.
    Little,
}

/// Makes a program small, in a release; `folder` is for what comes between.
pub fn optimise(file: &Path, effort: Effort, folder: &Path, tools: &Toolbox) -> Result<Vec<u8>> {
    if !is_release() {
        return Ok(fs::read(file)?);
    }
    let small = folder.join("small.wasm");
    let mut optimise = tools.command("wasm-opt");
    optimise.args(parameters(effort)?).arg(file).arg("-o").arg(&small);
    run(&mut optimise)?;
    let wasm = fs::read(&small)?;
    fs::remove_file(&small)?;
    Ok(wasm)
}

/// What Trunk gives to `wasm-opt` for the widget, so that every program needs the same of a browser.
fn parameters(effort: Effort) -> Result<Vec<OsString>> {
    let page = read("index.html")?;
    let (_, after) = page.split_once("data-wasm-opt-params=\"").context("index.html has no data-wasm-opt-params")?;
    let (parameters, _) = after.split_once('"').context("data-wasm-opt-params ends")?;
    let all = parameters.split_whitespace();
    Ok(match effort {
        Effort::All => all.map(OsString::from).collect(),
        Effort::Little => {
            ["-O1"].into_iter().chain(all.filter(|one| one.starts_with("--enable-"))).map(OsString::from).collect()
        }
    })
}
