//! A proxy that lets nothing out: it writes down what it is asked for, and passes on only what is for one server.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

/// A running recorder, for `Options::proxy`.
pub struct Recorder {
    /// Where it listens.
    pub address: SocketAddr,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Recorder {
    /// Records on a free port, for as long as the runtime lives, and passes on what these servers are asked.
    pub async fn start(servers: &[SocketAddr]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a free port");
        let address = listener.local_addr().expect("it is bound");
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (record, servers) = (seen.clone(), servers.to_vec());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(pass_on(stream, servers.clone(), record.clone()));
            }
        });
        Self { address, seen }
    }

    /// What was asked for so far, each as method and address: `GET http://127.0.0.1:4000/`, `CONNECT example.org:443`.
    ///
    /// Browsers ask for things of their own; those are in it too.
    pub fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

async fn pass_on(mut stream: TcpStream, servers: Vec<SocketAddr>, seen: Arc<Mutex<Vec<String>>>) {
    let mut request = Vec::new();
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        let mut part = [0; 4096];
        match stream.read(&mut part).await {
            Ok(read @ 1..) => request.extend_from_slice(&part[..read]),
            _ => break,
        }
    }
    let text = String::from_utf8_lossy(&request);
    let line = text.lines().next().unwrap_or_default();
    let asked = line.rsplit_once(" HTTP/").map_or(line, |(asked, _)| asked).to_owned();
    let target = asked.split_once(' ').and_then(|(_, address)| server_of(address));
    // Even a connection that says nothing is one too many.
    seen.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
    if let Some(target) = target.filter(|target| servers.contains(target))
        && let Ok(mut server) = TcpStream::connect(target).await
        && server.write_all(&request).await.is_ok()
    {
        // A browser that has gone away needs no answer.
        drop(copy_bidirectional(&mut stream, &mut server).await);
    } else {
        drop(stream.write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").await);
    }
}

/// Takes `127.0.0.1:4000` out of `http://127.0.0.1:4000/page`.
fn server_of(address: &str) -> Option<SocketAddr> {
    address.strip_prefix("http://")?.split('/').next()?.parse().ok()
}
