//! Installs a tool, after one plain line on what, why and for how long.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::find::{Found, find, has_firefox, npm_folder};
use super::{Tool, pins};
use crate::command::{cargo, read, root};

/// Installs one tool; `found` is what the look for it came to.
pub fn install(tool: Tool, found: &Found) -> Result<()> {
    match tool {
        Tool::Rustfmt => component("rustfmt", "checks the formatting"),
        Tool::Clippy => component("clippy", "lints the code"),
        Tool::WasmTarget => wasm_target(),
        Tool::WasmBindgen => {
            crate_program("wasm-bindgen-cli", &pins::wasm_bindgen()?, &[], "binds wasm to the page", 2, found)
        }
        Tool::Trunk => {
            // The rest looks for a newer version.
            let features = ["--no-default-features", "--features", "rustls"];
            crate_program("trunk", &pins::trunk()?, &features, "serves the preview too, and is tested", 3, found)
        }
        Tool::Npm => npm(found),
        Tool::Deny => {
            crate_program("cargo-deny", &pins::cargo_deny()?, &[], "checks licences and sources of crates", 3, found)
        }
        Tool::Chromium => chromium(found),
        Tool::Firefox => firefox(found),
        Tool::WebKit => webkit(found),
        Tool::Poppler => poppler(found),
        Tool::Php => php(found),
        Tool::Servers => servers(found),
    }
}

fn announce(what: &str, why: &str, time: &str, found: &Found) {
    match found {
        Found::Nothing => println!("installing {what}: {why}; takes {time}"),
        other => println!("installing {what}: {why}; takes {time} (found {other})"),
    }
}

/// Runs a command without its output, which would stand between that of the steps beside it; an error has it.
fn quietly(command: &mut Command) -> Result<()> {
    read(command).map(drop)
}

fn component(name: &str, why: &str) -> Result<()> {
    announce(name, why, "some seconds", &Found::Nothing);
    quietly(Command::new("rustup").args(["component", "add", name]))
        .with_context(|| format!("{name} is missing; where there is no rustup, install it with the toolchain"))
}

fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    announce(TARGET, "compiles the widget for browsers", "under a minute", &Found::Nothing);
    quietly(Command::new("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!("run `rustup target add {TARGET}`, or use a toolchain that brings the standard library for it")
    })
}

fn crate_program(name: &str, version: &str, more: &[&str], why: &str, minutes: u32, found: &Found) -> Result<()> {
    let time = format!("about {minutes} minutes on two cores");
    announce(&format!("{name} {version} from source"), why, &time, found);
    let mut install = Command::new(cargo());
    install.args(["install", "--locked", "--version", &format!("={version}"), name]).args(more);
    // What a program is used for takes a moment however it is compiled, and its compilation is waited for.
    for (key, value) in [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "1")] {
        install.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    quietly(&mut install)
}

fn npm(found: &Found) -> Result<()> {
    const WHAT: &str = "esbuild, wasm-opt and what the tests take from npm";
    announce(WHAT, "put the release together and look at it", "some seconds", found);
    if which::which("npm").is_err() && apt(&["npm"]).is_err() {
        bail!("no `npm` on PATH to install {WHAT} with: install Node.js");
    }
    // Made beside its place and moved there when it is whole: a folder that is there is never half of one.
    let folder = npm_folder()?;
    let making = folder.with_extension(std::process::id().to_string());
    fs::create_dir_all(&making)?;
    for file in pins::NPM.map(|file| root().join(file)) {
        fs::copy(&file, making.join(file.file_name().context("a file has a name")?))?;
    }
    // What the lock file has and nothing else, byte by byte; and no package runs its own scripts.
    let mut npm = Command::new(which::which("npm").context("npm was installed but is not on PATH")?);
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    quietly(npm.current_dir(&making))?;
    // Somebody else may have been faster; it is the same folder then.
    fs::rename(&making, &folder)
        .or_else(|error| if folder.exists() { fs::remove_dir_all(&making) } else { Err(error) })?;
    Ok(())
}

fn chromium(found: &Found) -> Result<()> {
    announce("Chromium and chromedriver", "run the browser tests", "a minute or two", found);
    // In one go, so that all have the same version. Not every system has the shell: it makes the tests faster, no more.
    apt(&["chromium", "chromium-driver", "chromium-headless-shell", "fonts-liberation"])
        .or_else(|_| apt(&["chromium", "chromium-driver", "fonts-liberation"]))
        .context("the browser tests need chromium or google-chrome on PATH, and chromedriver in the same version")
}

fn firefox(found: &Found) -> Result<()> {
    if !has_firefox() {
        announce("Firefox", "runs the browser tests", "a minute or two", found);
        apt(&["firefox-esr", "fonts-liberation"]).context("the browser tests need firefox or firefox-esr on PATH")?;
    }
    match find(Tool::Firefox)? {
        Found::Here { .. } => Ok(()),
        other => crate_program("geckodriver", &pins::geckodriver()?, &[], "drives Firefox", 2, &other),
    }
}

fn webkit(found: &Found) -> Result<()> {
    announce("WebKitGTK's driver and MiniBrowser, and Xvfb", "run the browser tests", "a minute or two", found);
    apt(&["webkit2gtk-driver", "xvfb", "fonts-liberation"])
        .context("the browser tests need WebKitWebDriver with MiniBrowser, and Xvfb: they are to be had on Linux")
}

fn poppler(found: &Found) -> Result<()> {
    announce("poppler's programs", "read printed pages in the browser tests", "some seconds", found);
    apt(&["poppler-utils"]).context("the browser tests need pdftotext and pdfinfo, of poppler, on PATH")
}

fn php(found: &Found) -> Result<()> {
    announce("PHP", "tests the WordPress plugin", "some seconds", found);
    apt(&["php-cli"]).context("the tests of the WordPress plugin need php on PATH")
}

fn servers(found: &Found) -> Result<()> {
    announce("nginx, Apache, Caddy and brotli", "serve the release as docs/hosting.md says", "half a minute", found);
    // Debian's `apache2-bin` starts nothing, and brings no list of kinds of files.
    apt(&["nginx", "apache2-bin", "media-types", "caddy", "brotli"])
        .context("the tests of docs/hosting.md need nginx, apache2, caddy and brotli on PATH")
}

/// Installs Debian packages, as root or through sudo.
fn apt(packages: &[&str]) -> Result<()> {
    if which::which("apt-get").is_err() {
        bail!("this system has no apt-get to install {} with", packages.join(", "));
    }
    let apt_get = |arguments: &[&str]| {
        let mut words = Vec::new();
        if !is_root() {
            words.push("sudo");
        }
        // Servers among them are not started: at that run level nothing is.
        words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get", "-qq"]);
        words.extend(arguments);
        quietly(Command::new(words[0]).args(&words[1..]))
    };
    apt_get(&["update"])?;
    apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
