//! The `selfscreen` command: arguments in, exit code out.

mod check;
mod declare;
mod document;
mod evaluate;
mod explain;
mod schema;
mod snippet;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::questionnaire::{File, Finding, Questionnaire};
use crate::screens::BUILT_IN;

/// Checks and runs self-screening questionnaires.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Checks screens and their words: reports every problem in one run, and exits with 1 if there is one
    Check(check::Check),
    /// Evaluates cases: reads JSON Lines, and prints JSON Lines in the same order
    Evaluate(evaluate::Evaluate),
    /// Explains one case: prints the outcome, and for each factor the answers that set it, why, and the source
    Explain(explain::Explain),
    /// Prints the JSON Schema of a file, for editors
    Schema(schema::Schema),
    /// Prints a document made from a screen, its words and its settings, for clinicians
    Document(document::Document),
    /// Prints the tag that a clinic pastes into its page
    Snippet(snippet::SnippetOf),
    /// Prints declarations of the element, for compilers and editors
    Declare(declare::Declare),
}

/// Runs the command with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check(check) => check.run(),
        Command::Evaluate(evaluate) => evaluate.run(),
        Command::Explain(explain) => explain.run(),
        Command::Schema(schema) => schema.run(),
        Command::Document(document) => document.run(),
        Command::Snippet(snippet) => snippet.run(),
        Command::Declare(declare) => declare.run(),
    };
    match done {
        Ok(code) => code,
        // Whoever reads our output has seen enough: `selfscreen evaluate < cases | head`.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("selfscreen: {error}");
            ExitCode::from(2)
        }
    }
}

/// Reads a file for the person who named it.
fn read(path: &PathBuf) -> std::io::Result<String> {
    std::fs::read_to_string(path)
        .map_err(|error| std::io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

/// A text with the name to call it by in findings.
struct Named {
    name: String,
    text: String,
}

impl Named {
    /// Reads a file for the person who named it.
    fn read(path: &PathBuf) -> std::io::Result<Self> {
        Ok(Self { name: path.display().to_string(), text: read(path)? })
    }

    /// The file as loading takes it.
    fn file(&self) -> File<'_> {
        File { name: &self.name, text: &self.text }
    }
}

impl From<File<'_>> for Named {
    fn from(file: File) -> Self {
        Self { name: file.name.to_owned(), text: file.text.to_owned() }
    }
}

/// Says why a file is not used.
fn refused(findings: &[Finding]) -> ExitCode {
    for finding in findings {
        anstream::eprintln!("{finding}");
    }
    ExitCode::FAILURE
}

/// Reads a screen from a file, or takes the built-in one.
fn screen(path: Option<&PathBuf>) -> std::io::Result<Named> {
    path.map_or_else(|| Ok(BUILT_IN.screen.into()), Named::read)
}

/// Loads a screen from a file, or the built-in one.
fn questionnaire(path: Option<&PathBuf>) -> std::io::Result<Result<Questionnaire, Vec<Finding>>> {
    Ok(crate::questionnaire::load::load_questionnaire(screen(path)?.file()))
}
