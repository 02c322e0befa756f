//! Values that are more than a text, a number or a list: conditions, points, classes, ticks.

use serde_json::Value;

use crate::questionnaire::Class;
use crate::questionnaire::shape::{Pairs, Reader, Shape, Spot, whole};
use crate::questionnaire::vocabulary::{Every, Vocabulary, Word};
#[cfg(feature = "command")]
use {
    crate::questionnaire::load::criterion_schema,
    crate::questionnaire::schema::{Definitions, explained, list, map},
    serde_json::json,
};

/// A condition, still in JSON: the loader reads it, so that every fault in it is found.
#[derive(Debug, Clone)]
pub struct Expression(pub Value);

impl Shape for Expression {
    fn read(at: &Spot, _: &mut Reader) -> Option<Self> {
        Some(Self(at.value().clone()))
    }

    #[cfg(feature = "command")]
    fn schema(definitions: &mut Definitions) -> Value {
        definitions.refer("Criterion", |_| criterion_schema())
    }
}

/// What a score adds up for an option, if anything.
#[derive(Debug, Clone, Copy, Default)]
pub struct Points(pub Option<i32>);

impl Shape for Points {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        let points = whole(at.value());
        if points.is_some() || at.value().is_null() {
            return Some(Self(points));
        }
        reader.note_as("score-not-a-number", at, &format!("the score {}", at.shown()), "a whole number");
        // Some number, so that the scale is not blamed for an option without one too.
        Some(Self(Some(0)))
    }

    #[cfg(feature = "command")]
    fn schema(definitions: &mut Definitions) -> Value {
        Option::<i32>::schema(definitions)
    }
}

/// A class for every route, or one for each.
#[derive(Debug, Clone)]
pub enum ClassFile<C = Class> {
    /// The same on every route.
    Same(Word<C>),
    /// By route; a route that is left out has class `none`.
    ByRoute(Pairs<Word<C>>),
}

impl<C> ClassFile<C> {
    /// Tells whether every class in it is one.
    #[must_use]
    pub fn is_known(&self) -> bool {
        match self {
            Self::Same(class) => class.known.is_some(),
            Self::ByRoute(classes) => classes.0.iter().all(|(_, class)| class.known.is_some()),
        }
    }
}

impl<C: Vocabulary> Shape for ClassFile<C> {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        if at.is_map() {
            return Pairs::read(at, reader).map(Self::ByRoute);
        }
        if at.text().is_some() {
            return Word::read(at, reader).map(Self::Same);
        }
        reader.note(at, &at.shown(), "a class, or an object with a class for each route");
        None
    }

    #[cfg(feature = "command")]
    fn schema(definitions: &mut Definitions) -> Value {
        let class = definitions.refer(C::NAME, Word::<C>::schema);
        let by_route =
            explained(map(class.clone()), "A class by the id of a route; one that is left out has class none.");
        json!({"anyOf": [class, by_route]})
    }
}

/// The ticks of a list that add risk.
#[derive(Debug, Clone)]
pub enum TicksFile {
    /// Every one.
    Every,
    /// These.
    These(Vec<String>),
}

impl Shape for TicksFile {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        if at.text().is_some() {
            return Word::<Every>::read(at, reader).map(|_| Self::Every);
        }
        Vec::read(at, reader).map(Self::These)
    }

    #[cfg(feature = "command")]
    fn schema(definitions: &mut Definitions) -> Value {
        json!({"anyOf": [Word::<Every>::schema(definitions), list(String::schema(definitions))]})
    }
}
