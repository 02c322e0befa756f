//! The general rules G1 to G6, and which answers count.

use crate::common::{
    assert_lists, assert_outcome, assert_screens, factors, given, ketamine, outcome, person, screened, settings, trd,
    valid,
};
use selfscreen::questionnaire::Special;
use selfscreen::screening::{Answer, Answers};

#[test]
fn g1_not_sure_on_a_stop_asks_for_a_clinician_and_on_anything_else_stays_what_it_is() {
    #[rustfmt::skip]
    let table = [
        ("heart=not_sure heart_unsure=aneurysm_avm", "aneurysm_avm review unsure"), // a stop
        ("medicines=not_sure medicines_unsure=maoi", "med_maoi review unsure"),
        ("s3_safe_now=not_sure", "unsafe_now urgent unsure"),
        ("spray_programme=not_sure", "esketamine_programme_declined review unsure"), // a stop on one route, a note on the others
    ];
    for (changes, expected) in table {
        assert_lists(&trd(changes), expected);
    }
}

#[test]
fn g2_a_blank_safety_question_is_never_read_as_no() {
    let questionnaire = ketamine();
    let every_row = "heart=none head=none body=none breathing=none pregnancy=not_pregnant mind=none bipolar=no auditc_1=never substance_problem=never";
    for (opened, count) in [("", 12), (every_row, 26)] {
        let asked = screened(&trd(opened)).enabled;
        let safety: Vec<_> = asked.iter().filter(|item| questionnaire[**item].safety).collect();
        assert_eq!(safety.len(), count, "safety questions of a visitor with depression and {opened:?}");
        for item in safety {
            let id = &questionnaire[*item].link_id;
            assert_outcome(&trd(&format!("{opened} {id}=-")), "clinician_first");
            if questionnaire[*item].special(Special::RatherNotSay).is_some() {
                assert_outcome(&trd(&format!("{opened} {id}=rather_not_say")), "clinician_first");
            }
        }
    }
}

#[test]
fn g2_a_blank_follow_up_of_not_sure_is_a_gap_too() {
    for list in ["heart", "head", "mind", "body", "breathing", "medicines"] {
        assert_lists(&trd(&format!("{list}=not_sure")), "unanswered_safety review");
        assert_outcome(&trd(&format!("{list}=not_sure {list}_unsure=any_of_them")), "clinician_first");
    }
}

#[test]
fn g3_compares_classes_as_the_clinic_set_them() {
    let raised = settings("stricter.past_stroke=stop stricter.age_65_74=stop");
    let answers = trd("heart=recent_stroke,past_stroke");
    assert_screens(
        "both are stops now",
        &answers,
        &raised,
        ["not_now", "past_stroke stop, recent_stroke stop", "not_now"],
    );
    let doubt = trd("heart=past_stroke,not_sure heart_unsure=recent_stroke");
    assert_screens("a certain stop hides the doubt", &doubt, &raised, ["not_now", "past_stroke stop", "not_now"]);
}

#[test]
fn g4_no_answer_cancels_a_factor() {
    #[rustfmt::skip]
    let table = [
        ("medicines=none,maoi", "med_maoi review"), // "none" beside another tick adds nothing
        ("heart=none,brain_bleed", "brain_bleed stop"),
        ("conditions=depression,bipolar_depression bipolar=no", "bipolar_disorder review"),
        ("conditions=depression,alcohol_drug substance_problem=never auditc_1=never", "substance_use_active review unsure"),
        ("bp_reading=below_140_90 bp_diagnosis=not_controlled", "bp_uncontrolled stop"),
        ("heart=brain_bleed,not_sure heart_unsure=brain_bleed", "brain_bleed stop"), // certain wins
        ("medicines=maoi,not_sure medicines_unsure=maoi", "med_maoi review"),
        ("prior_ketamine=helped ketamine_use=habit_ever", "ketamine_misuse stop, prior_ketamine_helped note"),
    ];
    for (changes, expected) in table {
        assert_lists(&trd(changes), expected);
    }
}

#[test]
fn g5_factors_of_different_topics_do_not_add_up() {
    let notes = "age_band=age_65_74 bp_diagnosis=treated medicines=stimulant,benzo_occasional,lamotrigine,sedative_other,antipsychotic,\
        liver_enzymes,glp1,blood_thinner,nasal_medicine visit_needs=no_escort,no_prescriber,no_therapist,needle_fear,wants_home_use \
        cannabis=most_days body=thyroid_treated,diabetes ketamine_use=past_rarely breathing=recent_infection,sleep_apnoea_treated";
    let screening = screened(&trd(notes));
    assert_eq!((outcome(&screening), screening.factors.len()), ("possible_fit", 22));
    let reviews = "body=kidney_severe,porphyria,bladder_problem breathing=lung_disease_severe breastfeeding=yes medicines=maoi,opioid head=seizures";
    assert_outcome(&trd(reviews), "clinician_first");
}

