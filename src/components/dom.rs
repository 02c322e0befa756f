//! What no markup can say: the language of the document, the focus, and a word that goes away by itself.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::{Callback, NodeRef};

/// Says of the frame's whole document which language it is in, and which way that runs.
pub fn speak(root: &NodeRef, language: &str, direction: &str) {
    let document = root.cast::<Element>().and_then(|root| root.closest("html").ok().flatten());
    for (name, value) in [("lang", language), ("dir", direction)] {
        if let Some(document) = &document {
            drop(document.set_attribute(name, value));
        }
    }
}

/// Moves the focus below the root. Nothing scrolls by it: a browser would scroll the page around as well, and tell it where
/// in the frame something is. The page of the frame scrolls what is in the frame.
pub fn focus(root: &NodeRef, selector: &str) {
    let Some(target) = find(root, selector) else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    drop(target.unchecked_into::<HtmlElement>().focus_with_options(&options));
}

fn find(root: &NodeRef, selector: &str) -> Option<Element> {
    root.cast::<Element>()?.query_selector(selector).ok()?
}

/// Says yes, and a little later no.
pub fn say_for_a_moment(say: &Callback<bool>) {
    const A_MOMENT: u32 = 2000;
    say.emit(true);
    let say = say.clone();
    Timeout::new(A_MOMENT, move || say.emit(false)).forget();
}
