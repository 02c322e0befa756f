//! What a visitor can answer and a clinic can set, as a row of two-valued variables.
//!
//! A tick is one variable; any other answer is a binary number, 0 being "left blank".
//! A number beyond the last answer means the last answer, so that every row of values is a valid visit.

mod domain;
mod order;

use std::collections::HashMap;
use std::ops::Range;

use num_bigint::BigUint;

use super::diagram::{Board, Diagram, Drawn};
use crate::questionnaire::{Class, FactorIndex, ItemIndex, OptionSet, Questionnaire, RouteIndex, ScoreIndex};
use crate::screening::Answer;
use crate::settings::switchable_scales;

pub use domain::{Domain, Value, count, domains, each_criterion};
pub use order::Slot;

/// What a clinic may raise, switch or limit.
#[derive(Debug, Clone)]
pub struct Choices {
    /// For each rule the classes it may be raised to, `none` first.
    pub raises: Vec<Vec<Class>>,
    /// For each age setting its values; none of them is one more choice.
    pub ages: Vec<AgeChoices>,
    /// The scales that may be switched off.
    pub scales: Vec<ScoreIndex>,
}

/// An age setting and the values it may have beside its default.
#[derive(Debug, Clone)]
pub struct AgeChoices {
    /// The name of the setting.
    pub name: String,
    /// Each value, with the rules it raises to `stop`.
    pub values: Vec<(i32, Vec<FactorIndex>)>,
}

impl Choices {
    /// Lists what may be set for a questionnaire.
    pub fn of(questionnaire: &Questionnaire) -> Self {
        let raises = questionnaire.rules.iter();
        let raises = raises.map(|rule| [Class::None].into_iter().chain(rule.may_raise_to.iter().copied()).collect());
        let mut ages: Vec<AgeChoices> = Vec::new();
        for limit in &questionnaire.age_limits {
            let value = (limit.value, limit.factors.clone());
            match ages.iter_mut().find(|setting| setting.name == limit.setting) {
                Some(setting) => setting.values.push(value),
                None => ages.push(AgeChoices { name: limit.setting.clone(), values: vec![value] }),
            }
        }
        Self { raises: raises.collect(), ages, scales: switchable_scales(questionnaire) }
    }

    /// How many values a slot has.
    fn values(&self, slot: Slot, domains: &[Domain]) -> usize {
        match slot {
            Slot::Tick(..) | Slot::Route(_) | Slot::ScaleOff(_) => 2,
            Slot::Item(item) => match &domains[item.get()] {
                Domain::Values(values) => values.len(),
                Domain::Ticks { .. } => 1,
            },
            Slot::Raise(rule) => self.raises[rule.get()].len(),
            Slot::Age(setting) => self.ages[setting].values.len() + 1,
        }
    }

    /// Counts the sets of settings: routes, of which at least one is offered, scales, raises and ages.
    pub fn count(&self, routes: usize) -> BigUint {
        let raises = self.raises.iter().map(Vec::len);
        let ages = self.ages.iter().map(|setting| setting.values.len() + 1);
        let routes = (1_usize << routes) - 1;
        raises.chain(ages).chain([routes, 1 << self.scales.len()]).map(BigUint::from).product()
    }
}

/// The variables of a questionnaire.
pub struct Variables {
    /// What each item can be answered with.
    pub domains: Vec<Domain>,
    /// What a clinic can set.
    pub choices: Choices,
    /// The slots in the order of their variables, each with its own.
    pub slots: Vec<(Slot, Range<u32>)>,
    places: HashMap<Slot, usize>,
}

impl Variables {
    /// Lays out the variables of a questionnaire.
    ///
    /// `cuts` are numbers that tell answers apart beside those the questionnaire itself compares with.
    pub fn of(questionnaire: &Questionnaire, cuts: &[(ItemIndex, i32)]) -> Self {
        let domains = domains(questionnaire, cuts);
        let choices = Choices::of(questionnaire);
        let mut next = 0;
        let mut slots = Vec::new();
        for slot in order::order(questionnaire, &domains, &choices) {
            let values = choices.values(slot, &domains);
            let width = values.next_power_of_two().trailing_zeros();
            slots.push((slot, next..next + width));
            next += width;
        }
        let places = slots.iter().enumerate().map(|(place, (slot, _))| (*slot, place)).collect();
        Self { domains, choices, slots, places }
    }

    /// Counts the variables of all slots.
    pub fn width(&self) -> u32 {
        self.slots.last().map_or(0, |(_, bits)| bits.end)
    }

