//! Whether conditions can hold together, and which values scores can have: the diagrams of the proofs answer it.
//!
//! A screen is drawn once for all lints. If it is too large to be drawn, everything counts as possible.

use std::cell::RefCell;

use crate::proof::diagram::{Diagram, Drawn};
use crate::proof::model::Drawing;
use crate::questionnaire::{Criterion, OptionSet, Questionnaire, ScoreIndex};

/// What is possible with one questionnaire.
pub struct Reasoner<'a> {
    drawn: Drawn<RefCell<Visits<'a>>>,
    values: Vec<Vec<f64>>,
}

impl<'a> Reasoner<'a> {
    /// Draws a questionnaire.
    pub fn new(questionnaire: &'a Questionnaire) -> Self {
        let drawn = Visits::of(questionnaire).and_then(|mut visits| Ok((visits.values()?, visits)));
        match drawn {
            Ok((values, visits)) => Self { drawn: Ok(RefCell::new(visits)), values },
            Err(too_large) => Self { drawn: Err(too_large), values: vec![Vec::new(); questionnaire.scores.len()] },
        }
    }

    /// Lists the values a score can have, lowest first; none if the screen is too large.
    pub fn values(&self, score: usize) -> &[f64] {
        &self.values[score]
    }

    /// Tells whether some visit can make all of `hold` hold, and none of `fail`.
    pub fn can<'b>(
        &self,
        hold: impl IntoIterator<Item = &'b Criterion>,
        fail: impl IntoIterator<Item = &'b Criterion>,
    ) -> bool {
        let can = |drawn: &RefCell<Visits>| drawn.borrow_mut().can(hold, fail);
        self.drawn.as_ref().map_err(|too_large| *too_large).and_then(can).unwrap_or(true)
    }
}

/// All visits of a questionnaire.
struct Visits<'a> {
    drawing: Drawing<'a>,
    /// Where answers and settings are those of a visit: some route is offered, and an exclusive tick is the only one.
    all: Diagram,
}

impl<'a> Visits<'a> {
    fn of(questionnaire: &'a Questionnaire) -> Drawn<Self> {
        let drawing = Drawing::of(questionnaire, &[])?;
        let board = &drawing.board;
        let mut all = board.any(&drawing.offered())?;
        for item in questionnaire.item_indices() {
            let options = &questionnaire[item].options;
            for alone in (0..options.len()).filter(|option| options[*option].exclusive) {
                let others =
                    (0..options.len()).filter(|option| *option != alone).fold(OptionSet::default(), OptionSet::with);
                let chosen = |options| drawing.variables.chosen(board, item, options);
                all = all.without(&chosen(OptionSet::one(alone))?.and(&chosen(others)?)?)?;
            }
        }
        Ok(Self { drawing, all })
    }

    fn can<'b>(
        &mut self,
        hold: impl IntoIterator<Item = &'b Criterion>,
        fail: impl IntoIterator<Item = &'b Criterion>,
    ) -> Drawn<bool> {
        let mut visits = self.all.clone();
        for criterion in hold {
            visits = visits.and(&self.drawing.holds(criterion)?)?;
        }
        for criterion in fail {
            visits = visits.without(&self.drawing.holds(criterion)?)?;
        }
        Ok(!visits.is_never())
    }

    fn values(&mut self) -> Drawn<Vec<Vec<f64>>> {
        (0..self.drawing.questionnaire.scores.len()).map(|score| self.values_of(ScoreIndex::at(score))).collect()
    }

    fn values_of(&mut self, score: ScoreIndex) -> Drawn<Vec<f64>> {
        let mut values = Vec::new();
        for (value, holds) in self.drawing.sums(score)?.values() {
            if !holds.and(&self.all)?.is_never() {
                values.push(value.value());
            }
        }
        values.sort_by(f64::total_cmp);
        values.dedup();
        Ok(values)
    }
}
