//! Mounting on a page, and the few things that only a browser can do.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::{AppHandle, Callback, NodeRef};

use crate::components::{Message, Widget, WidgetProps};
use crate::questionnaire::shown::decimal;
use crate::screens;
use crate::settings::{Given, Settings, from_attributes, put, settle_given};

/// A widget on a page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<Widget>,
    root: HtmlElement,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the widget off the page, with everything that was answered; the fallback comes back.
    pub fn unmount(self) {
        self.app.destroy();
        ROOTS.with_borrow_mut(|roots| roots.retain(|root| *root != self.root));
        let element = self.root.parent_element();
        self.root.remove();
        if let Some(element) = element {
            show_fallback(&element, true);
        }
    }
}

thread_local! {
    /// The widgets on this page, so that a fault can put their fallbacks back.
    static ROOTS: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
}

/// Puts the widget into an element, with the settings in its attributes and its JSON child.
///
/// The element's own children are the fallback: they are hidden, and come back if anything fails.
/// `exit` is called when the visitor wants to leave at once; it is told nothing.
///
/// # Errors
///
/// If the browser lets nothing be put into the element.
#[wasm_bindgen]
pub fn mount(element: &HtmlElement, exit: Function) -> Result<Mounted, JsValue> {
    let screen = screens::unpacked();
    let (settings, problems) = settle_given(&screen.questionnaire, &given(element));
    for problem in problems {
        web_sys::console::warn_1(&format!("self-screen: {}", problem.message).into());
    }
    let root: HtmlElement = document().create_element("div")?.unchecked_into();
    theme(&root, &settings);
    show_fallback(element, false);
    element.append_child(&root)?;
    ROOTS.with_borrow_mut(|roots| roots.push(root.clone()));
    let host = Callback::from(move |message| match message {
        Message::Exit => drop(exit.call0(&JsValue::NULL)),
    });
    let props = WidgetProps { screen, settings: Rc::new(settings), host, begin: None };
    let app = yew::Renderer::<Widget>::with_root_and_props(root.clone().into(), props).render();
    Ok(Mounted { app, root })
}

/// Reads the element's attributes and its JSON child; attributes hold where both say something.
fn given(element: &HtmlElement) -> Vec<(String, Given)> {
    let json = element.query_selector("script[type='application/json']").ok().flatten();
    let parsed = json.map(|script| js_sys::JSON::parse(&script.text_content().unwrap_or_default()));
    let mut settings = match parsed.map(|parsed| parsed.map(|value| from_js(&value))) {
        Some(Ok(Given::Map(settings))) => settings,
        Some(_) => {
            let message = "self-screen: the JSON child must hold an object of settings. It is ignored.";
            web_sys::console::warn_1(&message.into());
            Vec::new()
        }
        None => Vec::new(),
    };
    let names: Vec<String> = element.get_attribute_names().iter().filter_map(|name| name.as_string()).collect();
    let attributes: Vec<_> =
        names.into_iter().filter_map(|name| Some((name.clone(), element.get_attribute(&name)?))).collect();
    let attributes = from_attributes(attributes.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    for (key, value) in attributes {
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
        if let Some(value) = value {
            // A browser that does not know the property keeps its default.
            drop(root.style().set_property(name, &value));
        }
    }
}

/// Shows or hides what the page put into the element.
fn show_fallback(element: &Element, show: bool) {
    let children = element.children();
    for child in (0..children.length()).filter_map(|place| children.item(place)) {
        if show {
            drop(child.remove_attribute("hidden"));
        } else {
            drop(child.set_attribute("hidden", ""));
        }
    }
}

/// Mounts every `<self-screen>` of the page, once the program is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|_| give_up()));
    let elements = document().get_elements_by_tag_name("self-screen");
    for element in (0..elements.length()).filter_map(|place| elements.item(place)) {
        // A blank page, and no entry in the history to come back by.
        let exit = Closure::<dyn Fn()>::new(|| drop(window().location().replace("about:blank"))).into_js_value();
        match mount(element.unchecked_ref(), exit.unchecked_into()) {
            // It stays for as long as the page does.
            Ok(mounted) => std::mem::forget(mounted),
            Err(error) => web_sys::console::error_1(&error),
        }
    }
}

/// Puts the fallbacks back, and says so in one line that holds nothing of the visit.
fn give_up() {
    ROOTS.with_borrow_mut(|roots| {
        for root in roots.drain(..) {
            let element = root.parent_element();
            root.remove();
            if let Some(element) = element {
                show_fallback(&element, true);
            }
        }
    });
    web_sys::console::error_1(&"self-screen: stopped by a fault of its own; the fallback is shown".into());
}

/// Moves the focus below the root, and scrolls only if what it moved to begins above the window.
pub fn focus(root: &NodeRef, selector: &str) {
    let target = root.cast::<Element>().and_then(|root| root.query_selector(selector).ok().flatten());
    let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    drop(target.focus_with_options(&options));
    let card = target.closest(".ss-card").ok().flatten().filter(|_| selector == "[data-focus]");
    let shown = card.unwrap_or_else(|| target.clone().into());
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::INFINITY);
    let (top, target_bottom) = (shown.get_bounding_client_rect().top(), target.get_bounding_client_rect().bottom());
    if top < 0.0 || target_bottom > height {
        shown.scroll_into_view();
    }
}

/// Calls back when the page is left.
pub fn on_page_hide(then: impl Fn() + 'static) -> impl FnOnce() {
    let listener = EventListener::new(&window(), "pagehide", move |_| then());
    move || drop(listener)
}

/// Prints the page.
pub fn print() {
    drop(window().print());
}

/// Says yes, and a little later no.
pub fn say_for_a_moment(say: &Callback<bool>) {
    const A_MOMENT: u32 = 2000;
    say.emit(true);
    let say = say.clone();
    Timeout::new(A_MOMENT, move || say.emit(false)).forget();
}

/// Puts text on the clipboard.
pub fn copy(text: &str) {
    drop(window().navigator().clipboard().write_text(text));
}
