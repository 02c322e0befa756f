//! A result in words says what the engine found, all of it, and nothing else.

use std::rc::Rc;

use crate::common::random::{cases, clinics, people};
use crate::common::{given, ketamine, person, settings, valid};
use proptest::prelude::*;
use selfscreen::questionnaire::{Class, ItemIndex, Outcome, Questionnaire, Words};
use selfscreen::report::{Block, FactorGroup, Report, Titled, report, summary_text};
use selfscreen::screening::{Answers, Facts, Screening, screen};
use selfscreen::screens;
use selfscreen::settings::Settings;
use selfscreen::wording::Wording;

thread_local! {
    static WORDS: Rc<Words> = screens::ketamine().expect("the built-in screen is without findings").words;
}

/// Screens, and puts the result in words.
fn result(answers: &Answers, settings: &Settings) -> (Screening, Option<Report>) {
    let words = WORDS.with(Rc::clone);
    let questionnaire = ketamine();
    let screening = screen(&questionnaire, answers, settings);
    let report = report(&Wording::new(&questionnaire, &words, settings, None), &screening, false);
    (screening, report)
}

/// The titles of sources, as the file has them.
fn titles(questionnaire: &Questionnaire, sources: &[usize]) -> Vec<String> {
    sources.iter().map(|place| questionnaire.sources[*place].title.clone()).collect()
}

/// Tells whether what is shown are these sources, in order; a year may follow a title.
fn are(shown: &[String], titles: &[String]) -> bool {
    shown.len() == titles.len() && shown.iter().zip(titles).all(|(shown, title)| shown.starts_with(title))
}

