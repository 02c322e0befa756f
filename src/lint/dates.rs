//! What has to be looked at again: sources and crisis numbers past their review, and what is marked to verify.

use jiff::ToSpan;
use jiff::civil::Date;

use super::catalog::DRAFT;
use super::subject::{FindingList, LoadedScreen};
use crate::questionnaire::file::{CrisisLineFile, CrisisRowFile};

/// How many months a review of the sources holds where the screen does not say so.
const REVIEWED_FOR: i32 = 12;

/// Looks at every date against today's.
pub fn check(subject: &LoadedScreen, today: Date, report: &mut FindingList) {
    let file = &subject.file;
    let mut dates = Dates { name: subject.name, today, report };
    let crisis = &file.crisis;
    dates.look("/crisis/reviewed", "crisis", "the crisis numbers", &crisis.reviewed, crisis.warn_after_months);
    for (place, row) in crisis.table.places() {
        for (at, line) in lines(place, row) {
            let Some(reviewed) = &line.reviewed else { continue };
            dates.look(&format!("{at}/reviewed"), &row.id, &line.name, reviewed, crisis.warn_after_months);
        }
    }
    let dated = dates.read("/date", "date", &file.date).is_some();
    // A screen that does not say when its sources were reviewed is as old as it is.
    let (at, reviewed, months) = match &file.review {
        Some(review) => ("/review/reviewed", &review.reviewed, review.warn_after_months),
        None => ("/date", &file.date, REVIEWED_FOR),
    };
    if file.sources.iter().any(|source| source.reviewed.is_none()) && (dated || file.review.is_some()) {
        dates.look(at, "sources", "the sources", reviewed, months);
    }
    for (place, source) in file.sources.places() {
        let Some(reviewed) = &source.reviewed else { continue };
        let at = format!("/sources/{place}/reviewed");
        dates.look(&at, &source.id, &format!("source '{}'", source.id), reviewed, months);
    }
    to_verify(subject, report);
    contacts(subject, report);
}

struct Dates<'a> {
    name: &'a str,
    today: Date,
    report: &'a mut FindingList,
}

impl Dates<'_> {
    fn read(&mut self, pointer: &str, id: &str, text: &str) -> Option<Date> {
        let date = text.parse::<Date>().ok();
        if date.is_none() {
            self.report.add("bad-date", self.name, (pointer, id), format!("'{text}'"), "a date such as 2026-11-21");
        }
        date.inspect(|date| {
            if *date > self.today {
                let expected = format!("a date up to today, {}", self.today);
                self.report.add(
                    "bad-date",
                    self.name,
                    (pointer, id),
                    format!("{date}, which is still to come"),
                    expected,
                );
            }
        })
    }

    fn look(&mut self, pointer: &str, id: &str, what: &str, reviewed: &str, months: i32) {
        let Some(date) = (if pointer == "/date" { reviewed.parse().ok() } else { self.read(pointer, id, reviewed) })
        else {
            return;
        };
        let due = date.saturating_add(i64::from(months.clamp(0, 1200)).months());
        if due < self.today {
            let found = format!("{what}, last reviewed {date}, due {due}");
            self.report.add(
                "review-due",
                self.name,
                (pointer, id),
                found,
                format!("a review in the last {months} months"),
            );
        }
    }
}

/// Names what is marked to verify: a note while the screen is a draft, a warning once it is none.
fn to_verify(subject: &LoadedScreen, report: &mut FindingList) {
    let file = &subject.file;
    let draft = file.status.as_deref().is_some_and(|status| status.starts_with("draft"));
    let before = report.findings.len();
    let expected = "the same words or numbers at their publisher, and no mark";
    let items = file.sections.iter().flat_map(|section| section.pages.iter()).flat_map(|page| page.items.iter());
    for (item, place) in items.zip(subject.questionnaire.item_indices()).filter(|(item, _)| item.verify) {
        let at = (subject.item(place), &*item.link_id);
        report.add("to-verify", subject.name, at, "wording that is marked to verify", expected);
    }
    for (place, source) in
        file.sources.places().filter(|(_, source)| source.checked.as_ref().is_some_and(|checked| checked.text == "gk"))
    {
        let (at, found) = (format!("/sources/{place}"), format!("'{}', from general knowledge alone", source.title));
        report.add("to-verify", subject.name, (&at, &source.id), found, "the source itself, read");
    }
    for (place, row) in file.crisis.table.places() {
        if let Some(confidence) = row.confidence.as_ref().filter(|confidence| confidence.text != "high") {
            let found = format!("numbers of {} confidence", confidence.text);
            report.add("to-verify", subject.name, (&format!("/crisis/table/{place}"), &row.id), found, expected);
        }
        for (at, line) in lines(place, row).into_iter().filter(|(_, line)| line.verify) {
            let found = format!("{}, which is marked to verify", line.name);
            report.add("to-verify", subject.name, (&at, &row.id), found, expected);
        }
    }
    for (file, words) in &subject.words {
        for (place, beginning) in words.list("needs_review").iter().enumerate() {
            let found = format!("texts of '{beginning}' that are still to be read");
            let expected = "a clinician who speaks the language has read them, and they are off this list";
            report.add("to-verify", file, (&format!("/needs_review/{place}"), beginning), found, expected);
        }
    }
    for finding in report.findings[before..].iter_mut().filter(|_| draft) {
        finding.severity = DRAFT;
    }
}

/// Names crisis lines that nobody can reach.
fn contacts(subject: &LoadedScreen, report: &mut FindingList) {
    for (place, row) in subject.file.crisis.table.places() {
        let at = format!("/crisis/table/{place}");
        if row.emergency.is_empty() && row.id != "other" {
            let expected = "at least one emergency number";
            report.add(
                "line-without-contact",
                subject.name,
                (&at, &row.id),
                "a country without emergency number",
                expected,
            );
        }
        for (at, line) in lines(place, row) {
            if line.call.is_empty() && line.text.is_empty() && line.chat.is_none() && line.link.is_none() {
                let found = format!("{} without any contact", line.name);
                report.add("line-without-contact", subject.name, (&at, &row.id), found, "call, text, chat or link");
            } else if line.press.is_some() && line.call.is_empty() {
                let found = format!("{} with a key to press and nothing to call", line.name);
                report.add("line-without-contact", subject.name, (&at, &row.id), found, "a number in call");
            }
        }
    }
}

/// Lists the crisis lines of a country in every language, each with its place.
fn lines(place: usize, row: &CrisisRowFile) -> Vec<(String, &CrisisLineFile)> {
    let at = format!("/crisis/table/{place}");
    let own = row.lines_in.0.iter().map(|(language, lines)| (format!("{at}/lines_in/{language}"), lines));
    let all = std::iter::once((format!("{at}/lines"), &row.lines)).chain(own);
    all.flat_map(|(at, lines)| lines.iter().enumerate().map(move |(number, line)| (format!("{at}/{number}"), line)))
        .collect()
}
