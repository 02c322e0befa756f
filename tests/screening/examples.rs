//! Named people, from answers to the whole result.

use crate::common::{assert_screens, baselines, ketamine, person, screened, settings};

/// The worked examples of the clinical evidence, and one person for each baseline.
/// Name, baseline and changes; outcome; listed factors; route statuses racemic, esketamine, kap.
#[rustfmt::skip]
const PEOPLE: &[(&str, [&str; 2], [&str; 3])] = &[
    ("E1, two antidepressants without enough help", ["trd", ""],
        ["possible_fit", "", "possible_fit"]),
    ("E2, no treatment yet", ["trd", "dep_trials=none_yet dep_kinds=- phq8_*=several_days phq8_1=nearly_every_day phq8_2=nearly_every_day therapy=no"],
        ["other_options_first", "", "other_options_first"]),
    ("E3, drinks most of the day", ["trd", "dep_trials=three_plus auditc_1=four_plus_a_week auditc_2=ten_or_more auditc_3=daily_or_almost substance_problem=now"],
        ["not_now", "substance_use_active stop", "not_now"]),
    ("E4, 148/94 on amlodipine", ["trd", "bp_reading=from_140_90 bp_diagnosis=treated"],
        ["clinician_first", "bp_raised review", "clinician_first"]),
    ("E5, breastfeeding", ["trd", "breastfeeding=yes"],
        ["clinician_first", "breastfeeding review", "clinician_first"]),
    ("E6, PTSD without trauma-focused therapy", ["ptsd", "ptsd_therapy=no pcptsd5_4=yes"],
        ["other_options_first", "", "other_options_first not_for_this_condition other_options_first"]),
    ("E7, might act on it this weekend", ["trd", "s1_thoughts=plan_or_intent"],
        ["urgent", "suicide_now urgent", ""]),
    ("E8, CRPS, takes gabapentin", ["crps", "medicines=sedative_other"],
        ["possible_fit", "med_sedative_other note", "possible_fit not_for_this_condition not_for_this_condition"]),
    ("PTSD", ["ptsd", ""], ["possible_fit", "", "possible_fit not_for_this_condition possible_fit"]),
    ("anxiety", ["anxiety", ""], ["possible_fit", "", "possible_fit not_for_this_condition possible_fit"]),
    ("OCD", ["ocd", ""], ["possible_fit", "", "possible_fit not_for_this_condition possible_fit"]),
    ("nerve pain", ["nerve_pain", ""], ["possible_fit", "", "possible_fit not_for_this_condition not_for_this_condition"]),
    ("bipolar", ["bipolar", ""],
        ["clinician_first", "bipolar_disorder review", "clinician_first not_for_this_condition clinician_first"]),
    ("drinking", ["drinking", ""], ["clinician_first", "substance_use_active review unsure", "not_for_this_condition"]),
    ("something else", ["other", ""], ["other_options_first", "", "not_for_this_condition"]),
    ("everything blank", ["blank", ""], ["clinician_first", "unanswered_safety review", "not_for_this_condition"]),
    ("a minor", ["minor", ""], ["not_now", "age_under_18 stop", "not_for_this_condition"]),
];

#[test]
fn named_people_get_their_result() {
    for (name, [baseline, changes], expected) in PEOPLE {
        assert_screens(name, &person(baseline, changes), &settings(""), *expected);
    }
}

#[test]
fn baselines_answer_every_question_they_are_asked_and_no_other() {
    for baseline in baselines().filter(|baseline| *baseline != "blank") {
        let answers = person(baseline, "");
        let screening = screened(&answers);
        let questionnaire = ketamine();
        let answered: Vec<_> = questionnaire.item_indices().filter(|item| answers.get(*item).is_some()).collect();
        assert_eq!(answered, screening.enabled, "{baseline} answers what is asked");
        assert_eq!(screening.unanswered, [], "{baseline} leaves nothing open");
    }
}
