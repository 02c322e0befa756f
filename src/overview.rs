//! Which row of a tick list a visitor has to tick before a question is asked, and the words that make them.
//!
//! Whoever does not see their illness in a row leaves it blank, and is never asked about the details.

use std::collections::{BTreeMap, BTreeSet};

use crate::questionnaire::{Class, Criterion, ItemIndex, ItemKind, Questionnaire, Rule, Words};

/// An answer that sets a review or a stop, and is asked for only after a row of an earlier tick list.
pub struct Detail<'a> {
    /// The question.
    pub item: ItemIndex,
    /// The option, or none if a number or a score sets the factor.
    pub option: Option<usize>,
    /// The factor that it sets.
    pub rule: &'a Rule,
    /// The rows that open the question, each with its list.
    pub rows: Vec<(ItemIndex, usize)>,
}

/// Lists every such answer, in the order of the factors.
#[must_use]
pub fn details(questionnaire: &Questionnaire) -> Vec<Detail<'_>> {
    let serious = |rule: &&Rule| rule.classes.iter().any(|class| *class >= Class::Review);
    let mut details = Vec::new();
    for rule in questionnaire.rules.iter().filter(serious) {
        for (item, option) in answers(questionnaire, &rule.when) {
            let rows = rows(questionnaire, item);
            if !rows.is_empty() {
                details.push(Detail { item, option, rule, rows });
            }
        }
    }
    let everything: Vec<_> =
        details.iter().flat_map(|detail| &detail.rows).filter(|row| opens_all(&details, row)).copied().collect();
    for detail in details.iter_mut().filter(|detail| detail.rows.iter().any(|row| !everything.contains(row))) {
        detail.rows.retain(|row| !everything.contains(row));
    }
    details
}

/// Tells if a row opens every detail of its list: such a row names none of them.
fn opens_all(details: &[Detail], row: &(ItemIndex, usize)) -> bool {
    details
        .iter()
        .filter(|detail| detail.rows.iter().any(|(list, _)| *list == row.0))
        .all(|detail| detail.rows.contains(row))
}

/// The answers that a condition reads, special ones left out.
fn answers(questionnaire: &Questionnaire, when: &Criterion) -> BTreeSet<(ItemIndex, Option<usize>)> {
    let mut answers = BTreeSet::new();
    when.visit_all(&questionnaire.defs, &mut |part| match part {
        Criterion::Chosen { item, options } => {
            let plain = options.iter().filter(|option| questionnaire[*item].options[*option].special.is_none());
            answers.extend(plain.map(|option| (*item, Some(option))));
        }
        Criterion::Number { item, .. } => drop(answers.insert((*item, None))),
        Criterion::Score { score, .. } => {
            answers.extend(questionnaire[*score].items.first().map(|item| (*item, None)));
        }
        _ => {}
    });
    answers
}

/// The rows of safety lists on earlier pages, one of which has to be ticked before the question is asked.
/// What follows up an answer on its own page is named by that answer.
fn rows(questionnaire: &Questionnaire, item: ItemIndex) -> Vec<(ItemIndex, usize)> {
    let page = questionnaire[item].page;
    let is_follow_up = |other: &ItemIndex| questionnaire[*other].page == page;
    if questionnaire[item].enable_when.items(&questionnaire.defs).iter().any(is_follow_up) {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for when in [&questionnaire[page].enable_when, &questionnaire[item].enable_when] {
        when.visit_all(&questionnaire.defs, &mut |part| {
            if let Criterion::Chosen { item: list, options } = part {
                let list_item = &questionnaire[*list];
                if list_item.kind == ItemKind::MultiChoice && list_item.safety && list_item.page != page {
                    rows.extend(options.iter().map(|option| (*list, option)));
                }
            }
        });
    }
    rows
}

/// How often each word is in the texts of the details and of their rows.
pub struct Vocabulary<'a> {
    questionnaire: &'a Questionnaire,
    words: &'a Words,
    common: BTreeMap<String, usize>,
}

impl<'a> Vocabulary<'a> {
    /// Counts the words of every detail.
    #[must_use]
    pub fn new(questionnaire: &'a Questionnaire, words: &'a Words, details: &[Detail]) -> Self {
        let mut vocabulary = Self { questionnaire, words, common: BTreeMap::new() };
        let texts: BTreeSet<_> = details.iter().map(|detail| vocabulary.detail(detail)).collect();
        for text in texts {
            for stem in stems(&text).into_keys() {
                *vocabulary.common.entry(stem).or_default() += 1;
            }
        }
        vocabulary
    }

    /// The words of a row that are in the detail too, as the row has them. A word of more than five details names none of them.
    #[must_use]
    pub fn shared(&self, detail: &Detail, row: (ItemIndex, usize)) -> Vec<String> {
        let told = stems(&self.detail(detail));
        let telling = |stem: &str| told.contains_key(stem) && self.common.get(stem).is_some_and(|count| *count <= 5);
        stems(&self.row(row)).into_iter().filter(|(stem, _)| telling(stem)).map(|(_, word)| word).collect()
    }

    /// What the visitor would read about the detail: the line to tick, or the question with its answer.
    fn detail(&self, detail: &Detail) -> String {
        let item = &self.questionnaire[detail.item];
        let option = detail.option.map(|option| self.option(detail.item, option)).unwrap_or_default();
        if item.kind == ItemKind::MultiChoice {
            return option;
        }
        let text = |key: &str| self.words.get(&format!("items.{}.{key}", item.link_id)).unwrap_or_default();
        format!("{} {} {option}", text("text"), text("help"))
    }

    /// The row with its examples.
    fn row(&self, (list, row): (ItemIndex, usize)) -> String {
        let item = &self.questionnaire[list];
        let hint = self.words.get(&format!("{}.{}.hint", item.option_words, item.options[row].code));
        format!("{} {}", self.option(list, row), hint.unwrap_or_default())
    }

    fn option(&self, item: ItemIndex, option: usize) -> String {
        let item = &self.questionnaire[item];
        let path = format!("{}.{}", item.option_words, item.options[option].code);
        let text = self.words.get(&path).or_else(|| self.words.get(&format!("{path}.text")));
        text.unwrap_or_default().to_string()
    }
}

/// The words of four letters and more, and abbreviations such as BMI, by their first letters, so that "seizure" is "seizures" and "brain tumor" is "tumors of the brain".
fn stems(text: &str) -> BTreeMap<String, String> {
    let tells =
        |word: &&str| word.chars().count() >= 4 || word.chars().count() == 3 && word.chars().all(char::is_uppercase);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(tells);
    words.map(|word| (word.to_lowercase().chars().take(6).collect(), word.to_owned())).collect()
}
