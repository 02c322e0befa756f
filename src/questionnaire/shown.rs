//! JSON values in messages.

use serde_json::Value;

use super::Given;

/// Shows a value as JSON, cut where it is long.
#[must_use]
pub fn shown(value: &Value) -> String {
    let mut text = Given::from(value).to_string();
    if let Some((end, _)) = text.char_indices().nth(80) {
        text.truncate(end);
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_as_json_and_cut_where_they_are_long() {
        let table = [
            ("null", "null"),
            ("3.5", "3.5"),
            ("-0.0625", "-0.0625"),
            ("3.0", "3"),
            ("[1, \"a\", {\"b\": false}]", "[1, \"a\", {\"b\": false}]"),
            ("1e300", "a number beyond all limits"),
        ];
        for (json, expected) in table {
            assert_eq!(shown(&serde_json::from_str(json).unwrap()), expected);
        }
        assert_eq!(shown(&Value::String("x".repeat(100))).chars().count(), 81);
    }
}
