//! TCP listeners from a bind list.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::os::fd::{AsFd, OwnedFd};
use std::time::Duration;

use rustix::io::Errno;
use rustix::net::{AddressFamily, SocketFlags, SocketType, ipproto, sockopt};
use rustix::net::{bind, listen, socket_with};

use crate::net::ListenError;

/// Options of TCP listeners. Accepted connections inherit them from the listening socket, so that
/// accepting needs no further system call.
#[derive(Clone, Copy, Debug)]
pub struct TcpOptions {
    /// Connections the kernel queues; it caps this at net.core.somaxconn.
    pub backlog: u32,
    /// Seconds of silence before the peer is probed; `None`: never.
    pub keepalive_s: Option<u32>,
    /// Several sockets share the port, each with a queue of its own.
    pub reuse_port: bool,
    /// Peers that can may use several paths at once (Multipath TCP); plain TCP where the kernel
    /// has no such thing.
    pub multipath: bool,
}

impl Default for TcpOptions {
    fn default() -> Self {
        Self {
            backlog: 511,
            keepalive_s: Some(300),
            reuse_port: false,
            multipath: false,
        }
    }
}

/// Listens on every address of a bind list, on `port` (0: one the kernel chooses for each).
///
/// `*` is every IPv4 address, `::*` every IPv6 address. Addresses that start with `-` are left
/// out if this host does not have them; families the kernel does not know are always left out.
/// Any other failure closes what was opened and is returned.
pub fn bind_list(
    addresses: &[&str],
    port: u16,
    options: &TcpOptions,
) -> Result<Vec<OwnedFd>, ListenError> {
    let mut sockets = Vec::new();
    for &given in addresses {
        let (name, optional) = match given.strip_prefix('-') {
            Some(rest) => (rest, true),
            None => (given, false),
        };
        match listen_on(name, port, options) {
            Ok(socket) => sockets.push(socket),
            Err((_, error)) if may_be_left_out(&error, optional) => {}
            Err((step, error)) => {
                let address = if name.contains(':') {
                    format!("[{name}]:{port}")
                } else {
                    format!("{name}:{port}")
                };
                return Err(ListenError {
                    address,
                    step,
                    error,
                });
            }
        }
    }
    Ok(sockets)
}

/// Lets several sockets of this user listen on one address, or not.
pub fn set_reuse_port(socket: impl AsFd, on: bool) -> io::Result<()> {
    Ok(sockopt::set_socket_reuseport(socket, on)?)
}

/// Probes a silent peer after so many seconds, then three times within as long again; `None`:
/// never.
pub fn set_keepalive(socket: impl AsFd, seconds: Option<u32>) -> io::Result<()> {
    let Some(seconds) = seconds else {
        return Ok(sockopt::set_socket_keepalive(socket, false)?);
    };
    let interval = (seconds / 3).max(1);
    sockopt::set_socket_keepalive(&socket, true)?;
    sockopt::set_tcp_keepidle(&socket, Duration::from_secs(u64::from(seconds.max(1))))?;
    sockopt::set_tcp_keepintvl(&socket, Duration::from_secs(u64::from(interval)))?;
    sockopt::set_tcp_keepcnt(&socket, 3)?;
    Ok(())
}

/// Sends small segments at once.
pub fn set_nodelay(socket: impl AsFd) -> io::Result<()> {
    Ok(sockopt::set_tcp_nodelay(&socket, true)?)
}

type Failure = (&'static str, io::Error);

fn listen_on(name: &str, port: u16, options: &TcpOptions) -> Result<OwnedFd, Failure> {
    let address = resolve(name, port).map_err(|error| ("resolving the name", error))?;
    let family = match address {
        SocketAddr::V4(_) => AddressFamily::INET,
        SocketAddr::V6(_) => AddressFamily::INET6,
    };
    let socket =
        open(family, options.multipath).map_err(|errno| ("socket", io::Error::from(errno)))?;
    set_options(&socket, address.is_ipv6(), options).map_err(|error| ("setsockopt", error))?;
    bind(&socket, &address).map_err(|errno| ("bind", errno.into()))?;
    let backlog = i32::try_from(options.backlog).unwrap_or(i32::MAX);
    listen(&socket, backlog).map_err(|errno| ("listen", errno.into()))?;
    Ok(socket)
}

fn open(family: AddressFamily, multipath: bool) -> Result<OwnedFd, Errno> {
    let socket = |protocol| {
        socket_with(
            family,
            SocketType::STREAM,
            SocketFlags::CLOEXEC,
            Some(protocol),
        )
    };
    if multipath && let Ok(multipath) = socket(ipproto::MPTCP) {
        return Ok(multipath);
    }
    socket(ipproto::TCP)
}

fn resolve(name: &str, port: u16) -> io::Result<SocketAddr> {
    match name {
        "*" => return Ok((Ipv4Addr::UNSPECIFIED, port).into()),
        "::*" => return Ok((Ipv6Addr::UNSPECIFIED, port).into()),
        _ => {}
    }
    if let Ok(ip) = name.parse::<IpAddr>() {
        return Ok((ip, port).into());
    }
    let mut found = (name, port).to_socket_addrs()?;
    found
        .next()
        .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "no address of that name"))
}

