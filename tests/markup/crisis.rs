//! Crisis help by country: all of its row of the crisis table, and nothing of any other.

use std::collections::BTreeSet;

use selfscreen::questionnaire::CrisisRow;
use selfscreen::screens;

use super::screens::{Screen, screen};
use crate::common::ketamine;

/// Name, baseline and changes, the way there, and whether all the help of the country is shown or only its first line.
const KINDS: [(&str, [&str; 2], &str, bool); 8] = [
    ("pause", ["trd", "s1_past_month=passive"], "mood_safety continue", true),
    ("pause without an answer", ["trd", "s1_past_month=rather_not_say"], "mood_safety continue", true),
    ("urgent", ["trd", "s1_past_month=plan_or_intent"], "mood_safety continue", true),
    ("urgent emergency", ["trd", "emergency_now=chest_pain"], "emergency continue", true),
    ("intro", ["blank", ""], "intro", false),
    ("page", ["trd", ""], "about", false),
    ("result with a banner", ["trd", "s1_past_month=passive"], "check see-summary", true),
    ("result with a banner and no pause", ["trd", "s2_attempt=over_3_months"], "check see-summary", true),
];

/// A clinic of a region, with personal results.
fn of_region(region: &str) -> String {
    format!("region={region} advice_confirmed=true mode=full")
}

/// What a phone dials.
fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || "+*".contains(*c)).collect()
}

/// The links that call or text the lines of a row: all of them, or those of its first line that a short text has.
fn links(row: &CrisisRow, language: &str, all: bool) -> BTreeSet<String> {
    let mut links: BTreeSet<_> =
        row.emergency.iter().take(1).map(|number| format!("tel:{}", dialled(number))).collect();
    for line in row.lines_in(language).iter().take(if all { usize::MAX } else { 1 }) {
        links.extend(
            line.call.iter().take(if all { usize::MAX } else { 1 }).map(|number| format!("tel:{}", dialled(number))),
        );
        let texts = line.text.iter().filter(|_| all);
        links.extend(texts.map(|text| match &text.word {
            Some(word) => format!("sms:{}?body={word}", dialled(&text.to)),
            None => format!("sms:{}", dialled(&text.to)),
        }));
    }
    links
}

/// Expects the help of this row on a screen, all of it or its first line, and nothing of another row.
#[track_caller]
fn assert_row(screen: &Screen, row: &CrisisRow, all: bool) {
    let name = &screen.name;
    let of_help = |href: &&&str| href.starts_with("tel:") || href.starts_with("sms:");
    // The phone of the clinic, in a result.
    let shown: BTreeSet<_> = screen
        .root
        .values("href")
        .iter()
        .filter(of_help)
        .filter(|href| **href != "tel:5555550100")
        .map(|href| (*href).to_owned())
        .collect();
    let (language, lines) = (&screen.settings.locale, row.lines_in(&screen.settings.locale));
    let expected = links(row, language, all);
    if all || shown.len() == expected.len() {
        assert_eq!(shown, expected, "{name}");
    } else {
        assert!(shown.is_subset(&expected), "{name}: {shown:?}");
    }
    let mut text = screen.root.text();
    if all {
        for line in lines {
            let told = [Some(&line.name), line.link.as_ref(), line.chat.as_ref()].into_iter().flatten();
            let told = told
                .chain(&line.call)
                .chain(line.text.iter().map(|text| &text.to))
                .chain(line.text.iter().filter_map(|text| text.word.as_ref()));
            for told in told {
                assert!(text.contains(told.as_str()), "{name} tells {told:?} of {}", line.name);
            }
            let open = if language == "es" { "disponible" } else { "open" };
            let hours = line.hours.as_ref().map(|hours| format!("{open} {hours}"));
            assert!(hours.is_none_or(|hours| text.contains(&hours)), "{name} tells the hours of {}", line.name);
        }
    }
    // What is left once the row's own is taken away has no number that could be dialled, and no other site.
    let words = screens::ketamine().expect("the built-in screen is without findings").words;
    let mut own = vec![words.text("crisis.emergency_words").to_string()];
    own.extend(lines.iter().map(|line| line.name.clone()));
    own.extend(
        lines.iter().flat_map(|line| line.call.iter().cloned().chain(line.text.iter().map(|text| text.to.clone()))),
    );
    own.extend(row.emergency.iter().take(1).cloned());
    own.sort_by_key(|own| std::cmp::Reverse(own.len()));
    own.iter().for_each(|own| text = text.replace(own.as_str(), " "));
    for other in ketamine().crisis.table.iter().filter(|other| other.id != row.id) {
        let numbers = other.emergency.iter().chain(other.lines.iter().flat_map(|line| &line.call));
        let numbers = numbers.chain(other.lines.iter().flat_map(|line| line.text.iter().map(|text| &text.to)));
        let tokens: Vec<_> = text.split(|c: char| !c.is_ascii_digit()).collect();
        for number in numbers.filter(|number| number.len() > 2) {
            let there = if number.contains([' ', '-']) {
                text.contains(number.as_str())
            } else {
                tokens.contains(&number.as_str())
            };
            assert!(!there, "{name} shows {number} of {}", other.id);
        }
        let sites = |row: &CrisisRow| -> BTreeSet<String> {
            row.lines.iter().flat_map(|line| line.link.iter().chain(&line.chat)).cloned().collect()
        };
        for site in sites(other).difference(&sites(row)) {
            assert!(!text.contains(site.as_str()), "{name} shows {site} of {}", other.id);
        }
    }
}

