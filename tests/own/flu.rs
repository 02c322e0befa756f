//! The example screen, which has nothing to do with ketamine, screens like any other; its own proofs are complete.

use std::rc::Rc;

use jiff::civil::date;
use selfscreen::lint::lint_files;
use selfscreen::proof::{all_hold, prove_files};
use selfscreen::questionnaire::load::load;
use selfscreen::questionnaire::{File, Questionnaire};
use selfscreen::screening::{Answers, Json, screen};
use selfscreen::settings::settle;
use serde::Deserialize;
use serde_json::{Value, json};

use super::whole::{SCREEN, WORDS};

fn flu() -> Rc<Questionnaire> {
    let screen = load(File { name: "screen.json", text: SCREEN }, File { name: "en.json", text: WORDS });
    screen.expect("the example screen is without findings").questionnaire
}

#[test]
fn it_passes_every_check_and_every_proof() {
    let files = [File { name: "screen.json", text: SCREEN }, File { name: "en.json", text: WORDS }];
    let found: Vec<_> = lint_files(&files, date(2026, 12, 1)).findings.iter().map(ToString::to_string).collect();
    assert_eq!(found, [""; 0]);
    let proofs = prove_files(&files);
    assert!(proofs.len() == 1 && all_hold(&proofs));
}

/// A healthy adult of 30 without a vaccine this season, and what is different; `item=-` leaves it blank.
fn answered(changes: &str) -> Vec<(String, Value)> {
    let healthy = "trouble_now=no ill_today=no age_band=years_2_49 had_this_season=no allergic_reaction=no gbs=no fainted=no \
         conditions=none medicines=none";
    let mut given: Vec<(String, Value)> = Vec::new();
    for answer in healthy.split_whitespace().chain(changes.split_whitespace()) {
        let (item, code) = answer.split_once('=').expect("item=answer");
        given.retain(|(known, _)| known != item);
        let many = ["conditions", "medicines"].contains(&item);
        let value = if many { code.split(',').collect() } else { json!(code) };
        given.extend((code != "-").then(|| (item.to_owned(), value)));
    }
    given
}

/// Routes; what is different; outcome, factors, status of each route.
#[test]
fn people_come_to_the_outcome_that_the_sources_give() {
    let (both, needle, spray) = ("injection spray", "injection", "spray");
    #[rustfmt::skip]
    let table = [
        (both,   "",                                "possible_fit", "", "possible_fit possible_fit"),
        (both,   "trouble_now=yes",                 "urgent", "trouble_breathing_now", ""),
        (both,   "trouble_now=not_sure",            "urgent", "trouble_breathing_now", ""),
        (both,   "trouble_now=-",                   "clinician_first", "unanswered_safety", "clinician_first clinician_first"),
        (both,   "ill_today=yes",                   "clinician_first", "ill_now", "clinician_first clinician_first"),
        (both,   "age_band=under_6_months",         "not_now", "age_under_6_months", "not_for_this_condition not_for_this_condition"),
        (both,   "age_band=months_6_23",            "possible_fit", "", "possible_fit not_for_this_condition"),
        (both,   "age_band=years_65_plus",          "possible_fit", "age_65_plus", "possible_fit not_for_this_condition"),
        (spray,  "age_band=years_50_64",            "other_options_first", "", "not_for_this_condition"),
        (both,   "age_band=rather_not_say",         "clinician_first", "unanswered_safety", "clinician_first not_for_this_condition"),
        (both,   "had_this_season=yes",             "other_options_first", "", "other_options_first other_options_first"),
        (both,   "had_this_season=not_sure",        "clinician_first", "season_unclear", "clinician_first clinician_first"),
        (both,   "allergic_reaction=yes",           "clinician_first", "severe_allergic_reaction", "clinician_first not_now"),
        (spray,  "allergic_reaction=yes",           "not_now", "severe_allergic_reaction", "not_now"),
        (spray,  "allergic_reaction=not_sure",      "clinician_first", "severe_allergic_reaction", "clinician_first"),
        (both,   "gbs=yes",                         "clinician_first", "gbs_after_vaccine", "clinician_first clinician_first"),
        (both,   "conditions=pregnant",             "possible_fit", "pregnancy", "possible_fit not_now"),
        (spray,  "conditions=pregnant",             "not_now", "pregnancy", "not_now"),
        (needle, "conditions=pregnant",             "possible_fit", "", "possible_fit"),
        (both,   "conditions=weak_immunity,asthma", "possible_fit", "weakened_immunity asthma_or_wheeze", "possible_fit not_now"),
        (spray,  "conditions=not_sure",             "clinician_first", "conditions_unclear", "clinician_first"),
        (both,   "conditions=-",                    "possible_fit", "conditions_unclear", "possible_fit clinician_first"),
        (spray,  "conditions=-",                    "clinician_first", "conditions_unclear", "clinician_first"),
        (spray,  "medicines=antiviral",             "not_now", "flu_medicine", "not_now"),
        (both,   "fainted=yes",                     "possible_fit", "faints", "possible_fit possible_fit"),
    ];
    let flu = flu();
    for (offered, changes, outcome, factors, routes) in table {
        let offered: Vec<_> = offered.split(' ').collect();
        let config = json!({"region": "us", "routes": offered});
        let (settings, mut problems) = settle(&flu, config.as_object().expect("an object"));
        let given = answered(changes);
        let given: Vec<_> =
            given.iter().map(|(id, value)| (id.as_str(), Json::deserialize(value).expect("JSON"))).collect();
        let answers = Answers::read(&flu, given.iter().map(|(id, value)| (*id, value)), &mut problems);
        assert_eq!(problems, [], "{changes}");
        let screening = screen(&flu, &answers, &settings);
        let ids: Vec<_> = screening.factors.iter().map(|factor| flu[factor.rule].id.as_str()).collect();
        let statuses: Vec<_> = screening.routes.iter().map(|(_, status)| status.as_str()).collect();
        let came_to = (screening.outcome.map_or("none", |outcome| outcome.as_str()), ids.join(" "), statuses.join(" "));
        assert_eq!(came_to, (outcome, factors.to_owned(), routes.to_owned()), "{offered:?} {changes}");
    }
}

#[test]
fn an_age_limit_that_it_does_not_have_cannot_be_set() {
    let config = json!({"region": "us", "routes": ["spray"], "minimum_age": 25, "maximum_age": 64});
    let (_, problems) = settle(&flu(), config.as_object().expect("an object"));
    let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
    let expected = |key, found| format!("{key} cannot be set: these questions have no such limit. Found {found}.");
    assert_eq!(messages, [expected("minimum_age", 25), expected("maximum_age", 64)]);
}
