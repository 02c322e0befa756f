//! A small web server: a host page as a test wants it, the built files, and a list of everything that was asked for.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::visit::LISTEN;
use crate::engine::Engine;

/// Where a page says that the widget's script comes from; the server puts its second address there.
const WIDGET: &str = "https://widget.example";

/// Where a page on a site builder says that its clinic's files are; the server puts its third address there.
const FILES: &str = "https://cdn.harbor.example";

/// What stands for the script's hash where a page is as the README shows it.
const HASH: &str = "sha384-…";

/// The page around the widget: the clinic's page of the release or a folder beside this file, with texts replaced, headers added, and files
/// that are not to be had.
#[derive(Debug, Clone, Default)]
pub struct HostPage {
    scenario: Option<&'static str>,
    /// The page of the release that it is, if it is not the clinic's.
    of_release: Option<&'static str>,
    replaced: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    frame_headers: Vec<(String, String)>,
    missing: Option<&'static str>,
    more: Vec<PathBuf>,
    edge: Option<Edge>,
}

/// What a host does to the start tag of a script on its way to visitors.
pub type Edge = fn(&str) -> String;

impl HostPage {
    /// The page in `tests/browser/<name>/`: `index.html`, files beside it, and its response headers in `headers`, a line each.
    ///
    /// `https://widget.example` in its pages becomes an address that is not the page's own, with the built files, and
    /// `sha384-…` what the release's script has to be checked with.
    pub fn scenario(name: &'static str) -> Self {
        Self { scenario: Some(name), ..Self::default() }
    }

    /// A page of the release, with texts replaced.
    pub fn of_release(name: &'static str) -> Self {
        Self { of_release: Some(name), ..Self::default() }
    }

    /// The clinic's page with one text replaced.
    pub fn with(before: &str, after: &str) -> Self {
        Self::default().and_with(before, after)
    }

    /// The clinic's page without the files whose names end like this.
    pub fn without(ending: &'static str) -> Self {
        Self { missing: Some(ending), ..Self::default() }
    }

    /// The same page with one more text replaced.
    pub fn and_with(mut self, before: &str, after: &str) -> Self {
        self.replaced.push((before.to_owned(), after.to_owned()));
        self
    }

    /// The same page with one more response header.
    pub fn and_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same page with one more header of the frame that a clinic serves.
    pub fn and_frame_header(mut self, name: &str, value: &str) -> Self {
        self.frame_headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same page with the files of one more folder.
    pub fn and_files(mut self, folder: impl Into<PathBuf>) -> Self {
        self.more.push(folder.into());
        self
    }

    /// The same page as a host delivers it that rewrites our script's tag.
    pub fn and_edge(mut self, edge: Edge) -> Self {
        self.edge = Some(edge);
        self
    }

    fn folder(&self) -> Option<PathBuf> {
        self.scenario.map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser").join(name))
    }
}

/// A running server, on three addresses: a page, what a host frames and a clinic's files are three origins.
pub struct Server {
    /// Where the page is.
    pub address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    /// The built files.
    dist: PathBuf,
    page: HostPage,
    widget: SocketAddr,
    files: SocketAddr,
    state: Mutex<State>,
}

struct State {
    requests: Vec<String>,
    missing: Option<&'static str>,
}

impl Server {
    /// Serves on three free ports of this machine, for as long as the runtime lives.
    pub async fn start(dist: &Path, page: HostPage) -> Self {
        let (host, address) = listener().await;
        let (other, widget) = listener().await;
        let (third, files) = listener().await;
        let state = Mutex::new(State { requests: Vec::new(), missing: page.missing });
        let shared = Arc::new(Shared { dist: dist.to_owned(), page, widget, files, state });
        for listener in [host, other, third] {
            let serving = shared.clone();
            tokio::spawn(async move {
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(serving.clone().answer(stream));
                }
            });
        }
        Self { address, shared }
    }

    /// The paths of everything that was asked for so far, at any address; what browsers ask for by themselves is left out.
    pub fn requests(&self) -> Vec<String> {
        self.shared.with(|state| state.requests.clone())
    }

    /// From now on every file is there.
    pub fn recover(&self) {
        self.shared.with(|state| state.missing = None);
    }
}

async fn listener() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a free port");
    let address = listener.local_addr().expect("it is bound");
    (listener, address)
}

