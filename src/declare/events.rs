//! What the element tells the page around.

use crate::markdown::table;

/// What an event carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The version of the script.
    Version,
    /// Why the fallback took the questionnaire's place.
    Code,
    /// Nothing.
    Nothing,
}

impl Detail {
    /// Its type, in TypeScript.
    pub(super) fn type_of(self) -> &'static str {
        match self {
            Self::Version => "{ version: string }",
            Self::Code => "{ code: SelfScreenErrorCode }",
            Self::Nothing => "Record<string, never>",
        }
    }
}

/// One event.
#[derive(Debug, Clone, Copy)]
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// What it carries.
    pub detail: Detail,
    /// When it is fired, in Markdown.
    pub when: &'static str,
}

/// Every event. None tells an answer, a result or a page of the questionnaire.
#[rustfmt::skip] // One event per line.
pub const EVENTS: [Event; 5] = [
    Event { name: "selfscreen-ready", detail: Detail::Version, when: "the first screen is there" },
    Event { name: "selfscreen-error", detail: Detail::Code, when: "the fallback took its place" },
    Event { name: "selfscreen-book", detail: Detail::Nothing, when: "the booking link was pressed" },
    Event { name: "selfscreen-start", detail: Detail::Nothing, when: "a visit started for the first time; only with `events=\"milestones\"`" },
    Event { name: "selfscreen-finish", detail: Detail::Nothing, when: "it came to an end, whichever, for the first time; only with `events=\"milestones\"`" },
];

/// The events as the README lists them.
#[must_use]
pub fn event_rows() -> String {
    let row = |event: &Event| {
        let detail = match event.detail {
            Detail::Version => "`{version}`",
            Detail::Code => "`{code}`",
            Detail::Nothing => "`{}`",
        };
        vec![format!("`{}`", event.name), detail.to_owned(), event.when.to_owned()]
    };
    table(&["event", "`detail`", "when"], EVENTS.iter().map(row))
}

/// Where the codes of failures are.
pub const CODES_FILE: &str = "assets/embed/codes.js";

/// The codes of failures, as the host side lists them.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    let script = include_str!("../../assets/embed/codes.js");
    let list = script.split_once("const CODES = {\n").and_then(|(_, rest)| rest.split_once("\n};"));
    let lines = list.map(|(list, _)| list.lines()).into_iter().flatten();
    lines.filter_map(|line| line.strip_prefix("  \"")?.split_once("\": ").map(|(code, _)| code)).collect()
}
