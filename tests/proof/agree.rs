//! One visit in the model and in the program.

use std::collections::HashMap;

use selfscreen::proof::model::Model;
use selfscreen::proof::variables::{Domain, Slot};
use selfscreen::questionnaire::{Class, FactorIndex, ItemIndex, Outcome, RouteIndex, RouteStatus, ScoreIndex};
use selfscreen::screening::{Answer, Answers, Certainty, Facts, screen};
use selfscreen::settings::settle;
use serde_json::{Map, Value};

/// The value of every variable for one visit.
fn row(model: &Model, answers: &Answers, settings: &Map<String, Value>) -> HashMap<u32, bool> {
    let questionnaire = model.questionnaire;
    let has = |key: &str, id: &str| {
        settings.get(key).and_then(Value::as_array).is_some_and(|ids| ids.iter().any(|known| known == id))
    };
    let mut row = HashMap::new();
    for (slot, bits) in &model.variables.slots {
        let value = match *slot {
            Slot::Route(route) => usize::from(has("routes", questionnaire[route].id.as_str())),
            Slot::ScaleOff(score) => usize::from(has("scales_off", questionnaire[score].id.as_str())),
            Slot::Tick(item, option) => usize::from(answers.options(item).contains(option)),
            Slot::Item(item) => place(model, item, answers.get(item)),
            Slot::Raise(rule) => {
                let word =
                    settings.get("stricter").and_then(|stricter| stricter[questionnaire[rule].id.as_str()].as_str());
                let class = word.and_then(Class::from_word).unwrap_or(Class::None);
                model.variables.choices.raises[rule.get()].iter().position(|known| *known == class).expect("allowed")
            }
            Slot::Age(setting) => {
                let setting = &model.variables.choices.ages[setting];
                let given = settings.get(&setting.name).and_then(Value::as_i64);
                given.map_or(0, |given| {
                    1 + setting.values.iter().position(|(age, _)| i64::from(*age) == given).expect("allowed")
                })
            }
        };
        for (place, bit) in bits.clone().rev().enumerate() {
            row.insert(bit, value >> place & 1 == 1);
        }
    }
    row
}

/// The place of an answer among those that rules can tell apart.
fn place(model: &Model, item: ItemIndex, answer: Option<Answer>) -> usize {
    let Domain::Values(values) = &model.variables.domains[item.get()] else { panic!("a tick list has no values") };
    let stands_for = |known: Option<Answer>| match (known, answer) {
        (Some(Answer::Number(from)), Some(Answer::Number(number))) => from <= number,
        _ => known == answer,
    };
    values.iter().rposition(|value| stands_for(value.answer)).expect("every answer has its place")
}

/// Asserts that the model says of one visit what the program says.
#[track_caller]
pub fn assert_agrees(model: &Model, answers: &Answers, given: &Map<String, Value>) {
    let questionnaire = model.questionnaire;
    let (settings, problems) = settle(questionnaire, given);
    assert_eq!(problems, [], "the settings are valid");
    let row = row(model, answers, given);
    let holds = |diagram: &selfscreen::proof::diagram::Diagram| diagram.holds(|variable| row[&variable]);
    let screening = screen(questionnaire, answers, &settings);

    let enabled: Vec<_> = questionnaire.item_indices().filter(|item| holds(&model.enabled[item.get()])).collect();
    assert_eq!(enabled, screening.enabled, "what is asked");
    let unanswered: Vec<_> = enabled.iter().copied().filter(|item| holds(&model.blank[item.get()])).collect();
    assert_eq!(unanswered, screening.unanswered, "what is skipped");

    let outcomes: Vec<_> = Outcome::ALL.into_iter().filter(|outcome| holds(model.outcome(*outcome))).collect();
    assert_eq!(outcomes, screening.outcome.into_iter().collect::<Vec<_>>(), "the outcome");
    let routes: Vec<_> =
        questionnaire.route_indices().map(|route| (route, &model.judged.routes[route.get()])).collect();
    let statuses = routes.iter().flat_map(|&(route, judged)| {
        let given = RouteStatus::ALL.into_iter().filter(move |status| holds(model.status(judged, *status)));
        given.map(move |status| (route, status))
    });
    assert_eq!(statuses.collect::<Vec<_>>(), screening.routes, "the route statuses");
    let judged: Vec<RouteIndex> =
        routes.iter().filter(|(_, judged)| holds(&judged.judged)).map(|(route, _)| *route).collect();
    assert_eq!(judged, screening.judged.iter().collect::<Vec<_>>(), "the routes that are judged");

    let met = questionnaire.indications.iter().zip(&model.met).enumerate();
    let met = met.filter(|(_, (indication, met))| !indication.routes.and(settings.routes).is_empty() && holds(met));
    assert_eq!(met.map(|(place, _)| place).collect::<Vec<_>>(), screening.met, "the indications");
    // What rules read: shown is a score only if no row of it is blank.
    let facts = Facts::of(questionnaire, &settings, answers);
    for (score, shown) in &screening.scores {
        let value = facts.score(*score);
        assert!(shown.is_none() || *shown == value, "what is shown is what rules read");
        let values = model.scores[score.get()].values().filter(|(_, holds_where)| holds(holds_where));
        let values: Vec<_> = values.map(|(value, _)| value.value()).collect();
        assert_eq!(values, value.map(|value| value.value()).into_iter().collect::<Vec<_>>(), "the score {score:?}");
    }
    for place in (0..questionnaire.scores.len())
        .filter(|place| !screening.scores.iter().any(|(score, _)| *score == ScoreIndex::at(*place)))
    {
        assert!(
            !model.scores[place].values().any(|(_, holds_where)| holds(holds_where)),
            "a score nothing was asked for"
        );
    }

    let mut factors: Vec<_> = screening
        .factors
        .iter()
        .map(|factor| (factor.rule, factor.certainty == Certainty::Certain, factor.classes))
        .collect();
    factors.sort();
    let mut drawn = Vec::new();
    for (place, factor) in model.factors.iter().enumerate() {
        let listed = factor.variants.iter().filter(|variant| {
            holds(&variant.listed) && judged.iter().any(|route| variant.classes[route.get()] != Class::None)
        });
        drawn.extend(
            listed.map(|variant| (FactorIndex::at(place), variant.certainty == Certainty::Certain, variant.classes)),
        );
    }
    drawn.sort();
    assert_eq!(drawn, factors, "the factors that are listed, with their classes");
}
