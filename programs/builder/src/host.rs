//! What only the page's script can do: see `assets/builder/page.js`.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The page's script.
    #[derive(Clone)]
    pub type Host;

    /// Shows what a tag gives in an element: the questionnaire itself, or one of its later screens with example answers.
    #[wasm_bindgen(method)]
    pub fn show(this: &Host, stage: &Element, tag: &str, screen: &str);

    /// Puts the text of an element on the clipboard, or at least selects it; says which.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Host, from: &Element, then: &Function);

    /// Writes a colour as `#rrggbb`.
    #[wasm_bindgen(method)]
    pub fn hexadecimal(this: &Host, color: &str) -> String;

    /// Lists the addresses and the texts of the scripts on this page.
    #[wasm_bindgen(method)]
    pub fn scripts(this: &Host) -> Array;
}
