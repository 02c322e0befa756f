//! The built-in screen.

use std::collections::BTreeSet;

use selfscreen::questionnaire::{Criterion, ItemIndex, Severity};
use selfscreen::screens;

use super::edit::Files;
use crate::common::{ketamine, ketamine_json};

#[test]
fn the_built_in_screen_is_without_findings() {
    let findings: Vec<_> = screens::ketamine().err().into_iter().flatten().map(|finding| finding.to_string()).collect();
    assert_eq!(findings, [""; 0]);
    assert!(Files::new().load().is_ok(), "an edit that edits nothing breaks nothing");
    let odd = Files::new().lint().into_iter().filter(|finding| finding.severity != Severity::Note);
    assert_eq!(odd.map(|finding| finding.to_string()).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn the_built_in_screen_has_what_its_specification_counts() {
    let questionnaire = ketamine();
    let counts = [
        questionnaire.sections.len(),
        questionnaire.pages.len(),
        questionnaire.rules.len(),
        questionnaire.scores.len(),
        questionnaire.conditions.len(),
        questionnaire.indications.len(),
        questionnaire.routes.len(),
    ];
    assert_eq!(counts, [5, 30, 106, 5, 12, 6, 3]);
}

#[test]
fn every_route_of_kap_is_at_least_as_strict_as_racemic() {
    let questionnaire = ketamine();
    let [racemic, kap] = ["racemic", "kap"].map(|id| questionnaire.route(id).expect("a route").get());
    for rule in &questionnaire.rules {
        assert!(rule.classes[kap] >= rule.classes[racemic], "{}", rule.id);
    }
}

#[test]
fn every_item_with_an_answer_that_can_matter_is_a_safety_question_but_the_named_few() {
    let questionnaire = ketamine();
    let mut read = BTreeSet::<ItemIndex>::new();
    for rule in questionnaire
        .rules
        .iter()
        .filter(|rule| rule.classes.iter().any(|class| class.as_str() != "note" && class.as_str() != "none"))
    {
        read.extend(rule.when.items(&questionnaire.defs));
        read.extend(rule.unsure_when.iter().flat_map(|when| when.items(&questionnaire.defs)));
    }
    let plain: Vec<_> = read
        .iter()
        .filter(|item| !questionnaire[**item].safety)
        .map(|item| questionnaire[*item].link_id.as_str())
        .collect();
    // What is sought and what was tried decide between the last two outcomes; two practical items concern the spray alone.
    // Who answers is oneself unless said otherwise; the two about weight add to what was ticked.
    let history =
        ["dep_trials", "dep_kinds", "ptsd_", "anxiety_", "ocd_", "pain_", "daily_life", "therapy", "conditions"];
    let others: Vec<_> = plain.into_iter().filter(|id| !history.iter().any(|start| id.starts_with(start))).collect();
    assert_eq!(others, ["who", "weight_risk", "weight_apnea", "spray_programme", "nasal_spray_use"]);
}

#[test]
fn the_risk_order_names_every_question_a_rule_reads_and_history_does_not() {
    let (questionnaire, order) = (ketamine(), ketamine_json()["risk_order"].take());
    for item in questionnaire.item_indices().filter(|item| questionnaire[*item].safety) {
        let id = questionnaire[item].link_id.as_str();
        let named = ["choice", "integer", "ticks"].iter().any(|kind| !order[kind][id].is_null());
        assert!(named, "{id} is a safety question without an order of risk");
    }
}

#[test]
fn only_unanswered_safety_asks_for_gaps() {
    let questionnaire = ketamine();
    let asking: Vec<_> =
        questionnaire.rules.iter().filter(|rule| rule.when.asks_for_gaps()).map(|rule| rule.id.as_str()).collect();
    assert_eq!(asking, ["unanswered_safety"]);
    assert_eq!(
        questionnaire.rules[questionnaire.rule("unanswered_safety").expect("a factor").get()].when,
        Criterion::SafetyGap
    );
}

#[test]
fn every_region_has_its_own_row_with_an_emergency_number_and_a_line() {
    let questionnaire = ketamine();
    for region in &questionnaire.regions {
        let row = &questionnaire.crisis.table[region.crisis];
        assert_eq!(row.id, region.id, "no country has the numbers of another");
        let whole_world = region.id.as_str() == "other";
        assert_eq!(row.emergency.is_empty(), whole_world, "{}: an emergency number", region.id);
        // A group of countries has the sites that list the lines of each.
        assert_eq!(
            row.is_a_directory(),
            whole_world || region.id.as_str() == "eu_other",
            "{}: a line to call or text",
            region.id
        );
        assert!(row.is_a_directory() || !row.lines[0].call.is_empty(), "{}: a line to call first", region.id);
    }
}

/// Countries whose lines were there before a source was asked for.
const WITHOUT_SOURCE: [&str; 14] = ["us", "ca", "gb", "ie", "au", "nz", "in", "za", "de", "fr", "es", "mx", "br", "nl"];

#[test]
fn every_crisis_line_says_where_it_was_read_or_is_marked_to_verify() {
    for row in ketamine_json()["crisis"]["table"].as_array().expect("a list") {
        let id = row["id"].as_str().expect("an id");
        for line in row["lines"].as_array().expect("a list") {
            let told = line["source"].is_string() && line["reviewed"].is_string();
            let known = told || line["verify"] == true || line["link"].is_string() || WITHOUT_SOURCE.contains(&id);
            assert!(known, "{}, in {id}", line["name"]);
        }
    }
}
