//! What is known of a visit: which items are enabled, what their answers are, and which criteria hold.

use super::{Answer, Answers};
use crate::questionnaire::{Criterion, ItemIndex, OptionSet, Questionnaire, Special};
use crate::settings::Settings;

/// Whether something holds, as far as is known.
///
/// For a screening everything is known; progress asks what may still come, while later answers are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not hold.
    No,
    /// It depends on answers that are still to come.
    Open,
    /// It holds.
    Yes,
}

impl Truth {
    fn of(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Open => Self::Open,
            Self::Yes => Self::No,
        }
    }
}

/// Answers seen through the rules for when they count.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// The items and rules.
    pub questionnaire: &'a Questionnaire,
    /// What the clinic set.
    pub settings: &'a Settings,
    answers: &'a Answers,
    /// Answers to items from here on are still to come.
    known: usize,
    enabled: Vec<Truth>,
}

impl<'a> Facts<'a> {
    /// Works out which items are enabled, in the order of the file.
    #[must_use]
    pub fn of(questionnaire: &'a Questionnaire, settings: &'a Settings, answers: &'a Answers) -> Self {
        Self::up_to(questionnaire, settings, answers, questionnaire.items.len())
    }

    /// The same, as if the answers to items from place `known` on were still to come.
    #[must_use]
    pub fn up_to(questionnaire: &'a Questionnaire, settings: &'a Settings, answers: &'a Answers, known: usize) -> Self {
        let enabled = Vec::with_capacity(questionnaire.items.len());
        let mut facts = Self { questionnaire, settings, answers, known, enabled };
        for section in &questionnaire.sections {
            let section_enabled = facts.truth(&section.enable_when);
            for page in &questionnaire.pages[section.pages.clone()] {
                let page_enabled = section_enabled.min(facts.truth(&page.enable_when));
                for item in &questionnaire.items[page.items.clone()] {
                    let enabled = page_enabled.min(facts.truth(&item.enable_when));
                    facts.enabled.push(enabled);
                }
            }
        }
        facts
    }

    /// Tells whether the item is asked.
    #[must_use]
    pub fn is_enabled(&self, item: ItemIndex) -> bool {
        self.enabled(item) == Truth::Yes
    }

    /// Tells whether the item is or may be asked.
    ///
    /// An item that has not been reached counts as not enabled: conditions only look back.
    #[must_use]
    pub fn enabled(&self, item: ItemIndex) -> Truth {
        self.enabled.get(item.get()).copied().unwrap_or(Truth::No)
    }

    /// The answer to an item that is enabled.
    #[must_use]
    pub fn answer(&self, item: ItemIndex) -> Option<Answer> {
        if self.is_enabled(item) { self.answers.get(item) } else { None }
    }

    /// The options chosen or ticked in an item that is enabled.
    pub(super) fn options(&self, item: ItemIndex) -> OptionSet {
        match self.answer(item) {
            Some(Answer::Options(options)) => options,
            _ => OptionSet::default(),
        }
    }

    /// Tells whether the criterion holds, with everything known.
    #[must_use]
    pub fn holds(&self, criterion: &Criterion) -> bool {
        self.truth(criterion) == Truth::Yes
    }

    /// Tells whether the criterion holds, as far as is known.
    #[must_use]
    pub fn truth(&self, criterion: &Criterion) -> Truth {
        match criterion {
            Criterion::Always => Truth::Yes,
            Criterion::All(parts) => self.until(parts, Truth::No, Truth::Yes, Truth::min),
            Criterion::Any(parts) => self.until(parts, Truth::Yes, Truth::No, Truth::max),
            Criterion::Not(part) => self.truth(part).not(),
            Criterion::Ref(def) => self.truth(&self.questionnaire.defs[*def]),
            Criterion::Chosen { item, options } => self.of_item(*item, || self.options(*item).meets(*options)),
            Criterion::Answered(item) => self.of_item(*item, || self.answer(*item).is_some()),
            Criterion::Skipped(item) => self.of_item(*item, || self.is_enabled(*item) && self.answer(*item).is_none()),
            Criterion::Number { item, comparison, value } => self.of_item(*item, || match self.answer(*item) {
                Some(Answer::Number(number)) => comparison.holds(f64::from(number), *value),
                _ => false,
            }),
            Criterion::Score { score, comparison, value } => {
                self.of_score(*score, || self.score(*score).is_some_and(|score| score.compares(*comparison, *value)))
            }
            Criterion::Available { score, available } => {
                self.of_score(*score, || self.score(*score).is_some() == *available)
            }
            Criterion::RouteOffered(route) => Truth::of(self.settings.routes.contains(*route)),
            Criterion::ScaleOn(score) => Truth::of(self.settings.is_asked(self.questionnaire, *score)),
            Criterion::SafetyGap => self.safety_gap(),
        }
    }

    /// Puts parts together, up to the first one that `decides`.
    fn until(&self, parts: &[Criterion], decides: Truth, start: Truth, together: fn(Truth, Truth) -> Truth) -> Truth {
        let mut so_far = start;
        for part in parts {
            so_far = together(so_far, self.truth(part));
            if so_far == decides {
                break;
            }
        }
        so_far
    }

    /// Asks something of an item, which is open while its answer or its being asked is still to come.
    fn of_item(&self, item: ItemIndex, holds: impl Fn() -> bool) -> Truth {
        match self.enabled(item) {
            Truth::No => Truth::of(holds()),
            Truth::Open => Truth::Open,
            Truth::Yes if item.get() >= self.known => Truth::Open,
            Truth::Yes => Truth::of(holds()),
        }
    }

    fn of_score(&self, score: crate::questionnaire::ScoreIndex, holds: impl Fn() -> bool) -> Truth {
        let items = &self.questionnaire[score].items;
        let open = |item: &ItemIndex| {
            self.enabled(*item) == Truth::Open || self.enabled(*item) == Truth::Yes && item.get() >= self.known
        };
        if items.iter().any(open) { Truth::Open } else { Truth::of(holds()) }
    }

    /// A safety item that is skipped, or answered with "rather not say".
    fn safety_gap(&self) -> Truth {
        let gap = |item: ItemIndex| {
            self.of_item(item, || {
                let Some(answer) = self.answer(item) else { return self.is_enabled(item) };
                let refused = self.questionnaire[item].special(Special::RatherNotSay);
                matches!((answer, refused), (Answer::Options(options), Some(refused)) if options.contains(refused))
            })
        };
        self.safety_items().map(gap).max().unwrap_or(Truth::No)
    }

    fn safety_items(&self) -> impl Iterator<Item = ItemIndex> + '_ {
        self.questionnaire.item_indices().filter(|item| self.questionnaire[*item].safety)
    }

    /// Lists the enabled safety items that are skipped or answered with "rather not say".
    #[must_use]
    pub fn safety_gaps(&self) -> Vec<ItemIndex> {
        let refused = |item: ItemIndex| {
            let refused = self.questionnaire[item].special(Special::RatherNotSay);
            self.answer(item).is_none() || refused.is_some_and(|refused| self.options(item).contains(refused))
        };
        self.items(&|item| self.questionnaire[item].safety && self.is_enabled(item) && refused(item))
    }

    /// Lists the items of which something holds, in order; one function for every list, because each is bytes in the widget.
    pub(super) fn items(&self, holds: &dyn Fn(ItemIndex) -> bool) -> Vec<ItemIndex> {
        self.questionnaire.item_indices().filter(|item| holds(*item)).collect()
    }
}
