//! The release in `dist/`. Trunk compiles, binds and optimises; how is written in `index.html` and `Trunk.toml`.

use std::path::PathBuf;
use std::sync::OnceLock;

use anyhow::Result;

use crate::command::{cargo, root, run};
use crate::size;
use crate::tools::{Tool, Toolbox};

/// What a release takes.
pub const NEEDS: [Tool; 5] = [Tool::WasmTarget, Tool::WasmBindgen, Tool::Trunk, Tool::WasmOpt, Tool::Esbuild];

/// Builds the release and prints its size.
pub fn build() -> Result<()> {
    let dist = release(&Toolbox::with(&NEEDS)?)?;
    print!("{}", size::table(&size::sizes(&dist)?));
    Ok(())
}

/// Builds the release, once per run of xtask, and returns its folder.
///
/// It is built even if `dist/` holds something: that may be a debug build of `trunk serve`.
pub fn release(tools: &Toolbox) -> Result<PathBuf> {
    static BUILT: OnceLock<()> = OnceLock::new();
    if BUILT.get().is_none() {
        fetch(tools)?;
        run(tools.command("trunk").args(["build", "--release", "--offline"]))?;
        BUILT.get_or_init(|| ());
    }
    Ok(root().join("dist"))
}

/// Downloads the crates, because Trunk's `--offline` (which keeps it from downloading tools) reaches cargo too.
pub fn fetch(tools: &Toolbox) -> Result<()> {
    run(tools.command(cargo()).arg("fetch"))
}
