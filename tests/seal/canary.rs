//! A proxy that answers everything itself and keeps a list of what was asked for.
//!
//! It is all the network that a browser has here: a request line, the host of a tunnel, a packet to the STUN socket.
//! A name that is looked up without a request (`dns-prefetch`) does not reach a proxy: `names.rs` shows those.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

use super::attempts::Side;
use super::page::{self, Page};

/// What hears everything: a proxy, and a socket that takes packets.
pub struct Canary {
    pub proxy: SocketAddr,
    stun: [SocketAddr; 2],
    shared: Arc<Shared>,
}

struct Shared {
    dist: PathBuf,
    pages: Vec<Page>,
    seen: Mutex<Vec<String>>,
    changed: Notify,
}

impl Canary {
    /// Listens for as long as the runtime lives; serves the built script and the pages around it.
    pub async fn start(dist: &Path) -> Self {
        Self::with_pages(dist, Vec::new()).await
    }

    /// The same, with pages of a test's own.
    pub async fn with_pages(dist: &Path, pages: Vec<Page>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a free port");
        let proxy = listener.local_addr().expect("it is bound");
        let shared = Arc::new(Shared { dist: dist.to_owned(), pages, seen: Mutex::default(), changed: Notify::new() });
        let stun = [shared.listen(Side::Sealed).await, shared.listen(Side::Open).await];
        let serving = shared.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serving.clone().answer(stream));
            }
        });
        Self { proxy, stun, shared }
    }

    /// Where packets from this side are taken.
    pub fn stun(&self, side: Side) -> SocketAddr {
        self.stun[side as usize]
    }

    /// Everything that arrived so far, in order.
    pub fn seen(&self) -> Vec<String> {
        self.shared.seen().clone()
    }

    /// Waits until this holds of what arrived; tells whether it came to hold.
    pub async fn until(&self, patience: Duration, holds: impl Fn(&[String]) -> bool) -> bool {
        let end = Instant::now() + patience;
        loop {
            let changed = self.shared.changed.notified();
            if holds(&self.shared.seen()) {
                return true;
            }
            if timeout_at(end, changed).await.is_err() {
                return holds(&self.shared.seen());
            }
        }
    }
}

impl Shared {
    fn seen(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn record(&self, line: String) {
        self.seen().push(line);
        self.changed.notify_waiters();
    }

    /// Takes packets, which carry no name: each side has its own socket.
    async fn listen(self: &Arc<Self>, side: Side) -> SocketAddr {
        let packets = UdpSocket::bind(super::address::own()).await.expect("there is a free port");
        let address = packets.local_addr().expect("it is bound");
        let shared = self.clone();
        tokio::spawn(async move {
            let mut packet = [0; 2048];
            while packets.recv_from(&mut packet).await.is_ok() {
                shared.record(format!("UDP {}-webrtc-stun", side.word()));
            }
        });
        address
    }

    async fn answer(self: Arc<Self>, mut stream: TcpStream) {
        let mut tunnel = String::new();
        while let Some((head, said)) = read_request(&mut stream).await {
            let mut words = head.split_whitespace();
            let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            if method == "CONNECT" && address.ends_with(":80") {
                // A web socket's way through a proxy: what it asks for inside says more.
                tunnel = format!("http://{}", address.trim_end_matches(":80"));
                if stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.is_ok() {
                    continue;
                }
            }
            let address = format!("{tunnel}{address}");
            // What a browser reports says more than that it does.
            let said = if address.starts_with(page::COLLECTOR) { format!(" {said}") } else { String::new() };
            self.record(format!("{method} {address}{said}"));
            let answer = match method {
                "CONNECT" => response("502 Bad Gateway", "text/plain", b""),
                _ => self.body(&address),
            };
            // A browser that has gone away needs no answer.
            drop(stream.write_all(&answer).await);
            return;
        }
        if !tunnel.is_empty() {
            self.record(format!("CONNECT {tunnel}"));
        }
    }

    fn body(&self, address: &str) -> Vec<u8> {
        let own = self.pages.iter().find(|page| page.is_at(address)).map(Page::answer);
        match own.or_else(|| page::file(&self.dist, page::path(address)?)) {
            Some((kind, body)) => response("200 OK", &kind, &body),
            // Whatever else is asked for is to be had by anyone: what is tried shall not fail for want of an answer.
            None => response("200 OK", "text/javascript", b""),
        }
    }
}

/// Reads a request: up to the empty line after its headers, and as much more as they say.
async fn read_request(stream: &mut TcpStream) -> Option<(String, String)> {
    let (mut request, mut length) = (Vec::new(), None);
    while length.is_none_or(|length| request.len() < length) {
        let mut part = [0; 4096];
        match stream.read(&mut part).await {
            Ok(read @ 1..) => request.extend_from_slice(&part[..read]),
            _ => return None,
        }
        let end = request.windows(4).position(|end| end == b"\r\n\r\n");
        length = end.map(|end| end + 4 + said_length(&String::from_utf8_lossy(&request[..end])));
    }
    let request = String::from_utf8_lossy(&request);
    request.split_once("\r\n\r\n").map(|(head, said)| (head.to_owned(), said.to_owned()))
}

/// How much follows a request's headers.
fn said_length(head: &str) -> usize {
    let length = head.lines().filter_map(|line| line.split_once(':'));
    let mut length = length.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    length.next().and_then(|(_, length)| length.trim().parse().ok()).unwrap_or_default()
}

fn response(status: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nAccess-Control-Allow-Origin: *\r\n\
         Access-Control-Allow-Headers: *\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}
