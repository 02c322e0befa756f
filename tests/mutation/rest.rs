//! Everything else that decides: routes, fallback, ages, regions, crisis help, and what a result shows.

use serde_json::{Value, json};

use super::mutant::{Mutation, Original};

pub fn mutations(source: &Original) -> Vec<Mutation> {
    let mut mutations = Vec::new();
    conditions(source, &mut mutations);
    ages(source, &mut mutations);
    regions(source, &mut mutations);
    crisis(source, &mut mutations);
    results(source, &mut mutations);
    mutations
}

/// Each entry of a list taken away.
fn entries_dropped(source: &Original, kind: &'static str, list: &str, mutations: &mut Vec<Mutation>) {
    let entries = source.json.pointer(list).and_then(Value::as_array).into_iter().flatten();
    for (n, entry) in entries.enumerate() {
        let own = shown(entry);
        let detail = if own.is_empty() { format!("the one at {n}") } else { own };
        let mutation = Mutation::new(kind, "entry dropped", &named(source, list), &detail);
        mutations.push(mutation.remove(&format!("{list}/{n}")));
    }
}

/// Each two neighbours of a list swapped.
fn neighbours_swapped(source: &Original, kind: &'static str, list: &str, mutations: &mut Vec<Mutation>) {
    let entries = source.json.pointer(list).and_then(Value::as_array).expect("a list");
    for (n, pair) in entries.windows(2).enumerate() {
        let detail = format!("{} ↔ {}", shown(&pair[0]), shown(&pair[1]));
        let mutation = Mutation::new(kind, "neighbours swapped", &named(source, list), &detail);
        let mutation = mutation.set(&format!("{list}/{n}"), pair[1].clone());
        mutations.push(mutation.set(&format!("{list}/{}", n + 1), pair[0].clone()));
    }
}

/// A flag turned.
fn turned(source: &Original, kind: &'static str, pointer: &str) -> Mutation {
    let on = source.json.pointer(pointer).and_then(Value::as_bool).unwrap_or(false);
    Mutation::new(kind, "flag turned", &named(source, pointer), "").set(pointer, !on)
}

/// A pointer with ids in the place of numbers.
fn named(source: &Original, pointer: &str) -> String {
    let mut value = &source.json;
    let mut names = Vec::new();
    for key in pointer.split('/').skip(1) {
        value = match value {
            Value::Array(list) => &list[key.parse::<usize>().expect("a place in a list")],
            value => &value[key],
        };
        let id = ["id", "link_id"].iter().find_map(|id| value[*id].as_str());
        names.push(id.unwrap_or(key).to_owned());
    }
    names.join(" ")
}

fn shown(value: &Value) -> String {
    ["id", "name"].iter().find_map(|key| value[*key].as_str()).or(value.as_str()).unwrap_or_default().to_owned()
}

/// Conditions, indications and routes.
fn conditions(source: &Original, mutations: &mut Vec<Mutation>) {
    let tiers = ["supported", "limited", "weak"];
    let conditions: Vec<_> = source.entries("/conditions").into_iter().map(|(_, id, _)| id).collect();
    for (kind, list) in [("what was chosen", "/conditions"), ("when an indication is met", "/indications")] {
        for (at, id, entry) in source.entries(list) {
            let new = |operation, detail: &str| Mutation::new(kind, operation, &id, detail);
            mutations.push(new("dropped", "").remove(&at));
            let own: Vec<&str> = entry["routes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            for route in source.routes() {
                let there = own.contains(&route);
                let others = own.iter().copied().filter(|other| *other != route);
                let changed: Vec<_> = others.chain((!there).then_some(route)).collect();
                let operation = if there { "route dropped" } else { "route added" };
                mutations.push(new(operation, route).set(&format!("{at}/routes"), json!(changed)));
            }
            if let Some(tier) = entry["tier"].as_str() {
                for other in tiers.iter().filter(|other| **other != tier) {
                    mutations
                        .push(new("tier swapped", &format!("{tier} → {other}")).set(&format!("{at}/tier"), *other));
                }
            }
            if let Some(condition) = entry["condition"].as_str() {
                for other in conditions.iter().filter(|other| *other != condition) {
                    let detail = format!("{condition} → {other}");
                    mutations.push(new("condition swapped", &detail).set(&format!("{at}/condition"), other.as_str()));
                }
            }
        }
    }
    entries_dropped(source, "fallback routes", "/fallback_routes", mutations);
    neighbours_swapped(source, "fallback routes", "/fallback_routes", mutations);
}

fn ages(source: &Original, mutations: &mut Vec<Mutation>) {
    entries_dropped(source, "age limits", "/age_limits", mutations);
    for n in 0..source.entries("/age_limits").len() {
        let at = format!("/age_limits/{n}");
        let (setting, value) = (&source.json["age_limits"][n]["setting"], &source.json["age_limits"][n]["value"]);
        let (setting, value) = (setting.as_str().unwrap_or_default(), value.as_i64().unwrap_or_default());
        let new =
            |operation, detail: &str| Mutation::new("age limits", operation, &format!("{setting} {value}"), detail);
        for shifted in [value - 1, value + 1] {
            let mutation = new("number shifted by one", &format!("{value} → {shifted}"));
            mutations.push(mutation.set(&format!("{at}/value"), shifted));
        }
        let other = if setting == "minimum_age" { "maximum_age" } else { "minimum_age" };
        mutations.push(new("setting swapped", "").set(&format!("{at}/setting"), other));
        entries_dropped(source, "age limits", &format!("{at}/factors"), mutations);
        let listed = source.json["age_limits"][n]["factors"].as_array().cloned().unwrap_or_default();
        for factor in ["age_18_24", "age_65_74", "age_75_plus"].map(Value::from) {
            if !listed.contains(&factor) {
                let more: Vec<_> = listed.iter().chain([&factor]).collect();
                mutations.push(new("factor added", &shown(&factor)).set(&format!("{at}/factors"), json!(more)));
            }
        }
    }
}

