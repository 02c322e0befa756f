//! Links between documents lead to a file that is there, and to a heading of it.

use std::fs;
use std::path::{Path, PathBuf};

use super::blocks::documents;

#[test]
fn every_link_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let more = ["ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md"].map(str::to_owned);
    let found: Vec<_> = documents(root).iter().chain(&more).flat_map(|file| broken(root, file)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Tells what is wrong with the links of a document: one line each.
fn broken(root: &Path, file: &str) -> Vec<String> {
    let text = fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let folder = Path::new(file).parent().unwrap_or(Path::new(""));
    let wrong = |link: &str| {
        let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
        let target = if path.is_empty() { PathBuf::from(file) } else { folder.join(path) };
        let Ok(place) = root.join(&target).canonicalize() else { return Some("no such file") };
        let anchor = anchor.filter(|_| target.extension().is_some_and(|ending| ending == "md"))?;
        let found = fs::read_to_string(place).is_ok_and(|text| anchors(&text).iter().any(|known| known == anchor));
        (!found).then_some("no such heading")
    };
    let links = text.match_indices("](").filter_map(|(at, _)| text[at + 2..].split([')', ' ', '\n']).next());
    let own = links.filter(|link| !link.contains("://") && !link.starts_with("mailto:"));
    own.filter_map(|link| wrong(link).map(|why| format!("{file}: {link}: {why}"))).collect()
}

/// The names of a document's headings, as hosts of repositories make them.
fn anchors(text: &str) -> Vec<String> {
    let mut in_block = false;
    let mut anchors = Vec::new();
    for line in text.lines() {
        in_block ^= line.starts_with("```");
        let Some(heading) = line.strip_prefix('#').filter(|_| !in_block) else { continue };
        let heading = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = heading.chars().filter(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_' | ' '));
        let anchor: String = kept.map(|sign| if sign == ' ' { '-' } else { sign }).collect();
        // The same heading once more has a number behind it.
        let before = anchors.iter().filter(|known| **known == anchor).count();
        anchors.push(if before == 0 { anchor } else { format!("{anchor}-{before}") });
    }
    anchors
}

#[test]
fn headings_are_named_as_links_name_them() {
    let text = "# A page, for `you`\n```sh\n# a remark\n```\n## `too-old`\n#### 3. Host the frame\n## Rocket Loader's\n## `too-old`\n";
    let expected = ["a-page-for-you", "too-old", "3-host-the-frame", "rocket-loaders", "too-old-1"];
    assert_eq!(anchors(text), expected);
}
