//! Nothing of a clinic's own makes anything milder: over random people, clinics and factors.

use proptest::prelude::*;
use proptest::sample::select;
use selfscreen::questionnaire::ItemKind;
use selfscreen::screening::{Screening, screen};
use selfscreen::settings::settle;
use serde_json::{Value, json};

use super::settings::{factor, with};
use crate::common::ketamine;
use crate::common::random::{cases, offers, people, raises};

/// A test of an item, some of which hold for most people.
fn criteria() -> impl Strategy<Value = Value> {
    let questionnaire = ketamine();
    let tests: Vec<Value> = questionnaire
        .items
        .iter()
        .flat_map(|item| {
            let id = item.link_id.as_str();
            let chosen = item.options.iter().map(move |option| json!({"item": id, "in": [option.code.as_str()]}));
            let number = matches!(item.kind, ItemKind::Scale { .. }).then(|| json!({"item": id, "gte": 5}));
            let chosen = (!matches!(item.kind, ItemKind::Scale { .. })).then_some(chosen);
            chosen.into_iter().flatten().chain(number).chain([json!({"item": id, "skipped": true})]).collect::<Vec<_>>()
        })
        .chain([json!({"always": true}), json!({"safety_gap": true}), json!({"route_offered": "kap"})])
        .collect();
    let one = select(tests);
    prop_oneof![
        2 => one.clone(),
        1 => one.clone().prop_map(|test| json!({"not": test})),
        1 => prop::collection::vec(one, 1..3).prop_map(|tests| json!({"any": tests})),
    ]
}

fn classes() -> impl Strategy<Value = Value> {
    let class = || select(vec!["review", "note", "stop"]);
    let by_route = prop::collection::btree_map(select(vec!["racemic", "esketamine", "kap"]), class(), 1..=3);
    prop_oneof![class().prop_map(|class| json!(class)), by_route.prop_map(|classes| json!(classes))]
}

fn factors() -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec((classes(), criteria(), prop::option::of(criteria())), 1..4).prop_map(|factors| {
        let made = factors.into_iter().enumerate().map(|(place, (class, when, unsure))| {
            let mut made = factor(&format!("own_{place}"), class, when);
            if let Some(unsure) = unsure {
                made["unsure_when"] = unsure;
            }
            made
        });
        made.collect()
    })
}

/// The listed factors by id, with their class on each route.
fn listed(screening: &Screening) -> Vec<(u16, [selfscreen::questionnaire::Class; 8])> {
    screening.factors.iter().map(|factor| (factor.rule.0, factor.classes)).collect()
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn own_factors_never_give_a_milder_result(
        person in people(), mut offers in offers(), raises in raises(), factors in factors()
    ) {
        offers.extend(raises);
        let (base, own) = (ketamine(), with(&factors));
        let screenings = [&base, &own].map(|questionnaire| {
            let (settings, problems) = settle(questionnaire, &offers);
            assert_eq!(problems, []);
            screen(questionnaire, &person, &settings)
        });
        let [without, with_own] = &screenings;
        let gravity = |screening: &Screening| screening.outcome.map(|outcome| outcome.gravity());
        prop_assert!(gravity(with_own) >= gravity(without), "{:?} became {:?}", without.outcome, with_own.outcome);
        // Nor does it on any route, and no factor of the screen is lost or lowered.
        for ((route, before), (same, after)) in without.routes.iter().zip(&with_own.routes) {
            prop_assert_eq!(route, same);
            prop_assert!(after >= before, "{} became {}", before.as_str(), after.as_str());
        }
        let after = listed(with_own);
        for factor in listed(without) {
            prop_assert!(after.contains(&factor), "{} is listed as before", base.rules[usize::from(factor.0)].id);
        }
        prop_assert_eq!(&without.enabled, &with_own.enabled);
        prop_assert_eq!(&without.unanswered, &with_own.unanswered);
    }
}
