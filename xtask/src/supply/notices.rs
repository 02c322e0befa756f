//! `THIRD-PARTY.md`: whose work is in the scripts, and under which licence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Part;
use crate::command::root;

/// Where the published scales are described.
const SCALES: &str = "src/lint/instruments";

/// Lists everything, with the texts that licences want to go with it.
pub fn notices(parts: &[Part]) -> Result<String> {
    let mut text = "# Third-party work\n\n## Programs\n\n\
        The scripts are made with these: crates that are compiled into their programs, the standard library of Rust, and \
        what a tool writes into them.\n\n| name | licence | from | in |\n| --- | --- | --- | --- |\n"
        .to_owned();
    let mut texts: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for part in parts {
        let place = Some(format!("<{}>", part.repository)).filter(|_| !part.repository.is_empty());
        let from: Vec<_> = part.authors.iter().cloned().chain(place).collect();
        let scripts: Vec<_> = part.scripts.iter().map(|script| format!("`{script}`")).collect();
        let Part { name, version, licence, .. } = part;
        text += &format!("| {name} {version} | {licence} | {} | {} |\n", from.join(", "), scripts.join(", "));
        for licence in &part.texts {
            texts.entry(licence).or_default().insert(format!("{name} {version}"));
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

/// Reads the texts that come with a crate: all of them, or that of the MIT licence alone where it may be chosen.
pub fn texts(folder: &Path, licence: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"].iter().any(|begin| name.starts_with(begin)) {
            names.push(name);
        }
    }
    names.sort();
    let may_choose = licence.contains(" OR ") && names.iter().any(|name| name.contains("MIT"));
    let others = ["APACHE", "UNLICENSE", "COPYING", "BOOST"];
    names.retain(|name| !may_choose || !others.iter().any(|other| name.contains(other)));
    names.iter().map(|name| plain(&folder.join(name))).collect()
}

/// Reads a text so that equal ones are equal, however their lines end.
pub fn plain(file: &Path) -> Result<String> {
    Ok(tidy(&fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))?))
}

/// Takes away what nobody sees at the ends of lines, and empty lines around.
pub fn tidy(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
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
    fn a_text_stands_once_for_all_that_have_it() {
        let part = |name: &str, text: &str| Part {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            authors: vec!["Ann".to_owned()],
            texts: vec![text.to_owned()],
            scripts: ["a.js"].into(),
            ..Part::default()
        };
        let text = notices(&[part("one", "same"), part("two", "same"), part("three", "other")]).expect("it is written");
        assert!(text.contains("| one 1.0.0 | MIT | Ann | `a.js` |\n"), "{text}");
        assert!(text.contains("\n### one 1.0.0, two 1.0.0\n\n```text\nsame\n```\n"), "{text}");
        assert!(text.contains("\n### three 1.0.0\n\n```text\nother\n```\n"), "{text}");
    }
}
