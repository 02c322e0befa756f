//! One-line builders and asserts, so that tests read as tables.
//!
//! A person is a named baseline and what is different about them: `trd("pregnancy=pregnant medicines=maoi,opioid")`.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod random;

use std::collections::BTreeMap;
use std::rc::Rc;

use selfscreen::questionnaire::{ItemIndex, ItemKind, Questionnaire};
use selfscreen::screening::{Answer, Answers, Certainty, Json, Screening, screen};
use selfscreen::screens;
use selfscreen::session::Action;
use selfscreen::settings::{Settings, settle};
use serde::Deserialize;
use serde_json::{Map, Value, json};

thread_local! {
    static KETAMINE: Rc<Questionnaire> = screens::ketamine().expect("the built-in screen is without findings").questionnaire;
}

/// The built-in questionnaire.
pub fn ketamine() -> Rc<Questionnaire> {
    KETAMINE.with(Rc::clone)
}

/// The built-in questionnaire as its file has it.
pub fn ketamine_json() -> Value {
    serde_json::from_str(screens::KETAMINE.text).expect("the built-in screen is JSON")
}

/// Answers with no concern to everything an adult is asked, whatever they seek help for.
const HEALTHY: &str = "who=myself age_band=age_25_64 emergency_now=none s1_past_month=no s2_attempt=never s3_safe_now=yes \
    stopped_early=no prior_ketamine=no body_overview=none bp_reading=below_140_90 bp_diagnosis=no mind_overview=none \
    substances_overview=none medicines=none visit_needs=none";

/// An overview, the row that opens details, answers with no concern to those, and to what else the row or they may open.
const DETAILS: [(&str, &str, &str, &str); 9] = [
    ("body_overview", "heart_vessels", "heart=none heart_unsure=-", ""),
    ("body_overview", "head_eyes", "head=none head_unsure=-", "heart=none"),
    ("body_overview", "organs", "body=none body_unsure=-", ""),
    ("body_overview", "breathing_sleep", "breathing=none breathing_unsure=- weight_risk=no weight_apnea=-", ""),
    ("body_overview", "pregnancy_feeding", "pregnancy=not_pregnant breastfeeding=no", ""),
    ("mind_overview", "psychosis", "mind=none mind_unsure=-", ""),
    ("mind_overview", "highs", "bipolar=no mood_stabiliser=- mania_now=no mania_ever_any=no", ""),
    ("substances_overview", "drink", "auditc_1=never auditc_2=- auditc_3=-", DRUGS),
    ("substances_overview", "problem", DRUGS, ""),
];

const DRUGS: &str = "substance_problem=never drug_times=0 ketamine_use=never cannabis=never_or_rarely";

/// What each baseline adds: conditions whose usual treatments came first, and moderate symptoms.
const SOUGHT: [(&str, &str); 9] = [
    (
        "trd",
        "conditions=depression dep_trials=two dep_kinds=ssri,snri phq8_*=more_than_half therapy=yes_before tms_ect=neither \
         spray_programme=yes nasal_spray_use=yes",
    ),
    (
        "ptsd",
        "conditions=ptsd ptsd_diagnosed=yes ptsd_therapy=yes_before ptsd_medicine=one_plus pcptsd5_gate=yes pcptsd5_1=yes pcptsd5_2=yes \
         pcptsd5_3=yes pcptsd5_4=no pcptsd5_5=no",
    ),
    (
        "anxiety",
        "conditions=anxiety anxiety_diagnosed=yes anxiety_medicines=two_plus gad7_*=more_than_half therapy=yes_now",
    ),
    (
        "ocd",
        "conditions=ocd ocd_diagnosed=yes ocd_therapy=yes_before ocd_medicines=two_plus daily_life=a_lot tms_ect=neither",
    ),
    ("crps", "conditions=pain pain_type=crps pain_duration=three_months_plus pain_treatments=two_plus peg_*=7"),
    (
        "nerve_pain",
        "conditions=pain pain_type=neuropathic pain_duration=three_months_plus pain_treatments=two_plus peg_*=7",
    ),
    (
        "bipolar",
        "conditions=bipolar_depression phq8_*=more_than_half therapy=yes_before tms_ect=neither bipolar=bipolar_2_other mania_ever_any=-",
    ),
    (
        "drinking",
        "conditions=alcohol_drug stopped_early=- auditc_1=never substance_problem=never drug_times=0 ketamine_use=never \
         cannabis=never_or_rarely",
    ),
    ("other", "conditions=other stopped_early=-"),
];

