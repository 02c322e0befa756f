//! What is judged beside factors: conditions, indications, reasons, scales, crisis help; and the sources.

use std::collections::BTreeSet;

use super::Explained;
use crate::markdown::{Entry, plain, table};
use crate::questionnaire::decimal::decimal;
use crate::questionnaire::load::criterion_of;
use crate::questionnaire::vocabulary::{Checked, Vocabulary};
use crate::questionnaire::{Method, Missing, RouteSet};

impl Explained {
    /// Cites sources as visitors read them, each with what it supports.
    pub fn cited(&self, sources: &[usize]) -> Vec<Entry> {
        let titles = self.wording().sources(sources);
        let cite = |(place, title): (&usize, String)| {
            let id = &self.questionnaire.sources[*place].id;
            Entry::leaf(format!("[{}](#sources) (`{id}`)", plain(&title)))
        };
        sources.iter().zip(titles).map(cite).collect()
    }

    /// What stands above the sources of something: a source may change after this day.
    pub fn sources_as_of(&self) -> String {
        format!("Sources, as of {}:", self.questionnaire.date)
    }

    fn named(&self, routes: RouteSet) -> String {
        if routes.is_empty() { "none".into() } else { plain(&self.wording().routes(routes)) }
    }
}

fn section(title: &str, lead: &str, entries: Vec<String>) -> String {
    if entries.is_empty() { String::new() } else { format!("\n## {title}\n\n{lead}{}", entries.concat()) }
}

fn write(entries: &[Entry]) -> String {
    entries.iter().map(|entry| entry.write(0)).collect()
}

/// What help is sought for.
pub fn conditions(explained: &Explained, used: &mut BTreeSet<usize>) -> String {
    let wording = explained.wording();
    let mut entries = Vec::new();
    for condition in &explained.questionnaire.conditions {
        let path = format!("conditions.{}", condition.id);
        let list = [
            explained.entry("Chosen if: ", &condition.chosen_when, used),
            Entry::leaf(format!("Evidence: {}", plain(&wording.text(&format!("tiers.{}", condition.tier))))),
            Entry::leaf(format!("What is known: {}", plain(&wording.text(&format!("{path}.evidence"))))),
            Entry::leaf(format!("Routes judged for it: {}", explained.named(condition.routes))),
            Entry { line: explained.sources_as_of(), below: explained.cited(&condition.sources) },
        ];
        entries.push(format!("\n### {}\n\n{}", plain(&wording.text(&format!("{path}.label"))), write(&list)));
    }
    section("What help is sought for", "Each decides which routes are judged.\n", entries)
}

/// When a route may be worth asking about.
pub fn indications(explained: &Explained, used: &mut BTreeSet<usize>) -> String {
    let wording = explained.wording();
    let mut entries = Vec::new();
    let files = explained.file.indications.iter();
    for (indication, file) in explained.questionnaire.indications.iter().zip(files) {
        let condition = &explained.questionnaire.conditions[indication.condition];
        let unclear = criterion_of(&explained.file, &file.unclear_when);
        let list = [
            Entry::leaf(format!("For: {}", plain(&wording.text(&format!("conditions.{}.label", condition.id))))),
            explained.entry("Met if: ", explained.opened(&indication.met_when), used),
            explained.entry("Open if: ", explained.opened(&unclear), used),
            Entry::leaf(format!("Routes it speaks for: {}", explained.named(indication.routes))),
            Entry::leaf(format!(
                "What the visitor reads: {}",
                plain(&wording.text(&format!("indications.{}", indication.id)))
            )),
            Entry { line: explained.sources_as_of(), below: explained.cited(&condition.sources) },
        ];
        entries.push(format!("\n### `{}`\n\n{}", indication.id, write(&list)));
    }
    let lead = "A route is a possible fit only if an indication that speaks for it is met: usual treatments came first, and symptoms \
                remain.\nOne that is open may be met, for all that is known; factors ask for it.\n";
    section("Indications", lead, entries)
}

/// Why other care may come first.
pub fn other_reasons(explained: &Explained, used: &mut BTreeSet<usize>) -> String {
    let wording = explained.wording();
    let mut entries = Vec::new();
    for reason in &explained.questionnaire.other_reasons {
        let mut entry = explained.entry("Shown if: ", &reason.when, used);
        let only = match (reason.no_relevant_route, reason.only_if_no_other) {
            (true, _) => " (only if no offered route is used for what was chosen)",
            (_, true) => " (only if no other reason is shown)",
            _ => "",
        };
        entry.line += only;
        let text = plain(&wording.text(&format!("other_options_reasons.{}", reason.id)));
        entries.push(Entry { line: format!("`{}`: {text}", reason.id), below: vec![entry] }.write(0));
    }
    let lead = "Shown where the result is `other_options_first`.\n\n";
    section("Reasons why other care may come first", lead, entries)
}

