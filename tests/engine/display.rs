//! An X server that shows nothing to anybody, for the engine that needs one.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

/// As large as tests make their window, or larger.
const SCREEN: &str = "1280x2600x24";

/// How long it may take to name itself.
const START: Duration = Duration::from_secs(20);

/// A server of one browser's own: two browsers on one screen would take the focus and the pointer from each other.
///
/// It ends when it is dropped.
pub struct Display {
    /// As `DISPLAY` names it.
    pub name: String,
    _server: Child,
}

impl Display {
    /// Starts one and waits until it listens; an error says what went wrong.
    pub async fn start() -> Result<Self, String> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
        let mut server = command.spawn().map_err(|error| format!("{command:?}: {error}"))?;
        let mut number = String::new();
        let mut output = BufReader::new(server.stdout.take().expect("it is piped"));
        match timeout(START, output.read_line(&mut number)).await {
            Ok(Ok(1..)) => Ok(Self { name: format!(":{}", number.trim()), _server: server }),
            said => Err(format!("Xvfb did not name its display: {said:?}")),
        }
    }
}