#[track_caller]
fn assert_says_what_was_found(answers: &Answers, settings: &Settings) {
    let questionnaire = ketamine();
    let words = WORDS.with(Rc::clone);
    let (screening, report) = result(answers, settings);
    let Some(report) = report else { return assert_eq!(screening.outcome, Some(Outcome::Urgent)) };
    assert_eq!(Some(report.outcome), screening.outcome);
    let facts = Facts::of(&questionnaire, settings, answers);
    let mut listed = Vec::new();
    for block in &report.blocks {
        match block {
            Block::CrisisBanner => assert!(facts.holds(&questionnaire.crisis.banner_when)),
            Block::Factors(groups) => {
                for (group, shown) in groups.iter().flat_map(|group| group.all().map(move |shown| (group, shown))) {
                    let rule = questionnaire.rule(&shown.id).expect("a rule");
                    let found = screening.factors.iter().find(|factor| factor.rule == rule);
                    let found = found.unwrap_or_else(|| panic!("{} was not found", shown.id));
                    let alone = group.factors.iter().any(|words| words.id == shown.id);
                    assert!(group.class == found.headline || (!alone && group.class > found.headline), "{}", shown.id);
                    let own = titles(&questionnaire, &questionnaire[rule].sources);
                    assert!(are(&shown.sources, &own), "{} rests on {own:?}, not {:?}", shown.id, shown.sources);
                    assert!(!shown.sources.is_empty());
                    assert_eq!(shown.why, words.text(&format!("factors.{}.why", shown.id)).to_string());
                    listed.push(rule);
                }
            }
            Block::Why(Titled { lines, sources, .. }) if report.outcome == Outcome::OtherOptionsFirst => {
                let reasons = &questionnaire.other_reasons;
                let found: Vec<_> = screening.other_reasons.iter().map(|place| &reasons[*place]).collect();
                assert!(found.iter().all(|reason| facts.holds(&reason.when)));
                let text =
                    |id| words.text(&format!("other_options_reasons.{id}")).split('{').next().unwrap_or("").to_owned();
                let same = lines.iter().zip(&found).all(|(line, reason)| line.starts_with(&text(&reason.id)));
                assert!(same && lines.len() == found.len(), "{lines:?}");
                assert!(sources.is_empty());
            }
            Block::Why(Titled { lines, sources, .. }) => {
                let met: Vec<_> = screening.met.iter().map(|place| &questionnaire.indications[*place]).collect();
                assert!(met.iter().all(|indication| facts.holds(&indication.met_when)));
                assert_eq!(lines.len(), met.len());
                let of = |place: usize| questionnaire.conditions[place].sources.clone();
                let own: Vec<_> = met.iter().flat_map(|indication| of(indication.condition)).collect();
                assert!(are(sources, &titles(&questionnaire, &own)), "{sources:?}");
            }
            Block::Evidence(_, evidence) => {
                let chosen: Vec<_> = screening.chosen.iter().map(|place| &questionnaire.conditions[*place]).collect();
                assert_eq!(evidence.len(), chosen.len());
                for (shown, condition) in evidence.iter().zip(chosen) {
                    assert!(facts.holds(&condition.chosen_when));
                    assert!(are(&shown.sources, &titles(&questionnaire, &condition.sources)), "{}", condition.id);
                }
            }
            _ => {}
        }
    }
    let mut found: Vec<_> = screening.factors.iter().map(|factor| factor.rule).collect();
    found.sort();
    listed.sort();
    assert_eq!(listed, found, "every factor that was found is shown once");
    assert!(screening.factors.iter().all(|factor| factor.headline < Class::Urgent));
    if screening.outcome == Some(Outcome::OtherOptionsFirst) {
        assert!(!screening.other_reasons.is_empty(), "a result that puts other care first says why");
    }
    if screening.outcome == Some(Outcome::PossibleFit) {
        assert!(!screening.met.is_empty(), "a possible fit says why");
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn each_reason_is_one_that_the_engine_found_with_the_sources_of_that_very_rule(answers in people(), settings in clinics()) {
        assert_says_what_was_found(&answers, &settings);
    }
}

#[test]
fn every_factor_that_is_listed_alone_shows_its_own_sources() {
    let table =
        ["pregnancy=pregnant", "medicines=theophylline", "bp_reading=from_140_90", "visit_needs=no_escort", "heart=-"];
    for changes in table {
        let answers = valid(&given("trd", changes));
        let (screening, _) = result(&answers, &settings(""));
        assert!(!screening.factors.is_empty(), "{changes}");
        assert_says_what_was_found(&answers, &settings(""));
    }
}

#[test]
fn what_is_asked_and_open_is_named_by_the_engine() {
    let questionnaire = ketamine();
    let (screening, _) = result(&person("trd", "heart=- mind=rather_not_say cannabis=-"), &settings(""));
    let gaps: Vec<_> = screening.gaps.iter().map(|item| questionnaire[*item].link_id.as_str()).collect();
    assert_eq!(gaps, ["heart", "mind"]);
}

#[test]
fn a_last_resort_is_a_reason_only_where_there_is_no_other() {
    #[rustfmt::skip]
    let table = [
        ("trd", "dep_trials=one", "depression_few_medicines"),
        ("blank", "age_band=age_25_64", "nothing_chosen"),
        ("other", "", "other_no_use no_route_for_this"),
    ];
    for (baseline, changes, expected) in table {
        let (screening, _) = result(&person(baseline, changes), &settings(""));
        let reasons = &ketamine().other_reasons;
        let ids: Vec<_> = screening.other_reasons.iter().map(|place| reasons[*place].id.as_str()).collect();
        assert_eq!(ids.join(" "), expected, "{baseline} {changes}");
    }
}

/// Gives the summary as it is copied, without the answers about safety.
fn copied(answers: &Answers, settings: &Settings) -> String {
    let (words, questionnaire) = (WORDS.with(Rc::clone), ketamine());
    let (screening, report) = result(answers, settings);
    let report = report.expect("a result");
    summary_text(&Wording::new(&questionnaire, &words, settings, None), &report, answers, &screening)
}

#[test]
fn a_copied_summary_begins_with_crisis_help_whatever_it_says() {
    for changes in ["", "s1_past_month=passive", "s2_attempt=over_3_months", "pregnancy=pregnant"] {
        let text = copied(&person("trd", changes), &settings(""));
        let second = text.lines().nth(1);
        let expected = "In crisis? 988 Suicide & Crisis Lifeline. In danger right now? Call 911.";
        assert_eq!(second, Some(expected), "{changes}");
    }
}

#[test]
fn a_scale_with_a_blank_row_shows_no_score_anywhere() {
    #[rustfmt::skip]
    let table = [
        ("auditc_1=monthly_or_less auditc_2=one_or_two auditc_3=never", true),
        ("auditc_1=monthly_or_less", false),
        ("auditc_1=four_plus_a_week auditc_2=ten_or_more", false),
        ("auditc_1=never", true),
    ];
    let shown = settings("show_scores=true");
    for (changes, expected) in table {
        let answers = person("trd", changes);
        let (_, report) = result(&answers, &shown);
        let blocks = report.expect("a result").blocks;
        let gauges =
            blocks.iter().filter_map(|block| if let Block::Scores(gauges) = block { Some(gauges) } else { None });
        assert_eq!(gauges.flatten().any(|gauge| gauge.id == "auditc"), expected, "{changes}");
        assert_eq!(copied(&answers, &shown).contains("(AUDIT-C): "), expected, "{changes}");
    }
}

#[test]
fn what_cannot_wait_is_said_first_and_booking_steps_back_while_something_comes_before_it() {
    let settings = settings("booking_url=https://harbor.example/book");
    #[rustfmt::skip]
    let table: [(&str, &[&str], bool); 10] = [
        ("", &[], true),
        ("heart=unstable_angina", &["unstable_angina"], false),
        ("heart=not_sure heart_unsure=any_of_them", &["unstable_angina"], false),
        ("mind=psychosis_current", &["psychosis_current"], false),
        ("mania_now=yes", &["mania_current"], false),
        ("mania_now=yes heart=unstable_angina mind=psychosis_current", &["unstable_angina", "psychosis_current", "mania_current"], false),
        ("heart=other_heart", &[], true),
        ("age_band=rather_not_say", &[], false),
        ("age_band=-", &[], false),
        ("s1_past_month=passive", &[], false),
    ];
    for (changes, today, link_comes_first) in table {
        let answers = person("trd", changes);
        let (_, report) = result(&answers, &settings);
        let report = report.expect("a result");
        let paths: Vec<_> = today.iter().map(|id| format!("factors.{id}.today")).collect();
        assert_eq!((&report.today, report.link_comes_first), (&paths, link_comes_first), "{changes}");
        let text = copied(&answers, &settings);
        for id in today {
            let said = WORDS.with(Rc::clone).text(&format!("factors.{id}.today")).replace("{emergency}", "911");
            assert!(text.find(&said) < text.find(&report.meaning), "{changes}: {text}");
            assert!(text.contains(&said), "{changes}: {text}");
        }
    }
}

/// The factors that a result lists, group by group.
fn groups(report: Option<Report>) -> Vec<FactorGroup> {
    let blocks = report.expect("a result").blocks;
    let found =
        blocks.into_iter().filter_map(|block| if let Block::Factors(groups) = block { Some(groups) } else { None });
    found.flatten().collect()
}

#[test]
fn several_doubts_on_a_page_are_one_thing_to_raise_and_one_alone_is_itself() {
    // Cards listed alone, and pages with how many doubts.
    #[rustfmt::skip]
    let table = [
        ("heart=not_sure heart_unsure=past_stroke", "past_stroke", ""),
        ("heart=not_sure heart_unsure=past_stroke,other_heart", "", "Heart and blood vessels 2"),
        ("heart=past_stroke,not_sure heart_unsure=other_heart", "heart_disease_stable past_stroke", ""),
        ("heart=not_sure heart_unsure=past_stroke,other_heart bp_reading=from_140_90", "bp_raised", "Heart and blood vessels 2"),
        // What a summary may leave out is never in a list.
        ("s1_past_month=not_sure s2_attempt=not_sure", "suicide_thoughts suicide_attempt_past", ""),
    ];
    for (changes, alone, pages) in table {
        let groups = groups(result(&person("trd", changes), &settings("")).1);
        let review: Vec<_> = groups.iter().filter(|group| group.class == Class::Review).collect();
        let ids: Vec<_> = review.iter().flat_map(|group| &group.factors).map(|words| words.id.as_str()).collect();
        assert_eq!(ids.join(" "), alone, "{changes}");
        let unsure = review.iter().flat_map(|group| &group.unsure);
        let unsure: Vec<_> = unsure.map(|page| format!("{} {}", page.title, page.factors.len())).collect();
        assert_eq!(unsure.join(", "), pages, "{changes}");
    }
}

#[test]
fn not_sure_everywhere_is_a_dozen_things_to_raise_at_most() {
    let unsure = |item: ItemIndex| {
        let item = &ketamine()[item];
        let code = if item.option("not_sure").is_some() { "not_sure" } else { "any_of_them" };
        item.option(code).is_some().then(|| format!("{}={code}", item.link_id))
    };
    let private = ["s1_past_month", "s2_attempt", "s3_safe_now", "emergency_now"];
    let all: Vec<_> = ketamine().item_indices().filter_map(unsure).collect();
    let all: Vec<_> = all.into_iter().filter(|set| !private.iter().any(|item| set.starts_with(item))).collect();
    for baseline in ["trd", "ptsd", "crps"] {
        let groups = groups(result(&person(baseline, &all.join(" ")), &settings("")).1);
        let cards: usize = groups.iter().map(|group| group.cards(false)).sum();
        let found: usize = groups.iter().map(|group| group.all().count()).sum();
        assert!(cards <= 12 && found > 30, "{baseline}: {cards} cards for {found}");
    }
}

#[test]
fn a_copied_answer_says_what_it_is_an_answer_to() {
    #[rustfmt::skip]
    let table = [
        ("body=bladder_problem", "- Liver, bladder, thyroid and reactions: "),
        ("", "- Your body: None of these"),
        ("body=none", "- Liver, bladder, thyroid and reactions: None of these"),
        ("", "- How old are you? 25 to 64"),
        ("", "- Little interest or pleasure in doing things: "),
    ];
    for (changes, line) in table {
        let text = copied(&person("trd", changes), &settings(""));
        assert!(text.lines().any(|one| one.starts_with(line)), "{line:?} in {text}");
        // It is read elsewhere, and later.
        for untrue in ["this device", "this browser", "this page"] {
            assert!(!text.contains(untrue), "{untrue}: {text}");
        }
    }
}

#[test]
fn no_source_is_a_note_for_reviewers() {
    for source in &ketamine().sources {
        for note in ["reviewer", "concept only", "embedded", "to be added", "mirror"] {
            assert!(!source.title.to_lowercase().contains(note), "{}: {}", source.id, source.title);
        }
    }
}

#[test]
fn a_minor_is_told_that_there_is_help_for_their_age_and_is_not_sent_to_the_clinic() {
    let set = settings("phone=(555)555-0100 contact_url=https://harbor.example/contact");
    for (baseline, changes, meaning, reached) in
        [("minor", "", "There is help for your age.", false), ("trd", "pregnancy=pregnant", "unsafe for you", true)]
    {
        let report = result(&person(baseline, changes), &set).1.expect("a result");
        assert!(report.meaning.contains(meaning), "{}", report.meaning);
        assert_eq!([report.contact.is_some(), report.phone.is_some()], [reached; 2], "{baseline}");
        assert!(report.blocks.iter().any(|block| matches!(block, Block::HelpNow(_))), "{baseline}");
    }
}