#[test]
fn g6_a_gap_in_a_question_that_is_not_about_safety_sets_nothing() {
    #[rustfmt::skip]
    let table = ["cannabis=-", "cannabis=rather_not_say", "who=-", "weight_risk=-", "visit_needs=-", "dep_kinds=-", "dep_kinds=not_sure",
        "stopped_early=-", "tms_ect=-", "therapy=-", "therapy=not_sure"];
    for changes in table {
        assert_screens(changes, &trd(changes), &settings(""), ["possible_fit", "", "possible_fit"]);
    }
    // Except where a factor names it.
    assert_lists(&trd("nasal_spray_use=-"), "nasal_problem review unsure");
    assert_lists(&trd("weight_risk=not_sure"), "weight_sedation_risk review unsure");
}

#[test]
fn everything_blank_asks_for_a_clinician_whatever_is_offered() {
    for routes in ["racemic", "esketamine", "kap", "racemic,esketamine,kap"] {
        let expected = ["clinician_first", "age_unknown review, unanswered_safety review", "not_for_this_condition"];
        assert_screens(routes, &person("blank", ""), &settings(&format!("routes={routes}")), expected);
    }
}

#[test]
fn a_blank_age_goes_on_as_an_adult() {
    let screening = screened(&trd("age_band=-"));
    assert_eq!(factors(&screening), ["age_unknown review", "unanswered_safety review"]);
    assert_eq!(screening.enabled, screened(&trd("")).enabled);
}

#[test]
fn a_minor_is_asked_about_emergencies_and_safety_alone() {
    let questionnaire = ketamine();
    let screening = screened(&person("trd", "age_band=under_18"));
    let asked: Vec<_> = screening.enabled.iter().map(|item| questionnaire[*item].link_id.as_str()).collect();
    assert_eq!(asked, ["who", "age_band", "emergency_now", "s1_past_month", "s2_attempt", "s3_safe_now"]);
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_never_counts() {
    #[rustfmt::skip]
    let table = [
        ("minor", "", "pregnancy=pregnant body=liver_severe conditions=depression"),
        // An overview without the row that leads to the detail.
        ("trd", "", "heart=aneurysm_avm head=dementia body=porphyria pregnancy=pregnant body_overview=none"),
        ("trd", "", "mind=psychosis_current mania_now=yes mind_overview=none"),
        ("trd", "", "auditc_1=four_plus_a_week substance_problem=now ketamine_use=habit_ever substances_overview=none"),
        ("trd", "heart=none", "heart_unsure=brain_bleed"),
        ("trd", "bipolar=no", "mood_stabiliser=no"),
        ("trd", "auditc_1=never", "auditc_2=ten_or_more auditc_3=daily_or_almost"),
        ("trd", "", "pain_type=crps pain_duration=under_three_months peg_*=1"),
        ("trd", "", "daily_life=not_at_all"),
        ("trd", "", "ocd_diagnosed=no ptsd_therapy=no"),
        ("ptsd", "", "spray_programme=no nasal_spray_use=no dep_kinds=maoi"),
        ("bipolar", "", "mania_ever_any=yes"),
    ];
    for (baseline, asked, stale) in table {
        let without = person(baseline, asked);
        let with = person(baseline, &format!("{asked} {stale}"));
        assert_eq!(screened(&with), screened(&without), "{baseline} with {stale}");
    }
}

#[test]
fn an_exclusive_tick_clears_the_rest_and_is_cleared_by_any_other() {
    let questionnaire = ketamine();
    #[rustfmt::skip]
    let table = [
        ("medicines", "maoi opioid none", "none"),
        ("medicines", "none maoi", "maoi"),
        ("medicines", "maoi rather_not_say", "rather_not_say"),
        ("medicines", "rather_not_say none", "none"),
        ("medicines", "none not_sure", "not_sure"),
        ("medicines", "maoi not_sure opioid", "maoi,opioid,not_sure"),
        ("medicines", "maoi maoi", ""), // the second press takes the tick away
        ("heart_unsure", "brain_bleed any_of_them", "any_of_them"),
        ("heart_unsure", "any_of_them brain_bleed", "brain_bleed"),
        ("conditions", "depression ptsd other", "depression,ptsd,other"),
    ];
    for (id, presses, expected) in table {
        let item = questionnaire.item(id).expect("an item");
        let mut answers = Answers::none(&questionnaire);
        for press in presses.split_whitespace() {
            let option = questionnaire[item].option(press).expect("an option");
            let on = !answers.options(item).contains(option);
            answers.tick(&questionnaire, item, option, on);
        }
        let ticked: Vec<_> =
            answers.options(item).iter().map(|option| questionnaire[item].options[option].code.as_str()).collect();
        assert_eq!(ticked.join(","), expected, "{id} after {presses}");
        assert_eq!(answers.is_empty(), expected.is_empty());
    }
}

#[test]
fn a_number_without_a_fraction_counts_however_it_is_written() {
    for written in [serde_json::json!(3), serde_json::json!(3.0)] {
        let mut given = given("trd", "");
        given.insert("drug_times".into(), written);
        let item = ketamine().item("drug_times").expect("an item");
        assert_eq!(valid(&given).get(item), Some(Answer::Number(3)));
    }
}
