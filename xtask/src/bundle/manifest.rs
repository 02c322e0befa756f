//! `manifest.json`: what a clinic's developer needs to know of a release, and what its size is made of.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use super::SCRIPT;
use super::policy::{Policy, sha384};
use crate::made::{SCHEMAS, schema_file};
use crate::size::Bytes;

/// Its name.
pub const MANIFEST: &str = "manifest.json";

/// Writes it.
pub fn write(
    folder: &Path,
    version: &str,
    script: &str,
    wasm: &[u8],
    policy: &Policy,
    imports: &BTreeSet<String>,
    parts: &[(&str, &str)],
) -> Result<()> {
    let mut sizes: Vec<Value> = vec![size(SCRIPT, script.as_bytes())?];
    for (name, text) in parts {
        sizes.push(size(name, text.as_bytes())?);
    }
    sizes.push(size("wasm", wasm)?);
    let manifest = json!({
        "version": version,
        "script": format!("selfscreen-{version}.js"),
        "integrity": sha384(script),
        "tag": format!(
            "<script async src=\"/selfscreen-{version}.js\" integrity=\"{}\" crossorigin=\"anonymous\"></script>",
            sha384(script)
        ),
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

fn size(name: &str, content: &[u8]) -> Result<Value> {
    let Bytes { raw, gzip, brotli } = Bytes::of(content)?;
    Ok(json!({"part": name, "raw": raw, "gzip": gzip, "brotli": brotli}))
}
