//! Cases of a clinic with factors of its own.

use std::rc::Rc;

use serde_json::{Map, Value};

use crate::cli::Named;
use crate::own;
use crate::questionnaire::{Finding, Problem, Questionnaire};

/// A screen with own factors, or what is wrong with them.
type Made = Result<Rc<Questionnaire>, Vec<Finding>>;

/// The screen that cases are evaluated with, and the last one that own factors made of it: cases of one clinic stand together.
pub struct Screens {
    base: Rc<Questionnaire>,
    file: Named,
    last: Option<(Value, Made)>,
}

impl Screens {
    /// Begins with a screen and the file that it was loaded from.
    pub fn new(base: Questionnaire, file: Named) -> Self {
        Self { base: Rc::new(base), file, last: None }
    }

    /// The screen without anybody's own rules.
    pub fn base(&self) -> &Questionnaire {
        &self.base
    }

    /// Takes a clinic's own rules out of its settings, and gives the screen with them.
    ///
    /// Rules that are refused are named, and no personal result is given in their place: a result without them would be
    /// milder than the clinic asked for.
    pub fn of(&mut self, config: &mut Map<String, Value>, problems: &mut Vec<Problem>) -> Rc<Questionnaire> {
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
            Some(Ok(questionnaire)) => return questionnaire,
            Some(Err(findings)) => problems.extend(findings.into_iter().map(problem)),
            None => {}
        }
        self.base.clone()
    }

    fn made(&mut self, factors: Value) -> Made {
        match &self.last {
            Some((last, made)) if *last == factors => made.clone(),
            _ => {
                let languages = self.base.languages.clone();
                let made = own::questionnaire(&factors, self.file.file());
                let made = made.map(|made| Rc::new(Questionnaire { languages, ..made }));
                self.last = Some((factors, made.clone()));
                made
            }
        }
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
