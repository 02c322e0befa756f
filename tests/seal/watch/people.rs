//! Who visits: made-up people of every condition and every outcome, the same ones in every run.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use selfscreen::questionnaire::{ItemIndex, ItemKind, OptionSet, Special};
use selfscreen::screening::{Answer, Answers, Certainty, Outcome, Screening};
use serde_json::{Value, json};

use crate::common::random::{answer_from, item};
use crate::common::{Told, given, ketamine, outcome, screened, valid};

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

/// How many are drawn at most in looking for the people of one condition: some outcomes it cannot have.
const DRAWS: usize = 1500;

/// Someone who visits.
#[derive(Debug, Clone)]
pub struct Person {
    /// The answers by link id, as the walk through a visit takes them.
    pub told: Told,
    /// What the page around may not be able to tell: each with its word for this visit.
    pub secrets: BTreeMap<&'static str, String>,
    /// How many screens are left before the visit is stopped; none goes on to the end.
    pub stop_after: Option<usize>,
    /// Goes from answer to answer with the Tab key.
    pub tabs: bool,
}

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

/// The same people, who stop after a few screens.
pub fn quitters(each: usize) -> Vec<Person> {
    let mut runner = TestRunner::deterministic();
    let stays = people(each).into_iter().filter(|person| person.secrets["outcome"] != Outcome::Urgent.as_str());
    stays
        .map(|mut person| {
            // After the page with the conditions, which is the second.
            let screens = (2..12usize).pick(&mut runner);
            person.stop_after = Some(screens);
            person.secrets.retain(|secret, _| *secret == "condition");
            person
        })
        .collect()
}

/// A value of a strategy.
trait Pick: Strategy + Sized {
    fn pick(self, runner: &mut TestRunner) -> Self::Value {
        self.new_tree(runner).expect("it has values").current()
    }
}

impl<S: Strategy> Pick for S {}

/// A baseline with a few answers changed, missing or in doubt.
fn draw(runner: &mut TestRunner, baselines: &[&'static str]) -> Answers {
    let baseline = select(baselines.to_vec()).pick(runner);
    let mut answers = valid(&given(baseline, ""));
    // The condition and the age stay: they are what this person is drawn for.
    let drawn_for = [ketamine().item("conditions"), ketamine().item("age_band")];
    for (item, seed) in prop::collection::vec((item(), any::<u32>()), 0..9).pick(runner) {
        if !drawn_for.contains(&Some(item)) {
            answers.set(item, answer_from(item, seed).map(|answer| as_pressed(item, answer)));
        }
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

impl Person {
    fn new(condition: &str, answers: &Answers, screening: &Screening, tabs: bool) -> Self {
        let questionnaire = ketamine();
        let yes_or_no = |yes| if yes { "yes" } else { "no" }.to_owned();
        let pages: BTreeSet<_> = screening.enabled.iter().map(|item| questionnaire[*item].page.get()).collect();
        let asked = |special| {
            move |item: &ItemIndex| {
                let options = answers.options(*item);
                ketamine()[*item].special(special).is_some_and(|option| options.contains(option))
            }
        };
        let certain = screening.factors.iter().filter(|factor| factor.certainty == Certainty::Certain);
        let secrets = [
            ("condition", condition.to_owned()),
            ("outcome", outcome(screening).to_owned()),
            ("a stop", yes_or_no(certain.clone().any(|factor| factor.headline.as_str() == "stop"))),
            ("a doubt", yes_or_no(screening.enabled.iter().any(asked(Special::NotSure)))),
            ("a blank", yes_or_no(!screening.unanswered.is_empty())),
            // Urgent visits end early; how many pages the others have depends on the condition and on follow-ups.
            (
                "pages",
                if outcome(screening) == "urgent" { "cut short".into() } else { (pages.len() / 2 * 2).to_string() },
            ),
        ];
        Self { told: told(answers), secrets: secrets.into(), stop_after: None, tabs }
    }

    /// The screen at the end of the whole visit.
    pub fn end(&self) -> String {
        let outcome = &self.secrets["outcome"];
        format!("{} {outcome}", if outcome == "urgent" { "urgent" } else { "result" })
    }
}

/// Answers as a walk takes them.
fn told(answers: &Answers) -> Told {
    let questionnaire = ketamine();
    let mut told = Told::new();
    for index in questionnaire.item_indices() {
        let item = &questionnaire[index];
        let codes = |options: OptionSet| options.iter().map(|option| item.options[option].code.to_string()).collect();
        let value = match (answers.get(index), item.kind) {
            (None, _) => continue,
            (Some(Answer::Number(number)), _) => json!(number),
            (Some(Answer::Options(options)), _) => {
                let codes: Vec<String> = codes(options);
                if item.kind == ItemKind::MultiChoice { json!(codes) } else { Value::from(codes.concat()) }
            }
        };
        told.insert(item.link_id.to_string(), value);
    }
    told
}
