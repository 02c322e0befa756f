//! From a diagram to the shortest visit it holds for.

#![allow(clippy::mutable_key_type, reason = "a diagram is compared and hashed by the number of its node, which stays")]

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::diagram::{Diagram, Top};
use super::model::Model;
use super::variables::{Domain, Slot, Variables};
use crate::questionnaire::{Class, FactorIndex, ItemIndex, ItemKind, OptionSet, Questionnaire};
use crate::screening::{Answer, Answers, Screening, screen};
use crate::settings::settle;

/// What it costs to give an answer, to change a setting, to tick something other than "none of these", not to offer a route.
const ANSWER: u64 = 1 << 40;
const SETTING: u64 = 1 << 24;
const CONCERN: u64 = 1 << 8;
const NOT_OFFERED: u64 = 1;

/// A value for each slot; one that is left out is blank, as the screen has it, or offered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Witness {
    values: HashMap<Slot, usize>,
    /// What it costs: answers first, then settings, then concerns, then routes that are not offered.
    pub cost: u64,
}

/// What a visitor answers and a clinic sets.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// The answers.
    pub answers: Answers,
    /// The settings, as a page or a case has them.
    pub settings: Map<String, Value>,
}

impl Witness {
    /// Finds the shortest one for which a function holds: the fewest answers, then the fewest settings.
    ///
    /// Where several are as short, the one whose last differing variable is blank; never by chance.
    #[must_use]
    pub fn shortest(variables: &Variables, function: &Diagram) -> Option<Self> {
        let mut search = Search { variables, known: HashMap::new() };
        let cost = search.cost(function, None)?;
        let mut bits: HashMap<Slot, usize> = HashMap::new();
        for (variable, is_set) in Self::literals(variables, function)? {
            let (slot, place, width) = variables.slot(variable);
            *bits.entry(slot).or_default() |= usize::from(is_set) << (width - 1 - place);
        }
        let values = bits.into_iter().map(|(slot, code)| (slot, code.min(variables.values(slot) - 1)));
        Some(Self { values: values.collect(), cost })
    }

    /// Gives the variables along the same way through the diagram, each with its value.
    #[must_use]
    pub fn literals(variables: &Variables, function: &Diagram) -> Option<Vec<(u32, bool)>> {
        let mut search = Search { variables, known: HashMap::new() };
        search.cost(function, None)?;
        let mut literals = Vec::new();
        let (mut diagram, mut open) = (function.clone(), None);
        while let Top::Decision { variable, low, high } = diagram.top() {
            let is_set = search.choose(&diagram, open);
            literals.push((variable, is_set));
            open = next(variables, variable, is_set, open);
            diagram = if is_set { high } else { low };
        }
        Some(literals)
    }

    /// Gives the value of a slot.
    #[must_use]
    pub fn value(&self, slot: Slot) -> usize {
        self.values.get(&slot).copied().unwrap_or(usize::from(matches!(slot, Slot::Route(_))))
    }

    /// Sets the value of a slot.
    pub fn set(&mut self, slot: Slot, value: usize) {
        self.values.insert(slot, value);
    }

    /// The same, with another value of a slot.
    #[must_use]
    pub fn with(&self, slot: Slot, value: usize) -> Self {
        let mut witness = self.clone();
        witness.set(slot, value);
        witness
    }

    /// The same, without what a clinic has made stricter.
    #[must_use]
    pub fn without_raises(&self) -> Self {
        let mut witness = self.clone();
        witness.values.retain(|slot, _| !matches!(slot, Slot::Raise(_) | Slot::Age(_)));
        witness
    }

    /// Makes the visit of it.
    #[must_use]
    pub fn visit(&self, model: &Model) -> Visit {
        let questionnaire = model.questionnaire;
        let mut answers = Answers::none(questionnaire);
        for item in questionnaire.item_indices() {
            answers.set(item, self.answer(&model.variables, item));
        }
        Visit { answers, settings: self.settings(questionnaire, &model.variables) }
    }

    fn answer(&self, variables: &Variables, item: ItemIndex) -> Option<Answer> {
        match &variables.domains[item.get()] {
            Domain::Values(values) => values[self.value(Slot::Item(item))].answer,
            Domain::Ticks { options, none } => {
                let ticked = (0..*options).filter(|option| self.value(Slot::Tick(item, *option)) == 1);
                let ticks = ticked.fold(OptionSet::default(), OptionSet::with);
                // "None of these" beside other ticks adds nothing.
                let ticks = none.filter(|_| ticks.len() > 1).map_or(ticks, |none| ticks.without(none));
                (!ticks.is_empty()).then_some(Answer::Options(ticks))
            }
        }
    }

