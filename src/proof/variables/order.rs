//! The order of the variables, on which the size of every diagram hangs.
//!
//! What is judged together stands together: for each indication in turn whatever it reads, then for each item whatever its
//! rules read, doubts beside the ticks they are about, and each rule's raise behind the last answer that sets it.

use std::collections::HashSet;

use super::{Choices, Domain};
use crate::questionnaire::{Criterion, FactorIndex, ItemIndex, OptionSet, Questionnaire, RouteIndex, ScoreIndex};

/// Something that has a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// The clinic offers the route.
    Route(RouteIndex),
    /// The clinic has switched the scale off.
    ScaleOff(ScoreIndex),
    /// The answer to an item that is no tick list.
    Item(ItemIndex),
    /// An option of a tick list.
    Tick(ItemIndex, usize),
    /// What the clinic has raised the rule to.
    Raise(FactorIndex),
    /// An age setting, by its place.
    Age(usize),
}

/// Puts every slot in order.
pub fn order(questionnaire: &Questionnaire, domains: &[Domain], choices: &Choices) -> Vec<Slot> {
    let mut ordering = Ordering { questionnaire, domains, choices, order: Vec::new(), placed: HashSet::new() };
    questionnaire.route_indices().for_each(|route| ordering.place(Slot::Route(route)));
    for indication in &questionnaire.indications {
        ordering.criterion(&questionnaire.conditions[indication.condition].chosen_when);
        ordering.criterion(&indication.met_when);
    }
    questionnaire.conditions.iter().for_each(|condition| ordering.criterion(&condition.chosen_when));
    for rule in by_first_item(questionnaire) {
        let rule = &questionnaire[rule];
        ordering.criterion(&rule.when);
        rule.unsure_when.iter().for_each(|when| ordering.criterion(when));
    }
    questionnaire.item_indices().for_each(|item| ordering.item(item));
    ordering.other_ticks();
    ordering.settings();
    ordering.order
}

/// Lists the rules by the first item and option that sets them, so that ticks of a list stay together.
fn by_first_item(questionnaire: &Questionnaire) -> Vec<FactorIndex> {
    let mut rules: Vec<_> = (0..questionnaire.rules.len()).map(FactorIndex::at).collect();
    rules.sort_by_key(|rule| {
        let mut slots = Vec::new();
        slots_of(questionnaire, &questionnaire[*rule].when, &mut slots);
        slots.into_iter().min().unwrap_or((ItemIndex(u16::MAX), OptionSet::default()))
    });
    rules
}

/// Lists the items a criterion reads, each with the options it asks for.
fn slots_of(questionnaire: &Questionnaire, criterion: &Criterion, slots: &mut Vec<(ItemIndex, OptionSet)>) {
    criterion.visit(&mut |part| match part {
        Criterion::Chosen { item, options } => slots.push((*item, *options)),
        Criterion::Answered(item) | Criterion::Skipped(item) | Criterion::Number { item, .. } => {
            slots.push((*item, OptionSet::default()));
        }
        Criterion::Score { score, .. } | Criterion::Available { score, .. } => {
            slots.extend(questionnaire[*score].items.iter().map(|item| (*item, OptionSet::default())));
        }
        Criterion::Ref(def) => slots_of(questionnaire, &questionnaire.defs[*def], slots),
        _ => {}
    });
}

struct Ordering<'a> {
    questionnaire: &'a Questionnaire,
    domains: &'a [Domain],
    choices: &'a Choices,
    order: Vec<Slot>,
    placed: HashSet<Slot>,
}

impl Ordering<'_> {
    fn place(&mut self, slot: Slot) {
        if self.placed.insert(slot) {
            self.order.push(slot);
        }
    }

    /// Places whatever a criterion reads, after what decides whether that is asked.
    fn criterion(&mut self, criterion: &Criterion) {
        let questionnaire = self.questionnaire;
        match criterion {
            Criterion::All(parts) | Criterion::Any(parts) => parts.iter().for_each(|part| self.criterion(part)),
            Criterion::Not(part) => self.criterion(part),
            Criterion::Ref(def) => self.criterion(&questionnaire.defs[*def]),
            Criterion::Chosen { item, options } => match self.domains[item.get()] {
                Domain::Ticks { .. } => {
                    self.asked(*item);
                    options.iter().for_each(|option| self.place(Slot::Tick(*item, option)));
                }
                Domain::Values(_) => self.item(*item),
            },
            Criterion::Answered(item) | Criterion::Skipped(item) | Criterion::Number { item, .. } => self.item(*item),
            Criterion::Score { score, .. } | Criterion::Available { score, .. } => {
                questionnaire[*score].items.iter().for_each(|item| self.item(*item));
            }
            Criterion::ScaleOn(score) => {
                if self.choices.scales.contains(score) {
                    self.place(Slot::ScaleOff(*score));
                }
            }
            Criterion::Always | Criterion::RouteOffered(_) | Criterion::SafetyGap => {}
        }
    }

    /// Places what decides whether an item is asked.
    fn asked(&mut self, item: ItemIndex) {
        let questionnaire = self.questionnaire;
        let page = &questionnaire[questionnaire[item].page];
        self.criterion(&questionnaire.sections[page.section].enable_when);
        self.criterion(&page.enable_when);
        self.criterion(&questionnaire[item].enable_when);
    }

    fn item(&mut self, item: ItemIndex) {
        self.asked(item);
        if matches!(self.domains[item.get()], Domain::Values(_)) {
            self.place(Slot::Item(item));
        }
    }

    /// Places the ticks that no rule reads beside the first one of their list that some rule does.
    fn other_ticks(&mut self) {
        for item in self.questionnaire.item_indices() {
            let Domain::Ticks { options, .. } = self.domains[item.get()] else { continue };
            let rest: Vec<_> =
                (0..options).map(|option| Slot::Tick(item, option)).filter(|tick| self.placed.insert(*tick)).collect();
            let first = self.order.iter().position(|slot| matches!(slot, Slot::Tick(of, _) if *of == item));
            let place = first.map_or(self.order.len(), |first| first + 1);
            self.order.splice(place..place, rest);
        }
    }

    /// Places each raise behind the last answer that sets its rule for certain, and the ages behind those of their rules.
    fn settings(&mut self) {
        let questionnaire = self.questionnaire;
        for (place, classes) in self.choices.raises.iter().enumerate() {
            if classes.len() > 1 {
                let rule = FactorIndex::at(place);
                let behind = self.behind(&questionnaire[rule].when);
                self.order.insert(behind, Slot::Raise(rule));
            }
        }
        for (place, setting) in self.choices.ages.iter().enumerate() {
            let rules = setting.values.iter().flat_map(|(_, rules)| rules);
            let behind = rules.map(|rule| self.behind(&questionnaire[*rule].when)).max();
            self.order.insert(behind.unwrap_or(self.order.len()), Slot::Age(place));
        }
        for scale in &self.choices.scales {
            self.place(Slot::ScaleOff(*scale));
        }
    }

    /// The place behind the last slot that a criterion reads.
    fn behind(&self, criterion: &Criterion) -> usize {
        let mut slots = Vec::new();
        slots_of(self.questionnaire, criterion, &mut slots);
        let reads = |slot: &Slot| match slot {
            Slot::Item(item) => slots.iter().any(|(read, _)| read == item),
            Slot::Tick(item, option) => {
                slots.iter().any(|(read, options)| read == item && (options.contains(*option) || options.is_empty()))
            }
            _ => false,
        };
        self.order.iter().rposition(reads).map_or(self.order.len(), |last| last + 1)
    }
}