#[test]
fn every_region_shows_the_help_of_its_row_and_of_no_other() {
    let questionnaire = ketamine();
    for region in &questionnaire.regions {
        let row = &questionnaire.crisis.table[region.crisis];
        for (kind, answers, way, all) in KINDS {
            let shown = screen(&format!("{kind} in {}", region.id), &of_region(region.id.as_str()), answers, way);
            assert_row(&shown, row, all);
        }
        let closed = screen(
            &format!("information in {}", region.id),
            &format!("region={} mode=information_only", region.id),
            ["blank", ""],
            "intro",
        );
        assert_row(&closed, row, false);
    }
}

#[test]
fn another_country_changes_all_of_the_help() {
    let questionnaire = ketamine();
    let words = screens::ketamine().expect("the built-in screen is without findings").words;
    for from in ["us", "gb", "other"] {
        for (place, row) in questionnaire.crisis.table.iter().enumerate() {
            for (kind, answers, way, all) in KINDS.iter().filter(|(.., all)| *all) {
                let name = format!("{kind} in {from}, with help for {}", row.id);
                let shown = screen(&name, &of_region(from), *answers, &format!("{way} country:{place}"));
                assert_row(&shown, row, *all);
                let chosen: Vec<_> = shown
                    .root
                    .tags("option")
                    .into_iter()
                    .filter(|one| one.attribute("selected").is_some())
                    .map(|one| one.text())
                    .collect();
                // A result has the country that was chosen before it.
                let named = words.text(&format!("crisis.countries.{}", row.id)).to_string();
                let expected = if kind.starts_with("result") { Vec::new() } else { vec![named] };
                assert_eq!(chosen, expected, "{name}");
            }
        }
    }
}

#[test]
fn a_country_that_is_not_known_has_international_help_and_no_number_of_a_country() {
    // The emergency number of the EU is known; which country it is, is not.
    for (region, dialled) in [("other", vec![]), ("eu_other", vec!["tel:112"])] {
        for (kind, answers, way, all) in KINDS {
            let shown = screen(&format!("{kind} in {region}"), &of_region(region), answers, way);
            let dials = shown
                .root
                .values("href")
                .into_iter()
                .filter(|href| href.starts_with("tel:") || href.starts_with("sms:"));
            let dials: BTreeSet<_> = dials.filter(|href| *href != "tel:5555550100").collect();
            assert!(dials.iter().all(|href| dialled.contains(href)), "{}: {dials:?}", shown.name);
            assert!(!all || dials.len() == dialled.len(), "{}: {dials:?}", shown.name);
            let text = shown.root.text();
            let sites = ["findahelpline.com", "befrienders.org", "iasp.info"];
            for site in &sites[..if all { 3 } else { 1 }] {
                assert!(text.contains(site), "{} tells {site}", shown.name);
            }
        }
    }
}

