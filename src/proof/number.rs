//! Numbers too large to read, made readable.

use num_bigint::BigUint;

/// Writes a number in full up to a million, and as a power of ten beyond.
#[must_use]
pub fn readable(number: &BigUint) -> String {
    let digits = number.to_string();
    if digits.len() <= 6 {
        return grouped(&digits);
    }
    let (first, rest) = digits.split_at(1);
    format!("{first}.{} × 10^{}", &rest[..1], digits.len() - 1)
}

/// Puts a comma between groups of three digits.
fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_cut_and_small_ones_are_whole() {
        for (number, expected) in [
            (0_u64, "0"),
            (7, "7"),
            (1_000, "1,000"),
            (999_999, "999,999"),
            (1_000_000, "1.0 × 10^6"),
            (98_765_432, "9.8 × 10^7"),
        ] {
            assert_eq!(readable(&BigUint::from(number)), expected);
        }
    }
}
