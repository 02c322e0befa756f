//! Published scales: values, thresholds, bands, and when there is no score.

use crate::common::{assert_lists, ketamine, person, screened, settings};
use selfscreen::screening::{Answers, screen};

/// Every score of a visit: `phq8 16, auditc 0`; `-` where it is not available.
fn scores(answers: &Answers, clinic: &str) -> String {
    let questionnaire = ketamine();
    let screening = screen(&questionnaire, answers, &settings(clinic));
    let word = |value: Option<selfscreen::screening::ScoreValue>| {
        value.map_or("-".to_owned(), |value| format!("{:.2}", value.value()).replace(".00", ""))
    };
    let words: Vec<_> = screening
        .scores
        .iter()
        .map(|(score, value)| format!("{} {}", questionnaire[*score].id, word(*value)))
        .collect();
    words.join(", ")
}

#[test]
fn a_scale_the_clinic_switched_off_does_not_exist_and_daily_life_stands_in() {
    #[rustfmt::skip]
    let table = [
        ("trd", "phq8", "daily_life=a_lot", "possible_fit"),
        ("trd", "phq8", "daily_life=a_little", "other_options_first"),
        ("anxiety", "gad7", "daily_life=hardly_function", "possible_fit"),
        ("ptsd", "pcptsd5", "daily_life=a_lot", "possible_fit"),
        ("ptsd", "pcptsd5", "daily_life=not_at_all", "other_options_first"),
        ("crps", "peg", "daily_life=a_lot", "possible_fit"),
        ("crps", "peg", "daily_life=-", "other_options_first"),
    ];
    let questionnaire = ketamine();
    for (baseline, off, changes, expected) in table {
        let answers = person(baseline, changes);
        let clinic = format!("scales_off={off}");
        let screening = screen(&questionnaire, &answers, &settings(&clinic));
        assert_eq!(crate::common::outcome(&screening), expected, "{baseline} without {off} and with {changes}");
        assert_eq!(scores(&answers, &clinic), "");
        let rows = questionnaire[questionnaire.score(off).expect("a score")].items.clone();
        assert!(rows.iter().all(|row| !screening.enabled.contains(row)), "{off} is not asked");
    }
}

#[test]
fn a_complete_scale_decides_whatever_daily_life_says() {
    let questionnaire = ketamine();
    let daily_life = questionnaire.item("daily_life").expect("an item");
    for (baseline, changes, asked) in [
        ("trd", "", false),
        ("trd", "phq8_1=-", true),
        ("ptsd", "", false),
        ("ptsd", "pcptsd5_1=no", true),
        ("ocd", "", true),
        ("crps", "", false),
        ("crps", "peg_1=-", true),
    ] {
        assert_eq!(
            screened(&person(baseline, changes)).enabled.contains(&daily_life),
            asked,
            "{baseline} with {changes}"
        );
    }
}

#[test]
fn audit_c_is_a_note_from_3_and_a_review_from_5_and_no_score_with_a_blank_row() {
    let with = |rows: &str| person("trd", rows);
    assert_lists(&with("auditc_1=two_to_four_a_month auditc_2=one_or_two auditc_3=never"), "");
    assert_lists(&with("auditc_1=two_to_four_a_month auditc_2=three_or_four auditc_3=never"), "alcohol_some note");
    assert_lists(&with("auditc_1=two_to_three_a_week auditc_2=three_or_four auditc_3=never"), "alcohol_some note");
    assert_lists(&with("auditc_1=two_to_three_a_week auditc_2=five_or_six auditc_3=never"), "alcohol_high review");
    assert_lists(&with("auditc_1=four_plus_a_week auditc_2=ten_or_more"), "unanswered_safety review");
    assert_lists(&with("auditc_1=monthly_or_less"), "unanswered_safety review");
}
