//! The versions the tools are pinned to, each read from the one file where it is written.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::root;

/// What is taken from npm: exact versions, and the lock file with the hash of every package.
pub const NPM: [&str; 2] = ["xtask/npm/package.json", LOCK];
const LOCK: &str = "xtask/npm/package-lock.json";

/// Version of `wasm-bindgen`, the crate and the command alike.
pub fn wasm_bindgen() -> Result<String> {
    pin("Cargo.toml", "wasm-bindgen")
}

/// Version of `trunk`.
pub fn trunk() -> Result<String> {
    pin("Trunk.toml", "trunk-version")
}

/// Version of `esbuild`.
pub fn esbuild() -> Result<String> {
    Ok(text(&locked("esbuild")?, "version"))
}

/// Version of `geckodriver`.
pub fn geckodriver() -> Result<String> {
    pin("Cargo.toml", "geckodriver")
}

/// Version of `cargo-deny`.
pub fn cargo_deny() -> Result<String> {
    pin("Cargo.toml", "cargo-deny")
}

/// Version of the compiler that releases are made with.
pub fn rust() -> Result<String> {
    let text = read("rust-toolchain.toml")?;
    let channel = text.lines().find_map(|line| line.strip_prefix("channel = \"")?.strip_suffix('"'));
    Ok(channel.context("rust-toolchain.toml names no channel")?.to_owned())
}

/// What the lock file has on a package of npm: its `version`, its `integrity` and more.
pub fn locked(package: &str) -> Result<Value> {
    let lock: Value = serde_json::from_str(&read(LOCK)?)?;
    let found = lock["packages"].get(format!("node_modules/{package}"));
    found.cloned().with_context(|| format!("{LOCK} has no {package}"))
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(root().join(file)).with_context(|| format!("could not read {file}"))
}

fn pin(file: &str, key: &str) -> Result<String> {
    let version = pinned(&read(file)?, key);
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
        for pin in [rust(), wasm_bindgen(), trunk(), esbuild(), geckodriver(), cargo_deny()] {
            let pin = pin.expect("the files of the project name a version");
            assert!(pin.starts_with(|first: char| first.is_ascii_digit()), "{pin}");
        }
        // Trunk wants the number alone, npm all of it.
        let binaryen = format!("{}.0.0", pin("Trunk.toml", "wasm_opt").expect("it is pinned"));
        assert_eq!(text(&locked("binaryen").expect("it is locked"), "version"), binaryen);
        let least = pinned_in(&read("Cargo.toml").expect("it is there"), "rust-version");
        assert!(rust().expect("it is pinned").starts_with(&least), "Cargo.toml says that {least} is enough");
    }

    /// Reads a version that is no exact one.
    fn pinned_in(toml: &str, key: &str) -> String {
        let line = toml.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")));
        line.and_then(|line| line.split('"').next()).expect("it is there").to_owned()
    }

    #[test]
    fn every_package_of_npm_is_locked_by_its_hash_and_to_no_address() {
        let lock: Value = serde_json::from_str(&read(LOCK).expect("it is there")).expect("it is JSON");
        let packages: Vec<_> = lock["packages"].as_object().expect("a list").iter().collect();
        let (root, packages) = packages.split_first().expect("the project itself is the first");
        assert!(root.0.is_empty() && packages.len() > 20);
        for (name, package) in packages {
            assert!(text(package, "integrity").starts_with("sha512-"), "{name} has no hash");
            assert_eq!(
                package.get("resolved"),
                None,
                "{name} names a registry, expected none: see xtask/npm/package.json"
            );
        }
        let wanted = root.1["devDependencies"].as_object().expect("a list");
        let loose: Vec<_> = wanted
            .values()
            .filter(|version| {
                let version = version.as_str().and_then(|version| version.rsplit('@').next()).unwrap_or_default();
                !version.starts_with(|first: char| first.is_ascii_digit())
            })
            .collect();
        assert!(loose.is_empty(), "{loose:?} are no exact versions");
    }
}
