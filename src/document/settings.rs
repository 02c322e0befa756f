//! What a clinic sets, for whoever sets it.

use crate::markdown::table;
use crate::questionnaire::decimal::decimal;
use crate::questionnaire::{Content, Words};
use crate::settings::{Group, Setting, Takes, Unset, catalog};

/// What stands before the settings.
const HEAD: &str = r#"# Settings

<!-- Made by `cargo xtask document` from the code that reads the settings: change that, not this. -->

This page lists what a clinic can set. For each setting it says which values it takes and what the default is.
A personal result needs `region` and `routes`; every other setting may wait.
No setting can make a rule softer.

## Where settings go

Write settings on the element, as attributes:

```html
<self-screen clinic-name="Harbor Clinic" booking-url="https://harbor.example/book" region="us" routes="racemic kap"></self-screen>
```

If your editor accepts only a script, write them on the script's own tag, each attribute with `data-` before it, as in `data-region="us"`.
The element takes only three other attributes from that tag: `data-id`, `data-class` and `data-style`.

If an attribute cannot carry a setting, write it in a child with JSON, under its name at *In JSON* below:

```html
<self-screen region="us" routes="racemic kap">
  <script type="application/json">{"name": "Harbor Clinic", "stricter": {"bp_raised": "stop"}}</script>
</self-screen>
```

If both set the same thing, the attribute is used.
A yes-or-no setting is yes if its attribute has no value (`show-scores`), and no with `"false"`.
[Embedding](embedding.md) shows the whole tag. [WordPress](wordpress.md) says where the same settings are in its editor.

## When a value is not valid

The questionnaire uses the default of that setting, and is shown all the same.
A line on the browser's console begins with `self-screen:` and names the setting by its name in JSON. It says what is allowed and what was found. *Not valid* below shows this line for each setting.
An unknown attribute is ignored. An unknown key of the JSON is reported in the console.
If a key is in the JSON twice, the console reports it, the key is ignored, and no personal result is shown: nobody can say which of the two was meant.
If the clinic's own [`factors`](#factors), [`screen`](#screen) or [`words`](#words) are not valid, the questionnaire is not shown.

`selfscreen check settings.json` reports all of that before anything is online; [editors](editors.md) report it while you write.
"#;

/// Writes the page.
#[must_use]
pub fn settings(content: &Content) -> String {
    let all = catalog(&content.questionnaire);
    let mut page = HEAD.to_owned();
    for (group, _, title) in Group::ALL {
        page += &format!("\n## {title}\n");
        if let Some(about) = about(group) {
            page += &format!("\n{about}\n");
        }
        for setting in all.iter().filter(|setting| setting.told.group == group) {
            page += &one(content, setting);
        }
    }
    page
}

/// What all settings of a group have in common.
fn about(group: Group) -> Option<&'static str> {
    match group {
        Group::Look => Some(
            "Crisis help looks the same whatever is set here, and text stays readable.\n\
             In JSON these are together in the map `theme`.",
        ),
        Group::Page => {
            Some("These are for the element itself, and are attributes only; the questionnaire knows nothing of them.")
        }
        Group::Rules => Some(
            "These need the [child with JSON](#where-settings-go).\n\
             If `factors`, `screen` or `words` have a finding, the questionnaire is not shown: visitors see the fallback, and the \
             console names each finding with its place ([`screen`](troubleshooting.md#screen)).",
        ),
        Group::Clinic | Group::Screening => None,
    }
}

fn one(content: &Content, setting: &Setting) -> String {
    let mut lines = vec![format!("**Takes**: {}.", with_note(&values(&content.words, setting), setting.told.note))];
    lines.push(format!("**Default**: {}.", unset(setting.told.unset)));
    let example = setting.told.good.unwrap_or_default();
    if let (Some(key), Some(name)) = (setting.key, setting.attribute) {
        let json = setting.given(example).into_iter().next().map(|(_, value)| value.to_string()).unwrap_or_default();
        let key = key.split('.').next().unwrap_or_default();
        lines.push(format!("**Example**: `{name}=\"{example}\"`."));
        lines.push(format!("**In JSON**: `\"{key}\": {json}`."));
    } else if let Some(name) = setting.attribute {
        lines.push(format!("**Example**: `{name}=\"{example}\"`."));
    }
    if let Some(bad) = setting.told.bad {
        let written = setting.attribute.map_or_else(|| bad.to_owned(), |name| format!("{name}=\"{bad}\""));
        let complaints = setting.complaints(&content.questionnaire, bad).join(" ");
        lines.push(format!("**Not valid**: `{written}`. The console says: `{complaints}`"));
    }
    let mut lines: String = lines.iter().map(|line| format!("- {line}\n")).collect();
    if setting.attribute.is_none() && !example.is_empty() {
        lines += &format!("\n```json\n{example}\n```\n");
    }
    let more = more(setting).map(|more| format!("\n{more}\n")).unwrap_or_default();
    format!("\n### `{}`\n\n{}\n\n{lines}{more}", setting.name(), setting.told.about)
}

