//! The screen that is built in, as the widget's own build loads it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use selfscreen::questionnaire::folder::Folder;
use selfscreen::questionnaire::load::load_languages;
use selfscreen::questionnaire::{Content, File};

use crate::command::root;

/// Names the folder of the screen to build in, for `src/build.rs` and for the bundle.
pub const SCREEN: &str = "SELFSCREEN_SCREEN";

/// Loads the screen that is built in, in all its languages.
pub fn load(asked: Option<&Path>) -> Result<Content> {
    let folder = folder(asked);
    let read = |name: &String| {
        let file = folder.join(name);
        let text = fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
        Ok((file.display().to_string(), text))
    };
    let texts = names(&folder)?.iter().map(read).collect::<Result<Vec<_>>>()?;
    let files: Vec<_> = texts.iter().map(|(name, text)| File { name, text }).collect();
    load_languages(files[0], &files[1..]).or_else(|findings| {
        let findings: Vec<_> = findings.iter().map(ToString::to_string).collect();
        bail!("{}", findings.join("\n"))
    })
}

/// The folder of the screen that is built in: the one that was asked for, the one of [`SCREEN`], or the ketamine one.
fn folder(asked: Option<&Path>) -> PathBuf {
    let named = asked.map(Path::to_path_buf).or_else(|| std::env::var_os(SCREEN).map(PathBuf::from));
    root().join(named.unwrap_or_else(|| "assets/screens/ketamine".into()))
}

/// Names the files of a screen's folder that are read.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    Ok(Folder::of(names).read)
}
