//! What goes on paper: no more of the answers about safety than the visitor ticked.

use super::html::{Element, Node};
use super::screens::screen;
use crate::common::ketamine;

/// The text that paper shows: what is not left out there.
fn printed(element: &Element) -> String {
    let part = |node: &Node| match node {
        Node::Element(element) => printed(element),
        Node::Text(text) => format!("{text} "),
    };
    let left_out = element.attribute("class").is_some_and(|all| all.split_whitespace().any(|one| one == "ss-no-print"));
    if left_out { String::new() } else { element.children.iter().map(part).collect() }
}

#[test]
fn answers_about_safety_go_on_paper_only_if_ticked() {
    // Answers, factors that are kept back, and the title of the factors on paper without and with the tick.
    let table = [
        ("s1_thoughts=thoughts", "suicide_thoughts", None, "1 thing to raise"),
        (
            "s1_thoughts=passive bp_reading=from_140_90",
            "suicide_passive",
            Some("1 thing to raise"),
            "2 things to raise",
        ),
        ("s2_attempt=over_3_months", "suicide_attempt_past", None, "1 thing to raise"),
    ];
    let questionnaire = ketamine();
    for (changes, factor, without, with) in table {
        let content = selfscreen::screens::ketamine().expect("the built-in screen is without findings");
        let told = [content.words.text(&format!("factors.{factor}.why")).to_string()];
        let questions: Vec<_> = questionnaire
            .private_items
            .iter()
            .map(|item| content.words.text(&format!("items.{}.text", questionnaire[*item].link_id)).to_string())
            .collect();
        for (way, title, ticked) in
            [("check see-summary", without, false), ("check see-summary include-private", Some(with), true)]
        {
            let screen = screen(&format!("{changes}, {way}"), "", ["trd", changes], way);
            let (paper, name) = (printed(&screen.root), &screen.name);
            for text in told.iter().chain(&questions) {
                assert_eq!(paper.contains(text.as_str()), ticked, "{name}: {text}");
            }
            let raised: Vec<_> = paper
                .match_indices("to raise")
                .map(|(end, raise)| &paper[end.saturating_sub(8)..end + raise.len()])
                .collect();
            assert_eq!(raised.len(), usize::from(title.is_some()), "{name}: {raised:?}");
            assert!(title.is_none_or(|title| paper.contains(title)), "{name}: {title:?}");
            assert!(
                !paper.contains("You deserve support now"),
                "{name}: the banner tells that there was a reason for it"
            );
        }
    }
}

#[test]
fn paper_names_the_screen_that_its_answers_are_to() {
    let screen = screen("paper", "", ["trd", ""], "check see-summary");
    let questionnaire = ketamine();
    let line = format!("Questionnaire ketamine, version {}, {}", questionnaire.version, questionnaire.hash);
    assert_eq!(printed(&screen.root).matches(&line).count(), 1);
    assert!(questionnaire.hash.len() == 12 && questionnaire.hash.chars().all(|digit| digit.is_ascii_hexdigit()));
}
