//! Criteria: JSON to [`Criterion`].

use serde_json::{Map, Value};

use super::names::Loader;
use super::operators::{AskedOf, Operand, Operator, operators_of, shapes};
use crate::questionnaire::file::Expression;
use crate::questionnaire::shown::shown;
use crate::questionnaire::{Comparison, Criterion, ItemIndex, OptionSet};

/// Where a criterion stands, and whose it is.
#[derive(Clone, Copy)]
struct Position<'a> {
    pointer: &'a str,
    of: &'a str,
}

impl Loader {
    /// Reads a criterion; a part that cannot be read is noted and never holds.
    pub fn criterion(&mut self, Expression(value): &Expression, pointer: &str, of: &str) -> Criterion {
        let criterion = self.part(value, pointer, of);
        self.criteria.push((criterion.clone(), pointer.to_owned(), of.to_owned()));
        criterion
    }

    fn part(&mut self, value: &Value, pointer: &str, of: &str) -> Criterion {
        let never = || Criterion::Any(Vec::new());
        let place = Position { pointer, of };
        let Value::Object(node) = value else {
            self.error("wrong-shape", pointer, of, shown(value), shapes());
            return never();
        };
        let keys: Vec<&str> = node.keys().map(String::as_str).collect();
        let (subject, word) = match keys.as_slice() {
            ["item", word] | [word, "item"] => (AskedOf::Item, *word),
            ["score", word] | [word, "score"] => (AskedOf::Score, *word),
            [word] => (AskedOf::Alone, *word),
            _ => {
                self.error("wrong-shape", pointer, of, shown(value), shapes());
                return never();
            }
        };
        let Some(operator) = Operator::find(subject, word) else {
            self.unknown_operator(node, subject, word, place);
            return never();
        };
        if !self.fits_operator(&node[word], operator, place) {
            return never();
        }
        let read = match subject {
            AskedOf::Alone => self.plain(&node[word], word, place),
            AskedOf::Item => self.item_test(node, word, place),
            AskedOf::Score => self.score_test(node, word, place),
        };
        read.unwrap_or_else(never)
    }

    /// Reads a criterion that never holds if it is left out.
    pub fn criterion_or_never(&mut self, value: Option<&Expression>, pointer: &str) -> Criterion {
        value.map_or_else(Criterion::never, |value| self.criterion(value, pointer, ""))
    }

    /// Reads a criterion that may be left out.
    pub fn optional_criterion(&mut self, value: Option<&Expression>, pointer: &str, of: &str) -> Criterion {
        value.map_or(Criterion::Always, |value| self.criterion(value, &format!("{pointer}/enable_when"), of))
    }

    fn unknown_operator(&mut self, node: &Map<String, Value>, subject: AskedOf, word: &str, place: Position) {
        let Position { pointer, of } = place;
        let expected = if subject == AskedOf::Alone { shapes() } else { operators_of(subject) };
        self.error("unknown-operator", pointer, of, format!("'{word}'"), expected);
        if let (AskedOf::Item, Some(id)) = (subject, node.get("item").and_then(Value::as_str)) {
            self.item(pointer, of, id);
        }
    }

    /// Notes a value that cannot stand under its operator.
    fn fits_operator(&mut self, value: &Value, operator: &Operator, place: Position) -> bool {
        let (fits, expected) = match operator.takes {
            Operand::True => (value == &Value::Bool(true), "true"),
            Operand::Flag => (value.is_boolean(), "true or false"),
            Operand::Number => (value.is_number(), "a number"),
            Operand::Id => (value.is_string(), "an id"),
            Operand::Ids => (value.is_array(), "a list of option codes"),
            // Each of them is looked at where it is read.
            Operand::Criterion => (true, ""),
            Operand::Criteria => (value.is_array(), "a list of conditions"),
        };
        if !fits {
            let Position { pointer, of } = place;
            self.error("wrong-shape", &format!("{pointer}/{}", operator.word), of, shown(value), expected);
        }
        fits
    }

