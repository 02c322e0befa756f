//! Conditions in plain words, over the screen's own questions and answers.

use std::collections::BTreeSet;

use super::Explained;
use crate::markdown::{Entry, plain};
use crate::questionnaire::decimal::decimal;
use crate::questionnaire::{Comparison, Criterion, ItemIndex, ItemKind, OptionSet, ScoreIndex, Special};

/// How many tests a definition may hold to be written out where it is used; longer ones are referred to.
const WRITTEN_OUT: usize = 6;

/// How long a question may be, in bytes, to be written out where a condition asks for its answer.
const LONG: usize = 200;

/// How an answer stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// In a list: in bold.
    List,
    /// On an arrow: in quotes.
    Arrow,
}

impl Style {
    fn answer(self, text: &str) -> String {
        match self {
            Self::List => format!("**{text}**"),
            Self::Arrow => format!("\"{text}\""),
        }
    }
}

impl Explained {
    /// Says in one sentence, without its full stop, when a condition holds; definitions are written out.
    pub fn phrase(&self, criterion: &Criterion, style: Style) -> String {
        match criterion {
            Criterion::All(parts) => self.joined(&self.flat(parts, false), ", and ", style),
            Criterion::Any(parts) => self.joined(&self.merged(parts), ", or ", style),
            Criterion::Ref(def) => self.phrase(&self.questionnaire.defs[*def], style),
            Criterion::Not(part) => self.denied(part, style),
            test => self.test(test, style),
        }
    }

    fn joined(&self, parts: &[Criterion], between: &str, style: Style) -> String {
        match parts {
            [] if between == ", and " => "always".to_owned(),
            [] => "never".to_owned(),
            [one] => self.phrase(one, style),
            several => {
                let part = |part: &Criterion| {
                    let phrase = self.phrase(part, style);
                    if self.is_composed(part) { format!("({phrase})") } else { phrase }
                };
                several.iter().map(part).collect::<Vec<_>>().join(between)
            }
        }
    }

    /// Tells whether a condition is put together of several.
    fn is_composed(&self, criterion: &Criterion) -> bool {
        match criterion {
            Criterion::Any(parts) => {
                let parts = self.merged(parts);
                parts.len() != 1 || self.is_composed(&parts[0])
            }
            Criterion::All(parts) => {
                let parts = self.flat(parts, false);
                parts.len() != 1 || self.is_composed(&parts[0])
            }
            Criterion::Ref(def) => self.is_composed(&self.questionnaire.defs[*def]),
            _ => false,
        }
    }

    /// Puts lists within a list of the same kind into one, unless they are long.
    fn flat(&self, parts: &[Criterion], any: bool) -> Vec<Criterion> {
        let mut flat = Vec::new();
        for part in parts {
            match (self.opened(part), any) {
                (Criterion::Any(inner), true) | (Criterion::All(inner), false) if self.tests(part) <= WRITTEN_OUT => {
                    flat.extend(self.flat(inner, any));
                }
                _ => flat.push(part.clone()),
            }
        }
        flat
    }

    /// Puts parts of which any will do into one list, and neighbours that ask the same item for its answer into one.
    fn merged(&self, parts: &[Criterion]) -> Vec<Criterion> {
        let mut merged: Vec<Criterion> = Vec::new();
        for part in &self.flat(parts, true) {
            match (merged.last_mut(), self.opened(part)) {
                (Some(Criterion::Chosen { item: last, options: so_far }), Criterion::Chosen { item, options })
                    if last == item =>
                {
                    *so_far = options.iter().fold(*so_far, OptionSet::with);
                }
                (_, chosen @ Criterion::Chosen { .. }) => merged.push(chosen.clone()),
                _ => merged.push(part.clone()),
            }
        }
        merged
    }

    /// Says that a condition does not hold.
    pub fn denied(&self, criterion: &Criterion, style: Style) -> String {
        match criterion {
            Criterion::Ref(def) => self.denied(&self.questionnaire.defs[*def], style),
            Criterion::Not(part) => self.phrase(part, style),
            Criterion::Chosen { item, options } => {
                format!("{} not {}", self.asked(*item), self.answers(*item, *options, style))
            }
            Criterion::Answered(item) => format!("{} no answer", self.asked(*item)),
            Criterion::Skipped(item) => format!("{} not left blank", self.asked(*item)),
            Criterion::Score { .. } => format!("no {}", self.test(criterion, style)),
            Criterion::Available { score, available } => {
                self.test(&Criterion::Available { score: *score, available: !available }, style)
            }
            other => format!("not so: {}", self.phrase(other, style)),
        }
    }

    /// Says when a single test holds.
    fn test(&self, criterion: &Criterion, style: Style) -> String {
        match criterion {
            Criterion::Chosen { item, options } => {
                format!("{} {}", self.asked(*item), self.answers(*item, *options, style))
            }
            Criterion::Answered(item) => format!("{} any answer", self.asked(*item)),
            Criterion::Skipped(item) => format!("{} left blank", self.asked(*item)),
            Criterion::Number { item, comparison, value } => {
                let unit = self.words.get(&format!("items.{}.unit", self.questionnaire[*item].link_id));
                let unit = unit.map(|unit| format!(" {}", plain(&unit))).unwrap_or_default();
                let number = format!("{}{unit}", compared(*comparison, *value));
                format!("{} {}", self.asked(*item), style.answer(&number))
            }
            Criterion::Score { score, comparison, value } => {
                format!("{} score of {}", self.scale(*score), style.answer(&compared(*comparison, *value)))
            }
            Criterion::Available { score, available: true } => format!("there is a {} score", self.scale(*score)),
            Criterion::Available { score, .. } => format!("there is no {} score", self.scale(*score)),
            Criterion::RouteOffered(route) => format!("the clinic offers {}", plain(&self.wording().route(*route))),
            Criterion::ScaleOn(score) => format!("the clinic asks the {}", self.scale(*score)),
            Criterion::SafetyGap => {
                let refused = self.questionnaire.item_indices().find_map(|item| {
                    let option = self.questionnaire[item].special(Special::RatherNotSay)?;
                    Some(self.wording().option(item, option).0)
                });
                let refused = refused.map(|text| format!(", or answered with {}", style.answer(&plain(&text))));
                format!("a safety question is left blank{}", refused.unwrap_or_default())
            }
            _ => "always".to_owned(),
        }
    }

