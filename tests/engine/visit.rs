//! What a visitor does, in the words of a test.

mod answers;
mod console;
mod pointer;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::prelude::*;
use tokio::time::Instant;

use super::server::Server;
use crate::engine::{Browser, Engine, Output, PATIENCE, looks};

/// What someone would answer, by link id.
pub type Person = BTreeMap<String, Value>;

/// A visitor's browser, on a page with the widget.
///
/// What a test reads and presses is in the sealed frame once it is entered; `on_host` looks at the page around it.
pub struct Visit {
    pub driver: WebDriver,
    pub server: Server,
    output: Output,
    /// How much of the output has been read as console lines.
    heard: Cell<usize>,
    /// The element whose frames were entered.
    inside: RefCell<Option<String>>,
    /// How far down the host page that is.
    top: Cell<f64>,
    /// Whether the host page was scrolled to what had to be in sight.
    scrolled: Cell<bool>,
}

/// As far down the host page, what is pressed is in sight where the page is not scrolled.
const IN_SIGHT: f64 = 2200.0;

/// Whether the frame is as high as what is in it: it grows a moment after, and what is pressed would move away.
const GROWN: &str = "innerHeight >= document.documentElement.scrollHeight";

/// How far down the host page the frame begins.
const TOP: &str = "return scrollY + document.querySelector(arguments[0]).getBoundingClientRect().top;";

/// The first sealed frame of an element, in its open shadow root.
const FRAME: &str = "return document.querySelector(arguments[0])?.shadowRoot?.querySelector('iframe') ?? null;";

/// Keeps the lines of the console in `heard`.
pub const LISTEN: &str = "
    if (!window.heard) {
        window.heard = [];
        for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
            const say = console[level];
            console[level] = (...words) => { heard.push(words.join(' ')); say.apply(console, words); };
        }
        addEventListener('error', event => heard.push(event.message ?? `${event.target.localName} failed`), true);
        addEventListener('unhandledrejection', event => heard.push(String(event.reason)));
    }";

/// The screen that is shown: its kind, and which page or outcome.
const SCREEN: &str = "(() => {
    const { screen, page, outcome } = document.querySelector('[data-screen]')?.dataset ?? { screen: 'none' };
    return [screen, page, outcome].filter(Boolean).join(' ');
})()";

/// The answers that are given on the page.
const GIVEN: &str = "[...document.querySelectorAll('[data-screen] input')]
    .filter(input => input.inputMode ? input.value : input.checked)
    .map(input => `${input.name}=${input.value}`)";

/// What has the focus.
const FOCUS: &str = "(one => {
    if (one.matches('input')) return `${one.inputMode ? 'field' : one.type} ${one.name}=${one.value}`;
    if (one.matches('h2[data-focus]')) return 'heading';
    return one.dataset.action ? `button ${one.dataset.action}` : one.localName;
})(document.activeElement)";

impl Visit {
    /// Uses a browser that has not opened anything yet.
    pub fn new(browser: &Browser, server: Server) -> Self {
        let Browser { driver, output } = browser.clone();
        Self {
            driver,
            server,
            output,
            heard: Cell::new(0),
            inside: RefCell::default(),
            top: Cell::new(0.0),
            scrolled: Cell::new(false),
        }
    }

    /// Opens the page, waits for the widget and enters its frames.
    pub async fn open(&self) {
        self.go_to("/").await;
        self.scrolled.set(false);
        self.enter().await;
    }

    /// Opens a page of the server, and stays outside of frames.
    pub async fn go_to(&self, path: &str) {
        self.leave_frames().await;
        self.driver.goto(format!("http://{}{path}", self.server.address)).await.expect("the page opens");
    }

    /// Loads the page again, and enters.
    pub async fn reload(&self) {
        self.leave_frames().await;
        self.driver.refresh().await.expect("the page can be reloaded");
        self.enter().await;
    }

    /// Goes back to the page before, and stays outside of frames.
    pub async fn go_back(&self) {
        self.leave_frames().await;
        self.driver.back().await.expect("going back can be tried");
    }

    /// Goes out to the host page.
    pub async fn leave_frames(&self) {
        self.driver.enter_default_frame().await.expect("the page can be entered");
        self.inside.replace(None);
    }

