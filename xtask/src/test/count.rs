//! Passed and failed, read from what test harnesses print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl Count {
    /// One check that held.
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    /// One check that did not hold.
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    /// Reads a line like `test result: ok. 3 passed; 0 failed; …`; any other line counts nothing.
    pub fn of_line(line: &str) -> Self {
        let Some((_, result)) = line.split_once("test result: ") else {
            return Self::default();
        };
        let words: Vec<&str> = result.split([' ', ';']).collect();
        let number = |word: &str| words.windows(2).find(|pair| pair[1] == word)?[0].parse().ok();
        Self { passed: number("passed").unwrap_or(0), failed: number("failed").unwrap_or(0) }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
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
            assert_eq!(Count::of_line(line), Count { passed, failed }, "{line}");
        }
    }

    #[test]
    fn totals_are_one_line() {
        let mut total = Count::PASSED;
        total += Count { passed: 40, failed: 2 };
        total += Count::FAILED;
        assert_eq!(total.to_string(), "41 passed, 3 failed");
    }
}
