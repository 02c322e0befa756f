//! The schema of a screen's words: every text it needs or may have, with what the text is for.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::needed::Needed;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::schema::{Definitions, Keys, explained, list};

/// What each text is for, by its path; `*` matches any id.
const EXPLAINED: &str = include_str!("explained.txt");

/// Describes the words of a screen.
#[must_use]
pub fn schema(questionnaire: &Questionnaire) -> Value {
    let needed = Needed::of(questionnaire);
    let mut tree = Node::default();
    for path in &needed.required {
        // The second way of writing a text that may stand alone: `path|path.text`.
        tree.put(path.split('|').next_back().unwrap_or(path), true);
        if path.contains('|') {
            tree.at(path.split('|').next().unwrap_or(path)).alone = true;
        }
    }
    for path in &needed.allowed {
        tree.put(path, false);
    }
    tree.put("$schema", false);
    let conditions: Vec<_> = questionnaire
        .scores
        .iter()
        .filter(|score| !score.languages.is_empty())
        .map(|score| {
            let rows: Vec<_> = score.items.iter().map(|item| questionnaire[*item].link_id.as_str()).collect();
            for row in &rows {
                if let Some(row) = tree.at("items").below.get_mut(row) {
                    row.required = false;
                }
            }
            // Where the scale is asked, and only there, each of its rows needs its text.
            json!({
                "if": {"properties": {"language": explained(json!({"pattern": language(&score.languages)}), ASKED)}},
                "then": {"properties": {"items": explained(json!({"required": rows}), ASKED)}},
            })
        })
        .collect();
    let title = format!("Words of the Selfscreen screen '{}'", questionnaire.id);
    let mut schema = tree.schema(&mut Vec::new());
    if !conditions.is_empty() {
        schema["allOf"] = conditions.into();
    }
    Definitions::default().document("words", &title, schema)
}

/// Says what the condition is about.
const ASKED: &str = "A language in which this published scale is asked.";

/// A pattern for any of these languages, with or without a region.
fn language(languages: &[String]) -> String {
    format!("^({})(-|$)", languages.join("|"))
}

/// What stands at a path.
#[derive(Debug, Default)]
struct Node<'a> {
    /// A text stands here.
    text: bool,
    /// It may stand here alone, in place of an object with `text`.
    alone: bool,
    /// Something here must be there.
    required: bool,
    below: BTreeMap<&'a str, Node<'a>>,
}

impl<'a> Node<'a> {
    fn at(&mut self, path: &'a str) -> &mut Self {
        path.split('.').fold(self, |node, key| node.below.entry(key).or_default())
    }

    fn put(&mut self, path: &'a str, required: bool) {
        let node = path.split('.').fold(self, |node, key| {
            node.required |= required;
            node.below.entry(key).or_default()
        });
        node.text = true;
        node.required |= required;
    }

    fn schema(&self, path: &mut Vec<&'a str>) -> Value {
        let explanation = explanation(path).unwrap_or_default();
        let text = if self.required { json!({"type": "string", "pattern": "\\S"}) } else { json!({"type": "string"}) };
        let entries = self.below.iter().filter(|(key, _)| key.parse::<usize>().is_ok()).count();
        let schema = if self.below.is_empty() {
            text
        } else if entries > 0 {
            let needed = self.below.values().filter(|entry| entry.required).count();
            let mut schema = list(json!({"type": "string"}));
            if needed > 0 {
                schema["prefixItems"] = json!(vec![json!({"type": "string", "pattern": "\\S"}); needed]);
            }
            schema["minItems"] = json!(entries);
            schema
        } else {
            let mut keys = Keys::default();
            for (key, node) in &self.below {
                path.push(key);
                let schema = node.schema(path);
                if node.required {
                    keys.must(key, "", schema)
                } else {
                    keys.may(key, "", schema)
                }
                path.pop();
            }
            let mut object = keys.object("");
            // An empty object would be a place where no text is.
            object["minProperties"] = json!(1);
            if self.alone { json!({"anyOf": [text, object]}) } else { object }
        };
        explained(schema, explanation)
    }
}

/// Finds the line for a path: the one that names most of it.
fn explanation(path: &[&str]) -> Option<&'static str> {
    let fits = |pattern: &str| {
        let keys: Vec<_> = pattern.split('.').collect();
        keys.len() == path.len() && keys.iter().zip(path).all(|(known, key)| *known == "*" || known == key)
    };
    let lines = EXPLAINED.lines().filter_map(|line| line.split_once("  "));
    let fitting = lines.filter(|(pattern, _)| fits(pattern));
    fitting.min_by_key(|(pattern, _)| pattern.matches('*').count()).map(|(_, explanation)| explanation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::words::askable;
    use crate::screens;

    #[test]
    fn every_text_is_explained_and_nothing_else_is() {
        let screen = screens::ketamine().unwrap();
        let mut paths: Vec<String> = askable(&screen.questionnaire, &screen.words).into_iter().collect();
        paths.push("$schema".into());
        for path in &mut paths {
            // A list is explained as a whole.
            if let Some((list, _)) = path.rsplit_once('.').filter(|(_, place)| place.parse::<usize>().is_ok()) {
                *path = list.to_owned();
            }
        }
        let explained = |path: &String| explanation(&path.split('.').collect::<Vec<_>>()).is_some();
        let missing: Vec<_> = paths.iter().filter(|path| !explained(path)).collect();
        assert!(missing.is_empty(), "no line for {missing:?}");
        for (pattern, _) in EXPLAINED.lines().filter_map(|line| line.split_once("  ")) {
            let begins = |path: &String| {
                let (keys, path): (Vec<_>, Vec<_>) = (pattern.split('.').collect(), path.split('.').collect());
                keys.len() <= path.len() && keys.iter().zip(path).all(|(known, key)| *known == "*" || *known == key)
            };
            assert!(paths.iter().any(begins), "no text has the path {pattern}");
        }
    }
}
