//! What the file declares, so that the rest of it can be looked up; and where findings gather.

use std::collections::BTreeMap;

use crate::questionnaire::file::ScreenFile;
use crate::questionnaire::shape::{Entry, List};
use crate::questionnaire::vocabulary::Word;
use crate::questionnaire::{
    AnswerOption, BlockId, Criterion, FactorIndex, Finding, ItemIndex, MAX_ROUTES, PageIndex, RouteIndex, RouteSet,
    ScoreIndex,
};

/// What is known of an item before criteria are read.
#[derive(Debug, Clone, Default)]
pub struct Declared {
    /// As the file writes it.
    pub kind: String,
    /// Its choices, special ones last.
    pub options: Vec<AnswerOption>,
    /// Where the words of its options are.
    pub option_words: String,
}

/// Reads one file; nothing it does can stop it from finding the next problem.
pub struct Loader {
    file: String,
    /// What was found so far.
    pub findings: Vec<Finding>,
    /// Ids of items, in order.
    pub item_ids: Vec<String>,
    /// What is known of each item.
    pub declared: Vec<Declared>,
    /// Ids of pages, in order.
    pub page_ids: Vec<String>,
    /// Ids of scores, in order.
    pub score_ids: Vec<String>,
    /// Ids of routes, in order.
    pub route_ids: Vec<String>,
    /// Ids of factors, in order.
    pub factor_ids: Vec<String>,
    /// Ids of definitions, in order.
    pub def_ids: Vec<String>,
    /// Ids of conditions, in order.
    pub condition_ids: Vec<String>,
    /// Ids of sources, in order.
    pub source_ids: Vec<String>,
    /// Ids of rows of the crisis table, in order.
    pub crisis_ids: Vec<String>,
    /// Ids of blocks, in order.
    pub block_ids: Vec<String>,
    /// Criteria that were read, each with its place and the id it belongs to.
    pub criteria: Vec<(Criterion, String, String)>,
}

/// Takes the ids of a list, those of entries that cannot be read included.
fn ids<T>(list: &List<T>, id: fn(&T) -> &str) -> Vec<String> {
    let id = |entry: &Entry<T>| match entry {
        Entry::Read(read) => id(read).to_owned(),
        Entry::Bad(id) => id.clone(),
    };
    list.0.iter().map(id).collect()
}

impl Loader {
    /// Collects what the file declares.
    pub fn new(file: &str, findings: Vec<Finding>, screen: &ScreenFile) -> Self {
        let mut loader = Self {
            file: file.to_owned(),
            findings,
            item_ids: Vec::new(),
            declared: Vec::new(),
            page_ids: Vec::new(),
            score_ids: ids(&screen.scores, |score| &score.id),
            route_ids: ids(&screen.routes, |route| &route.id),
            factor_ids: ids(&screen.factors, |factor| &factor.id),
            def_ids: ids(&screen.defs, |def| &def.id),
            condition_ids: ids(&screen.conditions, |condition| &condition.id),
            source_ids: ids(&screen.sources, |source| &source.id),
            crisis_ids: ids(&screen.crisis.table, |row| &row.id),
            block_ids: ids(&screen.blocks, |block| &block.id.text),
            criteria: Vec::new(),
        };
        loader.unique("/defs", &loader.def_ids.clone());
        loader.unique("/scores", &loader.score_ids.clone());
        loader.unique("/routes", &loader.route_ids.clone());
        loader.unique("/factors", &loader.factor_ids.clone());
        loader.unique("/conditions", &loader.condition_ids.clone());
        loader.unique("/sources", &loader.source_ids.clone());
        loader.unique("/crisis/table", &loader.crisis_ids.clone());
        loader.unique("/blocks", &loader.block_ids.clone());
        loader.unique("/sections", &ids(&screen.sections, |section| &section.id));
        loader.unique("/indications", &ids(&screen.indications, |indication| &indication.id));
        loader.unique("/regions", &ids(&screen.regions, |region| &region.id));
        loader.unique("/other_options_reasons", &ids(&screen.other_options_reasons, |reason| &reason.id));
        loader.unique("/option_sets", &ids(&screen.option_sets, |set| &set.id));
        loader.at_most("/routes", loader.route_ids.len(), MAX_ROUTES);
        loader.declare_items(screen);
        loader
    }

    /// Notes a problem.
    pub fn error(
        &mut self,
        code: &'static str,
        pointer: &str,
        id: &str,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.findings.push(Finding::error(code, &self.file, (pointer, id), found, expected));
    }

    /// Notes ids that stand in a list more than once.
    pub fn unique(&mut self, pointer: &str, ids: &[String]) {
        let mut first = BTreeMap::new();
        for (place, id) in ids.iter().enumerate() {
            if let Some(before) = first.insert(id, place) {
                let found = format!("'{id}' again, first used at {pointer}/{before}");
                self.error("duplicate-id", &format!("{pointer}/{place}"), id, found, "an id that is used once");
            }
        }
    }

