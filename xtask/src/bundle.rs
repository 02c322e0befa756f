//! Puts the release together: one classic script that holds everything a visitor runs, and what a strict host needs beside it.
//!
//! The preview shows the very script that clinics embed: it is put together in the same way.

mod alphabet;
mod builder;
mod bytes;
mod glue;
mod imports;
mod languages;
mod loader;
mod manifest;
mod pack;
mod page;
mod panics;
mod plugin;
mod policy;
mod program;
mod screen;
mod script;
mod texts;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::command::root;
use languages::FIRST;
pub use policy::sha384;
use policy::{PolicyHashes, hex, sha256};
use program::Effort;
use script::{Esbuild, fill};

pub use alphabet::search as better_alphabet;
pub use builder::{BUILDER, BUILDER_PAGE, BUILDER_STYLE};
pub use loader::SCREENS;
pub use manifest::MANIFEST;
pub use plugin::PLUGIN;
pub use program::{Job, Profile};

/// Styles of the questionnaire, in the order in which they hold.
const STYLES: [&str; 7] = [
    "assets/styles/tokens.css",
    "assets/styles/widget.css",
    "assets/styles/questions.css",
    "assets/styles/results.css",
    "assets/styles/crisis.css",
    "assets/styles/print.css",
    "assets/embed/page.css",
];

/// The release's own script as it would be with English alone.
pub const IN_ENGLISH: &str = "  in English alone";

/// The release's own script.
pub const SCRIPT: &str = "selfscreen.js";

/// Fails if the program of a release imports something that is not listed in the repository.
pub fn check_imports(manifest: &Value) -> Result<()> {
    let names = manifest["imports"].as_array().context("the manifest lists no imports")?;
    let screens = manifest["screens"]["imports"].as_array().context("the manifest lists no imports of the loader")?;
    ensure!(screens.is_empty(), "the program of {SCREENS} imports {screens:?}, expected nothing");
    imports::check(&names.iter().filter_map(|name| Some(name.as_str()?.to_owned())).collect())
}

/// Compiles the questionnaire's program into `folder`, and puts the page with what belongs to it there.
pub fn prepare(folder: &Path, job: &Job) -> Result<()> {
    job.bind(program::WIDGET, program::WIDGET, folder)?;
    page::write(folder, job.is_release())
}

