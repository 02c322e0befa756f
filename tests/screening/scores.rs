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
fn scores_add_up_average_and_count_as_their_publishers_say() {
    const PTSD_ROWS: &str = "pcptsd5_1=yes pcptsd5_2=yes pcptsd5_3=yes pcptsd5_4=yes pcptsd5_5=yes";
    let five = format!("pcptsd5_gate=yes {PTSD_ROWS}");
    #[rustfmt::skip]
    let table = [
        ("trd", "", "phq8 16, auditc 0"),
        ("trd", "phq8_*=not_at_all", "phq8 0, auditc 0"),
        ("trd", "phq8_*=nearly_every_day", "phq8 24, auditc 0"),
        ("trd", "phq8_*=several_days phq8_8=nearly_every_day", "phq8 10, auditc 0"),
        ("trd", "phq8_8=-", "phq8 -, auditc 0"), // one blank row: no score
        ("trd", "phq8_*=-", "phq8 -, auditc 0"),
        ("anxiety", "gad7_*=nearly_every_day", "gad7 21, auditc 0"),
        ("anxiety", "gad7_3=-", "gad7 -, auditc 0"),
        ("ptsd", "", "pcptsd5 3, auditc 0"),
        ("ptsd", &five, "pcptsd5 5, auditc 0"),
        ("ptsd", "pcptsd5_gate=no", "pcptsd5 0, auditc 0"), // "no" at the gate ends the scale
        ("ptsd", "pcptsd5_gate=-", "pcptsd5 -, auditc 0"),
        ("ptsd", "pcptsd5_2=-", "pcptsd5 -, auditc 0"),
        ("crps", "", "peg 7, auditc 0"),
        ("crps", "peg_*=4 peg_1=3", "peg 3.67, auditc 0"),
        ("crps", "peg_*=10", "peg 10, auditc 0"),
        ("crps", "peg_2=-", "peg -, auditc 0"),
        ("trd", "auditc_1=four_plus_a_week auditc_2=ten_or_more auditc_3=daily_or_almost", "phq8 16, auditc 12"),
        ("trd", "auditc_1=never auditc_2=ten_or_more auditc_3=daily_or_almost", "phq8 16, auditc 0"), // "never" ends it with 0
        ("trd", "auditc_1=monthly_or_less", "phq8 16, auditc 1"), // blank rows count as 0 here
        ("trd", "auditc_1=- auditc_2=three_or_four", "phq8 16, auditc 1"),
        ("trd", "auditc_1=-", "phq8 16, auditc -"),
        ("minor", "", ""), // nothing of them is asked
    ];
    for (baseline, changes, expected) in table {
        assert_eq!(scores(&person(baseline, changes), ""), expected, "{baseline} with {changes}");
    }
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
        assert_eq!(scores(&answers, &clinic), "auditc 0");
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
fn audit_c_counts_from_3_and_every_blank_row_is_a_gap() {
    let with = |rows: &str| person("trd", rows);
    assert_lists(&with("auditc_1=two_to_four_a_month auditc_2=one_or_two auditc_3=never"), "");
    assert_lists(&with("auditc_1=two_to_four_a_month auditc_2=three_or_four auditc_3=never"), "alcohol_risky review");
    assert_lists(&with("auditc_1=two_to_three_a_week"), "alcohol_risky review, unanswered_safety review");
    assert_lists(&with("auditc_1=monthly_or_less"), "unanswered_safety review");
}

#[test]
fn each_band_begins_and_ends_where_its_publisher_says() {
    #[rustfmt::skip]
    let table = [
        ("trd", "phq8", "phq8_*=not_at_all phq8_1=nearly_every_day phq8_2=several_days", 0), // 4
        ("trd", "phq8", "phq8_*=not_at_all phq8_1=nearly_every_day phq8_2=more_than_half", 1), // 5
        ("trd", "phq8", "phq8_*=several_days phq8_1=more_than_half", 1), // 9
        ("trd", "phq8", "phq8_*=several_days phq8_1=nearly_every_day", 2), // 10
        ("trd", "phq8", "phq8_*=more_than_half phq8_1=several_days", 3), // 15
        ("trd", "phq8", "phq8_*=nearly_every_day phq8_1=not_at_all phq8_2=more_than_half", 4), // 20
        ("anxiety", "gad7", "gad7_*=several_days gad7_1=nearly_every_day", 1), // 9
        ("anxiety", "gad7", "gad7_*=several_days gad7_1=nearly_every_day gad7_2=more_than_half", 2), // 10
        ("anxiety", "gad7", "gad7_*=more_than_half gad7_1=nearly_every_day", 3), // 15
        ("ptsd", "pcptsd5", "pcptsd5_1=no", 0), // 2
        ("ptsd", "pcptsd5", "", 1), // 3
        ("crps", "peg", "peg_*=4 peg_1=3", 0), // 3.67
        ("crps", "peg", "peg_*=4", 1), // 4
        ("crps", "peg", "peg_*=7 peg_1=6", 1), // 6.67
        ("crps", "peg", "peg_*=7", 2), // 7
        ("trd", "auditc", "auditc_1=monthly_or_less auditc_2=one_or_two auditc_3=less_than_monthly", 0), // 2
        ("trd", "auditc", "auditc_1=monthly_or_less auditc_2=three_or_four auditc_3=less_than_monthly", 1), // 3
    ];
    let questionnaire = ketamine();
    for (baseline, id, changes, expected) in table {
        let score = questionnaire.score(id).expect("a score");
        let screening = screened(&person(baseline, changes));
        let value = screening.scores.iter().find(|(found, _)| *found == score).and_then(|(_, value)| *value);
        assert_eq!(value.and_then(|value| value.band(&questionnaire[score])), Some(expected), "{id} with {changes}");
    }
}
