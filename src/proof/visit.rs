//! What a visitor answers and a clinic sets: what a counterexample is made of.

use serde_json::{Map, Value, json};

use crate::questionnaire::{ItemKind, Questionnaire};
use crate::screening::{Answer, Answers, Screening, screen};
use crate::settings::settle;

/// What a visitor answers and a clinic sets.
#[derive(Debug, Clone, PartialEq)]
pub struct Inputs {
    /// The answers.
    pub answers: Answers,
    /// The settings, as a page or a case has them.
    pub settings: Map<String, Value>,
}

impl Inputs {
    /// Screens it, as the program does.
    #[must_use]
    pub fn screen(&self, questionnaire: &Questionnaire) -> Screening {
        screen(questionnaire, &self.answers, &settle(questionnaire, &self.settings).0)
    }

    /// Writes it as `selfscreen evaluate` reads it, the answers in the order of the questionnaire.
    #[must_use]
    pub fn line(&self, questionnaire: &Questionnaire, id: &str) -> String {
        let mut answers = Vec::new();
        for item in questionnaire.item_indices() {
            let asked = &questionnaire[item];
            let code = |option: usize| asked.options[option].code.as_str();
            let value = match self.answers.get(item) {
                None => continue,
                Some(Answer::Number(number)) => json!(number),
                Some(Answer::Options(options)) if asked.kind == ItemKind::MultiChoice => {
                    options.iter().map(code).collect()
                }
                Some(Answer::Options(options)) => json!(options.iter().map(code).next()),
            };
            answers.push(format!("{}:{value}", json!(asked.link_id.as_str())));
        }
        let settings = Value::Object(self.settings.clone());
        format!("{{\"id\":{},\"config\":{settings},\"answers\":{{{}}}}}", json!(id), answers.join(","))
    }
}
