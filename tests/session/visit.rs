//! A script language for visits: `start; choose who=myself; continue; at conditions_page`.

use std::rc::Rc;

use selfscreen::questionnaire::{ItemIndex, Questionnaire};
use selfscreen::screening::{Answers, Screening};
use selfscreen::session::{Action, Place, Session};
use selfscreen::settings::Settings;

use crate::common::{ketamine, presses, settings};

/// A visit of a US clinic's widget.
pub struct Visit {
    pub questionnaire: Rc<Questionnaire>,
    pub settings: Settings,
    pub session: Session,
}

impl Visit {
    /// A visit that has not begun.
    pub fn new() -> Self {
        Self::of(settings(""))
    }

    /// The same, of a clinic with its own settings.
    pub fn of(settings: Settings) -> Self {
        let questionnaire = ketamine();
        Self { session: Session::new(&questionnaire), settings, questionnaire }
    }

    /// Runs a script from the intro on.
    #[track_caller]
    pub fn script(script: &str) -> Self {
        let mut visit = Self::new();
        visit.run(script);
        visit
    }

    /// Runs a script.
    ///
    /// `choose` is a press, `pass` an arrow key; `at` and `typed` say what has to be shown.
    #[track_caller]
    pub fn run(&mut self, script: &str) {
        for step in script.split(';').map(str::trim).filter(|step| !step.is_empty()) {
            let (word, rest) = step.split_once(' ').unwrap_or((step, ""));
            match word {
                "at" => assert_eq!(self.place(), rest, "in: {script}"),
                "typed" => {
                    let (item, text) = self.of_item(rest);
                    assert_eq!(self.session.typed(item), text, "in: {script}");
                }
                _ => {
                    let action = self.action(word, rest);
                    self.apply(action);
                }
            }
        }
    }

    #[track_caller]
    fn action(&self, word: &str, rest: &str) -> Action {
        let option = || {
            let (item, code) = self.of_item(rest);
            (item, self.questionnaire[item].option(code).unwrap_or_else(|| panic!("'{rest}' names no option")))
        };
        match word {
            "start" => Action::Start,
            "continue" => Action::Continue,
            "skip" => Action::Skip,
            "back" => Action::Back,
            "commit" => Action::Commit,
            "summary" => Action::SeeSummary,
            "mistake" => Action::AnsweredByMistake,
            "start_over" => Action::StartOver,
            "change" => Action::Change(self.of_item(rest).0),
            "choose" | "pass" => {
                let (item, option) = option();
                Action::Choose { item, option, committed: word == "choose" }
            }
            "tick" | "untick" => {
                let (item, option) = option();
                Action::Tick { item, option, on: word == "tick" }
            }
            "type" => {
                let (item, text) = self.of_item(rest);
                Action::Type { item, text: text.to_owned() }
            }
            _ => panic!("there is no step '{word}'"),
        }
    }

    /// Reads `item=rest`, or `item` alone.
    #[track_caller]
    fn of_item<'a>(&self, text: &'a str) -> (ItemIndex, &'a str) {
        let (link_id, rest) = text.split_once('=').unwrap_or((text, ""));
        (self.questionnaire.item(link_id).unwrap_or_else(|| panic!("there is no item '{link_id}'")), rest)
    }

    /// Does one thing.
    pub fn apply(&mut self, action: Action) {
        self.session.apply(&self.questionnaire, &self.settings, action);
    }

    /// Names the screen that is shown: the id of a page, or what takes the place of pages.
    pub fn place(&self) -> String {
        match self.session.place {
            Place::Intro => "intro".into(),
            Place::Page(page) => self.questionnaire[page].id.to_string(),
            Place::Pause => "pause".into(),
            Place::Check => "check".into(),
            Place::Result => "result".into(),
            Place::Urgent(item) => format!("urgent {}", self.questionnaire[item].link_id),
        }
    }

    /// Names the items that the page says are missing.
    pub fn missed(&self) -> Vec<&str> {
        let items = self.questionnaire.item_indices().filter(|item| match self.session.place {
            Place::Page(page) => {
                let asked = self.session.asked(&self.questionnaire, &self.settings, page);
                asked.contains(item) && self.session.is_missed(&self.questionnaire, *item)
            }
            _ => false,
        });
        items.map(|item| self.questionnaire[item].link_id.as_str()).collect()
    }

    /// Screens the answers so far.
    pub fn screening(&self) -> Screening {
        self.session.screening(&self.questionnaire, &self.settings)
    }

    /// Answers what the page asks, as far as `target` has answers: other ticks are taken away.
    pub fn fill(&mut self, target: &Answers) {
        let Place::Page(page) = self.session.place else { return };
        for item in self.questionnaire.clone()[page].items() {
            let asked = |visit: &Self| visit.session.asked(&visit.questionnaire, &visit.settings, page).contains(&item);
            if !asked(self) || target.get(item).is_none() {
                continue;
            }
            for option in self.session.answers.options(item).iter().filter(|_| !presses(target, item).is_empty()) {
                if matches!(presses(target, item)[0], Action::Tick { .. }) {
                    self.apply(Action::Tick { item, option, on: false });
                }
            }
            for press in presses(target, item) {
                self.apply(press);
                if !matches!(self.session.place, Place::Page(_)) {
                    return;
                }
            }
        }
    }

    /// Goes on from the screen that is shown, over what is left blank.
    pub fn go_on(&mut self) {
        let before = self.session.place;
        self.apply(Action::Continue);
        if self.session.place == before {
            self.apply(Action::Skip);
        }
    }

    /// Goes from page to page, giving the answers of `target`, up to the check page or an alarm; `see` sees each page.
    pub fn walk(&mut self, target: &Answers, see: &mut dyn FnMut(&Self)) {
        if self.session.place == Place::Intro {
            self.apply(Action::Start);
        }
        while matches!(self.session.place, Place::Page(_) | Place::Pause) {
            see(self);
            self.fill(target);
            if matches!(self.session.place, Place::Urgent(_)) {
                return;
            }
            self.go_on();
        }
    }
}
