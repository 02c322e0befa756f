//! Which answers of an item are riskier than which, as the screen's file says.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::questionnaire::{File, Finding, ItemIndex, ItemKind, OptionSet, Questionnaire, Special};

/// Which answers are riskier than which.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RiskOrder {
    /// The items for which the file says so, in the order of the questionnaire.
    pub items: Vec<(ItemIndex, Steps)>,
}

/// The order of one item.
#[derive(Debug, Clone, PartialEq)]
pub enum Steps {
    /// From least to most risky; options of one step are not ordered.
    Choice(Vec<OptionSet>),
    /// Any higher number, or one of the options, is riskier than this number.
    Number {
        /// The least risky number.
        from: i32,
        /// The options that are riskier.
        also: OptionSet,
    },
    /// One more of these ticks in a list that has an answer is riskier.
    Ticks(OptionSet),
}

/// The part of a screen's file that says it; loading has checked its shape and its ids.
#[derive(Deserialize)]
struct ScreenPart {
    #[serde(default)]
    risk_order: Written,
}

#[derive(Default, Deserialize)]
struct Written {
    #[serde(default)]
    choice: BTreeMap<String, Vec<Vec<String>>>,
    #[serde(default)]
    integer: BTreeMap<String, From>,
    #[serde(default)]
    ticks: BTreeMap<String, Ticks>,
}

#[derive(Deserialize)]
struct From {
    from: i32,
    #[serde(default)]
    also: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Ticks {
    Some(Vec<String>),
    /// `"all"`: every option but "none of these" and "rather not say".
    All(serde::de::IgnoredAny),
}

impl RiskOrder {
    /// Reads the order of a screen that loading has found nothing wrong with.
    ///
    /// # Errors
    ///
    /// Says what is written in a form that is none.
    pub fn read(screen: File, questionnaire: &Questionnaire) -> Result<Self, Vec<Finding>> {
        let part: ScreenPart = serde_json::from_str(screen.text).map_err(|error| {
            let expected = "choice, integer and ticks by item";
            vec![Finding::error("wrong-shape", screen.name, ("/risk_order", ""), error.to_string(), expected)]
        })?;
        let mut items = Vec::new();
        for item in questionnaire.item_indices() {
            let asked = &questionnaire[item];
            let id = asked.link_id.as_str();
            let options = |codes: &[String]| {
                codes.iter().filter_map(|code| asked.option(code)).fold(OptionSet::default(), OptionSet::with)
            };
            let written = &part.risk_order;
            if let Some(steps) = written.choice.get(id) {
                items.push((item, Steps::Choice(steps.iter().map(|step| options(step)).collect())));
            } else if let Some(From { from, also }) = written.integer.get(id) {
                items.push((item, Steps::Number { from: *from, also: options(also) }));
            } else if let (Some(ticks), ItemKind::MultiChoice) = (written.ticks.get(id), asked.kind) {
                let ticks = match ticks {
                    Ticks::Some(codes) => options(codes),
                    Ticks::All(_) => (0..asked.options.len())
                        .filter(|option| {
                            !matches!(asked.options[*option].special, Some(Special::None | Special::RatherNotSay))
                        })
                        .fold(OptionSet::default(), OptionSet::with),
                };
                items.push((item, Steps::Ticks(ticks)));
            }
        }
        Ok(Self { items })
    }

    /// The numbers that the order tells apart.
    #[must_use]
    pub fn cuts(&self) -> Vec<(ItemIndex, i32)> {
        let cuts = self.items.iter().filter_map(|(item, steps)| match steps {
            Steps::Number { from, .. } => Some([(*item, *from), (*item, from.saturating_add(1))]),
            _ => None,
        });
        cuts.flatten().collect()
    }
}
