//! The browsers that tests drive: no more than three at once, and each window used by one test only.
//!
//! `SELFSCREEN_ENGINE` says which engine; the driver and the browser are found on `PATH`.

#![allow(dead_code, reason = "each test file uses its own part")]

mod capabilities;
mod display;
pub mod driver;
mod idle;
mod process;
pub mod recorder;
pub mod server;
pub mod visit;

use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use futures::FutureExt;
use serde_json::json;
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::prelude::*;
use tokio::time::{Interval, MissedTickBehavior, interval};

use idle::Opened;
pub use process::Output;
use process::Process;

const AT_ONCE: usize = 3;

/// How often a browser is restarted before a test gives up.
const TRIES: usize = 4;

/// Width and height of the window.
///
/// What is pressed has to be in sight: not every driver scrolls to what is in a frame.
const WINDOW: (u32, u32) = (1000, 2400);

/// How long a condition may take to hold.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How long after one look at a condition the next one comes: each takes the driver's time and the page's.
///
/// From out here, because a frame that is out of sight paints hardly ever.
const LOOK: Duration = Duration::from_millis(10);

/// When to look again whether a condition holds.
pub fn looks() -> Interval {
    let mut looks = interval(LOOK);
    // A look that took longer is followed by a pause too.
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    looks
}

/// What renders the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through `chromedriver`.
    Chromium,
    /// Firefox through `geckodriver`.
    Firefox,
    /// WebKitGTK's MiniBrowser through `WebKitWebDriver`, each on an X server of its own.
    WebKit,
}

impl Engine {
    /// The engine of this run.
    pub fn current() -> Self {
        static CURRENT: LazyLock<Engine> =
            LazyLock::new(|| match std::env::var("SELFSCREEN_ENGINE").as_deref().unwrap_or("chromium") {
                "chromium" => Engine::Chromium,
                "firefox" => Engine::Firefox,
                "webkit" => Engine::WebKit,
                other => panic!("SELFSCREEN_ENGINE is '{other}', expected chromium, firefox or webkit"),
            });
        *CURRENT
    }
}

/// What a test prints that is not for the engine of this run: `cargo xtask test` counts it apart from those that passed.
const ELSEWHERE: &str = "-- for other engines";

/// Tells whether a test is for the engine of this run, and says so if it is not. Asked once in a test, before anything else.
pub fn is_for(engines: &[Engine]) -> bool {
    let here = engines.contains(&Engine::current());
    if !here {
        println!("{ELSEWHERE}");
    }
    here
}

/// What a test wants of its browser.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether the device asks for dark colours.
    pub dark: bool,
    /// Which contrast the device asks for: Chromium only.
    pub contrast: Contrast,
    /// A phone that is touched, by the width and height of its window: Chromium only.
    pub phone: Option<(u32, u32)>,
    /// Whether the sealed frames share the page's process: of others Chromium's driver tells no roles and names.
    pub one_process: bool,
    /// Whether it has to be the whole browser: Chromium's shell pastes no last line break, and a program that traps ends its page.
    pub whole: bool,
    /// Where every request goes, those to this machine included.
    pub proxy: Option<SocketAddr>,
    /// Whether names are looked up at [`RESOLVER`] and nowhere else: where the tests may bind that, and Linux alone.
    pub own_names: bool,
}

/// Where a browser with names of its own looks them up.
pub const RESOLVER: &str = "127.0.0.1:53";

/// Which contrast a device asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Contrast {
    /// The page's own.
    #[default]
    Usual,
    /// More than usual.
    More,
    /// A few colours of the system, in place of the page's.
    Forced,
}

/// An open browser. Motion is reduced, so that what is pressed holds still.
#[derive(Clone)]
pub struct Browser {
    /// Its window.
    pub driver: WebDriver,
    /// What the driver and the browser write.
    pub output: Output,
}

/// Tests that run, each with a browser.
static RUNNING: (Mutex<usize>, Condvar) = (Mutex::new(0), Condvar::new());

/// Waits until a test may run.
fn begin() {
    let (running, ended) = &RUNNING;
    let running = running.lock().unwrap_or_else(PoisonError::into_inner);
    *ended.wait_while(running, |running| *running >= AT_ONCE).unwrap_or_else(PoisonError::into_inner) += 1;
}

/// Lets another test run. Where none does, as after the last one, it closes the browsers that wait for one: nothing else would.
fn end() {
    let (running, ended) = &RUNNING;
    let mut running = running.lock().unwrap_or_else(PoisonError::into_inner);
    *running -= 1;
    ended.notify_one();
    if *running == 0 {
        RUNTIME.block_on(idle::end());
    }
}

/// What browsers, their output and the servers of tests run on: they outlive the test that started them. So no server's port,
/// and with it no origin, is ever another test's.
static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime can be had")
});

/// Runs what opens a browser once fewer than [`AT_ONCE`] are open.
pub fn run(test: impl AsyncFnOnce()) {
    begin();
    let outcome = catch_unwind(AssertUnwindSafe(|| RUNTIME.block_on(test())));
    end();
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

/// Runs a test in a window of its own, which is closed whatever happens.
pub async fn browse(options: &Options, test: impl AsyncFnOnce(&Browser)) {
    let opened = match idle::take(options) {
        Some(opened) => opened,
        None => open(options).await,
    };
    let end = AssertUnwindSafe(test(&opened.browser)).catch_unwind().await;
    match end {
        Ok(()) => idle::keep(options, opened).await,
        Err(panic) => {
            opened.end().await;
            resume_unwind(panic);
        }
    }
}

async fn open(options: &Options) -> Opened {
    let mut failures = Vec::new();
    for _ in 0..TRIES {
        match try_to_open(options).await {
            Ok(opened) => return opened,
            Err(failure) => failures.push(failure),
        }
    }
    panic!("{:?} did not start in {TRIES} tries:\n{}", Engine::current(), failures.join("\n"));
}

async fn try_to_open(options: &Options) -> Result<Opened, String> {
    let process = Process::start(Engine::current(), options).await?;
    let said = |error: WebDriverError| format!("{error}\n{}", process.output.lines().join("\n"));
    let capabilities = capabilities::of(Engine::current(), options);
    let driver = WebDriver::new(format!("http://127.0.0.1:{}", process.port), capabilities).await.map_err(said)?;
    if let Err(error) = size(&driver, options).await {
        drop(driver.quit().await);
        return Err(said(error));
    }
    let output = process.output.clone();
    Ok(Opened { process, browser: Browser { driver, output } })
}

/// Makes the window as large as tests expect it; a phone's has its size.
async fn size(driver: &WebDriver, options: &Options) -> WebDriverResult<()> {
    if options.phone.is_some() {
        return Ok(());
    }
    let (width, height) = WINDOW;
    driver.set_window_rect(0, 0, width, height).await?;
    if Engine::current() == Engine::Chromium {
        // A window that is not in front gets its focus with the first click, a moment after the click: what it moved is lost.
        driver.cdp().send_raw("Page.bringToFront", json!({})).await?;
    }
    Ok(())
}
