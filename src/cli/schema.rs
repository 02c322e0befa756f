//! `selfscreen schema`: what an editor needs to know of a file.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::Named;
use crate::questionnaire::file;
use crate::questionnaire::words::{self, Words};
use crate::screens;
use crate::settings;

/// Which files a schema is for.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    /// Items, rules and sources: screen.json
    Screen,
    /// The words of a screen: en.json
    Words,
    /// What a clinic sets for a screen
    Settings,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// Which files it is for
    #[arg(value_enum, default_value_t = Of::Screen)]
    of: Of,
    /// The screen that words and settings are for; without it, the built-in one
    #[arg(long, value_name = "FILE")]
    screen: Option<PathBuf>,
    /// The words of that screen, to explain settings with
    #[arg(long, value_name = "FILE")]
    words: Option<PathBuf>,
}

impl Schema {
    /// Prints the schema.
    pub fn run(&self) -> io::Result<ExitCode> {
        let schema = match self.of {
            Of::Screen => file::schema(),
            Of::Words | Of::Settings => {
                let questionnaire = match super::questionnaire(self.screen.as_ref())? {
                    Ok(questionnaire) => questionnaire,
                    Err(findings) => return Ok(super::refused(&findings)),
                };
                if matches!(self.of, Of::Words) {
                    words::schema(&questionnaire)
                } else {
                    let named = match (&self.words, &self.screen) {
                        (Some(path), _) => Some(Named::read(path)?),
                        (None, None) => Some(Named::from(screens::KETAMINE_EN)),
                        // The words of a clinic's own screen are not known.
                        (None, Some(_)) => None,
                    };
                    match named.map(|named| Words::read(named.file())).transpose() {
                        Ok(words) => settings::schema(&questionnaire, words.as_ref()),
                        Err(findings) => return Ok(super::refused(&findings)),
                    }
                }
            }
        };
        writeln!(anstream::stdout(), "{schema:#}")?;
        Ok(ExitCode::SUCCESS)
    }
}
