//! The page on which clinics put their snippet together: its program, its styles and its previews in one script, so that
//! it works from a disk too.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::program::{Effort, Job};
use super::script::{Esbuild, fill, wrap};
use super::{compact, imports, pack, program, read};

/// Its script.
pub const BUILDER: &str = "builder.js";
/// Its styles.
pub const BUILDER_STYLE: &str = "builder.css";
/// The page itself.
pub const BUILDER_PAGE: &str = "index.html";

/// What is taken from the widget: its tokens, buttons and icons, so that both look of a piece.
const STYLES: [&str; 3] = ["assets/styles/tokens.css", "assets/styles/widget.css", "assets/builder/builder.css"];

/// What the browser itself keeps the page from. Its own scripts and styles stand beside it, on a disk too, where no browser
/// tells one folder from another: so those are not bound, and there is no other code on the page to use them.
const POLICY: &str = "frame-src 'none'; connect-src 'none'; img-src data:; media-src 'none'; font-src 'none'; object-src 'none'; \
    worker-src 'none'; manifest-src 'none'; form-action 'none'; base-uri 'none'";

/// What it shows.
pub struct Builder<'a> {
    pub version: &'a str,
    /// What `manifest.json` says of the scripts and of the policy.
    pub release: Value,
    /// Styles and icons of the questionnaire, for its previews.
    pub page_style: &'a str,
    pub icons: &'a str,
}

impl Builder<'_> {
    /// Writes its script and styles beside the page in `folder`.
    pub fn write(&self, folder: &Path, job: &Job, esbuild: &Esbuild) -> Result<()> {
        let Self { version, release, page_style, icons } = self;
        let (wasm, glue) = bind(folder, job)?;
        let glue_file = folder.join("selfscreen-builder.js");
        fs::write(&glue_file, glue)?;
        let names = [("selfscreen-builder", glue_file.as_path())];
        let preview_script = esbuild.script("assets/builder/preview.js", &names)?;
        let script = esbuild.script("assets/builder/page.js", &names)?;
        fs::remove_file(&glue_file)?;
        let preview = fill(
            &compact(&read("assets/builder/preview.html")?),
            &[("page-style", page_style), ("icons", icons), ("preview-script", &preview_script)],
        )?;
        let data = json!({
            "release": release.to_string(),
            "icons": icons,
            "preview": preview,
            "program": pack::pack(&wasm),
        });
        fs::write(folder.join(BUILDER), wrap(version, &script, &data))?;
        fs::write(folder.join(BUILDER_STYLE), esbuild.style(&STYLES)?)?;
        // A preview has a script that hears of changes.
        if job.is_release() { seal(&folder.join(BUILDER_PAGE)) } else { Ok(()) }
    }
}

/// Compiles the program; gives it with its glue.
fn bind(folder: &Path, job: &Job) -> Result<(Vec<u8>, String)> {
    let bound = folder.join("builder");
    job.bind(program::BUILDER, "builder", &bound)?;
    let glue = fs::read_to_string(bound.join("builder.js"))?;
    let wasm = job.small(&bound.join("builder_bg.wasm"), Effort::Little, folder)?;
    fs::remove_dir_all(&bound)?;
    imports::shorten(&wasm, &glue)
}

/// Puts the policy into the page.
fn seal(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page).with_context(|| format!("no {}", page.display()))?;
    let (before, after) =
        html.split_once("<meta charset=\"utf-8\">").context("index.html names its characters first")?;
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    Ok(fs::write(page, format!("{before}<meta charset=\"utf-8\">\n{policy}{after}"))?)
}
