//! Edits of the built-in files, as one would break them by hand: `factors/pregnant/when/item = "pregnancies"`.

use jiff::civil::Date;
use selfscreen::lint::{ScreenFiles, lint};
use selfscreen::questionnaire::load::load;
use selfscreen::questionnaire::{Content, File, Finding};
use selfscreen::screens;
use serde_json::Value;

/// The day that every review is held against.
pub const TODAY: Date = jiff::civil::date(2026, 12, 1);

/// The built-in screen and its words, about to be edited.
pub struct Files {
    pub screen: Value,
    pub words: Value,
}

impl Files {
    /// The built-in files.
    pub fn new() -> Self {
        let read = |text| serde_json::from_str(text).expect("the built-in files are JSON");
        Self { screen: read(screens::KETAMINE.text), words: read(screens::KETAMINE_EN.text) }
    }

    /// Edits one place or several: `path = json`, `+ path json` adds to a list, `- path` takes away, `;` stands between.
    ///
    /// A path goes by keys and, in lists, by id or number; an item goes by `items/` and its link id; `words:` edits the words.
    #[track_caller]
    pub fn edited(edits: &str) -> Self {
        let mut files = Self::new();
        for edit in edits.split(';').map(str::trim) {
            let (file, edit) = match edit.strip_prefix("words: ") {
                Some(edit) => (&mut files.words, edit),
                None => (&mut files.screen, edit),
            };
            let json = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_else(|_| panic!("'{text}' is JSON"));
            if let Some((path, value)) = edit.split_once(" = ") {
                let (outer, key) = outer_of(file, path);
                match outer {
                    Value::Array(entries) => {
                        let place = place(entries, key);
                        entries[place] = json(value);
                    }
                    outer => outer[key] = json(value),
                }
            } else if let Some((path, value)) = edit.strip_prefix("+ ").and_then(|edit| edit.split_once(' ')) {
                at(file, path).as_array_mut().expect("a list").push(json(value));
            } else if let Some(path) = edit.strip_prefix("- ") {
                let (outer, key) = outer_of(file, path);
                match outer {
                    Value::Array(entries) => drop(entries.remove(place(entries, key))),
                    outer => drop(outer.as_object_mut().expect("an object").remove(key).expect("a key")),
                }
            } else {
                panic!("'{edit}' is no edit");
            }
        }
        files
    }

    /// Names the place of a finding as edits do: entries of lists by id, and items by link id alone.
    pub fn named(&self, finding: &Finding) -> String {
        if finding.file != "screen.json" {
            return finding.pointer.clone();
        }
        let mut at = Some(&self.screen);
        let mut named = String::new();
        for step in finding.pointer.split('/').skip(1) {
            let place = step.parse::<usize>().ok().filter(|_| at.is_some_and(Value::is_array));
            at = at.and_then(|value| place.map_or_else(|| value.get(step), |place| value.get(place)));
            let ids = place.and(at).map(|entry| ["id", "link_id", "code"].map(|name| entry[name].as_str()));
            match ids {
                Some([_, Some(link_id), _]) => named = format!("/items/{link_id}"),
                ids => {
                    named.push('/');
                    named.push_str(ids.and_then(|[id, _, code]| id.or(code)).unwrap_or(step));
                }
            }
        }
        named
    }

    /// Loads the files as `screen.json` and `en.json`.
    pub fn load(&self) -> Result<Content, Vec<Finding>> {
        let (screen, words) = (self.screen.to_string(), self.words.to_string());
        load(File { name: "screen.json", text: &screen }, File { name: "en.json", text: &words })
    }

    /// Gives everything that is found in the files, some days after the built-in screen was reviewed.
    pub fn lint(&self) -> Vec<Finding> {
        let (screen, words) = (self.screen.to_string(), self.words.to_string());
        let files = ScreenFiles {
            screen: File { name: "screen.json", text: &screen },
            words: vec![File { name: "en.json", text: &words }],
        };
        lint(&files, TODAY).findings
    }
}

/// Opens what a place is in.
#[track_caller]
fn outer_of<'a, 'b>(file: &'a mut Value, path: &'b str) -> (&'a mut Value, &'b str) {
    match path.rsplit_once('/') {
        Some((outer, key)) => (at(file, outer), key),
        None => (file, path),
    }
}

#[track_caller]
fn place(entries: &[Value], key: &str) -> usize {
    let is = |entry: &Value| {
        ["id", "link_id", "code"].iter().any(|name| entry.get(name).and_then(Value::as_str) == Some(key))
    };
    let found = key.parse().ok().filter(|place| *place < entries.len()).or_else(|| entries.iter().position(is));
    found.unwrap_or_else(|| panic!("there is no entry '{key}'"))
}

#[track_caller]
fn at<'a>(value: &'a mut Value, path: &str) -> &'a mut Value {
    let path = match path.strip_prefix("items/").filter(|_| value.get("sections").is_some_and(Value::is_array)) {
        Some(rest) => {
            let link_id = rest.split('/').next().unwrap_or(rest);
            format!("{}{}", item(value, link_id), &rest[link_id.len()..])
        }
        None => path.to_owned(),
    };
    path.split('/').fold(value, |value, key| match value {
        Value::Array(entries) => {
            let place = place(entries, key);
            &mut entries[place]
        }
        value => value.get_mut(key).unwrap_or_else(|| panic!("there is no '{key}' in '{path}'")),
    })
}

/// Finds the path of an item.
#[track_caller]
fn item(screen: &Value, link_id: &str) -> String {
    let entries = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    for (s, section) in entries(screen, "sections").iter().enumerate() {
        for (p, page) in entries(section, "pages").iter().enumerate() {
            for (i, item) in entries(page, "items").iter().enumerate() {
                if item["link_id"] == link_id {
                    return format!("sections/{s}/pages/{p}/items/{i}");
                }
            }
        }
    }
    panic!("there is no item '{link_id}'")
}
