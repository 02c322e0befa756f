//! "Not sure", "any of them", "rather not say" or a skip on a safety item never ends in `possible_fit`, on any route.

use super::diagram::Drawn;
use super::model::Model;
use super::verdict::Verdict;
use super::witness::Witness;
use crate::questionnaire::{ItemIndex, Outcome, RouteStatus, Special};

/// Goes through the safety items, and through the doubts that each can be answered with.
pub fn prove(model: &Model) -> Drawn<Verdict> {
    let fits = fits_anywhere(model)?.and(&model.allowed)?;
    let (mut items, mut doubts) = (0, 0);
    let mut worst: Option<(Witness, String)> = None;
    for item in model.questionnaire.item_indices().filter(|item| model.questionnaire[*item].safety) {
        let fits = fits.and(&model.enabled[item.get()])?;
        items += 1;
        for (doubt, holds) in doubts_about(model, item)? {
            doubts += 1;
            let Some(witness) = Witness::shortest(&model.variables, &fits.and(&holds)?) else { continue };
            if worst.as_ref().is_none_or(|(known, _)| witness.cost < known.cost) {
                let id = &model.questionnaire[item].link_id;
                worst =
                    Some((witness, format!("The safety question '{id}' is {doubt}, and a route is a possible fit.")));
            }
        }
    }
    Ok(match worst {
        Some((witness, says)) => Verdict::failed(says, [witness.visit(model)]),
        None => Verdict::held([format!(
            "None of the {doubts} ways to leave one of the {items} safety questions open leaves a possible fit on any route, under any settings."
        )]),
    })
}

/// Where the outcome or a route's status is a possible fit.
fn fits_anywhere(model: &Model) -> Drawn {
    let routes = model.judged.routes.iter().map(|route| &route.statuses[RouteStatus::PossibleFit as usize]);
    model.board.any(routes.chain([model.outcome(Outcome::PossibleFit)]))
}

/// The ways to leave an item open, in words.
fn doubts_about(model: &Model, item: ItemIndex) -> Drawn<Vec<(String, super::diagram::Diagram)>> {
    let mut doubts = vec![("skipped".to_owned(), model.blank[item.get()].clone())];
    for special in [Special::NotSure, Special::AnyOfThem, Special::RatherNotSay] {
        if let Some(option) = model.questionnaire[item].special(special) {
            let code = &model.questionnaire[item].options[option].code;
            doubts.push((format!("answered '{code}'"), model.picked(item, option)?));
        }
    }
    Ok(doubts)
}
