//! Test harnesses: what they print is counted, and timed.

use std::process::Command;
use std::time::Instant;

use super::count::Count;
use super::timings::Clock;
use crate::command::run_watched;

/// Runs a test harness and counts its tests; a bad end that no test explains counts as one more failure.
pub fn counted(test: &mut Command, mut see: impl FnMut(&str)) -> Count {
    let mut count = Count::default();
    let mut clock = Clock::new(threads(test));
    let end = run_watched(test, |line| {
        count += Count::of_line(line);
        clock.see(line, Instant::now());
        see(line);
    });
    match end {
        Err(error) if count.failed == 0 => count += failed(error),
        Ok(()) if count == Count::default() => count += failed(anyhow::anyhow!("no test ran, expected at least one")),
        _ => {}
    }
    Count { timings: clock.timings(), ..count.without_elsewhere() }
}

/// Reads how many tests run at once, if the command says so.
fn threads(test: &Command) -> Option<usize> {
    test.get_args().find_map(|word| word.to_str()?.strip_prefix("--test-threads=")?.parse().ok())
}

/// Says what went wrong and counts it.
pub fn failed(error: anyhow::Error) -> Count {
    println!("error: {error:#}");
    Count::FAILED
}
