//! Looks for a tool: on `PATH`, where cargo installs, and where xtask installs.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::{Tool, pins};
use crate::command::{cargo, read, root};

/// What a look for a tool came to.
pub enum Found {
    /// The tool is there; `folder` is what `PATH` needs in front to find this one.
    Here { what: String, folder: Option<PathBuf> },
    /// Only this is there.
    Other(String),
    /// It is not there at all.
    Nothing,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Here { what, .. } | Self::Other(what) => f.write_str(what),
            Self::Nothing => f.write_str("nothing"),
        }
    }
}

/// Browsers that `chromedriver` finds by itself, on one system or another.
const CHROMIUMS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Firefox, on one system or another.
const FIREFOXES: [&str; 2] = ["firefox", "firefox-esr"];

/// Looks for a tool in the version it is pinned to.
pub fn find(tool: Tool) -> Result<Found> {
    Ok(match tool {
        Tool::Rustfmt => says_version(Command::new(cargo()).args(["fmt", "--version"])),
        Tool::Clippy => says_version(Command::new(cargo()).args(["clippy", "--version"])),
        Tool::WasmTarget => wasm_target(),
        Tool::WasmBindgen => {
            let version = pins::wasm_bindgen()?;
            match program("wasm-bindgen-test-runner", &version) {
                Found::Here { .. } => program("wasm-bindgen", &version),
                other => other,
            }
        }
        Tool::Trunk => program("trunk", &pins::trunk()?),
        Tool::Npm => npm()?,
        Tool::Deny => program("cargo-deny", &pins::cargo_deny()?),
        Tool::Chromium => chromium(),
        Tool::Firefox => firefox()?,
        Tool::WebKit => webkit(),
        Tool::Poppler => poppler(),
        Tool::Php => php(),
        Tool::Servers => servers(),
    })
}

/// Names the folder for what comes from npm: outside the project so that every checkout shares it, and another one for
/// each lock file, so that what is in it never changes.
pub fn npm_folder() -> Result<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let cache = cache.unwrap_or_else(|| env::home_dir().unwrap_or_else(env::temp_dir).join(".cache"));
    let mut hash = Sha256::new();
    for file in pins::NPM {
        hash.update(fs::read(root().join(file)).with_context(|| format!("could not read {file}"))?);
    }
    let hash: String = hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(cache.join("selfscreen-tools").join(format!("npm-{hash}")))
}

/// Names the folder with the modules of npm.
pub fn npm_modules() -> Result<PathBuf> {
    Ok(npm_folder()?.join("node_modules"))
}

/// Looks for what comes from npm: a folder that is there is complete.
fn npm() -> Result<Found> {
    let modules = npm_modules()?;
    let what = format!("packages of npm in {}", modules.display());
    Ok(if modules.exists() { Found::Here { what, folder: Some(modules.join(".bin")) } } else { Found::Nothing })
}

/// Builds a `PATH`: these folders, then `PATH` as it is, then cargo's folder in case `PATH` lacks it.
pub fn path(front: &[PathBuf]) -> OsString {
    let current = env::var_os("PATH").unwrap_or_default();
    let folders = front.iter().cloned().chain(env::split_paths(&current)).chain(cargo_folder());
    env::join_paths(folders).unwrap_or(current)
}

/// Names the folder where `cargo install` puts programs.
fn cargo_folder() -> Option<PathBuf> {
    let root = env::var_os("CARGO_INSTALL_ROOT").or_else(|| env::var_os("CARGO_HOME")).map(PathBuf::from);
    Some(root.or_else(|| Some(env::home_dir()?.join(".cargo")))?.join("bin"))
}

/// Looks for a program in one exact version, on `PATH` as our commands have it.
fn program(name: &str, version: &str) -> Found {
    let plain = path(&[]);
    let first = which::which_in(name, Some(&plain), root()).ok();
    let files = which::which_in_all(name, Some(plain), root()).ok();
    let mut found = Found::Nothing;
    for file in files.into_iter().flatten() {
        let Ok(text) = read(Command::new(&file).arg("--version")) else {
            continue;
        };
        let Some(here) = version_in(&text) else {
            continue;
        };
        let what = format!("{name} {here} in {}", file.display());
        if here == version {
            let folder = file.parent().filter(|_| first.as_ref() != Some(&file)).map(Path::to_path_buf);
            return Found::Here { what, folder };
        }
        found = Found::Other(what);
    }
    found
}

