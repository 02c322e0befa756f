//! What is declared and used by nothing, and keys that say nothing where they stand.

use std::collections::BTreeSet;

use serde_json::Value;

use super::subject::{FindingList, LoadedScreen};
use crate::questionnaire::Class;
use crate::questionnaire::file::ItemFile;

/// Looks at definitions, option sets, specials, sources, blocks and routes, and at the keys of items.
pub fn check(subject: &LoadedScreen, report: &mut FindingList) {
    let file = &subject.file;
    let mut unused = |list: &str, what: &str, ids: Vec<&str>, used: &BTreeSet<String>| {
        for (place, id) in ids.into_iter().enumerate().filter(|(_, id)| !used.contains(*id)) {
            let found = format!("{what} '{id}', which nothing uses");
            report.add(
                "unused-id",
                subject.name,
                (&format!("/{list}/{place}"), id),
                found,
                "a use for it, or no entry",
            );
        }
    };
    unused("defs", "definition", file.defs.iter().map(|def| &*def.id).collect(), &definitions(subject));
    let sets = mentioned(&subject.json, &["option_set"]);
    unused("option_sets", "option set", file.option_sets.iter().map(|set| &*set.id).collect(), &sets);
    let specials = mentioned(&subject.json["sections"], &["specials"]);
    unused("specials", "special", file.specials.iter().map(|special| &*special.code.text).collect(), &specials);
    let sources = mentioned(&without(&subject.json, "sources"), &["sources"]);
    unused("sources", "source", file.sources.iter().map(|source| &*source.id).collect(), &sources);
    let blocks = mentioned(&without(&subject.json, "blocks"), &["blocks"]);
    unused("blocks", "block", file.blocks.iter().map(|block| &*block.id.text).collect(), &blocks);
    let routes = mentioned(&subject.json["conditions"], &["routes"]);
    unused("routes", "route", file.routes.iter().map(|route| &*route.id).collect(), &routes);
    note_only_routes(subject, report);
    keys(subject, report);
}

/// Lists the definitions that something outside of the definitions uses, directly or through others.
fn definitions(subject: &LoadedScreen) -> BTreeSet<String> {
    let mut open: Vec<String> = mentioned(&without(&subject.json, "defs"), &["ref"]).into_iter().collect();
    let mut used = BTreeSet::new();
    while let Some(id) = open.pop() {
        let def = subject.file.defs.iter().find(|def| def.id == id);
        open.extend(def.iter().flat_map(|def| mentioned(&def.when.0, &["ref"])));
        used.insert(id);
    }
    used
}

fn without(json: &Value, key: &str) -> Value {
    let mut rest = json.clone();
    if let Some(entries) = rest.as_object_mut() {
        entries.remove(key);
    }
    rest
}

/// Lists the texts that stand under one of the keys, alone or in a list.
fn mentioned(json: &Value, keys: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    match json {
        Value::Object(entries) => {
            for (key, value) in entries {
                if keys.contains(&key.as_str()) {
                    let texts = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                    found.extend(texts.iter().filter_map(Value::as_str).map(str::to_owned));
                }
                found.extend(mentioned(value, keys));
            }
        }
        Value::Array(entries) => entries.iter().for_each(|entry| found.extend(mentioned(entry, keys))),
        _ => {}
    }
    found
}

fn note_only_routes(subject: &LoadedScreen, report: &mut FindingList) {
    for route in subject.questionnaire.route_indices() {
        let classes = subject.questionnaire.rules.iter().map(|rule| rule.classes[route.get()]);
        if classes.max() < Some(Class::Review) {
            let (at, id) = (format!("/routes/{}", route.get()), subject.questionnaire[route].id.as_str());
            let expected = "at least one factor of class review, stop or urgent on it";
            report.add(
                "note-only-route",
                subject.name,
                (&at, id),
                "a route on which nothing is more than a note",
                expected,
            );
        }
    }
}

/// Names keys of items that say nothing for an item of that type.
fn keys(subject: &LoadedScreen, report: &mut FindingList) {
    let items =
        subject.file.sections.iter().flat_map(|section| section.pages.iter()).flat_map(|page| page.items.iter());
    for (item, place) in items.zip(subject.questionnaire.item_indices()) {
        let number = matches!(item.kind.text.as_str(), "integer" | "scale");
        let mut dead = Vec::new();
        if !number && (item.min.is_some() || item.max.is_some()) {
            dead.push(format!("min or max on an item of type {}", item.kind.text));
        }
        if item.kind.text == "scale" && !item.specials.is_empty() {
            dead.push("specials on a scale, which shows numbers only".to_owned());
        }
        let scored = subject.questionnaire.scores.iter().any(|score| score.items.contains(&place));
        if !scored && has_scores(item) {
            dead.push("scores of options that no score adds up".to_owned());
        }
        for found in dead {
            let at = (subject.item(place), &*item.link_id);
            report.add("key-without-effect", subject.name, at, found, "a key that does something here, or none");
        }
    }
}

fn has_scores(item: &ItemFile) -> bool {
    item.answer_options.iter().any(|options| options.iter().any(|option| option.score.0.is_some()))
}
