//! `attributes.json` of the WordPress plugin: what PHP and the editor know of each attribute.

use serde_json::{Value, json};

use super::attributes;
use crate::questionnaire::Content;
use crate::settings::{Form, Group, Setting, Unset};

/// Writes the list, one attribute on each line.
#[must_use]
pub fn plugin(content: &Content, settings: &[Setting]) -> String {
    let groups = Group::ALL.iter().filter(|(group, ..)| *group != Group::Rules);
    let groups = groups.map(|(_, word, title)| pair(word, &json!(title).to_string()));
    let attributes = attributes(settings).map(|(name, setting)| {
        let mut of = vec![
            pair("kind", &quoted(setting.form.kind())),
            pair("group", &quoted(setting.told.group.as_str())),
            pair("label", &quoted(setting.told.label)),
        ];
        let help = help(content, setting);
        if !help.is_empty() {
            of.push(pair("help", &quoted(&help)));
        }
        // The build adds those that depend on the screen.
        if let Form::Words(words) = setting.form {
            of.push(pair("choices", &map(words.iter().map(|word| pair(word.word, &quoted(word.says))))));
        }
        pair(name, &map(of))
    });
    let lines = |pairs: Vec<String>| format!("{{\n    {}\n  }}", pairs.join(",\n    "));
    let [groups, attributes] = [lines(groups.collect()), lines(attributes.collect())];
    format!("{{\n  {},\n  {}\n}}\n", pair("groups", &groups), pair("attributes", &attributes))
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn pair(key: &str, value: &str) -> String {
    format!("\"{key}\": {value}")
}

fn map(pairs: impl IntoIterator<Item = String>) -> String {
    format!("{{{}}}", pairs.into_iter().collect::<Vec<_>>().join(", "))
}

/// Its hint, and what holds without it, with values as the editor names them.
fn help(content: &Content, setting: &Setting) -> String {
    let unset = match setting.told.unset {
        Unset::Is(value) => format!("`{value}`"),
        // An empty field says so too.
        Unset::Says(text) if text.starts_with("none") => return setting.hint(),
        Unset::Says(text) => text.to_owned(),
    };
    let choices = setting.choices(content);
    let named = |value: &str| match value {
        "true" => "yes".to_owned(),
        "false" => "no".to_owned(),
        value => match choices.iter().find(|(word, _)| word == value) {
            Some((_, name)) => format!("“{name}”"),
            None => value.to_owned(),
        },
    };
    let parts = unset.split('`').enumerate();
    let unset: String = parts.map(|(at, part)| if at % 2 == 1 { named(part) } else { part.to_owned() }).collect();
    format!("{} Default: {unset}.", setting.hint()).trim_start().to_owned()
}
