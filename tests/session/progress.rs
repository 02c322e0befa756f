//! How far along the visit is: never back on Continue, and never more pages than were promised.

use proptest::prelude::*;
use selfscreen::session::{Place, Progress};

use super::visit::Visit;
use crate::common::person;
use crate::common::random::{cases, clinics, people};

/// What progress showed on each page of a visit, with the section and the place of the page.
fn shown(visit: &mut Visit, answers: &selfscreen::screening::Answers) -> Vec<(usize, Progress)> {
    let mut shown = Vec::new();
    visit.walk(answers, &mut |visit| {
        if let Place::Page(page) = visit.session.place {
            let progress = visit.session.progress(&visit.questionnaire, &visit.settings, page);
            shown.push((visit.questionnaire[page].section, progress));
        }
    });
    shown
}

#[test]
fn parts_and_pages_of_a_visitor_with_depression() {
    let shown = shown(&mut Visit::new(), &person("trd", ""));
    let words: Vec<_> = shown
        .iter()
        .map(|(_, progress)| {
            let open = |open| if open { "?" } else { "" };
            let Progress { parts, part, parts_open, page, least } = progress;
            let most = parts[*part].pages;
            let range = if *least < most { format!("{least} to ") } else { String::new() };
            format!("{}/{}{} {page}/{range}{most}", part + 1, parts.len(), open(*parts_open))
        })
        .collect();
    #[rustfmt::skip]
    let expected = [
        "1/5? 1/1 to 2", "1/5 2/2", // once the age is known, all five parts are
        "2/5 1/2", "2/5 2/2",
        "3/5 1/3 to 4", "3/5 2/3 to 4", "3/5 3/3", // the page about daily life falls away with a complete scale
        "4/5 1/5 to 14", "4/5 2/5 to 9", "4/5 3/5 to 9", "4/5 4/5 to 7", "4/5 5/5", // the details of what is not ticked fall away
        "5/5 1/1",
    ];
    assert_eq!(words, expected);
}

#[test]
fn progress_begins_again_where_the_visitor_went_back() {
    let mut visit = Visit::new();
    visit.run("start; choose age_band=age_25_64; continue; skip; skip; skip; continue; at other_treatment; back; back; at emergency");
    let Place::Page(page) = visit.session.place else { panic!("a page is shown") };
    let progress = visit.session.progress(&visit.questionnaire, &visit.settings, page);
    assert_eq!((progress.parts[progress.part].done, progress.page), (0, 1));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn progress_never_goes_back_on_continue(answers in people(), settings in clinics()) {
        let shown = shown(&mut Visit::of(settings), &answers);
        for pair in shown.windows(2) {
            let [(section, before), (next_section, after)] = pair else { unreachable!("windows of two") };
            prop_assert!((section, before.page) < (next_section, after.page), "{:?} then {:?}", before, after);
            for part in &before.parts {
                let then = after.parts.iter().find(|then| then.section == part.section);
                prop_assert!(then.is_none_or(|then| then.done >= part.done), "{:?} then {:?}", before, after);
            }
        }
    }

    #[test]
    fn a_page_is_one_of_its_part_and_a_part_one_of_the_parts(answers in people(), settings in clinics()) {
        for (section, progress) in shown(&mut Visit::of(settings), &answers) {
            let part = progress.parts.get(progress.part);
            prop_assert_eq!(part.map(|part| part.section), Some(section));
            prop_assert!(part.is_some_and(|part| (1..=part.pages).contains(&progress.page)), "{:?}", progress);
            prop_assert!(progress.parts.iter().all(|part| part.done <= 1000 && part.pages > 0));
        }
    }

    #[test]
    fn no_more_is_shown_than_was_promised_and_no_less_unless_it_said_up_to(answers in people(), settings in clinics()) {
        let mut visit = Visit::of(settings);
        let shown = shown(&mut visit, &answers);
        // A visit that ends in an alarm does not show the rest of what was promised.
        prop_assume!(visit.session.place == Place::Check);
        let pages = |section: usize| shown.iter().filter(|(other, _)| *other == section).count();
        let mut sections: Vec<_> = shown.iter().map(|(section, _)| *section).collect();
        sections.dedup();
        for (section, progress) in &shown {
            for part in &progress.parts {
                prop_assert!(pages(part.section) <= part.pages, "{:?}", progress);
            }
            prop_assert!(sections.len() <= progress.parts.len());
            prop_assert!(progress.least < progress.parts[progress.part].pages || pages(*section) == progress.parts[progress.part].pages, "{:?}", progress);
            prop_assert!(progress.parts_open || sections.len() == progress.parts.len(), "{:?}", progress);
        }
    }
}
