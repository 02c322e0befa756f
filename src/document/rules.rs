//! Every rule of a screen, for the clinician who signs them.

use std::collections::BTreeSet;

use super::Explained;
use super::general::general;
use super::results::{conditions, crisis, indications, other_reasons, scores, sources};
use crate::markdown::{Entry, plain, table};
use crate::overview::{Vocabulary, details};
use crate::questionnaire::{Class, ItemKind, Rule};
use crate::report::told;
use crate::screening::{Certainty, effective};

/// Writes the document.
#[must_use]
pub fn rules(explained: &Explained) -> String {
    let mut used = BTreeSet::new();
    let groups: Vec<_> = Class::ALL.into_iter().rev().filter(|class| *class != Class::None).collect();
    let mut text = explained.head("The rules");
    text += &contents(explained);
    text += &general(explained);
    for class in groups {
        let of_class: Vec<_> = explained.questionnaire.rules.iter().filter(|rule| worst(rule) == class).collect();
        if of_class.is_empty() {
            continue;
        }
        text += &format!("\n## Factors of class {}\n\n{}", class.as_str(), meaning(class));
        for rule in of_class {
            text += &factor(explained, rule, &mut used);
        }
    }
    text += &behind_rows(explained);
    for section in [conditions, indications, other_reasons, scores, crisis] {
        text += &section(explained, &mut used);
    }
    text += &definitions(explained, used);
    text + &sources(explained)
}

/// The most serious class of a rule over the routes.
fn worst(rule: &Rule) -> Class {
    rule.classes.iter().max().copied().unwrap_or_default()
}

fn meaning(class: Class) -> &'static str {
    match class {
        Class::Urgent => "A person has to help now: crisis help takes the place of everything else.\n",
        Class::Stop => "Treatment is usually not given on at least one route.\n",
        Class::Review => "A clinician has to look at it first.\n",
        Class::Note => "The clinic should know; it changes no result.\n",
        Class::None => "",
    }
}

/// Every factor in one table, with its class on each route.
fn contents(explained: &Explained) -> String {
    let questionnaire = &explained.questionnaire;
    let wording = explained.wording();
    let routes: Vec<_> = questionnaire.route_indices().map(|route| plain(&wording.route(route))).collect();
    let mut heads = vec!["factor", "what the visitor told"];
    heads.extend(routes.iter().map(String::as_str));
    let rows = questionnaire.rules.iter().map(|rule| {
        let mut row =
            vec![format!("[`{0}`](#{0})", rule.id), plain(&wording.text(&format!("factors.{}.text", rule.id)))];
        row.extend(questionnaire.route_indices().map(|route| rule.classes[route.get()].as_str().to_owned()));
        row
    });
    format!(
        "\n{} factors, {} indications, {} published scales, {} sources.\n\
         [How pages follow each other](flow.md) is drawn in a separate document.\n\n## All factors\n\n{}\n",
        questionnaire.rules.len(),
        questionnaire.indications.len(),
        questionnaire.scores.len(),
        questionnaire.sources.len(),
        table(&heads, rows)
    )
}

fn factor(explained: &Explained, rule: &Rule, used: &mut BTreeSet<usize>) -> String {
    let wording = explained.wording();
    let id = &rule.id;
    let text = |key: &str| plain(&wording.text(&format!("factors.{id}.{key}")));
    let told = if rule.when.asks_for_gaps() {
        String::new()
    } else {
        plain(&told(&wording, id.as_str(), Certainty::Certain)) + "\n\n"
    };
    let mut entries = vec![
        Entry::leaf(format!("Class: {}", classes(explained, rule, Certainty::Certain))),
        explained.entry("Set by: ", &rule.when, used),
    ];
    if let Some(when) = &rule.unsure_when {
        entries.push(explained.entry("In doubt: ", when, used));
        entries.push(Entry::leaf(format!("Class of the doubt: {}", classes(explained, rule, Certainty::Unsure))));
    }
    entries.push(Entry::leaf(format!("Why: {}", text("why"))));
    entries.push(Entry::leaf(format!("What to ask the clinic: {}", text("ask_the_clinic"))));
    if wording.words.get(&format!("factors.{id}.today")).is_some() {
        entries.push(Entry::leaf(format!("What cannot wait: {}", text("today"))));
    }
    if wording.words.get(&format!("factors.{id}.can_change")).is_some() {
        entries.push(Entry::leaf(format!("What could change: {}", text("can_change"))));
    }
    let topic: Vec<_> = explained
        .questionnaire
        .rules
        .iter()
        .filter(|other| other.topic == rule.topic && other.id != rule.id)
        .map(|other| format!("[`{0}`](#{0})", other.id))
        .collect();
    if !topic.is_empty() {
        entries.push(Entry::leaf(format!("Topic `{}`, with {}", rule.topic, topic.join(", "))));
    }
    entries.push(Entry::leaf(format!("A clinic can raise it to: {}", raises(explained, rule))));
    entries.push(Entry { line: explained.sources_as_of(), below: explained.cited(&rule.sources) });
    let entries: String = entries.iter().map(|entry| entry.write(0)).collect();
    format!("\n### `{id}`\n\n{told}{entries}")
}

