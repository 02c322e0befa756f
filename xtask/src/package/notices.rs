//! `THIRD-PARTY.md`: whose work is in the scripts, and under which licence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::{cargo, read, root};
use crate::tools::Toolbox;

/// The programs that are in the scripts.
const PROGRAMS: [&str; 2] = ["selfscreen-widget", "selfscreen-loader"];
const TARGET: &str = "wasm32-unknown-unknown";

/// Where the published scales are described.
const SCALES: &str = "src/lint/instruments";

/// A crate that is in a program.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    name: String,
    version: String,
    licence: String,
    /// Who made it, and where.
    from: String,
    folder: PathBuf,
}

/// Lists everything, with the texts that licences want to go with it.
pub fn notices(tools: &Toolbox) -> Result<String> {
    let crates = crates(tools)?;
    let mut text = "# Third-party work\n\n## Programs\n\n\
        The programs in the scripts are made from these crates, and from the standard library of Rust \
        (MIT OR Apache-2.0, The Rust Project Contributors, <https://github.com/rust-lang/rust>).\n\n\
        | crate | licence | from |\n| --- | --- | --- |\n"
        .to_owned();
    let mut texts: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for one in &crates {
        text += &format!("| {} {} | {} | {} |\n", one.name, one.version, one.licence, one.from);
        for licence in licences(one)? {
            texts.entry(licence).or_default().insert(&one.name);
        }
    }
    text += "\n## Published scales\n\n| scale | terms | source |\n| --- | --- | --- |\n";
    for scale in scales()? {
        let [title, licence, source] =
            ["title", "licence", "source"].map(|key| scale[key].as_str().unwrap_or_default());
        text += &format!("| {title} | {licence} | {source} |\n");
    }
    text += "\n## Texts of licences\n";
    for (licence, names) in texts {
        let names: Vec<_> = names.into_iter().collect();
        text += &format!("\n### {}\n\n```text\n{licence}\n```\n", names.join(", "));
    }
    Ok(text)
}

/// Finds the crates whose code is in a program: those that only run while it is compiled are not.
fn crates(tools: &Toolbox) -> Result<BTreeSet<Crate>> {
    let cargo = |arguments: &[&str]| {
        let mut run = tools.command(cargo());
        run.args(arguments).current_dir(root());
        run
    };
    let mut within = BTreeSet::new();
    for program in PROGRAMS {
        let tree =
            ["tree", "--package", program, "--target", TARGET, "--edges", "normal,no-proc-macro", "--prefix", "none"];
        within.extend(read(&mut cargo(&tree))?.lines().filter_map(named));
    }
    let metadata: &mut Command = &mut cargo(&["metadata", "--format-version", "1", "--filter-platform", TARGET]);
    let metadata: Value = serde_json::from_str(&read(metadata)?)?;
    let packages = metadata["packages"].as_array().context("cargo names no packages")?;
    let ours = |package: &&Value| package["source"].is_null();
    let known = |package: &Value| within.contains(&(text(package, "name"), text(package, "version")));
    packages.iter().filter(|package| !ours(package) && known(package)).map(described).collect()
}

/// Reads name and version from a line of `cargo tree`.
fn named(line: &str) -> Option<(String, String)> {
    let (name, rest) = line.split_once(" v")?;
    Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
}

fn text(package: &Value, key: &str) -> String {
    package[key].as_str().unwrap_or_default().to_owned()
}

fn described(package: &Value) -> Result<Crate> {
    let manifest = PathBuf::from(text(package, "manifest_path"));
    let name = text(package, "name");
    let authors = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
    // Without addresses: a name is enough.
    let authors = authors.filter_map(|author| author.split(" <").next()).filter(|author| !author.contains('@'));
    let repository =
        Some(text(package, "repository")).filter(|place| !place.is_empty()).map(|place| format!("<{place}>"));
    let from: Vec<_> = authors.map(str::to_owned).chain(repository).collect();
    let licence = package["license"].as_str().with_context(|| format!("{name} names no licence"))?;
    Ok(Crate {
        version: text(package, "version"),
        licence: licence.replace('/', " OR ").replace("  ", " "),
        from: from.join(", "),
        folder: manifest.parent().with_context(|| format!("{name} is in a folder"))?.to_owned(),
        name,
    })
}

/// Reads the texts that come with a crate: all of them, or that of the MIT licence alone where it may be chosen.
fn licences(one: &Crate) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(&one.folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"].iter().any(|begin| name.starts_with(begin)) {
            names.push(name);
        }
    }
    names.sort();
    let may_choose = one.licence.contains(" OR ") && names.iter().any(|name| name.contains("MIT"));
    let others = ["APACHE", "UNLICENSE", "COPYING", "BOOST"];
    names.retain(|name| !may_choose || !others.iter().any(|other| name.contains(other)));
    names.iter().map(|name| plain(&one.folder.join(name))).collect()
}

/// Reads a text so that equal ones are equal, however their lines end.
fn plain(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))?;
    Ok(text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned())
}

fn scales() -> Result<Vec<Value>> {
    let mut files: Vec<_> = fs::read_dir(root().join(SCALES))?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|kind| kind == "json"));
    files.sort();
    files.iter().map(|file| Ok(serde_json::from_str(&fs::read_to_string(file)?)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_is_a_name_and_a_version() {
        for (line, expected) in [
            ("serde v1.0.229", Some(("serde", "1.0.229"))),
            ("futures v0.3.34 (*)", Some(("futures", "0.3.34"))),
            ("selfscreen v0.1.0 (/somewhere)", Some(("selfscreen", "0.1.0"))),
            ("[dev-dependencies]", None),
        ] {
            let expected = expected.map(|(name, version)| (name.to_owned(), version.to_owned()));
            assert_eq!(named(line), expected, "{line}");
        }
    }
}
