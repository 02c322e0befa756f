//! Every item, option, factor, condition, indication, outcome and route status can be reached.
//!
//! What is asked only of a visit that an urgent answer has ended counts as out of reach.

use super::diagram::{Diagram, Drawn};
use super::model::{FactorModel, Model};
use super::variables::{Domain, Slot};
use super::verdict::Verdict;
use crate::questionnaire::{Class, ItemIndex, Outcome, RouteIndex, RouteStatus};
use crate::screening::Certainty;

/// What was looked for, and what of it nothing reaches.
#[derive(Default)]
struct Reach {
    found: usize,
    missing: Vec<String>,
}

impl Reach {
    fn look(&mut self, model: &Model, holds: &Diagram, name: impl FnOnce() -> String) -> Drawn<()> {
        if holds.and(&model.allowed)?.is_never() {
            self.missing.push(name());
        } else {
            self.found += 1;
        }
        Ok(())
    }
}

/// Looks for everything.
pub fn prove(model: &Model) -> Drawn<Verdict> {
    let questionnaire = model.questionnaire;
    let (mut items, mut options, mut factors, mut rest) =
        (Reach::default(), Reach::default(), Reach::default(), Reach::default());
    let calm = model.outcome(Outcome::Urgent).not()?;
    for item in questionnaire.item_indices() {
        let id = &questionnaire[item].link_id;
        let asked = model.enabled[item.get()].and(&calm)?;
        items.look(model, &asked, || format!("question '{id}'"))?;
        for (name, given) in answers(model, item)? {
            options.look(
                model,
                &asked.exists(&model.board.variables(model.variables.of_item(item))?)?.and(&given)?,
                || format!("answer '{name}' of '{id}'"),
            )?;
        }
    }
    for (rule, factor) in questionnaire.rules.iter().zip(&model.factors) {
        factors
            .look(model, &listed(model, factor, Certainty::Certain)?, || format!("factor '{}', certain", rule.id))?;
        if rule.unsure_when.is_some() {
            factors
                .look(model, &listed(model, factor, Certainty::Unsure)?, || format!("factor '{}', unsure", rule.id))?;
        }
    }
    for (condition, chosen) in questionnaire.conditions.iter().zip(&model.chosen) {
        rest.look(model, chosen, || format!("condition '{}'", condition.id))?;
    }
    for (indication, met) in questionnaire.indications.iter().zip(&model.met) {
        rest.look(model, met, || format!("indication '{}'", indication.id))?;
    }
    for outcome in Outcome::ALL {
        rest.look(model, model.outcome(outcome), || format!("outcome '{}'", outcome.as_str()))?;
    }
    for (route, judged) in questionnaire.routes.iter().zip(&model.judged.routes) {
        for status in RouteStatus::ALL {
            rest.look(model, model.status(judged, status), || {
                format!("status '{}' of route '{}'", status.as_str(), route.id)
            })?;
        }
    }
    let missing: Vec<_> = [&items, &options, &factors, &rest].iter().flat_map(|reach| reach.missing.clone()).collect();
    if !missing.is_empty() {
        let says = format!("No visit reaches: {}.", missing.join("; "));
        return Ok(Verdict::failed(says, []));
    }
    Ok(Verdict::held([format!(
        "There is a visit for each of the {} questions, {} answers, {} factors (certain and unsure), {} conditions, {} indications, 5 outcomes, and the 5 statuses of each of the {} routes.",
        items.found,
        options.found,
        factors.found,
        questionnaire.conditions.len(),
        questionnaire.indications.len(),
        questionnaire.routes.len()
    )]))
}

/// Every answer an item can have, by name, and where it is given.
fn answers(model: &Model, item: ItemIndex) -> Drawn<Vec<(String, Diagram)>> {
    let options = &model.questionnaire[item].options;
    let mut answers = Vec::new();
    for (option, known) in options.iter().enumerate() {
        answers.push((known.code.as_str().to_owned(), model.picked(item, option)?));
    }
    if let Domain::Values(values) = &model.variables.domains[item.get()] {
        for (place, value) in values.iter().enumerate() {
            if let Some(crate::screening::Answer::Number(number)) = value.answer {
                answers.push((number.to_string(), model.variables.is(&model.board, Slot::Item(item), place)?));
            }
        }
    }
    Ok(answers)
}

/// Where a factor is listed: not hidden, and of some class on a route that is judged.
pub fn listed(model: &Model, factor: &FactorModel, certainty: Certainty) -> Drawn {
    let mut listed = Vec::new();
    for variant in factor.variants.iter().filter(|variant| variant.certainty == certainty) {
        let says = |route: &RouteIndex| variant.classes[route.get()] != Class::None;
        let judged: Vec<_> = model.questionnaire.route_indices().filter(says).collect();
        let judged = model.board.any(judged.iter().map(|route| &model.judged.routes[route.get()].judged))?;
        listed.push(variant.listed.and(&judged)?);
    }
    model.board.any(&listed)
}
