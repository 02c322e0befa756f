//! Conditions in words, short enough for a finding.

use super::subject::LoadedScreen;
use crate::questionnaire::decimal::decimal;
use crate::questionnaire::{Comparison, Criterion, ItemIndex, OptionSet};

/// Says what a condition asks for; long lists are cut.
pub fn described(subject: &LoadedScreen, criterion: &Criterion) -> String {
    let questionnaire = &subject.questionnaire;
    let joined = |parts: &[Criterion], word: &str| {
        let shown: Vec<_> = parts.iter().take(3).map(|part| described(subject, part)).collect();
        let more = if parts.len() > 3 { ", …" } else { "" };
        format!("{word} of ({}{more})", shown.join(", "))
    };
    let compared = |name: &str, comparison: &Comparison, value: f64| {
        let word = Comparison::ALL.iter().find(|(_, known)| known == comparison).map_or("", |(word, _)| word);
        format!("{name} {word} {}", decimal(value, 2))
    };
    match criterion {
        Criterion::Always => "always".to_owned(),
        Criterion::All(parts) => joined(parts, "all"),
        Criterion::Any(parts) => joined(parts, "any"),
        Criterion::Not(part) => format!("not {}", described(subject, part)),
        Criterion::Ref(def) => {
            let id = subject.file.defs.iter().nth(*def).map(|def| def.id.as_str());
            format!("'{}'", id.unwrap_or_default())
        }
        Criterion::Chosen { item, options } => {
            format!("{} is {}", subject.link_id(*item), codes(subject, *item, *options))
        }
        Criterion::Answered(item) => format!("{} answered", subject.link_id(*item)),
        Criterion::Skipped(item) => format!("{} skipped", subject.link_id(*item)),
        Criterion::Number { item, comparison, value } => compared(subject.link_id(*item), comparison, *value),
        Criterion::Score { score, comparison, value } => {
            compared(questionnaire[*score].id.as_str(), comparison, *value)
        }
        Criterion::Available { score, available } => {
            format!("{} {}available", questionnaire[*score].id, if *available { "" } else { "not " })
        }
        Criterion::RouteOffered(route) => format!("{} offered", questionnaire[*route].id),
        Criterion::ScaleOn(score) => format!("{} on", questionnaire[*score].id),
        Criterion::SafetyGap => "a safety gap".to_owned(),
    }
}

fn codes(subject: &LoadedScreen, item: ItemIndex, options: OptionSet) -> String {
    let codes: Vec<_> =
        options.iter().map(|option| subject.questionnaire[item].options[option].code.as_str()).collect();
    match codes.as_slice() {
        [] => "none of its options".to_owned(),
        [first, second, third, _, ..] => format!("{first} or {second} or {third} or …"),
        codes => codes.join(" or "),
    }
}
