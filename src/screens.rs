//! The screens that are built in.

mod unpack;

use std::rc::Rc;

use crate::own::Base;
use crate::questionnaire::load::{File, Screen, load};
use crate::questionnaire::words::PackedWords;
use crate::questionnaire::{Finding, Questionnaire};

/// The ketamine screen's items and rules.
pub const KETAMINE: File<'static> =
    File { name: "assets/screens/ketamine/screen.json", text: include_str!("../assets/screens/ketamine/screen.json") };

/// The ketamine screen in English.
pub const KETAMINE_EN: File<'static> =
    File { name: "assets/screens/ketamine/en.json", text: include_str!("../assets/screens/ketamine/en.json") };

/// Every screen that is shipped, each with its words behind it: the ketamine one, and the example.
pub const SHIPPED: [File<'static>; 4] = [
    KETAMINE,
    KETAMINE_EN,
    File {
        name: "assets/screens/flu_vaccine/screen.json",
        text: include_str!("../assets/screens/flu_vaccine/screen.json"),
    },
    File { name: "assets/screens/flu_vaccine/en.json", text: include_str!("../assets/screens/flu_vaccine/en.json") },
];

/// Loads the ketamine screen in English.
///
/// # Errors
///
/// Gives every problem of the built-in files; a build whose tests passed has none.
pub fn ketamine() -> Result<Screen, Vec<Finding>> {
    load(KETAMINE, KETAMINE_EN)
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
/// If the bytes were not packed from the same types, by [`Screen::pack`] of this version.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Screen {
    let (questionnaire, words): (Questionnaire, PackedWords) = unpack::unpack(bytes);
    Screen { questionnaire: Rc::new(questionnaire), words: Rc::new(words.unpack()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::words::{QUICK, askable};

    /// Expects the widget to unpack what the files say.
    #[track_caller]
    fn assert_same(loaded: &Screen, packed: &[u8]) {
        let unpacked = unpack(packed);
        assert_eq!(*unpacked.questionnaire, *loaded.questionnaire);
        for path in askable(&loaded.questionnaire, &loaded.words) {
            assert_eq!(unpacked.words.get(&path), loaded.words.get(&path), "{path}");
        }
        for (path, text) in loaded.words.iter() {
            assert_eq!(&*unpacked.words.text(path), text, "{path}");
        }
    }

    #[test]
    fn what_the_widget_unpacks_is_what_the_files_say() {
        let loaded = load(BUILT_IN.screen, BUILT_IN.words).unwrap();
        assert_same(&loaded, PACKED);
        assert_same(&loaded, &loaded.pack(QUICK));
    }

    #[test]
    fn a_line_break_within_a_text_moves_no_other_text() {
        let words = BUILT_IN.words.text.replacen("\"Back\"", "\"Go\\nback\"", 1);
        let loaded = load(BUILT_IN.screen, File { name: "en.json", text: &words }).unwrap();
        let unpacked = unpack(&loaded.pack(QUICK));
        assert_eq!(&*unpacked.words.text("ui.back"), "Go back");
        assert_eq!(unpacked.words.text("ui.continue"), loaded.words.text("ui.continue"));
    }
}
