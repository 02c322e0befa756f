//! The questionnaire as functions of answers and settings, built as [`screening`](crate::screening) works them out for one visit.
//!
//! The functions are open to change, so that each proof can be shown to notice a model that breaks its property.

mod criteria;
mod factors;
mod outcomes;
mod scores;
mod sums;

use super::diagram::{Board, Diagram, Drawn};
use super::variables::Variables;
use crate::questionnaire::{ItemIndex, OptionSet, Outcome, Questionnaire, RouteStatus, ScoreIndex};

pub use criteria::Drawing;
pub use factors::{FactorModel, Variant};
pub use outcomes::{Judged, RouteModel};
pub use sums::Sums;

/// A questionnaire over all answers and all settings.
pub struct Model<'a> {
    /// What it is a model of.
    pub questionnaire: &'a Questionnaire,
    /// What can be answered and set.
    pub variables: Variables,
    /// Where the functions are drawn.
    pub board: Board,
    /// Settings with which a screening runs at all: some route is offered.
    pub allowed: Diagram,
    /// For each item: it is asked.
    pub enabled: Vec<Diagram>,
    /// For each item: its answer is "left blank", asked or not.
    pub blank: Vec<Diagram>,
    /// For each score: its values.
    pub scores: Vec<Sums>,
    /// For each condition: help is sought for it.
    pub chosen: Vec<Diagram>,
    /// For each indication: usual treatments came first.
    pub met: Vec<Diagram>,
    /// For each rule: its factor.
    pub factors: Vec<FactorModel>,
    /// What it all comes to.
    pub judged: Judged,
}

impl<'a> Model<'a> {
    /// Draws a questionnaire.
    ///
    /// `cuts` are numbers that tell answers apart beside those the questionnaire itself compares with.
    pub fn of(questionnaire: &'a Questionnaire, cuts: &[(ItemIndex, i32)]) -> Drawn<Self> {
        let mut drawing = Drawing::of(questionnaire, cuts)?;
        let chosen: Vec<_> = questionnaire
            .conditions
            .iter()
            .map(|condition| drawing.holds(&condition.chosen_when))
            .collect::<Drawn<_>>()?;
        let met: Vec<_> = questionnaire
            .indications
            .iter()
            .map(|indication| drawing.holds(&indication.met_when))
            .collect::<Drawn<_>>()?;
        let scores = (0..questionnaire.scores.len()).map(|score| drawing.sums(ScoreIndex::at(score)));
        let scores: Vec<_> = scores.collect::<Drawn<_>>()?;
        let factors = factors::factors(&mut drawing)?;
        let offered = drawing.offered();
        let Drawing { variables, board, enabled, blank, .. } = drawing;
        let allowed = board.any(&offered)?;
        let judged =
            outcomes::judge(questionnaire, &board, &offered, &chosen, &met, &factors, |variant| &variant.listed)?;
        Ok(Self { questionnaire, variables, allowed, enabled, blank, scores, chosen, met, factors, judged, board })
    }

    /// Holds where the outcome is at least so grave.
    pub fn at_least(&self, gravity: u8) -> Drawn {
        let grave = Outcome::ALL.iter().zip(&self.judged.outcomes).filter(|(outcome, _)| outcome.gravity() >= gravity);
        self.board.any(grave.map(|(_, holds)| holds))
    }

    /// The same findings if no factor hid another of its topic.
    pub fn judged_without_hiding(&self) -> Drawn<Judged> {
        let offered: Vec<_> = self.judged.routes.iter().map(|route| route.offered.clone()).collect();
        let set: fn(&Variant) -> &Diagram = |variant| &variant.holds;
        outcomes::judge(self.questionnaire, &self.board, &offered, &self.chosen, &self.met, &self.factors, set)
    }

    /// Where this is the outcome.
    pub fn outcome(&self, outcome: Outcome) -> &Diagram {
        &self.judged.outcomes[outcome as usize]
    }

    /// Where this is the status of a route, which is offered.
    pub fn status<'b>(&'b self, route: &'b RouteModel, status: RouteStatus) -> &'b Diagram {
        &route.statuses[status as usize]
    }

    /// Where an option is chosen or ticked, asked or not.
    pub fn picked(&self, item: ItemIndex, option: usize) -> Drawn {
        self.variables.chosen(&self.board, item, OptionSet::one(option))
    }

    /// The clinic has made nothing stricter, for [`Diagram::given`].
    pub fn unraised(&self) -> Drawn {
        let bits = self.variables.of_raises().into_iter().map(|bit| self.board.variable(bit).not());
        self.board.all(&bits.collect::<Drawn<Vec<_>>>()?)
    }
}
