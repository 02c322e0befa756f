//! The second program of a release: checks a clinic's own rules or screen, and packs it for the widget.
//!
//! It is the command's own loader, for pages that write factors or a whole screen in their settings; nobody else pays for it.
//! It sees those settings and never an answer, and it imports nothing: a page writes a text into its memory, calls
//! [`read`], and takes the result out again.
//! `assets/embed/own.js` is the other side of it.
#![allow(unsafe_code, reason = "a name that a page calls by has to be exported as it is; no memory is touched by hand")]

use std::cell::RefCell;

use selfscreen::own;
use selfscreen::questionnaire::File;
use selfscreen::questionnaire::words::QUICK;
use selfscreen::screens::BUILT_IN;

thread_local! {
    /// The settings that a page writes, and what was made of them.
    static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static MADE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// What findings say the settings are called.
const NAME: &str = "settings";

/// Makes room for a text of that many bytes, and tells where.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    TEXT.with_borrow_mut(|text| {
        *text = vec![0; length];
        text.as_mut_ptr()
    })
}

/// Reads the text that was written there: 1 if the screen it asks for is sound and packed, 0 if there are findings, a line each.
#[unsafe(no_mangle)]
pub extern "C" fn read() -> u32 {
    let text = TEXT.take();
    let text = String::from_utf8_lossy(&text);
    let (accepted, made) = match own::screen(File { name: NAME, text: &text }, BUILT_IN) {
        Ok(screen) => (1, screen.pack(QUICK)),
        Err(findings) => (0, findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n").into_bytes()),
    };
    MADE.set(made);
    accepted
}

/// Tells where the result is.
#[unsafe(no_mangle)]
pub extern "C" fn made() -> *const u8 {
    MADE.with_borrow(|made| made.as_ptr())
}

/// Tells how many bytes the result has.
#[unsafe(no_mangle)]
pub extern "C" fn size() -> usize {
    MADE.with_borrow(Vec::len)
}
