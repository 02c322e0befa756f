//! A value for each variable, and the visit that these values describe.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::diagram::Diagram;
use super::model::Model;
use super::shortest::cheapest;
use super::variables::{Domain, Slot, Variables};
use super::visit::Inputs;
use crate::questionnaire::{Class, FactorIndex, ItemIndex, OptionSet, Questionnaire};
use crate::screening::{Answer, Answers};

/// A value for each slot; one that is left out is blank, as the screen has it, or offered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Witness {
    values: HashMap<Slot, usize>,
    /// What it costs: answers first, then settings, then concerns, then routes that are not offered.
    pub cost: u64,
}

impl Witness {
    /// Finds the shortest one for which a function holds: the fewest answers, then the fewest settings.
    ///
    /// Where several are as short, the one whose last differing variable is blank; never by chance.
    #[must_use]
    pub fn shortest(variables: &Variables, function: &Diagram) -> Option<Self> {
        let (literals, cost) = cheapest(variables, function)?;
        let mut bits: HashMap<Slot, usize> = HashMap::new();
        for (variable, is_set) in literals {
            let (slot, place, width) = variables.slot(variable);
            *bits.entry(slot).or_default() |= usize::from(is_set) << (width - 1 - place);
        }
        let values = bits.into_iter().map(|(slot, code)| (slot, code.min(variables.values(slot) - 1)));
        Some(Self { values: values.collect(), cost })
    }

    /// The value of a slot.
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
    pub fn visit(&self, model: &Model) -> Inputs {
        let questionnaire = model.questionnaire;
        let mut answers = Answers::none(questionnaire);
        for item in questionnaire.item_indices() {
            answers.set(item, self.answer(&model.variables, item));
        }
        Inputs { answers, settings: self.settings(questionnaire, &model.variables) }
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