    /// The question of an item.
    pub fn question(&self, item: ItemIndex) -> String {
        plain(&self.wording().question_in_list(item))
    }

    /// The question of an item, for an answer to follow; of one that tells a story first, only what it asks.
    fn asked(&self, item: ItemIndex) -> String {
        let question = self.question(item);
        let asked = match question.rsplit_once(". ") {
            Some((_, asked)) if question.len() > LONG => format!("… {asked}"),
            _ => question,
        };
        if asked.ends_with('?') { asked } else { asked + ":" }
    }

    /// Names options of an item, any of which will do.
    pub fn answers(&self, item: ItemIndex, options: OptionSet, style: Style) -> String {
        let wording = self.wording();
        let own = &self.questionnaire[item].options;
        let any_line = own.iter().enumerate().filter(|(_, option)| option.special.is_none());
        let answer = |option: usize| style.answer(&plain(&wording.option(item, option).0));
        let texts: Vec<_> = options.iter().map(answer).collect();
        // A tick list whose every line counts is told so; a reader would look for the one that is left out.
        if self.questionnaire[item].kind == ItemKind::MultiChoice
            && any_line.clone().count() > 3
            && any_line.map(|(place, _)| place).all(|place| options.contains(place))
        {
            return format!("any line ticked ({})", texts.join("; "));
        }
        match texts.as_slice() {
            [] => "no answer that there is".to_owned(),
            [one] => one.clone(),
            [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
        }
    }

    /// The name of a published scale.
    pub fn scale(&self, score: ScoreIndex) -> String {
        plain(&self.words.text(&format!("scores.{}.title", self.questionnaire[score].id)))
    }

    /// Writes a condition as a list, its parts under it; long definitions are referred to and noted in `used`.
    pub fn entry(&self, before: &str, criterion: &Criterion, used: &mut BTreeSet<usize>) -> Entry {
        let (introduction, parts) = match criterion {
            Criterion::All(parts) => ("all of these:", self.flat(parts, false)),
            Criterion::Any(parts) => ("any of these:", self.merged(parts)),
            Criterion::Ref(def) if self.tests(criterion) <= WRITTEN_OUT => {
                return self.entry(before, &self.questionnaire.defs[*def], used);
            }
            Criterion::Ref(def) => return Entry::leaf(format!("{before}{}", self.reference(*def, used))),
            Criterion::Not(part) => match &**part {
                Criterion::Ref(def) if self.tests(part) > WRITTEN_OUT => {
                    return Entry::leaf(format!("{before}not {}", self.reference(*def, used)));
                }
                part => match self.opened(part) {
                    Criterion::Any(parts) if parts.len() > 1 => ("none of these:", self.merged(parts)),
                    Criterion::All(parts) if parts.len() > 1 => ("not all of these:", self.flat(parts, false)),
                    _ => return Entry::leaf(format!("{before}{}", self.phrase(criterion, Style::List))),
                },
            },
            test => return Entry::leaf(format!("{before}{}", self.phrase(test, Style::List))),
        };
        if let ([part], false) = (parts.as_slice(), matches!(criterion, Criterion::Not(_))) {
            return self.entry(before, part, used);
        }
        let below = parts.iter().map(|part| self.entry("", part, used)).collect();
        Entry { line: format!("{before}{introduction}"), below }
    }

    /// Follows a reference, so that the condition itself is written out.
    pub fn opened<'a>(&'a self, criterion: &'a Criterion) -> &'a Criterion {
        if let Criterion::Ref(def) = criterion { self.opened(&self.questionnaire.defs[*def]) } else { criterion }
    }

    fn reference(&self, def: usize, used: &mut BTreeSet<usize>) -> String {
        used.insert(def);
        let id = self.definition(def);
        format!("[`{id}`](#{id})")
    }

    /// The id of a definition.
    pub fn definition(&self, def: usize) -> &str {
        self.file.defs.iter().nth(def).map_or("", |def| def.id.as_str())
    }

    /// Counts the tests of a condition, definitions followed.
    pub fn tests(&self, criterion: &Criterion) -> usize {
        match criterion {
            Criterion::All(parts) | Criterion::Any(parts) => parts.iter().map(|part| self.tests(part)).sum(),
            Criterion::Not(part) => self.tests(part),
            Criterion::Ref(def) => self.tests(&self.questionnaire.defs[*def]),
            _ => 1,
        }
    }
}

fn compared(comparison: Comparison, value: f64) -> String {
    let value = decimal(value, 2);
    match comparison {
        Comparison::Gte => format!("{value} or more"),
        Comparison::Gt => format!("more than {value}"),
        Comparison::Lte => format!("{value} or less"),
        Comparison::Lt => format!("less than {value}"),
        Comparison::Eq => format!("exactly {value}"),
    }
}
