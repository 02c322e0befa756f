//! Sections, pages, items and scores.

use serde_json::Value;

use super::names::{Declared, ITEM_TYPES, Loader};
use crate::questionnaire::file::{ItemFile, OptionFile, ScoreFile, ScreenFile};
use crate::questionnaire::shape::List;
use crate::questionnaire::shown::shown;
use crate::questionnaire::{
    AnswerOption, Band, Id, Item, ItemIndex, ItemKind, LinkId, MAX_OPTIONS, Method, Missing, OptionCode, Page,
    PageIndex, Score, Section, Special,
};

/// The special answers the engine knows, by code.
const SPECIALS: [(&str, Special); 4] = [
    ("none", Special::None),
    ("not_sure", Special::NotSure),
    ("rather_not_say", Special::RatherNotSay),
    ("any_of_them", Special::AnyOfThem),
];

impl Loader {
    /// Learns every item with its options, so that conditions can be read.
    pub fn declare_items(&mut self, screen: &ScreenFile) {
        for (place, special) in screen.specials.places() {
            if !SPECIALS.iter().any(|(code, _)| *code == special.code) {
                let expected = "none, not_sure, rather_not_say or any_of_them";
                self.error(
                    "unknown-id",
                    &format!("/specials/{place}"),
                    &special.code,
                    format!("special '{}'", special.code),
                    expected,
                );
            }
        }
        let mut pointers = Vec::new();
        for (s, section) in screen.sections.places() {
            for (p, page) in section.pages.places() {
                self.page_ids.push(page.id.clone());
                for (i, item) in page.items.places() {
                    self.item_ids.push(item.link_id.clone());
                    pointers.push((format!("/sections/{s}/pages/{p}/items/{i}"), item));
                }
            }
        }
        self.unique("/sections/*/pages", &self.page_ids.clone());
        self.unique("/sections/*/pages/*/items", &self.item_ids.clone());
        for (pointer, item) in &pointers {
            let declared = self.declare(screen, item, pointer);
            self.declared.push(declared);
        }
    }

    fn declare(&mut self, screen: &ScreenFile, item: &ItemFile, pointer: &str) -> Declared {
        let id = item.link_id.as_str();
        let mut declared =
            Declared { kind: item.kind.clone(), options: Vec::new(), option_words: format!("items.{id}.options") };
        if !ITEM_TYPES.contains(&item.kind.as_str()) {
            self.error(
                "unknown-type",
                pointer,
                id,
                format!("type '{}'", item.kind),
                format!("one of {}", ITEM_TYPES.join(", ")),
            );
        }
        let choice = matches!(item.kind.as_str(), "choice" | "multi_choice");
        let given = usize::from(item.answer_options.is_some())
            + usize::from(item.option_set.is_some())
            + usize::from(item.copy_options.is_some());
        if given != usize::from(choice) {
            let expected = if choice {
                "one of answer_options, option_set and copy_options"
            } else {
                "no options: the answer is a number"
            };
            self.error("wrong-options", pointer, id, format!("{given} lists of options"), expected);
        }
        if let Some(options) = &item.answer_options {
            declared.options = self.options(options, &format!("{pointer}/answer_options"), id);
        } else if let Some(set) = &item.option_set {
            let found = screen.option_sets.iter().position(|known| known.id == *set);
            match found.and_then(|place| screen.option_sets.iter().nth(place).map(|set| (place, set))) {
                Some((place, known)) => {
                    declared.options =
                        self.options(&known.answer_options, &format!("/option_sets/{place}/answer_options"), id);
                    declared.option_words = format!("option_sets.{set}");
                }
                None => self.error(
                    "unknown-id",
                    &format!("{pointer}/option_set"),
                    id,
                    format!("option set '{set}'"),
                    "an id of /option_sets",
                ),
            }
        } else if let Some(copy) = &item.copy_options {
            self.copy(copy.from.as_str(), &copy.only, pointer, id, &mut declared);
        }
        for code in &item.specials {
            let special = SPECIALS.iter().find(|(known, _)| known == code).map(|(_, special)| *special);
            let exclusive = screen.specials.iter().find(|known| known.code == *code).map(|known| known.exclusive);
            match (special, exclusive) {
                (Some(special), Some(exclusive)) => declared.options.push(AnswerOption {
                    code: OptionCode::new(code),
                    score: None,
                    special: Some(special),
                    exclusive,
                }),
                _ => self.error(
                    "unknown-id",
                    &format!("{pointer}/specials"),
                    id,
                    format!("special '{code}'"),
                    "a code of /specials",
                ),
            }
        }
        let codes: Vec<String> = declared.options.iter().map(|option| option.code.as_str().to_owned()).collect();
        self.unique(&format!("{pointer}/answer_options"), &codes);
        self.at_most(&format!("{pointer}/answer_options"), codes.len(), MAX_OPTIONS);
        declared.options.truncate(MAX_OPTIONS);
        declared
    }

