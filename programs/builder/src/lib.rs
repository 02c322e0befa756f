//! The third program of a release: the page on which a clinic puts its snippet together, and its previews.
//!
//! It settles what is typed with the widget's own code, and prints what `selfscreen snippet` prints.
//! It asks for nothing, sends nothing and keeps nothing; `assets/builder` is the other side of it.

mod accent;
mod app;
mod draft;
mod example;
mod field;
mod form;
mod found;
mod highlight;
mod host;
mod more;
mod other;
mod placed;
mod platforms;
mod preview;
mod rules;
mod sources;
mod steps;
mod tag;
mod trackers;

use std::rc::Rc;

use selfscreen::screens::{PACKED, unpack};
use wasm_bindgen::prelude::*;
use web_sys::Element;

pub use example::preview;

/// Puts the page into an element. `release` is what the release's manifest says of its scripts and its policy.
#[wasm_bindgen]
pub fn start(root: Element, release: &str, host: host::Host) {
    let Ok(release) = serde_json::from_str(release) else { wasm_bindgen::throw_str("the bundle wrote it") };
    let props = app::BuilderProps { content: unpack(PACKED), release: Rc::new(release), host };
    root.set_inner_html("");
    yew::Renderer::<app::Builder>::with_root_and_props(root, props).render();
}
