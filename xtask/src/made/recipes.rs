//! Recipes in `docs/embedding.md`, copied from the pages of the host zoo: what is shown there is what was tested.
//!
//! Each host is a folder. Its `expected.md` says in plain words what to do, and where a part of which page stands:
//! `{recipe index.html}` for the next part of that page between `<!-- recipe -->` and `<!-- /recipe -->`, or `// recipe` and
//! `// /recipe` in a script. From its second heading on it says what the page is like, which no recipe needs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use super::marked;
use crate::command::root;

/// Where the hosts are.
fn zoo() -> PathBuf {
    root().join("tests/browser/zoo")
}

/// Names the hosts, by their folders.
fn hosts() -> Result<Vec<String>> {
    let mut hosts = Vec::new();
    for entry in fs::read_dir(zoo())? {
        let entry = entry?;
        if entry.path().is_dir() {
            hosts.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    hosts.sort();
    Ok(hosts)
}

/// Writes each host's recipe between its marks in a document, in place of what stands there.
pub fn with_recipes(document: &str) -> Result<String> {
    let mut document = document.to_owned();
    for host in hosts()? {
        let recipe = recipe(&zoo().join(&host)).with_context(|| format!("tests/browser/zoo/{host}"))?;
        document = marked::put(&document, &format!("recipe: {host}"), &recipe)?;
    }
    Ok(document)
}

/// Puts the recipe of one host together.
fn recipe(folder: &Path) -> Result<String> {
    let expected = fs::read_to_string(folder.join("expected.md")).context("expected.md")?;
    let (title, text) = expected.split_once('\n').context("expected.md is empty, expected a heading")?;
    let title = title.strip_prefix("# ").context("expected.md does not begin with `# ` and the host's name")?;
    let steps = text.split("\n## ").next().unwrap_or_default();
    let mut parts = BTreeMap::new();
    let mut recipe = format!("### {title}\n");
    for line in steps.trim_end().lines() {
        match line.strip_prefix("{recipe ").and_then(|name| name.strip_suffix('}')) {
            Some(name) => recipe += &block(name, next_part(folder, name, &mut parts)?),
            None => recipe += line,
        }
        recipe.push('\n');
    }
    for (name, left) in parts {
        ensure!(left.is_empty(), "{name} has {} more parts than expected.md shows", left.len());
    }
    Ok(recipe + "\n")
}

/// Takes the next part of a page.
fn next_part(folder: &Path, name: &str, parts: &mut BTreeMap<String, Vec<String>>) -> Result<String> {
    if !parts.contains_key(name) {
        let text = fs::read_to_string(folder.join(name)).with_context(|| name.to_owned())?;
        parts.insert(name.to_owned(), marked_parts(&text).with_context(|| name.to_owned())?);
    }
    let left = parts.get_mut(name).filter(|left| !left.is_empty());
    Ok(left.with_context(|| format!("{name} has fewer parts than expected.md shows"))?.remove(0))
}

/// Reads what stands between the marks of a page, without the indentation that its lines share.
fn marked_parts(text: &str) -> Result<Vec<String>> {
    let mut parts = Vec::new();
    let mut open: Option<Vec<&str>> = None;
    for line in text.lines() {
        match (line.trim(), &mut open) {
            ("<!-- recipe -->" | "// recipe", None) => open = Some(Vec::new()),
            ("<!-- /recipe -->" | "// /recipe", Some(lines)) => {
                parts.push(without_indentation(lines));
                open = None;
            }
            (mark @ ("<!-- recipe -->" | "<!-- /recipe -->" | "// recipe" | "// /recipe"), _) => {
                bail!("found `{mark}` out of turn, expected each part to have a beginning and an end")
            }
            (_, Some(lines)) => lines.push(line),
            (_, None) => {}
        }
    }
    ensure!(open.is_none(), "found no end of the last part");
    Ok(parts)
}

fn without_indentation(lines: &[&str]) -> String {
    let shared = lines.iter().filter(|line| !line.trim().is_empty()).map(|line| line.len() - line.trim_start().len());
    let shared = shared.min().unwrap_or_default();
    lines.iter().map(|line| format!("{}\n", line.get(shared..).unwrap_or_default())).collect()
}

/// Shows a part as what its file is.
fn block(name: &str, part: String) -> String {
    let language = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    format!("```{language}\n{part}```")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readme() -> String {
        fs::read_to_string(root().join("README.md")).expect("there is a README")
    }

    /// The lines of the README from one that begins like this to one that ends like that.
    fn of_readme(from: &str, to: &str) -> String {
        let readme = readme();
        let start = readme.find(from).unwrap_or_else(|| panic!("the README has {from}"));
        let length = readme[start..].find(to).unwrap_or_else(|| panic!("the README has {to}")) + to.len();
        readme[start..start + length].to_owned()
    }

    #[test]
    fn the_recipes_are_those_that_were_tested() {
        let written = fs::read_to_string(root().join("docs/embedding.md")).expect("it is there");
        let made = with_recipes(&written).expect("each host has a recipe");
        let differs = written.lines().zip(made.lines()).position(|(written, made)| written != made);
        assert!(
            written == made,
            "docs/embedding.md is not what the pages of the zoo say, from line {} on; `cargo xtask document` regenerates it",
            differs.unwrap_or_else(|| written.lines().count().min(made.lines().count())) + 1
        );
    }

    #[test]
    fn every_page_has_the_tag_of_the_readme_and_what_it_adds() {
        let element = of_readme("<self-screen clinic-name", "</self-screen>");
        let script = of_readme("<script async src=", "crossorigin=\"anonymous\"");
        for host in hosts().expect("the zoo can be listed") {
            let folder = zoo().join(&host);
            let files = fs::read_dir(&folder).expect("it can be listed").map(|file| file.expect("it is there").path());
            let pages = files.filter(|file| file.extension().is_some_and(|ending| ending == "html"));
            let page: String = pages.map(|file| fs::read_to_string(file).expect("it is text")).collect();
            // An embed frame is another site, and opens the booking page beside it.
            let page = page.replace(" booking-target=\"_blank\"", "").replace("https://cdn.harbor.example/", "/");
            let by_script = ["react", "vue"].contains(&host.as_str());
            assert!(by_script || page.contains(&element), "{host} has the README's element:\n{element}");
            assert!(host == "tag_manager" || page.contains(&script), "{host} has the README's script:\n{script}");
        }
    }

    #[test]
    fn parts_lose_the_indentation_they_share_and_keep_the_rest() {
        for (text, expected) in [
            ("a\n<!-- recipe -->\n<b>\n  c\n</b>\n<!-- /recipe -->\nd", vec!["<b>\n  c\n</b>\n"]),
            ("  // recipe\n    a(\n\n      b);\n  // /recipe\n// recipe\nc\n// /recipe", vec!["a(\n\n  b);\n", "c\n"]),
            ("a", vec![]),
        ] {
            assert_eq!(marked_parts(text).expect("each part ends"), expected, "{text}");
        }
        for (text, expected) in [
            ("<!-- recipe -->\na", "found no end of the last part"),
            ("<!-- /recipe -->", "found `<!-- /recipe -->` out of turn"),
            ("// recipe\n// recipe", "found `// recipe` out of turn"),
        ] {
            let error = marked_parts(text).expect_err("it is not whole").to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
