//! Which file is what, and which belong together.

use serde_json::Value;

use super::ScreenFiles;
use super::subject::FindingList;
use crate::questionnaire::shown::shown;
use crate::questionnaire::{File, Finding};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Screen,
    Words,
    Settings,
    /// JSON, and none of these.
    Other,
    /// No JSON at all.
    Broken,
}

/// A screen with its words, and the settings that were named after it.
#[derive(Debug, Default)]
pub struct Group<'a> {
    /// The screen and its words; settings alone have none.
    pub screen: Option<ScreenFiles<'a>>,
    /// Settings of clinics.
    pub settings: Vec<File<'a>>,
}

/// Puts files together: words and settings belong to the screen named before them.
pub fn groups<'a>(files: &[File<'a>]) -> (Vec<Group<'a>>, Vec<Finding>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut report = FindingList::default();
    for file in files {
        let screen = groups.last_mut().and_then(|group| group.screen.as_mut());
        match (kind(file.text), screen) {
            // What is no JSON was meant for a screen if there is none yet; loading names what is wrong with it.
            (Kind::Screen, _) | (Kind::Broken, None) => groups
                .push(Group { screen: Some(ScreenFiles { screen: *file, words: Vec::new() }), settings: Vec::new() }),
            (Kind::Words | Kind::Broken, Some(screen)) => screen.words.push(*file),
            (Kind::Words, None) => {
                let (found, expected) = ("words, and no screen before them", "the screen first, then its words");
                report.add("words-without-screen", file.name, ("", ""), found, expected);
            }
            (Kind::Settings, _) => match groups.last_mut() {
                Some(group) => group.settings.push(*file),
                None => groups.push(Group { screen: None, settings: vec![*file] }),
            },
            (Kind::Other, _) => {
                let found = serde_json::from_str(file.text).map(|value| shown(&value)).unwrap_or_default();
                let (found, expected) =
                    (format!("{found}, which is no object"), "a screen, its words, or a clinic's settings");
                report.add("unknown-kind", file.name, ("", ""), found, expected);
            }
        }
    }
    (groups, report.findings)
}

/// What a screen has and settings have not: factors are in both.
const SCREEN: [&str; 4] = ["sections", "outcomes", "version", "sources"];

/// Tells what a file is by its keys: words have a language, a screen has what is in [`SCREEN`], settings neither.
fn kind(text: &str) -> Kind {
    match serde_json::from_str::<Value>(text) {
        // Words speak of sections and factors too.
        Ok(Value::Object(keys)) if keys.contains_key("language") => Kind::Words,
        Ok(Value::Object(keys)) if SCREEN.iter().any(|key| keys.contains_key(*key)) => Kind::Screen,
        Ok(Value::Object(_)) => Kind::Settings,
        Ok(_) => Kind::Other,
        Err(_) => Kind::Broken,
    }
}