impl Shared {
    fn with<T>(&self, then: impl FnOnce(&mut State) -> T) -> T {
        then(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn answer(self: Arc<Self>, mut stream: TcpStream) {
        let mut request = Vec::new();
        while !request.windows(4).any(|end| end == b"\r\n\r\n") {
            let mut part = [0; 4096];
            match stream.read(&mut part).await {
                Ok(read @ 1..) => request.extend_from_slice(&part[..read]),
                _ => return,
            }
        }
        let text = String::from_utf8_lossy(&request);
        let path = text.split_whitespace().nth(1).unwrap_or_default().to_owned();
        if path != "/favicon.ico" {
            self.with(|state| state.requests.push(path.clone()));
        }
        let (status, body) = self.body(&path).map_or_else(|| ("404 Not Found", Vec::new()), |body| ("200 OK", body));
        let (kind, length) = (kind(&path), body.len());
        let mut head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\
             Access-Control-Allow-Origin: *\r\n"
        );
        if path == "/" {
            self.headers().iter().for_each(|header| head += &format!("{header}\r\n"));
        } else if path == "/frame.html" {
            self.page.frame_headers.iter().for_each(|(name, value)| head += &format!("{name}: {value}\r\n"));
        }
        head += "\r\n";
        // A browser that has gone away needs no answer.
        drop(stream.write_all(&[head.as_bytes(), &body].concat()).await);
    }

    fn body(&self, path: &str) -> Option<Vec<u8>> {
        if self.with(|state| state.missing).is_some_and(|missing| path.ends_with(missing)) {
            return None;
        }
        let name = path.split('?').next().unwrap_or(path).trim_start_matches('/');
        match path {
            "/" => Some(self.index().into_bytes()),
            "/elsewhere" => Some(b"<!doctype html><title>Elsewhere</title>".to_vec()),
            _ => self.page_beside(name).or_else(|| self.file(name)),
        }
    }

    /// Another page in the folder of the page.
    fn page_beside(&self, name: &str) -> Option<Vec<u8>> {
        let file = self.page.folder().filter(|_| name.ends_with(".html"))?.join(name);
        Some(self.addressed(&std::fs::read_to_string(file).ok()?).into_bytes())
    }

    fn file(&self, name: &str) -> Option<Vec<u8>> {
        self.folders().find_map(|folder| std::fs::read(folder.join(name)).ok())
    }

    /// Where files are looked for, in this order.
    fn folders(&self) -> impl Iterator<Item = PathBuf> {
        self.page.folder().into_iter().chain([self.dist.clone()]).chain(self.page.more.clone())
    }

    fn index(&self) -> String {
        let file = self.page.folder().map_or_else(
            || self.dist.join(self.page.of_release.unwrap_or("clinic.html")),
            |folder| folder.join("index.html"),
        );
        let page = std::fs::read_to_string(&file);
        let page = page.unwrap_or_else(|error| panic!("{} is a page: {error}", file.display()));
        let page = self.page.replaced.iter().fold(page, |page, (before, after)| {
            assert!(page.contains(before), "the page holds {before:?}");
            page.replace(before, after)
        });
        let page = match self.page.edge {
            Some(edge) => at_edge(&page, edge),
            None => page,
        };
        let page = self.addressed(&page);
        match Engine::current() {
            // It has no log that can be read from outside.
            Engine::WebKit => page.replacen("<head>", &format!("<head><script>{LISTEN}</script>"), 1),
            Engine::Chromium | Engine::Firefox => page,
        }
    }

    fn headers(&self) -> Vec<String> {
        let file = self.page.folder().map(|folder| folder.join("headers"));
        let lines = file.and_then(|file| std::fs::read_to_string(file).ok()).unwrap_or_default();
        let lines = lines.lines().filter(|line| !line.is_empty()).map(|line| self.addressed(line));
        let own = self.page.headers.iter().map(|(name, value)| format!("{name}: {}", self.addressed(value)));
        lines.chain(own).collect()
    }

    fn addressed(&self, text: &str) -> String {
        let text = text.replace(WIDGET, &format!("http://{}", self.widget));
        let text = text.replace(FILES, &format!("http://{}", self.files));
        if text.contains(HASH) { text.replace(HASH, &self.integrity()) } else { text }
    }

    /// What the release says that its script is checked with.
    fn integrity(&self) -> String {
        let manifest = std::fs::read_to_string(self.dist.join("manifest.json")).expect("the release has a manifest");
        let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("it is JSON");
        manifest["integrity"].as_str().expect("it says the script's integrity").to_owned()
    }
}

/// Rewrites the start tag of each script of ours.
fn at_edge(page: &str, edge: Edge) -> String {
    const START: &str = "<script";
    let mut parts = page.split(START);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |page, part| {
        let (tag, rest) = part.split_once('>').expect("a start tag has an end");
        let tag = format!("{START}{tag}>");
        let tag = if tag.contains("selfscreen-") { edge(&tag) } else { tag };
        page + tag.as_str() + rest
    })
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("js" | "mjs") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("json") => "application/json",
        _ => "text/html; charset=utf-8",
    }
}
