//! What editors and compilers are told of the element: TypeScript declarations and the manifest of custom elements.
//!
//! Native only, and made from the table of settings, so that neither promises what the code does not take.

mod events;
mod frameworks;
mod manifest;
mod plugin;
mod typescript;

pub use events::{CODES_FILE, Detail, EVENTS, Event, codes, event_rows};
pub use frameworks::{preact, react, vue};
pub use manifest::manifest;
pub use plugin::plugin;
pub use typescript::types;

use crate::settings::{Setting, Takes, Unset};

/// What stands at the top of each file.
const MADE: &str =
    concat!("// Made by selfscreen ", env!("CARGO_PKG_VERSION"), " from the code that reads the settings.\n");

/// The type of an attribute, in TypeScript.
fn type_of(setting: &Setting) -> String {
    let quoted = |words: &[String]| words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ");
    match &setting.takes {
        Takes::Words(words) => quoted(words),
        Takes::Language(languages) => format!("{0} | `${{{0}}}-${{string}}`", quoted(languages)),
        Takes::Ids(ids) => format!("Listed<{}>", quoted(ids)),
        Takes::Numbers(numbers) => {
            numbers.iter().map(|number| format!("{number} | \"{number}\"")).collect::<Vec<_>>().join(" | ")
        }
        Takes::Range(_) => "number | `${number}`".to_owned(),
        // Some frameworks leave an attribute out for `false`: that is right only where nothing is the same.
        Takes::Flag if setting.told.unset == Unset::Is("false") => "boolean | \"\" | \"true\" | \"false\"".to_owned(),
        Takes::Flag => "true | \"\" | \"true\" | \"false\"".to_owned(),
        Takes::Text(_) | Takes::Json(_) => "string".to_owned(),
    }
}

/// What holds without a setting, in plain text.
fn unset_of(setting: &Setting) -> String {
    match setting.told.unset {
        Unset::Is(value) => value.to_owned(),
        Unset::Says(text) => text.replace('`', ""),
    }
}

/// Those that are attributes.
fn attributes(settings: &[Setting]) -> impl Iterator<Item = (&'static str, &Setting)> {
    settings.iter().filter_map(|setting| Some((setting.attribute?, setting)))
}