/// Names every baseline.
pub fn baselines() -> impl Iterator<Item = &'static str> {
    SOUGHT.iter().map(|(name, _)| *name).chain(["blank", "minor"])
}

/// Answers by link id, as a case has them.
pub type Told = BTreeMap<String, Value>;

/// Reads `item=code`, `item=code,code`, `item=3`, `item=-` (left blank) and `phq8_*=code` (each row of a scale).
#[track_caller]
fn put(given: &mut Told, changes: &str) {
    let questionnaire = ketamine();
    for change in changes.split_whitespace() {
        let (link_id, text) = change.split_once('=').unwrap_or_else(|| panic!("'{change}' is not item=answer"));
        let rows: Vec<ItemIndex> = match link_id.strip_suffix('*') {
            Some(start) => questionnaire
                .item_indices()
                .filter(|item| questionnaire[*item].link_id.as_str().starts_with(start))
                .collect(),
            None => questionnaire.item(link_id).into_iter().collect(),
        };
        assert!(!rows.is_empty(), "there is no item '{link_id}'");
        for item in rows {
            let (link_id, kind) = (questionnaire[item].link_id.as_str(), questionnaire[item].kind);
            if text == "-" {
                given.remove(link_id);
                continue;
            }
            let value = match (kind, text.parse::<i32>()) {
                (ItemKind::MultiChoice, _) => text.split(',').collect(),
                (ItemKind::Integer { .. } | ItemKind::Scale { .. }, Ok(number)) => json!(number),
                _ => json!(text),
            };
            given.insert(link_id.to_owned(), value);
        }
    }
}

/// Ticks the rows that lead to a question whose answer changes, as a visitor has to, and answers what else they open.
#[track_caller]
fn open(given: &mut Told, changes: &str) {
    let id = |change: &str| change.split('=').next().map(str::to_owned);
    let changed: Vec<_> = changes.split_whitespace().filter_map(id).collect();
    for (overview, row, details, also) in DETAILS {
        if !details.split_whitespace().filter_map(id).any(|detail| changed.contains(&detail)) {
            continue;
        }
        let ticked = given.get(overview).and_then(Value::as_array).cloned().unwrap_or_default();
        let mut ticks: Vec<_> = ticked.into_iter().filter(|tick| tick != "none").collect();
        if !ticks.iter().any(|tick| tick == row) {
            ticks.push(json!(row));
            given.insert(overview.to_owned(), Value::Array(ticks));
            put(given, details);
            let mut others = Told::new();
            put(&mut others, also);
            for (id, value) in others {
                given.entry(id).or_insert(value);
            }
        }
    }
}

/// Answers with no concern to everything that a row of an overview opens.
pub fn no_concern() -> Told {
    let mut given = Told::new();
    DETAILS.iter().for_each(|(_, _, details, _)| put(&mut given, details));
    given
}

/// A baseline and what is different, as JSON.
#[track_caller]
pub fn given(baseline: &str, changes: &str) -> Told {
    let mut given = Told::new();
    match baseline {
        "blank" => {}
        "minor" => put(
            &mut given,
            "who=myself age_band=under_18 emergency_now=none s1_past_month=no s2_attempt=never s3_safe_now=yes",
        ),
        _ => {
            let sought = SOUGHT
                .iter()
                .find(|(name, _)| *name == baseline)
                .unwrap_or_else(|| panic!("there is no baseline '{baseline}'"));
            put(&mut given, HEALTHY);
            open(&mut given, sought.1);
            put(&mut given, sought.1);
        }
    }
    open(&mut given, changes);
    put(&mut given, changes);
    given
}

/// Reads answers, every one of which has to be valid.
#[track_caller]
pub fn valid(told: &Told) -> Answers {
    let mut problems = Vec::new();
    let given: Vec<_> =
        told.iter().map(|(id, value)| (id.as_str(), Json::deserialize(value).expect("any JSON will do"))).collect();
    let answers = Answers::read(&ketamine(), given.iter().map(|(id, value)| (*id, value)), &mut problems);
    assert_eq!(problems, [], "the answers are valid");
    answers
}

/// A named baseline and what is different.
#[track_caller]
pub fn person(baseline: &str, changes: &str) -> Answers {
    valid(&given(baseline, changes))
}

/// A healthy adult whose depression two antidepressants have not helped enough: a possible fit, until something is changed.
#[track_caller]
pub fn trd(changes: &str) -> Answers {
    person("trd", changes)
}

