//! Whether usual treatments came first: met, one answer short of it, and unclear.

use crate::common::{assert_outcome, assert_screens, ketamine, person, screened, settings};

/// Indication, baseline that meets it, and changes that each leave it one answer short.
#[rustfmt::skip]
const INDICATIONS: &[(&str, &str, &[&str])] = &[
    ("I1", "trd", &["dep_trials=one", "dep_trials=none_yet", "phq8_*=several_days phq8_1=more_than_half", "phq8_1=- daily_life=a_little", "phq8_1=-"]),
    ("I2", "crps", &["pain_duration=under_three_months", "pain_treatments=one", "peg_*=4 peg_1=3", "pain_type=fibromyalgia", "peg_1=- daily_life=a_little"]),
    ("I3", "nerve_pain", &["pain_duration=under_three_months", "pain_treatments=none_yet", "peg_*=4 peg_3=3", "pain_type=migraine", "pain_type=back_other"]),
    ("I4", "ptsd", &["ptsd_therapy=no", "ptsd_medicine=none_yet", "pcptsd5_3=no ptsd_diagnosed=no daily_life=a_lot", "pcptsd5_3=no daily_life=a_little"]),
    ("I5", "anxiety", &["anxiety_diagnosed=no", "therapy=no", "anxiety_medicines=one", "gad7_*=several_days gad7_1=nearly_every_day", "gad7_1=- daily_life=a_little"]),
    ("I6", "ocd", &["ocd_diagnosed=no", "ocd_therapy=no", "ocd_medicines=one", "daily_life=a_little", "daily_life=-"]),
];

fn met(baseline: &str, changes: &str) -> Vec<String> {
    let screening = screened(&person(baseline, changes));
    screening.met.iter().map(|place| ketamine().indications[*place].id.as_str().to_owned()).collect()
}

#[test]
fn each_indication_is_met_by_its_answers_and_no_other_is() {
    for (id, baseline, _) in INDICATIONS {
        assert_eq!(met(baseline, ""), [*id], "{baseline}");
        assert_outcome(&person(baseline, ""), "possible_fit");
    }
    assert_eq!(INDICATIONS.len(), ketamine().indications.len());
}

#[test]
fn one_answer_short_of_an_indication_other_options_come_first() {
    for (id, baseline, changes) in INDICATIONS {
        for change in *changes {
            assert_eq!(met(baseline, change), [""; 0], "{id} with {change}");
            assert_outcome(&person(baseline, change), "other_options_first");
        }
    }
}

#[test]
fn other_answers_that_meet_an_indication() {
    #[rustfmt::skip]
    let table = [
        ("I1", "trd", "dep_trials=three_plus"),
        ("I1", "trd", "phq8_*=several_days phq8_1=nearly_every_day"),
        ("I1", "trd", "phq8_1=- daily_life=a_lot"),
        ("I1", "trd", "dep_kinds=-"),
        ("I2", "crps", "peg_*=4"),
        ("I3", "nerve_pain", "peg_1=- daily_life=hardly_function"),
        ("I4", "ptsd", "ptsd_therapy=yes_now"),
        ("I4", "ptsd", "ptsd_diagnosed=no"),
        ("I4", "ptsd", "pcptsd5_gate=no daily_life=a_lot"),
        ("I5", "anxiety", "gad7_*=several_days gad7_1=nearly_every_day gad7_2=more_than_half"),
        ("I5", "anxiety", "gad7_1=- daily_life=a_lot"),
        ("I6", "ocd", "ocd_therapy=yes_now daily_life=hardly_function"),
    ];
    for (id, baseline, changes) in table {
        assert_eq!(met(baseline, changes), [id], "{baseline} with {changes}");
    }
}

