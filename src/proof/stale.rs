//! An answer to an item that is not enabled never changes anything.

use super::diagram::{Diagram, Drawn};
use super::model::Model;
use super::verdict::Verdict;
use super::witness::Witness;
use crate::questionnaire::{Outcome, RouteStatus};

/// Goes through the items that may not be asked, and through everything their answers could change.
pub fn prove(model: &Model) -> Drawn<Verdict> {
    let results = results(model)?;
    let reads: Vec<Vec<u32>> = results.iter().map(|(_, result)| result.support()).collect();
    let mut may_be_left_out = 0;
    for item in model.questionnaire.item_indices() {
        let left_out = model.allowed.without(&model.enabled[item.get()])?;
        if left_out.is_never() {
            continue;
        }
        may_be_left_out += 1;
        let bits = model.variables.of_item(item);
        let answer = model.board.variables(bits.iter().copied())?;
        for ((name, result), reads) in results.iter().zip(&reads) {
            if !bits.iter().any(|bit| reads.binary_search(bit).is_ok()) {
                continue;
            }
            let holds = result.and(&left_out)?;
            let changed = holds.exists(&answer)?.without(&holds)?.and(&left_out)?;
            if let Some(after) = Witness::shortest(&model.variables, &changed) {
                let before = with_other_answer(model, &holds, &after, item)?;
                let id = &model.questionnaire[item].link_id;
                let says = format!("The question '{id}' is not asked, and an answer to it changes {name}.");
                return Ok(Verdict::failed(
                    says,
                    before.into_iter().chain([after]).map(|witness| witness.visit(model)),
                ));
            }
        }
    }
    Ok(Verdict::held([format!(
        "{may_be_left_out} questions are not always asked; what was answered to them before changes none of {} results: what is asked, scores, factors, conditions, indications, route statuses and the outcome.",
        results.len()
    )]))
}

/// Everything that answers decide, by name.
fn results(model: &Model) -> Drawn<Vec<(String, Diagram)>> {
    let questionnaire = model.questionnaire;
    let mut results = Vec::new();
    let mut add = |name: String, holds: &Diagram| results.push((name, holds.clone()));
    for outcome in Outcome::ALL {
        add(format!("whether the outcome is '{}'", outcome.as_str()), model.outcome(outcome));
    }
    for (route, judged) in questionnaire.routes.iter().zip(&model.judged.routes) {
        for status in RouteStatus::ALL {
            add(format!("whether '{}' is '{}'", route.id, status.as_str()), model.status(judged, status));
        }
    }
    for (rule, factor) in questionnaire.rules.iter().zip(&model.factors) {
        add(format!("whether the factor '{}' is certain", rule.id), &factor.certain);
        add(format!("whether the factor '{}' is unsure", rule.id), &factor.unsure);
    }
    for (item, asked) in questionnaire.items.iter().zip(&model.enabled) {
        add(format!("whether '{}' is asked", item.link_id), asked);
    }
    for (condition, chosen) in questionnaire.conditions.iter().zip(&model.chosen) {
        add(format!("whether help is sought for '{}'", condition.id), chosen);
    }
    for (indication, met) in questionnaire.indications.iter().zip(&model.met) {
        add(format!("whether '{}' is met", indication.id), met);
    }
    for (score, sums) in questionnaire.scores.iter().zip(&model.scores) {
        for (value, holds) in sums.values() {
            add(format!("whether the score '{}' is {}", score.id, value.value()), holds);
        }
    }
    Ok(results)
}

/// The same visit with an answer to the item with which the result is another.
fn with_other_answer(
    model: &Model,
    holds: &Diagram,
    after: &Witness,
    item: crate::questionnaire::ItemIndex,
) -> Drawn<Option<Witness>> {
    let own = model.variables.of_item(item);
    let mut same = holds.clone();
    for (slot, bits) in &model.variables.slots {
        if bits.clone().any(|bit| !own.contains(&bit)) {
            same = same.given(&model.variables.code(&model.board, *slot, after.value(*slot))?)?;
        }
    }
    let Some(answer) = Witness::shortest(&model.variables, &same) else { return Ok(None) };
    let mut before = after.clone();
    for (slot, bits) in &model.variables.slots {
        if bits.clone().any(|bit| own.contains(&bit)) {
            before.set(*slot, answer.value(*slot));
        }
    }
    Ok(Some(before))
}
