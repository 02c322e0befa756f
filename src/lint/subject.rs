//! What is looked at: a screen that loads, as a file and as the engine has it, and its words.

use serde_json::Value;

use super::catalog;
use crate::questionnaire::file::ScreenFile;
pub(super) use crate::questionnaire::words::pointer;
use crate::questionnaire::{Finding, ItemIndex, Questionnaire, Words};

/// A screen that loads, with its words.
pub struct LoadedScreen<'a> {
    /// What findings say the screen is called.
    pub name: &'a str,
    /// The screen as JSON.
    pub json: Value,
    /// The screen as its file has it, with what the engine does not need.
    pub file: ScreenFile,
    /// The screen as the engine has it.
    pub questionnaire: Questionnaire,
    /// The words, by language, each with the name of its file.
    pub words: Vec<(&'a str, Words)>,
    items: Vec<String>,
    pages: Vec<String>,
}

impl<'a> LoadedScreen<'a> {
    /// Takes a screen that loads, and learns where its items stand.
    pub fn new(
        name: &'a str,
        json: Value,
        file: ScreenFile,
        questionnaire: Questionnaire,
        words: Vec<(&'a str, Words)>,
    ) -> Self {
        let (mut items, mut pages) = (Vec::new(), Vec::new());
        for (s, section) in file.sections.places() {
            for (p, page) in section.pages.places() {
                let pointer = format!("/sections/{s}/pages/{p}");
                items.extend(page.items.places().map(|(i, _)| format!("{pointer}/items/{i}")));
                pages.push(pointer);
            }
        }
        Self { name, json, file, questionnaire, words, items, pages }
    }

    /// The place of an item in the file.
    pub fn item(&self, item: ItemIndex) -> &str {
        &self.items[item.get()]
    }

    /// The place of the page with that number.
    pub fn page(&self, page: usize) -> &str {
        &self.pages[page]
    }

    /// The link id of an item.
    pub fn link_id(&self, item: ItemIndex) -> &str {
        self.questionnaire[item].link_id.as_str()
    }
}

/// Where findings gather; how bad each of them is, its code says.
#[derive(Default)]
pub struct FindingList {
    /// What was found so far.
    pub findings: Vec<Finding>,
}

impl FindingList {
    /// Notes a problem of a file.
    pub fn add(
        &mut self,
        code: &str,
        file: &str,
        (pointer, id): (&str, &str),
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        let known = catalog::find(code);
        self.findings.push(Finding {
            code: known.code,
            severity: known.severity,
            file: file.to_owned(),
            pointer: pointer.to_owned(),
            id: id.to_owned(),
            found: found.into(),
            expected: expected.into(),
        });
    }
}
