//! The words of the host side, from the same files as all others: what stands where the questionnaire cannot be.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::screen::folder;

/// Gives the words of the host side by language, and for each region its crisis line with its numbers as links:
/// `{988|tel:988}`.
pub fn texts() -> Result<Map<String, Value>> {
    let screen = screen()?;
    let texts = words()?.into_iter().map(|(name, words)| {
        let language = words["language"].as_str().with_context(|| format!("{name} names no language"))?;
        Ok((language.to_owned(), of_language(&screen, &words, &name)?))
    });
    texts.collect()
}

/// Reads the screen that is built in.
pub fn screen() -> Result<Value> {
    parse(&folder().join("screen.json"))
}

/// Reads every file of words of the screen that is built in, with its name.
pub fn words() -> Result<Vec<(String, Value)>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder())? {
        let file = entry?.path();
        if file.extension().is_some_and(|kind| kind == "json") {
            let words = parse(&file)?;
            // A screen names no language for visitors to choose.
            if words.get("language_name").is_some() {
                all.push((file.display().to_string(), words));
            }
        }
    }
    all.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(all)
}

fn parse(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))?;
    Ok(serde_json::from_str(&text)?)
}

fn of_language(screen: &Value, words: &Value, name: &str) -> Result<Value> {
    let text = |path: &str| {
        let found = words.pointer(&format!("/{}", path.replace('.', "/"))).and_then(Value::as_str);
        found.map(str::to_owned).with_context(|| format!("{name} has no text {path}"))
    };
    let mut crisis = Map::new();
    for region in screen["regions"].as_array().into_iter().flatten() {
        let row = screen["crisis"]["table"].as_array().into_iter().flatten().find(|row| row["id"] == region["crisis"]);
        let row = row.with_context(|| format!("no crisis lines for {}", region["id"]))?;
        let emergency = match row["emergency"][0].as_str() {
            Some(number) => format!("{{{number}|tel:{number}}}"),
            None => text("crisis.emergency_words")?,
        };
        // Lines for a language take the place of the row's own, as in the widget.
        let language = words["language"].as_str().and_then(|tag| tag.split('-').next()).unwrap_or_default();
        let own = row["lines_in"].get(language);
        let first = &own.unwrap_or(&row["lines"])[0];
        let line = text("crisis.one_line")?.replace("{line}", &line(first, &text("ui.press")?));
        let sentence = format!("{line}. {}", text("crisis.urgent.emergency")?.replace("{emergency}", &emergency));
        crisis.insert(region["id"].as_str().unwrap_or_default().to_owned(), sentence.into());
    }
    let direction = words["direction"].as_str().unwrap_or("ltr");
    let [label, clinic] = [text("ui.label")?, text("ui.the_clinic")?];
    let mut texts = json!({"label": label, "clinic": clinic, "crisis": crisis, "direction": direction});
    for name in ["loading", "heading", "lead", "book", "again"] {
        texts[name] = text(&format!("could_not_load.{name}"))?.into();
    }
    for name in ["close", "ask", "ask_more", "stay", "ask_close"] {
        texts[name] = text(&format!("stage.{name}"))?.into();
    }
    Ok(texts)
}

/// A crisis line's name with its first way to reach it, and the key to press as `pressed` has it.
fn line(line: &Value, pressed: &str) -> String {
    let name = line["name"].as_str().unwrap_or_default();
    let digits = |number: &str| number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    if let Some(number) = line["call"][0].as_str() {
        let shown = if name.contains(number) { name.to_owned() } else { format!("{name}: {number}") };
        let shown = match line["press"].as_str() {
            Some(key) => pressed.replace("{line}", &shown).replace("{key}", key),
            None => shown,
        };
        return format!("{{{shown}|tel:{}}}", digits(number));
    }
    match line["link"].as_str() {
        Some(site) => format!("{name}: {site}"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use selfscreen::questionnaire::Given;
    use selfscreen::screens::{PACKED, unpack};
    use selfscreen::snippet::{Release, snippet};

    use super::*;

    /// A sentence with its numbers as links, as a page has it.
    fn markup(text: &str) -> String {
        let parts = text.replace('&', "&amp;");
        let parts = parts.split(['{', '}']).enumerate().map(|(place, part)| match part.split_once('|') {
            Some((shown, address)) if place % 2 == 1 => format!("<a href=\"{address}\">{shown}</a>"),
            _ => part.to_owned(),
        });
        parts.collect()
    }

    #[test]
    fn a_snippet_says_of_a_crisis_what_the_card_says_in_its_place() {
        let release = json!({
            "version": "1.2.3", "script": "a.js", "integrity": "sha384-a",
            "screens": {"script": "b.js", "integrity": "sha384-b"},
            "policy": {"script-src": "'self'", "style-src": "'self'"},
        });
        let release: Release = serde_json::from_value(release).expect("a release");
        let screen = unpack(PACKED);
        let mut said = 0;
        for (language, texts) in texts().expect("the words can be read") {
            for (region, crisis) in texts["crisis"].as_object().expect("a sentence for each region") {
                let given = [("region", region), ("locale", &language)];
                let given = given.map(|(key, value)| (key.to_owned(), Given::Text(value.clone())));
                let tag = snippet(&screen, &given, &release, "/").tag;
                let lines = tag.split_whitespace().collect::<Vec<_>>().join(" ");
                let expected = markup(crisis.as_str().expect("a text"));
                assert!(lines.contains(&format!(">{expected}</p>")), "{language} {region}: {expected} in {lines}");
                said += 1;
            }
            if language == "es" {
                assert!(
                    texts["crisis"]["us"].as_str().is_some_and(|us| us.contains("luego oprima 2|tel:988}")),
                    "{texts}"
                );
            }
        }
        assert!(said >= 2 * 15, "{said}");
    }
}
