//! A host page as its own scripts see it, with the element as a guest: what it told, what it shows, where its links lead.

use std::path::Path;

use serde_json::json;
use thirtyfour::Key;
use tokio::time::Instant;

use crate::engine::server::HostPage;
use crate::engine::visit::Visit;
use crate::engine::{Engine, PATIENCE, looks};

/// The page in a folder, with `listen.js` beside it.
pub fn page(name: &'static str) -> HostPage {
    HostPage::scenario(name).and_files(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser"))
}

/// Every link that can be seen in an element, its own and the page's.
const LINKS: &str = "(element => [element.shadowRoot, element].flatMap(root => [...root?.querySelectorAll('a') ?? []]))
    (document.querySelector('self-screen'))
    .filter(link => link.checkVisibility() && link.getBoundingClientRect().height > 0)
    .map(link => link.getAttribute('href'))";

/// The world of a frame's own scripts: Firefox runs a driver's in another.
pub const FRAME: &str = "const frame = window.wrappedJSObject ?? window;";

/// Frames in elements of the page, wherever they are.
pub const FRAMES: &str =
    "[...document.querySelectorAll('self-screen')].filter(one => one.shadowRoot?.querySelector('iframe')).length";

impl Visit {
    /// Lists the lines on the host page's console that are the element's.
    pub async fn own_lines(&self) -> Vec<String> {
        self.read("lines.filter(line => line.includes('self-screen'))").await
    }

    /// Waits for the element to tell something: `ready`, `error fault`.
    pub async fn until_told(&self, what: &str) {
        self.until(&format!("told.includes('{what}')")).await;
    }

    /// Lists the links that a visitor of the host page sees in the element.
    pub async fn links(&self) -> Vec<String> {
        self.read(LINKS).await
    }

    /// Changes something on the host page, or has one of its scripts do something.
    pub async fn host_does(&self, script: &str) {
        let done = self.driver.execute(script, Vec::new()).await;
        done.unwrap_or_else(|error| panic!("the page can do this: {script} ({error})"));
    }

    /// Waits until the fallback has taken the questionnaire's place for this reason: with booking, phone and crisis help,
    /// nothing of the questionnaire, and one line for the developer. Gives the line.
    pub async fn expect_fallback(&self, code: &str) -> String {
        self.until("told.some(one => one.startsWith('error'))").await;
        let told: Vec<String> = self.read("told.filter(one => one.startsWith('error'))").await;
        assert_eq!(told, [format!("error {code}")]);
        self.expect_help().await;
        let lines = self.own_lines().await;
        assert_eq!(lines.len(), 1, "one line tells the developer: {lines:?}");
        assert!(lines[0].starts_with("self-screen: ") && lines[0].ends_with(&format!("({code})")), "{lines:?}");
        lines[0].clone()
    }

    /// Expects what a visitor needs where the questionnaire is not.
    pub async fn expect_help(&self) {
        assert_eq!(self.read::<u32>(FRAMES).await, 0, "nothing is left of the questionnaire");
        let links = self.links().await;
        for needed in ["https://harbor.example/book", "tel:988"] {
            assert!(links.iter().any(|link| link == needed), "{needed} in {links:?}");
        }
        assert!(
            links.iter().any(|link| link.starts_with("tel:") && link.ends_with("5555550100")),
            "a phone in {links:?}"
        );
    }

    /// Waits until the host page is on its way to an address.
    ///
    /// For what is no page (`tel:`), each engine lets something else be seen: Chromium the address that the host page
    /// goes to, WebKit that its window went there, and Firefox only that the host page was about to leave.
    pub async fn expect_led_to(&self, address: &str) {
        self.leave_frames().await;
        let is_page = address.starts_with("https:");
        match Engine::current() {
            Engine::Chromium if !is_page => self.until(&format!("led.includes('{address}')")).await,
            Engine::Firefox if !is_page => self.until("led.includes('somewhere')").await,
            _ => self.until_at(address).await,
        }
    }

    async fn until_at(&self, address: &str) {
        let last = Instant::now() + PATIENCE;
        let mut again = looks();
        loop {
            let now = self.driver.current_url().await.map(|url| url.to_string());
            if now.as_ref().is_ok_and(|now| now == address) {
                return;
            }
            assert!(Instant::now() < last, "the window goes to {address}, not to {now:?}");
            again.tick().await;
        }
    }

    /// Follows a link of the frame: the page may be gone before its driver can say that it was pressed.
    pub async fn follow(&self, selector: &str, by: By) {
        // The keyboard is where something was pressed last.
        self.click("h2").await;
        self.bring_into_sight(selector).await;
        match (by, Engine::current()) {
            (By::Pointer, _) => drop(self.find(selector).await.click().await),
            (By::Keyboard, Engine::Chromium) => drop(self.find(selector).await.send_keys(Key::Enter).await),
            (By::Keyboard, _) => {
                self.host_does(&format!("document.querySelector({}).focus();", json!(selector))).await;
                drop(self.driver.action_chain().send_keys(Key::Enter).perform().await);
            }
        }
    }
}

/// How a link is followed.
#[derive(Debug, Clone, Copy)]
pub enum By {
    Pointer,
    Keyboard,
}

impl By {
    pub const BOTH: [Self; 2] = [Self::Pointer, Self::Keyboard];
}

/// Enters the frames of an element wherever it stands, as soon as something is in them.
pub async fn enter_frames(visit: &Visit, element: &str, content: &str) {
    let last = Instant::now() + PATIENCE;
    let mut again = looks();
    loop {
        visit.leave_frames().await;
        let entered = async {
            let frame = visit
                .driver
                .execute(format!("return {element}.shadowRoot.querySelector('iframe');"), Vec::new())
                .await?;
            frame.element()?.enter_frame().await?;
            visit.driver.find(thirtyfour::By::Tag("iframe")).await?.enter_frame().await?;
            visit.driver.find(thirtyfour::By::Css(content)).await
        };
        match entered.await {
            Ok(_) => return,
            Err(error) => assert!(Instant::now() < last, "{element} can be entered: {error}"),
        }
        again.tick().await;
    }
}
