//! The screens that are built in.

mod unpack;

use crate::own::Base;
use crate::questionnaire::load::load_languages;
use crate::questionnaire::words::PackedWords;
use crate::questionnaire::{Content, File, Finding, Questionnaire};

/// The ketamine screen's items and rules.
pub const KETAMINE: File<'static> =
    File { name: "assets/screens/ketamine/screen.json", text: include_str!("../assets/screens/ketamine/screen.json") };

/// The ketamine screen in English.
pub const KETAMINE_EN: File<'static> =
    File { name: "assets/screens/ketamine/en.json", text: include_str!("../assets/screens/ketamine/en.json") };

/// Every file of every screen that is shipped, as the folders under `assets/screens` hold them: each screen with its words
/// behind it, English first.
pub const SHIPPED: &[File<'static>] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// Loads the ketamine screen in every language it is shipped in.
///
/// # Errors
///
/// Lists every problem of the built-in files; a build whose tests passed has none.
pub fn ketamine() -> Result<Content, Vec<Finding>> {
    let folder = KETAMINE.name.trim_end_matches("screen.json");
    let words: Vec<_> =
        SHIPPED.iter().copied().filter(|file| file.name.starts_with(folder) && file.name != KETAMINE.name).collect();
    load_languages(KETAMINE, &words)
}

/// The screen that is built into the widget: the ketamine one, unless the build was given another.
pub const BUILT_IN: Base<'static> = Base {
    screen: File { name: "screen.json", text: include_str!(concat!(env!("OUT_DIR"), "/screen.json")) },
    words: File { name: "en.json", text: include_str!(concat!(env!("OUT_DIR"), "/en.json")) },
};

/// The same, as the build packed it after checking it: what the widget uses.
pub const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/screen.bin"));

/// Unpacks a screen.
///
/// # Panics
///
/// If the bytes were not packed from the same types, by [`Content::pack`] of this version.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Content {
    let (questionnaire, words): (Questionnaire, PackedWords) = unpack::unpack(bytes);
    Content::new(questionnaire, words.unpack())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::words::{QUICK, askable};

    /// Expects the widget to unpack what the files say.
    #[track_caller]
    fn assert_same(loaded: &Content, packed: &[u8]) {
        let unpacked = unpack(packed);
        assert_eq!(*unpacked.questionnaire, *loaded.questionnaire);
        assert_eq!(unpacked.languages.len(), loaded.languages.len());
        for (unpacked, loaded_words) in unpacked.languages.iter().zip(&*loaded.languages) {
            // What is still to be read is for the build alone.
            let shown = |path: &str| !path.starts_with("needs_review.");
            for path in askable(&loaded.questionnaire, loaded_words).iter().filter(|path| shown(path)) {
                assert_eq!(unpacked.get(path), loaded_words.get(path), "{path}");
            }
            for (path, text) in loaded_words.iter().filter(|(path, _)| shown(path)) {
                assert_eq!(&*unpacked.text(path), text, "{path}");
            }
        }
    }

    #[test]
    fn what_the_widget_unpacks_is_what_the_files_say() {
        let loaded = ketamine().unwrap();
        assert_same(&loaded, PACKED);
        assert_same(&loaded, &loaded.pack(QUICK));
    }

    #[test]
    fn a_line_break_within_a_text_moves_no_other_text() {
        let words = BUILT_IN.words.text.replacen("\"Back\"", "\"Go\\nback\"", 1);
        let loaded = load_languages(BUILT_IN.screen, &[File { name: "en.json", text: &words }]).unwrap();
        let unpacked = unpack(&loaded.pack(QUICK));
        assert_eq!(&*unpacked.words.text("ui.back"), "Go back");
        assert_eq!(unpacked.words.text("ui.continue"), loaded.words.text("ui.continue"));
    }
}
