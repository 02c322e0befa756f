//! Newtypes for ids and for places in a list, so that neither is ever a bare string or number.

use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;
use std::rc::Rc;

/// Makes a newtype for the position of a thing in its list.
macro_rules! index {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The position as a list index.
            #[must_use]
            pub fn get(self) -> usize {
                usize::from(self.0)
            }

            /// Makes the index of the `position`th thing.
            ///
            /// # Panics
            ///
            /// If there are more than 65,535 things, which loading refuses.
            #[must_use]
            pub fn at(position: usize) -> Self {
                Self(u16::try_from(position).expect("loading refuses files with more than 65,535 of anything"))
            }
        }
    )*};
}

index! {
    /// An item's place in the order of the file.
    ItemIndex;
    /// A page's place in the order of the file.
    PageIndex;
    /// A score's place in the file.
    ScoreIndex;
    /// A rule's place in the file.
    FactorIndex;
    /// A route's place in the file.
    RouteIndex;
    /// A region's place in the file.
    RegionIndex;
}

/// Makes a newtype for an id that is written in a file.
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(Rc<str>);

        impl $name {
            /// Wraps an id as it is written.
            #[must_use]
            pub fn new(id: &str) -> Self {
                Self(Rc::from(id))
            }

            /// The id as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id! {
    /// The stable name of an item (FHIR `linkId`).
    LinkId;
    /// The stable name of an answer option within its item (FHIR `Coding.code`).
    OptionCode;
    /// The stable name of anything else: a page, a factor, a route, a source.
    Id;
}
