//! Spaces and signs that no one meant.

use super::note;
use crate::lint::subject::FindingList;

/// Names what looks like a slip of the hand.
pub fn check(file: &str, path: &str, text: &str, report: &mut FindingList) {
    if text.trim().is_empty() {
        return;
    }
    let slips = [
        (text != text.trim(), "a space at the start or the end"),
        (text.trim().contains("  "), "two spaces in a row"),
        (text.contains(['\n', '\t', '\r']), "a line break or a tab"),
        (
            [" ,", " .", " ;", "( ", " )", ",,", ";;"].iter().any(|slip| text.contains(slip)),
            "a space or a sign too many",
        ),
        (text.contains('!'), "an exclamation mark"),
        (text.chars().any(is_invisible), "a sign that nobody sees"),
    ];
    for (_, slip) in slips.iter().filter(|(there, _)| *there) {
        note(report, "untidy-text", file, path, format!("{slip} in '{}'", text.trim()), "the text without it");
    }
}

/// Tells whether a sign has no width; the marks that turn the direction of writing are meant.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') || (c.is_control() && !c.is_whitespace())
}
