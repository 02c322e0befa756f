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
    /// Gives the word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
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