/// Where more stands than fits here.
fn more(setting: &Setting) -> Option<&'static str> {
    Some(match setting.name() {
        "stricter" => {
            "[The rules](rules.md) say what a clinic can raise each factor to; [for clinicians](for-clinicians.md) says how to decide."
        }
        "factors" => "[A clinic's own rules](embedding.md#a-clinics-own-rules) explains each key.",
        "screen" => {
            "[A screen of the clinic's own](embedding.md#a-screen-of-the-clinics-own) shows both; [authoring](authoring.md) says how to write one."
        }
        "events" => "[Events](embedding.md#events) says what to consider first.",
        "frame-src" => "[Host the frame](embedding.md#3-host-the-frame) says when that is needed.",
        _ => return None,
    })
}

/// The tables of the README: what is set of the questionnaire, and what of the element itself.
#[must_use]
pub fn tables(all: &[Setting]) -> [String; 2] {
    [false, true].map(|of_the_element| {
        let rows = all.iter().filter(|setting| setting.attribute.is_some() && setting.key.is_none() == of_the_element);
        let row = |setting: &Setting| {
            let values = with_note(&takes(&setting.takes, |id| format!("`{id}`")), setting.told.note);
            vec![format!("`{}`", setting.name()), unset(setting.told.unset), values]
        };
        table(&["attribute", "default", "what it takes"], rows.map(row))
    })
}

/// A shortcode of the WordPress plugin with every attribute.
#[must_use]
pub fn shortcode(all: &[Setting]) -> String {
    let mut lines = vec!["[selfscreen".to_owned()];
    for setting in all {
        let (Some(name), Some(value)) = (setting.attribute, setting.told.good) else { continue };
        let written = format!(" {name}=\"{value}\"");
        match lines.last_mut() {
            Some(line) if line.len() + written.len() < 120 => *line += &written,
            _ => lines.push(written),
        }
    }
    lines.join("\n") + "]\n"
}

fn with_note(values: &str, note: &str) -> String {
    if note.is_empty() { values.to_owned() } else { format!("{values}; {note}") }
}

fn unset(unset: Unset) -> String {
    match unset {
        Unset::Is(value) => format!("`{value}`"),
        Unset::Says(text) => text.to_owned(),
    }
}

/// What a setting takes, with the names that its ids have for visitors.
fn values(words: &Words, setting: &Setting) -> String {
    takes(&setting.takes, |id| match setting.name_of(id).and_then(|path| words.get(&path)) {
        Some(name) => format!("`{id}` ({name})"),
        None => format!("`{id}`"),
    })
}

fn takes(takes: &Takes, named: impl Fn(&str) -> String) -> String {
    let all = |ids: &[String]| ids.iter().map(|id| named(id)).collect::<Vec<_>>().join(", ");
    match takes {
        Takes::Flag => "`true`, `false`".to_owned(),
        Takes::Words(words) => all(words),
        Takes::Language(languages) => format!("{}, with or without a region, as `en-US`", all(languages)),
        Takes::Ids(ids) => format!("any of {}, separated by spaces", all(ids)),
        Takes::Numbers(numbers) => {
            numbers.iter().map(|number| format!("`{}`", decimal(*number, 2))).collect::<Vec<_>>().join(", ")
        }
        Takes::Text(_) | Takes::Json(_) | Takes::Range(_) => as_code(&takes.to_string()),
    }
}

/// Shows the beginnings of addresses and the names of files as code.
fn as_code(text: &str) -> String {
    let code = |word: &str| [":", "//", ".html", ".json"].iter().any(|end| word.ends_with(end));
    let words = text.split(' ').map(|word| if code(word) { format!("`{word}`") } else { word.to_owned() });
    words.collect::<Vec<_>>().join(" ")
}
