//! Scores: their method, their items, what a blank row does, and where their bands begin and end.

use serde_json::Value;

use super::mutant::{Mutation, Original, Touches};

pub fn mutations(source: &Original) -> Vec<Mutation> {
    let mut mutations = Vec::new();
    for (at, id, score) in source.entries("/scores") {
        let new = |operation, detail: &str| {
            let mutation = Mutation::new("scores", operation, &format!("score {id}"), detail);
            mutation.touching(Touches::Score(id.clone()))
        };
        for (key, words) in [("method", &["sum", "mean", "count"][..]), ("missing", &["none", "count_as_zero"])] {
            let own = score[key].as_str().unwrap_or_default();
            for other in words.iter().filter(|word| **word != own) {
                mutations.push(new("method swapped", &format!("{own} → {other}")).set(&format!("{at}/{key}"), *other));
            }
        }
        for (n, item) in score["items"].as_array().into_iter().flatten().enumerate() {
            let detail = item.as_str().unwrap_or_default();
            mutations.push(new("item dropped", detail).remove(&format!("{at}/items/{n}")));
        }
        let range = [0, 1].map(|n| (format!("range/{n}"), score["range"][n].as_i64()));
        let bands = score["bands"].as_array().into_iter().flatten().enumerate();
        let edges = bands
            .flat_map(|(n, band)| ["from", "to", "below"].map(|key| (format!("bands/{n}/{key}"), band[key].as_i64())));
        for (key, number) in range.into_iter().chain(edges) {
            let Some(number) = number else { continue };
            for shifted in [number - 1, number + 1] {
                let detail = format!("{key} {number} → {shifted}");
                mutations.push(new("number shifted by one", &detail).set(&format!("{at}/{key}"), shifted));
            }
        }
        for n in 0..score["bands"].as_array().map_or(0, Vec::len) {
            mutations.push(new("band dropped", &n.to_string()).remove(&format!("{at}/bands/{n}")));
            let band = &score["bands"][n];
            for (key, other) in [("to", "below"), ("below", "to")] {
                if let Some(end) = band.get(key) {
                    let mutation = new("band's end opened or closed", &n.to_string());
                    let mutation = mutation.set(&format!("{at}/bands/{n}/{other}"), Value::clone(end));
                    mutations.push(mutation.remove(&format!("{at}/bands/{n}/{key}")));
                }
            }
        }
    }
    mutations
}