    fn copy(&mut self, from: &str, only: &[String], pointer: &str, id: &str, declared: &mut Declared) {
        let here = format!("{pointer}/copy_options");
        let Some(source) = self.item_ids.iter().take(self.declared.len()).position(|known| known == from) else {
            self.error("unknown-id", &here, id, format!("item '{from}'"), "an item further up");
            return;
        };
        let source = self.declared[source].clone();
        for code in only {
            match source.options.iter().find(|option| option.code.as_str() == code) {
                Some(option) => declared.options.push(option.clone()),
                None => self.error(
                    "unknown-option",
                    &here,
                    id,
                    format!("option '{code}' of item '{from}'"),
                    "one of its options",
                ),
            }
        }
        declared.option_words = source.option_words;
    }

    fn options(&mut self, list: &List<OptionFile>, pointer: &str, of: &str) -> Vec<AnswerOption> {
        let mut options = Vec::new();
        for (place, option) in list.places() {
            let score = option.score.as_ref().and_then(Value::as_i64).and_then(|score| i32::try_from(score).ok());
            if let (Some(value), None) = (&option.score, score) {
                let pointer = format!("{pointer}/{place}/score");
                self.error(
                    "score-not-a-number",
                    &pointer,
                    of,
                    format!("score {} of option '{}'", shown(value), option.code),
                    "a whole number",
                );
            }
            options.push(AnswerOption { code: OptionCode::new(&option.code), score, special: None, exclusive: false });
        }
        options
    }

    /// Reads sections, pages and items with their conditions.
    pub fn structure(&mut self, screen: &ScreenFile) -> (Vec<Section>, Vec<Page>, Vec<Item>) {
        let (mut sections, mut pages, mut items) = (Vec::new(), Vec::<Page>::new(), Vec::<Item>::new());
        for (s, (place, section)) in screen.sections.places().enumerate() {
            let at_section = format!("/sections/{place}");
            let first_page = pages.len();
            let enable_when = self.optional_criterion(section.enable_when.as_ref(), &at_section, &section.id);
            for (place, page) in section.pages.places() {
                let at_page = format!("{at_section}/pages/{place}");
                let first_item = items.len();
                let enable_when = self.optional_criterion(page.enable_when.as_ref(), &at_page, &page.id);
                for (place, item) in page.items.places() {
                    let read = self.item_at(item, &format!("{at_page}/items/{place}"), items.len(), pages.len());
                    items.push(read);
                }
                if items.len() == first_item {
                    self.error("empty", &at_page, &page.id, "a page without items", "at least one item");
                }
                let id = Id::new(&page.id);
                pages.push(Page {
                    id,
                    items: first_item..items.len(),
                    enable_when,
                    scale_page: page.scale_page,
                    section: s,
                });
            }
            sections.push(Section { id: Id::new(&section.id), pages: first_page..pages.len(), enable_when });
        }
        (sections, pages, items)
    }

    fn item_at(&mut self, item: &ItemFile, pointer: &str, place: usize, page: usize) -> Item {
        let id = item.link_id.as_str();
        let enable_when = self.optional_criterion(item.enable_when.as_ref(), pointer, id);
        let declared = self.declared[place].clone();
        let limits = (item.min, item.max);
        let kind = match (item.kind.as_str(), limits) {
            ("multi_choice", _) => ItemKind::MultiChoice,
            ("integer", (Some(min), Some(max))) if min <= max => ItemKind::Integer { min, max },
            ("scale", (Some(min), Some(max))) if min < max => ItemKind::Scale { min, max },
            ("integer" | "scale", _) => {
                self.error(
                    "wrong-limits",
                    pointer,
                    id,
                    format!("{}, {}", limit("min", item.min), limit("max", item.max)),
                    "min below max",
                );
                ItemKind::Choice
            }
            _ => ItemKind::Choice,
        };
        Item {
            link_id: LinkId::new(id),
            kind,
            safety: item.safety,
            optional: item.optional,
            enable_when,
            options: declared.options,
            option_words: declared.option_words,
            page: PageIndex::at(page),
        }
    }

