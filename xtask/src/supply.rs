//! Whose work a release is made of: notices, and a bill of materials, for each folder that holds the scripts.

mod bom;
mod crates;
mod licences;
mod notices;
mod seen;
mod standard;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::bundle::{BUILDER, PLUGIN, SCREENS, SCRIPT};
use crate::command::root;
use crate::tools::{Toolbox, esbuild_version, locked, npm_modules};

pub use bom::check as check_bom;
pub use seen::{Seen, check_listed, check_shown};

/// A program, and the script that holds it.
#[derive(Clone, Copy)]
pub struct Program {
    pub script: &'static str,
    pub package: &'static str,
}

/// Every program of a release.
pub const PROGRAMS: [Program; 3] = [
    Program { script: SCRIPT, package: "selfscreen-widget" },
    Program { script: SCREENS, package: "selfscreen-loader" },
    Program { script: BUILDER, package: "selfscreen-builder" },
];

/// Whose work is in the scripts, in words and with the texts of licences.
pub const NOTICES: &str = "THIRD-PARTY.md";
/// The same as a CycloneDX document, for programs.
pub const BOM: &str = "sbom.cdx.json";
/// The project's own licence.
pub const LICENCE: &str = "LICENSE";

/// Something that others made, and that is in a script.
#[derive(Clone, Debug, Default)]
pub struct Part {
    pub name: String,
    pub version: String,
    /// As an SPDX expression.
    pub licence: String,
    /// Who made it.
    pub authors: Vec<String>,
    /// Where its source is.
    pub repository: String,
    /// The address that tools know a package by; each part has its own.
    pub purl: String,
    /// What was downloaded: the name of the algorithm, and the hash in hexadecimal digits.
    pub hash: Option<(&'static str, String)>,
    /// The texts that its licence wants to go with it.
    pub texts: Vec<String>,
    /// The scripts that it is in.
    pub scripts: BTreeSet<&'static str>,
    /// The parts that it needs, by their `purl`.
    pub needs: BTreeSet<String>,
    /// Whether the project itself names it.
    pub direct: bool,
}

/// Writes what goes with a release's folder, and with the plugin in it.
pub fn release(folder: &Path, tools: &Toolbox) -> Result<()> {
    let parts = parts(tools)?;
    write(folder, None, &parts, &[SCRIPT, SCREENS, BUILDER])?;
    write(&folder.join(PLUGIN), None, &parts, &[SCRIPT, SCREENS])
}

/// Writes what goes with the package of npm.
pub fn package(folder: &Path, tools: &Toolbox) -> Result<()> {
    write(folder, Some("npm"), &parts(tools)?, &[SCRIPT, SCREENS])
}

fn write(folder: &Path, registry: Option<&str>, parts: &[Part], scripts: &[&'static str]) -> Result<()> {
    let within = |part: &&Part| scripts.iter().any(|script| part.scripts.contains(script));
    let mut parts: Vec<Part> = parts.iter().filter(within).cloned().collect();
    for part in &mut parts {
        part.scripts.retain(|script| scripts.contains(script));
    }
    fs::write(folder.join(NOTICES), notices::notices(&parts)?)?;
    fs::write(folder.join(BOM), bom::bom(folder, registry, &parts)?)?;
    fs::copy(root().join(LICENCE), folder.join(LICENCE)).context("the project has its licence")?;
    Ok(())
}

/// Lists everything that is in a script, in one order.
pub fn parts(tools: &Toolbox) -> Result<Vec<Part>> {
    let mut parts = crates::parts(tools)?;
    parts.extend(standard::parts(tools)?);
    parts.push(esbuild()?);
    parts.sort_by(|one, other| one.purl.cmp(&other.purl));
    Ok(parts)
}

/// It joins the scripts, and writes some small functions into them where a browser may lack what they are written in.
fn esbuild() -> Result<Part> {
    let version = esbuild_version()?;
    let lock = locked("esbuild")?;
    let licence = npm_modules()?.join("esbuild/LICENSE.md");
    Ok(Part {
        purl: format!("pkg:npm/esbuild@{version}"),
        name: "esbuild".to_owned(),
        version,
        licence: lock["license"].as_str().context("the lock file names its licence")?.to_owned(),
        repository: "https://github.com/evanw/esbuild".to_owned(),
        hash: Some(("SHA-512", bom::hex_of_integrity(lock["integrity"].as_str().unwrap_or_default())?)),
        texts: vec![notices::plain(&licence)?],
        scripts: PROGRAMS.iter().map(|program| program.script).collect(),
        direct: true,
        ..Part::default()
    })
}