    fn settings(&self, questionnaire: &Questionnaire, variables: &Variables) -> Map<String, Value> {
        let mut settings = Map::new();
        let open = questionnaire.regions.iter().find(|region| region.open);
        let region = open.or(questionnaire.regions.first());
        settings.insert("region".into(), json!(region.map(|region| region.id.as_str())));
        if open.is_none() {
            settings.insert("advice_confirmed".into(), json!(true));
            settings.insert("mode".into(), json!("full"));
        }
        let offered = questionnaire.route_indices().filter(|route| self.value(Slot::Route(*route)) == 1);
        let routes: Vec<_> = offered.map(|route| questionnaire[route].id.as_str()).collect();
        settings.insert("routes".into(), json!(routes));
        let choices = &variables.choices;
        let off = choices.scales.iter().filter(|score| self.value(Slot::ScaleOff(**score)) == 1);
        let off: Vec<_> = off.map(|score| questionnaire[*score].id.as_str()).collect();
        if !off.is_empty() {
            settings.insert("scales_off".into(), json!(off));
        }
        for (place, setting) in choices.ages.iter().enumerate() {
            if let Some(value) = self.value(Slot::Age(place)).checked_sub(1) {
                settings.insert(setting.name.clone(), json!(setting.values[value].0));
            }
        }
        let stricter: Map<String, Value> = raised(self, questionnaire, variables)
            .map(|(rule, class)| (rule.to_owned(), json!(class.as_str())))
            .collect();
        if !stricter.is_empty() {
            settings.insert("stricter".into(), Value::Object(stricter));
        }
        settings
    }
}

fn raised<'a>(
    witness: &Witness,
    questionnaire: &'a Questionnaire,
    variables: &Variables,
) -> impl Iterator<Item = (&'a str, Class)> {
    let raises = variables.choices.raises.iter().enumerate();
    raises.filter_map(|(place, classes)| {
        let class = classes[witness.value(Slot::Raise(FactorIndex::at(place)))];
        (class != Class::None).then(|| (questionnaire.rules[place].id.as_str(), class))
    })
}

impl Visit {
    /// Screens it, as the program does.
    #[must_use]
    pub fn screen(&self, questionnaire: &Questionnaire) -> Screening {
        screen(questionnaire, &self.answers, &settle(questionnaire, &self.settings).0)
    }

    /// Writes it as `selfscreen evaluate` reads it, the answers in the order of the questionnaire.
    #[must_use]
    pub fn line(&self, questionnaire: &Questionnaire, id: &str) -> String {
        let mut answers = Vec::new();
        for item in questionnaire.item_indices() {
            let asked = &questionnaire[item];
            let code = |option: usize| asked.options[option].code.as_str();
            let value = match self.answers.get(item) {
                None => continue,
                Some(Answer::Number(number)) => json!(number),
                Some(Answer::Options(options)) if asked.kind == ItemKind::MultiChoice => {
                    options.iter().map(code).collect()
                }
                Some(Answer::Options(options)) => json!(options.iter().map(code).next()),
            };
            answers.push(format!("{}:{value}", json!(asked.link_id.as_str())));
        }
        let settings = Value::Object(self.settings.clone());
        format!("{{\"id\":{},\"config\":{settings},\"answers\":{{{}}}}}", json!(id), answers.join(","))
    }
}

/// The slot whose value is being read, and whether it has been paid for.
type Open = Option<Slot>;

struct Search<'a> {
    variables: &'a Variables,
    /// What each diagram costs at least, by the slot that has been paid for.
    known: HashMap<(Diagram, Open), Option<u64>>,
}

impl Search<'_> {
    /// The least it costs to make a diagram hold; none if nothing does.
    fn cost(&mut self, diagram: &Diagram, open: Open) -> Option<u64> {
        let Top::Decision { variable, low, high } = diagram.top() else {
            return (!diagram.is_never()).then_some(0);
        };
        let open = open.filter(|slot| *slot == self.variables.slot(variable).0);
        if let Some(cost) = self.known.get(&(diagram.clone(), open)) {
            return *cost;
        }
        let cost = match (self.branch(variable, false, &low, open), self.branch(variable, true, &high, open)) {
            (Some(low), Some(high)) => Some(low.min(high)),
            (low, high) => low.or(high),
        };
        self.known.insert((diagram.clone(), open), cost);
        cost
    }

    fn branch(&mut self, variable: u32, is_set: bool, to: &Diagram, open: Open) -> Option<u64> {
        let rest = self.cost(to, next(self.variables, variable, is_set, open))?;
        Some(rest + price(self.variables, variable, is_set, open))
    }

    /// Whether the variable at the top is best true.
    fn choose(&mut self, diagram: &Diagram, open: Open) -> bool {
        let Top::Decision { variable, low, high } = diagram.top() else { return false };
        let open = open.filter(|slot| *slot == self.variables.slot(variable).0);
        match (self.branch(variable, false, &low, open), self.branch(variable, true, &high, open)) {
            (Some(low), Some(high)) => high < low,
            (low, _) => low.is_none(),
        }
    }
}

/// What a variable costs at this value; a slot of several variables is paid for once.
fn price(variables: &Variables, variable: u32, is_set: bool, open: Open) -> u64 {
    let (slot, ..) = variables.slot(variable);
    match slot {
        Slot::Route(_) => u64::from(!is_set) * NOT_OFFERED,
        _ if !is_set || open == Some(slot) => 0,
        Slot::Tick(item, option) => match variables.domains[item.get()] {
            Domain::Ticks { none, .. } if none == Some(option) => ANSWER,
            _ => ANSWER + CONCERN,
        },
        Slot::Item(_) => ANSWER,
        Slot::Raise(_) | Slot::Age(_) | Slot::ScaleOff(_) => SETTING,
    }
}

fn next(variables: &Variables, variable: u32, is_set: bool, open: Open) -> Open {
    let (slot, ..) = variables.slot(variable);
    if is_set || open == Some(slot) { Some(slot) } else { None }
}
