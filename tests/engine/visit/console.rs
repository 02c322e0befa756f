//! What the console got.

use serde_json::json;
use tokio::time::Instant;

use super::{FRAME, Visit};
use crate::engine::{Engine, PATIENCE, looks};

impl Visit {
    /// Takes the lines that the console has got since the last time, from the page and the frame that was entered.
    pub async fn console(&self) -> Vec<String> {
        match Engine::current() {
            Engine::Chromium => {
                let lines = self.driver.browser_log().await.expect("the log can be read");
                // Chromium says this of the link with which the page begins to load the program early.
                let early = "`integrity` attribute is currently ignored for preload";
                lines.into_iter().map(|line| line.message).filter(|line| !line.contains(early)).collect()
            }
            Engine::Firefox => self.console_in_output().await,
            Engine::WebKit => {
                let take = "window.heard?.splice(0) ?? []";
                let inside: Vec<String> = self.read(take).await;
                self.leave_frames().await;
                let mut lines: Vec<String> = self.read(take).await;
                if self.driver.execute(FRAME, vec![json!("self-screen")]).await.is_ok_and(|one| !one.json().is_null()) {
                    self.enter().await;
                }
                lines.extend(inside);
                lines
            }
        }
    }

    /// Firefox writes the console to its output; a line of ours tells when all of it has come through.
    async fn console_in_output(&self) -> Vec<String> {
        let end = format!("everything up to {}", self.heard.get());
        self.driver.execute(format!("console.log({});", json!(end)), Vec::new()).await.expect("it can be said");
        let last = Instant::now() + PATIENCE;
        let mut again = looks();
        loop {
            let output = self.output.lines();
            let new = &output[self.heard.get()..];
            if let Some(length) = new.iter().position(|line| line.contains(&end)) {
                self.heard.set(self.heard.get() + length + 1);
                let of_page = |line: &&String| line.starts_with("console.") || line.starts_with("JavaScript");
                let of_browser =
                    |line: &&String| ["resource://", "chrome://", "RSLoader"].iter().any(|own| line.contains(own));
                return new[..length].iter().filter(of_page).filter(|line| !of_browser(line)).cloned().collect();
            }
            assert!(Instant::now() < last, "Firefox writes the console to its output: {new:?}");
            again.tick().await;
        }
    }
}
