//! The host page in a browser: opening it, and going into its frames.

use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::*;

use super::attempts::Side;
use super::canary::Canary;
use super::page::{self, Way};
use crate::engine::{Browser, PATIENCE};

/// How often the page is opened before it is given up.
const TRIES: usize = 3;

/// A browser on the made-up clinic's page.
pub struct Host<'a> {
    pub driver: &'a WebDriver,
    pub canary: &'a Canary,
    way: Way,
}

impl<'a> Host<'a> {
    pub fn new(browser: &'a Browser, canary: &'a Canary, way: Way) -> Self {
        Self { driver: &browser.driver, canary, way }
    }

    /// Opens the page and waits until the questionnaire says that it is ready.
    ///
    /// Where an attempt has sent the page somewhere, that may still be on its way and come in between: then it is opened again.
    pub async fn open(&self) {
        let ready = "ready && document.getElementById('open').contentDocument.body";
        let mut failures = Vec::new();
        while failures.len() < TRIES {
            self.only_window().await;
            let opened = self.driver.goto(format!("{}{}", page::ORIGIN, self.way.path())).await;
            match opened.and(self.holds(ready).await) {
                Ok(()) => return,
                Err(error) => {
                    let heard = self.driver.execute("return [location.href, window.heard];", Vec::new()).await;
                    let heard = heard.map(|heard| heard.json().to_string());
                    println!("the page was not ready, and is opened again: {heard:?}");
                    failures.push(format!("{error}; {heard:?}"));
                }
            }
        }
        panic!("the page opens: {failures:#?}");
    }

    /// Goes to a page of the clinic.
    pub async fn go(&self, path: &str) {
        self.driver.goto(format!("{}{path}", page::ORIGIN)).await.expect("the page opens");
    }

    /// Closes what attempts have opened.
    async fn only_window(&self) {
        let windows = self.driver.windows().await.expect("windows can be listed");
        let (first, others) = windows.split_first().expect("there is one");
        for window in others {
            drop(self.driver.switch_to_window(window.clone()).await);
            drop(self.driver.close_window().await);
        }
        self.driver.switch_to_window(first.clone()).await.expect("the first one is still open");
    }

    /// Waits until a condition holds in the frame that the driver is in.
    pub async fn holds(&self, condition: &str) -> WebDriverResult<()> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (function look() {{ if ({condition}) done(); else setTimeout(look, 20); }})();"
        );
        self.driver.execute_async(script, Vec::new()).await.map(drop)
    }

    /// Goes into a frame of the page.
    pub async fn enter(&self, side: Side) {
        self.leave().await;
        match side {
            Side::Open => self.into("document.getElementById('open')").await.expect("the frame is there"),
            Side::Sealed => {
                self.try_to_enter_sealed().await.expect("the questionnaire's frames can be entered");
                self.holds("document.querySelector('[data-screen]')").await.expect("it shows a screen");
            }
        }
    }

    /// Goes into the questionnaire's inner frame, if it is there.
    pub async fn try_to_enter_sealed(&self) -> WebDriverResult<()> {
        self.into("document.querySelector('self-screen').shadowRoot.querySelector('iframe')").await?;
        self.into("document.querySelector('iframe')").await
    }

    async fn into(&self, frame: &str) -> WebDriverResult<()> {
        self.driver.execute(format!("return {frame};"), Vec::new()).await?.element()?.enter_frame().await
    }

    /// Comes back to the page itself.
    pub async fn leave(&self) {
        self.driver.enter_default_frame().await.expect("the page is there");
    }

    /// Has the page itself ask for something, and waits until that has arrived: what was sent before it has arrived too.
    pub async fn mark(&self) {
        let before = self.canary.seen().len();
        drop(self.driver.enter_default_frame().await);
        let asked = self.driver.execute("fetch('/marker')", Vec::new()).await;
        asked.expect("the page can ask");
        let marked = |seen: &[String]| seen[before..].iter().any(|line| line.ends_with("/marker"));
        assert!(self.canary.until(PATIENCE, marked).await, "the page's own request arrives");
    }

    /// Everything that the page's own scripts can find; nothing where it has been left.
    pub async fn found(&self) -> String {
        drop(self.driver.enter_default_frame().await);
        let script = format!("const done = arguments[arguments.length - 1]; ({}).then(done);", page::FOUND);
        let found = self.driver.execute_async(script, Vec::new()).await;
        found.and_then(|found| found.convert()).unwrap_or_default()
    }
}
