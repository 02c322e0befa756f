//! What becomes of a property.

use super::visit::Inputs;

/// Whether a property holds.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// It does.
    Held {
        /// What was proved, in words.
        proved: Vec<String>,
        /// What else is worth knowing, each with a visit that shows it.
        examples: Vec<(String, Inputs)>,
    },
    /// It does not.
    Failed(Box<Counterexample>),
    /// The diagrams outgrew the room there is for them, so that nothing was shown.
    Open,
}

/// What shows that a property does not hold.
#[derive(Debug, Clone)]
pub struct Counterexample {
    /// What is wrong, in words.
    pub says: String,
    /// The shortest visits that show it: one, or two that are to be compared; none where no visit can show it.
    pub visits: Vec<Inputs>,
}

impl Verdict {
    /// Makes the verdict that a property fails.
    pub fn failed(says: impl Into<String>, visits: impl IntoIterator<Item = Inputs>) -> Self {
        Self::Failed(Box::new(Counterexample { says: says.into(), visits: visits.into_iter().collect() }))
    }

    /// Makes the verdict that a property holds.
    pub fn held<T: Into<String>>(proved: impl IntoIterator<Item = T>) -> Self {
        Self::Held { proved: proved.into_iter().map(Into::into).collect(), examples: Vec::new() }
    }

    /// Adds what else is worth knowing, if it holds.
    #[must_use]
    pub fn with_examples(mut self, more: impl IntoIterator<Item = (String, Inputs)>) -> Self {
        if let Self::Held { examples, .. } = &mut self {
            examples.extend(more);
        }
        self
    }
}
