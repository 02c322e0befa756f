//! The WordPress plugin: its source, with the release's scripts beside it and what is known of them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use selfscreen::questionnaire::Content;
use selfscreen::questionnaire::Id;
use selfscreen::settings::switchable_scales;
use serde_json::{Map, Value, json};

use super::policy::sha384;
use super::texts::language;
use crate::command::root;

/// Its folder, here and in a release's `wordpress/`.
pub const PLUGIN: &str = "wordpress/selfscreen";
/// Where its source has the version of the release.
const VERSION: &str = "{{version}}";

/// A release, as far as the plugin has to know it.
pub struct Shipped<'a> {
    pub version: &'a str,
    /// The script's name and text.
    pub script: (&'a str, &'a str),
    /// Those of the second script, for pages with their own rules.
    pub screens: (&'a str, &'a str),
    /// The words of the host side, by language.
    pub texts: &'a Map<String, Value>,
    pub content: &'a Content,
}

impl Shipped<'_> {
    /// Writes the plugin into a release's folder, as it is put into a zip file.
    pub fn write_plugin(&self, folder: &Path) -> Result<()> {
        let plugin = folder.join(PLUGIN);
        copy(&root().join(PLUGIN), &plugin, self.version)?;
        for (name, text) in [self.script, self.screens] {
            fs::write(plugin.join(name), text)?;
        }
        let known = self.known(&choices(self.content));
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

/// What an editor can choose from, if the content says it, in its first language.
fn choices(content: &Content) -> Value {
    let Content { questionnaire, words: first, languages } = content;
    let named = |id: &Id, path: String| (id.to_string(), Value::from(&*first.text(&path)));
    let scales = switchable_scales(questionnaire).into_iter().map(|scale| &questionnaire[scale].id);
    let regions = questionnaire.regions.iter().map(|region| &region.id);
    let routes = questionnaire.routes.iter().map(|route| &route.id);
    let languages = languages.iter().map(|words| (language(words), Value::from(&*words.text("language_name"))));
    json!({
        "region": regions.map(|id| named(id, format!("regions.{id}"))).collect::<Map<_, _>>(),
        "routes": routes.map(|id| named(id, format!("routes.{id}.label"))).collect::<Map<_, _>>(),
        "scales-off": scales.map(|id| named(id, format!("scores.{id}.title"))).collect::<Map<_, _>>(),
        "lang": languages.collect::<Map<_, _>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::screen;

    #[test]
    fn choices_are_what_the_screen_has() {
        let choices = choices(&screen::load(None).expect("it can be loaded"));
        for (of, id, expected) in [
            ("region", "us", "United States"),
            ("scales-off", "phq8", "PHQ-8"),
            ("lang", "en", "English"),
            ("lang", "es", "Español"),
        ] {
            assert_eq!(choices[of][id], expected, "{of} {id}");
        }
        assert!(choices["routes"].as_object().is_some_and(|routes| routes.len() > 1), "{choices}");
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