    /// Reads the scores.
    pub fn scores(&mut self, screen: &ScreenFile) -> Vec<Score> {
        let scores = screen.scores.places();
        scores.into_iter().map(|(place, score)| self.score_at(score, &format!("/scores/{place}"))).collect()
    }

    fn score_at(&mut self, score: &ScoreFile, pointer: &str) -> Score {
        let id = score.id.as_str();
        let method = match score.method.as_str() {
            "sum" => Method::Sum,
            "mean" => Method::Mean,
            "count" => Method::Count,
            other => {
                self.error(
                    "unknown-method",
                    &format!("{pointer}/method"),
                    id,
                    format!("'{other}'"),
                    "sum, mean or count",
                );
                Method::Sum
            }
        };
        let missing = match score.missing.as_str() {
            "none" => Missing::None,
            "count_as_zero" => Missing::CountAsZero,
            other => {
                self.error(
                    "unknown-method",
                    &format!("{pointer}/missing"),
                    id,
                    format!("'{other}'"),
                    "none or count_as_zero",
                );
                Missing::None
            }
        };
        let items: Vec<ItemIndex> =
            score.items.iter().filter_map(|item| self.item(&format!("{pointer}/items"), id, item)).collect();
        for item in &items {
            self.numeric(*item, method, pointer, id);
        }
        if items.is_empty() {
            self.error("empty", &format!("{pointer}/items"), id, "a score over no items", "at least one item");
        }
        let bands = self.bands(score, pointer);
        let sources = self.some_sources("score", pointer, id, &score.sources);
        Score { id: Id::new(id), method, items, missing, range: score.range, bands, sources }
    }

    /// Notes an item whose answers have no numbers to add up.
    fn numeric(&mut self, item: ItemIndex, method: Method, pointer: &str, id: &str) {
        let declared = &self.declared[item.get()];
        let own: Vec<_> = declared.options.iter().filter(|option| option.special.is_none()).collect();
        let scored = own.iter().filter(|option| option.score.is_some()).count();
        let name = self.item_ids[item.get()].clone();
        let found = match declared.kind.as_str() {
            "multi_choice" => format!("'{name}', a tick list"),
            "choice" if scored > 0 && scored < own.len() => {
                format!("'{name}', where {scored} of {} options have a score", own.len())
            }
            // A count may hold a gate: a question that only opens the rows and counts nothing itself.
            "choice" if scored == 0 && method != Method::Count => format!("'{name}', whose options have no score"),
            _ => return,
        };
        self.error(
            "score-not-numeric",
            &format!("{pointer}/items"),
            id,
            found,
            "items whose options all have a score, or numbers",
        );
    }

    fn bands(&mut self, score: &ScoreFile, pointer: &str) -> Vec<Band> {
        let mut bands = Vec::new();
        for (place, band) in score.bands.iter().enumerate() {
            let pointer = format!("{pointer}/bands/{place}");
            match (band.to, band.below) {
                (Some(to), None) => bands.push(Band { from: band.from, to, open: false }),
                (None, Some(to)) => bands.push(Band { from: band.from, to, open: true }),
                _ => self.error("wrong-bands", &pointer, &score.id, "a band without one end", "either to or below"),
            }
        }
        let low = bands.first().map(|band| band.from);
        let high = bands.last().map(|band| band.to);
        if low != Some(f64::from(score.range[0])) || high != Some(f64::from(score.range[1])) {
            let expected = format!("bands from {} to {}", score.range[0], score.range[1]);
            self.error(
                "wrong-bands",
                &format!("{pointer}/bands"),
                &score.id,
                match (low, high) {
                    (Some(low), Some(high)) => format!("bands from {low} to {high}"),
                    _ => "no bands".to_owned(),
                },
                expected,
            );
        }
        bands
    }
}

/// Shows a limit, or its lack.
fn limit(name: &str, limit: Option<i32>) -> String {
    limit.map_or_else(|| format!("no {name}"), |limit| format!("{name} {limit}"))
}