    /// Waits for the widget, and enters its frames.
    pub async fn enter(&self) {
        self.enter_in("self-screen").await;
    }

    /// Waits for the widget of one element, and enters its frames.
    pub async fn enter_in(&self, element: &str) {
        let last = Instant::now() + PATIENCE;
        let mut again = looks();
        while let Err(error) = self.try_to_enter(element).await {
            if Instant::now() > last {
                let instead =
                    "return document.querySelector(arguments[0])?.shadowRoot?.querySelector('div')?.outerHTML;";
                drop(self.driver.enter_default_frame().await);
                let instead =
                    self.driver.execute(instead, vec![json!(element)]).await.map(|html| html.json().to_string());
                panic!("{element} shows a screen: {error}; instead: {instead:?}");
            }
            again.tick().await;
        }
        self.inside.replace(Some(element.to_owned()));
    }

    async fn try_to_enter(&self, element: &str) -> WebDriverResult<()> {
        self.driver.enter_default_frame().await?;
        let outer = self.driver.execute(FRAME, vec![json!(element)]).await?;
        // A page that shows the widget without a seal is entered as it is.
        if !outer.json().is_null() {
            self.top.set(self.driver.execute(TOP, vec![json!(element)]).await?.convert()?);
            outer.element()?.enter_frame().await?;
            self.driver.find(By::Tag("iframe")).await?.enter_frame().await?;
        }
        let shown = self.driver.execute(format!("return {SCREEN} != 'none';"), Vec::new()).await?;
        if !shown.convert::<bool>()? {
            return Err(WebDriverError::FatalError("no screen yet".to_owned()));
        }
        if Engine::current() == Engine::WebKit {
            self.driver.execute(LISTEN, Vec::new()).await?;
        }
        Ok(())
    }

    /// Looks at the host page, and enters again.
    pub async fn on_host<T>(&self, look: impl AsyncFnOnce() -> T) -> T {
        self.leave_frames().await;
        let seen = look().await;
        self.enter().await;
        seen
    }

    /// Makes the column on the host page so wide, and enters again.
    pub async fn in_column(&self, width: u32) {
        if self.read::<f64>("innerWidth").await == f64::from(width) {
            return;
        }
        self.leave_frames().await;
        let style =
            format!("document.querySelector('self-screen').style.cssText = 'display: block; width: {width}px';");
        self.driver.execute(style, Vec::new()).await.expect("the column can be changed");
        self.enter().await;
        self.until(&format!("innerWidth == {width}")).await;
    }

    /// Opens the page and begins.
    pub async fn start(&self) {
        self.open().await;
        self.press("start").await;
        self.expect("page about").await;
    }

    /// Reads a value out of the page.
    pub async fn read<T: DeserializeOwned>(&self, script: &str) -> T {
        let value = self.driver.execute(format!("return {script};"), Vec::new()).await;
        let value = value.unwrap_or_else(|error| panic!("{script} can be read: {error}"));
        value.convert().unwrap_or_else(|error| panic!("{script} has the expected shape: {error}"))
    }

    /// Waits for a value that takes its time.
    pub async fn read_later<T: DeserializeOwned>(&self, promise: &str) -> T {
        let script = format!("const done = arguments[arguments.length - 1]; ({promise}).then(done);");
        let value = self.driver.execute_async(script, Vec::new()).await;
        value.unwrap_or_else(|error| panic!("{promise} is kept: {error}")).convert().expect("it has the expected shape")
    }

    /// Waits until a condition holds.
    pub async fn until(&self, condition: &str) {
        let script = format!("return !!({condition});");
        let last = Instant::now() + PATIENCE;
        let mut again = looks();
        loop {
            let held = self.driver.execute(script.clone(), Vec::new()).await.and_then(|held| held.convert::<bool>());
            match held {
                Ok(true) => return,
                // A page on its way out may be in no state to tell.
                found if Instant::now() > last => {
                    let seen = format!("[{SCREEN}, {GIVEN}, {FOCUS}]");
                    let seen = self.driver.execute(format!("return {seen};"), Vec::new()).await;
                    let seen = seen.map(|seen| seen.json().to_string());
                    panic!("this came to hold: {condition} ({found:?}); screen, answers, focus: {seen:?}");
                }
                _ => again.tick().await,
            };
        }
    }