/// Finds the version in what a program says of itself: the first word that begins with a digit.
fn version_in(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

fn says_version(command: &mut Command) -> Found {
    read(command).map_or(Found::Nothing, |text| Found::Here { what: text.trim().to_owned(), folder: None })
}

fn wasm_target() -> Found {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]);
    match read(&mut rustc) {
        Ok(folder) if Path::new(folder.trim()).is_dir() => {
            Found::Here { what: format!("target wasm32-unknown-unknown in {}", folder.trim()), folder: None }
        }
        _ => Found::Nothing,
    }
}

fn chromium() -> Found {
    let browser = CHROMIUMS.iter().find_map(|name| which::which(name).ok());
    match (browser, which::which("chromedriver")) {
        (Some(browser), Ok(driver)) => {
            Found::Here { what: format!("{} and {}", browser.display(), driver.display()), folder: None }
        }
        (Some(browser), Err(_)) => Found::Other(format!("{} without chromedriver", browser.display())),
        (None, Ok(driver)) => Found::Other(format!("{} without a browser", driver.display())),
        (None, Err(_)) => Found::Nothing,
    }
}

/// Firefox keeps to no version: its driver does.
fn firefox() -> Result<Found> {
    let browser = FIREFOXES.iter().find_map(|name| which::which(name).ok());
    Ok(match (browser, program("geckodriver", &pins::geckodriver()?)) {
        (Some(browser), Found::Here { what, folder }) => {
            Found::Here { what: format!("{} and {what}", browser.display()), folder }
        }
        (Some(browser), other) => Found::Other(format!("{} and {other} as geckodriver", browser.display())),
        (None, Found::Nothing) => Found::Nothing,
        (None, driver) => Found::Other(format!("{driver} without a browser")),
    })
}

/// Tells whether the browser of Firefox's pair is there; what is missing then is its driver.
pub fn has_firefox() -> bool {
    FIREFOXES.iter().any(|name| which::which(name).is_ok())
}

fn poppler() -> Found {
    match (which::which("pdftotext"), which::which("pdfinfo")) {
        (Ok(text), Ok(info)) => {
            Found::Here { what: format!("{} and {}", text.display(), info.display()), folder: None }
        }
        _ => Found::Nothing,
    }
}

/// PHP keeps to no version: the plugin runs on whatever a site has.
fn php() -> Found {
    match which::which("php") {
        Ok(php) => Found::Here { what: php.display().to_string(), folder: None },
        Err(_) => Found::Nothing,
    }
}

/// Web servers are where only administrators look by themselves.
fn servers() -> Found {
    const FOLDER: &str = "/usr/sbin";
    let front = path(&[FOLDER.into()]);
    let files = ["nginx", "apache2", "caddy", "brotli"].map(|name| which::which_in(name, Some(&front), root()).ok());
    match files.iter().flatten().count() {
        0 => Found::Nothing,
        4 => {
            let files: Vec<_> = files.iter().flatten().map(|file| file.display().to_string()).collect();
            Found::Here { what: files.join(", "), folder: Some(FOLDER.into()) }
        }
        some => Found::Other(format!("{some} of the four")),
    }
}

fn webkit() -> Found {
    let parts = [
        ("WebKitWebDriver", which::which("WebKitWebDriver").ok()),
        ("MiniBrowser", mini_browser()),
        ("Xvfb", which::which("Xvfb").ok()),
    ];
    let files: Vec<String> = parts.iter().filter_map(|(_, file)| Some(file.as_ref()?.display().to_string())).collect();
    let missing: Vec<&str> = parts.iter().filter(|(_, file)| file.is_none()).map(|(name, _)| *name).collect();
    match (files.is_empty(), missing.is_empty()) {
        (true, _) => Found::Nothing,
        (false, true) => Found::Here { what: files.join(", "), folder: None },
        (false, false) => Found::Other(format!("{} without {}", files.join(", "), missing.join(", "))),
    }
}

/// Finds the browser that the driver starts: beside WebKitGTK's libraries, where no `PATH` leads.
fn mini_browser() -> Option<PathBuf> {
    let folders = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let libraries =
        folders(Path::new("/usr/lib")).chain(["/usr/lib".into(), "/usr/lib64".into(), "/usr/libexec".into()]);
    let webkit = libraries.flat_map(|folder| folders(&folder).collect::<Vec<_>>());
    let webkit =
        webkit.filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")));
    webkit.map(|folder| folder.join("MiniBrowser")).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_the_first_word_that_begins_with_a_digit() {
        for (text, expected) in [
            ("trunk 0.21.14\n", Some("0.21.14")),
            ("wasm-bindgen 0.2.129", Some("0.2.129")),
            ("wasm-opt version 132 (version_132)", Some("132")),
            ("wasm-opt", None),
        ] {
            assert_eq!(version_in(text), expected, "{text}");
        }
    }
}