/// Settings as JSON, from `region=us routes=racemic,kap minimum_age=25 stricter.bp_raised=stop`.
///
/// What is not named is as a US clinic that offers every route has it; `key=-` leaves a setting out.
#[track_caller]
pub fn settings_json(text: &str) -> Map<String, Value> {
    let mut given = Map::new();
    let all = format!("region=us routes=racemic,esketamine,kap {text}");
    for entry in all.split_whitespace() {
        let (key, text) = entry.split_once('=').unwrap_or_else(|| panic!("'{entry}' is not setting=value"));
        let value = match key {
            "routes" | "scales_off" => text.split(',').collect(),
            _ => serde_json::from_str(text).unwrap_or_else(|_| json!(text)),
        };
        match key.split_once('.') {
            _ if text == "-" => drop(given.remove(key)),
            None => drop(given.insert(key.to_owned(), value)),
            Some((map, key)) => {
                let map = given.entry(map).or_insert_with(|| json!({}));
                map[key] = value;
            }
        }
    }
    given
}

/// Settles settings, every one of which has to be valid.
#[track_caller]
pub fn settings(text: &str) -> Settings {
    let (settings, problems) = settle(&ketamine(), &settings_json(text));
    assert_eq!(problems, [], "the settings are valid");
    settings
}

/// Screens with the settings of a US clinic that offers every route.
pub fn screened(answers: &Answers) -> Screening {
    screen(&ketamine(), answers, &settings(""))
}

/// The outcome in its word.
pub fn outcome(screening: &Screening) -> &'static str {
    screening.outcome.map_or("none", selfscreen::questionnaire::Outcome::as_str)
}

/// The listed factors in words: `pregnant stop` or `pregnant review unsure`.
pub fn factors(screening: &Screening) -> Vec<String> {
    let word = |factor: &selfscreen::screening::Factor| {
        let doubt = if factor.certainty == Certainty::Unsure { " unsure" } else { "" };
        format!("{} {}{doubt}", ketamine()[factor.rule].id, factor.headline.as_str())
    };
    screening.factors.iter().map(word).collect()
}

/// The route statuses in words, in the order racemic, esketamine, kap.
pub fn routes(screening: &Screening) -> String {
    let words: Vec<_> = screening.routes.iter().map(|(_, status)| status.as_str()).collect();
    words.join(" ")
}

/// Asserts an outcome.
#[track_caller]
pub fn assert_outcome(answers: &Answers, expected: &str) {
    let screening = screened(answers);
    assert_eq!(outcome(&screening), expected, "with {:?}", factors(&screening));
}

/// Asserts the whole list of factors, separated by commas.
#[track_caller]
pub fn assert_lists(answers: &Answers, expected: &str) {
    assert_eq!(factors(&screened(answers)).join(", "), expected);
}

/// Asserts the outcome, the whole list of factors, and the route statuses (one for all, or one each).
#[track_caller]
pub fn assert_screens(name: &str, answers: &Answers, settings: &Settings, [expected, lists, statuses]: [&str; 3]) {
    let screening = screen(&ketamine(), answers, settings);
    assert_eq!(outcome(&screening), expected, "outcome of {name}, with {:?}", factors(&screening));
    assert_eq!(factors(&screening).join(", "), lists, "factors of {name}");
    let each = match statuses.split_whitespace().collect::<Vec<_>>().as_slice() {
        [one] => vec![*one; screening.routes.len()].join(" "),
        _ => statuses.to_owned(),
    };
    assert_eq!(routes(&screening), each, "routes of {name}");
}

/// What a visitor presses to give one of these answers, as far as a screen lets them: an exclusive tick stands alone there.
pub fn presses(answers: &Answers, item: ItemIndex) -> Vec<Action> {
    let questionnaire = ketamine();
    let asked = &questionnaire[item];
    match (answers.get(item), asked.kind) {
        (None, _) => Vec::new(),
        (Some(Answer::Number(number)), ItemKind::Integer { .. }) => {
            vec![Action::Type { item, text: number.to_string() }]
        }
        (Some(Answer::Number(number)), _) => vec![Action::Rate { item, number }],
        (Some(Answer::Options(options)), ItemKind::MultiChoice) => {
            let exclusive = options.iter().find(|option| asked.options[*option].exclusive);
            let ticks: Vec<_> = exclusive.map_or_else(|| options.iter().collect(), |exclusive| vec![exclusive]);
            ticks.into_iter().map(|option| Action::Tick { item, option, on: true }).collect()
        }
        (Some(Answer::Options(options)), _) => {
            options.iter().map(|option| Action::Choose { item, option, committed: true }).collect()
        }
    }
}
