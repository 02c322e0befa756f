//! The browser engines, and a screen for the one that needs one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::count::Count;
use super::steps::counted;
use crate::tools::Toolbox;

/// Engines as `SELFSCREEN_ENGINE` names them.
pub const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// What of the browser tests is a step of its own: it tells milliseconds, and what runs beside it would be among them.
const PAINT: &str = "browser::first_paint";

/// Runs the tests of a file in an engine.
pub fn run(engine: &str, tools: &Toolbox, test: impl Fn(&[&str]) -> Command) -> Result<Count> {
    run_chosen(engine, &["--skip", PAINT], tools, test)
}

/// Tells how soon the first screen is painted, with nothing beside it.
pub fn paint(tools: &Toolbox, test: impl Fn(&[&str]) -> Command) -> Result<Count> {
    run_chosen("chromium", &[PAINT], tools, test)
}

/// Runs tests in an engine. Those that did not hold are run once more, alone: two engines' worth of browsers on a busy machine
/// miss a deadline now and then, and what is wrong is wrong again.
fn run_chosen(engine: &str, chosen: &[&str], tools: &Toolbox, test: impl Fn(&[&str]) -> Command) -> Result<Count> {
    let mut all = test(&[&["--nocapture"], chosen].concat());
    let _screen = choose(engine, &mut all, tools)?;
    let mut names = Vec::new();
    let mut count = counted(&mut all, |line| names.extend(failed_name(line)));
    names.sort();
    names.dedup();
    if !names.is_empty() && names.len() as u64 == count.failed && names.len() <= MOST_AGAIN {
        println!("-- once more, alone: {}", names.join(", "));
        let mut alone = vec!["--nocapture", "--test-threads=1", "--exact"];
        alone.extend(names.iter().map(String::as_str));
        let mut again = test(&alone);
        let _screen = choose(engine, &mut again, tools)?;
        let mut failed = Vec::new();
        let more = counted(&mut again, |line| failed.extend(failed_name(line)));
        names.retain(|name| !failed.contains(name));
        let again = names.iter().map(|name| format!("{name} in {engine}")).collect();
        count = Count { passed: count.passed + more.passed, failed: more.failed, again, ..count };
    }
    Ok(count)
}

/// More than this is no accident.
const MOST_AGAIN: usize = 6;

/// Reads a name from the list of failures with which a harness ends.
fn failed_name(line: &str) -> Option<String> {
    let name = line.strip_prefix("    ")?;
    (name.contains("::") && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == ':')).then(|| name.to_owned())
}

/// Makes a command of tests use an engine; the screen lives as long as what is returned.
fn choose(engine: &str, test: &mut Command, tools: &Toolbox) -> Result<Option<Screen>> {
    test.env("SELFSCREEN_ENGINE", engine);
    if engine != "webkit" {
        return Ok(None);
    }
    let screen = Screen::start(tools)?;
    test.env("DISPLAY", &screen.display);
    Ok(Some(screen))
}

/// An X server that shows nothing to anybody.
pub struct Screen {
    display: String,
    server: Child,
}

impl Screen {
    fn start(tools: &Toolbox) -> Result<Self> {
        let mut xvfb = tools.command("Xvfb");
        // As high as the tests make their window.
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x2600x24", "-nolisten", "tcp"]);
        let mut server = xvfb.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("could not start Xvfb")?;
        let mut number = String::new();
        let output = server.stdout.take().expect("standard output was piped above");
        let said = BufReader::new(output).read_line(&mut number);
        let screen = Self { display: format!(":{}", number.trim()), server };
        ensure!(said.is_ok() && screen.display.len() > 1, "Xvfb stopped before it named its display");
        Ok(screen)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // One that has stopped already needs no end.
        drop(self.server.kill());
        drop(self.server.wait());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_failures_are_told_from_what_tests_print() {
        for (line, expected) in [
            ("    browser::looks::dark", Some("browser::looks::dark")),
            ("test browser::looks::dark ... FAILED", None),
            ("    at tests/browser/looks.rs:3", None),
            ("    fetch-post  nothing", None),
        ] {
            assert_eq!(failed_name(line).as_deref(), expected, "{line}");
        }
    }
}