fn set_options(socket: &OwnedFd, v6: bool, options: &TcpOptions) -> io::Result<()> {
    sockopt::set_socket_reuseaddr(socket, true)?;
    if v6 {
        // Both families may be in the list, each with a socket of its own.
        sockopt::set_ipv6_v6only(socket, true)?;
    }
    if options.reuse_port {
        sockopt::set_socket_reuseport(socket, true)?;
    }
    set_nodelay(socket)?;
    set_keepalive(socket, options.keepalive_s)
}

fn may_be_left_out(error: &io::Error, optional: bool) -> bool {
    let errno = Errno::from_io_error(error);
    let unknown_family = [
        Errno::NOPROTOOPT,
        Errno::PROTONOSUPPORT,
        Errno::SOCKTNOSUPPORT,
        Errno::PFNOSUPPORT,
        Errno::AFNOSUPPORT,
    ];
    errno.is_some_and(|errno| {
        unknown_family.contains(&errno) || (optional && errno == Errno::ADDRNOTAVAIL)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::net::Address;

    #[test]
    fn a_missing_address_fails_unless_it_is_optional() {
        let options = TcpOptions::default();
        // TEST-NET-1: no host has it.
        let error = bind_list(&["192.0.2.1"], 0, &options).expect_err("not ours");
        assert_eq!(error.step, "bind");
        assert!(error.to_string().contains("192.0.2.1:0"), "{error}");
        let sockets = bind_list(&["-192.0.2.1", "127.0.0.1"], 0, &options).expect("one of two");
        assert_eq!(sockets.len(), 1);
        assert!(bind_list(&["no-such-host.invalid"], 0, &options).is_err());
    }

    #[test]
    fn several_paths_where_the_kernel_has_them_and_plain_tcp_for_every_peer() {
        let kernel_has_them = open(AddressFamily::INET, true)
            .is_ok_and(|socket| protocol(&socket) == Some(ipproto::MPTCP));
        for multipath in [false, true] {
            let options = TcpOptions {
                multipath,
                ..TcpOptions::default()
            };
            let sockets = bind_list(&["127.0.0.1"], 0, &options).expect("a free port");
            let expected = if multipath && kernel_has_them {
                ipproto::MPTCP
            } else {
                ipproto::TCP
            };
            assert_eq!(protocol(&sockets[0]), Some(expected));
            let port = Address::of_local(sockets[0].as_fd()).port();
            std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("a plain peer");
        }
    }

    fn protocol(socket: &OwnedFd) -> Option<rustix::net::Protocol> {
        sockopt::socket_protocol(socket).expect("a socket")
    }

    #[test]
    fn a_port_in_use_fails_though_optional() {
        let options = TcpOptions::default();
        let first = bind_list(&["127.0.0.1"], 0, &options).expect("a free port");
        let port = Address::of_local(first[0].as_fd()).port();
        let error = bind_list(&["-127.0.0.1"], port, &options).expect_err("in use");
        assert_eq!(error.error.kind(), io::ErrorKind::AddrInUse);
    }

    #[test]
    fn wildcards_of_both_families_share_a_port() {
        let options = TcpOptions::default();
        let v4 = bind_list(&["*"], 0, &options).expect("any v4");
        let address = Address::of_local(v4[0].as_fd());
        assert_eq!(address.ip(), Some(Ipv4Addr::UNSPECIFIED.into()));
        let v6 = bind_list(&["-::*"], address.port(), &options).expect("v6 or nothing");
        for socket in &v6 {
            let local = Address::of_local(socket.as_fd());
            assert_eq!(local.to_string(), format!("[::]:{}", address.port()));
        }
    }

    #[test]
    fn accepted_connections_inherit_the_options() {
        let options = TcpOptions {
            keepalive_s: Some(60),
            ..TcpOptions::default()
        };
        let sockets = bind_list(&["127.0.0.1"], 0, &options).expect("a free port");
        let listener = std::net::TcpListener::from(sockets.into_iter().next().expect("one"));
        let _client = std::net::TcpStream::connect(listener.local_addr().expect("address"));
        let (accepted, _) = listener.accept().expect("a connection");
        assert!(sockopt::tcp_nodelay(&accepted).expect("nodelay"));
        assert!(sockopt::socket_keepalive(&accepted).expect("keepalive"));
        assert_eq!(
            sockopt::tcp_keepidle(&accepted).expect("idle").as_secs(),
            60
        );
        assert_eq!(
            sockopt::tcp_keepintvl(&accepted)
                .expect("interval")
                .as_secs(),
            20
        );
        assert_eq!(sockopt::tcp_keepcnt(&accepted).expect("count"), 3);
    }
}
