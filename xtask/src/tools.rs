//! What the project needs beside cargo: looked for first, installed only where it is missing.

mod find;
mod install;
mod pins;

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::command::root;
use find::Found;

pub use find::npm_modules;
pub use pins::{esbuild as esbuild_version, locked, rust as rust_version};

/// One thing that has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// `cargo fmt`
    Rustfmt,
    /// `cargo clippy`
    Clippy,
    /// The standard library for `wasm32-unknown-unknown`
    WasmTarget,
    /// `wasm-bindgen` and its test runner, in the version of the crate
    WasmBindgen,
    /// `trunk`
    Trunk,
    /// What comes from npm: `esbuild`, `wasm-opt`, and for tests axe-core, rrweb, TypeScript and frameworks with their types
    Npm,
    /// `cargo-deny`
    Deny,
    /// Chromium (or Chrome) and `chromedriver`
    Chromium,
    /// Firefox and `geckodriver`
    Firefox,
    /// WebKitGTK's `MiniBrowser`, `WebKitWebDriver`, and `Xvfb` to show it
    WebKit,
    /// `pdftotext` and `pdfinfo`, of poppler
    Poppler,
    /// `php`, without a server
    Php,
    /// nginx, Apache and Caddy, and `brotli`
    Servers,
}

impl Tool {
    /// Tells whether it is part of the toolchain, which is not changed while it is used.
    pub fn is_of_the_toolchain(self) -> bool {
        matches!(self, Self::Rustfmt | Self::Clippy | Self::WasmTarget)
    }

    /// Everything, in the order in which it is installed.
    pub const ALL: [Tool; 13] = [
        Self::Rustfmt,
        Self::Clippy,
        Self::WasmTarget,
        Self::Chromium,
        Self::Firefox,
        Self::WebKit,
        Self::Poppler,
        Self::Php,
        Self::Servers,
        Self::Npm,
        Self::WasmBindgen,
        Self::Deny,
        Self::Trunk,
    ];
}

/// A tool that is there.
pub struct Provided {
    /// What was found, in words.
    what: String,
    /// The folder that `PATH` needs in front to find this one.
    folder: Option<PathBuf>,
}

/// Looks for a tool, and installs it if it is missing.
pub fn provide(tool: Tool) -> Result<Provided> {
    let mut found = find::find(tool)?;
    if !matches!(found, Found::Here { .. }) {
        let start = Instant::now();
        install::install(tool, &found)?;
        println!("installed what {tool:?} needs in {:.0} s", start.elapsed().as_secs_f64());
        found = find::find(tool)?;
    }
    let Found::Here { what, folder } = found else {
        bail!("installed what `{tool:?}` needs, but then found {found}");
    };
    Ok(Provided { what, folder })
}

/// Tools that are there, in the right versions.
#[derive(Default)]
pub struct Toolbox {
    /// What was found, in words.
    tools: Vec<String>,
    /// Folders that come before `PATH`, because `PATH` has no such tool or another version of it.
    front: Vec<PathBuf>,
}

impl Toolbox {
    /// Returns the tools named, after installing those that are missing.
    pub fn with(tools: &[Tool]) -> Result<Self> {
        let mut toolbox = Self::default();
        for tool in tools {
            toolbox.add(provide(*tool)?);
        }
        Ok(toolbox)
    }

    /// Adds a tool that is there.
    pub fn add(&mut self, Provided { what, folder }: Provided) {
        self.tools.push(what);
        self.front.extend(folder.filter(|folder| !self.front.contains(folder)));
    }

    /// Starts a command in the project's root that finds these tools.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let path = self.path();
        // Found here, since the lookup of `Command` itself does not use the new `PATH` on every system.
        let program = which::which_in(program.as_ref(), Some(&path), root())
            .map_or_else(|_| program.as_ref().to_owned(), OsString::from);
        let mut command = Command::new(program);
        command.current_dir(root()).env("PATH", path);
        command
    }

    /// Names the file of a program, for those who start it themselves.
    pub fn locate(&self, program: &str) -> Result<PathBuf> {
        which::which_in(program, Some(self.path()), root()).with_context(|| format!("no `{program}` on PATH"))
    }

    fn path(&self) -> OsString {
        find::path(&self.front)
    }
}

impl fmt::Display for Toolbox {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.tools.iter().try_for_each(|found| writeln!(f, "{found}"))
    }
}
