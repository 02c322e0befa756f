//! A server under test, and what it answers.

use std::fs;
use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;

/// Finds a port that nothing listens on.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A server that runs until this is dropped.
pub struct Running {
    child: Child,
    port: u16,
}

impl Running {
    /// Starts it, and waits until it listens; what it says is in `log`.
    pub fn start(name: &str, command: &mut Command, port: u16, log: &Path, patience: Duration) -> Result<Self> {
        let output = fs::File::create(log)?;
        let child = command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output).spawn();
        let mut running = Self { child: child.with_context(|| format!("{name} does not start"))?, port };
        let last = Instant::now() + patience;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = running.child.try_wait()?.is_some();
            if ended || Instant::now() > last {
                bail!("{name} does not listen: {}", fs::read_to_string(log)?.trim());
            }
            sleep(Duration::from_millis(20));
        }
        Ok(running)
    }

    /// Asks for a file, in a packing that is taken.
    pub fn get(&self, name: &str, encoding: &str) -> Result<Answer> {
        self.ask(name, "accept-encoding", encoding)
    }

    /// Asks for a file that is there already; gives the answer's status.
    pub fn again(&self, name: &str, tag: &str) -> Result<u16> {
        Ok(self.ask(name, "if-none-match", tag)?.status)
    }

    fn ask(&self, name: &str, header: &str, value: &str) -> Result<Answer> {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let address = format!("http://127.0.0.1:{}/{name}", self.port);
        let mut answer = agent.get(&address).header(header, value).call().with_context(|| address.clone())?;
        let headers = answer.headers().iter();
        let headers: Vec<_> =
            headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned())).collect();
        let mut body = Vec::new();
        answer.body_mut().as_reader().read_to_end(&mut body)?;
        Ok(Answer { body, ..Answer::new(answer.status().as_u16(), headers) })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Asked to end first: the one that was started may have started others.
        drop(Command::new("kill").arg(self.child.id().to_string()).status());
        drop(self.child.wait());
    }
}

/// What a server said.
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    pub fn new(status: u16, headers: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { status, headers: headers.into_iter().collect(), body: Vec::new() }
    }

    /// The value of a header, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// What was sent, unpacked.
    pub fn unpacked(&self) -> Result<String> {
        let mut text = Vec::new();
        match self.header("content-encoding") {
            Some("gzip") => drop(GzDecoder::new(&*self.body).read_to_end(&mut text)?),
            Some("br") => drop(brotli::Decompressor::new(&*self.body, 4096).read_to_end(&mut text)?),
            None => text.clone_from(&self.body),
            Some(other) => bail!("it is packed with {other}"),
        }
        Ok(String::from_utf8(text)?)
    }
}
