//! The package of npm, as a site gets it: packed, and installed from the tarball.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, ensure};

use crate::command::{read, root, run};
use crate::package;
use crate::supply;
use crate::tools::{Toolbox, npm_modules};

/// Installs the packed package into a new project, once per run of xtask, and names that project.
pub fn project(tools: &Toolbox) -> Result<PathBuf> {
    static MADE: OnceLock<()> = OnceLock::new();
    let project = root().join("target/package-project");
    if MADE.get().is_none() {
        make(tools, &project)?;
        MADE.get_or_init(|| ());
    }
    Ok(project)
}

fn make(tools: &Toolbox, project: &Path) -> Result<()> {
    let folder = package::make(tools)?;
    supply::check_bom(&folder)?;
    if project.exists() {
        fs::remove_dir_all(project)?;
    }
    fs::create_dir_all(project)?;
    let mut pack = tools.command("npm");
    pack.args(["pack", "--silent", "--pack-destination"]).arg(project).current_dir(folder);
    let tarball = read(&mut pack)?;
    let tarball = tarball.lines().last().context("npm names no tarball")?.trim().to_owned();
    ensure!(project.join(&tarball).is_file(), "npm packed {tarball}, which is not there");
    fs::write(project.join("package.json"), "{\"name\": \"site\", \"private\": true}\n")?;
    let mut install = tools.command("npm");
    install.args(["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"]);
    run(install.arg(format!("./{tarball}")).current_dir(project))?;
    // What an application does with it.
    fs::write(project.join("application.js"), "import \"selfscreen\";\n")?;
    let mut esbuild = tools.command("esbuild");
    esbuild.args(["application.js", "--bundle", "--minify", "--log-level=error", "--outfile=bundled.js"]);
    run(esbuild.current_dir(project))
}

/// The tests of a project; they end with a line of counts.
pub fn tests(tools: &Toolbox, project: &Path) -> Result<Command> {
    let mut test = tools.command("node");
    test.arg("tests/package/check.mjs").arg(project).arg(npm_modules()?);
    Ok(test)
}
