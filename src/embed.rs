//! The door between the program and the page of its frame: mounting, settings in, a closed set of messages out.
//!
//! The page (`assets/embed/page.js`) does what only a browser can do; nothing here reaches network, storage or address.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::{AppHandle, Callback, NodeRef};

use crate::components::{Message, Widget, WidgetProps};
use crate::questionnaire::shown::decimal;
use crate::screens;
use crate::settings::{Given, Settings, from_attributes, put, settle_given};
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
/// `attributes` are names and values by turns; `json` is the text of the JSON child, empty if there is none; attributes
/// hold where both say something.
/// `host` is called with what the page has to do: a [`Message`]'s name, and for a copy its text.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, attributes: Vec<String>, json: &str, host: Function) -> Mounted {
    let screen = screens::unpacked();
    let mut problems = Vec::new();
    let given = given(&attributes, json, &mut problems);
    let (settings, found) = settle_given(&screen.questionnaire, &given);
    problems.extend(found.into_iter().map(|problem| problem.message));
    theme(&root, &settings);
    let host = Callback::from(move |message: Message| {
        let text = if let Message::Copy(text) = &message { JsValue::from_str(text) } else { JsValue::UNDEFINED };
        // A page that throws has its own way to say so.
        drop(host.call2(&JsValue::NULL, &message.name().into(), &text));
    });
    let settings = Rc::new(settings);
    let links = links(&screen.questionnaire, &settings);
    let props = WidgetProps { screen, settings: settings.clone(), host, begin: None };
    let app = yew::Renderer::<Widget>::with_root_and_props(root.into(), props).render();
    Mounted { app, links, problems, settings }
}

/// Puts attributes and the JSON child together.
fn given(attributes: &[String], json: &str, problems: &mut Vec<String>) -> Vec<(String, Given)> {
    let mut settings = Vec::new();
    if !json.is_empty() {
        match js_sys::JSON::parse(json).map(|value| from_js(&value)) {
            Ok(Given::Map(map)) => settings = map,
            _ => problems.push("the JSON child must hold an object of settings. It is ignored.".to_owned()),
        }
    }
    let pairs = attributes.chunks_exact(2).map(|pair| (pair[0].as_str(), pair[1].as_str()));
    for (key, value) in from_attributes(pairs) {
        put(&mut settings, &key, value);
    }
    settings
}

/// Takes over what the browser read from JSON.
fn from_js(value: &JsValue) -> Given {
    if let Some(text) = value.as_string() {
        Given::Text(text)
    } else if let Some(number) = value.as_f64() {
        Given::Number(number)
    } else if let Some(flag) = value.as_bool() {
        Given::Flag(flag)
    } else if let Some(list) = value.dyn_ref::<js_sys::Array>() {
        Given::List(list.iter().map(|entry| from_js(&entry)).collect())
    } else if let Some(map) = value.dyn_ref::<js_sys::Object>() {
        let entries = js_sys::Object::entries(map);
        let pair = |entry: JsValue| {
            let entry: js_sys::Array = entry.unchecked_into();
            Some((entry.get(0).as_string()?, from_js(&entry.get(1))))
        };
        Given::Map(entries.iter().filter_map(pair).collect())
    } else {
        Given::Nothing
    }
}

/// Sets the public custom properties: through the object model, because a sealed frame takes no style attributes.
fn theme(root: &HtmlElement, settings: &Settings) {
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

/// Moves the focus below the root. The heading of a new screen does not scroll: the page around brings it into view.
pub fn focus(root: &NodeRef, selector: &str, scroll: bool) {
    let target = root.cast::<Element>().and_then(|root| root.query_selector(selector).ok().flatten());
    let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(!scroll);
    drop(target.focus_with_options(&options));
}

/// Says yes, and a little later no.
pub fn say_for_a_moment(say: &Callback<bool>) {
    const A_MOMENT: u32 = 2000;
    say.emit(true);
    let say = say.clone();
    Timeout::new(A_MOMENT, move || say.emit(false)).forget();
}
