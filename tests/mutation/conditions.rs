//! Every node of every condition: dropped, negated, widened, narrowed, shifted.

use serde_json::{Value, json};

use super::mutant::{Mutation, Original, Touches};

/// A criterion of the screen, and where it is.
struct CriterionSite<'a> {
    kind: &'static str,
    place: String,
    pointer: String,
    value: &'a Value,
    without: Without,
}

/// A list of the screen: what kind of rule, what an entry is called, where it stands, and its conditions.
type List = (&'static str, &'static str, &'static str, &'static [(&'static str, Without)]);

/// What it means that a condition is left out.
#[derive(Clone, Copy, PartialEq)]
enum Without {
    Always,
    Never,
    Refused,
}

pub fn mutations(source: &Original) -> Vec<Mutation> {
    let mut mutations = Vec::new();
    for condition in conditions(source) {
        let mut walk = Walk { source, condition: &condition, mutations: &mut mutations };
        walk.whole();
        walk.node(condition.value, &condition.pointer, &condition.place, false);
    }
    mutations
}

fn conditions(source: &Original) -> Vec<CriterionSite<'_>> {
    let mut conditions = Vec::new();
    let mut add = |kind, of: &str, id: &str, at: &str, value, key: &str, without| {
        let (place, pointer) = (format!("{of} {id} {key}").replace("  ", " "), format!("{at}/{key}"));
        conditions.push(CriterionSite { kind, place, pointer, value, without });
    };
    for (at, id, section) in source.entries("/sections") {
        if let Some(when) = section.get("enable_when") {
            add("which sections are asked", "section", &id, &at, when, "enable_when", Without::Always);
        }
        for (at, id, page) in source.entries(&format!("{at}/pages")) {
            if let Some(when) = page.get("enable_when") {
                add("which pages are asked", "page", &id, &at, when, "enable_when", Without::Always);
            }
        }
    }
    for (at, id, item) in source.items() {
        if let Some(when) = item.get("enable_when") {
            add("which items are asked", "item", &id, &at, when, "enable_when", Without::Always);
        }
    }
    #[rustfmt::skip]
    let lists: [List; 5] = [
        ("definitions", "definition", "/defs", &[("when", Without::Refused)]),
        ("when a factor is set", "factor", "/factors", &[("when", Without::Refused), ("unsure_when", Without::Never)]),
        ("what was chosen", "condition", "/conditions", &[("chosen_when", Without::Refused)]),
        ("when an indication is met", "indication", "/indications", &[("met_when", Without::Refused), ("unclear_when", Without::Refused)]),
        ("reasons for other care", "reason", "/other_options_reasons", &[("when", Without::Refused)]),
    ];
    for (kind, of, list, keys) in lists {
        for (at, id, entry) in source.entries(list) {
            for (key, without) in keys {
                if let Some(when) = entry.get(*key) {
                    add(kind, of, &id, &at, when, key, *without);
                }
            }
        }
    }
    let crisis = &source.json["crisis"];
    for (of, at, within, key) in [
        ("crisis pause", "/crisis/pause", &crisis["pause"], "when"),
        ("crisis pause", "/crisis/pause", &crisis["pause"], "spoken_when"),
        ("crisis", "/crisis", crisis, "banner_when"),
    ] {
        add("crisis help", of, "", at, &within[key], key, Without::Refused);
    }
    conditions
}

struct Walk<'a> {
    source: &'a Original,
    condition: &'a CriterionSite<'a>,
    mutations: &'a mut Vec<Mutation>,
}

impl Walk<'_> {
    fn add(&mut self, operation: &'static str, place: &str, detail: &str, pointer: &str, value: Option<Value>) {
        let mutation = Mutation::new(self.condition.kind, operation, place, detail);
        // A page's condition also tells which scales a clinic may switch off.
        let page = self.condition.kind == "which pages are asked";
        let mutation = mutation.touching(if page { Touches::Any } else { Touches::Conditions });
        self.mutations.push(match value {
            Some(value) => mutation.set(pointer, value),
            None => mutation.remove(pointer),
        });
    }

    /// The condition as a whole: left out, made to hold always, made to hold never.
    fn whole(&mut self) {
        let CriterionSite { place, pointer, without, value, .. } = self.condition;
        if *without != Without::Refused {
            self.add("dropped", place, "", pointer, None);
        }
        if *without != Without::Always && **value != json!({"always": true}) {
            self.add("holds always", place, "", pointer, Some(json!({"always": true})));
        }
        if *without != Without::Never {
            self.add("holds never", place, "", pointer, Some(json!({"any": []})));
        }
    }

    fn node(&mut self, value: &Value, pointer: &str, place: &str, negated: bool) {
        if !negated && value.get("not").is_none() && value.get("always").is_none() {
            self.add("negated", place, "", pointer, Some(json!({"not": value})));
        }
        for operator in ["all", "any"] {
            if let Some(parts) = value.get(operator).and_then(Value::as_array) {
                self.parts(parts, operator, pointer, place);
            }
        }
        if let Some(part) = value.get("not") {
            self.add("negation dropped", place, "", pointer, Some(part.clone()));
            self.node(part, &format!("{pointer}/not"), &format!("{place}/not"), true);
        }
        if let Some(link_id) = value["item"].as_str() {
            self.item(link_id, value, pointer, place);
        }
        if value.get("item").is_some() || value.get("score").is_some() {
            self.number(value, pointer, place);
        }
        if let Some(route) = value["route_offered"].as_str() {
            for other in self.source.routes().into_iter().filter(|other| *other != route) {
                self.add(
                    "route swapped",
                    place,
                    &format!("{route} → {other}"),
                    pointer,
                    Some(json!({"route_offered": other})),
                );
            }
        }
    }

    fn parts(&mut self, parts: &[Value], operator: &str, pointer: &str, place: &str) {
        let other = if operator == "all" { "any" } else { "all" };
        self.add("all ↔ any", place, operator, pointer, Some(json!({other: parts})));
        for (n, part) in parts.iter().enumerate() {
            let (pointer, place) = (format!("{pointer}/{operator}/{n}"), format!("{place}/{operator}/{n}"));
            self.add("part dropped", &place, &shown(part), &pointer, None);
            self.node(part, &pointer, &place, false);
        }
    }

    fn item(&mut self, link_id: &str, value: &Value, pointer: &str, place: &str) {
        let codes: Vec<&str> = self.source.options(link_id).iter().map(|option| option.code.as_str()).collect();
        for operator in ["is", "includes"] {
            let Some(code) = value[operator].as_str() else { continue };
            let at = codes.iter().position(|known| *known == code).expect("an option of the item");
            let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|n| codes.get(n));
            for other in neighbours {
                let detail = format!("{code} → {other}");
                self.add("option swapped", place, &detail, &format!("{pointer}/{operator}"), Some(json!(other)));
            }
        }
        if let Some(chosen) = value["in"].as_array() {
            for (n, code) in chosen.iter().enumerate() {
                self.add("option dropped", place, &shown(code), &format!("{pointer}/in/{n}"), None);
            }
            for code in codes.iter().filter(|code| !chosen.contains(&json!(code))) {
                let wider = chosen.iter().cloned().chain([json!(code)]).collect::<Vec<_>>();
                self.add("option added", place, code, &format!("{pointer}/in"), Some(json!(wider)));
            }
        }
        for (operator, other) in [("answered", "skipped"), ("skipped", "answered")] {
            if value.get(operator).is_some() {
                self.add("answered ↔ skipped", place, "", pointer, Some(json!({"item": link_id, other: true})));
            }
        }
    }

    fn number(&mut self, value: &Value, pointer: &str, place: &str) {
        for (operator, other) in [("gte", "gt"), ("gt", "gte"), ("lte", "lt"), ("lt", "lte")] {
            let Some(number) = value[operator].as_i64() else { continue };
            for shifted in [number - 1, number + 1] {
                let detail = format!("{number} → {shifted}");
                self.add(
                    "number shifted by one",
                    place,
                    &detail,
                    &format!("{pointer}/{operator}"),
                    Some(json!(shifted)),
                );
            }
            let mut changed = value.clone();
            let map = changed.as_object_mut().expect("a condition is an object");
            map.remove(operator);
            map.insert(other.to_owned(), json!(number));
            self.add("comparison changed", place, &format!("{operator} → {other}"), pointer, Some(changed));
        }
    }
}

/// A value in a few words.
fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string().replace('"', ""), str::to_owned)
}
