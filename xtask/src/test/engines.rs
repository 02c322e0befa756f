//! The browser engines.

use std::process::Command;

use super::count::Count;
use super::harness::{counted, failed};
use super::left_behind::{Mark, PATIENCE};

/// Engines as `SELFSCREEN_ENGINE` names them.
pub const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// The browser tests that are a separate step: they measure milliseconds, and other tests at the same time would slow them.
const PAINT: &str = "browser::first_paint";

/// One more than there may be cores: a test waits now and then.
const AT_ONCE: &str = "--test-threads=3";

/// Runs the tests of a file in an engine.
pub fn run(engine: &str, test: impl Fn(&[&str]) -> Command) -> Count {
    run_chosen(engine, &["--skip", PAINT], test)
}

/// Tells how soon the first screen is painted, with nothing beside it.
pub fn paint(test: impl Fn(&[&str]) -> Command) -> Count {
    run_chosen("chromium", &[PAINT], test)
}

/// Runs tests in an engine. Those that did not hold are run once more, alone: several browsers on a busy machine miss a deadline
/// now and then, and what is wrong is wrong again. That no browser is left in the end counts as one more test.
fn run_chosen(engine: &str, chosen: &[&str], test: impl Fn(&[&str]) -> Command) -> Count {
    let mark = Mark::new(engine);
    let test = |chosen: &[&str]| {
        let mut test = test(&[&["--nocapture"], chosen].concat());
        mark.put_on(test.env("SELFSCREEN_ENGINE", engine));
        test
    };
    let mut names = Vec::new();
    let mut count = counted(&mut test(&[&[AT_ONCE], chosen].concat()), |line| names.extend(failed_name(line)));
    names.sort();
    names.dedup();
    if !names.is_empty() && names.len() as u64 == count.failed && names.len() <= MOST_AGAIN {
        println!("-- once more, alone: {}", names.join(", "));
        let mut alone = vec!["--test-threads=1", "--exact"];
        alone.extend(names.iter().map(String::as_str));
        let mut still = Vec::new();
        let more = counted(&mut test(&alone), |line| still.extend(failed_name(line)));
        names.retain(|name| !still.contains(name));
        let again = names.iter().map(|name| format!("{name} in {engine}")).collect();
        count = Count { passed: count.passed + more.passed, failed: more.failed, again, ..count };
    }
    count += mark.ended(PATIENCE).map_or_else(failed, |()| Count::PASSED);
    count
}

/// More than this is no accident.
const MOST_AGAIN: usize = 6;

/// Reads a name from the list of failures with which a harness ends.
fn failed_name(line: &str) -> Option<String> {
    let name = line.strip_prefix("    ")?;
    (name.contains("::") && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == ':')).then(|| name.to_owned())
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
