//! What a package says of itself on npm.

use anyhow::{Context, Result};
use serde_json::Value;

/// Fills the page in for a release.
pub fn readme(version: &str, manifest: &Value) -> Result<String> {
    let said = |key: &str| manifest[key].as_str().with_context(|| format!("the manifest has no {key}"));
    let filled = include_str!("readme.md").replace("{version}", version);
    Ok(filled.replace("{tag}", said("tag")?).replace("{integrity}", said("integrity")?))
}

/// Takes the links to files of the repository out of a text: the package has none of them.
pub fn without_links(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, label, after)) = next_link(rest) {
        plain += before;
        plain += label;
        rest = after;
    }
    plain + rest
}

/// Finds a link to a file: what is before it, its label, and what is after it.
fn next_link(text: &str) -> Option<(&str, &str, &str)> {
    let middle = text.match_indices("](").find(|(at, _)| !text[at + 2..].starts_with("http"))?.0;
    let open = text[..middle].rfind('[')?;
    let close = middle + text[middle..].find(')')?;
    Some((&text[..open], &text[open + 1..middle], &text[close + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_to_files_are_taken_out() {
        for (text, expected) in [
            (
                "[Editors](docs/editors.md) complete, [rules](docs/rules.md) explain.",
                "Editors complete, rules explain.",
            ),
            ("See [Yew](https://yew.rs), and [docs](docs/a.md).", "See [Yew](https://yew.rs), and docs."),
            ("No link.", "No link."),
        ] {
            assert_eq!(without_links(text), expected);
        }
    }
}
