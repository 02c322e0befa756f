//! Scores: values of answers put together as their publishers say.

use super::{Answer, Facts};
use crate::questionnaire::{Comparison, Method, Missing, Score, ScoreIndex};

/// A score, as a fraction so that a mean is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoreValue {
    total: i32,
    parts: i32,
}

impl ScoreValue {
    /// Makes a score of a total and the number of parts it is shared by.
    #[cfg(feature = "command")]
    #[must_use]
    pub fn of(total: i32, parts: i32) -> Self {
        Self { total, parts }
    }

    /// The score as a number.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.total) / f64::from(self.parts)
    }

    /// Compares the score, without dividing.
    #[must_use]
    pub fn compares(self, comparison: Comparison, with: f64) -> bool {
        comparison.holds(f64::from(self.total), with * f64::from(self.parts))
    }

    /// Finds the band the score is in.
    #[must_use]
    pub fn band(self, score: &Score) -> Option<usize> {
        score.bands.iter().rposition(|band| self.compares(Comparison::Gte, band.from))
    }
}

impl Facts<'_> {
    /// Works a score out for rules, if it is available: where blank rows count as 0, it is the least that it can be.
    #[must_use]
    pub fn score(&self, score: ScoreIndex) -> Option<ScoreValue> {
        let score = &self.questionnaire[score];
        let mut values = ScoreValue { total: 0, parts: 0 };
        for item in score.items.iter().filter(|item| self.is_enabled(**item)) {
            let value = match self.answer(*item) {
                Some(Answer::Number(number)) => number,
                Some(Answer::Options(options)) => {
                    options.iter().filter_map(|option| self.questionnaire[*item].options[option].score).sum()
                }
                None if score.missing == Missing::None => return None,
                None => continue,
            };
            values.parts += 1;
            values.total += if score.method == Method::Count { i32::from(value > 0) } else { value };
        }
        if values.parts == 0 {
            return None;
        }
        if score.method != Method::Mean {
            values.parts = 1;
        }
        Some(values)
    }
}

/// Lists the scores that exist for this visit: those with an enabled item. A total of some rows is no score of anyone.
pub fn existing(facts: &Facts) -> Vec<(ScoreIndex, Option<ScoreValue>)> {
    let scores = (0..facts.questionnaire.scores.len()).map(ScoreIndex::at);
    let asked = |score: &ScoreIndex| facts.questionnaire[*score].items.iter().any(|item| facts.is_enabled(*item));
    let complete = |score: ScoreIndex| {
        let mut asked = facts.questionnaire[score].items.iter().filter(|item| facts.is_enabled(**item));
        asked.all(|item| facts.answer(*item).is_some())
    };
    scores.filter(asked).map(|score| (score, facts.score(score).filter(|_| complete(score)))).collect()
}
