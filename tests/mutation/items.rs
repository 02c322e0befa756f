//! Items: dropped, their flags turned, their options taken away, their limits shifted.

use serde_json::{Value, json};

use super::mutant::{Mutation, Original, Touches};

pub fn mutations(source: &Original) -> Vec<Mutation> {
    let mut mutations = Vec::new();
    for (at, id, item) in source.items() {
        let place = format!("item {id}");
        mutations.push(Mutation::new("items", "dropped", &place, "").remove(&at));
        for flag in ["safety", "optional"] {
            let on = item[flag].as_bool().unwrap_or(false);
            let operation = if on { "flag dropped" } else { "flag set" };
            let mutation = Mutation::new("items", operation, &place, flag).set(&format!("{at}/{flag}"), !on);
            mutations.push(mutation.touching(Touches::Gap(id.clone())));
        }
        for limit in ["min", "max"] {
            let Some(number) = item[limit].as_i64() else { continue };
            for shifted in [number - 1, number + 1] {
                let detail = format!("{limit} {number} → {shifted}");
                let mutation = Mutation::new("items", "number shifted by one", &place, &detail);
                mutations.push(mutation.set(&format!("{at}/{limit}"), shifted));
            }
        }
        specials((&at, &place, item), &mut mutations);
        options(source, &format!("{at}/answer_options"), &place, &mut mutations);
        for (n, code) in item["copy_options"]["only"].as_array().into_iter().flatten().enumerate() {
            let mutation = Mutation::new("options", "dropped", &place, code.as_str().unwrap_or_default());
            mutations.push(mutation.remove(&format!("{at}/copy_options/only/{n}")));
        }
    }
    for (at, id, _) in source.entries("/option_sets") {
        options(source, &format!("{at}/answer_options"), &format!("option set {id}"), &mut mutations);
    }
    for (n, special) in source.json["specials"].as_array().into_iter().flatten().enumerate() {
        let (code, on) = (special["code"].as_str().unwrap_or_default(), special["exclusive"] == json!(true));
        let mutation = Mutation::new("options", "exclusive turned", &format!("special {code}"), "");
        mutations.push(mutation.set(&format!("/specials/{n}/exclusive"), !on));
    }
    mutations
}

/// Each special answer taken away.
fn specials((at, place, item): (&str, &str, &Value), mutations: &mut Vec<Mutation>) {
    for (n, code) in item["specials"].as_array().into_iter().flatten().enumerate() {
        let mutation = Mutation::new("options", "dropped", place, code.as_str().unwrap_or_default());
        mutations.push(mutation.remove(&format!("{at}/specials/{n}")));
    }
}

/// Each option of a list taken away, and what it scores shifted.
fn options(source: &Original, list: &str, place: &str, mutations: &mut Vec<Mutation>) {
    let options = source.json.pointer(list).and_then(Value::as_array).into_iter().flatten();
    for (n, option) in options.enumerate() {
        let code = option["code"].as_str().unwrap_or_default();
        mutations.push(Mutation::new("options", "dropped", place, code).remove(&format!("{list}/{n}")));
        let Some(score) = option["score"].as_i64() else { continue };
        for shifted in [score - 1, score + 1] {
            let detail = format!("{code} {score} → {shifted}");
            let mutation = Mutation::new("scores", "number shifted by one", place, &detail);
            mutations.push(mutation.set(&format!("{list}/{n}/score"), shifted));
        }
    }
}
