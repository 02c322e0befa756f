//! Scores: every value a score can have, and where it has it.

use std::collections::BTreeMap;

use super::super::diagram::{Diagram, Drawn};
use super::super::variables::{Domain, Slot};
use super::criteria::Drawing;
use super::sums::Sums;
use crate::questionnaire::{ItemIndex, Method, Missing, ScoreIndex};
use crate::screening::{Answer, ScoreValue};

impl Drawing<'_> {
    /// Draws a score; kept once all items have been reached.
    pub fn sums(&mut self, score: ScoreIndex) -> Drawn<Sums> {
        if let Some(sums) = &self.sums[score.get()] {
            return Ok(sums.clone());
        }
        let sums = self.add_up(score)?;
        if self.all_reached() {
            self.sums[score.get()] = Some(sums.clone());
        }
        Ok(sums)
    }

    /// Goes through the items one by one, with every total and number of parts there can be so far.
    fn add_up(&self, index: ScoreIndex) -> Drawn<Sums> {
        let score = &self.questionnaire[index];
        let mut totals = BTreeMap::from([((0, 0), self.board.always.clone())]);
        for item in &score.items {
            let asked = self.asked(*item);
            let adds = self.adds(*item, score.method)?;
            let mut next: BTreeMap<(i32, i32), Diagram> = BTreeMap::new();
            let mut reach = |total, holds: Diagram| -> Drawn<()> {
                if !holds.is_never() {
                    let before = next.remove(&total);
                    next.insert(total, before.map_or(Ok(holds.clone()), |before| before.or(&holds))?);
                }
                Ok(())
            };
            for ((total, parts), holds) in totals {
                reach((total, parts), holds.without(&asked)?)?;
                let asked = holds.and(&asked)?;
                if score.missing == Missing::CountAsZero {
                    reach((total, parts), asked.and(&self.blank[item.get()])?)?;
                }
                for (value, answered) in &adds {
                    reach((total + value, parts + 1), asked.and(answered)?)?;
                }
            }
            totals = next;
        }
        let available = totals.into_iter().filter(|((_, parts), _)| *parts > 0);
        let value = |(total, parts)| ScoreValue::of(total, if score.method == Method::Mean { parts } else { 1 });
        Ok(Sums(available.map(|(total, holds)| (value(total), holds)).collect()))
    }

    /// What each answer to an item adds to a score, and where it is given.
    fn adds(&self, item: ItemIndex, method: Method) -> Drawn<BTreeMap<i32, Diagram>> {
        let Domain::Values(values) = &self.variables.domains[item.get()] else { return Ok(BTreeMap::new()) };
        let mut adds: BTreeMap<i32, Diagram> = BTreeMap::new();
        for (place, value) in values.iter().enumerate() {
            let number = match value.answer {
                None => continue,
                Some(Answer::Number(number)) => number,
                Some(Answer::Options(options)) => {
                    options.iter().filter_map(|option| self.questionnaire[item].options[option].score).sum()
                }
            };
            let number = if method == Method::Count { i32::from(number > 0) } else { number };
            let given = self.variables.is(&self.board, Slot::Item(item), place)?;
            let before = adds.remove(&number).unwrap_or_else(|| self.board.never.clone());
            adds.insert(number, before.or(&given)?);
        }
        Ok(adds)
    }
}
