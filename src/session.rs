//! Where a visit stands: the answers so far and the screen that is shown.
//!
//! [`Visit::apply`] is the whole behaviour of the widget as a pure step; everything shown is worked out from what is kept
//! here, so going back cannot leave anything stale.

mod continuing;
mod number;
mod progress;
mod visit;

pub use number::NumberFault;
pub use progress::{Part, Progress};
pub use visit::Visit;

use crate::questionnaire::{ItemIndex, Outcome, PageIndex, Questionnaire};
use crate::screening::{Answer, Answers, Facts, Screening, screen};
use crate::settings::Settings;

/// The screen that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What this is, before the first question.
    Intro,
    /// A page of questions.
    Page(PageIndex),
    /// Crisis help after the questions about safety.
    Pause,
    /// Everything said so far.
    Check,
    /// The result.
    Result,
    /// Crisis help in place of everything else, raised by the answer to an item.
    Urgent(ItemIndex),
}

/// What the visitor did.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Pressed Start.
    Start,
    /// Chose an option of a single choice, or the special answer of a number.
    Choose {
        /// Of which item.
        item: ItemIndex,
        /// Its place among the options.
        option: usize,
        /// Pressed it, rather than having passed over it with the arrow keys.
        committed: bool,
    },
    /// Ticked or cleared an option.
    Tick {
        /// Of which item.
        item: ItemIndex,
        /// Its place among the options.
        option: usize,
        /// Ticked it.
        on: bool,
    },
    /// Chose a number of a row.
    Rate {
        /// Of which item.
        item: ItemIndex,
        /// Which number.
        number: i32,
    },
    /// Typed into a number field.
    Type {
        /// Of which item.
        item: ItemIndex,
        /// What the field holds now.
        text: String,
    },
    /// Left a group of options, or pressed the one that the arrow keys had reached.
    Commit,
    /// Pressed Continue, or Enter in a field.
    Continue,
    /// Pressed Skip for now.
    Skip,
    /// Pressed Back.
    Back,
    /// Pressed Change next to an answer.
    Change(ItemIndex),
    /// Pressed See my summary.
    SeeSummary,
    /// Said that the answer which raised the alarm was a mistake.
    AnsweredByMistake,
    /// Chose the language, by its tag: before the first question, because it decides what is asked.
    ChooseLanguage(String),
    /// Chose the country for crisis lines.
    ChooseCountry(usize),
    /// Chose whether the summary holds the answers about safety.
    IncludePrivate(bool),
    /// Pressed Copy as text, with this result.
    Copied(Copied),
    /// Cleared everything.
    StartOver,
}

/// What became of copying the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Copied {
    /// It was not tried, or a while ago.
    #[default]
    No,
    /// It was just copied.
    Yes,
    /// The browser did not copy it: the visitor can, by hand.
    Failed,
}

/// The state of one visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// What the visitor gave.
    pub answers: Answers,
    /// The screen that is shown.
    pub place: Place,
    /// What is typed into number fields, where it differs from the answer.
    typed: Vec<(ItemIndex, String)>,
    /// The page says what is missing.
    pub nudging: bool,
    /// How often Continue was answered by saying what is missing: each time, the first gap takes the focus.
    pub nudges: u32,
    /// Pages that have said once what is missing.
    nudged: Vec<bool>,
    /// Items that were asked on a page that was left with Continue.
    presented: Vec<bool>,
    /// The pause comes once.
    paused: bool,
    /// Came from the check page, and goes back there.
    changing: bool,
    /// An answer the arrow keys passed over is not committed yet.
    pending: bool,
    /// The item that was answered last.
    last: Option<ItemIndex>,
    /// The country the visitor chose for crisis lines, by row of the table.
    pub country: Option<usize>,
    /// The summary holds the answers about safety.
    pub include_private: bool,
    /// How often the visitor was shown something new; focus follows it.
    pub moves: u32,
    /// The last tick cleared others, which is announced.
    pub cleared_others: bool,
    /// Whether the summary was just copied, which is announced.
    pub copied: Copied,
}

impl Session {
    /// A visit that has not begun.
    #[must_use]
    pub fn new(questionnaire: &Questionnaire) -> Self {
        Self {
            answers: Answers::none(questionnaire),
            place: Place::Intro,
            typed: Vec::new(),
            nudging: false,
            nudges: 0,
            nudged: vec![false; questionnaire.pages.len()],
            presented: vec![false; questionnaire.items.len()],
            paused: false,
            changing: false,
            pending: false,
            last: None,
            country: None,
            include_private: false,
            moves: 0,
            cleared_others: false,
            copied: Copied::No,
        }
    }

