//! What is thought impossible never happens: random conditions against the engine, over random visits.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;
use crate::questionnaire::load::load_questionnaire;
use crate::questionnaire::{Comparison, ItemKind, OptionSet, RouteIndex, ScoreIndex};
use crate::screening::{Answer, Answers, Facts};
use crate::screens::KETAMINE;
use crate::settings::{Settings, settle};

thread_local! {
    static SCREEN: Questionnaire = load_questionnaire(KETAMINE).unwrap();
}

/// A small number drawn from a seed that is used up bit by bit.
fn draw(seed: &mut u64, of: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize % of.max(1)
}

/// A test of one of a few items, so that tests meet and contradict each other often.
fn test(questionnaire: &Questionnaire, seed: &mut u64) -> Criterion {
    let ids = [
        "age_band",
        "who",
        "conditions",
        "pain_type",
        "heart",
        "heart_unsure",
        "drug_times",
        "peg_1",
        "auditc_1",
        "auditc_2",
    ];
    let item = questionnaire.item(ids[draw(seed, ids.len())]).unwrap();
    let comparison = Comparison::ALL[draw(seed, 5)].1;
    let number = |seed: &mut u64| [-1.0, 0.0, 1.0, 2.5, 3.0, 4.0, 10.0, 999.0][draw(seed, 8)];
    match (draw(seed, 10), questionnaire[item].kind) {
        (0, _) => Criterion::Answered(item),
        (1, _) => Criterion::Skipped(item),
        (2, _) => {
            let score = ScoreIndex::at(draw(seed, questionnaire.scores.len()));
            Criterion::Score { score, comparison, value: number(seed) }
        }
        (3, _) => Criterion::RouteOffered(RouteIndex::at(draw(seed, 3))),
        (4, _) => Criterion::Ref(draw(seed, questionnaire.defs.len())),
        (5, _) => {
            let score = ScoreIndex::at(draw(seed, questionnaire.scores.len()));
            Criterion::Available { score, available: draw(seed, 2) == 0 }
        }
        (6 | 7, ItemKind::Integer { .. }) | (_, ItemKind::Scale { .. }) => {
            Criterion::Number { item, comparison, value: number(seed) }
        }
        _ => {
            let options = questionnaire[item].options.len();
            let some = (0..=draw(seed, 2)).fold(OptionSet::default(), |set, _| set.with(draw(seed, options)));
            Criterion::Chosen { item, options: some }
        }
    }
}

fn condition(questionnaire: &Questionnaire, seed: &mut u64, depth: usize) -> Criterion {
    let parts = |seed: &mut u64| (0..2 + draw(seed, 2)).map(|_| condition(questionnaire, seed, depth - 1)).collect();
    match draw(seed, if depth == 0 { 1 } else { 5 }) {
        1 | 2 => Criterion::All(parts(seed)),
        3 => Criterion::Any(parts(seed)),
        4 => Criterion::Not(Box::new(condition(questionnaire, seed, depth - 1))),
        _ => test(questionnaire, seed),
    }
}

/// A visit as the screen allows it: an exclusive tick stands alone.
fn visit(questionnaire: &Questionnaire, seed: &mut u64) -> Answers {
    let mut answers = Answers::none(questionnaire);
    for item in questionnaire.item_indices() {
        let options = questionnaire[item].options.len();
        match questionnaire[item].kind {
            _ if draw(seed, 5) == 0 => {}
            ItemKind::Choice => answers.choose(item, draw(seed, options)),
            ItemKind::MultiChoice => {
                (0..=draw(seed, 3)).for_each(|_| answers.tick(questionnaire, item, draw(seed, options), true))
            }
            ItemKind::Integer { .. } if draw(seed, 3) == 0 => answers.choose(item, draw(seed, options)),
            ItemKind::Integer { min, max } | ItemKind::Scale { min, max } => {
                let number = [min, min + 1, min + 3, min + 4, max][draw(seed, 5)];
                answers.set(item, Some(Answer::Number(number)));
            }
        }
    }
    answers
}

fn clinic(questionnaire: &Questionnaire, seed: &mut u64) -> Settings {
    let routes =
        [json!(["racemic"]), json!(["esketamine"]), json!(["racemic", "kap"]), json!(["racemic", "esketamine", "kap"])];
    let given = json!({"region": "us", "routes": routes[draw(seed, 4)]});
    let given: Map<String, Value> = given.as_object().unwrap().clone();
    settle(questionnaire, &given).0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_thought_impossible_never_happens(seed in any::<u64>()) {
        SCREEN.with(|questionnaire| {
            let mut seed = seed;
            let reasoner = Reasoner::new(questionnaire);
            for _ in 0..8 {
                let criterion = condition(questionnaire, &mut seed, 2);
                let [holds, fails] = [reasoner.can([&criterion], []), reasoner.can([], [&criterion])];
                for _ in 0..if holds && fails { 0 } else { 40 } {
                    let (answers, settings) = (visit(questionnaire, &mut seed), clinic(questionnaire, &mut seed));
                    let held = Facts::of(questionnaire, &settings, &answers).holds(&criterion);
                    prop_assert!(if held { holds } else { fails }, "{criterion:?} {answers:?}");
                }
            }
            Ok(())
        })?;
    }
}

/// The other way round: what some of those visits do is rarely all that is possible, and impossible things are found.
#[test]
fn many_random_conditions_are_found_to_be_impossible_and_none_that_a_visit_fulfils() {
    SCREEN.with(|questionnaire| {
        let (mut seed, reasoner) = (7, Reasoner::new(questionnaire));
        let conditions: Vec<_> = (0..400).map(|_| condition(questionnaire, &mut seed, 2)).collect();
        let impossible = conditions.iter().filter(|criterion| !reasoner.can([*criterion], [])).count();
        assert!((20..200).contains(&impossible), "{impossible} of 400");
    });
}