/// Every answer that sets a stop or a review behind a row of a tick list, and the words that make its owner tick the row.
fn behind_rows(explained: &Explained) -> String {
    let (questionnaire, wording) = (&explained.questionnaire, explained.wording());
    let details = details(questionnaire);
    let vocabulary = Vocabulary::new(questionnaire, &explained.words, &details);
    let rows = details.iter().map(|detail| {
        let answer = match detail.option {
            Some(option) if questionnaire[detail.item].kind == ItemKind::MultiChoice => {
                wording.option(detail.item, option).0.to_string()
            }
            Some(option) => format!("{} {}", wording.question(detail.item), wording.option(detail.item, option).0),
            None => wording.question(detail.item).to_string(),
        };
        let named =
            detail.rows.iter().map(|row| (row, vocabulary.shared(detail, *row))).filter(|(_, words)| !words.is_empty());
        let (rows, words): (Vec<_>, Vec<_>) =
            named.map(|((list, row), words)| (plain(&wording.option(*list, *row).0), plain(&words.join(", ")))).unzip();
        vec![format!("[`{0}`](#{0})", detail.rule.id), plain(&answer), rows.join("; "), words.join("; ")]
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return String::new();
    }
    format!(
        "\n## Behind an overview\n\nThese answers are asked for only after a row of an overview is ticked. An overview left blank is an unanswered safety question, \
         so it goes to a clinician. Its last row opens every detail. Words in common show what a row says; whether its owner finds it there is for people to judge.\n\n{}",
        table(&["factor", "what its owner answers", "the row to tick", "words in the row that name it"], rows)
    )
}

/// The class of a rule: one word, or one for each route.
fn classes(explained: &Explained, rule: &Rule, certainty: Certainty) -> String {
    let questionnaire = &explained.questionnaire;
    let at = |route: usize| effective(rule.classes[route], Class::None, certainty).as_str();
    let words: Vec<_> = (0..questionnaire.routes.len()).map(at).collect();
    match words.as_slice() {
        [first, rest @ ..] if rest.iter().all(|word| word == first) => format!("**{first}**"),
        words => {
            let named = words.iter().zip(questionnaire.route_indices());
            let wording = explained.wording();
            let named = named.map(|(word, route)| format!("{} **{word}**", plain(&wording.route(route))));
            named.collect::<Vec<_>>().join(", ")
        }
    }
}

/// What a clinic may raise a rule to, and which limits of age do.
fn raises(explained: &Explained, rule: &Rule) -> String {
    let mut raises: Vec<_> = rule.may_raise_to.iter().map(|class| class.as_str().to_owned()).collect();
    for limit in &explained.questionnaire.age_limits {
        if limit.factors.iter().any(|factor| explained.questionnaire[*factor].id == rule.id) {
            raises.push(format!("stop, with the setting `{}` {}", limit.setting, limit.value));
        }
    }
    if raises.is_empty() { "nothing".into() } else { raises.join("; ") }
}

/// Writes out what the rest refers to, and what that refers to.
fn definitions(explained: &Explained, mut used: BTreeSet<usize>) -> String {
    let mut written = BTreeSet::new();
    let mut sections = Vec::new();
    while let Some(def) = used.iter().copied().find(|def| !written.contains(def)) {
        written.insert(def);
        let entry = explained.entry("Holds if: ", &explained.questionnaire.defs[def], &mut used);
        sections.push((def, format!("\n### `{}`\n\n{}", explained.definition(def), entry.write(0))));
    }
    sections.sort();
    if sections.is_empty() {
        return String::new();
    }
    let sections: String = sections.into_iter().map(|(_, section)| section).collect();
    format!("\n## Definitions\n\nConditions that the above refers to by their names.\n{sections}")
}
