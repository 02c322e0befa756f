//! The attempts as Rust sees them: their names, and the script that runs them in a frame.

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::canary::Canary;
use crate::engine::Engine;

/// What the attempts are, in the language in which they run.
const SCRIPT: &str = concat!(include_str!("kit.js"), include_str!("attempts.js"));

/// One way out that is tried.
#[derive(Debug, Clone, Deserialize)]
pub struct Attempt {
    pub id: String,
    /// The engines in which it arrives from a frame without a seal: their names, or `all`.
    arrives: String,
    /// The engines that open a connection for it that no policy of a page governs.
    #[serde(default)]
    connects: String,
    /// Whether it may end its frame, and so has a visit of its own.
    #[serde(default)]
    pub leaves: bool,
    /// Whether it is sent when the page is left.
    #[serde(default)]
    pub late: bool,
    /// Why no policy can forbid it, where that is so: what keeps it shut is the code in the frame.
    pub open: Option<String>,
}

/// Where an attempt is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// In the questionnaire's frame.
    Sealed,
    /// In an ordinary frame of the same page.
    Open,
}

impl Side {
    /// The word with which everything from this side begins.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sealed => "sealed",
            Self::Open => "open",
        }
    }
}

impl Attempt {
    /// Lists all of them.
    pub async fn all(driver: &WebDriver) -> Vec<Self> {
        let script = format!("{SCRIPT} return attempts.map(({{ run, ...rest }}) => rest);");
        driver.execute(script, Vec::new()).await.and_then(|list| list.convert()).expect("the attempts are a list")
    }

    /// Tells whether it arrives from a frame without a seal.
    pub fn is_expected(&self) -> bool {
        names_this_engine(&self.arrives)
    }

    /// Tells whether this engine opens a connection for it, whatever the policy says.
    pub fn connects(&self) -> bool {
        names_this_engine(&self.connects)
    }

    /// What stands in everything that it sends, stores or posts.
    pub fn token(&self, side: Side) -> String {
        format!("{}-{}", side.word(), self.id)
    }

    /// Tells whether this is in it, and not just the beginning of a longer token.
    pub fn is_in(&self, side: Side, text: &str) -> bool {
        let token = self.token(side);
        text.match_indices(&token).any(|(at, _)| {
            let next = text[at + token.len()..].chars().next();
            !next.is_some_and(|next| next == '-' || next.is_ascii_alphanumeric())
        })
    }
}

/// Tells whether this names the engine of this run.
pub fn names_this_engine(engines: &str) -> bool {
    let engine = format!("{:?}", Engine::current()).to_lowercase();
    engines.split(' ').any(|word| word == "all" || word == engine)
}

/// Which of the addresses: the page's own origin, another one, another one with TLS.
///
/// WebKit's driver speaks TLS to the proxy itself, so that the proxy could not tell where a connection is to go.
pub fn places() -> &'static [usize] {
    if Engine::current() == Engine::WebKit { &[0, 1] } else { &[0, 1, 2] }
}

/// Makes attempts in the frame that the driver is in; tells what the browser said of each.
///
/// An error is an answer too: an attempt may take its frame away.
pub async fn make(
    driver: &WebDriver,
    side: Side,
    attempts: &[&Attempt],
    places: &[usize],
    canary: &Canary,
) -> Result<Vec<String>, WebDriverError> {
    let script = format!(
        "{SCRIPT} const [side, ids, places, stun, done] = arguments; attemptAll(side, ids, places, stun).then(done, error => done([String(error)]));"
    );
    let ids: Vec<&str> = attempts.iter().map(|attempt| attempt.id.as_str()).collect();
    let arguments: Vec<Value> =
        vec![json!(side.word()), json!(ids), json!(places), json!(canary.stun(side).to_string())];
    driver.execute_async(script, arguments).await?.convert()
}
