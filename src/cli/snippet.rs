//! `selfscreen snippet`: the tag that a clinic pastes into its page.

use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{Named, read, refused};
use crate::lint::lint_settings;
use crate::own;
use crate::questionnaire::{Finding, Given, Severity};
use crate::screens::{BUILT_IN, PACKED, unpack};
use crate::snippet::{Release, Snippet, snippet};

/// Arguments of `snippet`.
#[derive(Debug, Args)]
pub struct SnippetOf {
    /// The clinic's settings as JSON; `selfscreen schema settings` says what they can hold
    #[arg(long, value_name = "FILE")]
    settings: PathBuf,
    /// The manifest of the release
    #[arg(long, value_name = "FILE", default_value = "dist/manifest.json")]
    manifest: PathBuf,
    /// Where the files of the release are: a path of the site, or the https:// address of a folder
    #[arg(long, value_name = "FOLDER", default_value = "/", value_parser = crate::snippet::folder)]
    at: String,
    /// Prints the lines to add to a page's Content-Security-Policy, instead of the tag
    #[arg(long)]
    policy: bool,
}

impl SnippetOf {
    /// Prints the tag; where a setting is not valid, nothing but that.
    pub fn run(&self) -> io::Result<ExitCode> {
        let release = self.release()?;
        let file = Named::read(&self.settings)?;
        let given = match own::read_settings(file.file()) {
            Ok(given) => given,
            Err(findings) => return Ok(refused(&findings)),
        };
        let screen = match own::is_own(&given).then(|| own::screen(file.file(), BUILT_IN)) {
            None => unpack(PACKED),
            Some(Ok(screen)) => screen,
            Some(Err(findings)) => return Ok(refused(&findings)),
        };
        let findings = lint_settings(file.file(), &screen.questionnaire);
        let (missing, wrong): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|finding| finding.code == "missing-setting");
        if !wrong.is_empty() {
            return Ok(refused(&wrong));
        }
        for finding in missing {
            // Nothing is broken: the page shows information, and this says why.
            anstream::eprintln!("{}", Finding { severity: Severity::Warning, ..finding });
        }
        let given: Vec<_> = given.iter().map(|(key, value)| (key.clone(), Given::from(value))).collect();
        self.print(&snippet(&screen, &given, &release, &self.at))
    }

    fn release(&self) -> io::Result<Release> {
        let text = read(&self.manifest).map_err(|error| match error.kind() {
            ErrorKind::NotFound => {
                io::Error::new(ErrorKind::NotFound, format!("{error}; cargo xtask build makes the release it is of"))
            }
            _ => error,
        })?;
        serde_json::from_str(&text).map_err(|error| {
            let name = self.manifest.display();
            let message = format!("{name}: found {error}; expected a manifest.json that cargo xtask build wrote");
            io::Error::new(ErrorKind::InvalidData, message)
        })
    }

    fn print(&self, Snippet { tag, script_src, style_src, .. }: &Snippet) -> io::Result<ExitCode> {
        let mut out = io::stdout().lock();
        match self.policy {
            true => writeln!(out, "{script_src}\n{style_src}")?,
            false => out.write_all(tag.as_bytes())?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
