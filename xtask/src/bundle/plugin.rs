//! The WordPress plugin: its source, with the release's scripts beside it and what is known of them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::policy::sha384;
use super::texts;
use crate::command::root;

/// Its folder, here and in a release's `wordpress/`.
pub const PLUGIN: &str = "wordpress/selfscreen";
/// Where its source has the version of the release.
const VERSION: &str = "{{version}}";

/// A release, as far as the plugin has to know it.
pub struct Release<'a> {
    pub version: &'a str,
    /// The script's name and text.
    pub script: (&'a str, &'a str),
    /// Those of the second script, for pages with rules of their own.
    pub screens: (&'a str, &'a str),
    /// The words of the host side, by language.
    pub texts: &'a Map<String, Value>,
}

impl Release<'_> {
    /// Writes the plugin into a release's folder, as it is put into a zip file.
    pub fn write_plugin(&self, folder: &Path) -> Result<()> {
        let plugin = folder.join(PLUGIN);
        copy(&root().join(PLUGIN), &plugin, self.version)?;
        for (name, text) in [self.script, self.screens] {
            fs::write(plugin.join(name), text)?;
        }
        let (screen, words) = (texts::screen()?, texts::words()?);
        let words: Vec<_> = words.into_iter().map(|(_, words)| words).collect();
        let known = self.known(&choices(&screen, &words)?);
        Ok(fs::write(plugin.join("release.json"), format!("{known:#}\n"))?)
    }

    /// What the plugin reads of the release.
    fn known(&self, choices: &Value) -> Value {
        let script = |(name, text): (&str, &str)| json!({"name": name, "integrity": sha384(text)});
        json!({
            "version": self.version,
            "script": script(self.script),
            "screens": script(self.screens),
            "choices": choices,
            "texts": self.texts,
        })
    }
}

/// Names every attribute of the element: the plugin's list is the host side's too, and `tests/catalog.rs` holds it to the code.
pub fn attributes() -> Result<Vec<String>> {
    let list: Value = serde_json::from_str(&fs::read_to_string(root().join(PLUGIN).join("attributes.json"))?)?;
    let names = list["attributes"].as_object().context("the list has attributes by name")?;
    Ok(names.keys().cloned().collect())
}

/// Copies a folder of texts, with the version put in.
fn copy(from: &Path, to: &Path, version: &str) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("no folder {}", from.display()))? {
        let file = entry?.path();
        let there = to.join(file.file_name().context("an entry of a folder has a name")?);
        if file.is_dir() {
            copy(&file, &there, version)?;
        } else {
            fs::write(there, fs::read_to_string(&file)?.replace(VERSION, version))?;
        }
    }
    Ok(())
}

/// What an editor can choose from where that is the screen's to say, in its first language.
fn choices(screen: &Value, words: &[Value]) -> Result<Value> {
    let first =
        words.iter().find(|words| words["language"] == super::FIRST).context("no words in the first language")?;
    let ids = |of: &str, text: &dyn Fn(&str) -> Value| -> Map<String, Value> {
        let ids = screen[of].as_array().into_iter().flatten().filter_map(|one| one["id"].as_str());
        ids.map(|id| (id.to_owned(), text(id))).collect()
    };
    let mut scales = ids("scores", &|id| first["scores"][id]["title"].clone());
    scales.retain(|id, _| asks(screen, id));
    let languages: Map<String, Value> = words
        .iter()
        .filter_map(|words| Some((words["language"].as_str()?.to_owned(), words["language_name"].clone())))
        .collect();
    Ok(json!({
        "region": ids("regions", &|id| first["regions"][id].clone()),
        "routes": ids("routes", &|id| first["routes"][id]["label"].clone()),
        "scales-off": scales,
        "lang": languages,
    }))
}

/// Tells whether something in a screen is asked only while a scale is on: such a scale can be switched off.
fn asks(screen: &Value, scale: &str) -> bool {
    match screen {
        Value::Object(keys) => {
            keys.iter().any(|(key, value)| (key == "scale_on" && value == scale) || asks(value, scale))
        }
        Value::Array(list) => list.iter().any(|value| asks(value, scale)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_what_the_screen_has() {
        let screen = json!({
            "regions": [{"id": "us"}, {"id": "other"}],
            "routes": [{"id": "kap"}],
            "scores": [{"id": "phq8"}, {"id": "auditc"}],
            "sections": [{"pages": [{"enable_when": {"all": [{"scale_on": "phq8"}]}}]}],
        });
        let english = json!({
            "language": "en",
            "language_name": "English",
            "regions": {"us": "United States", "other": "Another country"},
            "routes": {"kap": {"label": "With talking therapy"}},
            "scores": {"phq8": {"title": "PHQ-8"}, "auditc": {"title": "AUDIT-C"}},
        });
        let spanish = json!({"language": "es", "language_name": "Español"});
        let expected = json!({
            "region": {"us": "United States", "other": "Another country"},
            "routes": {"kap": "With talking therapy"},
            "scales-off": {"phq8": "PHQ-8"},
            "lang": {"en": "English", "es": "Español"},
        });
        assert_eq!(choices(&screen, &[english, spanish]).expect("it has English"), expected);
        assert!(choices(&screen, &[]).is_err());
    }

    #[test]
    fn a_copy_has_the_version() {
        let folder = std::env::temp_dir().join(format!("selfscreen-plugin-{}", std::process::id()));
        copy(&root().join(PLUGIN), &folder, "1.2.3").expect("it can be written");
        let [plugin, readme] =
            ["selfscreen.php", "readme.txt"].map(|name| fs::read_to_string(folder.join(name)).expect("it was copied"));
        let deeper = folder.join("includes/element.php").is_file();
        fs::remove_dir_all(&folder).expect("it is ours");
        assert!(plugin.contains("Version:           1.2.3\n"), "{plugin}");
        assert!(readme.contains("Stable tag: 1.2.3\n"), "{readme}");
        assert!(deeper && !plugin.contains(VERSION) && !readme.contains(VERSION));
    }
}
