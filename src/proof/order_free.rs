//! The order in which answers were given or changed does not matter.
//!
//! A screening is a function of a set of answers: no order goes in, and the model has none.
//! What is left to show is that reading answers makes the same set of them in every order.

use super::diagram::Drawn;
use super::model::Model;
use super::variables::Domain;
use super::verdict::Verdict;
use crate::questionnaire::{ItemIndex, Questionnaire};
use crate::screening::{Answer, Answers, Json};

/// Reads answers that were given in some order.
pub type Read = fn(&Questionnaire, &[(&str, Json<'_>)]) -> Answers;

/// Swaps every two answers, and every two ticks of a list.
pub fn prove(model: &Model) -> Drawn<Verdict> {
    let read: Read = |questionnaire, given| {
        Answers::read(questionnaire, given.iter().map(|(id, value)| (*id, value)), &mut Vec::new())
    };
    Ok(prove_reading(model, read))
}

/// The same, for another way of reading.
pub fn prove_reading(model: &Model, read: Read) -> Verdict {
    let questionnaire = model.questionnaire;
    let id = |item: ItemIndex| questionnaire[item].link_id.as_str();
    let mut ticks = 0;
    for item in questionnaire.item_indices() {
        let Domain::Ticks { options, .. } = model.variables.domains[item.get()] else { continue };
        let list = |ticks: &[usize]| {
            let code = |option: &usize| Json::Text(questionnaire[item].options[*option].code.as_str().into());
            read(questionnaire, &[(id(item), Json::List(ticks.iter().map(code).collect()))])
        };
        for one in 0..options {
            for other in one + 1..options {
                ticks += 1;
                if list(&[one, other]) != list(&[other, one]) || list(&[one, other, one]) != list(&[one, other]) {
                    let [one, other] = [one, other].map(|option| &questionnaire[item].options[option].code);
                    let says =
                        format!("Ticking '{one}' and '{other}' in '{}' reads differently in another order.", id(item));
                    return Verdict::failed(says, []);
                }
            }
        }
    }
    let items: Vec<_> = questionnaire.item_indices().collect();
    let mut pairs = 0;
    for (place, one) in items.iter().enumerate() {
        for other in &items[place + 1..] {
            pairs += 1;
            let [first, second] = [*one, *other].map(|item| (id(item), some_answer(model, item)));
            if read(questionnaire, &[first.clone(), second.clone()]) != read(questionnaire, &[second, first]) {
                let says = format!("Answers to '{}' and '{}' read differently in another order.", id(*one), id(*other));
                return Verdict::failed(says, []);
            }
        }
    }
    Verdict::held([format!(
        "By construction: a screening takes a set of answers, and no order goes into it. Reading makes the same set in every order: swapping any of {pairs} pairs of answers or {ticks} pairs of ticks changes nothing."
    )])
}

/// An answer to an item as it is given: the last one there is.
fn some_answer<'a>(model: &'a Model, item: ItemIndex) -> Json<'a> {
    let asked = &model.questionnaire[item];
    let code = |option: usize| Json::Text(asked.options[option].code.as_str().into());
    match &model.variables.domains[item.get()] {
        Domain::Ticks { options, .. } => Json::List((0..*options).map(code).collect()),
        Domain::Values(values) => match values.last().and_then(|value| value.answer) {
            Some(Answer::Number(number)) => Json::Number(number.into()),
            Some(Answer::Options(options)) => options.iter().next().map_or(Json::Nothing, code),
            None => Json::Nothing,
        },
    }
}
