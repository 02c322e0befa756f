//! Every code there is: how bad it is, and what to do about it. `docs/findings.md` has the same list with examples.

use crate::questionnaire::Severity;
use Severity::{Error, Note, Warning};

/// A kind of problem.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    /// Its stable name.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What to do, in one line.
    pub hint: &'static str,
}

/// Every kind of problem, in the order of `docs/findings.md`.
#[rustfmt::skip] // One code a line, so that the list can be read as one.
pub const CODES: &[Code] = &[
    // Files.
    code("not-json", Error, "look at the line and column named: a comma, a quote or a bracket is missing or too many"),
    code("wrong-shape", Error, "write what is expected there; `selfscreen schema` lets an editor complete and explain every key"),
    code("unknown-kind", Error, "a screen has sections, words have a language, settings have neither"),
    code("words-without-screen", Error, "name the screen before its words: selfscreen check screen.json en.json"),
    code("duplicate-key", Error, "keep one of the two: readers take one and drop the other in silence"),
    // Ids.
    code("duplicate-id", Error, "give one of the two another id; an id that was used once is never used for something else"),
    code("unknown-id", Error, "correct the id, or declare what it names"),
    code("unknown-word", Error, "use one of the words listed"),
    code("unknown-option", Error, "correct the code, or add the option to the item"),
    code("odd-id", Warning, "write ids as plain words joined by _: they stand in paths of words and in cases"),
    code("reserved-code", Warning, "list it under specials, so that it clears other ticks and is handled as a doubt"),
    code("unused-id", Warning, "use it or take it out: what nothing uses is often a reference that was misspelt or lost"),
    // Conditions.
    code("unknown-operator", Error, "use one of the operators listed"),
    code("operator-does-not-fit", Error, "use `is` or `in` for one choice, `includes` or `in` for a tick list, gte and its like for numbers"),
    code("cannot-hold-together", Error, "write `any` if either will do, or take one part out"),
    code("never-holds", Error, "correct the option or the number: as it stands, whatever rests on it never happens"),
    code("always-holds", Warning, "take the condition out if it is meant to hold always; else correct it"),
    code("never-unsure", Warning, "take unsure_when out, or make it differ from when"),
    code("definition-cycle", Error, "let one of the definitions say what it means without the others"),
    code("enable-when-cycle", Error, "let the first item of the circle be asked of everyone"),
    code("enable-when-looks-ahead", Error, "move the item that is asked about further up"),
    // Items.
    code("unknown-type", Error, "use one of the types listed"),
    code("wrong-options", Error, "give an item one list of options if it is chosen from, none if it takes a number"),
    code("wrong-limits", Error, "give both limits, the lower one as min"),
    code("empty", Error, "add an entry, or take the whole out"),
    code("too-many", Error, "split it in two, or make it shorter"),
    code("never-asked", Error, "correct enable_when: no visitor ever sees this"),
    code("unnamed-in-overview", Warning, "name the illness in the row that leads to it, in the words its owner uses"),
    code("unread-item", Warning, "ask nothing that nothing reads: a visitor gives an answer for no reason"),
    code("unread-option", Warning, "let a factor read the option, or say in risk_order that it is reassuring"),
    code("key-without-effect", Warning, "take the key out, or give the item the type it was meant for"),
    // Scores.
    code("score-not-a-number", Error, "write the score as a whole number, without quotes"),
    code("score-not-numeric", Error, "give every option of the item a score, or leave the item out of the sum"),
    code("unknown-method", Error, "use one of the methods listed"),
    code("wrong-bands", Error, "let the bands reach from the lowest to the highest value, each with one end"),
    code("wrong-range", Error, "write the range that the items' values add up to"),
    code("band-gap", Error, "let each band begin where the one before ends: to and from for whole numbers, below and from for means"),
    code("unreachable-band", Warning, "move the edges of the band, or take it out"),
    code("threshold-without-effect", Warning, "move the threshold, or ask whether the score is available"),
    code("unknown-instrument", Error, "declare an instrument of the library, or none"),
    code("undeclared-instrument", Warning, "declare the instrument, so that its wording and scoring are held to it"),
    code("instrument-differs", Error, "restore the official wording, options and scoring, or do not call it by that name"),
    code("instrument-language", Warning, "add the official translation to the library, or name the languages of the scale in its score; never translate one yourself"),
    // Rules.
    code("without-source", Error, "name what it rests on; a rule without a source is nobody's"),
    code("unknown-class", Error, "use one of the classes listed"),
    code("no-class", Error, "give it a class on a route, or take the factor out"),
    code("softer-raise", Error, "offer clinics stricter classes only"),
    code("hidden-factor", Warning, "give it its own topic, or take it out: it is never listed"),
    code("duplicate-rule", Warning, "keep one of the two factors"),
    code("note-only-route", Warning, "give the factors their class on this route too, or take the route out"),
    code("missing-outcome", Error, "add an entry for the outcome"),
    code("missing-block", Error, "show why a result came to it, and what it is not"),
    code("missing-row", Error, "add the row: someone will need it"),
    // Crisis help and dates.
    code("missing-help", Error, "keep the crisis lines and the emergency number in the order of the panel"),
    code("line-without-contact", Error, "give the number or the site, checked with the operator's own site"),
    code("review-due", Warning, "check every entry with its publisher or operator, correct it, and write today's date"),
    code("bad-date", Error, "write year, month and day: 2026-11-21"),
    code("to-verify", Warning, "check it with its publisher or operator, and take the mark `verify` out"),
    // Words.
    code("missing-text", Error, "write the text"),
    code("unused-text", Error, "correct the key: it is often an id that was renamed or misspelt"),
    code("duplicate-text", Warning, "word the two so that a visitor can tell them apart"),
    code("unknown-token", Error, "correct the token; what nothing fills in is shown as it stands"),
    code("missing-token", Error, "put the token back: without it the text lacks what it is for"),
    code("untidy-text", Warning, "tidy the text"),
    code("word-to-avoid", Warning, "say it without promising, judging or urging"),
    code("hard-to-read", Warning, "use shorter sentences and everyday words; `check --reading` shows the hardest sentences"),
    code("long-sentence", Warning, "make two sentences of it"),
    // Settings.
    code("unknown-setting", Error, "correct the name of the setting"),
    code("bad-setting", Error, "write a value that is allowed; until then the default holds"),
    code("missing-setting", Error, "set it: without it there is no personal result"),
    code("own-id", Error, "begin the id with own_, so that it is never taken for a factor of the screen's"),
    code("own-class", Error, "give it the class note, review or stop; what is urgent is for the screen to say"),
    code("own-words", Error, "write the words of a whole screen beside it: {\"screen\": {…}, \"words\": {\"en\": {…}}}"),
];

/// The severity of [`to-verify`](CODES) while a screen is a draft.
pub const DRAFT: Severity = Note;

const fn code(code: &'static str, severity: Severity, hint: &'static str) -> Code {
    Code { code, severity, hint }
}

/// What is known of a code.
///
/// # Panics
///
/// If it is none of [`CODES`], which a test makes sure of.
#[must_use]
pub fn find(code: &str) -> &'static Code {
    CODES.iter().find(|known| known.code == code).expect("every code is in the catalog, as a test makes sure")
}

/// Says what to do about a finding of this code; empty for a code of elsewhere.
#[must_use]
pub fn hint(code: &str) -> &'static str {
    CODES.iter().find(|known| known.code == code).map_or("", |known| known.hint)
}
