//! Documents made from a screen, its words and its settings, so that they never lag behind: what a clinician reads before signing,
//! and what whoever sets it up does.
//!
//! Native only. Nothing here decides anything; what the engine does is asked of the engine.

mod case;
mod criterion;
mod flow;
mod general;
mod results;
mod rules;
mod settings;

pub use case::case;
pub use flow::flow;
pub use rules::rules;
pub use settings::{settings, shortcode, tables};

use std::rc::Rc;

use crate::questionnaire::file::ScreenFile;
use crate::questionnaire::load::{load, read_file};
use crate::questionnaire::{File, Finding, Questionnaire, RegionIndex, Words};
use crate::settings::Settings;
use crate::wording::Wording;

/// A screen in every form that explaining it takes.
#[derive(Debug)]
pub struct Explained {
    /// As it is written: with ids, and with what only people read.
    pub file: ScreenFile,
    /// As the engine reads it.
    pub questionnaire: Rc<Questionnaire>,
    /// Its words.
    pub words: Rc<Words>,
    /// A clinic whose visitors may read everything.
    settings: Settings,
}

impl Explained {
    /// Loads a screen and its words.
    ///
    /// # Errors
    ///
    /// Lists every problem found in either file.
    pub fn load(screen: File, words: File) -> Result<Self, Vec<Finding>> {
        let loaded = load(screen, words)?;
        let file = read_file(screen)?;
        let open = loaded.questionnaire.regions.iter().position(|region| region.open).unwrap_or_default();
        let unset = Settings::unset(&loaded.questionnaire);
        let settings = Settings { region: RegionIndex::at(open), drug_neutral: false, ..unset };
        Ok(Self { file, questionnaire: loaded.questionnaire, words: loaded.words, settings })
    }

    /// The texts as such a clinic's visitors read them.
    fn wording(&self) -> Wording<'_> {
        Wording::new(&self.questionnaire, &self.words, &self.settings, None)
    }

    /// The first lines of a document.
    fn head(&self, title: &str) -> String {
        let Questionnaire { id, version, date, .. } = &*self.questionnaire;
        let status = self.file.status.as_ref().map(|status| format!(" Status: {}.", status.replace('_', " ")));
        format!(
            "# {title}\n\n<!-- Made by `cargo xtask document` from the screen and its words: change those, not this. -->\n\n\
             Screen `{id}`, version {version}, of {date}.{}\n",
            status.unwrap_or_default()
        )
    }
}