#[test]
fn the_countries_stand_by_name_after_the_clinic_s_own_and_before_those_of_no_country() {
    #[rustfmt::skip]
    let table = [
        ("region=us", ["United States", "Argentina", "Australia", "Austria", "Belgium"], ["United Kingdom", "Another EU country", "Another country"]),
        ("region=ch", ["Switzerland", "Argentina", "Australia", "Austria", "Belgium"], ["United States", "Another EU country", "Another country"]),
        ("region=eu_other", ["Argentina", "Australia", "Austria", "Belgium", "Brazil"], ["United States", "Another EU country", "Another country"]),
        ("region=other", ["Argentina", "Australia", "Austria", "Belgium", "Brazil"], ["United States", "Another EU country", "Another country"]),
        // Letters with accents stand beside those without.
        ("region=us locale=es", ["Estados Unidos", "Alemania", "Argentina", "Australia", "Austria"], ["Suiza", "Otro país de la Unión Europea", "Otro país"]),
        ("region=es locale=es", ["España", "Alemania", "Argentina", "Australia", "Austria"], ["Suiza", "Otro país de la Unión Europea", "Otro país"]),
        ("region=au locale=es", ["Australia", "Alemania", "Argentina", "Austria", "Bélgica"], ["Suiza", "Otro país de la Unión Europea", "Otro país"]),
    ];
    for (settings, first, last) in table {
        let settings = format!("{settings} advice_confirmed=true mode=full");
        let shown = screen(&settings, &settings, ["trd", "s1_past_month=passive"], "mood_safety continue");
        let names: Vec<_> = shown.root.tags("option").into_iter().map(|one| one.text()).collect();
        assert_eq!(names.len(), ketamine().crisis.table.len(), "{settings}");
        assert_eq!(names[..5], first, "{settings}");
        assert_eq!(names[names.len() - 3..], last, "{settings}");
    }
}

#[test]
fn visitors_who_read_spanish_have_the_spanish_lines_of_the_us_with_the_keys_to_press() {
    let questionnaire = ketamine();
    let row = questionnaire.crisis.table.iter().find(|row| row.id.as_str() == "us").expect("a row for the US");
    for (kind, answers, way, all) in KINDS {
        let shown = screen(&format!("{kind} in Spanish"), "locale=es", answers, way);
        assert_row(&shown, row, all);
        let text = shown.root.text();
        assert!(text.contains("luego oprima 2"), "{kind}: {text}");
        assert_eq!(text.contains("luego oprima 1"), all, "{kind}: {text}");
        for english in ["HOME", "838255", "Lifeline"] {
            assert!(!text.contains(english), "{kind} says {english}");
        }
        assert_eq!(shown.root.values("href").contains(&"sms:988?body=AYUDA"), all, "{kind}");
    }
    // The choice of another country holds in Spanish too, with that country's own lines.
    let place = questionnaire.crisis.table.iter().position(|row| row.id.as_str() == "gb").expect("a row");
    let (_, answers, way, all) = KINDS[0];
    let shown = screen("pause in Spanish, with help for gb", "locale=es", answers, &format!("{way} country:{place}"));
    assert_row(&shown, &questionnaire.crisis.table[place], all);
}

#[test]
fn a_result_with_the_banner_has_help_first_and_booking_as_a_quiet_button() {
    let table = [
        ("clinician_first", ["trd", "s1_past_month=passive"]),
        ("clinician_first", ["trd", "s2_attempt=over_3_months"]),
        ("clinician_first", ["blank", ""]),
        ("not_now", ["minor", ""]),
        ("not_now", ["trd", "pregnancy=pregnant s1_past_month=thoughts"]),
    ];
    for (outcome, answers) in table {
        let shown = screen(&format!("{outcome} {answers:?}"), "", answers, "check see-summary");
        assert_eq!(shown.card().attribute("data-outcome"), Some(outcome), "{}", shown.name);
        let hero = shown.root.tags("header")[0];
        let pressed: Vec<_> =
            hero.all().into_iter().filter(|one| ["a", "button"].contains(&one.tag.as_str())).collect();
        let kinds: Vec<_> =
            pressed.iter().map(|one| one.attribute("data-help").or(one.attribute("data-action"))).collect();
        let leave = kinds.iter().position(|kind| *kind == Some("clear-and-leave")).expect("a way out");
        let after = &kinds[leave + 1..];
        let call = after.iter().position(|kind| *kind == Some("call")).expect("help to call");
        assert_eq!(after[call + 1], Some("text"), "{}", shown.name);
        let action = after.iter().position(|kind| *kind == Some("book"));
        assert!(action.is_none_or(|book| book > call + 1), "{}: {kinds:?}", shown.name);
        let numbers: Vec<_> =
            pressed.iter().filter(|one| one.attribute("data-help").is_some()).map(|one| one.text()).collect();
        assert_eq!(numbers, ["Call 988", "Text 988"], "{}: the number on the button, the name below", shown.name);
        assert!(hero.text().contains("988 Suicide & Crisis Lifeline"), "{}", shown.name);
        let main = shown.root.values("class").into_iter().filter(|class| class.contains("ss-btn--main")).count();
        assert_eq!(main, 0, "{}: nothing is louder than help", shown.name);
    }
}
