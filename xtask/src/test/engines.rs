//! The browser engines, and a screen for the one that needs one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::tools::Toolbox;

/// Engines as `SELFSCREEN_ENGINE` names them.
pub const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Makes a command of tests use an engine; the screen lives as long as what is returned.
pub fn choose(engine: &str, test: &mut Command, tools: &Toolbox) -> Result<Option<Screen>> {
    test.env("SELFSCREEN_ENGINE", engine);
    if engine != "webkit" {
        return Ok(None);
    }
    let screen = Screen::start(tools)?;
    test.env("DISPLAY", &screen.display);
    Ok(Some(screen))
}

/// An X server that shows nothing to anybody.
pub struct Screen {
    display: String,
    server: Child,
}

impl Screen {
    fn start(tools: &Toolbox) -> Result<Self> {
        let mut xvfb = tools.command("Xvfb");
        // As high as the tests make their window.
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x2600x24", "-nolisten", "tcp"]);
        let mut server = xvfb.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("could not start Xvfb")?;
        let mut number = String::new();
        let output = server.stdout.take().expect("standard output was piped above");
        let said = BufReader::new(output).read_line(&mut number);
        let screen = Self { display: format!(":{}", number.trim()), server };
        ensure!(said.is_ok() && screen.display.len() > 1, "Xvfb stopped before it named its display");
        Ok(screen)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // One that has stopped already needs no end.
        drop(self.server.kill());
        drop(self.server.wait());
    }
}
