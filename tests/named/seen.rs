//! One screening and what the widget shows with it, worked out when a case looks at it.

use std::cell::OnceCell;

use selfscreen::questionnaire::{PageIndex, Questionnaire, Words};
use selfscreen::report::{Report, report};
use selfscreen::screening::{Answers, Facts, Screening, screen};
use selfscreen::session::{Action, Place, Session};
use selfscreen::settings::Settings;
use selfscreen::wording::Wording;

/// What a case can look at.
pub struct Seen<'a> {
    pub questionnaire: &'a Questionnaire,
    pub words: &'a Words,
    pub settings: &'a Settings,
    pub answers: &'a Answers,
    pub screening: Screening,
    pub facts: Facts<'a>,
    report: OnceCell<Option<Report>>,
}

impl<'a> Seen<'a> {
    pub fn new(q: &'a Questionnaire, words: &'a Words, settings: &'a Settings, answers: &'a Answers) -> Self {
        let (screening, facts) = (screen(q, answers, settings), Facts::of(q, settings, answers));
        Self { questionnaire: q, words, settings, answers, screening, facts, report: OnceCell::new() }
    }

    /// The crisis lines and words of the clinic's region.
    pub fn wording(&self) -> Wording<'a> {
        Wording::new(self.questionnaire, self.words, self.settings, None)
    }

    /// The result page; none if the outcome is urgent.
    pub fn report(&self) -> Option<&Report> {
        self.report.get_or_init(|| report(&self.wording(), &self.screening, false)).as_ref()
    }

    /// The pages that have something to ask.
    pub fn pages(&self) -> Vec<PageIndex> {
        let mut pages: Vec<_> = self.screening.enabled.iter().map(|item| self.questionnaire[*item].page).collect();
        pages.dedup();
        pages
    }

    /// A visit with these answers that stands on a page.
    pub fn visit(&self, page: PageIndex) -> Session {
        let mut visit = Session::new(self.questionnaire);
        (visit.answers, visit.place) = (self.answers.clone(), Place::Page(page));
        visit
    }

    /// The page after which the pause comes.
    pub fn pause(&self) -> Option<PageIndex> {
        self.pages().into_iter().find(|page| {
            let mut visit = self.visit(*page);
            visit.apply(self.questionnaire, self.settings, Action::Skip);
            visit.place == Place::Pause
        })
    }
}
