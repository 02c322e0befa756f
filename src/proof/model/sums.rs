//! The values that a score can have.

use super::super::diagram::{Board, Diagram, Drawn};
use crate::screening::ScoreValue;

/// Every value a score can have; where none of them is had, the score is not available.
#[derive(Clone)]
pub struct Sums(pub Vec<(ScoreValue, Diagram)>);

impl Sums {
    /// Goes through the values, each with where the score has it.
    pub fn values(&self) -> impl Iterator<Item = (ScoreValue, &Diagram)> {
        self.0.iter().map(|(value, holds)| (*value, holds))
    }

    /// Draws where the score is available and fits.
    pub fn which(&self, board: &Board, fits: impl Fn(ScoreValue) -> bool) -> Drawn {
        board.any(self.0.iter().filter(|(value, _)| fits(*value)).map(|(_, holds)| holds))
    }
}
