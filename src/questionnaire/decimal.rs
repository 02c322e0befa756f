//! Decimal numbers, written and read.
//!
//! A printer of our own: the general one for floating-point numbers brings tables that every visitor would pay for.

/// Writes a number with at most this number of decimals; zeros at the end are left out.
#[must_use]
#[allow(clippy::cast_possible_truncation, reason = "callers give numbers far below the limits of i64")]
pub fn decimal(number: f64, places: u32) -> String {
    let unit = 10_i64.pow(places);
    let scaled = (number * unit as f64).round() as i64;
    let (whole, rest) = ((scaled / unit).abs(), (scaled % unit).abs());
    let sign = if scaled < 0 { "-" } else { "" };
    let digits = rest.to_string();
    let zeros = "0".repeat(places as usize - digits.len().min(places as usize));
    let decimals = format!("{zeros}{digits}");
    match decimals.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}.{decimals}"),
    }
}

/// Reads a decimal number as people write it: digits, perhaps a sign and a point; no exponent.
#[must_use]
pub fn read_decimal(text: &str) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let fits = !(whole.is_empty() && decimals.is_empty()) && decimals.len() <= 9;
    if !fits || !whole.bytes().chain(decimals.bytes()).all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let add = |number: f64, digit: u8| number * 10.0 + f64::from(digit - b'0');
    let unit = decimals.bytes().fold(1.0, |unit, _| unit * 10.0);
    Some(sign * whole.bytes().chain(decimals.bytes()).fold(0.0, add) / unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_and_written() {
        let good = [("0", 0.0), ("12", 12.0), ("3.0", 3.0), ("-1.5", -1.5), ("+7", 7.0), (".5", 0.5), ("0.85", 0.85)];
        for (text, expected) in good {
            assert_eq!(read_decimal(text), Some(expected), "{text}");
        }
        for text in ["", ".", "-", "1e2", "inf", "NaN", "1,000", "two", "1.2.3", "--1"] {
            assert_eq!(read_decimal(text), None, "{text}");
        }
        for (number, places, expected) in
            [(12.345, 2, "12.35"), (100.0, 2, "100"), (0.5, 1, "0.5"), (-0.04, 1, "0"), (7.0, 1, "7")]
        {
            assert_eq!(decimal(number, places), expected);
        }
    }
}
