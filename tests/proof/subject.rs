//! Screens to be proved, edited or not.

use selfscreen::proof::risk_order::RiskOrder;
use selfscreen::proof::{self, Inputs, Subject};
use selfscreen::questionnaire::words::Words;
use selfscreen::questionnaire::{File, Questionnaire};
use serde_json::Value;

use crate::content::edit::Files;

/// A screen with its words.
pub struct Edited {
    pub questionnaire: Questionnaire,
    pub risk_order: RiskOrder,
    pub words: Words,
}

impl Edited {
    /// The built-in screen.
    pub fn shipped() -> Self {
        Self::of(&Files::new())
    }

    /// The built-in screen with edits, as `tests/content/edit.rs` has them.
    #[track_caller]
    pub fn with(edits: &str) -> Self {
        Self::of(&Files::edited(edits))
    }

    #[track_caller]
    fn of(files: &Files) -> Self {
        let text = files.screen.to_string();
        let (questionnaire, risk_order) =
            proof::read(File { name: "screen.json", text: &text }).expect("the edited screen loads");
        let words = Words::read(File { name: "en.json", text: &files.words.to_string() }).expect("the words are read");
        Self { questionnaire, risk_order, words }
    }

    /// The words of the built-in screen without one text.
    #[track_caller]
    pub fn without_text(path: &str) -> Words {
        Self::of(&Files::edited(&format!("words: - {path}"))).words
    }

    pub fn subject(&self) -> Subject<'_> {
        let Self { questionnaire, risk_order, words } = self;
        Subject { questionnaire, words: vec![("en", words)], risk_order: risk_order.clone() }
    }

    /// The answers of a visit as JSON.
    pub fn answers(&self, visit: &Inputs) -> Value {
        let line: Value = serde_json::from_str(&visit.line(&self.questionnaire, "")).expect("a case is JSON");
        line["answers"].clone()
    }
}