    /// The variables of a slot.
    pub fn bits(&self, slot: Slot) -> Range<u32> {
        self.places.get(&slot).map_or(0..0, |place| self.slots[*place].1.clone())
    }

    /// The slot of a variable, with the variable's place in it and how many it has.
    pub fn slot(&self, variable: u32) -> (Slot, u32, u32) {
        let place = self.slots.partition_point(|(_, bits)| bits.end <= variable);
        let (slot, bits) = &self.slots[place];
        (*slot, variable - bits.start, bits.end - bits.start)
    }

    /// Counts the values of a slot.
    pub fn values(&self, slot: Slot) -> usize {
        self.choices.values(slot, &self.domains)
    }

    /// The variables of an item, all ticks together.
    pub fn of_item(&self, item: ItemIndex) -> Vec<u32> {
        match &self.domains[item.get()] {
            Domain::Values(_) => self.bits(Slot::Item(item)).collect(),
            Domain::Ticks { options, .. } => {
                (0..*options).flat_map(|option| self.bits(Slot::Tick(item, option))).collect()
            }
        }
    }

    /// The variables of the settings that make rules stricter.
    pub fn of_raises(&self) -> Vec<u32> {
        let raises = self.slots.iter().filter(|(slot, _)| matches!(slot, Slot::Raise(_) | Slot::Age(_)));
        raises.flat_map(|(_, bits)| bits.clone()).collect()
    }

    /// The function that holds if the slot has its `value`th value.
    pub fn is(&self, board: &Board, slot: Slot, value: usize) -> Drawn {
        let bits = self.bits(slot);
        let codes = 1_usize << bits.len();
        let values = self.choices.values(slot, &self.domains);
        // Codes beyond the last value mean the last value.
        let codes = if value + 1 == values { value..codes } else { value..value + 1 };
        let codes: Vec<_> = codes.map(|code| board.code(bits.clone(), code as u32)).collect::<Drawn<_>>()?;
        board.any(&codes)
    }

    /// The one row of bits that encodes a value, for [`Diagram::given`].
    pub fn code(&self, board: &Board, slot: Slot, value: usize) -> Drawn {
        board.code(self.bits(slot), value as u32)
    }

    /// The function that holds if an option of a tick list is ticked, whatever else is.
    pub fn ticked(&self, board: &Board, item: ItemIndex, option: usize) -> Diagram {
        board.variable(self.bits(Slot::Tick(item, option)).start).clone()
    }

    /// The function that holds if the clinic offers a route.
    pub fn offered(&self, board: &Board, route: RouteIndex) -> Diagram {
        board.variable(self.bits(Slot::Route(route)).start).clone()
    }

    /// Where some of these options are chosen or ticked, asked or not.
    pub fn chosen(&self, board: &Board, item: ItemIndex, options: OptionSet) -> Drawn {
        let Domain::Ticks { options: all, none } = self.domains[item.get()] else {
            return self.answered(
                board,
                item,
                |answer| matches!(answer, Answer::Options(chosen) if chosen.meets(options)),
            );
        };
        let ticks = options.iter().map(|option| {
            let tick = self.ticked(board, item, option);
            if Some(option) != none {
                return Ok(tick);
            }
            // "None of these" beside others adds nothing.
            let others = (0..all).filter(|other| *other != option);
            let others: Vec<_> = others.map(|other| self.ticked(board, item, other)).collect();
            tick.without(&board.any(&others)?)
        });
        board.any(&ticks.collect::<Drawn<Vec<_>>>()?)
    }

    /// Where an item that is no tick list has one of the answers that fit, asked or not.
    pub fn answered(&self, board: &Board, item: ItemIndex, fits: impl Fn(Answer) -> bool) -> Drawn {
        let Domain::Values(values) = &self.domains[item.get()] else { return Ok(board.never.clone()) };
        let fitting = values.iter().enumerate().filter(|(_, value)| value.answer.is_some_and(&fits));
        let fitting = fitting.map(|(place, _)| self.is(board, Slot::Item(item), place));
        board.any(&fitting.collect::<Drawn<Vec<_>>>()?)
    }

    /// Where an item has no answer, asked or not.
    pub fn blank(&self, board: &Board, item: ItemIndex) -> Drawn {
        match self.domains[item.get()] {
            Domain::Values(_) => self.is(board, Slot::Item(item), 0),
            Domain::Ticks { options, .. } => {
                let ticks: Vec<_> = (0..options).map(|option| self.ticked(board, item, option)).collect();
                board.any(&ticks)?.not()
            }
        }
    }
}
