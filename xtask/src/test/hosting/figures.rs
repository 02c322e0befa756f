//! The figures of the page, worked out from the sizes of the release.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::bundle::SCRIPT;

/// Bytes of headers on an answer, as the page says.
const HEADERS: u64 = 500;
const GIGABYTE: u64 = 1_000_000_000;
const A_DAY: u64 = 1_000_000;
/// The part of a day's visits in its busiest hour.
const BUSIEST: u64 = 10;

/// Fails if a line of the page says something else than the sizes give.
pub fn check(page: &str, sizes: &[Value]) -> Result<()> {
    let script = sizes.iter().find(|size| size["part"] == SCRIPT).context("the manifest has the size of the script")?;
    let bytes = |key: &str| script[key].as_u64().with_context(|| format!("the manifest has {key}"));
    let packed = [("brotli, best", bytes("brotli")?), ("gzip, best", bytes("gzip")?), ("not at all", bytes("raw")?)];
    let mut lines = packed.map(|(name, bytes)| row(name, bytes)).to_vec();
    lines.extend(million(bytes("brotli")?));
    for line in lines {
        ensure!(page.contains(&line), "it does not say\n{line}");
    }
    Ok(())
}

fn row(name: &str, bytes: u64) -> String {
    let bytes = bytes.div_ceil(1000) * 1000;
    let visits = GIGABYTE / (bytes + HEADERS) / 100 * 100;
    format!("| {name} | {} | {} |", thousands(bytes), thousands(visits))
}

/// A million first visits: requests, and gigabytes rounded up.
fn million(bytes: u64) -> [String; 2] {
    let all = A_DAY * (bytes.div_ceil(1000) * 1000 + HEADERS);
    let an_hour = A_DAY / BUSIEST;
    let (day, hour) = (all.div_ceil(GIGABYTE), (all / BUSIEST).div_ceil(GIGABYTE));
    let megabits = (all / BUSIEST * 8).div_ceil(3600 * 1_000_000);
    let requests = an_hour.div_ceil(3600);
    [
        format!("| requests | {} | {}, or {requests} a second |", thousands(A_DAY), thousands(an_hour)),
        format!("| bytes, with brotli | {day} GB | {hour} GB, or {megabits} Mbit a second |"),
    ]
}

fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_become_visits_and_traffic() {
        assert_eq!(row("gzip, best", 199_001), "| gzip, best | 200,000 | 4,900 |");
        assert_eq!(
            million(99_400),
            [
                "| requests | 1,000,000 | 100,000, or 28 a second |",
                "| bytes, with brotli | 101 GB | 11 GB, or 23 Mbit a second |"
            ]
        );
    }

    #[test]
    fn numbers_are_grouped() {
        for (number, expected) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(thousands(number), expected);
        }
    }
}
