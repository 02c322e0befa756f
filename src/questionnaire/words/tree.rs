//! A JSON document of texts, with its keys in order.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Texts, lists and maps of texts.
pub enum Tree {
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// A map, in the order of the file.
    Map(Vec<(String, Tree)>),
    /// Something else.
    Other(String),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("texts")
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Other(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Other(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Other(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Other(value.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Other("null".into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = list.next_element()? {
            entries.push(entry);
        }
        Ok(Tree::List(entries))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Tree::Map(entries))
    }
}

/// Shows every leaf with its path to `see`: a text, or what stands where a text should.
pub fn flatten(tree: Tree, path: &str, see: &mut dyn FnMut(&str, Result<String, String>)) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match tree {
        Tree::Text(text) => see(path, Ok(text)),
        Tree::Other(found) => see(path, Err(found)),
        Tree::List(entries) if entries.is_empty() => see(path, Err("an empty list".into())),
        Tree::Map(entries) if entries.is_empty() => see(path, Err("an empty object".into())),
        Tree::List(entries) => {
            for (place, entry) in entries.into_iter().enumerate() {
                flatten(entry, &below(&place.to_string()), see);
            }
        }
        Tree::Map(entries) => {
            for (key, entry) in entries {
                // Such a key would say the path of another text, or of a line of a list.
                if key.contains('.') || key.parse::<usize>().is_ok() {
                    see(path, Err(format!("the key '{key}'")));
                } else {
                    flatten(entry, &below(&key), see);
                }
            }
        }
    }
}
