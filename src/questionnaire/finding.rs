//! What is wrong with a file, in a form that people and programs can hold on to.

use std::fmt;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is wrong, but something is still to be done.
    Note,
    /// The file works, but someone should look.
    Warning,
    /// The file is refused.
    Error,
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A text and the name to call it by in findings.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// What findings say it is called.
    pub name: &'a str,
    /// What is in it.
    pub text: &'a str,
}

/// One problem of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The stable name of the kind of problem, in kebab case.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The file it is in.
    pub file: String,
    /// Where in the file, as a JSON pointer; empty for the whole file.
    pub pointer: String,
    /// The id of the thing it is about; empty if it has none.
    pub id: String,
    /// What is there.
    pub found: String,
    /// What would have been right.
    pub expected: String,
}

/// Escapes a key for a JSON pointer, as RFC 6901 says.
pub fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

impl Finding {
    /// Makes a finding that refuses a file, of a place in it: its JSON pointer, and the id of the thing that is there.
    #[must_use]
    pub fn error(
        code: &'static str,
        file: &str,
        (pointer, id): (&str, &str),
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        let [file, pointer, id] = [file, pointer, id].map(str::to_owned);
        Self { code, severity: Severity::Error, file, pointer, id, found: found.into(), expected: expected.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, severity, file, pointer, id, found, expected } = self;
        write!(f, "{}[{code}] {file}{pointer}", severity.as_str())?;
        if !id.is_empty() {
            write!(f, " ({id})")?;
        }
        write!(f, ": found {found}; expected {expected}")
    }
}