    fn plain(&mut self, value: &Value, word: &str, place: Position) -> Option<Criterion> {
        let Position { pointer, of } = place;
        let here = format!("{pointer}/{word}");
        let mut parts = || {
            let parts = value.as_array().into_iter().flatten().enumerate();
            parts.map(|(n, part)| self.part(part, &format!("{here}/{n}"), of)).collect()
        };
        let id = value.as_str().unwrap_or_default();
        match word {
            "always" => Some(Criterion::Always),
            "safety_gap" => Some(Criterion::SafetyGap),
            "all" => Some(Criterion::All(parts())),
            "any" => Some(Criterion::Any(parts())),
            "not" => Some(Criterion::Not(Box::new(self.part(value, &here, of)))),
            "ref" => self.def(&here, of, id).map(Criterion::Ref),
            "route_offered" => self.route(&here, of, id).map(Criterion::RouteOffered),
            _ => self.score(&here, of, id).map(Criterion::ScaleOn),
        }
    }

    fn item_test(&mut self, node: &Map<String, Value>, word: &str, place: Position) -> Option<Criterion> {
        let Position { pointer, of } = place;
        let here = format!("{pointer}/{word}");
        let id = self.string(&node["item"], &format!("{pointer}/item"), of);
        let value = &node[word];
        let codes: Vec<_> = match value {
            Value::Array(codes) => {
                let place = |(n, code)| (format!("{here}/{n}"), code);
                codes.iter().enumerate().map(place).collect::<Vec<_>>()
            }
            one => vec![(here, one)],
        };
        if word == "in" {
            for (here, code) in &codes {
                self.string(code, here, of);
            }
        }
        let item = self.item(pointer, of, id?)?;
        if let Some((_, comparison)) = Comparison::ALL.into_iter().find(|(known, _)| *known == word) {
            self.fits(item, word, &["integer", "scale"], place);
            return Some(Criterion::Number { item, comparison, value: value.as_f64()? });
        }
        match word {
            "answered" => return Some(Criterion::Answered(item)),
            "skipped" => return Some(Criterion::Skipped(item)),
            "is" => self.fits(item, word, &["choice", "integer"], place),
            "includes" => self.fits(item, word, &["multi_choice"], place),
            _ => self.fits(item, word, &["choice", "multi_choice", "integer"], place),
        }
        let mut options = OptionSet::default();
        for (here, code) in codes {
            if let Some(option) = code.as_str().and_then(|code| self.option(item, code, &here, of)) {
                options = options.with(option);
            }
        }
        // One option that does not exist leaves nothing to test; of several, the others still are.
        (word == "in" || !options.is_empty()).then_some(Criterion::Chosen { item, options })
    }

    fn score_test(&mut self, node: &Map<String, Value>, word: &str, place: Position) -> Option<Criterion> {
        let Position { pointer, of } = place;
        let id = self.string(&node["score"], &format!("{pointer}/score"), of)?;
        let score = self.score(pointer, of, id)?;
        match Comparison::ALL.into_iter().find(|(known, _)| *known == word) {
            Some((_, comparison)) => Some(Criterion::Score { score, comparison, value: node[word].as_f64()? }),
            None => Some(Criterion::Available { score, available: node[word].as_bool()? }),
        }
    }

    fn string<'a>(&mut self, value: &'a Value, pointer: &str, of: &str) -> Option<&'a str> {
        let string = value.as_str();
        if string.is_none() {
            self.error("wrong-shape", pointer, of, shown(value), "an id");
        }
        string
    }

    fn option(&mut self, item: ItemIndex, code: &str, pointer: &str, of: &str) -> Option<usize> {
        let options = &self.declared[item.get()].options;
        let place = options.iter().position(|option| option.code.as_str() == code);
        if place.is_none() {
            let codes: Vec<_> = options.iter().map(|option| option.code.as_str()).collect();
            let expected = format!("one of {}", codes.join(", "));
            let found = format!("option '{code}' of item '{}'", self.item_ids[item.get()]);
            self.error("unknown-option", pointer, of, found, expected);
        }
        place
    }

    /// Notes an operator that can never hold for the kind of item.
    fn fits(&mut self, item: ItemIndex, operator: &str, kinds: &[&str], place: Position) {
        let kind = self.declared[item.get()].kind.clone();
        if !kinds.contains(&kind.as_str()) {
            let found = format!("'{operator}' on '{}', an item of type {kind}", self.item_ids[item.get()]);
            self.error(
                "operator-does-not-fit",
                place.pointer,
                place.of,
                found,
                format!("an item of type {}", kinds.join(" or ")),
            );
        }
    }
}
