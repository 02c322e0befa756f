//! The words of one language, found by the path at which they stand in their file: `items.who.text`.
//!
//! Rules and words live apart, so that a change of wording touches no rule.

mod needed;
mod packed;
#[cfg(feature = "command")]
mod schema;
pub(crate) mod tree;

use std::rc::Rc;

pub use needed::{askable, check_words};
pub use packed::{PackedWords, QUICK, SMALL};
#[cfg(feature = "command")]
pub use schema::schema;

use super::finding::escaped;
use super::{File, Finding, json};

/// The place of a text in its file.
pub(crate) fn pointer(path: &str) -> String {
    path.split('.').map(|key| format!("/{}", escaped(key))).collect()
}

/// The words of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    lookup: Rc<Lookup>,
    texts: Vec<Rc<str>>,
}

/// How the place of a text is found.
#[derive(Debug, Clone, PartialEq)]
enum Lookup {
    /// By its path; sorted.
    Paths(Vec<Rc<str>>),
    /// By a hash of its path, in the packed words; sorted.
    Hashes { hash: packed::PathHash, hashes: Vec<u32> },
}

impl Words {
    /// Reads the words of a language, whatever they are for.
    ///
    /// # Errors
    ///
    /// Lists every place that holds something other than a text, and every key that stands there twice.
    pub fn read(file: File) -> Result<Self, Vec<Finding>> {
        let tree: tree::Tree = json::read(file)?;
        let mut texts: Vec<(Rc<str>, Rc<str>)> = Vec::new();
        let mut findings = Vec::new();
        tree::flatten(tree, "", &mut |path, leaf| {
            let pointer = pointer(path);
            match leaf {
                // For editors: where the schema of the file is.
                Ok(_) if path == "$schema" => {}
                Ok(text) => texts.push((Rc::from(path), Rc::from(text))),
                Err(found) => findings.push(Finding::error("wrong-shape", file.name, (&pointer, ""), found, "a text")),
            }
        });
        texts.sort();
        let (paths, texts) = texts.into_iter().unzip();
        if findings.is_empty() { Ok(Self { lookup: Lookup::Paths(paths).into(), texts }) } else { Err(findings) }
    }

    /// A text that [`check_words`] has made sure of.
    #[must_use]
    pub fn text(&self, path: &str) -> Rc<str> {
        let text = self.get(path);
        debug_assert!(text.is_some(), "'{path}' is not among the texts that are checked");
        text.unwrap_or_else(|| Rc::from(""))
    }

    /// A text that may be left out.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Rc<str>> {
        let place = match &*self.lookup {
            Lookup::Paths(paths) => paths.binary_search_by(|known| (**known).cmp(path)),
            Lookup::Hashes { hash, hashes } => hashes.binary_search(&hash.of(path)),
        };
        let text = self.texts.get(place.ok()?)?;
        // Packed words of several languages share their places: one without a text has an empty one there.
        let absent = text.is_empty() && matches!(*self.lookup, Lookup::Hashes { .. });
        (!absent).then(|| text.clone())
    }

    /// The language, without its region: `en` of `en-GB`.
    #[must_use]
    pub fn language(&self) -> String {
        let tag = self.get("language").unwrap_or_default();
        tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
    }

    /// A list of texts.
    #[must_use]
    pub fn list(&self, path: &str) -> Vec<Rc<str>> {
        (0..).map_while(|place| self.get(&format!("{path}.{place}"))).collect()
    }

    /// Goes through every path and its text; packed words have no paths to go through.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let paths: &[Rc<str>] = if let Lookup::Paths(paths) = &*self.lookup { paths } else { &[] };
        paths.iter().zip(&self.texts).map(|(path, text)| (&**path, &**text))
    }
}

/// Puts values in the place of `{tokens}`.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((token, behind)) = after.split_once('}') else { break };
        match values.iter().find(|(name, _)| *name == token) {
            Some((_, value)) => filled.push_str(value),
            None => {
                filled.push('{');
                filled.push_str(token);
                filled.push('}');
            }
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}
