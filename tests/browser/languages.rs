//! Languages: by the page's setting and by the visitor's choice, in longer words, and from right to left.

use std::collections::BTreeMap;

use selfscreen::screens;
use serde_json::Value;

use super::keyboard::tab_to;
use super::pseudo::{Pseudo, speaking};
use super::tour::{column, tour};
use crate::engine::driver::visit_on;
use crate::engine::server::HostPage;
use crate::engine::visit::Visit;

const SPANISH: &str = include_str!("../../assets/screens/ketamine/es.json");

/// The language of the whole document and of what is shown, and which way each runs.
const SPOKEN: &str = "[document.documentElement, document.querySelector('.ss')].map(one => `${one.lang} ${one.dir}`)";

/// What layouts made for one language get wrong: cut text, what stands out, arrows, and numbers that turn around.
const TROUBLE: &str = include_str!("trouble.js");

/// Texts by path.
fn texts(words: &str) -> BTreeMap<String, String> {
    fn collect(value: &Value, path: &str, texts: &mut BTreeMap<String, String>) {
        match value {
            Value::String(text) => drop(texts.insert(path.to_owned(), text.clone())),
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(place, one)| collect(one, &format!("{path}.{place}"), texts));
            }
            Value::Object(map) => map.iter().for_each(|(key, one)| collect(one, &format!("{path}.{key}"), texts)),
            _ => {}
        }
    }
    let mut collected = BTreeMap::new();
    collect(&serde_json::from_str(words).expect("words are JSON"), "", &mut collected);
    collected
}

/// Parts of English texts that no Spanish one has: seeing one of them in Spanish is a text that was forgotten.
fn english() -> Vec<String> {
    let spanish = texts(SPANISH).into_values().collect::<Vec<_>>().join("\n");
    let parts = |text: String| text.split(['{', '}']).map(|part| part.trim().to_owned()).collect::<Vec<_>>();
    let parts = texts(screens::KETAMINE_EN.text).into_values().flat_map(parts);
    parts.filter(|part| part.chars().count() >= 12 && part.contains(' ') && !spanish.contains(part)).collect()
}

async fn shown(visit: &Visit) -> String {
    visit.read("document.querySelector('[data-screen]').innerText").await
}

async fn expect_language(visit: &Visit, language: &str, heading: &str) {
    assert_eq!(visit.read::<Vec<String>>(SPOKEN).await, vec![format!("{language} ltr"); 2]);
    assert_eq!(visit.read::<String>("document.querySelector('h2').textContent").await, heading);
}

const ENGLISH_INTRO: &str = "Could ketamine therapy be worth asking about?";

fn spanish_intro() -> String {
    texts(SPANISH)[".intro.heading"].replace("{treatment}", &texts(SPANISH)[".terms.treatment.named"])
}

#[test]
fn a_page_in_spanish_shows_nothing_in_english() {
    let english = english();
    assert!(english.len() > 500, "{}", english.len());
    visit_on(column(900, "lang=\"es\""), async |visit| {
        visit.open().await;
        expect_language(visit, "es", &spanish_intro()).await;
        tour(visit, async |screen| {
            let shown = shown(visit).await;
            let left: Vec<_> = english.iter().filter(|part| shown.contains(part.as_str())).collect();
            assert!(left.is_empty(), "{screen}: {left:?}");
        })
        .await;
        visit.leave_frames().await;
        let title: String =
            visit.read("document.querySelector('self-screen').shadowRoot.querySelector('iframe').title").await;
        assert_eq!(title, texts(SPANISH)[".ui.label"]);
    });
}

#[test]
fn scales_without_official_wording_are_not_asked_and_daily_life_is() {
    visit_on(column(900, "lang=\"es-MX\""), async |visit| {
        visit.start().await;
        let pages = visit.run(&super::tour::everything()).await;
        let asked = |page: &str| pages.iter().any(|asked| asked == page);
        let of = ["phq8", "gad7", "alcohol", "pcptsd5", "peg", "daily_life_page"].map(asked);
        assert_eq!(of, [true, true, true, false, false, true], "{pages:?}");
    });
}

#[test]
fn the_visitor_chooses_the_language_before_the_first_question() {
    visit_on(column(900, ""), async |visit| {
        visit.open().await;
        expect_language(visit, "en", ENGLISH_INTRO).await;
        let button = "(one => [one.lang, one.textContent])(document.querySelector('[data-action=choose-language]'))";
        assert_eq!(visit.read::<[String; 2]>(button).await, ["es", "Español"]);
        // By the keyboard: who sees no screen hears the heading next.
        tab_to(visit, "button choose-language").await;
        visit.key(" ").await;
        visit.until("document.documentElement.lang == 'es'").await;
        expect_language(visit, "es", &spanish_intro()).await;
        visit.expect_focus("heading").await;
        assert_eq!(visit.read::<[String; 2]>(button).await, ["en", "English"]);
        visit.press("start").await;
        visit.expect("page about").await;
        assert_eq!(visit.read::<u32>("document.querySelectorAll('[data-action=choose-language]').length").await, 0);
        visit.press("back").await;
        visit.expect("intro").await;
        expect_language(visit, "es", &spanish_intro()).await;
        visit.press("choose-language").await;
        visit.until("document.documentElement.lang == 'en'").await;
        expect_language(visit, "en", ENGLISH_INTRO).await;
        assert_eq!(visit.console().await, [""; 0]);
    });
}

#[test]
fn the_card_that_stands_in_is_in_the_language_of_the_page() {
    let page =
        HostPage::without("frame.html").and_with("show-scores>", "show-scores lang=\"es\" frame-src=\"frame.html\">");
    visit_on(page, async |visit| {
        visit.go_to("/").await;
        let card = "document.querySelector('self-screen').shadowRoot?.querySelector('.card:not(.wait)')";
        visit.until(card).await;
        let spanish = texts(SPANISH);
        let shown: [String; 3] = visit
            .read(&format!("(card => [card.lang, card.querySelector('h2').textContent, card.innerText])({card})"))
            .await;
        assert_eq!(shown[..2], ["es".to_owned(), spanish[".could_not_load.heading"].clone()]);
        for path in [".could_not_load.book", ".could_not_load.again"] {
            assert!(shown[2].contains(&spanish[path]), "{path} in {}", shown[2]);
        }
        assert!(!shown[2].contains("In crisis"), "{}", shown[2]);
    });
}

/// Every screen in a language that nobody speaks, in a column of so many pixels.
fn assert_no_trouble(pseudo: Pseudo, width: u32) {
    let direction = if pseudo == Pseudo::RightToLeft { "rtl" } else { "ltr" };
    visit_on(speaking(column(width, ""), pseudo), async |visit| {
        visit.open().await;
        tour(visit, async |screen| {
            assert_eq!(visit.read::<String>("document.documentElement.dir").await, direction);
            let trouble: Vec<String> = visit.read(TROUBLE).await;
            assert_eq!(trouble, [""; 0], "{screen} in {pseudo:?}, {width} px wide");
        })
        .await;
    });
}

#[test]
fn longer_words_fit_into_a_narrow_column() {
    assert_no_trouble(Pseudo::Longer, 300);
}

#[test]
fn longer_words_fit_into_a_wide_column() {
    assert_no_trouble(Pseudo::Longer, 900);
}

#[test]
fn a_language_from_right_to_left_fits_into_a_narrow_column() {
    assert_no_trouble(Pseudo::RightToLeft, 300);
}

#[test]
fn a_language_from_right_to_left_fits_into_a_wide_column() {
    assert_no_trouble(Pseudo::RightToLeft, 900);
}
