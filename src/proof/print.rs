//! A visit as a visitor sees it: page by page, in the words of the screen.

use super::visit::Visit;
use crate::questionnaire::{Item, ItemIndex, ItemKind, Questionnaire, Words};
use crate::screening::{Answer, Outcome};

/// Writes a visit: the settings, each page with an answer, and what it comes to.
pub fn visit(visit: &Visit, questionnaire: &Questionnaire, words: Option<&Words>) -> String {
    let mut text = String::new();
    let mut line = |indent: usize, words: &str| {
        text.extend(std::iter::repeat_n(' ', indent));
        text.push_str(words);
        text.push('\n');
    };
    line(0, &format!("settings: {}", serde_json::Value::Object(visit.settings.clone())));
    let screening = visit.screen(questionnaire);
    for page in &questionnaire.pages {
        let answered: Vec<_> = page.items().filter(|item| visit.answers.get(*item).is_some()).collect();
        if answered.is_empty() {
            continue;
        }
        line(0, &format!("page {}: {}", page.id, said(words, &format!("pages.{}.title", page.id), "")));
        for item in answered {
            let stale = if screening.enabled.contains(&item) { "" } else { " (not asked any more)" };
            let asked = &questionnaire[item];
            line(
                2,
                &format!("{}: {}{stale}", asked.link_id, said(words, &format!("items.{}.text", asked.link_id), "")),
            );
            answers(visit, item).into_iter().for_each(|option| line(4, &option_words(words, asked, option)));
        }
    }
    let left = screening.unanswered.len();
    line(0, &format!("every other question that is asked ({left}) is skipped"));
    let factors: Vec<_> = screening
        .factors
        .iter()
        .map(|factor| {
            format!("{} ({}, {})", questionnaire[factor.rule].id, factor.headline.as_str(), factor.certainty.as_str())
        })
        .collect();
    let routes: Vec<_> = screening
        .routes
        .iter()
        .map(|(route, status)| format!("{} {}", questionnaire[*route].id, status.as_str()))
        .collect();
    line(0, &format!("outcome: {}", screening.outcome.map_or("none", Outcome::as_str)));
    line(2, &format!("factors: {}", or_none(&factors)));
    line(2, &format!("routes: {}", or_none(&routes)));
    text
}

/// What was answered: an option by its place, or a number.
enum Told {
    Option(usize),
    Number(i32),
}

fn answers(visit: &Visit, item: ItemIndex) -> Vec<Told> {
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
