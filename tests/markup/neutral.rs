//! Where the medicine is not to be named: neither what invites nor the page's own words for itself name it, in any language.

use super::screens::screens;
use crate::common::ketamine;
use selfscreen::screens as content;

/// Ketamine and esketamine, in the languages there are.
const NAMES: &str = "ketamin";

#[test]
fn headings_and_what_can_be_pressed_name_no_medicine() {
    let mut seen = 0;
    for screen in screens().iter().filter(|screen| screen.settings.drug_neutral) {
        for tag in ["h2", "h3", "button", "a", "summary"] {
            for element in screen.root.tags(tag) {
                let text = element.text().to_lowercase();
                assert!(!text.contains(NAMES) && !text.contains("ketamina"), "{}: {tag} '{text}'", screen.name);
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen} headings, links and buttons");
}

#[test]
fn neutral_words_name_no_medicine_in_any_language() {
    let screen = content::ketamine().expect("the built-in screen is without findings");
    assert!(screen.languages.len() > 1);
    let routes: Vec<_> = ketamine().routes.iter().map(|route| format!("routes.{}", route.id)).collect();
    let mut paths = vec!["intro.heading_neutral", "terms.treatment.neutral", "terms.visit.neutral"]
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    paths.extend(
        routes.iter().flat_map(|route| [format!("{route}.label_neutral"), format!("{route}.approval.neutral")]),
    );
    for words in &*screen.languages {
        for path in &paths {
            let text = words.text(path).to_lowercase();
            assert!(!text.is_empty() && !text.contains(NAMES), "{path} in {}: {text}", words.language());
        }
    }
}

#[test]
fn a_page_of_information_promises_nothing_and_asks_nothing() {
    for screen in screens().iter().filter(|screen| screen.name.starts_with("information")) {
        assert!(screen.root.tags("input").is_empty() && screen.root.tags("fieldset").is_empty(), "{}", screen.name);
        let actions = screen.root.values("data-action");
        let allowed = |action: &&str| ["clear-and-leave", "choose-language", "contact"].contains(action);
        assert!(actions.iter().all(allowed), "{}: {actions:?}", screen.name);
    }
}
