//! The ten properties: what each of them says, and what proves it.

use std::time::{Duration, Instant};

use super::diagram::Drawn;
use super::model::Model;
use super::verdict::{Counterexample, Verdict};
use super::visit::Inputs;
use super::{Subject, data, doubt, ends, one_outcome, order_free, reachable, riskier, stale, stops, stricter};

/// What else is worth knowing, each with a visit that shows it.
type Examples = Vec<(String, Inputs)>;

/// What there is to know of a property.
struct Row {
    /// Its stable name.
    id: &'static str,
    /// What it says.
    statement: &'static str,
    /// Tries to prove it.
    prove: fn(&Drawn<Model>, &Subject) -> Drawn<Verdict>,
    /// Tells what else is worth knowing of a screen for which it holds.
    examples: fn(&Model) -> Drawn<Examples>,
}

/// Declares the properties, in the order in which they are told.
macro_rules! properties {
    ($($(#[$doc:meta])* $property:ident $row:expr)+) => {
        /// A property of a screen.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Property {
            $($(#[$doc])* $property),+
        }

        impl Property {
            /// Every property, in the order in which they are told.
            pub const ALL: [Self; 10] = [$(Self::$property),+];

            fn row(self) -> Row {
                match self {
                    $(Self::$property => $row),+
                }
            }
        }
    };
}

properties! {
    /// Everything can be reached.
    Reachable Row {
        id: "reachable",
        statement: "Everything can be reached: every question, answer, factor, outcome and route status.",
        prove: |model, _| reachable::prove(drawn(model)?),
        examples: none,
    }
    /// Every visit ends.
    Ends Row {
        id: "ends",
        statement: "Every visit ends.",
        prove: |model, _| ends::prove(drawn(model)?),
        examples: ends::longest,
    }
    /// There is one outcome.
    OneOutcome Row {
        id: "one-outcome",
        statement: "There is exactly one outcome, whatever was answered.",
        prove: |model, _| one_outcome::prove(drawn(model)?),
        examples: none,
    }
    /// A stop never fits, and an urgent answer is urgent.
    Stops Row {
        id: "stops",
        statement: "A certain stop on every offered route never ends in possible_fit; an urgent answer always ends in urgent.",
        prove: |model, _| stops::prove(drawn(model)?),
        examples: none,
    }
    /// A riskier answer is never milder.
    Riskier Row {
        id: "riskier",
        statement: "A riskier answer to a question never gives a milder outcome.",
        prove: |model, subject| riskier::prove(drawn(model)?, &subject.risk_order),
        examples: none,
    }
    /// A doubt about safety never fits.
    Doubt Row {
        id: "doubt",
        statement: "\"Not sure\", \"rather not say\" or a skip on a safety question never ends in possible_fit, on any route.",
        prove: |model, _| doubt::prove(drawn(model)?),
        examples: none,
    }
    /// An answer to what is not asked never counts.
    Stale Row {
        id: "stale",
        statement: "An answer to a question that is not asked never changes anything.",
        prove: |model, _| stale::prove(drawn(model)?),
        examples: none,
    }
    /// Order does not matter.
    OrderFree Row {
        id: "order-free",
        statement: "The order in which answers were given or changed does not matter.",
        prove: |model, _| order_free::prove(drawn(model)?),
        examples: none,
    }
    /// A stricter clinic is never milder.
    Stricter Row {
        id: "stricter",
        statement: "A clinic's stricter rules and age limits never give a milder outcome.",
        prove: |model, _| stricter::prove(drawn(model)?),
        examples: stricter::switches,
    }
    /// Sources, texts and ids are there.
    Data Row {
        id: "data",
        statement: "Every factor has a source, every text is there in every language, and every id is defined.",
        // No diagram is needed, so that this one is shown of a screen of any size.
        prove: |_, subject| Ok(data::prove(subject)),
        examples: none,
    }
}

fn drawn<'a, 'b>(model: &'b Drawn<Model<'a>>) -> Drawn<&'b Model<'a>> {
    model.as_ref().map_err(|too_large| *too_large)
}

fn none(_: &Model) -> Drawn<Examples> {
    Ok(Vec::new())
}

impl Property {
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
        self as usize + 1
    }

    /// Its stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.row().id
    }

    /// What it says.
    #[must_use]
    pub fn statement(self) -> &'static str {
        self.row().statement
    }

    /// Tries to prove it, and tells what else is worth knowing.
    pub fn prove(self, model: &Drawn<Model>, subject: &Subject) -> Proof {
        let start = Instant::now();
        let mut proof = self.check(model, subject);
        if let (Ok(model), true) = (model, proof.holds()) {
            let examples = (self.row().examples)(model);
            proof.verdict = examples.map_or(Verdict::Open, |examples| proof.verdict.with_examples(examples));
        }
        proof.took = start.elapsed();
        proof
    }

    /// Tries to prove it, and tells nothing else.
    pub fn check(self, model: &Drawn<Model>, subject: &Subject) -> Proof {
        let start = Instant::now();
        let verdict = (self.row().prove)(model, subject).unwrap_or(Verdict::Open);
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

impl Proof {
    /// Tells whether the property was proved.
    #[must_use]
    pub fn holds(&self) -> bool {
        matches!(self.verdict, Verdict::Held { .. })
    }

    /// What shows that it does not hold.
    #[must_use]
    pub fn counterexample(&self) -> Option<&Counterexample> {
        match &self.verdict {
            Verdict::Failed(counterexample) => Some(counterexample),
            _ => None,
        }
    }
}
