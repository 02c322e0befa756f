//! The widget in a browser, put into an element of a page and taken out again.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    reason = "the lint knows tests by another attribute; in these, a failure is all there is to say"
)]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use selfscreen::embed::{Mounted, mount};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, FocusEvent, FocusEventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

const CLINIC: &str = "region=us routes=racemic";

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element of the page with the widget in it.
struct Page {
    element: HtmlElement,
    mounted: Option<Mounted>,
    /// What the widget asked of its page.
    asked: Rc<RefCell<Vec<String>>>,
    /// The page does what it is asked.
    able: Rc<Cell<bool>>,
}

impl Page {
    /// Puts the widget into a new element, with these settings.
    async fn with(settings: &str) -> Self {
        let element: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&element).unwrap();
        let mut page = Self { element, mounted: None, asked: Rc::default(), able: Rc::new(Cell::new(true)) };
        page.mount(settings).await;
        page
    }

    async fn mount(&mut self, settings: &str) {
        let attributes = settings.split_whitespace().flat_map(|setting| {
            let (name, value) = setting.split_once('=').expect("settings are written name=value");
            [name.to_owned(), value.to_owned()]
        });
        let asked = self.asked.clone();
        let able = self.able.clone();
        let host = move |message| {
            asked.borrow_mut().push(message);
            able.get()
        };
        let host = Closure::<dyn Fn(String) -> bool>::new(host).into_js_value().unchecked_into();
        self.mounted = Some(mount(self.element.clone(), attributes.collect(), Vec::new(), None, true, host));
        yew::scheduler::flush().await;
    }

    /// Puts the widget of a clinic in the US into a page, and begins.
    async fn started() -> Self {
        let page = Self::with(CLINIC).await;
        page.press("start").await;
        page
    }

    /// Begins, and goes to the questions about safety.
    async fn at_mood_safety() -> Self {
        let page = Self::started().await;
        page.choose("who=myself age_band=under_18").await;
        page.press("continue").await;
        page.choose("emergency_now=none").await;
        page.press("continue").await;
        assert_eq!(page.screen(), "page mood_safety");
        page
    }

    fn find(&self, selector: &str) -> HtmlElement {
        let found = self.element.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("{selector} is there")).unchecked_into()
    }

    fn count(&self, selector: &str) -> u32 {
        self.element.query_selector_all(selector).unwrap().length()
    }

    fn option(&self, answer: &str) -> HtmlInputElement {
        let (item, code) = answer.split_once('=').expect("answers are written item=code");
        self.find(&format!("input[name='{item}'][value='{code}']")).unchecked_into()
    }

    fn is_given(&self, answer: &str) -> bool {
        self.option(answer).checked()
    }

    /// Tells the screen that is shown: `intro`, `page about`.
    fn screen(&self) -> String {
        let card = self.find("[data-screen]");
        let part = |name: &str| card.get_attribute(name);
        let parts = [part("data-screen"), part("data-page"), part("data-outcome")];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    async fn press(&self, action: &str) {
        self.find(&format!("[data-action='{action}']")).click();
        yew::scheduler::flush().await;
    }

    async fn choose(&self, answers: &str) {
        for answer in answers.split_whitespace() {
            self.option(answer).click();
            yew::scheduler::flush().await;
        }
    }

    /// Leaves pages blank until a screen is shown.
    async fn skip_to(&self, screen: &str) {
        while self.screen() != screen {
            self.press("continue").await;
            if self.count("[data-action='skip']") > 0 {
                self.press("skip").await;
            }
        }
    }

    /// Lets an arrow key reach an option, as a browser does: the key first, then the option is chosen.
    async fn arrow_to(&self, answer: &str) {
        let init = KeyboardEventInit::new();
        init.set_key("ArrowDown");
        init.set_bubbles(true);
        let key = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        let option = self.option(answer);
        option.dispatch_event(&key).unwrap();
        option.click();
        yew::scheduler::flush().await;
    }

    /// Lets the focus go from an option to another element, or out of the page.
    async fn move_focus(&self, from: &str, to: Option<&HtmlElement>) {
        let init = FocusEventInit::new();
        init.set_bubbles(true);
        init.set_related_target(to.map(|to| to.as_ref()));
        let event = FocusEvent::new_with_focus_event_init_dict("focusout", &init).unwrap();
        self.option(from).dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }

    /// Takes the widget out of the page.
    async fn unmount(&mut self) {
        self.mounted.take().expect("it is still there").unmount();
        yew::scheduler::flush().await;
    }
}

