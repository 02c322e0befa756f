//! What is typed into a number field.

use crate::questionnaire::ItemKind;
use crate::questionnaire::decimal::read_decimal;
use crate::screening::Answer;

/// Why what was typed is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// Not a number, or not a whole one.
    NotWhole,
    /// Less than the smallest one allowed.
    BelowMin,
    /// More than the largest one allowed.
    AboveMax,
}

impl NumberFault {
    /// The key of its message among the item's errors.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NotWhole => "not_a_whole_number",
            Self::BelowMin => "below_min",
            Self::AboveMax => "above_max",
        }
    }
}

/// Reads a whole number within the limits of the item; `3.0` counts as 3.
pub fn read(kind: ItemKind, text: &str) -> Result<Answer, NumberFault> {
    let ItemKind::Integer { min, max } = kind else { return Err(NumberFault::NotWhole) };
    let text = text.trim();
    let number = read_decimal(text).filter(|number| number.fract() == 0.0).ok_or(NumberFault::NotWhole)?;
    if number < f64::from(min) {
        Err(NumberFault::BelowMin)
    } else if number > f64::from(max) {
        Err(NumberFault::AboveMax)
    } else {
        #[allow(clippy::cast_possible_truncation, reason = "whole and within the limits, which are i32")]
        Ok(Answer::Number(number as i32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_numbers_within_the_limits_are_read() {
        use NumberFault::{AboveMax, BelowMin, NotWhole};
        let table = [
            ("0", Ok(0)),
            (" 12 ", Ok(12)),
            ("3.0", Ok(3)),
            ("+7", Ok(7)),
            ("999", Ok(999)),
            ("-1", Err(BelowMin)),
            ("1000", Err(AboveMax)),
            ("99999999999999999999", Err(AboveMax)),
            ("", Err(NotWhole)),
            ("3.5", Err(NotWhole)),
            ("1e2", Err(NotWhole)),
            ("inf", Err(NotWhole)),
            ("two", Err(NotWhole)),
            ("1,000", Err(NotWhole)),
        ];
        for (text, expected) in table {
            assert_eq!(read(ItemKind::Integer { min: 0, max: 999 }, text), expected.map(Answer::Number), "{text:?}");
        }
    }
}
