//! What settings take, for one screen: what messages say, and what every document, schema and declaration is made from.

use std::fmt;

use super::form::{ADULT, Form, Limits};
use crate::questionnaire::decimal::decimal;
use crate::questionnaire::{Criterion, Questionnaire, ScoreIndex, sort_short};

/// What a setting takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Takes {
    /// A text, described.
    Text(&'static str),
    /// Yes or no.
    Flag,
    /// One of these words.
    Words(Vec<String>),
    /// One of these languages, with or without a region.
    Language(Vec<String>),
    /// Any of these ids.
    Ids(Vec<String>),
    /// One of these numbers.
    Numbers(Vec<f64>),
    /// A number within these limits.
    Range(&'static Limits<f64>),
    /// A value that only JSON can carry, described.
    Json(&'static str),
}

/// Says it as a message does: "… must be" stands before it.
impl fmt::Display for Takes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Json(text) => f.write_str(text),
            Self::Flag => f.write_str("true or false"),
            Self::Words(words) | Self::Language(words) => f.write_str(&either(words)),
            Self::Ids(ids) => write!(f, "a list of {}", either(ids)),
            Self::Numbers(numbers) => {
                let numbers: Vec<_> = numbers.iter().map(|number| decimal(*number, 2)).collect();
                f.write_str(&either(&numbers))
            }
            Self::Range(limits) => write!(f, "a number from {}", limits.said),
        }
    }
}

/// `a`, `a or b`, `a, b or c`; what has nothing to choose from is left out.
fn either(words: &[String]) -> String {
    match words {
        [] => "left out".to_owned(),
        [word] => word.clone(),
        [others @ .., last] => format!("{} or {last}", others.join(", ")),
    }
}

impl Form {
    /// Says what a screen takes in this form.
    #[must_use]
    pub fn takes(self, questionnaire: &Questionnaire) -> Takes {
        match self {
            Self::Text(text) => Takes::Text(text.takes),
            Self::Flag => Takes::Flag,
            Self::Words(words) => Takes::Words(words.iter().map(|word| word.word.to_owned()).collect()),
            Self::Number(limits) => Takes::Range(limits),
            Self::Region => Takes::Words(questionnaire.regions.iter().map(|region| region.id.to_string()).collect()),
            Self::Language if questionnaire.languages.is_empty() => Takes::Text("a language, such as en"),
            Self::Language => Takes::Language(questionnaire.languages.clone()),
            Self::Routes => Takes::Ids(questionnaire.routes.iter().map(|route| route.id.to_string()).collect()),
            Self::Scales => {
                let scales = switchable_scales(questionnaire).into_iter();
                Takes::Ids(scales.map(|scale| questionnaire[scale].id.to_string()).collect())
            }
            Self::MinimumAge => ages(questionnaire, "minimum_age", Some(ADULT)),
            Self::MaximumAge => ages(questionnaire, "maximum_age", None),
            Self::Json(text) => Takes::Json(text),
        }
    }
}

fn ages(questionnaire: &Questionnaire, setting: &str, none: Option<u8>) -> Takes {
    let limits = questionnaire.age_limits.iter().filter(|limit| limit.setting == setting);
    let limits = limits.map(|limit| f64::from(limit.value));
    let mut ages: Vec<_> = none.map(f64::from).into_iter().chain(limits).collect();
    sort_short(&mut ages, |a, b| a < b);
    Takes::Numbers(ages)
}

/// The scales a clinic may switch off: those whose items are asked only while the scale is on.
#[must_use]
pub fn switchable_scales(questionnaire: &Questionnaire) -> Vec<ScoreIndex> {
    let asks = |score: ScoreIndex| {
        let page = questionnaire[score].items.first().map(|item| &questionnaire[questionnaire[*item].page]);
        let mut asks = false;
        if let Some(page) = page {
            page.enable_when.visit(&mut |part| asks |= *part == Criterion::ScaleOn(score));
        }
        asks
    };
    (0..questionnaire.scores.len()).map(ScoreIndex::at).filter(|score| asks(*score)).collect()
}