/// Each test leaves the page as it found it.
impl Drop for Page {
    fn drop(&mut self) {
        if let Some(mounted) = self.mounted.take() {
            mounted.unmount();
        }
        self.element.remove();
    }
}

#[wasm_bindgen_test]
async fn start_shows_the_first_page_with_nothing_answered() {
    let page = Page::with(CLINIC).await;
    assert_eq!(page.screen(), "intro");
    page.press("start").await;
    assert_eq!(page.screen(), "page about");
    assert_eq!(page.count("input:checked"), 0);
}

#[wasm_bindgen_test]
async fn mounting_takes_no_focus_and_starting_does() {
    let page = Page::with(CLINIC).await;
    let focused = || document().active_element().unwrap();
    assert_eq!(focused().tag_name(), "BODY");
    page.press("start").await;
    assert_eq!(focused(), page.find("[data-focus]").into());
}

#[wasm_bindgen_test]
async fn continue_goes_on_and_back_keeps_the_answer() {
    let page = Page::started().await;
    page.choose("who=myself age_band=age_25_64").await;
    page.press("continue").await;
    assert_eq!(page.screen(), "page conditions_page");
    page.press("back").await;
    assert_eq!(page.screen(), "page about");
    assert!(page.is_given("who=myself") && page.is_given("age_band=age_25_64"));
}

#[wasm_bindgen_test]
async fn enter_in_a_field_is_continue() {
    let page = Page::started().await;
    page.choose("who=myself age_band=under_18").await;
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_key("Enter");
    let enter = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    page.option("who=myself").dispatch_event(&enter).unwrap();
    yew::scheduler::flush().await;
    assert_eq!(page.screen(), "page emergency");
}

#[wasm_bindgen_test]
async fn what_is_missing_is_said_and_takes_the_focus() {
    let page = Page::started().await;
    page.press("continue").await;
    assert_eq!(page.screen(), "page about");
    assert_eq!(page.count("[data-missing]"), 1, "the first question may stay blank");
    assert_eq!(document().active_element().unwrap(), page.option("age_band=under_18").into());
    page.press("skip").await;
    assert_eq!(page.screen(), "page conditions_page");
}

#[wasm_bindgen_test]
async fn an_answer_of_its_own_clears_the_others_and_says_so() {
    let page = Page::started().await;
    page.skip_to("page body_overview_page").await;
    page.choose("body_overview=heart_vessels").await;
    page.press("continue").await;
    page.choose("heart=past_stroke heart=other_heart").await;
    assert!(page.is_given("heart=past_stroke") && page.is_given("heart=other_heart"));
    assert_eq!(page.find("[role='status']").text_content().unwrap(), "");
    page.choose("heart=none").await;
    assert!(page.is_given("heart=none") && !page.is_given("heart=past_stroke") && !page.is_given("heart=other_heart"));
    assert_ne!(page.find("[role='status']").text_content().unwrap(), "");
    page.choose("heart=other_heart").await;
    assert!(!page.is_given("heart=none") && page.is_given("heart=other_heart"));
}

#[wasm_bindgen_test]
async fn arrow_keys_passing_over_an_urgent_answer_do_not_mean_it() {
    let page = Page::at_mood_safety().await;
    for answer in ["s1_past_month=thoughts", "s1_past_month=plan_or_intent", "s1_past_month=not_sure"] {
        page.arrow_to(answer).await;
        assert!(page.is_given(answer));
    }
    page.move_focus("s1_past_month=not_sure", Some(&page.find("[data-action='continue']"))).await;
    assert_eq!(page.screen(), "page mood_safety");
}

