//! Texts that cannot be told apart where a visitor has to.

use std::collections::BTreeMap;

use super::note;
use crate::lint::subject::{FindingList, LoadedScreen};
use crate::questionnaire::{AnswerOption, Item, ItemKind, Special, Words};

/// Names options of one item, questions of one page, pages, and factors with the same text.
pub fn check(subject: &LoadedScreen, file: &str, words: &Words, report: &mut FindingList) {
    let questionnaire = &subject.questionnaire;
    for item in &questionnaire.items {
        let options = item.options.iter().map(|option| option_path(words, item, option)).collect();
        same(words, file, options, "another option of the question", report);
    }
    for page in &questionnaire.pages {
        let items = page.items().map(|item| format!("items.{}.text", subject.link_id(item))).collect();
        same(words, file, items, "another question of the page", report);
    }
    let pages = questionnaire.pages.iter().map(|page| format!("pages.{}.title", page.id)).collect();
    same(words, file, pages, "another page", report);
    let factors = questionnaire.rules.iter().map(|rule| format!("factors.{}.text", rule.id)).collect();
    same(words, file, factors, "another factor", report);
}

fn option_path(words: &Words, item: &Item, option: &AnswerOption) -> String {
    let path = match option.special {
        Some(_) => format!("specials.{}", option.code),
        None => format!("{}.{}", item.option_words, option.code),
    };
    let in_list = format!("{path}.text_in_multi_choice");
    if option.special == Some(Special::NotSure) && item.kind == ItemKind::MultiChoice && words.get(&in_list).is_some() {
        return in_list;
    }
    if words.get(&path).is_some() { path } else { format!("{path}.text") }
}

fn same(words: &Words, file: &str, paths: Vec<String>, what: &str, report: &mut FindingList) {
    let mut first = BTreeMap::new();
    for path in paths {
        let Some(text) = words.get(&path).filter(|text| !text.trim().is_empty()) else { continue };
        let key = text.trim().to_lowercase();
        if let Some(before) = first.get(&key) {
            let found = format!("'{}', the same as {what}, {before}", text.trim());
            note(report, "duplicate-text", file, &path, found, "another text");
        } else {
            first.insert(key, path);
        }
    }
}