/// Published scales and their scoring.
pub fn scores(explained: &Explained, _: &mut BTreeSet<usize>) -> String {
    let mut entries = Vec::new();
    for (score, place) in explained.questionnaire.scores.iter().zip(0_u16..) {
        let method = match score.method {
            Method::Sum => "the values of the answers added up",
            Method::Mean => "their average",
            Method::Count => "how many of them are above 0",
        };
        let missing = match score.missing {
            Missing::None => "there is no score",
            Missing::CountAsZero => "the rows that are answered count",
        };
        let bands = score.bands.iter().enumerate().map(|(band, limits)| {
            let label = explained.words.text(&format!("scores.{}.bands.{band}", score.id));
            let between = if limits.open { "to below" } else { "to" };
            Entry::leaf(format!("{} {between} {}: {}", decimal(limits.from, 2), decimal(limits.to, 2), plain(&label)))
        });
        let items = score.items.iter().map(|item| {
            let own = explained.questionnaire[*item].options.iter().enumerate();
            let scored = own.filter_map(|(place, option)| Some((place, option.score?)));
            let wording = explained.wording();
            let scored = scored.map(|(place, score)| format!("{} {score}", plain(&wording.option(*item, place).0)));
            let scored: Vec<_> = scored.collect();
            let values = if scored.is_empty() { String::new() } else { format!(" ({})", scored.join(", ")) };
            Entry::leaf(format!("{}{values}", explained.question(*item)))
        });
        let list = [
            Entry::leaf(format!("Score: {method}, from {} to {}", score.range[0], score.range[1])),
            Entry::leaf(format!("If a row that is asked is blank: {missing}")),
            Entry { line: "Bands:".into(), below: bands.collect() },
            Entry { line: "Rows:".into(), below: items.collect() },
            Entry { line: explained.sources_as_of(), below: explained.cited(&score.sources) },
        ];
        let title = explained.scale(crate::questionnaire::ScoreIndex(place));
        entries.push(format!("\n### {title}\n\n{}", write(&list)));
    }
    section("Published scales", "Their wording, options and scoring are their publishers'.\n", entries)
}

/// When crisis help is shown.
pub fn crisis(explained: &Explained, used: &mut BTreeSet<usize>) -> String {
    let crisis = &explained.questionnaire.crisis;
    let title = explained.words.text(&format!("pages.{}.title", explained.questionnaire[crisis.pause_after].id));
    let mut list = vec![Entry::leaf("An urgent factor puts crisis help in the place of everything else, at once.")];
    let parts = [
        (format!("A pause follows the page \"{}\" if: ", plain(&title)), &crisis.pause_when),
        ("Its words are those for thoughts that were told if: ".to_owned(), &crisis.pause_spoken_when),
        ("The result begins with crisis help if: ".to_owned(), &crisis.banner_when),
    ];
    let parts = parts.iter().filter(|(_, when)| !when.is_never());
    list.extend(parts.map(|(text, when)| explained.entry(text, when, used)));
    list.push(Entry::leaf(format!(
        "The numbers were last looked at on {}; a look is due every {} months",
        explained.file.crisis.reviewed, explained.file.crisis.warn_after_months
    )));
    section("Crisis help", "", vec![write(&list)])
}

/// Every source, with what it supports and how far it has been read.
pub fn sources(explained: &Explained) -> String {
    let meaning = |checked: Checked| {
        let words = Checked::WORDS.iter().zip(Checked::MEANINGS);
        words.into_iter().find(|((_, known), _)| *known == checked).map_or("", |(_, meaning)| meaning.trim())
    };
    let rows = explained.file.sources.iter().zip(0..).map(|(source, place)| {
        let title = explained.wording().sources(&[place]).concat();
        let read = source.checked.as_ref().and_then(|checked| checked.known).map(meaning).unwrap_or_default();
        vec![format!("`{}`", source.id), plain(&title), plain(&source.supports), read.to_owned()]
    });
    format!(
        "\n## Sources\n\nAs of {}.\n\n{}",
        explained.questionnaire.date,
        table(&["source", "title and year", "what it supports", "how far it was read"], rows)
    )
}
