//! What a release says of itself.

use serde::Deserialize;

use super::html::escape;

/// What is read of a release's `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Release {
    /// Its version.
    pub version: String,
    /// The script that every page needs.
    #[serde(flatten)]
    pub main: Script,
    /// The script that pages with rules or a screen of the clinic's own need too.
    pub screens: Script,
    /// What a strict page has to allow.
    pub policy: Policy,
}

/// A script of a release.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Script {
    /// The name of its file.
    pub script: String,
    /// The hash that a browser checks it against.
    pub integrity: String,
}

/// Hashes of what the frames are made from: a frame that is made from text is bound by the page's own policy too.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Policy {
    /// Hashes of scripts, and the word that lets WebAssembly run.
    pub script_src: String,
    /// Hashes of styles.
    pub style_src: String,
}

impl Script {
    /// Writes its tag, for files that are in this folder; it ends in a line break.
    pub(super) fn tag(&self, folder: &str) -> String {
        let (source, integrity) = (escape(&format!("{folder}{}", self.script)), escape(&self.integrity));
        format!("<script async src=\"{source}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>\n")
    }
}

impl Policy {
    /// Writes the lines for scripts and for styles. A file of the same site is allowed as the site itself.
    pub(super) fn lines(&self, scripts: &[&Script], folder: &str) -> (String, String) {
        let elsewhere = folder.starts_with("https://");
        let sources: Vec<_> = match elsewhere {
            true => scripts.iter().map(|script| format!("{folder}{}", script.script)).collect(),
            false => vec!["'self'".to_owned()],
        };
        let script_src = format!("script-src {} {}", sources.join(" "), self.script_src);
        (script_src, format!("style-src {}", self.style_src))
    }
}
