//! Addresses of socket ends, printed as CLIENT LIST prints them.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::os::fd::BorrowedFd;

use rustix::net::{SocketAddrAny, SocketAddrUnix, getpeername, getsockname};

/// One end of a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    Ip(SocketAddr),
    /// Path of a Unix socket; empty for an end that was never bound, as clients' ends are.
    Unix(Vec<u8>),
    /// The connection is gone, or of a kind unknown here.
    Unknown,
}

impl Address {
    /// Address of the other end of `socket`.
    pub fn of_peer(socket: BorrowedFd<'_>) -> Self {
        getpeername(socket)
            .ok()
            .flatten()
            .map_or(Self::Unknown, Self::from_any)
    }

    /// Address of this end of `socket`.
    pub fn of_local(socket: BorrowedFd<'_>) -> Self {
        getsockname(socket).map_or(Self::Unknown, Self::from_any)
    }

    /// The IP address, if it has one.
    pub fn ip(&self) -> Option<IpAddr> {
        match self {
            Self::Ip(address) => Some(address.ip()),
            _ => None,
        }
    }

    /// The port; 0 for what has none.
    pub fn port(&self) -> u16 {
        match self {
            Self::Ip(address) => address.port(),
            _ => 0,
        }
    }

    fn from_any(any: SocketAddrAny) -> Self {
        if let Ok(address) = SocketAddr::try_from(any.clone()) {
            return Self::Ip(address);
        }
        match SocketAddrUnix::try_from(any) {
            Ok(unix) => Self::Unix(unix.path_bytes().unwrap_or_default().to_vec()),
            Err(_) => Self::Unknown,
        }
    }
}

/// `ip:port`, `[v6]:port`, `/path:0`, `?:0`.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ip(SocketAddr::V4(v4)) => write!(f, "{}:{}", v4.ip(), v4.port()),
            Self::Ip(SocketAddr::V6(v6)) => write!(f, "[{}]:{}", v6.ip(), v6.port()),
            Self::Unix(path) => write!(f, "{}:0", String::from_utf8_lossy(path)),
            Self::Unknown => f.write_str("?:0"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::AsFd;

    #[test]
    fn addresses_are_printed_as_client_list_prints_them() {
        let ip = |text: &str| Address::Ip(text.parse().expect("an address"));
        for (address, text) in [
            (ip("127.0.0.1:6379"), "127.0.0.1:6379"),
            (ip("[::1]:6379"), "[::1]:6379"),
            (ip("[fe80::1%3]:1"), "[fe80::1]:1"),
            (Address::Unix(b"/tmp/s".to_vec()), "/tmp/s:0"),
            (Address::Unknown, "?:0"),
        ] {
            assert_eq!(address.to_string(), text);
        }
    }

    #[test]
    fn both_ends_of_a_connection_name_each_other() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("bind");
        let here = listener.local_addr().expect("address");
        let client = std::net::TcpStream::connect(here).expect("connect");
        assert_eq!(Address::of_peer(client.as_fd()), Address::Ip(here));
        assert_eq!(
            Address::of_local(client.as_fd()),
            Address::Ip(client.local_addr().expect("address"))
        );
        assert_eq!(Address::of_peer(listener.as_fd()), Address::Unknown);
        assert_eq!(Address::of_peer(client.as_fd()).port(), here.port());
    }
}
