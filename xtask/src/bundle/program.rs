//! The programs of a release: compiled, bound to their pages, and made small.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::panics;
use super::policy::hex;
use super::screen::SCREEN;
use crate::command::{cargo, read as output_of, root, run};
use crate::tools::Toolbox;

/// The package of the questionnaire's program.
pub const WIDGET: &str = "selfscreen-widget";
/// The package of the program that checks and packs a clinic's own rules.
pub const LOADER: &str = "selfscreen-loader";
/// The package of the snippet builder's program.
pub const BUILDER: &str = "selfscreen-builder";

/// What is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// What is looked at on this machine: built in seconds.
    Preview,
    /// What visitors download: as small as it can be.
    Release,
}

impl Profile {
    /// What Trunk builds, as it tells its hooks.
    pub fn of_trunk() -> Self {
        if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") { Self::Release } else { Self::Preview }
    }
}

/// What is built, and with what.
pub struct Job<'a> {
    pub profile: Profile,
    /// The folder of the screen to build in, if it is another than usual.
    pub screen: Option<PathBuf>,
    pub tools: &'a Toolbox,
}

impl Job<'_> {
    /// Tells whether a release is built.
    pub fn is_release(&self) -> bool {
        self.profile == Profile::Release
    }

    /// Compiles a package, and returns the file.
    pub fn compile(&self, package: &str) -> Result<PathBuf> {
        let mut build = self.tools.command(cargo());
        build.args(["build", "--target", "wasm32-unknown-unknown", "--message-format", "json-render-diagnostics"]);
        match self.profile {
            Profile::Release => {
                build.args(["--package", package, "--profile", "widget"]);
                build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags()?);
            }
            // Asked for together, these two share the library, which is compiled once.
            Profile::Preview if [WIDGET, BUILDER].contains(&package) => {
                build.args(["--package", WIDGET, "--package", BUILDER]);
            }
            Profile::Preview => {
                build.args(["--package", package]);
            }
        }
        build.envs(self.screen.as_ref().map(|folder| (SCREEN, folder)));
        artifact(&output_of(&mut build)?, &format!("{}.wasm", package.replace('-', "_")))
    }

    /// Compiles a package and binds it: `NAME_bg.wasm` and its glue `NAME.js` in `folder`. If the program is the one that was
    /// bound last, it is not bound again: who changes a style waits for nothing else.
    pub fn bind(&self, package: &str, name: &str, folder: &Path) -> Result<()> {
        let file = self.compile(package)?;
        let bound = root().join("target/bound").join(name);
        let (of, program) = (bound.join("of.txt"), hex(&fs::read(&file)?));
        if fs::read_to_string(&of).ok().as_ref() != Some(&program) {
            if bound.exists() {
                fs::remove_dir_all(&bound)?;
            }
            let mut bind = self.tools.command("wasm-bindgen");
            bind.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]);
            run(bind.arg(&bound).arg(file))?;
            fs::write(of, program)?;
        }
        fs::create_dir_all(folder)?;
        for file in [format!("{name}_bg.wasm"), format!("{name}.js")] {
            fs::copy(bound.join(&file), folder.join(&file)).with_context(|| format!("no {file} was bound"))?;
        }
        Ok(())
    }

    /// Reads a program, and makes it small in a release; `folder` is for what comes between.
    pub fn small(&self, file: &Path, effort: Effort, folder: &Path) -> Result<Vec<u8>> {
        let wasm = fs::read(file).with_context(|| format!("no wasm at {}", file.display()))?;
        if !self.is_release() {
            return Ok(wasm);
        }
        let (before, after) = (folder.join("whole.wasm"), folder.join("small.wasm"));
        let wasm = if effort == Effort::All { panics::without_words(&wasm)? } else { wasm };
        fs::write(&before, wasm)?;
        let mut optimise = self.tools.command("wasm-opt");
        run(optimise.args(effort.passes()).args(FEATURES).arg(&before).arg("-o").arg(&after))?;
        let wasm = fs::read(&after)?;
        for file in [before, after] {
            fs::remove_file(file)?;
        }
        Ok(wasm)
    }
}

/// Keeps this machine's folders out of a program: the same source gives the same bytes everywhere.
fn flags() -> Result<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.context("no home folder to find the crates in")?.join("registry/src");
    let registries = fs::read_dir(&sources).with_context(|| format!("no crates in {}", sources.display()))?;
    let map = |folder: fs::DirEntry| format!("--remap-path-prefix={}=crates", folder.path().display());
    Ok(registries.filter_map(Result::ok).map(map).collect::<Vec<_>>().join(" "))
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
