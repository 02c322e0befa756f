//! A small web server: the built pages, changed as a test wants them, and a list of everything that was asked for.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The page around the widget: the preview, with these texts replaced, and files that are not to be had.
#[derive(Debug, Clone, Default)]
pub struct HostPage {
    replaced: Vec<(&'static str, &'static str)>,
    missing: Option<&'static str>,
}

impl HostPage {
    /// The preview with one text replaced.
    pub fn with(before: &'static str, after: &'static str) -> Self {
        Self { replaced: vec![(before, after)], missing: None }
    }

    /// The preview without the files whose names end like this.
    pub fn without(ending: &'static str) -> Self {
        Self { replaced: Vec::new(), missing: Some(ending) }
    }
}

/// A running server.
pub struct Server {
    pub address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    folder: PathBuf,
    page: HostPage,
    state: Mutex<State>,
}

struct State {
    requests: Vec<String>,
    missing: Option<&'static str>,
}

impl Server {
    /// Serves on a free port of this machine, for as long as the runtime lives.
    pub async fn start(folder: &Path, page: HostPage) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a free port");
        let address = listener.local_addr().expect("it is bound");
        let state = Mutex::new(State { requests: Vec::new(), missing: page.missing });
        let shared = Arc::new(Shared { folder: folder.to_owned(), page, state });
        let serving = shared.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serving.clone().answer(stream));
            }
        });
        Self { address, shared }
    }

    /// Everything that was asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.shared.with(|state| state.requests.clone())
    }

    /// From now on every file is there.
    pub fn recover(&self) {
        self.shared.with(|state| state.missing = None);
    }
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
        self.with(|state| state.requests.push(path.clone()));
        let (status, body) = self.body(&path).map_or_else(|| ("404 Not Found", Vec::new()), |body| ("200 OK", body));
        let (kind, length) = (kind(&path), body.len());
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        // A browser that has gone away needs no answer.
        drop(stream.write_all(&[head.as_bytes(), &body].concat()).await);
    }

    fn body(&self, path: &str) -> Option<Vec<u8>> {
        if self.with(|state| state.missing).is_some_and(|missing| path.ends_with(missing)) {
            return None;
        }
        match path {
            "/" => Some(self.index().into_bytes()),
            "/elsewhere" => Some(b"<!doctype html><title>Elsewhere</title>".to_vec()),
            _ => std::fs::read(self.folder.join(path.trim_start_matches('/'))).ok(),
        }
    }

    fn index(&self) -> String {
        let page = std::fs::read_to_string(self.folder.join("index.html")).expect("the built page is there");
        self.page.replaced.iter().fold(page, |page, (before, after)| {
            assert!(page.contains(before), "the page holds {before:?}");
            page.replace(before, after)
        })
    }
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("js" | "mjs") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        _ => "text/html; charset=utf-8",
    }
}