#[wasm_bindgen_test]
async fn leaving_the_group_means_the_answer_that_the_arrows_reached() {
    let page = Page::at_mood_safety().await;
    page.arrow_to("s1_past_month=plan_or_intent").await;
    let next = page.option("s1_past_month=not_sure");
    page.move_focus("s1_past_month=plan_or_intent", Some(&next)).await;
    assert_eq!(page.screen(), "page mood_safety", "the focus is still in the group");
    page.move_focus("s1_past_month=plan_or_intent", Some(&page.find("[data-action='continue']"))).await;
    assert_eq!(page.screen(), "urgent urgent");
}

#[wasm_bindgen_test]
async fn pressing_an_urgent_answer_means_it_at_once() {
    let page = Page::at_mood_safety().await;
    page.choose("s3_safe_now=no").await;
    assert_eq!(page.screen(), "urgent urgent");
}

#[wasm_bindgen_test]
async fn clear_and_leave_hides_everything_and_asks_the_page_to_leave_once() {
    let page = Page::at_mood_safety().await;
    assert!(!page.asked.borrow().contains(&"exit".to_owned()));
    page.press("clear-and-leave").await;
    assert_eq!(page.asked.borrow().iter().filter(|message| *message == "exit").count(), 1);
    assert_eq!(page.count("[data-screen], input"), 0);
}

#[wasm_bindgen_test]
async fn what_the_page_hears_is_the_same_whatever_was_answered() {
    let mut heard = Vec::new();
    for answer in ["s1_past_month=no", "s1_past_month=not_sure"] {
        let page = Page::at_mood_safety().await;
        page.choose(answer).await;
        page.press("continue").await;
        page.press("skip").await;
        heard.push(page.asked.borrow().clone());
    }
    assert_eq!(heard[0], heard[1]);
    // That something is missing is for the page of the frame, and goes no further.
    assert!(heard[0].iter().all(|message| ["start", "moved", "nudged"].contains(&message.as_str())), "{:?}", heard[0]);
}

#[wasm_bindgen_test]
async fn unmounting_leaves_nothing_and_no_listener() {
    let mut page = Page::with(CLINIC).await;
    let start = page.find("[data-action='start']");
    page.unmount().await;
    assert_eq!(page.element.children().length(), 0);
    start.click();
    yew::scheduler::flush().await;
    assert_eq!(document().query_selector("[data-screen]").unwrap(), None);
}

#[wasm_bindgen_test]
async fn an_element_can_be_mounted_again_with_a_fresh_start() {
    let mut page = Page::at_mood_safety().await;
    page.unmount().await;
    page.mount(CLINIC).await;
    assert_eq!(page.screen(), "intro");
    assert_eq!(page.count("[data-screen]"), 1);
}

#[wasm_bindgen_test]
async fn every_number_that_can_be_dialled_is_known_before_a_visit_begins() {
    let page = Page::with("region=us routes=racemic phone=555-555-0100").await;
    let links = page.mounted.as_ref().unwrap().links();
    for link in ["tel:5555550100", "tel:988", "sms:988", "tel:116123"] {
        assert!(links.contains(&link.to_owned()), "{link}");
    }
}

#[wasm_bindgen_test]
async fn two_widgets_know_nothing_of_each_other() {
    let (one, other) = (Page::started().await, Page::started().await);
    // Each in its turn: in its own frame, no radio group has another widget's namesake beside it.
    one.choose("age_band=under_18").await;
    one.press("continue").await;
    other.choose("age_band=age_25_64").await;
    assert_eq!((one.screen().as_str(), other.screen().as_str()), ("page emergency", "page about"));
}

#[wasm_bindgen_test]
async fn without_a_region_there_is_information_and_no_question() {
    let page = Page::with("routes=racemic").await;
    assert_eq!(page.screen(), "information");
    assert_eq!(page.count("input, [data-action='start']"), 0);
}

#[wasm_bindgen_test]
async fn copied_is_said_only_if_the_page_could_and_else_the_text_stands_there() {
    let page = Page::started().await;
    page.skip_to("check").await;
    page.press("see-summary").await;
    let button = || page.find("[data-action='copy']").text_content().unwrap();
    page.able.set(false);
    page.press("copy").await;
    assert_eq!(page.count("[data-by-hand]"), 1);
    assert!(!button().contains("Copied"));
    page.able.set(true);
    page.press("copy").await;
    assert_eq!(page.count("[data-by-hand]"), 0);
    assert!(button().contains("Copied"));
}
