//! A visit as one thing: what is loaded, what the clinic set, and where the visitor stands.

use std::rc::Rc;

use super::{Action, Session};
use crate::questionnaire::{Content, HelpPart, Questionnaire};
use crate::screening::{Facts, Screening};
use crate::settings::Settings;
use crate::wording::Wording;

/// A visit. What is shown follows from it and from nothing else.
#[derive(Debug, Clone)]
pub struct Visit {
    /// Items, rules and words, those of the chosen language in use.
    pub content: Content,
    /// What the clinic set.
    pub settings: Rc<Settings>,
    /// Where it stands.
    pub session: Rc<Session>,
}

impl Visit {
    /// A visit that has not begun.
    #[must_use]
    pub fn new(content: Content, settings: Rc<Settings>) -> Self {
        let session = Session::new(&content.questionnaire).into();
        Self { content, settings, session }
    }

    /// Does what the visitor did: the whole behaviour of the widget as a pure step.
    #[must_use]
    pub fn apply(&self, action: Action) -> Self {
        let Self { mut content, mut settings, session } = self.clone();
        if let Action::ChooseLanguage(language) = &action {
            content = content.in_language(language);
            // The language decides too which published scales are asked.
            settings = Settings { locale: content.words.language(), ..(*settings).clone() }.into();
        }
        let mut session = (*session).clone();
        session.apply(&content.questionnaire, &settings, action);
        Self { content, settings, session: session.into() }
    }

    /// The items and rules.
    #[must_use]
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.content.questionnaire
    }

    /// The words with their tokens filled in, those of the chosen country included.
    #[must_use]
    pub fn wording(&self) -> Wording<'_> {
        Wording::new(self.questionnaire(), &self.content.words, &self.settings, self.session.country)
    }

    /// Screens the answers so far.
    #[must_use]
    pub fn screening(&self) -> Screening {
        self.session.screening(self.questionnaire(), &self.settings)
    }

    /// Tells whether the pause is for thoughts that the visitor told of, rather than left open.
    #[must_use]
    pub fn pause_is_spoken(&self) -> bool {
        let facts = Facts::of(self.questionnaire(), &self.settings, &self.session.answers);
        facts.holds(&self.questionnaire().crisis.pause_spoken_when)
    }

    /// Tells whether the urgent panel is for a medical emergency.
    #[must_use]
    pub fn is_emergency(&self) -> bool {
        let factor = self.questionnaire().crisis.emergency_factor;
        self.screening().factors.iter().any(|found| found.rule == factor)
    }

    /// The parts of the urgent panel, in the order in which they help most.
    #[must_use]
    pub fn help(&self) -> &[HelpPart] {
        let crisis = &self.questionnaire().crisis;
        if self.is_emergency() { &crisis.order_emergency } else { &crisis.order }
    }
}
