//! The blocks of a page, and the file with headers that some hosts read.

use std::fs;

use anyhow::{Context, Result, bail, ensure};

use crate::command::root;

/// The fenced blocks of a page, each with what its first line says it is.
pub struct Blocks {
    pub text: String,
    blocks: Vec<(String, String)>,
}

impl Blocks {
    pub fn read(page: &str) -> Result<Self> {
        let text = fs::read_to_string(root().join(page)).with_context(|| format!("could not read {page}"))?;
        let blocks = fenced(&text);
        Ok(Self { text, blocks })
    }

    /// The one block of a kind.
    pub fn only(&self, kind: &str) -> Result<&str> {
        let mut found = self.blocks.iter().filter(|(of, _)| of == kind).map(|(_, text)| text.as_str());
        let only = found.next().with_context(|| format!("the page has no block of ```{kind}"))?;
        ensure!(found.next().is_none(), "the page has more than one block of ```{kind}");
        Ok(only)
    }
}

fn fenced(text: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in text.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(kind), None) => open = Some((kind.to_owned(), String::new())),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some((_, block))) => *block += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    blocks
}

/// Headers by their names in small letters.
pub type Headers = Vec<(String, String)>;

/// Reads a `_headers` file: a path on one line, and its headers on the lines below it, indented.
pub fn headers(text: &str) -> Result<Vec<(String, Headers)>> {
    let mut paths: Vec<(String, Headers)> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with('/') {
            paths.push((line.to_owned(), Headers::new()));
            continue;
        }
        let (Some((_, headers)), Some((name, value))) = (paths.last_mut(), line.trim().split_once(": ")) else {
            bail!("found `{line}`, expected a path, or below one a header with its value");
        };
        ensure!(line.starts_with(' '), "`{line}` is not indented");
        headers.push((name.to_ascii_lowercase(), value.to_owned()));
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_told_by_their_kind() {
        let page = "a\n```nginx\nserver {\n}\n```\nb\n```\n/x\n```\n";
        let expected = [("nginx", "server {\n}\n"), ("", "/x\n")];
        assert_eq!(fenced(page), expected.map(|(kind, text)| (kind.to_owned(), text.to_owned())));
    }

    #[test]
    fn a_file_of_headers_is_read_or_its_line_named() {
        let found = headers("/a.js\n  Cache-Control: no-cache\n  X-Y: z: 1\n/b\n").expect("it is one");
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let first = vec![pair("cache-control", "no-cache"), pair("x-y", "z: 1")];
        assert_eq!(found, [("/a.js".to_owned(), first), ("/b".to_owned(), Vec::new())]);
        for wrong in ["  Cache-Control: no-cache\n", "/a\nCache-Control: no-cache\n", "/a\n  no colon\n"] {
            assert!(headers(wrong).is_err(), "{wrong}");
        }
    }
}
