//! Cases that name the screen they are answers to, as summaries do.

use serde_json::{Map, Value};

use super::own::refuse;
use crate::questionnaire::{Problem, Questionnaire};

/// Names a screen by what a summary has of it.
pub fn named(questionnaire: &Questionnaire) -> String {
    let Questionnaire { id, version, hash, .. } = questionnaire;
    format!("screen {id}, version {version}, {hash}")
}

/// Refuses a case that is of another screen: its answers may mean something else by these rules.
///
/// What a case does not name is not compared.
pub fn check(
    screen: &Map<String, Value>,
    used: &Questionnaire,
    config: &mut Map<String, Value>,
    problems: &mut Vec<Problem>,
) {
    let known = [("id", used.id.as_str()), ("version", &used.version), ("hash", &used.hash)];
    for (key, found) in screen {
        let message = match known.iter().find(|(known, _)| known == key) {
            Some((_, expected)) if found == *expected => continue,
            Some((_, expected)) => {
                format!("the case is of a screen whose {key} is {found}; this one's is \"{expected}\"")
            }
            None => format!("a screen is named by its id, version and hash; found {key}"),
        };
        refuse(config);
        problems.push(Problem::setting("other-screen", "screen", format!("{message}. No personal result is given.")));
    }
}