/// Replaces the bound program in `folder` (the wasm and its glue) by the release.
pub fn bundle(folder: &Path, job: &Job) -> Result<()> {
    let content = screen::load(job.screen.as_deref())?;
    let [wasm_file, glue] = ["selfscreen-widget_bg.wasm", "selfscreen-widget.js"].map(|name| folder.join(name));
    let wasm = job.small(&wasm_file, Effort::All, folder)?;
    let reached = imports::names(&wasm)?;
    let (wasm, bound) = imports::shorten(&wasm, &fs::read_to_string(&glue)?)?;
    fs::write(&glue, glue::tighten(&bound)?)?;
    let esbuild = Esbuild::new(job.tools)?;
    let loader = loader::compile(folder, job)?;

    // The inner frame: the questionnaire.
    let first = esbuild.script("assets/embed/first.js", &[])?;
    let programs = [("PROGRAM", hex(&wasm)), ("LOADER", hex(&loader))];
    let page_script = esbuild.script_with("assets/embed/page.js", &[("selfscreen", &glue)], &programs)?;
    imports::check_reach(&page_script)?;
    let page_style = esbuild.style(&STYLES)?;
    let icons = compact(&read("assets/styles/icons.svg")?);
    let page = fill(
        &compact(&read("assets/embed/page.html")?),
        &[("first-script", &first), ("page-style", &page_style), ("icons", &icons), ("page-script", &page_script)],
    )?;

    // The outer frame: the policy, for both.
    let frame_script = esbuild.script("assets/embed/frame.js", &[])?;
    let frame_style = esbuild.style(&["assets/embed/frame.css"])?;
    let policy = PolicyHashes {
        scripts: [&frame_script, &first, &page_script].map(|script| sha256(script)).to_vec(),
        styles: [&frame_style, &page_style].map(|style| sha256(style)).to_vec(),
    };
    let parts = [("policy", policy.frame()), ("frame-style", frame_style), ("frame-script", frame_script)];
    let frame = fill(
        &compact(&read("assets/embed/frame.html")?),
        &parts.each_ref().map(|(name, text)| (*name, text.as_str())),
    )?;

    // The second script, for pages that bring their own rules.
    let version = version()?;
    let screens = loader::script(&loader, &version, &esbuild)?;
    let screens_file = format!("selfscreen-screens-{version}.js");

    // The host side, with the rest as its data.
    let element = esbuild.host("assets/embed/element.js")?;
    let texts = texts::texts(&content);
    let mut data = json!({
        "version": version,
        "texts": &texts,
        "attributes": plugin::attributes()?,
        "style": esbuild.style(&["assets/embed/element.css"])?,
        "frame": frame,
        "page": page,
        "screens": manifest::tag(&screens_file, &screens),
        "program": pack::pack(&wasm),
    });
    let script = script::wrap(&version, &element, &data);
    let in_english = if job.is_release() {
        data["texts"] = json!({FIRST: texts[FIRST]});
        data["program"] = pack::pack(&languages::only_first(&wasm, &content)?);
        script::wrap(&version, &element, &data)
    } else {
        // It is measured and nothing else.
        String::new()
    };

    fs::remove_file(&wasm_file)?;
    fs::remove_file(&glue)?;
    let versioned = format!("selfscreen-{version}.js");
    let scripts = [(SCRIPT, &script), (&versioned, &script), (SCREENS, &screens), (&screens_file, &screens)];
    for (name, text) in scripts.into_iter().chain([("frame.html", &frame)]) {
        fs::write(folder.join(name), text)?;
    }
    let scripts = [(&versioned, &script), (&screens_file, &screens)].map(|(name, text)| (name.as_str(), text.as_str()));
    let plugin = plugin::Shipped {
        version: &version,
        script: scripts[0],
        screens: scripts[1],
        texts: &texts,
        content: &content,
    };
    plugin.write_plugin(folder)?;
    let manifest = manifest::Manifest {
        version: &version,
        script: scripts[0],
        screens: scripts[1],
        policy: &policy,
        imports: &reached,
        parts: &[
            (SCRIPT, script.as_bytes()),
            (IN_ENGLISH, in_english.as_bytes()),
            ("host side", element.as_bytes()),
            ("styles", page_style.as_bytes()),
            ("page and glue", page_script.as_bytes()),
            ("wasm", &wasm),
            (SCREENS, screens.as_bytes()),
            ("loader wasm", &loader),
        ],
    };
    // Of a preview nobody wants to know, and its programs are so large that measuring takes longer than all the rest.
    manifest.write(folder, job.is_release())?;

    // The page on which clinics put their snippet together.
    let builder =
        builder::Builder { version: &version, release: manifest.release(), page_style: &page_style, icons: &icons };
    builder.write(folder, job, &esbuild)
}

fn read(name: &str) -> Result<String> {
    fs::read_to_string(root().join(name)).with_context(|| format!("could not read {name}"))
}

/// Joins the lines of markup.
fn compact(markup: &str) -> String {
    markup.lines().map(str::trim).collect()
}

/// The version of the release.
pub fn version() -> Result<String> {
    stated("version")
}

/// The licence of the project, as an SPDX expression.
pub fn licence() -> Result<String> {
    stated("license")
}

/// Reads a text of `Cargo.toml`.
fn stated(key: &str) -> Result<String> {
    let (toml, begin) = (read("Cargo.toml")?, format!("{key} = \""));
    let line = toml.lines().find_map(|line| line.strip_prefix(&begin));
    Ok(line.and_then(|line| line.split('"').next()).with_context(|| format!("Cargo.toml names no {key}"))?.to_owned())
}
