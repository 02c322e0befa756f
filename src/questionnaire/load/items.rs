//! Sections, pages, items and scores.

use super::names::{Declared, Loader};
use crate::questionnaire::file::{ItemFile, OptionFile, ScoreFile, ScreenFile, SpecialFile};
use crate::questionnaire::shape::List;
use crate::questionnaire::vocabulary::{ItemType, Word};
use crate::questionnaire::{
    AnswerOption, Band, Id, Item, ItemIndex, ItemKind, LinkId, MAX_OPTIONS, Method, Missing, OptionCode, Page,
    PageIndex, Score, Section,
};

impl Loader {
    /// Learns every item with its options, so that criteria can be read.
    pub fn declare_items(&mut self, screen: &ScreenFile) {
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
            Declared { kind: item.kind.text.clone(), options: Vec::new(), option_words: format!("items.{id}.options") };
        let choice = matches!(item.kind.known, Some(ItemType::Choice | ItemType::MultiChoice));
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
            declared.options = Self::options(options);
        } else if let Some(set) = &item.option_set {
            let found = screen.option_sets.iter().find(|known| known.id == *set);
            match found {
                Some(known) => {
                    declared.options = Self::options(&known.answer_options);
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
        for Word { text, known } in &item.specials {
            let Some(special) = known else { continue };
            match screen.specials.iter().find(|declared| declared.code.text == *text) {
                Some(&SpecialFile { exclusive, .. }) => {
                    let (code, special) = (OptionCode::new(text), Some(*special));
                    declared.options.push(AnswerOption { code, score: None, special, exclusive });
                }
                None => {
                    let found = format!("special '{text}'");
                    self.error("unknown-id", &format!("{pointer}/specials"), id, found, "a code of /specials");
                }
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

    fn options(list: &List<OptionFile>) -> Vec<AnswerOption> {
        let option = |option: &OptionFile| {
            let (code, score) = (OptionCode::new(&option.code), option.score.0);
            AnswerOption { code, score, special: None, exclusive: false }
        };
        list.iter().map(option).collect()
    }

    /// Reads sections, pages and items with their criteria.
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
        let kind = match (item.kind.known, limits) {
            (Some(ItemType::MultiChoice), _) => ItemKind::MultiChoice,
            (Some(ItemType::Integer), (Some(min), Some(max))) if min <= max => ItemKind::Integer { min, max },
            (Some(ItemType::Scale), (Some(min), Some(max))) if min < max => ItemKind::Scale { min, max },
            (Some(ItemType::Integer | ItemType::Scale), _) => {
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
        let method = score.method.known.unwrap_or(Method::Sum);
        let missing = score.missing.known.unwrap_or(Missing::None);
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
        let languages = score.languages.clone();
        Score { id: Id::new(id), method, items, missing, range: score.range, bands, sources, languages }
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
