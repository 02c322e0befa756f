//! `selfscreen document`: what a clinician reads and signs, made from the data.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::Named;
use crate::document::{Explained, flow, rules};
use crate::screens;

/// Which document.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    /// Every rule: what sets it, how serious it is, why, and its sources
    Rules,
    /// The pages, and when they are shown
    Flow,
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
        let (screen, words) = match (&self.screen, &self.words) {
            (Some(screen), Some(words)) => (Named::read(screen)?, Named::read(words)?),
            _ => (screens::KETAMINE.into(), screens::KETAMINE_EN.into()),
        };
        let explained = match Explained::load(screen.file(), words.file()) {
            Ok(explained) => explained,
            Err(findings) => return Ok(super::refused(&findings)),
        };
        let document = match self.of {
            Of::Rules => rules(&explained),
            Of::Flow => flow(&explained),
        };
        write!(anstream::stdout(), "{document}")?;
        Ok(ExitCode::SUCCESS)
    }
}
