//! How far along the visit is, honest while branches are open.

use super::Session;
use crate::questionnaire::{PageIndex, Questionnaire};
use crate::screening::{Facts, Truth};
use crate::settings::Settings;

/// One section, as progress shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its place among the sections.
    pub section: usize,
    /// Its pages at most, given the answers so far.
    pub pages: usize,
    /// How much of it is done, in thousandths.
    pub done: u16,
}

/// How far along the visit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The sections that are or may be asked.
    pub parts: Vec<Part>,
    /// Which of them the visitor is in, from 0.
    pub part: usize,
    /// Some of them may fall away.
    pub parts_open: bool,
    /// Which page of the part this is, from 1.
    pub page: usize,
    /// How many pages of the part are asked whatever the answers to it are.
    pub least: usize,
}

impl Session {
    /// Works out progress on a page.
    ///
    /// It counts every page that may still come, so that Continue can only move it on: branches that are settled fall away.
    #[must_use]
    pub fn progress(&self, questionnaire: &Questionnaire, settings: &Settings, page: PageIndex) -> Progress {
        let first_item = questionnaire[page].items.start;
        let facts = Facts::up_to(questionnaire, settings, &self.answers, first_item);
        // The page itself is shown, whatever else is open.
        let shown = |other: PageIndex| {
            if other == page {
                Truth::Yes
            } else {
                questionnaire[other].items().map(|item| facts.enabled(item)).max().unwrap_or(Truth::No)
            }
        };
        let section = questionnaire[page].section;
        let mut progress = Progress { parts: Vec::new(), part: 0, parts_open: false, page: 0, least: 0 };
        for (place, part) in questionnaire.sections.iter().enumerate() {
            let pages: Vec<_> = part
                .pages
                .clone()
                .map(PageIndex::at)
                .map(|page| (page, shown(page)))
                .filter(|(_, truth)| *truth != Truth::No)
                .collect();
            if pages.is_empty() {
                continue;
            }
            let before = pages.iter().filter(|(other, _)| *other < page).count();
            progress.parts_open |= pages.iter().all(|(_, truth)| *truth == Truth::Open);
            if place == section {
                progress.part = progress.parts.len();
                progress.page = before + 1;
                progress.least = pages.iter().filter(|(_, truth)| *truth == Truth::Yes).count();
            }
            let done = u16::try_from(before * 1000 / pages.len()).unwrap_or(1000);
            progress.parts.push(Part { section: place, pages: pages.len(), done });
        }
        progress
    }
}
