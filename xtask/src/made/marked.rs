//! Parts of documents that are made: each stands between two lines that name it.

use anyhow::{Context, Result};

/// Puts a text between the marks `<!-- name -->` and `<!-- /name -->`, in place of what stands there.
pub fn put(document: &str, name: &str, text: &str) -> Result<String> {
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let marked = document.split_once(&start).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1)));
    let (before, after) = marked.with_context(|| format!("no `{}` … `{end}` found for it", start.trim_end()))?;
    Ok(format!("{before}{start}{text}{end}{after}"))
}
