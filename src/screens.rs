//! The screens that are built in.

mod unpack;

use std::rc::Rc;

use crate::questionnaire::load::{File, Screen, load};
use crate::questionnaire::words::PackedWords;
use crate::questionnaire::{Finding, Questionnaire};

/// The ketamine screen's items and rules.
pub const KETAMINE: File<'static> =
    File { name: "assets/screens/ketamine/screen.json", text: include_str!("../assets/screens/ketamine/screen.json") };

/// The ketamine screen in English.
pub const KETAMINE_EN: File<'static> =
    File { name: "assets/screens/ketamine/en.json", text: include_str!("../assets/screens/ketamine/en.json") };

/// Loads the ketamine screen in English.
///
/// # Errors
///
/// Gives every problem of the built-in files; a build whose tests passed has none.
pub fn ketamine() -> Result<Screen, Vec<Finding>> {
    load(KETAMINE, KETAMINE_EN)
}

/// The same, as the build packed it after checking it: what the widget uses.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ketamine.bin"));

/// Unpacks the ketamine screen in English.
///
/// # Panics
///
/// Never: the build script packs the same types.
#[must_use]
pub fn unpacked() -> Screen {
    let (questionnaire, words): (Questionnaire, PackedWords) = unpack::unpack(PACKED);
    Screen { questionnaire: Rc::new(questionnaire), words: Rc::new(words.unpack()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::words::askable;

    #[test]
    fn what_the_widget_unpacks_is_what_the_files_say() {
        let (loaded, unpacked) = (ketamine().unwrap(), unpacked());
        assert_eq!(*unpacked.questionnaire, *loaded.questionnaire);
        for path in askable(&loaded.questionnaire, &loaded.words) {
            assert_eq!(unpacked.words.get(&path), loaded.words.get(&path), "{path}");
        }
        for (path, text) in loaded.words.iter() {
            assert_eq!(&*unpacked.words.text(path), text, "{path}");
        }
    }
}
