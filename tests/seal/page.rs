//! The pages around the frames, and what they could find out.

use std::path::{Path, PathBuf};

/// The folder with the built script.
pub fn dist() -> PathBuf {
    std::env::var_os("SELFSCREEN_DIST").expect("SELFSCREEN_DIST is set: run these with `cargo xtask test seal`").into()
}

/// The made-up clinic's origin. Browsers take a page there as one to be trusted with everything, as if it came over TLS.
pub const ORIGIN: &str = "http://clinic.localhost";

/// The same files, at an origin that browsers do not trust.
pub const PLAIN: &str = "http://clinic.test";

/// Takes the path out of an address of the clinic.
pub fn path(address: &str) -> Option<&str> {
    [ORIGIN, PLAIN].into_iter().find_map(|origin| address.strip_prefix(origin))
}

/// The ways in which a clinic has the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// As the script brings it.
    Brought,
    /// Served by the clinic, with the header that governs connections too.
    Hosted,
}

impl Way {
    /// The page that has it.
    pub fn path(self) -> &'static str {
        match self {
            Self::Brought => "/",
            Self::Hosted => "/hosted",
        }
    }
}

/// A clinic's page that listens to everything, with the questionnaire and, beside it, an ordinary frame.
const HOST: &str = include_str!("host.html");

/// Its listening: whatever is posted to it or announced on it, it keeps.
pub const LISTEN: &str = include_str!("listen.js");

const ELSEWHERE: &[u8] = b"<!doctype html><link rel=\"icon\" href=\"data:,\"><title>Elsewhere</title>";

const HTML: &str = "text/html; charset=utf-8";

fn host() -> String {
    HOST.replace("/* listen.js */", LISTEN)
}

/// A file that the made-up clinic has: its headers and what is in it.
pub fn file(dist: &Path, path: &str) -> Option<(String, Vec<u8>)> {
    let built = |name: &str| std::fs::read(dist.join(name)).unwrap_or_else(|error| panic!("{name} is built: {error}"));
    let (kind, body) = match path {
        "/" => (HTML, host().into_bytes()),
        "/hosted" => (HTML, host().replace("<self-screen", "<self-screen frame-src=\"/frame.html\"").into_bytes()),
        "/elsewhere" => (HTML, ELSEWHERE.into()),
        "/listen.js" => ("text/javascript", LISTEN.into()),
        "/selfscreen.js" | "/selfscreen-screens.js" => ("text/javascript", built(&path[1..])),
        "/frame.html" => (HTML, built("frame.html")),
        _ => return None,
    };
    let governed = if path == "/frame.html" { "\r\nConnection-Allowlist: ()" } else { "" };
    Some((format!("{kind}{governed}"), body))
}

/// A page of a test's own.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its whole address.
    pub address: String,
    /// What comes with it, a line each.
    pub headers: Vec<String>,
    pub text: String,
}

impl Page {
    /// The made-up clinic's page without anything that a policy could forbid it, at a path, with headers.
    pub fn without_inline(origin: &str, path: &str, headers: Vec<String>) -> Self {
        let text = HOST.replace("<script>/* listen.js */</script>", "<script src=\"/listen.js\"></script>");
        let text = text.replace("href=\"data:,\"", "href=\"/icon\"");
        Self { address: format!("{origin}{path}"), headers, text }
    }

    /// The same page with one text replaced.
    pub fn and_with(self, before: &str, after: &str) -> Self {
        assert!(self.text.contains(before), "the page holds {before:?}");
        Self { text: self.text.replace(before, after), ..self }
    }

    /// Tells whether it is what is asked for.
    pub fn is_at(&self, address: &str) -> bool {
        self.address == address
    }

    /// Its headers and what is in it.
    pub fn answer(&self) -> (String, Vec<u8>) {
        let headers: String = self.headers.iter().map(|header| format!("\r\n{header}")).collect();
        (format!("{HTML}{headers}"), self.text.clone().into_bytes())
    }
}

/// Where the clinic has its pages' reports sent to: a service of someone else, as is usual.
pub const COLLECTOR: &str = "http://reports.localhost/";

/// Everything that the host page's own scripts can find, as one text.
pub const FOUND: &str = include_str!("found.js");
