//! `manifest.json`: what a clinic's developer needs to know of a release, and what its size is made of.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use super::bytes::Bytes;
use super::policy::{PolicyHashes, sha384};
use crate::made::{SCHEMAS, schema_file};

/// Its name.
pub const MANIFEST: &str = "manifest.json";

/// What it says, before sizes are measured.
pub struct Manifest<'a> {
    pub version: &'a str,
    /// The script's name and text.
    pub script: (&'a str, &'a str),
    /// Those of the second script, for pages with their own rules.
    pub screens: (&'a str, &'a str),
    pub policy: &'a PolicyHashes,
    pub imports: &'a BTreeSet<String>,
    /// What the scripts are made of.
    pub parts: &'a [(&'a str, &'a [u8])],
}

impl Manifest<'_> {
    /// What a page has to know of the release to name its scripts, and what a strict page has to allow.
    pub fn release(&self) -> Value {
        let Self { version, script, screens, policy, .. } = self;
        json!({
            "version": version,
            "script": script.0,
            "integrity": sha384(script.1),
            "screens": {"script": screens.0, "integrity": sha384(screens.1)},
            "policy": {"script-src": policy.script_src(), "style-src": policy.style_src()},
        })
    }

    /// Writes it, with sizes if they are wanted.
    pub fn write(&self, folder: &Path, measured: bool) -> Result<()> {
        let Self { version, script, screens, policy, imports, parts } = self;
        let parts = if measured { *parts } else { &[] };
        let sizes = parts.iter().map(|(name, content)| size(name, content)).collect::<Result<Vec<_>>>()?;
        let manifest = json!({
            "version": version,
            "script": script.0,
            "integrity": sha384(script.1),
            "tag": tag(script.0, script.1),
            "screens": {
                "script": screens.0,
                "integrity": sha384(screens.1),
                "tag": tag(screens.0, screens.1),
                // Looked at before it was put into its script.
                "imports": [],
            },
            "policy": {
                "script-src": policy.script_src(),
                "style-src": policy.style_src(),
                "frame": policy.frame(),
            },
            "imports": imports,
            "schemas": SCHEMAS.map(schema_file),
            "sizes": sizes,
        });
        Ok(fs::write(folder.join(MANIFEST), format!("{manifest:#}\n"))?)
    }
}

/// The tag for a script.
pub fn tag(name: &str, script: &str) -> String {
    format!("<script async src=\"/{name}\" integrity=\"{}\" crossorigin=\"anonymous\"></script>", sha384(script))
}

fn size(name: &str, content: &[u8]) -> Result<Value> {
    let Bytes { raw, gzip, brotli } = Bytes::of(content)?;
    Ok(json!({"part": name, "raw": raw, "gzip": gzip, "brotli": brotli}))
}
