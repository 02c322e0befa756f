//! What a release is made of: the compiler, the crates with their licences and sources, and what the release says of them.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::build;
use crate::bundle::PLUGIN;
use crate::command::{root, run};
use crate::supply::{self, PROGRAMS, Part, Seen};
use crate::tools::Toolbox;

/// Fails if the compiler is not the one that releases are made with.
pub fn compiler(tools: &Toolbox) -> Result<()> {
    build::check_compiler(tools)
}

/// Fails if a crate has a licence or a source that `deny.toml` does not allow, or a known hole if the list of those is there.
pub fn crates(tools: &Toolbox) -> Result<()> {
    let deny = |network: &[&str], what: &[&str]| {
        let mut deny = tools.command("cargo-deny");
        deny.args(["--workspace", "--all-features", "--locked"]).args(network);
        run(deny.args(["check", "--hide-inclusion-graph"]).args(what))
    };
    deny(&[], &["licenses", "bans", "sources"])?;
    let known = advisories()?;
    // The folder alone tells nothing: a look for the list makes one too.
    if fs::read_dir(&known).is_ok_and(|lists| lists.flatten().any(|list| list.path().is_dir())) {
        deny(&["--offline"], &["advisories"])
    } else {
        println!("known holes were not looked for: `cargo deny fetch` puts their list into {}", known.display());
        Ok(())
    }
}

/// Names the folder where cargo-deny keeps the list of known holes.
fn advisories() -> Result<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    Ok(home.context("no home folder")?.join("advisory-dbs"))
}

/// Fails if what a release and its plugin say of their parts is not whole.
pub fn bills(tools: &Toolbox) -> Result<()> {
    let release = build::release(tools)?;
    for folder in [release.clone(), release.join(PLUGIN)] {
        supply::check_bom(&folder).with_context(|| format!("{} in {}", supply::BOM, folder.display()))?;
    }
    Ok(())
}

/// Fails if a program holds a crate that is not listed, or if one is listed and not to be found.
pub fn programs(tools: &Toolbox) -> Result<()> {
    build::release(tools)?;
    let parts = supply::parts(tools)?;
    let named = |part: &Part| (part.name.clone(), part.version.clone());
    let mut seen = Vec::new();
    for program in PROGRAMS {
        let listed: BTreeSet<_> =
            parts.iter().filter(|part| part.scripts.contains(program.script)).map(named).collect();
        // As the compiler made it: what visitors get has no names.
        let file = compiled(program.package);
        let wasm = fs::read(&file).with_context(|| format!("no {}", file.display()))?;
        let shown = Seen::of(&wasm).with_context(|| program.script)?;
        supply::check_listed(&shown, &listed, &["selfscreen", program.package]).with_context(|| program.script)?;
        println!("{}: {} crates seen, {} listed", program.script, shown.names.len(), listed.len());
        seen.push(shown);
    }
    // It comes from npm, and no program has it.
    let crates =
        parts.iter().filter(|part| !part.purl.starts_with("pkg:npm/") && !part.purl.starts_with("pkg:github/"));
    supply::check_shown(&seen, &crates.map(named).collect())
}

/// Names the file of a program, as the release has just compiled it.
fn compiled(package: &str) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let name = format!("{}.wasm", package.replace('-', "_"));
    target.join("wasm32-unknown-unknown").join(Path::new("widget")).join(name)
}
