//! The documents made from the data: they are what the data says, and conditions read as plain English.

use std::path::Path;

use selfscreen::document::{Explained, flow, rules, settings};
use selfscreen::questionnaire::{Class, Criterion};
use selfscreen::screens;

fn explained() -> Explained {
    Explained::load(screens::KETAMINE, screens::KETAMINE_EN).expect("the built-in screen is without findings")
}

#[test]
fn the_documents_are_those_of_the_built_in_screen() {
    let explained = explained();
    let screen = screens::ketamine().expect("the built-in screen is without findings");
    for (name, made) in [("rules", rules(&explained)), ("flow", flow(&explained)), ("settings", settings(&screen))] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/{name}.md"));
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        let differs = written.lines().zip(made.lines()).position(|(written, made)| written != made);
        assert!(
            written == made,
            "docs/{name}.md is not what the screen says, from line {} on; `cargo xtask document` regenerates it",
            differs.unwrap_or(written.lines().count().min(made.lines().count())) + 1
        );
    }
}

/// The lines of a factor, from its heading to the next.
fn section<'a>(rules: &'a str, id: &str) -> &'a str {
    let heading = format!("\n### `{id}`\n");
    let from = rules.find(&heading).unwrap_or_else(|| panic!("{id} has no heading")) + heading.len();
    rules[from..].split("\n##").next().unwrap_or_default()
}

#[test]
fn every_factor_has_its_class_its_words_and_the_titles_of_its_sources() {
    let (explained, rules) = (explained(), rules(&explained()));
    for rule in &explained.questionnaire.rules {
        let section = section(&rules, rule.id.as_str());
        let worst = rule.classes.iter().max().copied().unwrap_or(Class::None);
        assert!(section.contains(&format!("**{}**", worst.as_str())), "{} has its class", rule.id);
        for key in ["why", "ask_the_clinic"] {
            let text = explained.words.text(&format!("factors.{}.{key}", rule.id));
            assert!(section.contains(&*text), "{} has its {key}", rule.id);
        }
        for source in &rule.sources {
            let source = &explained.questionnaire.sources[*source];
            assert!(section.contains(&format!("(`{}`)", source.id)), "{} names {}", rule.id, source.id);
            assert!(section.contains(source.title.split(['[', '_']).next().unwrap_or_default()), "{}", source.title);
        }
    }
}

#[test]
fn conditions_read_as_plain_english() {
    let rules = rules(&explained());
    #[rustfmt::skip]
    let table = [
        ("age_under_18", "Set by: How old are you? **Under 18**"),
        ("bp_uncontrolled", "Set by: any of these:\n  - What is your usual or latest blood pressure? **160 or more on top, or 100 or more underneath**\n  - Do you have high blood pressure? **Yes, and I was told it is not under control**"),
        ("bp_uncontrolled", "Class of the doubt: **review**"),
        ("unsafe_now", "Class of the doubt: **urgent**"),
        ("alcohol_high", "Set by: AUDIT-C score of **5 or more**"),
        ("drug_use_recent", "nonmedical reasons? **1 or more times**"),
        ("unanswered_safety", "Set by: a safety question is left blank, or answered with **I'd rather not say**"),
        ("esketamine_programme_declined", "Esketamine nasal spray **stop**"),
        ("age_18_24", "stop, with the setting `minimum_age` 25"),
        ("pregnant", "A clinic can raise it to: nothing"),
        ("symptoms_mild", "  - not [`any_moderate`](#any_moderate)"),
    ];
    for (id, expected) in table {
        let section = section(&rules, id);
        assert!(section.contains(expected), "{id} says '{expected}':\n{section}");
    }
}

#[test]
fn every_name_that_is_referred_to_has_a_heading() {
    let rules = rules(&explained());
    let headings: Vec<_> = rules
        .lines()
        .filter_map(|line| Some(line.trim_start_matches('#').strip_prefix(' ')?.trim_matches('`').to_lowercase()))
        .collect();
    let links = rules.split("](#").skip(1).filter_map(|rest| rest.split(')').next());
    for link in links {
        assert!(headings.iter().any(|heading| heading == link), "{link} has no heading");
    }
}

#[test]
fn every_page_is_drawn_once_and_can_be_reached() {
    let (explained, flow) = (explained(), flow(&explained()));
    for page in &explained.questionnaire.pages {
        let node = format!("  page_{}[", page.id);
        assert_eq!(flow.matches(&node).count(), 1, "{} is drawn once", page.id);
        let arrows: Vec<_> = flow.lines().filter(|line| line.ends_with(&format!(" page_{}", page.id))).collect();
        assert!(!arrows.is_empty(), "an arrow leads to {}", page.id);
        if page.enable_when != Criterion::Always {
            assert!(arrows.iter().all(|arrow| arrow.contains("-->|")), "{} needs a condition: {arrows:?}", page.id);
        }
    }
    let parts = flow.lines().filter(|line| line.trim_start().starts_with("subgraph")).count();
    assert_eq!(parts, explained.questionnaire.sections.len());
}
