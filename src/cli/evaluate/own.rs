//! The screens that cases are evaluated with: one, and what the own factors of clinics make of it.

use std::io;
use std::path::PathBuf;
use std::rc::Rc;

use serde_json::{Map, Value, json};

use crate::cli::Named;
use crate::document::Explained;
use crate::own::{self, Base};
use crate::questionnaire::load::load_questionnaire;
use crate::questionnaire::{File, Finding, Problem, Questionnaire};
use crate::screens::{PACKED, unpack};

/// A screen in use.
#[derive(Clone)]
pub struct Used {
    /// Its items and rules.
    pub questionnaire: Rc<Questionnaire>,
    /// What explains them, if words were given.
    pub explained: Option<Rc<Explained>>,
}

/// A screen with own factors, or what is wrong with them.
type Made = Result<Used, Vec<Finding>>;

/// The screen that cases are evaluated with, and the last one that own factors made of it: cases of one clinic stand together.
pub struct Screens {
    base: Used,
    file: Named,
    words: Option<Named>,
    last: Option<(Value, Made)>,
}

impl Screens {
    /// Loads a screen from a file, or the built-in one; with words, if its factors are to be explained.
    pub fn load(path: Option<&PathBuf>, words: Option<Named>) -> io::Result<Result<Self, Vec<Finding>>> {
        let file = super::super::screen(path)?;
        let load = || {
            let questionnaire = load_questionnaire(file.file())?;
            // Cases may name the languages of the built-in screen; nobody brings words for another one.
            let languages = if path.is_none() { unpack(PACKED).questionnaire.languages.clone() } else { Vec::new() };
            let explained = words.as_ref().map(|words| Explained::load(file.file(), words.file())).transpose()?;
            let questionnaire = Rc::new(Questionnaire { languages, ..questionnaire });
            Ok(Used { questionnaire, explained: explained.map(Rc::new) })
        };
        let loaded = load();
        Ok(loaded.map(|base| Self { base, file, words, last: None }))
    }

    /// The screen without anybody's own rules.
    pub fn base(&self) -> &Questionnaire {
        &self.base.questionnaire
    }

    /// Takes a clinic's own rules out of its settings, and gives the screen with them.
    ///
    /// Rules that are refused are named, and no personal result is given in their place: a result without them would be
    /// milder than the clinic asked for.
    pub fn of(&mut self, config: &mut Map<String, Value>, problems: &mut Vec<Problem>) -> Used {
        let whole = ["screen", "words"].map(|key| config.remove(key).is_some()).contains(&true);
        let factors = config.remove("factors");
        if whole {
            let message =
                "a whole screen of a clinic's own is evaluated with --screen FILE. No personal result is given.";
            problems.push(Problem::setting("bad-setting", "screen", message.to_owned()));
        }
        let made = factors.map(|factors| self.made(factors));
        if matches!(made, Some(Err(_))) || whole {
            refuse(config);
        }
        match made {
            Some(Ok(used)) => return used,
            Some(Err(findings)) => problems.extend(findings.into_iter().map(problem)),
            None => {}
        }
        self.base.clone()
    }

    fn made(&mut self, factors: Value) -> Made {
        match &self.last {
            Some((last, made)) if *last == factors => made.clone(),
            _ => {
                let made = self.make(&factors);
                self.last = Some((factors, made.clone()));
                made
            }
        }
    }

    fn make(&self, factors: &Value) -> Made {
        let languages = self.base.questionnaire.languages.clone();
        let made = own::questionnaire(factors, self.file.file())?;
        let explained = self.words.as_ref().map(|words| {
            let settings = json!({ "factors": factors }).to_string();
            let base = Base { screen: self.file.file(), words: words.file() };
            let written = own::write(File { name: "", text: &settings }, base)?;
            Explained::load(written.screen(), written.words()).map(Rc::new)
        });
        let questionnaire = Rc::new(Questionnaire { languages, ..made });
        Ok(Used { questionnaire, explained: explained.transpose()? })
    }
}

/// Keeps a case from a personal result: one by other rules than were meant would be worse than none.
pub fn refuse(config: &mut Map<String, Value>) {
    config.insert("mode".to_owned(), "information_only".into());
}

fn problem(finding: Finding) -> Problem {
    let Finding { code, pointer, id, found, expected, .. } = finding;
    let id = if id.is_empty() { id } else { format!(" ({id})") };
    Problem::setting(
        code,
        "factors",
        format!("{pointer}{id}: found {found}; expected {expected}. No personal result is given."),
    )
}
