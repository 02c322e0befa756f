//! A visit as a visitor sees it: page by page, in the words of the screen.

use super::visit::Inputs;
use crate::questionnaire::{Item, ItemIndex, ItemKind, Outcome, Questionnaire, Words};
use crate::screening::{Answer, Screening};

/// Writes the visits of a counterexample: the first in full, and what is different about the next.
pub fn visits(visits: &[Inputs], questionnaire: &Questionnaire, words: Option<&Words>) -> Vec<String> {
    let mut told = Vec::new();
    for (place, visit) in visits.iter().enumerate() {
        let mut page = Page { questionnaire, words, text: String::new() };
        match place.checked_sub(1).map(|before| &visits[before]) {
            None => page.whole(visit),
            Some(before) => page.difference(before, visit),
        }
        told.push(page.text);
    }
    told
}

/// What is being written, in the words of a screen.
struct Page<'a> {
    questionnaire: &'a Questionnaire,
    words: Option<&'a Words>,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, indent: usize, words: &str) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.text.push_str(words);
        self.text.push('\n');
    }

    /// The settings, each page with an answer, and what it comes to.
    fn whole(&mut self, visit: &Inputs) {
        let questionnaire = self.questionnaire;
        self.line(0, &format!("settings: {}", serde_json::Value::Object(visit.settings.clone())));
        let screening = visit.screen(questionnaire);
        for page in &questionnaire.pages {
            let answered: Vec<_> = page.items().filter(|item| visit.answers.get(*item).is_some()).collect();
            if !answered.is_empty() {
                self.line(
                    0,
                    &format!("page {}: {}", page.id, said(self.words, &format!("pages.{}.title", page.id), "")),
                );
            }
            answered.into_iter().for_each(|item| self.item(visit, item, &screening));
        }
        let left = screening.unanswered.len();
        self.line(0, &format!("every other question that is asked ({left}) is skipped"));
        self.result(&screening);
    }

    /// The answers and settings that are not the same, and what that comes to.
    fn difference(&mut self, before: &Inputs, visit: &Inputs) {
        let questionnaire = self.questionnaire;
        self.line(0, "the same, but:");
        if before.settings != visit.settings {
            self.line(0, &format!("settings: {}", serde_json::Value::Object(visit.settings.clone())));
        }
        let screening = visit.screen(questionnaire);
        let changed = |item: &ItemIndex| before.answers.get(*item) != visit.answers.get(*item);
        questionnaire.item_indices().filter(changed).for_each(|item| self.item(visit, item, &screening));
        self.result(&screening);
    }

    fn item(&mut self, visit: &Inputs, item: ItemIndex, screening: &Screening) {
        let asked = &self.questionnaire[item];
        let stale = if screening.enabled.contains(&item) { "" } else { " (not asked)" };
        let text = said(self.words, &format!("items.{}.text", asked.link_id), "");
        self.line(2, &format!("{}: {text}{stale}", asked.link_id));
        let told = answers(visit, item);
        if told.is_empty() {
            self.line(4, "→ skipped");
        }
        told.into_iter().for_each(|told| self.line(4, &option_words(self.words, asked, told)));
    }

    fn result(&mut self, screening: &Screening) {
        let questionnaire = self.questionnaire;
        let factors = screening.factors.iter().map(|factor| {
            let id = &questionnaire[factor.rule].id;
            format!("{id} ({}, {})", factor.headline.as_str(), factor.certainty.as_str())
        });
        let routes = screening.routes.iter();
        let routes = routes.map(|(route, status)| format!("{} {}", questionnaire[*route].id, status.as_str()));
        let (factors, routes): (Vec<_>, Vec<_>) = (factors.collect(), routes.collect());
        self.line(0, &format!("outcome: {}", screening.outcome.map_or("none", Outcome::as_str)));
        self.line(2, &format!("factors: {}", or_none(&factors)));
        self.line(2, &format!("routes: {}", or_none(&routes)));
    }
}

/// What was answered: an option by its place, or a number.
enum Told {
    Option(usize),
    Number(i32),
}

fn answers(visit: &Inputs, item: ItemIndex) -> Vec<Told> {
    match visit.answers.get(item) {
        Some(Answer::Options(options)) => options.iter().map(Told::Option).collect(),
        Some(Answer::Number(number)) => vec![Told::Number(number)],
        None => Vec::new(),
    }
}

fn option_words(words: Option<&Words>, asked: &Item, told: Told) -> String {
    let option = match told {
        Told::Number(number) => return format!("→ {number}"),
        Told::Option(option) => &asked.options[option],
    };
    let path = match option.special {
        Some(_) => format!("specials.{}", option.code),
        None => format!("{}.{}", asked.option_words, option.code),
    };
    let longer = match (option.special, asked.kind) {
        (Some(_), ItemKind::MultiChoice) => words.and_then(|words| words.get(&format!("{path}.text_in_multi_choice"))),
        _ => None,
    };
    let text = longer.map_or_else(|| said(words, &path, ".text"), |text| text.to_string());
    format!("→ {}: {text}", option.code)
}

/// A text that stands at a path, or beside others under it.
fn said(words: Option<&Words>, path: &str, beside: &str) -> String {
    let Some(words) = words else { return String::new() };
    words.get(path).or_else(|| words.get(&format!("{path}{beside}"))).map(|text| text.to_string()).unwrap_or_default()
}

fn or_none(entries: &[String]) -> String {
    if entries.is_empty() { "none".to_owned() } else { entries.join(", ") }
}
