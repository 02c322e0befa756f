//! `selfscreen document`: what a clinician reads and signs, and what there is to set, made from the data.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::Named;
use crate::document::{Explained, flow, rules, settings, shortcode, tables};
use crate::questionnaire::Finding;
use crate::questionnaire::load::load;
use crate::screens;
use crate::settings::catalog;

/// Which document.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    /// Every rule: what sets it, how serious it is, why, and its sources
    Rules,
    /// The pages, and when they are shown
    Flow,
    /// Every setting: what it takes, its default, and the message for an invalid value
    Settings,
    /// The tables of attributes, as the README has them
    Attributes,
    /// A shortcode with every attribute
    Shortcode,
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
        let explained = || Explained::load(screen.file(), words.file());
        // A screen of one's own has the one language that is named with it.
        let loaded = || if self.screen.is_some() { load(screen.file(), words.file()) } else { screens::ketamine() };
        let all = || loaded().map(|screen| catalog(&screen.questionnaire));
        Ok(match self.of {
            Of::Rules => explained().map(|explained| rules(&explained)),
            Of::Flow => explained().map(|explained| flow(&explained)),
            Of::Settings => loaded().map(|screen| settings(&screen)),
            Of::Attributes => all().map(|all| tables(&all).join("\n")),
            Of::Shortcode => all().map(|all| shortcode(&all)),
        })
    }
}
