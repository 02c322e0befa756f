//! Reading JSON into structs, with every place that does not fit noted rather than only the first.
//!
//! A derived reader stops at the first fault and costs the widget a third of its size; this one does neither.

use serde_json::{Map, Value};

use super::finding::{Finding, Severity};
use super::shown::shown;

/// Where findings about the shape of a file gather.
pub struct Reader<'a> {
    /// What findings say the file is called.
    pub file: &'a str,
    /// What was found so far.
    pub findings: Vec<Finding>,
}

impl Reader<'_> {
    /// Notes a place that does not fit.
    pub fn note(&mut self, at: &Place, found: &str, expected: &str) {
        self.findings.push(Finding {
            code: "wrong-shape",
            severity: Severity::Error,
            file: self.file.to_owned(),
            pointer: at.pointer(),
            id: at.id().to_owned(),
            found: found.to_owned(),
            expected: expected.to_owned(),
        });
    }
}

/// Where in the file something stands: a chain of keys and numbers, from the inside out.
pub struct Place<'a> {
    outer: Option<&'a Place<'a>>,
    step: Step<'a>,
    value: &'a Value,
}

enum Step<'a> {
    Top,
    Key(&'a str),
    Number(usize),
}

impl<'a> Place<'a> {
    /// The whole file.
    #[must_use]
    pub fn top(value: &'a Value) -> Self {
        Self { outer: None, step: Step::Top, value }
    }

    fn pointer(&self) -> String {
        let outer = self.outer.map(Self::pointer).unwrap_or_default();
        match &self.step {
            Step::Top => outer,
            Step::Key(key) => format!("{outer}/{key}"),
            Step::Number(number) => format!("{outer}/{number}"),
        }
    }

    /// Tells whether an object stands here.
    #[must_use]
    pub fn is_map(&self) -> bool {
        self.value.is_object()
    }

    /// The text that stands here.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.value.as_str()
    }

    /// Shows what stands here.
    #[must_use]
    pub fn shown(&self) -> String {
        shown(self.value)
    }

    /// The id of the closest thing around that has one.
    fn id(&self) -> &str {
        id_of(self.value).or_else(|| self.outer.map(Self::id)).unwrap_or_default()
    }
}

/// The id of an entry, whatever it is called.
fn id_of(value: &Value) -> Option<&str> {
    ["id", "link_id", "code"].iter().find_map(|key| value.get(key)?.as_str())
}

/// Something that can be read from JSON.
pub trait Shape: Sized {
    /// Reads it; notes what does not fit.
    fn read(at: &Place, reader: &mut Reader) -> Option<Self>;
}

/// Reads a value of one kind.
fn plain<T>(at: &Place, reader: &mut Reader, read: Option<T>, expected: &str) -> Option<T> {
    if read.is_none() {
        reader.note(at, &shown(at.value), expected);
    }
    read
}

impl Shape for String {
    fn read(at: &Place, reader: &mut Reader) -> Option<Self> {
        plain(at, reader, at.value.as_str().map(str::to_owned), "a text")
    }
}

impl Shape for bool {
    fn read(at: &Place, reader: &mut Reader) -> Option<Self> {
        plain(at, reader, at.value.as_bool(), "true or false")
    }
}

impl Shape for i32 {
    fn read(at: &Place, reader: &mut Reader) -> Option<Self> {
        plain(at, reader, at.value.as_i64().and_then(|number| Self::try_from(number).ok()), "a whole number")
    }
}

impl Shape for f64 {
    fn read(at: &Place, reader: &mut Reader) -> Option<Self> {
        plain(at, reader, at.value.as_f64(), "a number")
    }
}

impl Shape for Value {
    fn read(at: &Place, _: &mut Reader) -> Option<Self> {
        Some(at.value.clone())
    }
}

impl<T: Shape> Shape for Option<T> {
    fn read(at: &Place, reader: &mut Reader) -> Option<Self> {
        if at.value.is_null() { Some(None) } else { T::read(at, reader).map(Some) }
    }
}

