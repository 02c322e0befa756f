//! What is known of a visit while a condition is thought through: for each item, which answers are still possible.

use crate::questionnaire::{Comparison, Criterion, ItemKind, OptionSet, Questionnaire};

/// What is still possible for one item.
#[derive(Debug, Clone, Copy)]
pub struct ItemState {
    /// It may not be asked at all.
    off: bool,
    /// It may be asked and left blank.
    blank: bool,
    /// The options that may be chosen or ticked, a bit each.
    may: u32,
    /// The options that are ticked for certain.
    must: u32,
    /// The numbers that may be given.
    numbers: Option<(i64, i64)>,
    /// It was concluded whether the item is asked.
    settled: bool,
}

/// What is still possible for one score: whether there is none, and which of its values there may be.
#[derive(Debug, Clone, Copy)]
struct ScoreState {
    none: bool,
    from: usize,
    to: usize,
}

/// What is still possible for everything that a condition can ask about.
#[derive(Debug, Clone)]
pub struct World {
    items: Vec<ItemState>,
    scores: Vec<ScoreState>,
    routes: Vec<Option<bool>>,
    scales: Vec<Option<bool>>,
    gap: Option<bool>,
}

/// What a step of thought led to.
pub enum Step {
    /// The parts contradict each other.
    Contradiction,
    /// Nothing further follows.
    Known,
    /// The item is asked, or is not.
    Asked(usize, bool),
    /// At least one of these options of the item is ticked.
    OneOf(usize, OptionSet),
}

fn bits(options: OptionSet) -> u32 {
    options.iter().fold(0, |bits, option| bits | 1 << option)
}

impl World {
    /// Knows nothing yet: everything is possible. `values` holds the values each score can have, in order.
    pub fn open(questionnaire: &Questionnaire, values: &[Vec<f64>]) -> Self {
        let item = |item: &crate::questionnaire::Item| {
            let numbers = match item.kind {
                ItemKind::Integer { min, max } | ItemKind::Scale { min, max } => Some((i64::from(min), i64::from(max))),
                ItemKind::Choice | ItemKind::MultiChoice => None,
            };
            let may = (0..item.options.len()).fold(0, |bits, option| bits | 1 << option);
            ItemState { off: true, blank: true, may, must: 0, numbers, settled: false }
        };
        Self {
            items: questionnaire.items.iter().map(item).collect(),
            scores: values.iter().map(|values| ScoreState { none: true, from: 0, to: values.len() }).collect(),
            routes: vec![None; questionnaire.routes.len()],
            scales: vec![None; questionnaire.scores.len()],
            gap: None,
        }
    }

    /// Learns that a single test holds, or does not.
    pub fn learn(&mut self, questionnaire: &Questionnaire, values: &[Vec<f64>], test: &Criterion, holds: bool) -> Step {
        match test {
            Criterion::Chosen { item, options } => {
                let several = questionnaire[*item].kind == ItemKind::MultiChoice;
                let state = &mut self.items[item.get()];
                if !holds {
                    state.may &= !bits(*options);
                } else if several {
                    return Step::OneOf(item.get(), *options);
                } else {
                    state.answered();
                    state.numbers = None;
                    state.may &= bits(*options);
                }
                self.item(questionnaire, item.get())
            }
            Criterion::Answered(item) => {
                let state = &mut self.items[item.get()];
                if holds {
                    state.answered()
                } else {
                    state.unanswered()
                }
                self.item(questionnaire, item.get())
            }
            Criterion::Skipped(item) => {
                let state = &mut self.items[item.get()];
                if holds {
                    state.off = false;
                    state.unanswered();
                } else {
                    state.blank = false;
                }
                self.item(questionnaire, item.get())
            }
            Criterion::Number { item, comparison, value } => {
                let state = &mut self.items[item.get()];
                if holds {
                    state.answered();
                    state.may = 0;
                }
                state.numbers = state.numbers.and_then(|numbers| within(numbers, *comparison, *value, holds));
                self.item(questionnaire, item.get())
            }
            Criterion::Score { score, comparison, value } => {
                let (state, values) = (&mut self.scores[score.get()], &values[score.get()]);
                state.none &= !holds;
                let fits = |place: &usize| comparison.holds(values[*place], *value) == holds;
                let range = || state.from..state.to;
                let (from, to) = (range().find(fits), range().rev().find(fits));
                (state.from, state.to) = from.zip(to).map_or((0, 0), |(from, to)| (from, to + 1));
                state.step()
            }
            Criterion::Available { score, available } => {
                let state = &mut self.scores[score.get()];
                if *available == holds {
                    state.none = false
                } else {
                    (state.from, state.to) = (0, 0)
                }
                state.step()
            }
            Criterion::RouteOffered(route) => {
                let step = settle(&mut self.routes[route.get()], holds);
                // A clinic that offers nothing asks nothing.
                if self.routes.iter().all(|route| *route == Some(false)) { Step::Contradiction } else { step }
            }
            Criterion::ScaleOn(score) => settle(&mut self.scales[score.get()], holds),
            Criterion::SafetyGap => settle(&mut self.gap, holds),
            Criterion::Always | Criterion::All(_) | Criterion::Any(_) | Criterion::Not(_) | Criterion::Ref(_) => {
                Step::Known
            }
        }
    }

