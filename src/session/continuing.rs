//! Which screen comes next, and which came before.

use super::{Place, Session};
use crate::questionnaire::{PageIndex, Questionnaire};
use crate::screening::Facts;
use crate::settings::Settings;

impl Session {
    /// Goes to the first page.
    pub(super) fn go_to_first_page(&mut self, questionnaire: &Questionnaire, settings: &Settings) {
        let first = self.shown(questionnaire, settings).next();
        self.place = first.map_or(Place::Check, Place::Page);
    }

    /// Leaves the page forwards, unless something is missing or help comes first.
    pub(super) fn go_on(&mut self, questionnaire: &Questionnaire, settings: &Settings, skip: bool) {
        match self.place {
            Place::Page(page) => {
                self.pending = false;
                if self.interrupt(questionnaire, settings)
                    || !skip && self.says_what_is_missing(questionnaire, settings, page)
                {
                    return;
                }
                for item in self.asked(questionnaire, settings, page) {
                    self.presented[item.get()] = true;
                    self.typed.retain(|(typed, _)| *typed != item);
                }
                if !self.pauses_after(questionnaire, settings, page) {
                    self.place = self.after(questionnaire, settings, page);
                }
            }
            Place::Pause => self.place = self.after(questionnaire, settings, questionnaire.crisis.pause_after),
            Place::Intro => self.go_to_first_page(questionnaire, settings),
            Place::Check => self.see_summary(questionnaire, settings),
            Place::Result | Place::Urgent(_) => {}
        }
    }

    /// Says what is missing on the page: once, and for as long as the visitor stays on it.
    ///
    /// A number that cannot be read is said every time, because going on would lose it.
    fn says_what_is_missing(&mut self, questionnaire: &Questionnaire, settings: &Settings, page: PageIndex) -> bool {
        let asked = self.asked(questionnaire, settings, page);
        let unreadable = asked.iter().any(|item| self.fault(questionnaire, *item).is_some());
        let blank = asked.iter().any(|item| self.answers.get(*item).is_none() && !questionnaire[*item].optional);
        let nudge = unreadable || blank && (self.nudging || !self.nudged[page.get()]);
        if nudge {
            self.nudging = true;
            self.nudged[page.get()] = true;
            self.nudges += 1;
        }
        nudge
    }

    /// Shows the crisis pause, once, if the page was the one about safety and its answers call for it.
    fn pauses_after(&mut self, questionnaire: &Questionnaire, settings: &Settings, page: PageIndex) -> bool {
        let crisis = &questionnaire.crisis;
        let facts = Facts::of(questionnaire, settings, &self.answers);
        let pauses = page == crisis.pause_after && !self.paused && facts.holds(&crisis.pause_when);
        if pauses {
            self.paused = true;
            self.place = Place::Pause;
        }
        pauses
    }

    /// The screen after a page: the next page; after a change, the next page with something new.
    fn after(&self, questionnaire: &Questionnaire, settings: &Settings, page: PageIndex) -> Place {
        let facts = Facts::of(questionnaire, settings, &self.answers);
        let new = |page: &PageIndex| {
            questionnaire[*page].items().any(|item| facts.is_enabled(item) && !self.presented[item.get()])
        };
        let next = if self.changing {
            self.shown(questionnaire, settings).find(new)
        } else {
            self.shown(questionnaire, settings).find(|other| *other > page)
        };
        next.map_or(Place::Check, Place::Page)
    }

    /// Goes back one screen; answers stay.
    pub(super) fn go_back(&mut self, questionnaire: &Questionnaire, settings: &Settings) {
        self.pending = false;
        self.place = match self.place {
            Place::Page(_) if self.changing => Place::Check,
            Place::Page(page) => {
                let before = self.shown(questionnaire, settings).take_while(|other| *other < page).last();
                before.map_or(Place::Intro, Place::Page)
            }
            Place::Pause => Place::Page(questionnaire.crisis.pause_after),
            Place::Check => self.shown(questionnaire, settings).last().map_or(Place::Intro, Place::Page),
            Place::Result => Place::Check,
            Place::Urgent(item) => Place::Page(questionnaire[item].page),
            Place::Intro => Place::Intro,
        };
    }

    /// Shows the result, unless help comes first.
    pub(super) fn see_summary(&mut self, questionnaire: &Questionnaire, settings: &Settings) {
        let everything_was_asked = self.place == Place::Check;
        if self.interrupt(questionnaire, settings) {
            // Taking the answer back leads here again, not through every page.
            self.changing = everything_was_asked;
        } else {
            self.place = Place::Result;
        }
    }

    /// Goes through the pages that have something to ask.
    fn shown(&self, questionnaire: &Questionnaire, settings: &Settings) -> impl Iterator<Item = PageIndex> + use<> {
        let facts = Facts::of(questionnaire, settings, &self.answers);
        let pages = (0..questionnaire.pages.len()).map(PageIndex::at);
        let shown: Vec<_> =
            pages.filter(|page| questionnaire[*page].items().any(|item| facts.is_enabled(item))).collect();
        shown.into_iter()
    }
}
