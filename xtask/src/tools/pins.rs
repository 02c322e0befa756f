//! The versions the tools are pinned to, each read from the one file where it is written.

use std::fs;

use anyhow::{Context, Result};

use crate::command::root;

/// Version of `wasm-bindgen`, the crate and the command alike.
pub fn wasm_bindgen() -> Result<String> {
    pin("Cargo.toml", "wasm-bindgen")
}

/// Version of `trunk`.
pub fn trunk() -> Result<String> {
    pin("Trunk.toml", "trunk-version")
}

/// Version of binaryen, as its `wasm-opt` says it: one number.
pub fn binaryen() -> Result<String> {
    pin("Trunk.toml", "wasm_opt")
}

/// Version of `esbuild`.
pub fn esbuild() -> Result<String> {
    pin("Cargo.toml", "esbuild")
}

/// Version of `axe-core`.
pub fn axe_core() -> Result<String> {
    pin("Cargo.toml", "axe-core")
}

/// Version of `rrweb`.
pub fn rrweb() -> Result<String> {
    pin("Cargo.toml", "rrweb")
}

/// Version of `react` and of `react-dom`.
pub fn react() -> Result<String> {
    pin("Cargo.toml", "react")
}

/// Version of `vue`.
pub fn vue() -> Result<String> {
    pin("Cargo.toml", "vue")
}

/// Version of `geckodriver`.
pub fn geckodriver() -> Result<String> {
    pin("Cargo.toml", "geckodriver")
}

/// Packages of npm that check declarations, each with its exact version and the name it is installed under.
pub fn types() -> Result<Vec<String>> {
    let package = |key: &str, name: &str| Ok(format!("{name}@{}", pin("Cargo.toml", key)?));
    let packages = [
        ("typescript", "typescript"),
        ("types-react", "@types/react"),
        ("types-react-18", "react-types-18@npm:@types/react"),
        ("preact", "preact"),
        ("vue", "vue"),
        ("vue-tsc", "vue-tsc"),
        ("custom-elements-manifest", "custom-elements-manifest"),
    ];
    packages.into_iter().map(|(key, name)| package(key, name)).collect()
}

fn pin(file: &str, key: &str) -> Result<String> {
    let text = fs::read_to_string(root().join(file)).with_context(|| format!("could not read {file}"))?;
    let version = pinned(&text, key);
    version.with_context(|| format!("no `{key} = \"=<version>\"` found in {file}, expected an exact version"))
}

/// Reads an exact version from `key = "=1.2.3"`, `key = "version_1"` or `key = { version = "=1.2.3", … }`.
fn pinned(toml: &str, key: &str) -> Option<String> {
    let value = |line: &str| Some(line.trim().strip_prefix(key)?.trim_start().strip_prefix('=')?.trim().to_owned());
    let value = toml.lines().find_map(value)?;
    let quoted = value.split_once("version =").map_or(value.as_str(), |(_, rest)| rest);
    let text = quoted.trim().strip_prefix('"')?.split('"').next()?;
    let version = text.strip_prefix('=').or_else(|| text.strip_prefix("version_"))?;
    version.starts_with(|first: char| first.is_ascii_digit()).then(|| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exact_version_is_read_and_a_loose_one_is_not() {
        for (toml, expected) in [
            ("wasm-bindgen = \"=0.2.1\"", Some("0.2.1")),
            ("a = 1\nwasm-bindgen = { version = \"=0.2.1\", optional = true }", Some("0.2.1")),
            ("wasm-bindgen-test = \"=0.3.5\"\nwasm-bindgen = \"=0.2.1\"", Some("0.2.1")),
            ("wasm-bindgen = \"version_7\"", Some("7")),
            ("wasm-bindgen = \"0.2.1\"", None),
            ("wasm-bindgen-test = \"=0.3.5\"", None),
        ] {
            assert_eq!(pinned(toml, "wasm-bindgen").as_deref(), expected, "{toml}");
        }
    }

    #[test]
    fn the_project_pins_every_tool() {
        for pin in [wasm_bindgen(), trunk(), binaryen(), esbuild(), geckodriver(), axe_core(), rrweb(), react(), vue()]
        {
            pin.expect("the files of the project name an exact version");
        }
        types().expect("they name those of packages too");
    }
}
