//! JSON as every file of ours is read: without a mark before it, and with each key once.
//!
//! Of a key that stands in its object twice, readers take one and drop the other in silence; nobody could say which one was meant.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use super::finding::escaped;
use super::{File, Finding};

/// What some editors put before a text that they save as UTF-8.
pub const MARK: char = '\u{feff}';

/// What findings say of it.
pub const MARKED: &str = "a byte order mark before the first character";

/// Reads a file that is sound JSON.
///
/// # Errors
///
/// Says why it is none, or names every key that stands in its object again.
pub fn read<T: DeserializeOwned>(file: File) -> Result<T, Vec<Finding>> {
    let none = |found: String, expected: &str| vec![Finding::error("not-json", file.name, ("", ""), found, expected)];
    if file.text.starts_with(MARK) {
        return Err(none(MARKED.to_owned(), "a JSON document, saved as UTF-8 without that mark"));
    }
    let read = serde_json::from_str(file.text).map_err(|error| none(error.to_string(), "a JSON document"))?;
    let again: Vec<_> = repeated(file.text).into_iter().map(|again| again.finding(file.name)).collect();
    if again.is_empty() { Ok(read) } else { Err(again) }
}

/// A key that stands in its object once more.
struct Again {
    pointer: String,
    key: String,
    line: usize,
}

impl Again {
    fn finding(self, file: &str) -> Finding {
        let found = format!("this key again, on line {}", self.line);
        Finding::error("duplicate-key", file, (&self.pointer, &self.key), found, "each key once")
    }
}

/// What is open at a place of the text.
enum Open {
    /// An object: the keys it had so far, and the last one of them.
    Map(BTreeSet<String>, String),
    /// A list: how many entries are before.
    List(usize),
}

/// Lists the keys that stand in their object again; the text is sound JSON.
fn repeated(text: &str) -> Vec<Again> {
    let (mut open, mut found, mut line, mut at) = (Vec::new(), Vec::new(), 1, 0);
    while let Some(byte) = text.as_bytes().get(at) {
        match (byte, open.last_mut()) {
            (b'\n', _) => line += 1,
            (b'{', _) => open.push(Open::Map(BTreeSet::new(), String::new())),
            (b'[', _) => open.push(Open::List(0)),
            (b'}' | b']', _) => drop(open.pop()),
            (b',', Some(Open::List(before))) => *before += 1,
            (b'"', inside) => {
                let written = &text[at..=end(text, at)];
                at += written.len() - 1;
                if let Some(Open::Map(keys, last)) = inside
                    && text[at + 1..].trim_ascii_start().starts_with(':')
                {
                    *last = serde_json::from_str(written).unwrap_or_default();
                    if !keys.insert(last.clone()) {
                        let key = last.clone();
                        found.push(Again { pointer: pointer(&open), key, line });
                    }
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Finds the quote that ends the text which begins at `start`.
fn end(text: &str, start: usize) -> usize {
    let mut escaped = false;
    let ends = |byte: &u8| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    };
    start + 1 + text.as_bytes()[start + 1..].iter().position(ends).unwrap_or_default()
}

fn pointer(open: &[Open]) -> String {
    let step = |open: &Open| match open {
        Open::Map(_, key) => format!("/{}", escaped(key)),
        Open::List(before) => format!("/{before}"),
    };
    open.iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn a_key_that_stands_again_is_found_at_its_place_and_on_its_line() {
        #[rustfmt::skip]
        let table: &[(&str, &[(&str, usize)])] = &[
            (r#"{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]}"#, &[]),
            (r#"{"a": "b", "b": "a", "c": ["a", "a", "\"a\":"], "d": "}{"}"#, &[]),
            ("{\"a\": 1,\n\"a\": 2}", &[("/a", 2)]),
            ("{\"a\": 1, \"a\"\n\t: 2, \"a\": 3}", &[("/a", 1), ("/a", 2)]),
            (r#"{"a": {"b": 1, "\u0062": 2}}"#, &[("/a/b", 1)]),
            (r#"{"a\\": 1, "a\\": 2, "é\"": 1, "\u00e9\"": 2}"#, &[("/a\\", 1), ("/é\"", 1)]),
            ("[1, [], {},\n{\"a\": [{\"b\": 1, \"b\": [1, 2]}]}]", &[("/3/a/0/b", 2)]),
            (r#"{"a/b": {"~": 1, "~": 2}}"#, &[("/a~1b/~0", 1)]),
            (r#"{"a": {}, "a": {"b": 1, "b": 2}}"#, &[("/a", 1), ("/a/b", 1)]),
            (r#""a": 1"#, &[]),
        ];
        for (text, expected) in table {
            let found: Vec<_> = repeated(text).into_iter().map(|again| (again.pointer, again.line)).collect();
            let expected: Vec<_> = expected.iter().map(|(pointer, line)| ((*pointer).to_owned(), *line)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_json_says_why() {
        for (text, word) in [("", "EOF"), ("\u{feff}{}", "byte order mark"), ("{} {}", "trailing"), ("nul", "EOF")] {
            let findings = read::<Value>(File { name: "a.json", text }).err().unwrap_or_default();
            assert!(findings.len() == 1 && findings[0].found.contains(word), "{text}: {findings:?}");
        }
    }
}
