//! Named cases: every row of `tests/cases` that says what comes of which answers, in one list.
//!
//! The list can be run against any questionnaire, so that it also shows which changes to a screen it would notice.

pub mod factors;
mod look;
mod raises;
mod seen;
mod table;

use std::cell::RefCell;
use std::collections::BTreeMap;

use selfscreen::questionnaire::{Questionnaire, Words};
use selfscreen::screening::{Answers, Json};
use selfscreen::settings::{Settings, settle};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::common::{given, ketamine, settings_json};
use look::Look;
use seen::Seen;
use table::{FILES, rows};

/// Somebody with these answers, at a clinic with these settings, and what has to come of it.
pub struct Case {
    /// The file and line it stands in, and its name.
    pub name: String,
    told: Vec<(String, Json<'static>)>,
    /// The same, as the built-in screen reads it.
    pub answers: Answers,
    /// What the clinic sets, in words and as JSON.
    pub clinic: String,
    pub config: Map<String, Value>,
    /// What is looked at, and what has to be there.
    expected: Vec<(Look, String)>,
    /// Items whose answers are not valid, and settings that are refused.
    refused: String,
}

impl Case {
    /// Makes a case; `answers` begin with `@baseline`, or change those of `trd`.
    #[track_caller]
    fn new(name: String, answers: &str, clinic: &str) -> Self {
        let told = told(answers);
        let mut problems = Vec::new();
        let read = Answers::read(&ketamine(), told.iter().map(|(id, value)| (id.as_str(), value)), &mut problems);
        let (clinic, config) = (clinic.to_owned(), settings_json(clinic));
        Self { name, told, answers: read, clinic, config, expected: Vec::new(), refused: String::new() }
    }

    /// Expects something of one column.
    #[track_caller]
    fn expect(mut self, column: &str, cell: &str) -> Self {
        let look = look::COLUMNS.iter().find(|(name, _)| *name == column);
        let (_, look) = look.unwrap_or_else(|| panic!("{}: there is no column '{column}'", self.name));
        self.expected.push((*look, cell.to_owned()));
        self
    }
}

/// Answers of a cell, in the order of the items.
#[track_caller]
fn told(cell: &str) -> Vec<(String, Json<'static>)> {
    let (baseline, changes) = match cell.strip_prefix('@') {
        Some(cell) => cell.split_once(' ').unwrap_or((cell, "")),
        None => ("trd", cell),
    };
    let (questionnaire, mut given) = (ketamine(), given(baseline, changes));
    let ids = questionnaire.items.iter().map(|item| item.link_id.as_str());
    let read = |value: Value| Json::deserialize(value).expect("any JSON will do");
    ids.filter_map(|id| Some((id.to_owned(), read(given.remove(id)?)))).collect()
}

/// The rows of `ticks.md`: what is pressed on a blank page, and what is ticked then.
fn ticks() -> impl Iterator<Item = Case> {
    let files = FILES.iter().filter(|(_, form)| *form == table::Form::Ticks);
    files.flat_map(|(file, _)| rows(file)).map(|row| {
        let cell = format!("{}: {} → {}", row.get("item"), row.get("pressed"), row.get("ticked then"));
        Case::new(row.place, "@blank", "").expect("ticks", &cell)
    })
}

/// The factors of `raises.md`.
pub fn raised_factors() -> Vec<String> {
    let files = FILES.iter().filter(|(_, form)| *form == table::Form::Raises);
    files.flat_map(|(file, _)| rows(file)).map(|row| row.get("factor").to_owned()).collect()
}

/// Every named case.
pub fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = factors::cases();
    cases.extend(raises::cases());
    cases.extend(ticks());
    for row in FILES.iter().filter(|(_, form)| *form == table::Form::People).flat_map(|(file, _)| rows(file)) {
        let name = format!("{} ({})", row.place, row.cells[0].1);
        let mut case = Case::new(name, row.get("answers"), row.get("clinic"));
        for (column, cell) in &row.cells[1..] {
            match *column {
                "answers" | "clinic" => {}
                "refused" => case.refused = (*cell).to_owned(),
                _ if cell.is_empty() => {}
                column => case = case.expect(column, cell),
            }
        }
        assert!(!case.expected.is_empty() || !case.refused.is_empty(), "{} expects nothing", case.name);
        cases.push(case);
    }
    cases
}

/// Runs cases against one questionnaire.
pub struct Run<'a> {
    questionnaire: &'a Questionnaire,
    words: &'a Words,
    /// Its items take the same answers as the built-in ones do, in the same places.
    same_items: bool,
    settled: RefCell<BTreeMap<String, (Settings, Vec<String>)>>,
}

impl<'a> Run<'a> {
    /// Looks at a questionnaire.
    pub fn new(questionnaire: &'a Questionnaire, words: &'a Words) -> Self {
        let original = ketamine();
        let same_items = questionnaire.items.len() == original.items.len()
            && questionnaire.items.iter().zip(&original.items).all(|(a, b)| {
                let codes =
                    || a.options.iter().zip(&b.options).all(|(a, b)| a.code == b.code && a.special == b.special);
                a.link_id == b.link_id && a.kind == b.kind && a.options.len() == b.options.len() && codes()
            });
        Self { questionnaire, words, same_items, settled: RefCell::default() }
    }

    /// Tells what is not as a case says.
    pub fn differs(&self, case: &Case) -> Option<String> {
        let mut settled = self.settled.borrow_mut();
        if !settled.contains_key(&case.clinic) {
            let (settings, problems) = settle(self.questionnaire, &case.config);
            let refused = problems.into_iter().filter_map(|problem| problem.setting).collect();
            settled.insert(case.clinic.clone(), (settings, refused));
        }
        let (settings, refused) = &settled[&case.clinic];
        let mut refused = refused.clone();
        let reread;
        let answers = if self.same_items && case.refused.is_empty() {
            &case.answers
        } else {
            let mut problems = Vec::new();
            let told = case.told.iter().map(|(id, value)| (id.as_str(), value));
            reread = Answers::read(self.questionnaire, told, &mut problems);
            refused.extend(problems.into_iter().filter_map(|problem| problem.item));
            &reread
        };
        if refused.join(", ") != case.refused {
            return Some(format!("refused '{}', expected '{}'", refused.join(", "), case.refused));
        }
        if case.expected.is_empty() {
            return None;
        }
        let seen = Seen::new(self.questionnaire, self.words, settings, answers);
        let differs = |(look, expected): &(Look, String)| {
            let found = look(&seen, expected);
            (found != *expected).then(|| format!("found '{found}', expected '{expected}'"))
        };
        case.expected.iter().find_map(differs)
    }
}
