//! The handles by which tests and tools find their way, and what they must never say.

use std::collections::BTreeSet;

use selfscreen::questionnaire::ItemKind;

use super::html::Element;
use super::screens::{Screen, screens};
use crate::common::ketamine;

/// The beginnings of names, and the `data-screen` that such screens carry.
const KINDS: [(&str, &str); 9] = [
    ("intro", "intro"),
    ("page_", "page"),
    ("nudge_", "page"),
    ("number_", "page"),
    ("pause_", "pause"),
    ("urgent_", "urgent"),
    ("check_", "check"),
    ("result_", "result"),
    ("information_", "information"),
];

/// What the buttons do.
const ACTIONS: [&str; 13] = [
    "choose-language",
    "start",
    "continue",
    "back",
    "skip",
    "change",
    "see-summary",
    "start-over",
    "clear-and-leave",
    "print",
    "copy",
    "book",
    "contact",
];

/// The data attributes there are, and whether they may stand on a screen without an outcome.
const DATA: [(&str, bool); 22] = [
    ("data-part", true),
    ("data-text", true),
    ("data-two", true),
    ("data-one", true),
    ("data-undone", true),
    ("data-by-hand", false),
    ("data-screen", true),
    ("data-page", true),
    ("data-tone", true),
    ("data-item", true),
    ("data-missing", true),
    ("data-count", true),
    ("data-action", true),
    ("data-focus", true),
    ("data-help", true),
    ("data-theme", true),
    ("data-font", true),
    ("data-frame", true),
    ("data-n", false),
    ("data-outcome", false),
    ("data-factor", false),
    ("data-class", false),
];

#[test]
fn every_card_says_which_kind_of_screen_it_is_and_no_more() {
    for screen in screens() {
        let (name, card) = (&screen.name, screen.card());
        let kind = KINDS.iter().find(|(start, _)| name.starts_with(start)).map(|(_, kind)| *kind);
        assert_eq!(card.attribute("data-screen"), kind, "{name}");
        let page = card.attribute("data-page").map(|page| ketamine().page(page).is_some());
        assert_eq!(page, (kind == Some("page")).then_some(true), "{name} names its page if it is one");
        let outcome = card.attribute("data-outcome").is_some();
        assert_eq!(outcome, matches!(kind, Some("result" | "urgent")), "{name} names its outcome if it has one");
    }
}

#[test]
fn every_result_carries_the_outcome_of_its_answers() {
    let table = [
        ("result_possible_fit", "possible_fit"),
        ("result_clinician_first", "clinician_first"),
        ("result_not_now_under_18", "not_now"),
        ("result_other_options_first", "other_options_first"),
        ("urgent_thoughts", "urgent"),
    ];
    let screens = screens();
    for (name, outcome) in table {
        let screen = screens.iter().find(|screen| screen.name == name).expect("the table of screens has it");
        assert_eq!(screen.card().attribute("data-outcome"), Some(outcome), "{name}");
    }
}

#[test]
fn every_button_has_a_type_and_a_known_action() {
    for screen in screens() {
        for button in screen.root.tags("button") {
            let (kind, action) = (button.attribute("type"), button.attribute("data-action").unwrap_or("none"));
            assert!(ACTIONS.contains(&action), "{}: {action} is a known action", screen.name);
            assert_eq!(kind, Some("button"), "{}: {action}", screen.name);
        }
    }
}

#[test]
fn data_attributes_tell_no_answer() {
    let questionnaire = ketamine();
    let codes: BTreeSet<_> =
        questionnaire.items.iter().flat_map(|item| &item.options).map(|option| option.code.as_str()).collect();
    for screen in screens() {
        let with_outcome = screen.card().attribute("data-outcome").is_some();
        for (name, value) in screen.root.all().iter().flat_map(|element| &element.attributes) {
            if !name.starts_with("data-") {
                continue;
            }
            let known = DATA.iter().find(|(known, _)| known == name);
            assert!(
                known.is_some_and(|(_, anywhere)| *anywhere || with_outcome),
                "{}: {name} is not known",
                screen.name
            );
            // The factors of a result are read off its answers; nothing else is.
            let may_tell = ["data-factor", "data-class", "data-outcome"].contains(&name.as_str());
            let tells = codes.contains(value.as_str());
            assert!(may_tell || !tells, "{}: {name} is {value}", screen.name);
        }
    }
}

#[test]
fn every_input_is_an_answer_of_the_questionnaire() {
    for screen in screens() {
        let inputs = screen.root.tags("input");
        let kind = screen.card().attribute("data-screen");
        assert_eq!(!inputs.is_empty(), matches!(kind, Some("page" | "result")), "{} has inputs", screen.name);
        for input in inputs {
            assert!(is_answer(screen, input), "{}: {:?} is an answer", screen.name, input.attributes);
        }
    }
}

fn is_answer(screen: &Screen, input: &Element) -> bool {
    if screen.card().attribute("data-screen") == Some("result") {
        return input.attribute("type") == Some("checkbox") && input.attribute("name").is_none();
    }
    let questionnaire = ketamine();
    let item = input.attribute("name").and_then(|name| questionnaire.item(name)).map(|item| &questionnaire[item]);
    let (Some(item), Some(value)) = (item, input.attribute("value")) else { return false };
    let option = item.option(value).is_some();
    match (item.kind, input.attribute("type")) {
        (ItemKind::Choice, Some("radio")) | (ItemKind::MultiChoice, Some("checkbox")) => option,
        (ItemKind::Scale { min, max }, Some("radio")) => value.parse().is_ok_and(|value| (min..=max).contains(&value)),
        (ItemKind::Integer { .. }, Some("radio")) => option,
        (ItemKind::Integer { .. }, None) => input.attribute("inputmode") == Some("numeric"),
        _ => false,
    }
}

#[test]
fn the_pages_ask_every_item_with_every_option() {
    let screens = screens();
    let asked: BTreeSet<_> = screens.iter().flat_map(|screen| screen.root.tags("input")).collect_answers();
    for item in &ketamine().items {
        for option in &item.options {
            let answer = (item.link_id.to_string(), option.code.to_string());
            assert!(asked.contains(&answer), "{} can be answered with {}", answer.0, answer.1);
        }
    }
}

/// Names and values of inputs.
trait CollectAnswers {
    fn collect_answers(self) -> BTreeSet<(String, String)>;
}

impl<'a, I: Iterator<Item = &'a Element>> CollectAnswers for I {
    fn collect_answers(self) -> BTreeSet<(String, String)> {
        let text = |input: &Element, name: &str| input.attribute(name).unwrap_or_default().to_owned();
        self.map(|input| (text(input, "name"), text(input, "value"))).collect()
    }
}