fn regions(source: &Original, mutations: &mut Vec<Mutation>) {
    let rows: Vec<_> = source.entries("/crisis/table").into_iter().map(|(_, id, _)| id).collect();
    for (at, id, region) in source.entries("/regions") {
        mutations.push(turned(source, "regions", &format!("{at}/open")));
        mutations.push(Mutation::new("regions", "dropped", &id, "").remove(&at));
        let own = rows.iter().position(|row| region["crisis"] == row.as_str()).expect("a row of the crisis table");
        for other in [own.checked_sub(1), Some(own + 1)].into_iter().flatten().filter_map(|n| rows.get(n)) {
            let mutation = Mutation::new("regions", "crisis row swapped", &id, &format!("{} → {other}", rows[own]));
            mutations.push(mutation.set(&format!("{at}/crisis"), other.as_str()));
        }
        for group in ["us", "ca", "gb", "eu", "au", "default"].into_iter().filter(|group| region["group"] != *group) {
            let mutation = Mutation::new("regions", "approval words swapped", &id, group);
            mutations.push(mutation.set(&format!("{at}/group"), group));
        }
    }
}

fn crisis(source: &Original, mutations: &mut Vec<Mutation>) {
    const KIND: &str = "crisis help";
    for (at, _, row) in source.entries("/crisis/table") {
        let languages = row["lines_in"].as_object().into_iter().flatten();
        let own: Vec<_> = languages.map(|(language, _)| format!("lines_in/{language}")).collect();
        for key in ["emergency", "lines"].into_iter().chain(own.iter().map(String::as_str)) {
            let list = format!("{at}/{key}");
            entries_dropped(source, KIND, &list, mutations);
            if row.pointer(&format!("/{key}")).and_then(Value::as_array).is_some_and(|entries| entries.len() > 1) {
                neighbours_swapped(source, KIND, &list, mutations);
            }
        }
    }
    for order in ["/crisis/order", "/crisis/order_emergency"] {
        entries_dropped(source, KIND, order, mutations);
        neighbours_swapped(source, KIND, order, mutations);
    }
    let swap = |key: &str, others: Vec<String>, mutations: &mut Vec<Mutation>| {
        let own = source.json.pointer(&format!("/crisis/{key}")).and_then(Value::as_str).unwrap_or_default();
        let at = others.iter().position(|other| other == own).expect("an id of the screen");
        for other in [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|n| others.get(n)) {
            let mutation = Mutation::new(KIND, "id swapped", &format!("crisis {key}"), &format!("{own} → {other}"));
            mutations.push(mutation.set(&format!("/crisis/{key}"), other.as_str()));
        }
    };
    let pages = source.questionnaire.pages.iter().map(|page| page.id.to_string()).collect();
    swap("pause/after_page", pages, mutations);
    let factors = source.questionnaire.rules.iter().map(|rule| rule.id.to_string()).collect();
    swap("emergency_factor", factors, mutations);
}

fn results(source: &Original, mutations: &mut Vec<Mutation>) {
    const KIND: &str = "what a result shows";
    for (at, id, outcome) in source.entries("/outcomes") {
        entries_dropped(source, KIND, &format!("{at}/blocks"), mutations);
        for (key, word) in [("main_action", "booking"), ("quiet_action", "contact")] {
            let there = outcome.get(key).is_some();
            let mutation = Mutation::new(KIND, if there { "link dropped" } else { "link added" }, &id, word);
            let pointer = format!("{at}/{key}");
            mutations.push(if there { mutation.remove(&pointer) } else { mutation.set(&pointer, word) });
        }
        for key in ["minor_factor", "main_action_waits_for"] {
            if outcome.get(key).is_some() {
                let mutation = Mutation::new(KIND, "dropped", &id, key);
                mutations.push(mutation.remove(&format!("{at}/{key}")));
            }
        }
    }
    for (at, ..) in source.entries("/blocks") {
        mutations.push(turned(source, KIND, &format!("{at}/hide_when_neutral")));
    }
    for (at, id, _) in source.entries("/other_options_reasons") {
        const KIND: &str = "reasons for other care";
        mutations.push(Mutation::new(KIND, "dropped", &id, "").remove(&at));
        mutations.push(turned(source, KIND, &format!("{at}/no_relevant_route")));
        mutations.push(turned(source, KIND, &format!("{at}/only_if_no_other")));
    }
    for list in ["/summary/leave_out_items", "/summary/leave_out_factors", "/information/leave_out_factors"] {
        entries_dropped(source, KIND, list, mutations);
    }
    entries_dropped(source, KIND, "/information/blocks", mutations);
}
