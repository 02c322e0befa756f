//! A visit as one thing: what a chosen language changes, and what the crisis screens begin with.

use std::rc::Rc;

use selfscreen::questionnaire::HelpPart;
use selfscreen::screens;
use selfscreen::session::{Action, Visit};

use crate::common::{ketamine, person, settings};

/// A visit of a US clinic's widget with these answers.
fn visit(baseline: &str, changes: &str) -> Visit {
    let content = screens::ketamine().expect("the built-in screen is without findings");
    let mut visit = Visit::new(content, settings("").into());
    Rc::make_mut(&mut visit.session).answers = person(baseline, changes);
    visit
}

#[test]
fn a_chosen_language_is_that_of_words_settings_and_scales() {
    let begun = visit("crps", "");
    let item = ketamine().item("peg_1").expect("an item");
    // What is chosen one after the other; the language then, and whether a scale without official Spanish words is asked.
    let table: &[(&[&str], &str, bool)] =
        &[(&[], "en", true), (&["es"], "es", false), (&["es", "en"], "en", true), (&["xx"], "en", true)];
    for (chosen, language, asked) in table {
        let choose = |visit: Visit, language: &&str| visit.apply(Action::ChooseLanguage((*language).to_owned()));
        let visit = chosen.iter().fold(begun.clone(), choose);
        assert_eq!(visit.content.words.language(), *language, "{chosen:?}");
        assert_eq!(visit.settings.locale, *language, "{chosen:?}");
        assert_eq!(visit.wording().text("language"), *language, "{chosen:?}");
        assert_eq!(visit.screening().enabled.contains(&item), *asked, "{chosen:?}");
        assert_eq!(visit.session.moves as usize, chosen.len(), "each time, the heading is read out");
        assert_eq!(visit.session.answers, begun.session.answers, "{chosen:?}");
    }
    assert_eq!(begun.content.words.language(), "en", "a step leaves the visit before it alone");
}

#[test]
fn the_pause_is_spoken_only_if_such_thoughts_were_told() {
    for (changes, spoken) in [("s1_past_month=passive", true), ("s1_past_month=rather_not_say", false), ("", false)] {
        assert_eq!(visit("trd", changes).pause_is_spoken(), spoken, "{changes}");
    }
}

#[test]
fn the_emergency_number_comes_first_only_in_a_medical_emergency() {
    let table =
        [("emergency_now=chest_pain", true), ("s1_past_month=plan_or_intent", false), ("s3_safe_now=voices", false)];
    for (changes, emergency) in table {
        let visit = visit("trd", changes);
        assert_eq!(visit.is_emergency(), emergency, "{changes}");
        assert_eq!(visit.help()[0] == HelpPart::Emergency, emergency, "{changes}");
        assert!(visit.help().contains(&HelpPart::Lines), "{changes}");
    }
}
