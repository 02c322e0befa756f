//! The page of a release, as Trunk makes it from `index.html`: what its links say is done, and they go.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::builder::BUILDER_PAGE;
use super::read;
use crate::command::root;

/// The script that reloads a preview, which the server of `cargo xtask serve` has.
const RELOAD: &str = "<script src=\"reload.js\"></script>\n</body>";

/// Writes the page and copies what it names; the page of a preview reloads itself.
pub fn write(folder: &Path, is_release: bool) -> Result<()> {
    let html = read("index.html")?;
    for file in copied(&html)? {
        let name = Path::new(file).file_name().context("a file has a name")?;
        fs::copy(root().join(file), folder.join(name)).with_context(|| format!("index.html names {file}"))?;
    }
    let page = without_links(&html);
    let page = if is_release { page } else { page.replace("</body>", RELOAD) };
    Ok(fs::write(folder.join(BUILDER_PAGE), page)?)
}

/// Names the files to copy. The program, the only other thing that Trunk is told of, is compiled elsewhere.
fn copied(html: &str) -> Result<Vec<&str>> {
    let mut files = Vec::new();
    for line in html.lines().filter(|line| is_for_trunk(line)) {
        match attribute(line, "rel") {
            Some("copy-file") => files.push(attribute(line, "href").context("a file to copy has a name")?),
            Some("rust") => {}
            other => bail!("index.html asks Trunk for {other:?}, which only Trunk does"),
        }
    }
    Ok(files)
}

fn without_links(html: &str) -> String {
    html.lines().map(|line| if is_for_trunk(line) { "\n".to_owned() } else { format!("{line}\n") }).collect()
}

fn is_for_trunk(line: &str) -> bool {
    line.starts_with("<link data-trunk ")
}

fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    line.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_for_trunk_are_read_and_left_out() {
        let html = "<a>\n<link data-trunk rel=\"copy-file\" href=\"b/c.css\">\n<link data-trunk rel=\"rust\" href=\"d\">\n</a>\n";
        assert_eq!(copied(html).expect("both are known"), ["b/c.css"]);
        assert_eq!(without_links(html), "<a>\n\n\n</a>\n");
        assert!(copied("<link data-trunk rel=\"scss\" href=\"a\">").is_err());
    }
}