/// Baseline and changes with which a rule could still be met; the last cell is what makes it clear that it is not.
#[test]
fn history_unclear_is_set_only_if_no_rule_is_met_and_one_could_be() {
    #[rustfmt::skip]
    let table = [
        ("trd", "dep_trials=not_sure", "dep_trials=one"),
        ("trd", "dep_trials=-", "phq8_*=not_at_all"),
        ("crps", "pain_duration=not_sure", "pain_treatments=one"),
        ("crps", "pain_treatments=-", "peg_*=3"),
        ("nerve_pain", "pain_treatments=not_sure", "pain_duration=under_three_months"),
        ("ptsd", "ptsd_therapy=not_sure", "ptsd_medicine=none_yet"),
        ("ptsd", "ptsd_medicine=-", "ptsd_therapy=no"),
        ("ptsd", "pcptsd5_3=no daily_life=a_lot ptsd_diagnosed=not_sure", "ptsd_therapy=no"),
        ("anxiety", "therapy=not_sure", "anxiety_diagnosed=no"),
        ("anxiety", "anxiety_diagnosed=-", "anxiety_medicines=none_yet"),
        ("ocd", "ocd_medicines=not_sure", "daily_life=not_at_all"),
        ("ocd", "ocd_diagnosed=not_sure", "ocd_therapy=no"),
    ];
    for (baseline, unclear, clear) in table {
        assert_lists_history(baseline, unclear, true);
        assert_lists_history(baseline, &format!("{unclear} {clear}"), false);
    }
    // Another condition whose rule is met makes the doubt idle.
    assert_lists_history(
        "trd",
        "conditions=depression,ocd ocd_diagnosed=not_sure ocd_therapy=yes_now ocd_medicines=two_plus daily_life=a_lot",
        false,
    );
}

#[track_caller]
fn assert_lists_history(baseline: &str, changes: &str, expected: bool) {
    let factors = crate::common::factors(&screened(&person(baseline, changes)));
    let listed = factors.iter().any(|factor| factor == "history_unclear review");
    assert_eq!(listed, expected, "{baseline} with {changes}: {factors:?}");
}

#[test]
fn a_rule_that_speaks_for_no_offered_route_is_neither_met_nor_unclear() {
    #[rustfmt::skip]
    let table = [
        ("crps", "", "kap,esketamine", ["other_options_first", "", "not_for_this_condition"]),
        ("crps", "pain_duration=not_sure", "kap", ["other_options_first", "", "not_for_this_condition"]),
        ("ptsd", "ptsd_therapy=not_sure", "esketamine", ["other_options_first", "", "not_for_this_condition"]),
        ("ptsd", "ptsd_therapy=not_sure", "kap", ["clinician_first", "history_unclear review", "clinician_first"]),
    ];
    for (baseline, changes, routes, expected) in table {
        assert_screens(baseline, &person(baseline, changes), &settings(&format!("routes={routes}")), expected);
    }
}

#[test]
fn the_best_of_several_conditions_counts() {
    assert_outcome(&person("trd", "conditions=depression,other dep_trials=one"), "other_options_first");
    assert_outcome(&person("trd", "conditions=depression,other"), "possible_fit");
    let weak_pain = "conditions=depression,pain pain_type=fibromyalgia pain_duration=three_months_plus pain_treatments=two_plus peg_*=8";
    let fit = ["possible_fit", "", "possible_fit"];
    assert_screens("depression beside fibromyalgia", &person("trd", weak_pain), &settings(""), fit);
    let crps_alone = format!("{} dep_trials=one", weak_pain.replace("fibromyalgia", "crps"));
    let by_racemic = ["possible_fit", "", "possible_fit other_options_first other_options_first"];
    assert_screens("CRPS beside depression that comes first", &person("trd", &crps_alone), &settings(""), by_racemic);
}

#[test]
fn symptoms_are_mild_only_if_one_condition_is_known_to_be_mild_and_none_to_be_moderate() {
    let mild_ocd = "conditions=depression,ocd ocd_diagnosed=no ocd_therapy=no ocd_medicines=one";
    #[rustfmt::skip]
    let table = [
        ("trd", "phq8_*=several_days".to_owned(), true),
        ("trd", format!("{mild_ocd} phq8_*=several_days daily_life=a_little"), true),
        ("trd", format!("{mild_ocd} phq8_*=several_days daily_life=a_lot"), false),
        ("trd", format!("{mild_ocd} daily_life=a_little"), false),
        ("trd", format!("{mild_ocd} phq8_*=several_days"), true),
        ("trd", "phq8_1=-".to_owned(), false),
        ("ptsd", "pcptsd5_3=no daily_life=a_little".to_owned(), true),
        ("ptsd", "daily_life=a_little".to_owned(), false),
        ("anxiety", "gad7_*=not_at_all".to_owned(), true),
        ("crps", "peg_*=4 peg_1=3".to_owned(), true),
        ("crps", "peg_*=4".to_owned(), false),
        ("bipolar", "phq8_*=not_at_all".to_owned(), true),
        ("other", String::new(), false),
    ];
    for (baseline, changes, expected) in table {
        let factors = crate::common::factors(&screened(&person(baseline, &changes)));
        assert_eq!(
            factors.iter().any(|factor| factor == "symptoms_mild note"),
            expected,
            "{baseline} with {changes}: {factors:?}"
        );
    }
}
