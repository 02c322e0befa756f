//! Sections, pages and items that no visit shows, and conditions that keep nothing back.

use super::described::described;
use super::reason::Reasoner;
use super::subject::{FindingList, LoadedScreen};
use crate::questionnaire::Criterion;

/// Looks at sections, then at pages, then at items; what is in something that is never shown is not named again.
pub fn check(subject: &LoadedScreen, reasoner: &Reasoner, report: &mut FindingList) {
    let questionnaire = &subject.questionnaire;
    let mut look = |pointer: &str, id: &str, what: &str, outer: &[&Criterion], own: &Criterion| {
        let outside = || outer.iter().copied();
        if !reasoner.can(outside(), []) {
            return;
        }
        if !reasoner.can(outside().chain([own]), []) {
            let found = format!("{what} shown only if {}", described(subject, own));
            report.add("never-asked", subject.name, (pointer, id), found, "a condition that some visit fulfils");
        } else if *own != Criterion::Always
            && !outer.is_empty()
            && !reasoner.can(outside(), [own])
            && reasoner.can([], [own])
        {
            let found = format!("{}, which holds whenever what is around it is shown", described(subject, own));
            let at = format!("{pointer}/enable_when");
            report.add("always-holds", subject.name, (&at, id), found, "a condition that some answers fail, or none");
        }
    };
    for (place, section) in questionnaire.sections.iter().enumerate() {
        look(&format!("/sections/{place}"), section.id.as_str(), "a section", &[], &section.enable_when);
    }
    for (place, page) in questionnaire.pages.iter().enumerate() {
        let section = &questionnaire.sections[page.section].enable_when;
        look(subject.page(place), page.id.as_str(), "a page", &[section], &page.enable_when);
    }
    for item in questionnaire.item_indices() {
        let page = &questionnaire[questionnaire[item].page];
        let outer = [&questionnaire.sections[page.section].enable_when, &page.enable_when];
        look(subject.item(item), subject.link_id(item), "an item", &outer, &questionnaire[item].enable_when);
    }
}
