//! How long each test of a Rust test program takes, worked out from when its line is printed.
//!
//! The stable test harness prints no times. It does run tests in a fixed way: by name, as many at once as it has threads, and
//! each end begins the next one. So the time at which each result is read gives the time at which each test began.

use std::env;
use std::num::NonZero;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

/// How many tests and steps are listed.
const LISTED: usize = 10;

/// The time of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timing {
    pub name: String,
    pub time: Duration,
}

/// Reads the lines of test programs that run one after the other.
pub struct Clock {
    threads: usize,
    begun: Instant,
    /// The tests of the running program whose results are known, in the order in which they ended.
    ended: Vec<(String, Instant)>,
    /// The tests of the programs that have ended.
    timings: Vec<Timing>,
}

impl Clock {
    /// Starts with the number of threads that the harness takes.
    pub fn new(threads: Option<usize>) -> Self {
        let named = env::var("RUST_TEST_THREADS").ok().and_then(|threads| threads.parse().ok());
        let threads = threads.or(named).unwrap_or_else(|| available_parallelism().map_or(1, NonZero::get));
        Self { threads, begun: Instant::now(), ended: Vec::new(), timings: Vec::new() }
    }

    /// Reads a line that was printed now.
    pub fn see(&mut self, line: &str, now: Instant) {
        if line.starts_with("running ") && (line.ends_with(" tests") || line.ends_with(" test")) {
            self.begun = now;
            self.ended.clear();
        } else if line.contains("test result: ") {
            self.close();
        } else if let Some(name) = name(line) {
            self.ended.push((name.to_owned(), now));
        }
    }

    /// The times of all tests so far.
    pub fn timings(self) -> Vec<Timing> {
        self.timings
    }

    fn close(&mut self) {
        let ended = std::mem::take(&mut self.ended);
        let ends: Vec<_> = ended.iter().map(|(_, end)| *end).collect();
        let mut queue = ended;
        queue.sort();
        for (place, (name, end)) in queue.into_iter().enumerate() {
            let began = place.checked_sub(self.threads).map_or(self.begun, |before| ends[before]);
            self.timings.push(Timing { name, time: end.saturating_duration_since(began) });
        }
    }
}

/// Reads the name from `test NAME ... ok`; what a test prints can stand between.
fn name(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix("test ")?.split_once(" ... ")?;
    // A test that is expected to panic has this behind its name.
    Some(name.strip_suffix(" - should panic").unwrap_or(name))
}

/// Lists the slowest, one a line.
pub fn slowest(mut timings: Vec<Timing>) -> String {
    timings.sort_by(|one, other| other.time.cmp(&one.time).then_with(|| one.name.cmp(&other.name)));
    let line = |timing: &Timing| format!("{:>7.1} s  {}\n", timing.time.as_secs_f64(), timing.name);
    timings.iter().take(LISTED).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expects times in seconds for a program that prints these lines, each at its second.
    #[track_caller]
    fn assert_times(threads: usize, lines: &[(u64, &str)], expected: &[(&str, u64)]) {
        let mut clock = Clock::new(Some(threads));
        let start = Instant::now();
        for (second, line) in lines {
            clock.see(line, start + Duration::from_secs(*second));
        }
        let times: Vec<_> = clock.timings().into_iter().map(|timing| (timing.name, timing.time.as_secs())).collect();
        let expected: Vec<_> = expected.iter().map(|(name, time)| ((*name).to_owned(), *time)).collect();
        assert_eq!(times, expected);
    }

    #[test]
    fn one_after_the_other_each_begins_where_the_last_one_ended() {
        let lines = [
            (10, "running 2 tests"),
            (13, "test a ... -- for other engines"),
            (13, "ok"),
            (20, "test b - should panic ... ok"),
            (20, "test result: ok. 2 passed; 0 failed"),
        ];
        assert_times(1, &lines, &[("a", 3), ("b", 7)]);
    }

    #[test]
    fn two_at_once_are_told_apart() {
        // a takes all the time that b, c and d take one after the other.
        let lines = [
            (0, "running 4 tests"),
            (2, "test b ... ok"),
            (5, "test c ... FAILED"),
            (8, "test a ... ok"),
            (9, "test d ... ok"),
            (9, "test result: FAILED. 3 passed; 1 failed"),
            (30, "running 1 test"),
            (31, "test e ... ignored"),
            (31, "test result: ok. 0 passed; 0 failed; 1 ignored"),
        ];
        assert_times(2, &lines, &[("a", 8), ("b", 2), ("c", 3), ("d", 4), ("e", 1)]);
    }

    #[test]
    fn the_slowest_come_first() {
        let timing = |name: &str, seconds| Timing { name: name.to_owned(), time: Duration::from_secs(seconds) };
        let text = slowest(vec![timing("b", 1), timing("a", 12), timing("c", 1)]);
        assert_eq!(text, "   12.0 s  a\n    1.0 s  b\n    1.0 s  c\n");
    }
}