    /// Learns that an option is ticked.
    pub fn tick(&mut self, questionnaire: &Questionnaire, item: usize, option: usize) -> Step {
        let state = &mut self.items[item];
        state.answered();
        state.must |= 1 << option;
        self.item(questionnaire, item)
    }

    fn item(&mut self, questionnaire: &Questionnaire, item: usize) -> Step {
        let state = &mut self.items[item];
        let options = &questionnaire.items[item].options;
        // An exclusive tick clears all others, on screen.
        let alone = options
            .iter()
            .enumerate()
            .all(|(place, option)| !option.exclusive || state.must & (1 << place) == 0 || state.must == 1 << place);
        let ticks = state.must & !state.may == 0 && alone;
        let answer = (state.may != 0 || state.numbers.is_some()) && ticks;
        match (state.off, state.blank || answer, state.settled) {
            (false, false, _) => Step::Contradiction,
            (true, true, _) | (_, _, true) => Step::Known,
            (off, ..) => {
                state.settled = true;
                Step::Asked(item, !off)
            }
        }
    }
}

impl ItemState {
    fn answered(&mut self) {
        (self.off, self.blank) = (false, false);
    }

    fn unanswered(&mut self) {
        self.may = 0;
        self.numbers = None;
    }
}

impl ScoreState {
    fn step(self) -> Step {
        if self.none || self.from < self.to { Step::Known } else { Step::Contradiction }
    }
}

fn settle(known: &mut Option<bool>, holds: bool) -> Step {
    if known.is_some_and(|known| known != holds) {
        return Step::Contradiction;
    }
    *known = Some(holds);
    Step::Known
}

/// What is left of a range of whole numbers.
#[allow(clippy::cast_possible_truncation, reason = "limits of items are far below those of i64")]
fn within((low, high): (i64, i64), comparison: Comparison, value: f64, holds: bool) -> Option<(i64, i64)> {
    let (floor, ceil) = (value.floor() as i64, value.ceil() as i64);
    let (low, high) = match (comparison, holds) {
        (Comparison::Gte, true) | (Comparison::Lt, false) => (low.max(ceil), high),
        (Comparison::Gt, true) | (Comparison::Lte, false) => (low.max(floor + 1), high),
        (Comparison::Lte, true) | (Comparison::Gt, false) => (low, high.min(floor)),
        (Comparison::Lt, true) | (Comparison::Gte, false) => (low, high.min(ceil - 1)),
        (Comparison::Eq, true) => (low.max(ceil), high.min(floor)),
        // A hole in the middle is not kept: what is left is then too much, never too little.
        (Comparison::Eq, false) if floor == ceil => {
            (if low == floor { low + 1 } else { low }, if high == floor { high - 1 } else { high })
        }
        (Comparison::Eq, false) => (low, high),
    };
    (low <= high).then_some((low, high))
}
