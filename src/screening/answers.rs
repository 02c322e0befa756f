//! What the visitor gave, by item. Only valid answers can be in here.

use super::Json;
use crate::questionnaire::{ItemIndex, ItemKind, OptionSet, Problem, Questionnaire, Special};

/// A valid answer to one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Options that were chosen or ticked: at least one.
    Options(OptionSet),
    /// A whole number within the item's limits.
    Number(i32),
}

/// The visitor's answers, stale ones included: they never count while their item is not enabled.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    /// No answers yet.
    #[must_use]
    pub fn none(questionnaire: &Questionnaire) -> Self {
        Self(vec![None; questionnaire.items.len()])
    }

    /// The answer to an item, enabled or not.
    #[must_use]
    pub fn get(&self, item: ItemIndex) -> Option<Answer> {
        self.0[item.get()]
    }

    /// Sets or takes back an answer.
    pub fn set(&mut self, item: ItemIndex, answer: Option<Answer>) {
        self.0[item.get()] = answer;
    }

    /// The options chosen or ticked.
    #[must_use]
    pub fn options(&self, item: ItemIndex) -> OptionSet {
        match self.get(item) {
            Some(Answer::Options(options)) => options,
            _ => OptionSet::default(),
        }
    }

    /// Tells whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Chooses the one option of a single choice, or the special answer of a number.
    pub fn choose(&mut self, item: ItemIndex, option: usize) {
        self.set(item, Some(Answer::Options(OptionSet::one(option))));
    }

    /// Ticks or clears an option of a tick list.
    ///
    /// An exclusive option clears all others, and ticking any other clears it.
    pub fn tick(&mut self, questionnaire: &Questionnaire, item: ItemIndex, option: usize, on: bool) {
        let options = &questionnaire[item].options;
        let before = self.options(item);
        let ticks = if !on {
            before.without(option)
        } else if options[option].exclusive {
            OptionSet::one(option)
        } else {
            let exclusive = before.iter().filter(|other| options[*other].exclusive);
            exclusive.fold(before, OptionSet::without).with(option)
        };
        self.set(item, (!ticks.is_empty()).then_some(Answer::Options(ticks)));
    }

    /// Reads answers from JSON: for each link id an option code, a list of them, or a number.
    ///
    /// What is not valid is named and counts as no answer, except that a tick list loses only the ticks it does not know.
    pub fn read<'a>(
        questionnaire: &Questionnaire,
        given: impl IntoIterator<Item = (&'a str, &'a Json<'a>)>,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut answers = Self::none(questionnaire);
        let mut seen = vec![false; questionnaire.items.len()];
        // Answers mostly come in the order of the items, which saves most of the looking up.
        let mut next = 0;
        for (link_id, value) in given {
            let guess = questionnaire.items.get(next).filter(|item| item.link_id.as_str() == link_id);
            let Some(item) = guess.map(|_| ItemIndex::at(next)).or_else(|| questionnaire.item(link_id)) else {
                problems.push(Problem::item("unknown-item", link_id, format!("there is no item '{link_id}'")));
                continue;
            };
            next = item.get() + 1;
            if std::mem::replace(&mut seen[item.get()], true) {
                problems.push(Problem::item(
                    "answered-twice",
                    link_id,
                    format!("'{link_id}' is answered twice; neither answer counts"),
                ));
                answers.set(item, None);
                continue;
            }
            let answer = read_answer(questionnaire, item, value, problems);
            answers.set(item, answer);
        }
        answers
    }
}

fn read_answer(
    questionnaire: &Questionnaire,
    index: ItemIndex,
    value: &Json,
    problems: &mut Vec<Problem>,
) -> Option<Answer> {
    let item = &questionnaire[index];
    let id = item.link_id.as_str();
    let mut problem = |code, message: String| {
        problems.push(Problem::item(code, id, message));
        None
    };
    let unknown = |code: &str| {
        let codes: Vec<_> = item.options.iter().map(|option| option.code.as_str()).collect();
        let expected = if codes.is_empty() { "a number".to_owned() } else { format!("one of {}", codes.join(", ")) };
        format!("'{id}' has no option '{code}'; expected {expected}")
    };
    match (item.kind, value) {
        (_, Json::Nothing) => None,
        (ItemKind::MultiChoice, Json::List(list)) => {
            let mut ticks = OptionSet::default();
            for entry in list {
                match entry {
                    Json::Text(code) => match item.option(code) {
                        Some(option) => ticks = ticks.with(option),
                        None => {
                            problem("unknown-option", unknown(code));
                        }
                    },
                    _ => {
                        problem("wrong-type", format!("'{id}' takes a list of option codes; found {entry} in it"));
                    }
                }
            }
            if list.is_empty() {
                return problem(
                    "empty-list",
                    format!("'{id}' has an empty list, which is no answer; expected at least one option code"),
                );
            }
            // Contradicting ticks: "none" beside others adds nothing.
            match item.special(Special::None) {
                Some(none) if ticks.contains(none) && ticks.len() > 1 => ticks = ticks.without(none),
                _ => {}
            }
            (!ticks.is_empty()).then_some(Answer::Options(ticks))
        }
        (ItemKind::MultiChoice, _) => {
            problem("wrong-type", format!("'{id}' takes a list of option codes; found {value}"))
        }
        (ItemKind::Choice, Json::List(list)) if list.len() > 1 => {
            problem("several-answers", format!("'{id}' takes one option code; found {} in a list", list.len()))
        }
        (ItemKind::Choice | ItemKind::Integer { .. }, Json::Text(code)) => match item.option(code) {
            Some(option) => Some(Answer::Options(OptionSet::one(option))),
            None => problem("unknown-option", unknown(code)),
        },
        (ItemKind::Choice, _) => problem("wrong-type", format!("'{id}' takes one option code; found {value}")),
        (ItemKind::Integer { min, max } | ItemKind::Scale { min, max }, Json::Number(number)) => {
            let number = number.as_f64().unwrap_or(f64::NAN);
            if number.fract() != 0.0 {
                problem("not-whole", format!("'{id}' takes a whole number from {min} to {max}; found {value}"))
            } else if number < f64::from(min) || number > f64::from(max) {
                problem("out-of-range", format!("'{id}' takes a whole number from {min} to {max}; found {value}"))
            } else {
                #[allow(clippy::cast_possible_truncation, reason = "whole and within the limits, which are i32")]
                Some(Answer::Number(number as i32))
            }
        }
        (ItemKind::Integer { min, max } | ItemKind::Scale { min, max }, _) => {
            problem("wrong-type", format!("'{id}' takes a whole number from {min} to {max}; found {value}"))
        }
    }
}
