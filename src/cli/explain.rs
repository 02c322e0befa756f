//! `selfscreen explain`: why one case came out as it did, for people.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::evaluate::{Case, CaseError, Screens, evaluated};
use super::{Named, read};
use crate::document::case;
use crate::screens::BUILT_IN;

/// Arguments of `explain`.
///
/// The case is one object, as `evaluate` takes it: `{"config": {…}, "answers": {…}}`. It may have several lines.
#[derive(Debug, Args)]
pub struct Explain {
    /// The case; without it, standard input is read
    case: Option<PathBuf>,
    /// The screen to use; without it, the built-in one
    #[arg(long, value_name = "FILE", requires = "words")]
    screen: Option<PathBuf>,
    /// The words of the screen
    #[arg(long, value_name = "FILE", requires = "screen")]
    words: Option<PathBuf>,
}

impl Explain {
    /// Reads the case, and prints why it came out so.
    pub fn run(&self) -> io::Result<ExitCode> {
        let words = self.words.as_ref().map_or_else(|| Ok(BUILT_IN.words.into()), Named::read)?;
        let mut screens = match Screens::load(self.screen.as_ref(), Some(words))? {
            Ok(screens) => screens,
            Err(findings) => return Ok(super::refused(&findings)),
        };
        let mut text = Vec::new();
        match &self.case {
            Some(path) => text.extend(read(path)?.into_bytes()),
            None => drop(io::stdin().read_to_end(&mut text)?),
        }
        let given = match Case::read(&text) {
            Ok(given) => given,
            Err(CaseError { code, message, .. }) => {
                anstream::eprintln!("error[{code}] {message}");
                return Ok(ExitCode::FAILURE);
            }
        };
        let evaluated = evaluated(given, &mut screens);
        let mut out = anstream::stdout();
        if let Some(explained) = &evaluated.explained {
            write!(out, "{}", case(explained, &evaluated.facts(), &evaluated.screening))?;
        }
        if !evaluated.problems.is_empty() {
            writeln!(out, "\nNot valid:")?;
        }
        evaluated.problems.iter().try_for_each(|problem| writeln!(out, "- {}", problem.message))?;
        Ok(ExitCode::SUCCESS)
    }
}
