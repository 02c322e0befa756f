//! Where a packet can be sent to on this machine.

use std::net::{SocketAddr, UdpSocket};

/// An address that is not the loopback's where there is one: browsers gather no candidates on the loopback.
pub fn own() -> SocketAddr {
    let route = UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        // Connecting a UDP socket sends nothing; it only looks up which address would be used.
        socket.connect("192.0.2.1:9")?;
        socket.local_addr()
    });
    let mut address = route.unwrap_or_else(|_| SocketAddr::from(([127, 0, 0, 1], 0)));
    address.set_port(0);
    address
}
