//! The closed vocabulary of conditions: every operator, what it is asked of, and what stands beside it.
//!
//! Reading, the message about a condition that is none, and the schema that editors complete from all come from this list.

#[cfg(feature = "command")]
use {
    crate::questionnaire::schema::{Keys, explained, list},
    serde_json::{Value, json},
};

/// What a condition asks something of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Nothing: the operator stands alone.
    Alone,
    /// An item, by its link id under `item`.
    Item,
    /// A score, by its id under `score`.
    Score,
}

/// What stands under an operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
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
    /// A condition.
    Criterion,
    /// A list of conditions.
    Criteria,
}

/// An operator.
#[derive(Debug, Clone, Copy)]
pub struct Operator {
    /// What it asks something of.
    pub subject: Subject,
    /// As it is written.
    pub word: &'static str,
    /// What stands under it.
    pub takes: Takes,
    /// When the condition holds.
    #[cfg_attr(not(feature = "command"), allow(dead_code, reason = "only editors show it"))]
    pub holds: &'static str,
}

impl Operator {
    const fn new(subject: Subject, word: &'static str, takes: Takes, holds: &'static str) -> Self {
        Self { subject, word, takes, holds }
    }

    /// Finds an operator.
    pub fn find(subject: Subject, word: &str) -> Option<&'static Self> {
        OPERATORS.iter().find(|operator| operator.subject == subject && operator.word == word)
    }
}

#[rustfmt::skip] // One operator per line.
const OPERATORS: &[Operator] = &[
    Operator::new(Subject::Alone, "always", Takes::True, "Holds."),
    Operator::new(Subject::Alone, "all", Takes::Criteria, "Holds if every condition of the list does."),
    Operator::new(Subject::Alone, "any", Takes::Criteria, "Holds if some condition of the list does."),
    Operator::new(Subject::Alone, "not", Takes::Criterion, "Holds if the condition does not."),
    Operator::new(Subject::Alone, "ref", Takes::Id, "Holds if the condition of that id in `defs` does."),
    Operator::new(Subject::Item, "is", Takes::Id, "Holds if this option of the item was chosen; of an integer, if this special answer was."),
    Operator::new(Subject::Item, "in", Takes::Ids, "Holds if one of these options of the item was chosen or ticked."),
    Operator::new(Subject::Item, "includes", Takes::Id, "Holds if this option of the tick list was ticked."),
    Operator::new(Subject::Item, "answered", Takes::True, "Holds if the item is asked and has a valid answer."),
    Operator::new(Subject::Item, "skipped", Takes::True, "Holds if the item is asked and has no valid answer."),
    Operator::new(Subject::Item, "gte", Takes::Number, "Holds if the number given is at least this."),
    Operator::new(Subject::Item, "gt", Takes::Number, "Holds if the number given is more than this."),
    Operator::new(Subject::Item, "lte", Takes::Number, "Holds if the number given is at most this."),
    Operator::new(Subject::Item, "lt", Takes::Number, "Holds if the number given is less than this."),
    Operator::new(Subject::Item, "eq", Takes::Number, "Holds if the number given is this."),
    Operator::new(Subject::Score, "available", Takes::Flag, "Holds if there is a score (true), or if there is none (false)."),
    Operator::new(Subject::Score, "gte", Takes::Number, "Holds if there is a score, of at least this."),
    Operator::new(Subject::Score, "gt", Takes::Number, "Holds if there is a score, of more than this."),
    Operator::new(Subject::Score, "lte", Takes::Number, "Holds if there is a score, of at most this."),
    Operator::new(Subject::Score, "lt", Takes::Number, "Holds if there is a score, of less than this."),
    Operator::new(Subject::Score, "eq", Takes::Number, "Holds if there is a score, of exactly this."),
    Operator::new(Subject::Alone, "route_offered", Takes::Id, "Holds if the clinic offers the route of that id."),
    Operator::new(Subject::Alone, "scale_on", Takes::Id, "Holds if the clinic has not switched off the score of that id."),
    Operator::new(Subject::Alone, "safety_gap", Takes::True, "Holds if a safety question is blank, or was answered with \"rather not say\"."),
];

/// Lists the operators for a subject, as in `is, in or eq`.
pub fn operators_of(subject: Subject) -> String {
    let words: Vec<_> =
        OPERATORS.iter().filter(|operator| operator.subject == subject).map(|known| known.word).collect();
    let (last, rest) = words.split_last().unwrap_or((&"", &[]));
    format!("{} or {last}", rest.join(", "))
}

/// Says what a condition may look like.
pub fn shapes() -> String {
    let group = |operators: &[Operator]| {
        let words: Vec<_> = operators.iter().map(|operator| operator.word).collect();
        match operators[0].subject {
            Subject::Alone => words.iter().map(|word| format!("{{{word}}}")).collect::<Vec<_>>().join(", "),
            Subject::Item => format!("{{item, {}}}", words.join(" | ")),
            Subject::Score => format!("{{score, {}}}", words.join(" | ")),
        }
    };
    let groups: Vec<_> = OPERATORS.chunk_by(|one, next| one.subject == next.subject).map(group).collect();
    format!("one of {}", groups.join(", "))
}

/// The schema of a condition.
#[cfg(feature = "command")]
pub fn criterion_schema() -> Value {
    let id = || json!({"type": "string"});
    let itself = || json!({"$ref": "#/$defs/Criterion"});
    let shape = |operator: &Operator| {
        let mut keys = Keys::default();
        match operator.subject {
            Subject::Alone => {}
            Subject::Item => keys.must("item", "The link id of the item that is asked about.", id()),
            Subject::Score => keys.must("score", "The id of the score that is asked about.", id()),
        }
        let value = match operator.takes {
            Takes::True => json!({"const": true}),
            Takes::Flag => json!({"type": "boolean"}),
            Takes::Number => json!({"type": "number"}),
            Takes::Id => id(),
            Takes::Ids => list(id()),
            Takes::Criterion => itself(),
            Takes::Criteria => list(itself()),
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
