//! Programs of a release beside the widget: compiled here, because Trunk compiles one.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::panics;
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
pub fn small(file: &Path, effort: Effort, folder: &Path, tools: &Toolbox) -> Result<Vec<u8>> {
    let wasm = fs::read(file).with_context(|| format!("no wasm at {}", file.display()))?;
    if !is_release() {
        return Ok(wasm);
    }
    let (before, after) = (folder.join("whole.wasm"), folder.join("small.wasm"));
    let wasm = if effort == Effort::All { panics::without_words(&wasm)? } else { wasm };
    fs::write(&before, wasm)?;
    let mut optimise = tools.command("wasm-opt");
    run(optimise.args(effort.passes()).args(FEATURES).arg(&before).arg("-o").arg(&after))?;
    let wasm = fs::read(&after)?;
    for file in [before, after] {
        fs::remove_file(file)?;
    }
    Ok(wasm)
}

impl Effort {
    /// What `wasm-opt` does.
    fn passes(self) -> &'static [&'static str] {
        match self {
            Effort::All => &["--flatten", "--rereloop", "-Os", "--converge", "--low-memory-unused"],
            Effort::Little => &["-O1"],
        }
    }
}

/// What programs may use of WebAssembly: all need the same of a browser.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
