//! The WordPress plugin: its files are valid, it writes what it should, and a release ships it whole.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::command::{read, root, run};
use crate::tools::Toolbox;

/// The plugin and its tests.
const FOLDER: &str = "wordpress";

/// Fails if PHP or Node cannot read one of its files.
pub fn lint(tools: &Toolbox) -> Result<()> {
    for file in files(&root().join(FOLDER))? {
        match file.extension().and_then(|kind| kind.to_str()) {
            // One file at a time: older versions look at the first alone. They print a line for each, which tells nothing.
            Some("php") => drop(read(tools.command("php").arg("-l").arg(file))?),
            Some("js" | "mjs") => run(tools.command("node").arg("--check").arg(file))?,
            _ => {}
        }
    }
    Ok(())
}

/// The tests; each ends with a line of counts.
pub fn tests(tools: &Toolbox, release: &Path) -> [Command; 5] {
    let test = |program: &str, name: &str| {
        let mut test = tools.command(program);
        test.arg(name);
        test
    };
    let mut shipped = test("php", "wordpress/tests/shipped.php");
    shipped.arg(release.join("wordpress/selfscreen"));
    let output = test("php", "wordpress/tests/output.php");
    // What the plugin and the host side read of settings is held to the same tables.
    let node = |name: &str| test("node", name);
    [output, node("wordpress/tests/block.mjs"), node("tests/values/host.mjs"), node("tests/values/sha256.mjs"), shipped]
}

/// Lists the files of a folder and of those in it.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(files(&path)?);
        } else {
            all.push(path);
        }
    }
    Ok(all)
}
