//! Browsers between two tests: starting one takes longer than most tests take.

use std::sync::{Mutex, PoisonError};

use thirtyfour::error::WebDriverResult;

use super::process::Process;
use super::{Browser, Engine, Options, size};

/// A browser and its driver.
pub struct Opened {
    pub process: Process,
    pub browser: Browser,
}

impl Opened {
    /// Closes it.
    pub async fn end(self) {
        drop(self.browser.driver.quit().await);
        self.process.stop().await;
    }

    /// Replaces its windows by a fresh one, without history, and forgets what was said. Nothing else is left: each
    /// test's pages have an origin that no other test has.
    async fn renew(&self, options: &Options) -> WebDriverResult<()> {
        let driver = &self.browser.driver;
        driver.enter_default_frame().await?;
        driver.delete_all_cookies().await?;
        let used = driver.windows().await?;
        let fresh = driver.new_tab().await?;
        for window in used {
            driver.switch_to_window(window).await?;
            driver.close_window().await?;
        }
        driver.switch_to_window(fresh).await?;
        size(driver, options).await?;
        if Engine::current() == Engine::Chromium {
            driver.browser_log().await?;
        }
        self.browser.output.clear();
        Ok(())
    }
}

/// Those that wait for their next test, each with what it was opened for.
static IDLE: Mutex<Vec<(Options, Opened)>> = Mutex::new(Vec::new());

/// Takes one that is as a test wants it.
pub fn take(options: &Options) -> Option<Opened> {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let place = idle.iter().position(|(wanted, _)| options.proxy.is_none() && wanted == options)?;
    Some(idle.swap_remove(place).1)
}

/// Keeps one for another test, unless no other test could want it.
pub async fn keep(options: &Options, opened: Opened) {
    if options.proxy.is_some() || opened.renew(options).await.is_err() {
        return opened.end().await;
    }
    IDLE.lock().unwrap_or_else(PoisonError::into_inner).push((*options, opened));
}

/// Closes all.
pub async fn end() {
    let idle = std::mem::take(&mut *IDLE.lock().unwrap_or_else(PoisonError::into_inner));
    for (_, opened) in idle {
        opened.end().await;
    }
}
