//! The door between the program and the page of its frame: mounting, settings in, a closed set of messages out.
//!
//! The page (`assets/embed/page.js`) does what only a browser can do; nothing here reaches network, storage or address.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::{AppHandle, Callback};

use crate::components::{Message, Widget, WidgetProps};
use crate::questionnaire::decimal::decimal;
use crate::screens;
use crate::settings::{Settings, from_page, settle_given};
use crate::wording::links;

/// A widget on a page, and what the page has to know before a visit begins.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<Widget>,
    links: Vec<String>,
    problems: Vec<String>,
    settings: Rc<Settings>,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the widget off the page, with everything that was answered.
    pub fn unmount(self) {
        self.app.destroy();
    }

    /// Every address to call or text that a visit may show, in any country: public, and the same for every visitor.
    #[wasm_bindgen(getter)]
    pub fn links(&self) -> Vec<String> {
        self.links.clone()
    }

    /// What is wrong with the settings, one line each.
    #[wasm_bindgen(getter)]
    pub fn problems(&self) -> Vec<String> {
        self.problems.clone()
    }

    /// Where a consultation is booked.
    #[wasm_bindgen(getter)]
    pub fn booking(&self) -> Option<String> {
        self.settings.booking_url.clone()
    }

    /// Where questions go.
    #[wasm_bindgen(getter)]
    pub fn contact(&self) -> Option<String> {
        self.settings.contact_url.clone()
    }
}

/// Keeps what a panic says from the console; it still ends in an error that the page hears of.
#[wasm_bindgen]
pub fn hush() {
    yew::set_custom_panic_hook(Box::new(|_| ()));
}

/// Puts the widget into an element.
///
/// `attributes` are names and values by turns; `json` are the keys of the JSON child with their tagged values, by turns;
/// attributes hold where both say something.
/// `packed` is the clinic's own screen as the release's loader checked and packed it, or nothing: then the built-in one.
/// `can_print` says that the browser has a way to print.
/// `host` is called with what the page has to do: a [`Message`]'s name, and for a copy its text; it gives true if it could.
#[wasm_bindgen]
pub fn mount(
    root: HtmlElement,
    attributes: Vec<String>,
    json: Vec<String>,
    packed: Option<Vec<u8>>,
    can_print: bool,
    host: Function,
) -> Mounted {
    let content = screens::unpack(packed.as_deref().unwrap_or(screens::PACKED));
    let (settings, problems) = settle_given(&content.questionnaire, &from_page(&attributes, &json));
    let problems = problems.into_iter().map(|problem| problem.message).collect();
    let content = content.in_language(&settings.locale);
    theme(&root, &settings);
    let host = Callback::from(move |message: Message| {
        let text = if let Message::Copy(text) = &message { JsValue::from_str(text) } else { JsValue::UNDEFINED };
        // A page that throws has its own way to say so.
        host.call2(&JsValue::NULL, &message.name().into(), &text).is_ok_and(|done| done == JsValue::TRUE)
    });
    let settings = Rc::new(settings);
    let links = links(&content.questionnaire, &settings);
    let props = WidgetProps { content, settings: settings.clone(), host, can_print, begin: None };
    let app = yew::Renderer::<Widget>::with_root_and_props(root.into(), props).render();
    Mounted { app, links, problems, settings }
}

/// Sets the public custom properties: through the object model, because a sealed frame takes no style attributes.
pub fn theme(root: &HtmlElement, settings: &Settings) {
    let theme = &settings.theme;
    let properties = [
        ("--ss-accent", theme.accent.clone()),
        ("--ss-radius", theme.radius.map(|radius| format!("{}px", decimal(radius, 2)))),
        ("--ss-density", theme.density.map(|density| decimal(density, 3))),
    ];
    for (name, value) in properties {
        // A browser that does not know the property keeps its default, and so does one whose value was taken back.
        drop(root.style().set_property(name, &value.unwrap_or_default()));
    }
}
