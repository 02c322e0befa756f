//! `selfscreen document`: what a clinician reads and signs, and what there is to set, made from the data.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::Named;
use crate::document::{Explained, flow, rules, settings};
use crate::questionnaire::Finding;
use crate::questionnaire::load::load;
use crate::screens;

/// Which document.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    /// Every rule: what sets it, how serious it is, why, and its sources
    Rules,
    /// The pages, and when they are shown
    Flow,
    /// Every setting: what it takes, its default, and the message for an invalid value
    Settings,
}

/// Arguments of `document`.
#[derive(Debug, Args)]
pub struct Document {
    /// Which document
    #[arg(value_enum)]
    of: Of,
    /// The screen; without it, the built-in one
    #[arg(long, value_name = "FILE", requires = "words")]
    screen: Option<PathBuf>,
    /// The words of the screen
    #[arg(long, value_name = "FILE", requires = "screen")]
    words: Option<PathBuf>,
}

impl Document {
    /// Prints the document, as Markdown.
    pub fn run(&self) -> io::Result<ExitCode> {
        let document = match self.make()? {
            Ok(document) => document,
            Err(findings) => return Ok(super::refused(&findings)),
        };
        write!(anstream::stdout(), "{document}")?;
        Ok(ExitCode::SUCCESS)
    }

    fn make(&self) -> io::Result<Result<String, Vec<Finding>>> {
        let (screen, words) = match (&self.screen, &self.words) {
            (Some(screen), Some(words)) => (Named::read(screen)?, Named::read(words)?),
            _ => (screens::KETAMINE.into(), screens::KETAMINE_EN.into()),
        };
        if matches!(self.of, Of::Settings) {
            // A screen of one's own has the one language that is named with it.
            let loaded = if self.screen.is_some() { load(screen.file(), words.file()) } else { screens::ketamine() };
            return Ok(loaded.map(|screen| settings(&screen)));
        }
        let explained = Explained::load(screen.file(), words.file());
        Ok(explained.map(|explained| if matches!(self.of, Of::Rules) { rules(&explained) } else { flow(&explained) }))
    }
}
