//! Installs a tool, after one plain line on what, why and for how long.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::find::{Found, find, frameworks_version, has_firefox, npm_folder, types_home};
use super::{Tool, pins};
use crate::command::{cargo, read, run};

/// Installs one tool; `found` is what the look for it came to.
pub fn install(tool: Tool, found: &Found) -> Result<()> {
    match tool {
        Tool::Rustfmt => component("rustfmt", "checks the formatting"),
        Tool::Clippy => component("clippy", "lints the code"),
        Tool::WasmTarget => wasm_target(),
        Tool::WasmBindgen => {
            crate_program("wasm-bindgen-cli", &pins::wasm_bindgen()?, "binds wasm to the page", 3, found)
        }
        Tool::Trunk => crate_program("trunk", &pins::trunk()?, "builds and serves the preview", 8, found),
        Tool::WasmOpt => wasm_opt(found),
        Tool::Esbuild => esbuild(found),
        Tool::Axe => axe(found),
        Tool::Rrweb => rrweb(found),
        Tool::Frameworks => frameworks(found),
        Tool::Types => types(found),
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

fn component(name: &str, why: &str) -> Result<()> {
    announce(name, why, "some seconds", &Found::Nothing);
    run(Command::new("rustup").args(["component", "add", name]))
        .with_context(|| format!("{name} is missing; where there is no rustup, install it with the toolchain"))
}

fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    announce(TARGET, "compiles the widget for browsers", "under a minute", &Found::Nothing);
    run(Command::new("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!("run `rustup target add {TARGET}`, or use a toolchain that brings the standard library for it")
    })
}

fn crate_program(name: &str, version: &str, why: &str, minutes: u32, found: &Found) -> Result<()> {
    let time = format!("about {minutes} minutes on two cores");
    announce(&format!("{name} {version} from source"), why, &time, found);
    run(Command::new(cargo()).args(["install", "--locked", "--version", &format!("={version}"), name]))
}

fn wasm_opt(found: &Found) -> Result<()> {
    let version = pins::binaryen()?;
    announce(&format!("wasm-opt {version} from npm"), "makes the release smaller", "some seconds", found);
    npm("binaryen", &version, &format!("{version}.0.0"))
}

fn esbuild(found: &Found) -> Result<()> {
    let version = pins::esbuild()?;
    announce(&format!("esbuild {version} from npm"), "puts the release's script together", "some seconds", found);
    npm("esbuild", &version, &version)
}

fn axe(found: &Found) -> Result<()> {
    let version = pins::axe_core()?;
    announce(&format!("axe-core {version} from npm"), "finds barriers in every screen", "some seconds", found);
    npm("axe-core", &version, &version)
}

fn rrweb(found: &Found) -> Result<()> {
    let version = pins::rrweb()?;
    announce(&format!("rrweb {version} from npm"), "records a session on a test page", "some seconds", found);
    npm("rrweb", &version, &version)
}

fn frameworks(found: &Found) -> Result<()> {
    let (react, vue) = (pins::react()?, pins::vue()?);
    announce(&format!("React {react} and Vue {vue} from npm"), "draw two test pages", "some seconds", found);
    let packages = [format!("react@{react}"), format!("react-dom@{react}"), format!("vue@{vue}")];
    npm_packages(&npm_folder("frameworks", &frameworks_version()?), &packages)
}

fn types(found: &Found) -> Result<()> {
    announce("TypeScript and types of frameworks from npm", "check the package's declarations", "some seconds", found);
    npm_packages(&types_home()?, &pins::types()?)
}

/// Installs a package of npm into a folder of its own.
fn npm(package: &str, version: &str, full_version: &str) -> Result<()> {
    npm_packages(&npm_folder(package, version), &[format!("{package}@{full_version}")])
}

/// Installs packages of npm into a folder.
fn npm_packages(folder: &Path, packages: &[String]) -> Result<()> {
    if which::which("npm").is_err() && apt(&["npm"]).is_err() {
        let names = packages.join(", ");
        bail!("no `npm` on PATH to install {names} with: install Node.js, or what of them is a program on PATH");
    }
    let mut npm = Command::new(which::which("npm").context("npm was installed but is not on PATH")?);
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]);
    run(npm.arg(folder).args(packages))
}

fn chromium(found: &Found) -> Result<()> {
    announce("Chromium and chromedriver", "run the browser tests", "a minute or two", found);
    apt(&["chromium", "chromium-driver", "fonts-liberation"])
        .context("the browser tests need chromium or google-chrome on PATH, and chromedriver in the same version")
}

fn firefox(found: &Found) -> Result<()> {
    if !has_firefox() {
        announce("Firefox", "runs the browser tests", "a minute or two", found);
        apt(&["firefox-esr", "fonts-liberation"]).context("the browser tests need firefox or firefox-esr on PATH")?;
    }
    match find(Tool::Firefox)? {
        Found::Here { .. } => Ok(()),
        other => crate_program("geckodriver", &pins::geckodriver()?, "drives Firefox", 3, &other),
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
        run(Command::new(words[0]).args(&words[1..]))
    };
    apt_get(&["update"])?;
    apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
