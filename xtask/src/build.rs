//! The release in `dist/`. Trunk compiles and binds, as `index.html` and `Trunk.toml` say; `bundle` makes it small.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context, Result, ensure};

use crate::bundle::{SCREEN, bundle, is_release};
use crate::command::{cargo, read, root, run};
use crate::made;
use crate::supply;
use crate::tools::{Tool, Toolbox, rust_version};

/// What a release takes.
pub const NEEDS: [Tool; 4] = [Tool::WasmTarget, Tool::WasmBindgen, Tool::Trunk, Tool::Npm];

/// Builds the release, with another screen than the ketamine one if a folder is named, and returns its folder.
pub fn build(screen: Option<&Path>) -> Result<PathBuf> {
    let tools = Toolbox::with(&NEEDS)?;
    let Some(folder) = screen else { return release(&tools) };
    let folder = fs::canonicalize(folder).with_context(|| format!("no folder {}", folder.display()))?;
    trunk(&tools, Some(&folder))?;
    Ok(root().join("dist"))
}

/// Puts the release together where Trunk says it has built.
pub fn after_trunk() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").context("no TRUNK_STAGING_DIR: Trunk calls this, not a person")?;
    let tools = Toolbox::with(&[Tool::WasmTarget, Tool::WasmBindgen, Tool::Npm])?;
    put_together(Path::new(&folder), &tools)
}

/// Makes the release of what was compiled and bound into `folder`, and says whose work it is.
fn put_together(folder: &Path, tools: &Toolbox) -> Result<()> {
    bundle(folder, tools)?;
    if is_release() { supply::release(folder, tools) } else { Ok(()) }
}

/// Builds the release, once per run of xtask, and returns its folder.
///
/// It is built even if `dist/` holds something: that may be a debug build of `trunk serve`.
pub fn release(tools: &Toolbox) -> Result<PathBuf> {
    static BUILT: OnceLock<()> = OnceLock::new();
    if BUILT.get().is_none() {
        trunk(tools, None)?;
        BUILT.get_or_init(|| ());
    }
    Ok(root().join("dist"))
}

/// Fails if the compiler is not the one that releases are made with.
pub fn check_compiler(tools: &Toolbox) -> Result<()> {
    let (said, wanted) = (read(tools.command("rustc").arg("-V"))?, rust_version()?);
    let found = said.split(' ').nth(1).unwrap_or_default();
    ensure!(found == wanted, "the compiler is {found}, and rust-toolchain.toml names {wanted}: the bytes are others");
    Ok(())
}

fn trunk(tools: &Toolbox, screen: Option<&Path>) -> Result<()> {
    fetch(tools)?;
    if let Err(error) = check_compiler(tools) {
        println!("note: {error:#}");
    }
    let mut trunk = tools.command("trunk");
    trunk.args(["build", "--release", "--offline"]).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags()?);
    if let Some(folder) = screen {
        trunk.env(SCREEN, folder);
    }
    run(&mut trunk)?;
    made::schemas(tools, &root().join("dist"))
}

/// Keeps this machine's folders out of the program: the same source gives the same bytes everywhere.
pub fn flags() -> Result<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.context("no home folder to find the crates in")?.join("registry/src");
    let registries = fs::read_dir(&sources).with_context(|| format!("no crates in {}", sources.display()))?;
    let map = |folder: fs::DirEntry| format!("--remap-path-prefix={}=crates", folder.path().display());
    Ok(registries.filter_map(Result::ok).map(map).collect::<Vec<_>>().join(" "))
}

/// Downloads the crates, because Trunk's `--offline` (which keeps it from downloading tools) reaches cargo too.
pub fn fetch(tools: &Toolbox) -> Result<()> {
    run(tools.command(cargo()).arg("fetch"))
}