    /// Notes a list that is too long.
    pub fn at_most(&mut self, pointer: &str, found: usize, limit: usize) {
        if found > limit {
            self.error("too-many", pointer, "", format!("{found} entries"), format!("at most {limit}"));
        }
    }

    /// Looks an id up, noting one that is not there.
    fn look_up(
        &mut self,
        known: fn(&Self) -> &[String],
        what: &str,
        pointer: &str,
        of: &str,
        id: &str,
    ) -> Option<usize> {
        let place = known(self).iter().position(|name| name == id);
        if place.is_none() {
            let expected = expected_id(what, known(self), id);
            self.error("unknown-id", pointer, of, format!("{what} '{id}'"), expected);
        }
        place
    }

    /// Looks an item up.
    pub fn item(&mut self, pointer: &str, of: &str, id: &str) -> Option<ItemIndex> {
        self.look_up(|loader| &loader.item_ids, "item", pointer, of, id).map(ItemIndex::at)
    }

    /// Looks a page up.
    pub fn page(&mut self, pointer: &str, of: &str, id: &str) -> Option<PageIndex> {
        self.look_up(|loader| &loader.page_ids, "page", pointer, of, id).map(PageIndex::at)
    }

    /// Looks a score up.
    pub fn score(&mut self, pointer: &str, of: &str, id: &str) -> Option<ScoreIndex> {
        self.look_up(|loader| &loader.score_ids, "score", pointer, of, id).map(ScoreIndex::at)
    }

    /// Looks a factor up.
    pub fn factor(&mut self, pointer: &str, of: &str, id: &str) -> Option<FactorIndex> {
        self.look_up(|loader| &loader.factor_ids, "factor", pointer, of, id).map(FactorIndex::at)
    }

    /// Looks factors up.
    pub fn factors(&mut self, pointer: &str, of: &str, ids: &[String]) -> Vec<FactorIndex> {
        ids.iter().filter_map(|id| self.factor(pointer, of, id)).collect()
    }

    /// Looks a condition up.
    pub fn condition(&mut self, pointer: &str, of: &str, id: &str) -> Option<usize> {
        self.look_up(|loader| &loader.condition_ids, "condition", pointer, of, id)
    }

    /// Looks a row of the crisis table up.
    pub fn crisis_row(&mut self, pointer: &str, of: &str, id: &str) -> Option<usize> {
        self.look_up(|loader| &loader.crisis_ids, "crisis row", pointer, of, id)
    }

    /// Looks a route up.
    pub fn route(&mut self, pointer: &str, of: &str, id: &str) -> Option<RouteIndex> {
        let place = self.look_up(|loader| &loader.route_ids, "route", pointer, of, id);
        // One too many is noted where the routes are; nothing could be kept for it.
        place.filter(|place| *place < MAX_ROUTES).map(RouteIndex::at)
    }

    /// Looks routes up.
    pub fn routes(&mut self, pointer: &str, of: &str, ids: &[String]) -> RouteSet {
        ids.iter().filter_map(|id| self.route(pointer, of, id)).collect()
    }

    /// Looks a definition up.
    pub fn def(&mut self, pointer: &str, of: &str, id: &str) -> Option<usize> {
        self.look_up(|loader| &loader.def_ids, "definition", pointer, of, id)
    }

    /// Looks blocks up; a word that is no block was noted when it was read.
    pub fn block_list(&mut self, pointer: &str, of: &str, words: &[Word<BlockId>]) -> Vec<BlockId> {
        let mut blocks = Vec::new();
        for word in words.iter().filter(|word| word.known.is_some()) {
            let declared = self.look_up(|loader| &loader.block_ids, "block", pointer, of, &word.text);
            blocks.extend(word.known.filter(|_| declared.is_some()));
        }
        blocks
    }

    /// Looks sources up.
    pub fn sources(&mut self, pointer: &str, of: &str, ids: &[String]) -> Vec<usize> {
        let pointer = format!("{pointer}/sources");
        ids.iter().filter_map(|id| self.look_up(|loader| &loader.source_ids, "source", &pointer, of, id)).collect()
    }

    /// Looks sources up, noting their lack.
    pub fn some_sources(&mut self, what: &str, pointer: &str, of: &str, ids: &[String]) -> Vec<usize> {
        if ids.is_empty() {
            self.error(
                "without-source",
                pointer,
                of,
                format!("a {what} without source"),
                "at least one id of /sources",
            );
        }
        self.sources(pointer, of, ids)
    }
}

/// Says which ids there are, the closest ones first where the list is long.
pub fn expected_id(what: &str, known: &[String], id: &str) -> String {
    if known.is_empty() {
        return format!("no {what}: none is declared");
    }
    let shared = |name: &String| name.chars().zip(id.chars()).take_while(|(a, b)| a == b).count();
    let mut near: Vec<&String> = known.iter().collect();
    near.sort_by_key(|name| (std::cmp::Reverse(shared(name)), name.len().abs_diff(id.len())));
    let names: Vec<_> = near.iter().take(6).map(|name| name.as_str()).collect();
    let more = if known.len() > 6 { ", …" } else { "" };
    format!("one of {}{more}", names.join(", "))
}
