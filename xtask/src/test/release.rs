//! The release is what it says it is: the same bytes from the same source anywhere, and a program that reaches nothing new.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::build;
use crate::bundle::{BUILDER, BUILDER_PAGE, BUILDER_STYLE, MANIFEST, PLUGIN, SCREENS, SCRIPT, check_imports};
use crate::command::{ROOT, read, root, run};
use crate::supply;
use crate::tools::Toolbox;

/// Fails if the program imports what is not listed.
pub fn imports(tools: &Toolbox) -> Result<()> {
    let manifest = build::release(tools)?.join(MANIFEST);
    check_imports(&serde_json::from_str(&fs::read_to_string(manifest)?)?)
}

/// Builds the release once more in another folder, with nothing at hand but this program, and compares every byte.
pub fn same_elsewhere(tools: &Toolbox) -> Result<()> {
    let here = build::release(tools)?;
    let there = copy(&root().join("target").join("elsewhere"))?;
    let target = there.with_file_name("elsewhere-target");
    let mut build = tools.command(env::current_exe()?);
    build.args(["build", "--no-schemas"]).current_dir(&there).env(ROOT, &there).env("CARGO_TARGET_DIR", target);
    run(&mut build)?;
    let builder = [BUILDER, BUILDER_STYLE, BUILDER_PAGE];
    let rest = [SCRIPT, SCREENS, "frame.html", MANIFEST, "wordpress/selfscreen/release.json"];
    let names = builder.into_iter().chain(rest).map(str::to_owned);
    let supply = [supply::NOTICES, supply::BOM].map(str::to_owned);
    let plugin = supply.each_ref().map(|name| format!("{PLUGIN}/{name}"));
    for name in names.chain(supply).chain(plugin) {
        let [one, other] = [here.join(&name), there.join("dist").join(&name)].map(|file| fs::read(&file));
        ensure!(one? == other?, "{name} has other bytes when it is built in {}", there.display());
    }
    Ok(())
}

/// Copies the source, and nothing that was made from it.
fn copy(to: &Path) -> Result<PathBuf> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    let mut git = std::process::Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    for name in read(&mut git)?.lines().filter(|name| root().join(name).is_file()) {
        let file = to.join(name);
        fs::create_dir_all(file.parent().context("it is in a folder")?)?;
        fs::copy(root().join(name), file)?;
    }
    Ok(to.to_path_buf())
}
