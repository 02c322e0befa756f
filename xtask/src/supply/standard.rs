//! The standard library of Rust, which is in every program, and what it is itself made of.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{PROGRAMS, Part, licences, notices};
use crate::command::read;
use crate::tools::Toolbox;

/// Crates of others that it brings into the programs. The step `supply` sees them there.
pub const WITHIN: [&str; 2] = ["dlmalloc", "hashbrown"];

/// What the library calls its own crates, and the compiler what it writes itself.
pub const OWN: [&str; 6] = ["__rustc", "alloc", "compiler_builtins", "core", "panic_abort", "std"];

/// Lists them.
pub fn parts(tools: &Toolbox) -> Result<Vec<Part>> {
    let folder = documents(tools)?;
    let version = read(tools.command("rustc").arg("-V"))?;
    let version = version.split(' ').nth(1).context("rustc says its version")?.to_owned();
    let scripts = || PROGRAMS.iter().map(|program| program.script).collect();
    let notices = fs::read_to_string(folder.join("COPYRIGHT-library.html"))
        .with_context(|| format!("the toolchain has no notices in {}", folder.display()))?;
    let mut parts = Vec::new();
    for name in WITHIN {
        let part = within(&notices, name).with_context(|| format!("COPYRIGHT-library.html has no {name}"))?;
        parts.push(Part { scripts: scripts(), ..part });
    }
    let mut library = Part {
        purl: format!("pkg:github/rust-lang/rust@{version}"),
        name: "rust-std".to_owned(),
        version,
        // The tables of characters are Unicode's.
        licence: "(MIT OR Apache-2.0) AND Unicode-3.0".to_owned(),
        authors: vec!["The Rust Project Developers".to_owned()],
        repository: "https://github.com/rust-lang/rust".to_owned(),
        scripts: scripts(),
        needs: parts.iter().map(|part| part.purl.clone()).collect(),
        direct: true,
        ..Part::default()
    };
    let unicode = notices::plain(&folder.join("licenses/Unicode-3.0.txt"))?;
    library.texts = vec![filled(&folder, &library)?, unicode];
    parts.push(library);
    Ok(parts)
}

/// The text of the MIT licence for a part that may be had under it and brings no text.
pub fn mit(part: &Part) -> Result<String> {
    anyhow::ensure!(part.licence.contains("MIT"), "{} brings no text of its licence, {}", part.name, part.licence);
    filled(&documents(&Toolbox::default())?, part)
}

/// Fills in who made it.
fn filled(folder: &Path, part: &Part) -> Result<String> {
    let text = notices::plain(&folder.join("licenses/MIT.txt"))?;
    let who = if part.authors.is_empty() { format!("the authors of {}", part.name) } else { part.authors.join(", ") };
    let (before, after) = text.split_once("<year> <copyright holders>").context("MIT.txt names whom to fill in")?;
    Ok(format!("{before}{who}{after}"))
}

/// Names the folder of the toolchain with its notices.
fn documents(tools: &Toolbox) -> Result<PathBuf> {
    let home = read(tools.command("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(home.trim()).join("share/doc/rust"))
}

/// Reads what the notices of the library say of a crate that it is built with.
fn within(notices: &str, name: &str) -> Option<Part> {
    let (_, rest) = notices.split_once(&format!("<h3>📦 {name}-"))?;
    let section = rest.split("<h3>").next()?;
    let (version, section) = section.split_once("</h3>")?;
    let after = |begin: &str, end: &str| Some(section.split_once(begin)?.1.split_once(end)?.0);
    let authors = after("<b>Authors:</b> ", "</p>").map(unescaped).unwrap_or_default();
    let authors = authors.split(", ").filter_map(|author| author.split(" <").next()).map(str::to_owned);
    let text = section.split_once("<code>LICENSE-MIT</code>")?.1.split_once("<pre>")?.1.split_once("</pre>")?.0;
    Some(Part {
        purl: format!("pkg:cargo/{name}@{version}"),
        name: name.to_owned(),
        version: version.to_owned(),
        licence: licences::spdx(after("<b>License:</b> ", "</p>")?),
        authors: authors.filter(|author| !author.is_empty()).collect(),
        texts: vec![notices::tidy(&unescaped(text))],
        ..Part::default()
    })
}

/// Reads the few characters that HTML writes in another way.
fn unescaped(html: &str) -> String {
    let names = [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&lt;", "<"), ("&gt;", ">")];
    let text = names.iter().fold(html.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&#38;", "&").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_of_the_notices_is_a_part() {
        let notices = "<h3>📦 other-1.0.0</h3> <p><b>License:</b> MIT</p>\n\
            <h3>📦 dlmalloc-0.2.11</h3>\n<p><b>Authors:</b> A &#60;a@b.test&#62;</p>\n<p><b>License:</b> MIT/Apache-2.0</p>\n\
            <summary><code>LICENSE-APACHE</code></summary><pre>no</pre><summary><code>LICENSE-MIT</code></summary>\n\
            <pre>\nSay &#34;yes&#34; &amp; go\n</pre>\n<h3>📦 last-1.0.0</h3>";
        let part = within(notices, "dlmalloc").expect("it is there");
        assert_eq!((part.version.as_str(), part.licence.as_str()), ("0.2.11", "MIT OR Apache-2.0"));
        assert_eq!((part.authors, part.texts), (vec!["A".to_owned()], vec!["Say \"yes\" & go".to_owned()]));
        assert!(within(notices, "other").is_none(), "it has no text, and the next crate's is not its own");
        assert!(within(notices, "absent").is_none());
    }

    #[test]
    fn this_toolchain_says_whose_work_its_library_is() {
        let parts = parts(&Toolbox::default()).expect("the toolchain has its notices");
        assert_eq!(parts.len(), WITHIN.len() + 1);
        for part in parts {
            assert!(part.texts.iter().all(|text| text.len() > 500 && !text.contains("<year>")), "{}", part.name);
        }
    }
}
