//! One versioned set of items and rules, checked and ready to screen with.
//!
//! A [`Questionnaire`] is only ever made by [`load`](crate::questionnaire::load::load), which reports every problem a file has;
//! what comes out of it refers to nothing that does not exist, so nothing that reads it can fail.
//! Ids become small numbers here ([`ItemIndex`] and its like); the words live in [`words`].

pub mod criterion;
pub mod file;
pub mod finding;
pub mod folder;
pub mod json;
pub mod load;
pub mod words;

mod content;
mod crisis;
pub mod decimal;
mod given;
mod ids;
mod item;
mod order;
mod outcome;
mod problem;
mod result;
mod rule;
#[cfg(feature = "command")]
pub mod schema;
mod score;
mod sets;
pub(crate) mod shape;
pub mod shown;
pub mod vocabulary;

pub use content::Content;
pub use crisis::{Crisis, CrisisLine, CrisisRow, HelpPart, TextNumber};
pub use criterion::{Comparison, Criterion};
pub use finding::{File, Finding, Severity};
pub use given::Given;
pub use ids::{FactorIndex, Id, ItemIndex, LinkId, OptionCode, PageIndex, RegionIndex, RouteIndex, ScoreIndex};
pub use item::{AnswerOption, Item, ItemKind, Page, Section, Special};
pub(crate) use order::by_length;
pub use order::sort_short;
pub use outcome::{Outcome, RouteStatus};
pub use problem::Problem;
pub use result::{BlockId, BlockPlan, OtherReason, OutcomePlan, Source};
pub use rule::{Class, Classes, Condition, Indication, Route, Rule};
pub use score::{Band, Method, Missing, Score};
pub use sets::{MAX_OPTIONS, MAX_ROUTES, OptionSet, RouteSet};
pub use words::Words;

use serde::{Deserialize, Serialize};

/// Where a clinic is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// The stable name.
    pub id: Id,
    /// The group that picks the approval text.
    pub group: Id,
    /// Its row of the crisis table.
    pub crisis: usize,
    /// A personal result may be shown without further advice.
    pub open: bool,
}

/// An age limit a clinic may set, at the edge of an age band.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgeLimit {
    /// The setting: `minimum_age` or `maximum_age`.
    pub setting: String,
    /// Its value.
    pub value: i32,
    /// The factors it raises to `stop`.
    pub factors: Vec<FactorIndex>,
}

/// A questionnaire, checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each field is a list of the type that explains it")]
pub struct Questionnaire {
    pub id: Id,
    /// Languages it can be shown in, the first one where none is asked for; none while nobody brought words.
    pub languages: Vec<String>,
    pub version: String,
    pub date: String,
    /// What tells this file of items and rules from any other: see [`load::hash_of`].
    pub hash: String,
    pub sections: Vec<Section>,
    pub pages: Vec<Page>,
    pub items: Vec<Item>,
    pub defs: Vec<Criterion>,
    pub scores: Vec<Score>,
    pub conditions: Vec<Condition>,
    pub indications: Vec<Indication>,
    pub routes: Vec<Route>,
    /// Which route is judged if none is used for what was chosen: the first of these that is offered.
    pub fallback_routes: Vec<RouteIndex>,
    pub rules: Vec<Rule>,
    /// By [`Outcome`], in its order.
    pub outcomes: Vec<OutcomePlan>,
    pub other_reasons: Vec<OtherReason>,
    pub blocks: Vec<BlockPlan>,
    /// Items left out of a summary unless the visitor says otherwise.
    pub private_items: Vec<ItemIndex>,
    /// Factors left out of a summary unless the visitor says otherwise.
    pub private_factors: Vec<FactorIndex>,
    /// Factors that the information page does not list.
    pub unlisted_factors: Vec<FactorIndex>,
    pub information_blocks: Vec<BlockId>,
    pub crisis: Crisis,
    pub regions: Vec<Region>,
    pub age_limits: Vec<AgeLimit>,
    pub sources: Vec<Source>,
    /// Items by the length of their link id, then by the link id: a case is answers by link id, and there are many of both.
    pub(crate) by_link_id: Vec<ItemIndex>,
}

impl Questionnaire {
    /// Finds an item by its link id.
    #[must_use]
    pub fn item(&self, link_id: &str) -> Option<ItemIndex> {
        let found = self.by_link_id.binary_search_by(|item| by_length(self[*item].link_id.as_str(), link_id));
        found.ok().map(|place| self.by_link_id[place])
    }

    /// Finds a page by its id.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<PageIndex> {
        self.pages.iter().position(|page| page.id.as_str() == id).map(PageIndex::at)
    }

    /// Finds a rule by the id of its factor.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<FactorIndex> {
        self.rules.iter().position(|rule| rule.id.as_str() == id).map(FactorIndex::at)
    }

    /// Finds a route by its id.
    #[must_use]
    pub fn route(&self, id: &str) -> Option<RouteIndex> {
        self.routes.iter().position(|route| route.id.as_str() == id).map(RouteIndex::at)
    }

    /// Finds a score by its id.
    #[must_use]
    pub fn score(&self, id: &str) -> Option<ScoreIndex> {
        self.scores.iter().position(|score| score.id.as_str() == id).map(ScoreIndex::at)
    }

    /// Tells whether a summary leaves anything out unless the visitor says otherwise.
    #[must_use]
    pub fn has_private(&self) -> bool {
        !self.private_items.is_empty() || !self.private_factors.is_empty()
    }

    /// Goes through the routes by index.
    pub fn route_indices(&self) -> impl Iterator<Item = RouteIndex> + use<> {
        (0..self.routes.len()).map(RouteIndex::at)
    }

    /// Goes through the items by index, in order.
    pub fn item_indices(&self) -> impl DoubleEndedIterator<Item = ItemIndex> + use<> {
        (0..self.items.len()).map(ItemIndex::at)
    }
}

impl std::ops::Index<ItemIndex> for Questionnaire {
    type Output = Item;
    fn index(&self, item: ItemIndex) -> &Item {
        &self.items[item.get()]
    }
}

impl std::ops::Index<PageIndex> for Questionnaire {
    type Output = Page;
    fn index(&self, page: PageIndex) -> &Page {
        &self.pages[page.get()]
    }
}

impl std::ops::Index<ScoreIndex> for Questionnaire {
    type Output = Score;
    fn index(&self, score: ScoreIndex) -> &Score {
        &self.scores[score.get()]
    }
}

impl std::ops::Index<FactorIndex> for Questionnaire {
    type Output = Rule;
    fn index(&self, rule: FactorIndex) -> &Rule {
        &self.rules[rule.get()]
    }
}

impl std::ops::Index<RouteIndex> for Questionnaire {
    type Output = Route;
    fn index(&self, route: RouteIndex) -> &Route {
        &self.routes[route.get()]
    }
}
