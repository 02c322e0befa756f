//! Criteria, and which items are asked.

use super::super::diagram::{Board, Diagram, Drawn};
use super::super::variables::{Slot, Variables};
use super::sums::Sums;
use crate::questionnaire::{Criterion, ItemIndex, OptionSet, Questionnaire, Special};
use crate::screening::Answer;

/// Draws the criteria of a questionnaire, item by item as they become known; afterwards, any others.
pub struct Drawing<'a> {
    /// What is drawn.
    pub questionnaire: &'a Questionnaire,
    /// What can be answered and set.
    pub variables: Variables,
    /// Where it is drawn.
    pub board: Board,
    /// For each item that has been reached: it is asked.
    pub enabled: Vec<Diagram>,
    /// For each item: it has no answer.
    pub blank: Vec<Diagram>,
    /// For each score, once all of its items have been reached.
    pub sums: Vec<Option<Sums>>,
    defs: Vec<Option<Diagram>>,
}

impl<'a> Drawing<'a> {
    /// Works out which items are asked, in the order of the file.
    ///
    /// `cuts` are numbers that tell answers apart beside those the questionnaire itself compares with.
    pub fn of(questionnaire: &'a Questionnaire, cuts: &[(ItemIndex, i32)]) -> Drawn<Self> {
        let variables = Variables::of(questionnaire, cuts);
        let board = Board::new(variables.width())?;
        let blank = questionnaire.item_indices().map(|item| variables.blank(&board, item)).collect::<Drawn<_>>()?;
        let sums = vec![None; questionnaire.scores.len()];
        let defs = vec![None; questionnaire.defs.len()];
        let mut drawing = Self { questionnaire, variables, board, enabled: Vec::new(), blank, sums, defs };
        for section in &questionnaire.sections {
            let in_section = drawing.holds(&section.enable_when)?;
            for page in &questionnaire.pages[section.pages.clone()] {
                let on_page = in_section.and(&drawing.holds(&page.enable_when)?)?;
                for item in &questionnaire.items[page.items.clone()] {
                    let enabled = on_page.and(&drawing.holds(&item.enable_when)?)?;
                    drawing.enabled.push(enabled);
                }
            }
        }
        Ok(drawing)
    }

    /// Draws where the clinic offers each route.
    pub fn offered(&self) -> Vec<Diagram> {
        self.questionnaire.route_indices().map(|route| self.variables.offered(&self.board, route)).collect()
    }

    /// Draws where a criterion holds.
    pub fn holds(&mut self, criterion: &Criterion) -> Drawn {
        match criterion {
            Criterion::Always => Ok(self.board.always.clone()),
            Criterion::All(parts) => {
                let parts = self.each(parts)?;
                self.board.all(&parts)
            }
            Criterion::Any(parts) => {
                let parts = self.each(parts)?;
                self.board.any(&parts)
            }
            Criterion::Not(part) => self.holds(part)?.not(),
            Criterion::Ref(def) => self.definition(*def),
            Criterion::Chosen { item, options } => {
                self.asked(*item).and(&self.variables.chosen(&self.board, *item, *options)?)
            }
            Criterion::Answered(item) => self.asked(*item).without(&self.blank[item.get()]),
            Criterion::Skipped(item) => self.asked(*item).and(&self.blank[item.get()]),
            Criterion::Number { item, comparison, value } => {
                let holds =
                    |answer| matches!(answer, Answer::Number(number) if comparison.holds(f64::from(number), *value));
                self.asked(*item).and(&self.variables.answered(&self.board, *item, holds)?)
            }
            Criterion::Score { score, comparison, value } => {
                let sums = self.sums(*score)?;
                sums.which(&self.board, |score| score.compares(*comparison, *value))
            }
            Criterion::Available { score, available } => {
                let known = self.sums(*score)?.which(&self.board, |_| true)?;
                if *available { Ok(known) } else { known.not() }
            }
            Criterion::RouteOffered(route) => Ok(self.variables.offered(&self.board, *route)),
            Criterion::ScaleOn(score) if self.variables.choices.scales.contains(score) => {
                self.variables.is(&self.board, Slot::ScaleOff(*score), 0)
            }
            Criterion::ScaleOn(_) => Ok(self.board.always.clone()),
            Criterion::SafetyGap => self.safety_gap(),
        }
    }

    fn each(&mut self, parts: &[Criterion]) -> Drawn<Vec<Diagram>> {
        parts.iter().map(|part| self.holds(part)).collect()
    }

    /// A definition; drawn once when all items have been reached, because only then it is the same for all who ask.
    fn definition(&mut self, def: usize) -> Drawn {
        if let Some(drawn) = &self.defs[def] {
            return Ok(drawn.clone());
        }
        let questionnaire = self.questionnaire;
        let drawn = self.holds(&questionnaire.defs[def])?;
        if self.all_reached() {
            self.defs[def] = Some(drawn.clone());
        }
        Ok(drawn)
    }

    /// Tells whether it is known of every item where it is asked.
    pub fn all_reached(&self) -> bool {
        self.enabled.len() == self.questionnaire.items.len()
    }

    /// Where an item is asked; one that has not been reached counts as not asked.
    pub fn asked(&self, item: ItemIndex) -> Diagram {
        self.enabled.get(item.get()).unwrap_or(&self.board.never).clone()
    }

    /// A safety item that is asked and skipped, or answered with "rather not say".
    fn safety_gap(&self) -> Drawn {
        let mut gaps = Vec::new();
        for item in self.questionnaire.item_indices().filter(|item| self.questionnaire[*item].safety) {
            let refused = self.questionnaire[item].special(Special::RatherNotSay);
            let refused = self.variables.chosen(&self.board, item, refused.map(OptionSet::one).unwrap_or_default())?;
            gaps.push(self.asked(item).and(&self.blank[item.get()].or(&refused)?)?);
        }
        self.board.any(&gaps)
    }
}
