//! What screens look like to a browser, line by line: one of each kind whole, and of its variations what differs.
//!
//! `INSTA_UPDATE=always` regenerates them; read the difference before it is kept.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use similar::TextDiff;

use super::screens::{Screen, screens};
use crate::common::ketamine;

/// Screens that are kept whole. Pages that are not here are drawn by the same code from other words; `structure.rs`, `handles.rs`
/// and `pictures.rs` look at every screen.
#[rustfmt::skip] // One kind per line.
const WHOLE: &[&str] = &[
    "intro", "intro_spanish",
    "information_us", "information_spanish_gb",
    "page_about", "page_emergency", "page_conditions_page", "page_mood_safety", "page_mood_highs", "page_phq8", "page_peg", "page_pcptsd5", "page_heart_page", "page_body_page", "page_drugs", "page_medicines_page",
    "pause_spoken",
    "urgent_thoughts", "urgent_spanish",
    "check_complete", "check_scales_and_lists", "check_blank",
    "result_possible_fit", "result_possible_fit_all_scores", "result_clinician_first", "result_clinician_first_private_included", "result_clinician_first_unsure", "result_clinician_first_blank", "result_other_options_first", "result_not_now", "result_spanish",
];

/// Screens of which it is kept how they differ from another.
#[rustfmt::skip] // One screen per line.
const VARIATIONS: &[(&str, &str)] = &[
    ("intro_drug_neutral", "intro"),
    ("intro_spanish_drug_neutral", "intro_spanish"),
    ("information_gb", "information_us"),
    ("information_other_country", "information_us"),
    ("page_first_of_two_questions_blank", "page_about"),
    ("nudge_safety", "page_mood_safety"),
    ("page_mood_highs_without_bipolar", "page_mood_highs"),
    ("nudge_scale", "page_peg"),
    ("page_pcptsd5_closed", "page_pcptsd5"),
    ("page_nothing_to_follow_up", "page_body_page"),
    ("nudge_plain", "page_drugs"),
    ("number_not_whole", "nudge_plain"),
    ("number_no_digits", "number_not_whole"),
    ("number_below_min", "number_not_whole"),
    ("number_above_max", "number_not_whole"),
    ("nudge_tick_list", "page_medicines_page"),
    ("pause_no_answer", "pause_spoken"),
    ("pause_gb", "pause_spoken"),
    ("pause_other_country", "pause_spoken"),
    ("urgent_emergency", "urgent_thoughts"),
    ("urgent_at_the_end", "urgent_thoughts"),
    ("urgent_clinic_answers_at_every_hour", "urgent_thoughts"),
    ("urgent_gb", "urgent_thoughts"),
    ("urgent_other_country", "urgent_thoughts"),
    ("urgent_emergency_other_country", "urgent_other_country"),
    ("check_blank_safety", "check_complete"),
    ("result_possible_fit_scores", "result_possible_fit"),
    ("result_possible_fit_notes", "result_possible_fit"),
    ("result_possible_fit_one_route", "result_possible_fit"),
    ("result_drug_neutral", "result_possible_fit"),
    ("result_no_booking_url", "result_possible_fit"),
    ("result_no_booking_url_and_no_phone", "result_no_booking_url"),
    ("result_no_print", "result_possible_fit"),
    ("result_copied", "result_possible_fit"),
    ("result_copied_by_hand", "result_possible_fit"),
    ("result_phone_hours", "result_possible_fit"),
    ("result_gb", "result_possible_fit"),
    ("result_other_country", "result_possible_fit"),
    ("result_clinician_first_private", "result_clinician_first_private_included"),
    ("result_not_now_no_contact_url", "result_not_now"),
    ("result_today", "result_not_now"),
    ("result_not_now_under_18", "result_not_now"),
    ("result_spanish_drug_neutral", "result_spanish"),
];

/// The name of the snapshot with all variations.
const DIFFERENCES: &str = "variations";

fn find(name: &str) -> &'static Screen {
    screens().iter().find(|screen| screen.name == name).unwrap_or_else(|| panic!("there is no screen {name}"))
}

/// The lines of a screen. Every change of the content changes its hash, and no snapshot should change for that alone.
fn lines(name: &str) -> String {
    find(name).root.lines().replace(&ketamine().hash, "{hash}")
}

/// The lines that one of two screens has and the other has not, with what is around them.
fn difference(variation: &str, other: &str) -> String {
    let (before, after) = (lines(other), lines(variation));
    let difference = TextDiff::from_lines(&before, &after).unified_diff().context_radius(1).to_string();
    // Which line it is changes with every line above it.
    let kept = difference.lines().map(|line| if line.starts_with("@@") { "…" } else { line });
    format!("== {variation}: {other}, but for\n{}\n", kept.collect::<Vec<_>>().join("\n"))
}

/// Compares with what is kept; `false` if it differs.
fn is_as_kept(name: &str, text: &str) -> bool {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots");
    settings.set_omit_expression(true);
    let compare = || settings.bind(|| insta::assert_snapshot!(name, text));
    catch_unwind(AssertUnwindSafe(compare)).is_ok()
}

#[test]
fn every_screen_is_as_its_snapshot_has_it() {
    // Every screen is compared, so that one change shows all its differences in one run.
    let mut differing: Vec<_> = WHOLE.iter().copied().filter(|name| !is_as_kept(name, &lines(name))).collect();
    let variations = VARIATIONS.iter().map(|(variation, other)| difference(variation, other));
    if !is_as_kept(DIFFERENCES, &variations.collect::<String>()) {
        differing.push(DIFFERENCES);
    }
    assert_eq!(differing, Vec::<&str>::new(), "these differ from tests/snapshots");
}

#[test]
fn every_snapshot_is_of_a_screen_and_every_screen_but_a_page_is_in_one() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let file_names = std::fs::read_dir(folder).expect("the folder of snapshots is there");
    let file_names = file_names.map(|entry| entry.expect("the folder can be read").file_name().into_string());
    let kept: BTreeSet<_> = file_names.filter_map(|name| name.ok()?.strip_suffix(".snap").map(str::to_owned)).collect();
    assert_eq!(kept, WHOLE.iter().copied().chain([DIFFERENCES]).map(str::to_owned).collect());

    let shown: BTreeSet<_> = WHOLE.iter().copied().chain(VARIATIONS.iter().map(|(variation, _)| *variation)).collect();
    let names = screens().iter().map(|screen| screen.name.as_str());
    let missing: Vec<_> = names.filter(|name| !name.starts_with("page_") && !shown.contains(name)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}