    /// Waits until this screen is shown.
    pub async fn expect(&self, screen: &str) {
        self.until(&format!("{SCREEN} == {}", json!(screen))).await;
    }

    /// Tells the screen that is shown: `page about`, `check`, `result possible_fit`.
    pub async fn screen(&self) -> String {
        self.read(SCREEN).await
    }

    /// Waits until exactly these answers are given on the page: `bp_reading=from_140_90`.
    pub async fn expect_given(&self, answers: &[&str]) {
        self.expect_value(GIVEN, &json!(answers)).await;
    }

    /// Waits until this has the focus: `heading`, `radio who=myself`, `button continue`.
    pub async fn expect_focus(&self, focus: &str) {
        self.expect_value(FOCUS, &json!(focus)).await;
    }

    async fn expect_value(&self, script: &str, expected: &Value) {
        self.until(&format!("JSON.stringify({script}) == {}", json!(expected.to_string()))).await;
    }

    /// Lists the factors of the result, each with its class.
    pub async fn factors(&self) -> Vec<String> {
        self.read("[...document.querySelectorAll('[data-factor]')].map(one => `${one.dataset.factor} ${one.closest('[data-class]').dataset.class}`)").await
    }

    /// Finds an element.
    pub async fn find(&self, selector: &str) -> WebElement {
        let found = self.driver.find(By::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("{selector} is there: {error}"))
    }

    /// Clicks an element.
    pub async fn click(&self, selector: &str) {
        let clicked = self.try_to_click(selector).await;
        clicked.unwrap_or_else(|error| panic!("{selector} can be clicked: {error}"));
    }

    /// Clicks an element, whose page may be gone before the driver can say so.
    async fn try_to_click(&self, selector: &str) -> WebDriverResult<()> {
        self.bring_into_sight(selector).await;
        match Engine::current() {
            Engine::Chromium if self.inside.borrow().is_some() => pointer::click(self, selector).await,
            _ => self.find(selector).await.click().await,
        }
    }

    /// Scrolls the host page to an element of the frame: a frame may not scroll the page around it, and so its driver cannot.
    pub async fn bring_into_sight(&self, selector: &str) {
        let inside = self.inside.borrow().clone();
        let Some(element) = inside else { return };
        self.until(GROWN).await;
        // The card scrolls in the frame, and not every driver scrolls it.
        let scroll = format!(
            "const one = document.querySelector({}); const card = one?.closest('.ss-card');
             if (card) card.scrollBy(0, one.getBoundingClientRect().top - innerHeight / 2);",
            json!(selector)
        );
        self.driver.execute(scroll, Vec::new()).await.expect("the card can be scrolled");
        let place = format!("document.querySelector({})?.getBoundingClientRect().bottom ?? 0", json!(selector));
        let place: f64 = self.read(&place).await;
        let far = self.top.get() + place > IN_SIGHT;
        if !far && !self.scrolled.get() {
            return;
        }
        self.leave_frames().await;
        let scroll = format!("scrollTo(0, {} - innerHeight / 2);", self.top.get() + place);
        self.driver.execute(scroll, Vec::new()).await.expect("the page can be scrolled");
        self.enter_in(&element).await;
        self.scrolled.set(far);
    }

    /// Presses a button by what it does.
    pub async fn press(&self, action: &str) {
        self.click(&format!("[data-action='{action}']")).await;
    }

    /// Presses a button that ends the page: the frame may be gone before its driver can say that it was pressed.
    pub async fn press_last(&self, action: &str) {
        drop(self.try_to_click(&format!("[data-action='{action}']")).await);
    }

    /// Presses Change next to an answer.
    pub async fn change(&self, item: &str) {
        // Its part is folded.
        self.until(&format!("document.querySelector(`[data-item='{item}']`).closest('details').open = true")).await;
        self.click(&format!("[data-item='{item}'] [data-action='change']")).await;
        self.until(&format!("{SCREEN}.startsWith('page ')")).await;
    }

    /// Presses a key.
    pub async fn key(&self, key: impl Into<TypingData>) {
        self.driver.action_chain().send_keys(key).perform().await.expect("keys can be pressed");
    }

    /// Tells what has the focus.
    pub async fn focus(&self) -> String {
        self.read(FOCUS).await
    }
}
