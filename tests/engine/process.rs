//! A driver program, on a port of its own.

use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::time::timeout;

use super::display::Display;
use super::{Engine, Options, RESOLVER, looks};

/// How long a driver may take to listen.
const START: Duration = Duration::from_secs(20);

/// What a driver and its browser write, line by line.
#[derive(Debug, Clone, Default)]
pub struct Output(Arc<Mutex<Vec<String>>>);

impl Output {
    /// Everything so far.
    pub fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets what was written so far.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    async fn keep(self, from: impl AsyncRead + Unpin) {
        let mut lines = BufReader::new(from).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        }
    }
}

/// A driver that listens.
pub struct Process {
    pub port: u16,
    pub output: Output,
    child: Child,
    /// Where its browser's window is.
    _display: Option<Display>,
}

impl Process {
    /// Starts a driver and waits until it listens; an error tells all that it said.
    ///
    /// Another program may take the port between our look and the driver's: then the driver ends, and a new try helps.
    pub async fn start(engine: Engine, options: &Options) -> Result<Self, String> {
        let port = free_port();
        let mut command = command(engine, port, options);
        let display = if engine == Engine::WebKit { Some(Display::start().await?) } else { None };
        command.envs(display.iter().map(|display| ("DISPLAY", &display.name)));
        if options.own_names {
            command = with_own_names(&command);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().map_err(|error| format!("{command:?}: {error}"))?;
        let output = Output::default();
        // All that is said is read, so that the driver never waits for a reader.
        tokio::spawn(output.clone().keep(child.stdout.take().expect("it is piped")));
        tokio::spawn(output.clone().keep(child.stderr.take().expect("it is piped")));
        let mut process = Self { port, output, child, _display: display };
        match timeout(START, process.listens()).await {
            Ok(Ok(())) => Ok(process),
            Ok(Err(end)) => Err(format!("{end}\n{}", process.output.lines().join("\n"))),
            Err(_) => Err(format!("the driver did not listen in time\n{}", process.output.lines().join("\n"))),
        }
    }

    async fn listens(&mut self) -> Result<(), String> {
        let mut again = looks();
        loop {
            again.tick().await;
            let listens = TcpStream::connect(("127.0.0.1", self.port)).await.is_ok();
            match self.child.try_wait() {
                Ok(None) if listens => return Ok(()),
                Ok(None) => {}
                end => return Err(format!("the driver stopped before it listened: {end:?}")),
            }
        }
    }

    /// Ends it.
    pub async fn stop(mut self) {
        drop(self.child.kill().await);
    }
}

/// A port that nobody has, and that no other browser of these tests was given.
fn free_port() -> u16 {
    static GIVEN: Mutex<Vec<u16>> = Mutex::new(Vec::new());
    let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
        let port = listener.local_addr().expect("it is bound").port();
        if !given.contains(&port) {
            given.push(port);
            return port;
        }
    }
}

fn command(engine: Engine, port: u16, options: &Options) -> Command {
    match engine {
        Engine::Chromium => {
            let mut command = Command::new("chromedriver");
            command.arg(format!("--port={port}"));
            command
        }
        Engine::Firefox => {
            let mut command = Command::new("geckodriver");
            // Its second port has a default that two at once would fight for.
            command.arg(format!("--port={port}")).arg("--websocket-port=0");
            // A screen that has room for the window.
            command.env("MOZ_HEADLESS_WIDTH", "1280").env("MOZ_HEADLESS_HEIGHT", "2600");
            command
        }
        Engine::WebKit => {
            let mut command = Command::new("WebKitWebDriver");
            command.arg(format!("--port={port}"));
            // GTK answers for the device: its settings say that nothing moves, its theme says dark or light.
            command.env("XDG_CONFIG_HOME", gtk_settings()).env("NO_AT_BRIDGE", "1");
            command.env("GTK_THEME", if options.dark { "Adwaita:dark" } else { "Adwaita" });
            command
        }
    }
}

/// Has a program, and what it starts, look up names where tests listen.
fn with_own_names(command: &Command) -> Command {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("resolv.conf");
    let (address, _) = RESOLVER.split_once(':').expect("it has a port");
    std::fs::write(&file, format!("nameserver {address}\n")).expect("it is ours");
    let command = command.as_std();
    let mut apart = Command::new("unshare");
    apart.args(["--mount", "sh", "-c", "mount --bind \"$0\" /etc/resolv.conf && exec \"$@\""]).arg(file);
    apart.arg(command.get_program()).args(command.get_args());
    apart.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    apart
}

/// Writes GTK's settings, and names the folder in which GTK looks for them.
fn gtk_settings() -> &'static Path {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(folder.join("gtk-3.0")).expect("a folder can be made");
    std::fs::write(folder.join("gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n").expect("it is ours");
    folder
}
