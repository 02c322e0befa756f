//! Passed and failed, read from what test harnesses print.

use std::fmt;
use std::ops::AddAssign;

use super::timings::Timing;

/// How many tests passed and how many failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
    /// How many are for other engines: their harness takes them for passed.
    pub elsewhere: u64,
    /// Which of those that passed did so only at a second try.
    pub again: Vec<String>,
    /// How long each test took, as far as its harness tells.
    pub timings: Vec<Timing>,
}

/// What a test prints that is for other engines.
const ELSEWHERE: &str = "-- for other engines";

impl Count {
    /// One check that held.
    pub const PASSED: Self = Self { passed: 1, failed: 0, elsewhere: 0, again: Vec::new(), timings: Vec::new() };
    /// One check that did not hold.
    pub const FAILED: Self = Self { passed: 0, failed: 1, elsewhere: 0, again: Vec::new(), timings: Vec::new() };

    /// Reads a line like `test result: ok. 3 passed; 0 failed; …`, or that a test is for other engines; any other line counts
    /// nothing.
    pub fn of_line(line: &str) -> Self {
        let Some((_, result)) = line.split_once("test result: ") else {
            return Self { elsewhere: u64::from(line.contains(ELSEWHERE)), ..Self::default() };
        };
        let words: Vec<&str> = result.split([' ', ';']).collect();
        let number = |word: &str| words.windows(2).find(|pair| pair[1] == word)?[0].parse().ok();
        Self { passed: number("passed").unwrap_or(0), failed: number("failed").unwrap_or(0), ..Self::default() }
    }

    /// Takes those that are for other engines out of those that passed.
    pub fn without_elsewhere(self) -> Self {
        Self { passed: self.passed.saturating_sub(self.elsewhere), ..self }
    }

    /// Says what the totals do not: what is for other engines, and what passed only at a second try.
    pub fn beside(&self) -> String {
        let again = if self.again.is_empty() { "none".to_owned() } else { self.again.join(", ") };
        format!("for other engines: {}\nat a second try: {again}", self.elsewhere)
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.elsewhere += other.elsewhere;
        self.again.extend(other.again);
        self.timings.extend(other.timings);
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_of_results_are_counted() {
        for (line, passed, failed) in [
            ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.1s", 12, 0),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s", 3, 2),
            ("test result: \u{1b}[32mok\u{1b}[m. 7 passed; 0 failed; 0 ignored", 7, 0),
            ("test screening::a_result ... ok", 0, 0),
            ("4 passed; 1 failed", 0, 0),
        ] {
            assert_eq!(Count::of_line(line), Count { passed, failed, ..Count::default() }, "{line}");
        }
    }

    #[test]
    fn a_test_for_other_engines_did_not_pass() {
        let lines = ["-- for other engines", "test a ... ok", "test b ... -- for other engines", "ok"];
        let mut count = Count::default();
        lines.iter().for_each(|line| count += Count::of_line(line));
        count += Count::of_line("test result: ok. 3 passed; 0 failed; 0 ignored");
        assert_eq!(count.without_elsewhere(), Count { passed: 1, elsewhere: 2, ..Count::default() });
    }

    #[test]
    fn totals_are_one_line() {
        let mut total = Count::PASSED;
        total += Count { passed: 40, failed: 2, elsewhere: 7, again: vec!["a::test".to_owned()], timings: Vec::new() };
        total += Count::FAILED;
        assert_eq!(total.to_string(), "41 passed, 3 failed");
        assert_eq!(total.beside(), "for other engines: 7\nat a second try: a::test");
    }
}
