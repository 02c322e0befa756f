//! Reading JSON into structs, with every place that does not fit noted rather than only the first.
//!
//! A derived reader stops at the first fault and costs the widget a third of its size; this one does neither.

#[cfg(feature = "command")]
use serde_json::json;
mod lists;

pub use lists::{Entry, List, Pairs};

use serde_json::{Map, Value};

use super::finding::{Finding, escaped};
#[cfg(feature = "command")]
use super::schema::Definitions;
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
    pub fn note(&mut self, at: &Spot, found: &str, expected: &str) {
        self.note_as("wrong-shape", at, found, expected);
    }

    /// Notes a place with a word or a value that has a separate code.
    pub fn note_as(&mut self, code: &'static str, at: &Spot, found: &str, expected: &str) {
        self.findings.push(Finding::error(code, self.file, (&at.pointer(), at.id()), found, expected));
    }
}

/// Where in the file something stands: a chain of keys and numbers, from the inside out.
pub struct Spot<'a> {
    outer: Option<&'a Spot<'a>>,
    step: Step<'a>,
    value: &'a Value,
}

enum Step<'a> {
    Top,
    Key(&'a str),
    Number(usize),
}

impl<'a> Spot<'a> {
    /// The whole file.
    #[must_use]
    pub fn top(value: &'a Value) -> Self {
        Self { outer: None, step: Step::Top, value }
    }

    fn pointer(&self) -> String {
        let outer = self.outer.map(Self::pointer).unwrap_or_default();
        match &self.step {
            Step::Top => outer,
            Step::Key(key) => format!("{outer}/{}", escaped(key)),
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

    /// The value that stands here.
    #[must_use]
    pub fn value(&self) -> &Value {
        self.value
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
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self>;

    /// Describes what is read.
    #[cfg(feature = "command")]
    fn schema(definitions: &mut Definitions) -> Value;
}

/// Reads a whole number, however it is written: 3 and 3.0 are the same in JSON.
#[allow(clippy::cast_possible_truncation, reason = "only a whole number within the limits of i32 is cast")]
pub fn whole(value: &Value) -> Option<i32> {
    let limits = f64::from(i32::MIN)..=f64::from(i32::MAX);
    value.as_f64().filter(|number| number.fract() == 0.0 && limits.contains(number)).map(|number| number as i32)
}

/// Reads a value of one kind.
fn plain<T>(at: &Spot, reader: &mut Reader, read: Option<T>, expected: &str) -> Option<T> {
    if read.is_none() {
        reader.note(at, &shown(at.value), expected);
    }
    read
}

impl Shape for String {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        plain(at, reader, at.value.as_str().map(str::to_owned), "a text")
    }

    #[cfg(feature = "command")]
    fn schema(_: &mut Definitions) -> Value {
        json!({"type": "string"})
    }
}

impl Shape for bool {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        plain(at, reader, at.value.as_bool(), "true or false")
    }

    #[cfg(feature = "command")]
    fn schema(_: &mut Definitions) -> Value {
        json!({"type": "boolean"})
    }
}

impl Shape for i32 {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        plain(at, reader, whole(at.value), "a whole number")
    }

    #[cfg(feature = "command")]
    fn schema(_: &mut Definitions) -> Value {
        json!({"type": "integer", "minimum": Self::MIN, "maximum": Self::MAX})
    }
}

impl Shape for f64 {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        plain(at, reader, at.value.as_f64(), "a number")
    }

    #[cfg(feature = "command")]
    fn schema(_: &mut Definitions) -> Value {
        json!({"type": "number"})
    }
}

impl<T: Shape> Shape for Option<T> {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        if at.value.is_null() { Some(None) } else { T::read(at, reader).map(Some) }
    }

    #[cfg(feature = "command")]
    fn schema(definitions: &mut Definitions) -> Value {
        json!({"anyOf": [T::schema(definitions), {"type": "null"}]})
    }
}

impl Shape for [i32; 2] {
    fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
        let numbers = Vec::<i32>::read(at, reader)?;
        plain(at, reader, numbers.try_into().ok(), "a list of two whole numbers")
    }

    #[cfg(feature = "command")]
    fn schema(definitions: &mut Definitions) -> Value {
        json!({"type": "array", "items": i32::schema(definitions), "minItems": 2, "maxItems": 2})
    }
}

fn list<'a>(at: &Spot<'a>, reader: &mut Reader) -> Option<&'a Vec<Value>> {
    plain(at, reader, at.value.as_array(), "a list")
}

fn map<'a>(at: &Spot<'a>, reader: &mut Reader) -> Option<&'a Map<String, Value>> {
    plain(at, reader, at.value.as_object(), "an object")
}

/// The fields of an object, taken one by one.
pub struct Fields<'a> {
    at: &'a Spot<'a>,
    map: &'a Map<String, Value>,
}

impl<'a> Fields<'a> {
    /// Opens an object; a key that it does not have is noted.
    pub fn open(at: &'a Spot<'a>, reader: &mut Reader, known: &[&str]) -> Option<Self> {
        let map = map(at, reader)?;
        for key in map.keys().filter(|key| !known.contains(&key.as_str())) {
            reader.note(at, &format!("the key '{key}'"), &format!("only the keys {}", known.join(", ")));
        }
        Some(Self { at, map })
    }

    /// Reads a field that must be there.
    pub fn must<T: Shape>(&self, key: &'static str, reader: &mut Reader) -> Option<T> {
        match self.map.get(key) {
            Some(value) => T::read(&Spot { outer: Some(self.at), step: Step::Key(key), value }, reader),
            None => {
                reader.note(self.at, &format!("no key '{key}'"), &format!("a key '{key}'"));
                None
            }
        }
    }

    /// Reads a field that may be left out; one that is there and does not fit spoils the whole.
    pub fn may<T: Shape + Default>(&self, key: &'static str, reader: &mut Reader) -> Option<T> {
        match self.map.get(key) {
            Some(value) => T::read(&Spot { outer: Some(self.at), step: Step::Key(key), value }, reader),
            None => Some(T::default()),
        }
    }
}

/// Declares structs with the fields of the file, reads them and describes them; a field that `may` be there may be left out.
///
/// The comment on a field is what an editor shows of it.
macro_rules! shapes {
    ($(
        $(#[doc = $doc:literal])* $(#[derive($derive:ident)])?
        $name:ident { $($(#[doc = $field_doc:literal])* $mode:ident $field:ident: $type:ty,)* }
    )*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone $(, $derive)?)]
        pub struct $name { $($(#[doc = $field_doc])* pub $field: $type,)* }

        impl Shape for $name {
            fn read(at: &Spot, reader: &mut Reader) -> Option<Self> {
                let fields = Fields::open(at, reader, &[$(shapes!(@key $field)),*])?;
                // Every field is read before the first bad one gives up, so that all of them are named.
                $(let $field = fields.$mode(shapes!(@key $field), reader);)*
                Some(Self { $($field: $field?,)* })
            }

            #[cfg(feature = "command")]
            fn schema(definitions: &mut Definitions) -> Value {
                definitions.refer(stringify!($name).trim_end_matches("File"), |definitions| {
                    let mut keys = Keys::default();
                    $(keys.$mode(shapes!(@key $field), concat!($($field_doc),*), <$type>::schema(definitions));)*
                    keys.object(concat!($($doc),*))
                })
            }
        }
    )*};
    (@key kind) => { "type" };
    (@key schema) => { "$schema" };
    (@key $field:ident) => { stringify!($field) };
}
pub(crate) use shapes;
