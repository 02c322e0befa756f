//! A score beside the instrument it declares: first the scoring, then the wording of every language.

use super::library::{Instrument, Row, ScaleWording};
use crate::lint::subject::{FindingList, LoadedScreen, pointer};
use crate::questionnaire::{Item, ItemKind, Words};
use crate::settings::switchable_scales;

/// Compares a score with the instrument it declares.
pub fn check(subject: &LoadedScreen, place: usize, instrument: &Instrument, report: &mut FindingList) {
    let mut compare = Compare { subject, place, instrument, report };
    compare.scoring();
    let rows = compare.rows();
    let score = &subject.questionnaire.scores[place];
    let switchable = switchable_scales(&subject.questionnaire).iter().any(|scale| scale.get() == place);
    for (file, words) in &subject.words {
        // A scale that is asked whatever is set is asked in every language.
        if switchable && !score.is_asked_in(&words.language()) {
            continue;
        }
        match instrument.wording.get(&words.language()) {
            Some(wording) if rows => compare.wording(file, words, wording),
            Some(_) => {}
            None => {
                let found = format!("{} in '{}'", instrument.title, words.language());
                let known: Vec<_> = instrument.wording.keys().map(String::as_str).collect();
                let expected = format!("official wording that is known here: {}", known.join(", "));
                compare.report.add("instrument-language", file, ("/language", &instrument.id), found, expected);
            }
        }
    }
}

struct Compare<'a, 'b> {
    subject: &'a LoadedScreen<'a>,
    place: usize,
    instrument: &'a Instrument,
    report: &'b mut FindingList,
}

impl<'a> Compare<'a, '_> {
    fn scoring(&mut self) {
        let subject = self.subject;
        let Some((_, score)) = subject.file.scores.places().find(|(place, _)| *place == self.place) else { return };
        let instrument = self.instrument;
        self.same("method", &score.method.text, &instrument.method);
        if !instrument.missing.contains(&score.missing.text) {
            self.same("missing", &score.missing.text, &instrument.missing.join(" or "));
        }
        let shown = |range: &[i32; 2]| format!("{} to {}", range[0], range[1]);
        self.same("range", &shown(&score.range), &shown(&instrument.range));
        if let Some(bands) = &instrument.bands {
            let shown = |bands: &[f64]| bands.iter().map(f64::to_string).collect::<Vec<_>>().join(", ");
            let own: Vec<f64> = score.bands.iter().map(|band| band.from).collect();
            self.same("bands", &format!("bands from {}", shown(&own)), &format!("bands from {}", shown(bands)));
        }
    }

    /// Compares the rows and their values; tells whether there are as many as there should be.
    fn rows(&mut self) -> bool {
        let (subject, instrument) = (self.subject, self.instrument);
        let items = self.items();
        if items.len() != instrument.rows.len() {
            self.same("items", &format!("{} rows", items.len()), &format!("{} rows", instrument.rows.len()));
            return false;
        }
        for (item, row) in items.iter().zip(&instrument.rows) {
            let own: Vec<_> = item.options.iter().map(|option| option.score).collect();
            let found = match item.kind {
                ItemKind::Scale { min, max } | ItemKind::Integer { min, max } => format!("{min} to {max}"),
                ItemKind::Choice => shown_scores(&own),
                ItemKind::MultiChoice => "a tick list".to_owned(),
            };
            let expected = match row {
                Row::Numbers { from, to } => format!("{from} to {to}"),
                Row::Options { scores } => shown_scores(scores),
            };
            if found != expected {
                let place = subject.questionnaire.item(item.link_id.as_str());
                let at = place.map(|place| subject.item(place)).unwrap_or_default();
                let at = (at, item.link_id.as_str());
                let (found, expected) =
                    (format!("answers worth {found}"), self.expected(&format!("answers worth {expected}")));
                self.report.add("instrument-differs", subject.name, at, found, expected);
            }
        }
        true
    }

    fn wording(&mut self, file: &str, words: &Words, wording: &ScaleWording) {
        let items = self.items();
        let pages: Vec<_> = items.iter().map(|item| &self.subject.questionnaire[item.page].id).collect();
        if let (Some(stem), Some(page)) = (&wording.stem, pages.first()) {
            self.text(file, words, &format!("pages.{page}.intro"), stem);
        }
        if let (Some(page), Some(item)) = (pages.first(), items.first()) {
            self.credit(file, words, &format!("pages.{page}.attribution"), item, wording);
        }
        for (item, row) in items.iter().zip(&wording.rows) {
            let path = format!("items.{}", item.link_id);
            self.text(file, words, &format!("{path}.text"), &row.text);
            if let Some(stem) = &row.stem {
                self.text(file, words, &format!("{path}.stem"), stem);
            }
            if let Some([low, high]) = &row.ends {
                self.text(file, words, &format!("{path}.min_label"), low);
                self.text(file, words, &format!("{path}.max_label"), high);
            }
            let options = row.options.as_ref().or(wording.options.as_ref());
            for (option, text) in item.options.iter().zip(options.into_iter().flatten()) {
                let path = format!("{}.{}", item.option_words, option.code);
                let path = if words.get(&path).is_some() { path } else { format!("{path}.text") };
                self.text(file, words, &path, text);
            }
        }
    }

    /// Names a credit line that leaves someone out.
    fn credit(&mut self, file: &str, words: &Words, path: &str, item: &Item, wording: &ScaleWording) {
        let of_item = words.get(&format!("items.{}.attribution", item.link_id));
        let line = words.get(path).or(of_item).unwrap_or_default();
        let lacking: Vec<_> = wording.credit.iter().filter(|name| !line.contains(name.as_str())).cloned().collect();
        if !lacking.is_empty() {
            let expected = self.expected(&format!("a credit line that names {}", wording.credit.join(", ")));
            let found = format!("a credit line without {}", lacking.join(", "));
            self.report.add("instrument-differs", file, (&pointer(path), path), found, expected);
        }
    }

    fn text(&mut self, file: &str, words: &Words, path: &str, official: &str) {
        let own = words.get(path).unwrap_or_default();
        if *own != *official {
            let found = if own.is_empty() { "no text".to_owned() } else { format!("'{own}'") };
            let expected = self.expected(&format!("'{official}'"));
            self.report.add("instrument-differs", file, (&pointer(path), path), found, expected);
        }
    }

    fn items(&self) -> Vec<&'a Item> {
        let questionnaire = &self.subject.questionnaire;
        questionnaire.scores[self.place].items.iter().map(|item| &questionnaire[*item]).collect()
    }

    fn same(&mut self, key: &str, found: &str, expected: &str) {
        if found != expected {
            let at = format!("/scores/{}/{key}", self.place);
            let id = self.subject.questionnaire.scores[self.place].id.as_str();
            let expected = self.expected(expected);
            self.report.add("instrument-differs", self.subject.name, (&at, id), found, expected);
        }
    }

    fn expected(&self, what: &str) -> String {
        format!("{what}, as in {}", self.instrument.title)
    }
}

fn shown_scores(scores: &[Option<i32>]) -> String {
    let shown = |score: &Option<i32>| score.map_or_else(|| "nothing".to_owned(), |score| score.to_string());
    scores.iter().map(shown).collect::<Vec<_>>().join(", ")
}