    /// Does what the visitor did.
    pub fn apply(&mut self, questionnaire: &Questionnaire, settings: &Settings, action: Action) {
        let before = self.place;
        self.cleared_others = false;
        match action {
            Action::Start => self.go_to_first_page(questionnaire, settings),
            Action::Choose { item, option, committed } => {
                self.typed.retain(|(typed, _)| *typed != item);
                self.answers.choose(item, option);
                self.answered(questionnaire, settings, item, committed);
            }
            Action::Tick { item, option, on } => {
                let before = self.answers.options(item).len();
                self.answers.tick(questionnaire, item, option, on);
                self.cleared_others = on && self.answers.options(item).len() <= before;
                self.answered(questionnaire, settings, item, true);
            }
            Action::Rate { item, number } => {
                self.answers.set(item, Some(Answer::Number(number)));
                self.answered(questionnaire, settings, item, true);
            }
            Action::Type { item, text } => {
                let answer = number::read(questionnaire[item].kind, &text).ok();
                self.answers.set(item, answer);
                self.typed.retain(|(typed, _)| *typed != item);
                // The field shows what was typed, not how we read it: "2." may be on its way to "2.5".
                let as_read = matches!(answer, Some(Answer::Number(number)) if number.to_string() == text);
                if !as_read && !text.trim().is_empty() {
                    self.typed.push((item, text));
                }
                // Half a number is no commitment: it counts when the field is left.
                self.answered(questionnaire, settings, item, false);
            }
            Action::Commit => self.commit(questionnaire, settings),
            Action::Continue => self.go_on(questionnaire, settings, false),
            Action::Skip => self.go_on(questionnaire, settings, true),
            Action::Back => self.go_back(questionnaire, settings),
            Action::Change(item) => {
                self.changing = true;
                self.place = Place::Page(questionnaire[item].page);
            }
            Action::SeeSummary => self.see_summary(questionnaire, settings),
            Action::AnsweredByMistake => {
                if let Place::Urgent(item) = self.place {
                    self.place = Place::Page(questionnaire[item].page);
                }
            }
            // The heading is another one now, and is read out.
            Action::ChooseLanguage(_) => self.moves += 1,
            Action::ChooseCountry(row) => self.country = Some(row),
            Action::IncludePrivate(include) => self.include_private = include,
            // What could not be copied stays there to be copied by hand.
            Action::Copied(Copied::No) if self.copied == Copied::Failed => {}
            Action::Copied(copied) => self.copied = copied,
            Action::StartOver => *self = Self { moves: self.moves, ..Self::new(questionnaire) },
        }
        if matches!(self.place, Place::Check | Place::Intro) {
            self.changing = false;
        }
        if self.place != before {
            self.moves += 1;
            self.nudging = false;
            self.copied = Copied::No;
        }
    }

    /// Screens the answers so far.
    #[must_use]
    pub fn screening(&self, questionnaire: &Questionnaire, settings: &Settings) -> Screening {
        screen(questionnaire, &self.answers, settings)
    }

    /// What the number field of an item holds.
    #[must_use]
    pub fn typed(&self, item: ItemIndex) -> String {
        match (self.typed.iter().find(|(typed, _)| *typed == item), self.answers.get(item)) {
            (Some((_, text)), _) => text.clone(),
            (None, Some(Answer::Number(number))) => number.to_string(),
            _ => String::new(),
        }
    }

    /// Tells what is wrong with what a number field holds.
    #[must_use]
    pub fn fault(&self, questionnaire: &Questionnaire, item: ItemIndex) -> Option<NumberFault> {
        let (_, text) = self.typed.iter().find(|(typed, _)| *typed == item)?;
        number::read(questionnaire[item].kind, text).err()
    }

    /// Lists the items of a page that are asked.
    #[must_use]
    pub fn asked(&self, questionnaire: &Questionnaire, settings: &Settings, page: PageIndex) -> Vec<ItemIndex> {
        let facts = Facts::of(questionnaire, settings, &self.answers);
        questionnaire[page].items().filter(|item| facts.is_enabled(*item)).collect()
    }

    /// Tells whether the page says of this item that it is blank.
    #[must_use]
    pub fn is_missed(&self, questionnaire: &Questionnaire, item: ItemIndex) -> bool {
        self.nudging && self.answers.get(item).is_none() && !questionnaire[item].optional
    }

    fn answered(&mut self, questionnaire: &Questionnaire, settings: &Settings, item: ItemIndex, committed: bool) {
        self.last = Some(item);
        self.pending = true;
        if committed {
            self.commit(questionnaire, settings);
        }
    }

    /// Takes the answer for meant: an urgent one replaces the questionnaire at once.
    fn commit(&mut self, questionnaire: &Questionnaire, settings: &Settings) {
        if std::mem::take(&mut self.pending) {
            self.interrupt(questionnaire, settings);
        }
    }

    /// Shows crisis help if an answer calls for it.
    fn interrupt(&mut self, questionnaire: &Questionnaire, settings: &Settings) -> bool {
        let screening = self.screening(questionnaire, settings);
        if screening.outcome != Some(Outcome::Urgent) {
            return false;
        }
        let raising = screening.factors.iter().flat_map(|factor| {
            let rule = &questionnaire[factor.rule];
            let mut items = rule.when.items(&questionnaire.defs);
            items.extend(rule.unsure_when.iter().flat_map(|when| when.items(&questionnaire.defs)));
            items
        });
        let answered: Vec<_> = raising.filter(|item| self.answers.get(*item).is_some()).collect();
        let raised_by = self.last.filter(|last| answered.contains(last)).or(answered.first().copied());
        self.place = Place::Urgent(raised_by.unwrap_or(ItemIndex(0)));
        true
    }
}
