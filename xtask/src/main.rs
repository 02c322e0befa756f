//! `cargo xtask`: serves, builds, measures and tests the project, and installs what that takes.
//!
//! Arguments in, exit code out; each command is a separate module.

mod build;
mod bundle;
mod command;
#[cfg(test)]
mod documented;
mod made;
mod package;
mod serve;
mod size;
mod supply;
mod test;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use clap::Parser;
use clap::builder::PossibleValuesParser;

use tools::{Tool, Toolbox};

#[derive(Parser)]
#[command(bin_name = "cargo xtask", about = "Serves, builds, measures and tests selfscreen; installs what is missing")]
enum Xtask {
    /// Serves the preview and rebuilds it on every change
    Serve {
        /// Port to serve on
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Opens the preview in the default browser
        #[arg(long)]
        open: bool,
    },
    /// Builds the release into dist/ and prints its size
    Build {
        /// Folder with screen.json and en.json to build in, instead of the ketamine screen
        #[arg(long, value_name = "FOLDER")]
        screen: Option<PathBuf>,
        /// Leaves out the schemas, which the `selfscreen` command makes
        #[arg(long, hide = true)]
        no_schemas: bool,
    },
    /// Builds the release and makes an npm package of it in target/package, ready for `npm publish`
    Dist,
    /// Puts the release together in the folder that Trunk built into; Trunk calls it
    #[command(hide = true)]
    Bundle,
    /// Looks for an alphabet in which the script is smaller, for whoever wants that, and writes it into the source
    #[command(hide = true)]
    Alphabet {
        /// Program of the questionnaire, as a release holds it
        program: PathBuf,
        /// How long to look for one
        #[arg(long, default_value_t = 1200)]
        seconds: u64,
    },
    /// Writes what is made in docs/: rules.md, flow.md and settings.md from the program, the recipes of embedding.md from tested pages
    Document,
    /// Makes pictures of every screen, in each language, light, dark and from right to left, on a page in target/gallery
    Gallery,
    /// Builds the release and fails if it is over its size budget
    Size,
    /// Runs every test, or the named steps, and ends with one line of totals
    Test {
        /// Steps to run, `quick` for those that one runs before each commit; all of them if none is named
        #[arg(value_name = "STEP", value_parser = PossibleValuesParser::new(test::step_names()))]
        steps: Vec<String>,
        /// Lists the slowest tests, and sorts the steps by the time they took
        #[arg(long)]
        timings: bool,
    },
    /// Measures how long one waits for the preview, on a clone of the last commit: from nothing, and after changes
    Pace,
    /// Installs what is missing, and does nothing else
    Setup,
}

fn main() -> ExitCode {
    match run(Xtask::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one command; `false` is a failure that has already been explained.
fn run(xtask: Xtask) -> Result<bool> {
    match xtask {
        Xtask::Serve { port, open } => serve::serve(port, open)?,
        Xtask::Build { screen, no_schemas } => drop(size::print(&build::build(screen.as_deref(), !no_schemas)?)?),
        Xtask::Dist => package::dist()?,
        Xtask::Bundle => build::after_trunk()?,
        Xtask::Alphabet { program, seconds } => bundle::better_alphabet(&program, Duration::from_secs(seconds))?,
        Xtask::Document => made::documents()?,
        Xtask::Gallery => test::gallery()?,
        Xtask::Size => size::size()?,
        Xtask::Test { steps, timings } => return Ok(test::test(&steps, timings)),
        Xtask::Pace => test::pace()?,
        Xtask::Setup => print!("{}", Toolbox::with(&Tool::ALL)?),
    }
    Ok(true)
}
