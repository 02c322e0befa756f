//! Factors: dropped, their class swapped on each route, their topic and what a clinic may raise them to.

use selfscreen::questionnaire::Class;
use serde_json::{Map, Value, json};

use super::mutant::{Mutation, Original, Touches};

/// Lists of factors elsewhere in the screen, from which a dropped factor goes too.
const LISTS: [&str; 5] = [
    "/age_limits/0/factors",
    "/age_limits/1/factors",
    "/age_limits/2/factors",
    "/summary/leave_out_factors",
    "/information/leave_out_factors",
];

pub fn mutations(source: &Original) -> Vec<Mutation> {
    let mut mutations = Vec::new();
    for (at, id, factor) in source.entries("/factors") {
        let place = format!("factor {id}");
        mutations.push(without_factor(source, &at, &id));
        classes(source, &at, &id, &mut mutations);
        if factor.get("topic").is_some() {
            let mutation = Mutation::new("topics", "dropped", &place, factor["topic"].as_str().unwrap_or_default());
            mutations.push(mutation.remove(&format!("{at}/topic")).touching(Touches::Factor(id.clone())));
        }
        raises(source, &at, &id, &mut mutations);
    }
    mutations
}

/// The screen without a factor, as someone would leave who takes it out with care.
fn without_factor(source: &Original, at: &str, id: &str) -> Mutation {
    let mut mutation = Mutation::new("factors", "dropped", &format!("factor {id}"), "");
    for list in LISTS {
        let Some(ids) = source.json.pointer(list).and_then(Value::as_array) else { continue };
        if ids.contains(&json!(id)) {
            let rest: Vec<_> = ids.iter().filter(|other| *other != id).collect();
            mutation = mutation.set(list, json!(rest));
        }
    }
    mutation.remove(at)
}

/// Each class swapped with each of its neighbours, on each route.
fn classes(source: &Original, at: &str, id: &str, mutations: &mut Vec<Mutation>) {
    let rule = &source.questionnaire[source.questionnaire.rule(id).expect("a factor")];
    let routes = source.routes();
    for (n, route) in routes.iter().enumerate() {
        let own = rule.classes[n] as usize;
        for other in [own.checked_sub(1), Some(own + 1)].into_iter().flatten().filter(|n| *n < Class::ALL.len()) {
            let mut by_route = Map::new();
            for (m, route) in routes.iter().enumerate() {
                let class = if m == n { Class::ALL[other] } else { rule.classes[m] };
                by_route.insert((*route).to_owned(), json!(class.as_str()));
            }
            let detail = format!("{route}: {} → {}", Class::ALL[own].as_str(), Class::ALL[other].as_str());
            // What a clinic may do follows from the class where the file does not say: that is another change.
            let allowed: Vec<_> = rule.may_raise_to.iter().map(|class| class.as_str()).collect();
            let mutation = Mutation::new("classes", "swapped", &format!("factor {id}"), &detail);
            let mutation = mutation.set(&format!("{at}/class"), Value::Object(by_route));
            let mutation = mutation.touching(Touches::Factor(id.to_owned()));
            mutations.push(mutation.set(&format!("{at}/clinic_may_raise_to"), json!(allowed)));
        }
    }
}

/// Each class that a clinic may raise the factor to dropped, each other one added.
fn raises(source: &Original, at: &str, id: &str, mutations: &mut Vec<Mutation>) {
    let rule = &source.questionnaire[source.questionnaire.rule(id).expect("a factor")];
    for class in [Class::Note, Class::Review, Class::Stop, Class::Urgent] {
        let mut allowed = rule.may_raise_to.clone();
        let there = allowed.contains(&class);
        allowed.retain(|other| *other != class);
        if !there {
            allowed.push(class);
        }
        let words: Vec<_> = allowed.iter().map(|class| class.as_str()).collect();
        let operation = if there { "dropped" } else { "added" };
        let mutation = Mutation::new("what a clinic may raise", operation, &format!("factor {id}"), class.as_str());
        let mutation = mutation.touching(Touches::Raise(id.to_owned()));
        mutations.push(mutation.set(&format!("{at}/clinic_may_raise_to"), json!(words)));
    }
}
