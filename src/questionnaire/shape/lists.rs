//! Lists, and objects with free keys.

use super::{Reader, Shape, Spot, Step, id_of, list, map};
#[cfg(feature = "command")]
use {
    crate::questionnaire::schema::{self, Definitions},
    serde_json::Value,
};

impl<T: Shape> Shape for Vec<T> {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        let mut entries = Self::new();
        for (number, value) in list(at, reader)?.iter().enumerate() {
            entries.extend(T::read(&Spot { outer: Some(at), step: Step::Number(number), value }, reader));
        }
        Some(entries)
    }

    #[cfg(feature = "command")]
    fn schema(definitions: &mut Definitions) -> Value {
        schema::list(T::schema(definitions))
    }
}

/// An entry of a list, or the id of one that could not be read, so that what refers to it is not blamed too.
#[derive(Debug, Clone)]
pub enum Entry<T> {
    /// It could be read.
    Read(T),
    /// It could not.
    Bad(String),
}

/// A list that keeps the places of its bad entries.
pub type List<T> = Entries<T>;

/// The entries of a list.
#[derive(Debug, Clone)]
pub struct Entries<T>(pub Vec<Entry<T>>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Entries<T> {
    /// Goes through the entries that could be read, with their places.
    pub fn places(&self) -> impl Iterator<Item = (usize, &T)> {
        fn read<T>((place, entry): (usize, &Entry<T>)) -> Option<(usize, &T)> {
            match entry {
                Entry::Read(read) => Some((place, read)),
                Entry::Bad(_) => None,
            }
        }
        self.0.iter().enumerate().filter_map(read)
    }

    /// Goes through the entries that could be read.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.places().map(|(_, read)| read)
    }
}

impl<T: Shape> Shape for Entries<T> {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        let mut entries = Vec::new();
        for (number, value) in list(at, reader)?.iter().enumerate() {
            let read = T::read(&Spot { outer: Some(at), step: Step::Number(number), value }, reader);
            entries.push(read.map_or_else(|| Entry::Bad(id_of(value).unwrap_or_default().to_owned()), Entry::Read));
        }
        Some(Self(entries))
    }

    #[cfg(feature = "command")]
    fn schema(definitions: &mut Definitions) -> Value {
        schema::list(T::schema(definitions))
    }
}

/// The entries of an object with free keys, in order.
#[derive(Debug, Clone)]
pub struct Pairs<T>(pub Vec<(String, T)>);

impl<T> Default for Pairs<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Shape> Shape for Pairs<T> {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        let mut pairs = Vec::new();
        for (key, value) in map(at, reader)? {
            let read = T::read(&Spot { outer: Some(at), step: Step::Key(key), value }, reader);
            pairs.extend(read.map(|read| (key.clone(), read)));
        }
        Some(Self(pairs))
    }

    #[cfg(feature = "command")]
    fn schema(definitions: &mut Definitions) -> Value {
        schema::map(T::schema(definitions))
    }
}
