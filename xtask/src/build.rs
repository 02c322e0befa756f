//! The release in `dist/`, and the preview in `target/preview`: compiled, bound, and put together by `bundle`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context, Result, ensure};

use crate::bundle::{self, Job, Profile};
use crate::command::{cargo, read, root, run};
use crate::made;
use crate::supply;
use crate::tools::{Tool, Toolbox, rust_version};

/// What a release takes, and a preview too.
pub const NEEDS: [Tool; 3] = [Tool::WasmTarget, Tool::WasmBindgen, Tool::Npm];

/// Builds the release, with another screen than the ketamine one if a folder is named, and returns its folder.
pub fn build(screen: Option<&Path>, schemas: bool) -> Result<PathBuf> {
    let tools = Toolbox::with(&NEEDS)?;
    let found = |folder: &Path| fs::canonicalize(folder).with_context(|| format!("no folder {}", folder.display()));
    make_release(screen.map(found).transpose()?, schemas, &tools)
}

/// Builds the release, once per run of xtask, and returns its folder.
pub fn release(tools: &Toolbox) -> Result<PathBuf> {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    if let Some(folder) = BUILT.get() {
        return Ok(folder.clone());
    }
    let folder = make_release(None, true, tools)?;
    Ok(BUILT.get_or_init(|| folder).clone())
}

fn make_release(screen: Option<PathBuf>, schemas: bool, tools: &Toolbox) -> Result<PathBuf> {
    // The crates are there before their folders are named to the compiler.
    run(tools.command(cargo()).arg("fetch"))?;
    if let Err(error) = check_compiler(tools) {
        println!("note: {error:#}");
    }
    let folder = root().join("dist");
    make(&folder, &Job { profile: Profile::Release, screen, tools })?;
    if schemas {
        made::schemas(tools, &folder)?;
    }
    Ok(folder)
}

/// Builds the preview, and returns its folder.
pub fn preview(tools: &Toolbox) -> Result<PathBuf> {
    let folder = root().join("target/preview");
    make(&folder, &Job { profile: Profile::Preview, screen: None, tools })?;
    Ok(folder)
}

/// Puts a release or a preview together where Trunk says it has built.
pub fn after_trunk() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").context("no TRUNK_STAGING_DIR: Trunk calls this, not a person")?;
    let tools = Toolbox::with(&NEEDS)?;
    put_together(Path::new(&folder), &Job { profile: Profile::of_trunk(), screen: None, tools: &tools })
}

/// Compiles and binds everything into a new folder, and puts that in the place of `made` once it is whole.
fn make(made: &Path, job: &Job) -> Result<()> {
    let staging = root().join("target/staging").join(made.file_name().context("a folder has a name")?);
    for folder in [&staging, made] {
        fs::create_dir_all(folder)?;
    }
    fs::remove_dir_all(&staging)?;
    fs::create_dir_all(&staging)?;
    bundle::prepare(&staging, job)?;
    put_together(&staging, job)?;
    fs::remove_dir_all(made)?;
    Ok(fs::rename(&staging, made)?)
}

/// Makes the release of what was compiled and bound into `folder`, and says whose work it is.
fn put_together(folder: &Path, job: &Job) -> Result<()> {
    bundle::bundle(folder, job)?;
    if job.is_release() { supply::release(folder, job.tools) } else { Ok(()) }
}

/// Fails if the compiler is not the one that releases are made with.
pub fn check_compiler(tools: &Toolbox) -> Result<()> {
    let (said, wanted) = (read(tools.command("rustc").arg("-V"))?, rust_version()?);
    let found = said.split(' ').nth(1).unwrap_or_default();
    ensure!(found == wanted, "the compiler is {found}, and rust-toolchain.toml names {wanted}: the bytes are others");
    Ok(())
}
