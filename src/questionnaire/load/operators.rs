//! The closed vocabulary of criteria: every operator, what it is asked of, and what stands beside it.
//!
//! Reading, the message about a criterion that is none, and the schema that editors complete from all come from this list.

#[cfg(feature = "command")]
use {
    crate::questionnaire::schema::{Keys, explained, list},
    serde_json::{Value, json},
};

/// What a criterion asks something of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedOf {
    /// Nothing: the operator stands alone.
    Alone,
    /// An item, by its link id under `item`.
    Item,
    /// A score, by its id under `score`.
    Score,
}

/// What stands under an operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operand {
    /// `true`.
    True,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// An id.
    Id,
    /// A list of ids.
    Ids,
    /// A criterion.
    Criterion,
    /// A list of criteria.
    Criteria,
}

/// An operator.
#[derive(Debug, Clone, Copy)]
pub struct Operator {
    /// What it asks something of.
    pub subject: AskedOf,
    /// As it is written.
    pub word: &'static str,
    /// What stands under it.
    pub takes: Operand,
    /// When the criterion holds.
    #[cfg_attr(not(feature = "command"), allow(dead_code, reason = "only editors show it"))]
    pub holds: &'static str,
}

impl Operator {
    const fn new(subject: AskedOf, word: &'static str, takes: Operand, holds: &'static str) -> Self {
        Self { subject, word, takes, holds }
    }

    /// Finds an operator.
    pub fn find(subject: AskedOf, word: &str) -> Option<&'static Self> {
        OPERATORS.iter().find(|operator| operator.subject == subject && operator.word == word)
    }
}

#[rustfmt::skip] // One operator per line.
const OPERATORS: &[Operator] = &[
    Operator::new(AskedOf::Alone, "always", Operand::True, "Holds."),
    Operator::new(AskedOf::Alone, "all", Operand::Criteria, "Holds if every condition of the list does."),
    Operator::new(AskedOf::Alone, "any", Operand::Criteria, "Holds if some condition of the list does."),
    Operator::new(AskedOf::Alone, "not", Operand::Criterion, "Holds if the condition does not."),
    Operator::new(AskedOf::Alone, "ref", Operand::Id, "Holds if the condition of that id in `defs` does."),
    Operator::new(AskedOf::Item, "is", Operand::Id, "Holds if this option of the item was chosen; of an integer, if this special answer was."),
    Operator::new(AskedOf::Item, "in", Operand::Ids, "Holds if one of these options of the item was chosen or ticked."),
    Operator::new(AskedOf::Item, "includes", Operand::Id, "Holds if this option of the tick list was ticked."),
    Operator::new(AskedOf::Item, "answered", Operand::True, "Holds if the item is asked and has a valid answer."),
    Operator::new(AskedOf::Item, "skipped", Operand::True, "Holds if the item is asked and has no valid answer."),
    Operator::new(AskedOf::Item, "gte", Operand::Number, "Holds if the number given is at least this."),
    Operator::new(AskedOf::Item, "gt", Operand::Number, "Holds if the number given is more than this."),
    Operator::new(AskedOf::Item, "lte", Operand::Number, "Holds if the number given is at most this."),
    Operator::new(AskedOf::Item, "lt", Operand::Number, "Holds if the number given is less than this."),
    Operator::new(AskedOf::Item, "eq", Operand::Number, "Holds if the number given is this."),
    Operator::new(AskedOf::Score, "available", Operand::Flag, "Holds if there is a score (true), or if there is none (false)."),
    Operator::new(AskedOf::Score, "gte", Operand::Number, "Holds if there is a score, of at least this."),
    Operator::new(AskedOf::Score, "gt", Operand::Number, "Holds if there is a score, of more than this."),
    Operator::new(AskedOf::Score, "lte", Operand::Number, "Holds if there is a score, of at most this."),
    Operator::new(AskedOf::Score, "lt", Operand::Number, "Holds if there is a score, of less than this."),
    Operator::new(AskedOf::Score, "eq", Operand::Number, "Holds if there is a score, of exactly this."),
    Operator::new(AskedOf::Alone, "route_offered", Operand::Id, "Holds if the clinic offers the route of that id."),
    Operator::new(AskedOf::Alone, "scale_on", Operand::Id, "Holds if the clinic has not switched off the score of that id."),
    Operator::new(AskedOf::Alone, "safety_gap", Operand::True, "Holds if a safety question is blank, or was answered with \"rather not say\"."),
];

/// Lists the operators for a subject, as in `is, in or eq`.
pub fn operators_of(subject: AskedOf) -> String {
    let words: Vec<_> =
        OPERATORS.iter().filter(|operator| operator.subject == subject).map(|known| known.word).collect();
    let (last, rest) = words.split_last().unwrap_or((&"", &[]));
    format!("{} or {last}", rest.join(", "))
}

/// Says what a criterion may look like.
pub fn shapes() -> String {
    let group = |operators: &[Operator]| {
        let words: Vec<_> = operators.iter().map(|operator| operator.word).collect();
        match operators[0].subject {
            AskedOf::Alone => words.iter().map(|word| format!("{{{word}}}")).collect::<Vec<_>>().join(", "),
            AskedOf::Item => format!("{{item, {}}}", words.join(" | ")),
            AskedOf::Score => format!("{{score, {}}}", words.join(" | ")),
        }
    };
    let groups: Vec<_> = OPERATORS.chunk_by(|one, next| one.subject == next.subject).map(group).collect();
    format!("one of {}", groups.join(", "))
}

/// The schema of a criterion.
#[cfg(feature = "command")]
pub fn criterion_schema() -> Value {
    let id = || json!({"type": "string"});
    let itself = || json!({"$ref": "#/$defs/Criterion"});
    let shape = |operator: &Operator| {
        let mut keys = Keys::default();
        match operator.subject {
            AskedOf::Alone => {}
            AskedOf::Item => keys.must("item", "The link id of the item that is asked about.", id()),
            AskedOf::Score => keys.must("score", "The id of the score that is asked about.", id()),
        }
        let value = match operator.takes {
            Operand::True => json!({"const": true}),
            Operand::Flag => json!({"type": "boolean"}),
            Operand::Number => json!({"type": "number"}),
            Operand::Id => id(),
            Operand::Ids => list(id()),
            Operand::Criterion => itself(),
            Operand::Criteria => list(itself()),
        };
        keys.must(operator.word, operator.holds, value);
        keys.object("")
    };
    let schema = json!({"anyOf": OPERATORS.iter().map(shape).collect::<Vec<_>>()});
    explained(
        schema,
        "A condition over answers, scores and settings. A test of an item that is not asked, or has no valid answer, does not hold.",
    )
}
