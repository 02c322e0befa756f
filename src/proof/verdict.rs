//! The ten properties, and what becomes of one.

use std::time::{Duration, Instant};

use super::diagram::{Drawn, TooLarge};
use super::model::Model;
use super::visit::Visit;
use super::{Subject, data, doubt, ends, one_outcome, order_free, reachable, riskier, stale, stops, stricter};

/// A property of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Property {
    /// Everything can be reached.
    Reachable,
    /// Every visit ends.
    Ends,
    /// There is one outcome.
    OneOutcome,
    /// A stop never fits, and an urgent answer is urgent.
    Stops,
    /// A riskier answer is never milder.
    Riskier,
    /// A doubt about safety never fits.
    Doubt,
    /// An answer to what is not asked never counts.
    Stale,
    /// Order does not matter.
    OrderFree,
    /// A stricter clinic is never milder.
    Stricter,
    /// Sources, texts and ids are there.
    Data,
}

impl Property {
    /// Every property, in the order in which they are told.
    pub const ALL: [Self; 10] = [
        Self::Reachable,
        Self::Ends,
        Self::OneOutcome,
        Self::Stops,
        Self::Riskier,
        Self::Doubt,
        Self::Stale,
        Self::OrderFree,
        Self::Stricter,
        Self::Data,
    ];

    /// Every property, those first that cost least for what they find.
    pub const SOONEST: [Self; 10] = [
        Self::Doubt,
        Self::Reachable,
        Self::Riskier,
        Self::Stops,
        Self::Data,
        Self::OrderFree,
        Self::OneOutcome,
        Self::Stricter,
        Self::Stale,
        Self::Ends,
    ];

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|other| *other == self).map_or(0, |place| place + 1)
    }

    /// Its stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reachable => "reachable",
            Self::Ends => "ends",
            Self::OneOutcome => "one-outcome",
            Self::Stops => "stops",
            Self::Riskier => "riskier",
            Self::Doubt => "doubt",
            Self::Stale => "stale",
            Self::OrderFree => "order-free",
            Self::Stricter => "stricter",
            Self::Data => "data",
        }
    }

    /// What it says.
    #[must_use]
    pub fn statement(self) -> &'static str {
        match self {
            Self::Reachable => "Everything can be reached: every question, answer, factor, outcome and route status.",
            Self::Ends => "Every visit ends.",
            Self::OneOutcome => "There is exactly one outcome, whatever was answered.",
            Self::Stops => {
                "A certain stop on every offered route never ends in possible_fit; an urgent answer always ends in urgent."
            }
            Self::Riskier => "A riskier answer to a question never gives a milder outcome.",
            Self::Doubt => {
                "\"Not sure\", \"rather not say\" or a skip on a safety question never ends in possible_fit, on any route."
            }
            Self::Stale => "An answer to a question that is not asked never changes anything.",
            Self::OrderFree => "The order in which answers were given or changed does not matter.",
            Self::Stricter => "A clinic's stricter rules and age limits never give a milder outcome.",
            Self::Data => "Every factor has a source, every text is there in every language, and every id is defined.",
        }
    }

    /// Tries to prove it, and tells what else is worth knowing.
    pub fn prove(self, model: &Drawn<Model>, subject: &Subject) -> Proof {
        let start = Instant::now();
        let mut proof = self.check(model, subject);
        if let (Ok(model), true) = (model, proof.holds()) {
            let examples = match self {
                Self::Ends => ends::longest(model),
                Self::Stricter => stricter::switches(model),
                _ => Ok(Vec::new()),
            };
            proof.verdict = examples.map_or(Verdict::Open, |examples| proof.verdict.with_examples(examples));
        }
        proof.took = start.elapsed();
        proof
    }

    /// Tries to prove it, and tells nothing else.
    pub fn check(self, model: &Drawn<Model>, subject: &Subject) -> Proof {
        let start = Instant::now();
        if self == Self::Data {
            return Proof { property: self, verdict: data::prove(subject), took: start.elapsed() };
        }
        let attempt = || {
            let model = model.as_ref().map_err(|too_large| *too_large)?;
            match self {
                Self::Reachable => reachable::prove(model),
                Self::Ends => ends::prove(model),
                Self::OneOutcome => one_outcome::prove(model),
                Self::Stops => stops::prove(model),
                Self::Riskier => riskier::prove(model, &subject.risk_order),
                Self::Doubt => doubt::prove(model),
                Self::Stale => stale::prove(model),
                Self::OrderFree => order_free::prove(model),
                Self::Stricter => stricter::prove(model),
                Self::Data => Ok(data::prove(subject)),
            }
        };
        let verdict = attempt().unwrap_or_else(|TooLarge| Verdict::Open);
        Proof { property: self, verdict, took: start.elapsed() }
    }
}

/// What became of a property.
#[derive(Debug, Clone)]
pub struct Proof {
    /// Which one.
    pub property: Property,
    /// What became of it.
    pub verdict: Verdict,
    /// How long it took.
    pub took: Duration,
}

/// Whether a property holds.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// It does.
    Held {
        /// What was proved, in words.
        proved: Vec<String>,
        /// What else is worth knowing, each with a visit that shows it.
        examples: Vec<(String, Visit)>,
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
    pub visits: Vec<Visit>,
}

impl Proof {
    /// Tells whether the property was proved.
    #[must_use]
    pub fn holds(&self) -> bool {
        matches!(self.verdict, Verdict::Held { .. })
    }

    /// Gives what shows that it does not hold.
    #[must_use]
    pub fn counterexample(&self) -> Option<&Counterexample> {
        match &self.verdict {
            Verdict::Failed(counterexample) => Some(counterexample),
            _ => None,
        }
    }
}

impl Verdict {
    /// Makes the verdict that a property fails.
    pub fn failed(says: impl Into<String>, visits: impl IntoIterator<Item = Visit>) -> Self {
        Self::Failed(Box::new(Counterexample { says: says.into(), visits: visits.into_iter().collect() }))
    }

    /// Makes the verdict that a property holds.
    pub fn held<T: Into<String>>(proved: impl IntoIterator<Item = T>) -> Self {
        Self::Held { proved: proved.into_iter().map(Into::into).collect(), examples: Vec::new() }
    }

    /// Adds what else is worth knowing, if it holds.
    #[must_use]
    pub fn with_examples(mut self, more: impl IntoIterator<Item = (String, Visit)>) -> Self {
        if let Self::Held { examples, .. } = &mut self {
            examples.extend(more);
        }
        self
    }
}
