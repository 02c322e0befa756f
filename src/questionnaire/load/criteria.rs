//! Conditions: JSON to [`Criterion`].

use serde_json::{Map, Value};

use super::names::Loader;
use crate::questionnaire::shown::shown;
use crate::questionnaire::{Comparison, Criterion, ItemIndex, OptionSet};

/// What a condition may look like.
const SHAPES: &str = "one of {always}, {all}, {any}, {not}, {ref}, {item, is | in | includes | answered | skipped | gte | gt | lte | lt | eq}, \
     {score, available | gte | gt | lte | lt | eq}, {route_offered}, {scale_on}, {safety_gap}";

/// Where a condition stands, and whose it is.
#[derive(Clone, Copy)]
struct Place<'a> {
    pointer: &'a str,
    of: &'a str,
}

impl Loader {
    /// Reads a condition; a part that cannot be read is noted and never holds.
    pub fn criterion(&mut self, value: &Value, pointer: &str, of: &str) -> Criterion {
        let never = || Criterion::Any(Vec::new());
        let place = Place { pointer, of };
        let Value::Object(node) = value else {
            self.error("wrong-shape", pointer, of, shown(value), SHAPES);
            return never();
        };
        let keys: Vec<&str> = node.keys().map(String::as_str).collect();
        let read = match keys.as_slice() {
            ["item", operator] | [operator, "item"] => self.item_test(node, operator, place),
            ["score", operator] | [operator, "score"] => self.score_test(node, operator, place),
            [operator] => self.plain(&node[*operator], operator, place),
            _ => {
                self.error("wrong-shape", pointer, of, shown(value), SHAPES);
                None
            }
        };
        read.unwrap_or_else(never)
    }

    /// Reads a condition that may be left out.
    pub fn optional_criterion(&mut self, value: Option<&Value>, pointer: &str, of: &str) -> Criterion {
        value.map_or(Criterion::Always, |value| self.criterion(value, &format!("{pointer}/enable_when"), of))
    }

    fn plain(&mut self, value: &Value, operator: &str, place: Place) -> Option<Criterion> {
        let Place { pointer, of } = place;
        let here = format!("{pointer}/{operator}");
        match operator {
            "always" | "safety_gap" => {
                if value != &Value::Bool(true) {
                    self.error("wrong-shape", &here, of, shown(value), "true");
                }
                Some(if operator == "always" { Criterion::Always } else { Criterion::SafetyGap })
            }
            "all" | "any" => {
                let Value::Array(parts) = value else {
                    self.error("wrong-shape", &here, of, shown(value), "a list of conditions");
                    return None;
                };
                let parts = parts
                    .iter()
                    .enumerate()
                    .map(|(n, part)| self.criterion(part, &format!("{here}/{n}"), of))
                    .collect();
                Some(if operator == "all" { Criterion::All(parts) } else { Criterion::Any(parts) })
            }
            "not" => Some(Criterion::Not(Box::new(self.criterion(value, &here, of)))),
            "ref" => {
                let name = self.string(value, &here, of)?;
                self.def(&here, of, name).map(Criterion::Ref)
            }
            "route_offered" => {
                let name = self.string(value, &here, of)?;
                self.route(&here, of, name).map(Criterion::RouteOffered)
            }
            "scale_on" => {
                let name = self.string(value, &here, of)?;
                self.score(&here, of, name).map(Criterion::ScaleOn)
            }
            _ => {
                self.error("unknown-operator", pointer, of, format!("'{operator}'"), SHAPES);
                None
            }
        }
    }

    fn item_test(&mut self, node: &Map<String, Value>, operator: &str, place: Place) -> Option<Criterion> {
        let Place { pointer, of } = place;
        let here = format!("{pointer}/{operator}");
        let id = self.string(&node["item"], &format!("{pointer}/item"), of)?;
        let value = &node[operator];
        if let Some((_, comparison)) = Comparison::ALL.into_iter().find(|(word, _)| *word == operator) {
            let item = self.item(pointer, of, id)?;
            self.fits(item, operator, &["integer", "scale"], place);
            let value = self.number(value, &here, of)?;
            return Some(Criterion::Number { item, comparison, value });
        }
        match operator {
            "is" | "includes" => {
                let code = self.string(value, &here, of)?;
                let item = self.item(pointer, of, id)?;
                let kinds: &[&str] = if operator == "is" { &["choice", "integer"] } else { &["multi_choice"] };
                self.fits(item, operator, kinds, place);
                let option = self.option(item, code, &here, of)?;
                Some(Criterion::Chosen { item, options: OptionSet::one(option) })
            }
            "in" => {
                let Value::Array(codes) = value else {
                    self.error("wrong-shape", &here, of, shown(value), "a list of option codes");
                    return None;
                };
                let item = self.item(pointer, of, id)?;
                self.fits(item, operator, &["choice", "multi_choice", "integer"], place);
                let mut options = OptionSet::default();
                for (n, code) in codes.iter().enumerate() {
                    let here = format!("{here}/{n}");
                    let code = self.string(code, &here, of);
                    if let Some(option) = code.and_then(|code| self.option(item, code, &here, of)) {
                        options = options.with(option);
                    }
                }
                Some(Criterion::Chosen { item, options })
            }
            "answered" | "skipped" => {
                if value != &Value::Bool(true) {
                    self.error("wrong-shape", &here, of, shown(value), "true");
                }
                let item = self.item(pointer, of, id)?;
                Some(if operator == "answered" { Criterion::Answered(item) } else { Criterion::Skipped(item) })
            }
            _ => {
                let expected = "is, in, includes, answered, skipped, gte, gt, lte, lt or eq";
                self.error("unknown-operator", pointer, of, format!("'{operator}'"), expected);
                self.item(pointer, of, id);
                None
            }
        }
    }

    fn score_test(&mut self, node: &Map<String, Value>, operator: &str, place: Place) -> Option<Criterion> {
        let Place { pointer, of } = place;
        let here = format!("{pointer}/{operator}");
        let id = self.string(&node["score"], &format!("{pointer}/score"), of)?;
        let score = self.score(pointer, of, id);
        let value = &node[operator];
        if let Some((_, comparison)) = Comparison::ALL.into_iter().find(|(word, _)| *word == operator) {
            let value = self.number(value, &here, of)?;
            return Some(Criterion::Score { score: score?, comparison, value });
        }
        if operator != "available" {
            self.error("unknown-operator", pointer, of, format!("'{operator}'"), "available, gte, gt, lte, lt or eq");
            return None;
        }
        let Value::Bool(available) = value else {
            self.error("wrong-shape", &here, of, shown(value), "true or false");
            return None;
        };
        Some(Criterion::Available { score: score?, available: *available })
    }

    fn string<'a>(&mut self, value: &'a Value, pointer: &str, of: &str) -> Option<&'a str> {
        let string = value.as_str();
        if string.is_none() {
            self.error("wrong-shape", pointer, of, shown(value), "an id");
        }
        string
    }

    fn number(&mut self, value: &Value, pointer: &str, of: &str) -> Option<f64> {
        let number = value.as_f64();
        if number.is_none() {
            self.error("wrong-shape", pointer, of, shown(value), "a number");
        }
        number
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
    fn fits(&mut self, item: ItemIndex, operator: &str, kinds: &[&str], place: Place) {
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
