//! Processes that a run of tests has left behind.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

/// How long after a run what it started may take to end.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// The variable that marks a run. Everything that the run starts inherits it, whoever its parent is later on.
/// Chromium's renderers write over their variables: there the browser itself is what is found.
const VARIABLE: &str = "SELFSCREEN_RUN";

/// The mark of one run.
pub struct Mark(String);

impl Mark {
    /// Makes one that no other run has: `name` tells it from the others of this program.
    pub fn new(name: &str) -> Self {
        Self(format!("{VARIABLE}={}-{name}", std::process::id()))
    }

    /// Marks what a command starts.
    pub fn put_on(&self, command: &mut Command) {
        if let Some((name, value)) = self.0.split_once('=') {
            command.env(name, value);
        }
    }

    /// Waits until nothing marked runs; an error names what still does when the time is up.
    ///
    /// Finds nothing on systems without `/proc`.
    pub fn ended(&self, patience: Duration) -> Result<()> {
        let last = Instant::now() + patience;
        loop {
            let names = self.running();
            if !names.is_empty() && Instant::now() < last {
                sleep(Duration::from_millis(50));
                continue;
            }
            ensure!(names.is_empty(), "left behind: {}", counted(&names));
            return Ok(());
        }
    }

    /// Names the programs of what is marked and runs. One that has ended and waits for its parent has no variables.
    fn running(&self) -> Vec<String> {
        let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
        processes
            .filter(|process| fs::read(process.path().join("environ")).is_ok_and(|all| has(&all, &self.0)))
            .map(|process| {
                let program = fs::read_link(process.path().join("exe")).unwrap_or_default();
                program.file_name().unwrap_or(&process.file_name()).to_string_lossy().into_owned()
            })
            .collect()
    }
}

/// Tells whether a variable is among those of a process, which end in a zero each.
fn has(variables: &[u8], mark: &str) -> bool {
    variables.split(|byte| *byte == 0).any(|one| one == mark.as_bytes())
}

/// Says how often each name occurs.
fn counted(names: &[String]) -> String {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_insert(0) += 1;
    }
    counts.into_iter().map(|(name, count)| format!("{count} {name}")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use std::process::Stdio;

    use super::*;

    #[test]
    fn a_mark_is_a_whole_variable() {
        for (variables, expected) in [
            ("SELFSCREEN_RUN=7-a\0", true),
            ("HOME=/\0SELFSCREEN_RUN=7-a\0PATH=/bin\0", true),
            ("SELFSCREEN_RUN=7-a", true),
            ("SELFSCREEN_RUN=7-ab\0", false),
            ("SELFSCREEN_RUN=17-a\0", false),
            ("OLD_SELFSCREEN_RUN=7-a\0", false),
            ("", false),
        ] {
            assert_eq!(has(variables.as_bytes(), "SELFSCREEN_RUN=7-a"), expected, "{variables:?}");
        }
    }

    #[test]
    fn names_are_told_once_each() {
        for (names, expected) in [
            (&["firefox"][..], "1 firefox"),
            (&["WebKitWebProcess", "MiniBrowser", "WebKitWebProcess"], "1 MiniBrowser, 2 WebKitWebProcess"),
        ] {
            let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
            assert_eq!(counted(&names), expected);
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_outlives_its_parent_is_found_until_it_ends() {
        let (mark, other) = (Mark::new("outlives"), Mark::new("other"));
        let mut parent = Command::new("sh");
        mark.put_on(parent.args(["-c", "sleep 600 > /dev/null 2>&1 & echo $!"]).stdin(Stdio::null()));
        let child = String::from_utf8(parent.output().expect("there is a shell").stdout).expect("it is a number");

        let left = mark.ended(Duration::ZERO).expect_err("it sleeps").to_string();
        assert!(left.starts_with("left behind: 1 "), "{left}");
        other.ended(Duration::ZERO).expect("it has another mark");

        let killed = Command::new("kill").arg(child.trim()).status().expect("there is `kill`");
        assert!(killed.success());
        mark.ended(PATIENCE).expect("it has ended");
    }
}
