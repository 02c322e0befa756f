//! A browser for each test, and no more than two at once.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use futures::FutureExt;
use serde_json::{Map, Value, json};
use thirtyfour::prelude::*;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use super::server::{HostPage, Server};
use super::visit::Visit;

const AT_ONCE: usize = 2;

/// How long a condition may take to hold.
const PATIENCE: Duration = Duration::from_secs(15);

/// Browsers that are open.
static OPEN: (Mutex<usize>, Condvar) = (Mutex::new(0), Condvar::new());

/// The right to open a browser.
struct Turn;

impl Turn {
    fn wait() -> Self {
        let (open, closed) = &OPEN;
        let open = open.lock().unwrap_or_else(PoisonError::into_inner);
        let mut open = closed.wait_while(open, |open| *open >= AT_ONCE).unwrap_or_else(PoisonError::into_inner);
        *open += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *OPEN.0.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        OPEN.1.notify_one();
    }
}

/// Runs a test on the preview as it is.
pub fn visit(test: impl AsyncFnOnce(&Visit)) {
    visit_on(HostPage::default(), test);
}

/// Runs a test on a page of its own, in a browser of its own, which is closed whatever happens.
pub fn visit_on(page: HostPage, test: impl AsyncFnOnce(&Visit)) {
    let _turn = Turn::wait();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let end = runtime.expect("a runtime can be had").block_on(async {
        let server = Server::start(&PathBuf::from(variable("SELFSCREEN_DIST")), page).await;
        let (mut chromedriver, port) = start_chromedriver().await;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities()).await;
        let visit = Visit { driver: driver.expect("the browser starts"), server };
        visit.driver.set_script_timeout(PATIENCE).await.expect("it can be told how long to wait");
        let end = AssertUnwindSafe(test(&visit)).catch_unwind().await;
        drop(visit.driver.quit().await);
        drop(chromedriver.kill().await);
        end
    });
    if let Err(panic) = end {
        resume_unwind(panic);
    }
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run these with `cargo xtask test browser`"))
}

/// Starts a driver on a free port, and waits until it says which.
async fn start_chromedriver() -> (Child, u16) {
    let mut command = Command::new(variable("SELFSCREEN_CHROMEDRIVER"));
    command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    let mut child = command.spawn().expect("the driver can be started");
    let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
    while let Some(line) = lines.next_line().await.expect("its output can be read") {
        let port =
            line.rsplit_once("successfully on port ").and_then(|(_, port)| port.trim_end_matches('.').parse().ok());
        if let Some(port) = port {
            // What else it has to say is read, so that it never waits for a reader.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return (child, port);
        }
    }
    panic!("the driver stopped before it named its port");
}

/// The flags of the widget's own tests, and a log of the console.
fn capabilities() -> Capabilities {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/webdriver.json");
    let flags = std::fs::read_to_string(file).expect("the flags are there");
    let mut flags: Map<String, Value> = serde_json::from_str(&flags).expect("they are a JSON object");
    let arguments = flags["goog:chromeOptions"]["args"].as_array_mut().expect("it lists arguments");
    // What is pressed holds still.
    arguments.push(json!("--force-prefers-reduced-motion"));
    flags.insert("goog:loggingPrefs".into(), json!({"browser": "ALL"}));
    flags.into()
}
