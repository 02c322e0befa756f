//! Who visits: made-up people of every condition and every outcome, the same ones in every run.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use selfscreen::questionnaire::{ItemIndex, OptionSet, Outcome, Special};
use selfscreen::screening::{Answer, Answers};

use super::person::{Person, Way};
use crate::common::random::{answer_from, opened};
use crate::common::{given, ketamine, outcome, screened, valid};

/// The baselines of each condition that the first pages ask for, and someone who is asked for none.
const CONDITIONS: [(&str, &[&str]); 9] = [
    ("depression", &["trd"]),
    ("bipolar", &["bipolar"]),
    ("ptsd", &["ptsd"]),
    ("anxiety", &["anxiety"]),
    ("ocd", &["ocd"]),
    ("pain", &["crps", "nerve_pain"]),
    ("drinking", &["drinking"]),
    ("other", &["other"]),
    ("none", &["minor"]),
];

/// Items that stay as the baseline has them.
const DRAWN_FOR: [&str; 2] = ["conditions", "age_band"];

/// How many are drawn at most in looking for the people of one condition: some outcomes it cannot have.
const DRAWS: usize = 600;

/// Draws `each` people of every condition and outcome, in an order that tells nothing of either.
pub fn people(each: usize) -> Vec<Person> {
    let mut runner = TestRunner::deterministic();
    let mut people = Vec::new();
    for (condition, baselines) in CONDITIONS {
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        for _ in 0..DRAWS {
            let answers = draw(&mut runner, baselines);
            let screening = screened(&answers);
            if condition != "none" && screening.chosen.is_empty() {
                continue;
            }
            let found = found.entry(outcome(&screening)).or_default();
            if *found < each {
                *found += 1;
                people.push(Person::new(condition, &answers, &screening, any::<bool>().pick(&mut runner)));
            }
        }
    }
    Just(people).prop_shuffle().pick(&mut runner)
}

/// The same people, who close the stage after a few screens.
pub fn quitters(each: usize) -> Vec<Person> {
    let mut runner = TestRunner::deterministic();
    let stay = people(each).into_iter().filter(|person| person.secrets["outcome"] != Outcome::Urgent.as_str());
    let quit = |mut person: Person| {
        // After the page with the conditions, which is the second, and before the shortest visit ends.
        person.way = Way::Closes((2..4usize).pick(&mut runner));
        person.secrets.retain(|secret, _| *secret == "condition");
        person
    };
    stay.map(quit).collect()
}

/// What is done once on the way, and who does it.
#[rustfmt::skip] // One way per line.
const TURNS: [(&str, &str, Way); 4] = [
    ("on",                "",                           Way::On),
    ("clears at pause",   "s1_past_month=thoughts",       Way::Turns { at: "pause",  press: "start-over", changed: Some(("s1_past_month", "no")) }),
    ("takes back urgent", "s1_past_month=plan_or_intent", Way::Turns { at: "urgent", press: "back",       changed: Some(("s1_past_month", "no")) }),
    ("back from result",  "",                           Way::Turns { at: "result", press: "back",       changed: None }),
];

/// People who turn back on the way, or do not, `each` of every kind.
pub fn turners(each: usize) -> Vec<Person> {
    let mut runner = TestRunner::deterministic();
    let mut people = Vec::new();
    for (what, changes, way) in TURNS {
        for (_, baselines) in CONDITIONS.iter().cycle().take(each) {
            let answers = valid(&given(baselines[0], changes));
            let mut person = Person::new("", &answers, &screened(&answers), any::<bool>().pick(&mut runner));
            person.way = way;
            person.secrets = [("way", what.to_owned())].into();
            people.push(person);
        }
    }
    Just(people).prop_shuffle().pick(&mut runner)
}

/// A value of a strategy.
trait Pick: Strategy + Sized {
    fn pick(self, runner: &mut TestRunner) -> Self::Value {
        self.new_tree(runner).expect("it has values").current()
    }
}

impl<S: Strategy> Pick for S {}

/// A baseline with a few answers changed; in about half of all cases a few are in doubt, and in about half a few are missing.
fn draw(runner: &mut TestRunner, baselines: &[&'static str]) -> Answers {
    let mut answers = valid(&given(select(baselines.to_vec()).pick(runner), &opened().pick(runner)));
    // The condition and the age stay: they are what this person is drawn for.
    let stays = |item: &ItemIndex| DRAWN_FOR.contains(&ketamine()[*item].link_id.as_str());
    let asked: Vec<_> = screened(&answers).enabled.into_iter().filter(|item| !stays(item)).collect();
    for (item, seed) in prop::collection::vec((select(asked.clone()), any::<u32>()), 0..5).pick(runner) {
        answers.set(item, answer_from(item, seed).map(|answer| as_pressed(item, answer)));
    }
    let few = || prop_oneof![Just(Vec::new()), prop::collection::vec(select(asked.clone()), 1..4)];
    for item in few().pick(runner) {
        if let Some(not_sure) = ketamine()[item].special(Special::NotSure) {
            answers.set(item, Some(Answer::Options(OptionSet::one(not_sure))));
        }
    }
    for item in few().pick(runner) {
        answers.set(item, None);
    }
    answers
}

/// What a screen makes of an answer: one that excludes the others stands alone there, and the first emergency ends the visit.
fn as_pressed(item: ItemIndex, answer: Answer) -> Answer {
    let asked = &ketamine()[item];
    match answer {
        Answer::Options(ticks) => {
            let ends = asked.link_id.as_str() == "emergency_now";
            let alone = ticks.iter().find(|tick| ends || asked.options[*tick].exclusive);
            Answer::Options(alone.map_or(ticks, OptionSet::one))
        }
        number @ Answer::Number(_) => number,
    }
}

#[test]
fn the_people_are_of_every_kind_and_the_same_each_time() {
    let (one, other) = (people(6), people(6));
    assert!(one.len() >= 200, "{} people", one.len());
    assert!(one.iter().zip(&other).all(|(one, other)| one.told == other.told));
    for (secret, kinds, least) in [
        ("condition", 9, 12),
        ("outcome", 5, 30),
        ("a stop", 2, 60),
        ("a doubt", 2, 60),
        ("a blank", 2, 60),
        ("pages", 6, 3),
    ] {
        let mut counts = BTreeMap::new();
        for person in &one {
            *counts.entry(person.secrets[secret].as_str()).or_insert(0) += 1;
        }
        let often = counts.values().filter(|times| **times >= least).count();
        assert!(often >= kinds, "{secret}: {counts:?}");
    }
}