impl Shape for [i32; 2] {
    fn read(at: &Place, reader: &mut Reader) -> Option<Self> {
        let numbers = Vec::<i32>::read(at, reader)?;
        plain(at, reader, numbers.try_into().ok(), "a list of two whole numbers")
    }
}

fn list<'a>(at: &Place<'a>, reader: &mut Reader) -> Option<&'a Vec<Value>> {
    plain(at, reader, at.value.as_array(), "a list")
}

fn map<'a>(at: &Place<'a>, reader: &mut Reader) -> Option<&'a Map<String, Value>> {
    plain(at, reader, at.value.as_object(), "an object")
}

impl<T: Shape> Shape for Vec<T> {
    fn read(at: &Place, reader: &mut Reader) -> Option<Self> {
        let mut entries = Self::new();
        for (number, value) in list(at, reader)?.iter().enumerate() {
            entries.extend(T::read(&Place { outer: Some(at), step: Step::Number(number), value }, reader));
        }
        Some(entries)
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
    fn read(at: &Place, reader: &mut Reader) -> Option<Self> {
        let mut entries = Vec::new();
        for (number, value) in list(at, reader)?.iter().enumerate() {
            let read = T::read(&Place { outer: Some(at), step: Step::Number(number), value }, reader);
            entries.push(read.map_or_else(|| Entry::Bad(id_of(value).unwrap_or_default().to_owned()), Entry::Read));
        }
        Some(Self(entries))
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
    fn read(at: &Place, reader: &mut Reader) -> Option<Self> {
        let mut pairs = Vec::new();
        for (key, value) in map(at, reader)? {
            let read = T::read(&Place { outer: Some(at), step: Step::Key(key), value }, reader);
            pairs.extend(read.map(|read| (key.clone(), read)));
        }
        Some(Self(pairs))
    }
}

/// The fields of an object, taken one by one.
pub struct Fields<'a> {
    at: &'a Place<'a>,
    map: &'a Map<String, Value>,
}

impl<'a> Fields<'a> {
    /// Opens an object; a key that it does not have is noted.
    pub fn open(at: &'a Place<'a>, reader: &mut Reader, known: &[&str]) -> Option<Self> {
        let map = map(at, reader)?;
        for key in map.keys().filter(|key| !known.contains(&key.as_str())) {
            reader.note(at, &format!("the key '{key}'"), &format!("only the keys {}", known.join(", ")));
        }
        Some(Self { at, map })
    }

    /// Reads a field that must be there.
    pub fn must<T: Shape>(&self, key: &'static str, reader: &mut Reader) -> Option<T> {
        match self.map.get(key) {
            Some(value) => T::read(&Place { outer: Some(self.at), step: Step::Key(key), value }, reader),
            None => {
                reader.note(self.at, &format!("no key '{key}'"), &format!("a key '{key}'"));
                None
            }
        }
    }

    /// Reads a field that may be left out; one that is there and does not fit spoils the whole.
    pub fn may<T: Shape + Default>(&self, key: &'static str, reader: &mut Reader) -> Option<T> {
        match self.map.get(key) {
            Some(value) => T::read(&Place { outer: Some(self.at), step: Step::Key(key), value }, reader),
            None => Some(T::default()),
        }
    }
}

/// Declares structs with the fields of the file, and reads them; a field that `may` be there may be left out.
macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($mode:ident $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        #[allow(missing_docs, reason = "each field has the name it has in the questionnaire")]
        pub struct $name { $(pub $field: $type,)* }

        impl Shape for $name {
            fn read(at: &Place, reader: &mut Reader) -> Option<Self> {
                let fields = Fields::open(at, reader, &[$(shapes!(@key $field)),*])?;
                // Every field is read before the first bad one gives up, so that all of them are named.
                $(let $field = fields.$mode(shapes!(@key $field), reader);)*
                Some(Self { $($field: $field?,)* })
            }
        }
    )*};
    (@key kind) => { "type" };
    (@key $field:ident) => { stringify!($field) };
}
pub(crate) use shapes;
