//! How many cases a second `selfscreen evaluate` screens, on one core.

use std::fs::{self, File};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::command::{NATIVE, read, root, run};

/// Fewest cases a second that are fast enough.
const LEAST: f64 = 20_000.0;
/// How many cases are screened; the best of three runs counts, because machines are shared.
const CASES: &str = "20000";
const RUNS: usize = 3;

/// Screens generated cases with the release, and fails if that is too slow.
pub fn check(cargo: impl Fn(&str) -> Command) -> Result<()> {
    // Optimized, because its speed is measured; without what takes a build longest and makes the command faster still.
    let unlinked = [("CARGO_PROFILE_RELEASE_LTO", "off"), ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")];
    run(cargo("build").args(["--release", "--bin", "selfscreen"]).envs(unlinked))?;
    let cases = root().join("target/cases.jsonl");
    // Not as a release: that would build everything the tests use a second time. The tests and `content` have built this one.
    run(cargo("build").args(NATIVE).args(["--example", "cases"]))?;
    fs::write(&cases, read(Command::new(root().join("target/debug/examples/cases")).args([CASES, "1"]))?)?;
    let mut best: f64 = 0.0;
    for _ in 0..RUNS {
        let mut evaluate = Command::new(root().join("target/release/selfscreen"));
        evaluate.args(["evaluate", "--stats"]).stdin(File::open(&cases)?).stdout(Stdio::null());
        let output = evaluate.stderr(Stdio::piped()).output()?;
        let stats = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        println!("{stats}");
        best = best.max(rate(&stats).with_context(|| format!("found '{stats}', expected a rate"))?);
    }
    ensure!(best >= LEAST, "{best} cases a second, expected at least {LEAST}");
    Ok(())
}

/// Takes the rate out of `20000 cases in 0.3 s: 66000 cases a second; 0 errors`.
fn rate(stats: &str) -> Option<f64> {
    let (_, rate) = stats.split_once(": ")?;
    rate.split(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::rate;

    #[test]
    fn the_rate_is_taken_out_of_what_evaluate_prints() {
        assert_eq!(rate("20000 cases in 0.310 s: 64516 cases a second; 0 errors"), Some(64516.0));
        assert_eq!(rate("no rate here"), None);
    }
}
