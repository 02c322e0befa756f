//! The crates whose code goes into the programs: their names, licences and hashes, as cargo has them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::{PROGRAMS, Part, licences, notices, standard};
use crate::command::{cargo, read, root};
use crate::tools::Toolbox;

const TARGET: &str = "wasm32-unknown-unknown";

/// A crate's name and version.
type Name = (String, String);

/// Lists the crates in the programs: those that only run while one is compiled are not.
pub fn parts(tools: &Toolbox) -> Result<Vec<Part>> {
    let mut found = BTreeMap::new();
    for program in PROGRAMS {
        let mut tree = tools.command(cargo());
        tree.args(["tree", "--locked", "--package", program.package, "--target", TARGET]);
        tree.args(["--edges", "normal,no-proc-macro", "--prefix", "depth"]);
        for (name, needs) in edges(&read(&mut tree)?) {
            let known: &mut (BTreeSet<&str>, BTreeSet<Name>) = found.entry(name).or_default();
            known.0.insert(program.script);
            known.1.extend(needs);
        }
    }
    let mut metadata = tools.command(cargo());
    metadata.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET]);
    let metadata: Value = serde_json::from_str(&read(&mut metadata)?)?;
    let packages = metadata["packages"].as_array().context("cargo names no packages")?;
    let by_name: BTreeMap<Name, &Value> =
        packages.iter().map(|package| ((text(package, "name"), text(package, "version")), package)).collect();
    let package = |name: &Name| by_name.get(name).with_context(|| format!("cargo knows no {} {}", name.0, name.1));
    let (mut ours, mut theirs) = (Vec::new(), BTreeSet::new());
    for name in found.keys() {
        if package(name)?["source"].is_null() {
            ours.push(name);
        } else {
            theirs.insert(name);
        }
    }
    let direct: BTreeSet<&Name> = ours.iter().flat_map(|name| &found[*name].1).collect();
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let part = |name: &&Name| {
        let (scripts, needs) = &found[*name];
        let needs = needs.iter().map(purl).collect();
        let part = described(package(name)?, &lock)?;
        Ok(Part { scripts: scripts.clone(), needs, direct: direct.contains(*name), ..part })
    };
    theirs.iter().map(part).collect()
}

/// Reads what needs what from a tree of cargo: a crate a line, after the depth at which it stands.
fn edges(tree: &str) -> BTreeMap<Name, BTreeSet<Name>> {
    let mut all: BTreeMap<Name, BTreeSet<Name>> = BTreeMap::new();
    let mut above: Vec<Name> = Vec::new();
    for line in tree.lines() {
        let digits = line.chars().take_while(char::is_ascii_digit).count();
        let (Ok(depth), Some(name)) = (line[..digits].parse::<usize>(), named(&line[digits..])) else {
            continue;
        };
        above.truncate(depth);
        if let Some(parent) = above.last() {
            all.entry(parent.clone()).or_default().insert(name.clone());
        }
        all.entry(name.clone()).or_default();
        above.push(name);
    }
    all
}

/// Reads name and version from a line of `cargo tree`.
fn named(line: &str) -> Option<Name> {
    let (name, rest) = line.split_once(" v")?;
    Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
}

fn purl((name, version): &Name) -> String {
    format!("pkg:cargo/{name}@{version}")
}

fn text(package: &Value, key: &str) -> String {
    package[key].as_str().unwrap_or_default().to_owned()
}

fn described(package: &Value, lock: &str) -> Result<Part> {
    let name = (text(package, "name"), text(package, "version"));
    let authors = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
    // Without addresses: a name is enough.
    let authors = authors.filter_map(|author| author.split(" <").next()).filter(|author| !author.contains('@'));
    let licence = package["license"].as_str().with_context(|| format!("{} names no licence", name.0))?;
    let mut part = Part {
        purl: purl(&name),
        licence: licences::spdx(licence),
        authors: authors.map(str::to_owned).collect(),
        repository: text(package, "repository"),
        hash: Some(("SHA-256", checksum(lock, &name)?)),
        name: name.0,
        version: name.1,
        ..Part::default()
    };
    let manifest = PathBuf::from(text(package, "manifest_path"));
    part.texts = notices::texts(manifest.parent().context("a crate is in a folder")?, &part.licence)?;
    if part.texts.is_empty() {
        part.texts.push(standard::mit(&part)?);
    }
    Ok(part)
}

/// Finds the hash of a crate in `Cargo.lock`, which cargo checks each download by.
fn checksum(lock: &str, (name, version): &Name) -> Result<String> {
    let begin = format!("\nname = \"{name}\"\nversion = \"{version}\"\n");
    let hash = lock
        .split("[[package]]")
        .find(|package| package.starts_with(&begin))
        .and_then(|package| package.lines().find_map(|line| line.strip_prefix("checksum = \"")?.strip_suffix('"')));
    let hash = hash.with_context(|| format!("Cargo.lock has no hash of {name} {version}"))?;
    ensure!(hash.len() == 64, "the hash of {name} is no SHA-256");
    Ok(hash.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str, version: &str) -> Name {
        (name.to_owned(), version.to_owned())
    }

    #[test]
    fn a_line_of_the_tree_is_a_name_and_a_version() {
        for (line, expected) in [
            ("serde v1.0.229", Some(("serde", "1.0.229"))),
            ("futures v0.3.34 (*)", Some(("futures", "0.3.34"))),
            ("selfscreen v0.1.0 (/somewhere)", Some(("selfscreen", "0.1.0"))),
            ("[dev-dependencies]", None),
        ] {
            assert_eq!(named(line), expected.map(|(one, version)| name(one, version)), "{line}");
        }
    }

    #[test]
    fn a_crate_needs_what_stands_one_deeper_below_it() {
        let edges = edges("0a v1.0.0 (/here)\n1b v2.0.0\n2c v3.0.0\n1d v4.0.0\n2c v3.0.0 (*)\n");
        let needs = |one: &str, version: &str| {
            edges[&name(one, version)].iter().map(|need| need.0.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(needs("a", "1.0.0"), ["b", "d"]);
        assert_eq!(needs("b", "2.0.0"), ["c"]);
        assert_eq!(needs("d", "4.0.0"), ["c"]);
        assert!(needs("c", "3.0.0").is_empty());
    }

    #[test]
    fn a_hash_is_that_of_the_version() {
        let lock = "\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"X\"\n\n[[package]]\nname = \"a\"\n\
                    version = \"2.0.0\"\nchecksum = \"Y\"\n\n[[package]]\nname = \"ours\"\nversion = \"0.0.0\"\n";
        let lock = lock.replace('X', &"1".repeat(64)).replace('Y', &"2".repeat(64));
        assert_eq!(checksum(&lock, &name("a", "2.0.0")).expect("it has one"), "2".repeat(64));
        assert!(checksum(&lock, &name("ours", "0.0.0")).is_err());
        assert!(checksum(&lock, &name("b", "1.0.0")).is_err());
    }
}
