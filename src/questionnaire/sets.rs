//! Small sets of routes and of answer options.

use super::RouteIndex;
use serde::{Deserialize, Serialize};

/// How many routes a questionnaire may have.
pub const MAX_ROUTES: usize = 8;
/// How many answer options an item may have, the special ones included.
pub const MAX_OPTIONS: usize = 32;

/// A set of routes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub struct RouteSet(u8);

impl RouteSet {
    /// Adds a route.
    pub fn insert(&mut self, route: RouteIndex) {
        self.0 |= 1 << route.0;
    }

    /// Tells whether the route is in the set.
    #[must_use]
    pub fn contains(self, route: RouteIndex) -> bool {
        self.0 & (1 << route.0) != 0
    }

    /// Tells whether there is no route in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in both sets.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Goes through the routes in the order of the file.
    pub fn iter(self) -> impl Iterator<Item = RouteIndex> {
        (0..MAX_ROUTES).map(RouteIndex::at).filter(move |route| self.contains(*route))
    }
}

impl FromIterator<RouteIndex> for RouteSet {
    fn from_iter<T: IntoIterator<Item = RouteIndex>>(routes: T) -> Self {
        let mut set = Self::default();
        routes.into_iter().for_each(|route| set.insert(route));
        set
    }
}

/// A set of answer options of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
pub struct OptionSet(u32);

impl OptionSet {
    /// Makes a set of one option, by its position in [`Item::options`](super::Item::options).
    #[must_use]
    pub fn one(option: usize) -> Self {
        Self(1 << option)
    }

    /// Adds an option.
    #[must_use]
    pub fn with(self, option: usize) -> Self {
        Self(self.0 | 1 << option)
    }

    /// Takes an option out.
    #[must_use]
    pub fn without(self, option: usize) -> Self {
        Self(self.0 & !(1 << option))
    }

    /// Tells whether the option is in the set.
    #[must_use]
    pub fn contains(self, option: usize) -> bool {
        self.0 & (1 << option) != 0
    }

    /// Tells whether the sets share an option.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Tells whether there is no option in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Counts the options.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Goes through the options in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let option = rest.trailing_zeros();
            rest &= rest.wrapping_sub(1);
            (option < u32::BITS).then_some(option as usize)
        })
    }
}
