//! Every factor of the screen: fired for certain, just short of it, and in doubt.

use selfscreen::questionnaire::Class;
use selfscreen::screening::{Answers, Certainty, Facts, screen};

use crate::common::{ketamine, outcome, person, settings, trd};

const TABLE: &str = include_str!("../cases/factors.md");

struct Row {
    factor: &'static str,
    classes: [Class; 3],
    fires: &'static str,
    outcome: &'static str,
    just_short: &'static str,
    unsure: &'static str,
    outcome_when_unsure: &'static str,
}

fn rows() -> Vec<Row> {
    let lines = TABLE.lines().filter(|line| line.starts_with("| `"));
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        let [factor, class, fires, outcome, just_short, unsure, outcome_when_unsure] = cells[..] else {
            panic!("seven cells: {line}")
        };
        let words: Vec<_> = class.split('/').map(|word| Class::from_word(word).expect("a class")).collect();
        let classes = <[Class; 3]>::try_from(words).unwrap_or_else(|words| [words[0]; 3]);
        Row { factor, classes, fires, outcome, just_short, unsure, outcome_when_unsure }
    };
    lines.map(row).collect()
}

/// Answers of a cell: changes to `trd`, or to the baseline it names.
fn told(cell: &str) -> Answers {
    match cell.strip_prefix('@') {
        Some(cell) => {
            let (baseline, changes) = cell.split_once(' ').unwrap_or((cell, ""));
            person(baseline, changes)
        }
        None => trd(cell),
    }
}

/// How sure the rule of a factor is, other rules and what is listed aside.
fn certainty(factor: &str, answers: &Answers) -> Option<Certainty> {
    let (questionnaire, settings) = (ketamine(), settings(""));
    let facts = Facts::of(&questionnaire, &settings, answers);
    let rule = &questionnaire[questionnaire.rule(factor).unwrap_or_else(|| panic!("there is no factor '{factor}'"))];
    if facts.holds(&rule.when) {
        return Some(Certainty::Certain);
    }
    rule.unsure_when.as_ref().filter(|when| facts.holds(when)).map(|_| Certainty::Unsure)
}

fn assert_found(row: &Row, cell: &str, expected: (Certainty, [Class; 3], &str)) {
    let questionnaire = ketamine();
    let screening = screen(&questionnaire, &told(cell), &settings(""));
    let found = screening.factors.iter().find(|factor| questionnaire[factor.rule].id.as_str() == row.factor);
    let found = found.unwrap_or_else(|| panic!("{} is listed with {cell}", row.factor));
    let classes = [found.classes[0], found.classes[1], found.classes[2]];
    assert_eq!((found.certainty, classes, outcome(&screening)), expected, "{} with {cell}", row.factor);
}

#[test]
fn every_factor_fires_with_the_answers_of_its_row() {
    for row in rows() {
        assert_found(&row, row.fires, (Certainty::Certain, row.classes, row.outcome));
    }
}

#[test]
fn no_factor_fires_with_answers_just_short_of_it() {
    for row in rows() {
        assert_eq!(certainty(row.factor, &told(row.just_short)), None, "{} with {}", row.factor, row.just_short);
    }
}

#[test]
fn g1_not_sure_on_a_stop_asks_for_a_clinician_and_on_anything_else_stays_what_it_is() {
    for row in rows().iter().filter(|row| !row.unsure.is_empty()) {
        let softened = |class| if class == Class::Stop { Class::Review } else { class };
        assert_found(row, row.unsure, (Certainty::Unsure, row.classes.map(softened), row.outcome_when_unsure));
    }
}

#[test]
fn every_factor_has_a_row_and_an_unsure_cell_where_it_can_be_in_doubt() {
    let (questionnaire, rows) = (ketamine(), rows());
    for rule in &questionnaire.rules {
        let own: Vec<_> = rows.iter().filter(|row| row.factor == rule.id.as_str()).collect();
        assert!(!own.is_empty(), "{} has no row in tests/cases/factors.md", rule.id);
        let doubted = own.iter().any(|row| !row.unsure.is_empty());
        assert_eq!(doubted, rule.unsure_when.is_some(), "the unsure cell of {} in tests/cases/factors.md", rule.id);
    }
    assert_eq!(questionnaire.rules.len(), 96);
}
