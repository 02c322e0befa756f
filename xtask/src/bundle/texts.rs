//! The words of the host side, from the same files as all others: what stands where the questionnaire cannot be.

use selfscreen::questionnaire::Content;
use selfscreen::questionnaire::{RegionIndex, Words};
use selfscreen::settings::Settings;
use selfscreen::wording::{Wording, address, tel};
use serde_json::{Map, Value, json};

/// The words of the host side by language, and for each region its crisis line with its numbers as links:
/// `{988|tel:988}`.
pub fn texts(content: &Content) -> Map<String, Value> {
    content.languages.iter().map(|words| (language(words), of_language(content, words))).collect()
}

/// The tag of a language, as its file has it.
pub fn language(words: &Words) -> String {
    words.text("language").to_string()
}

fn of_language(content: &Content, words: &Words) -> Value {
    let mut settings = Settings::unset(&content.questionnaire);
    let regions = content.questionnaire.regions.iter().enumerate().map(|(place, region)| {
        settings.region = RegionIndex::at(place);
        let wording = Wording::new(&content.questionnaire, words, &settings, None);
        (region.id.to_string(), crisis(&wording).into())
    });
    let crisis: Map<_, Value> = regions.collect();
    let direction = words.get("direction");
    let mut texts = json!({
        "label": &*words.text("ui.label"),
        "clinic": &*words.text("ui.the_clinic"),
        "crisis": crisis,
        "direction": direction.as_deref().unwrap_or("ltr"),
    });
    for name in ["loading", "heading", "lead", "book", "again"] {
        texts[name] = (*words.text(&format!("could_not_load.{name}"))).into();
    }
    for name in ["close", "ask", "ask_more", "stay", "ask_close"] {
        texts[name] = (*words.text(&format!("stage.{name}"))).into();
    }
    texts
}

/// A region's first crisis line and its emergency number, as a sentence.
fn crisis(wording: &Wording) -> String {
    let link = |shown: String, address: Option<String>| match address {
        Some(address) => format!("{{{shown}|{address}}}"),
        None => shown,
    };
    let line = wording.lines.first().map(|line| link(wording.line(line), address(line))).unwrap_or_default();
    let emergency = link(wording.emergency(), wording.emergency_number().map(tel));
    let [one_line, urgent] = ["crisis.one_line", "crisis.urgent.emergency"].map(|path| wording.text(path));
    format!("{}. {}", one_line.replace("{line}", &line), urgent.replace("{emergency}", &emergency))
}

#[cfg(test)]
mod tests {
    use selfscreen::questionnaire::Given;
    use selfscreen::snippet::{Release, snippet};

    use super::*;
    use crate::bundle::screen;

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
        let content = screen::load(None).expect("it can be loaded");
        let mut said = 0;
        for (language, texts) in texts(&content) {
            for (region, crisis) in texts["crisis"].as_object().expect("a sentence for each region") {
                let given = [("region", region), ("locale", &language)];
                let given = given.map(|(key, value)| (key.to_owned(), Given::Text(value.clone())));
                let tag = snippet(&content, &given, &release, "/").tag;
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
