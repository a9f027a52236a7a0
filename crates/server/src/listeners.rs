//! The listening sockets: TCP on every address of `bind`, and the Unix socket.
//!
//! Each socket is shared by the rings of all cores, so that a connection in its queue belongs to
//! none of them yet.

use std::io::ErrorKind;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::time::Duration;

use mesh::CoreId;
use reactor::net::{TcpOptions, UnixOptions, bind_list, listen_unix};
use settings::{Param, Settings};

/// Open listening sockets.
pub(crate) struct Listeners {
    tcp: Vec<OwnedFd>,
    /// Those of each core port.
    core_ports: Vec<Vec<OwnedFd>>,
    unix: Option<(OwnedFd, PathBuf)>,
    /// How often the sockets were replaced.
    pub(crate) version: u64,
    /// `tcp`, `unix`: what is listened to.
    pub(crate) kinds: Vec<&'static str>,
}

impl Listeners {
    /// Opens what the settings name. An error names the address and what failed.
    pub(crate) fn open(settings: &Settings) -> Result<Self, String> {
        let tcp = open_tcp(settings, settings.port(), false)?;
        let core_ports = open_core_ports(settings, false)?;
        let unix = open_unix(settings)?;
        let mut kinds = Vec::new();
        if !tcp.is_empty() {
            kinds.push("tcp");
        }
        if unix.is_some() {
            kinds.push("unix");
        }
        if kinds.is_empty() {
            return Err("Configured to not listen anywhere, exiting.".to_owned());
        }
        Ok(Self {
            tcp,
            core_ports,
            unix,
            version: 0,
            kinds,
        })
    }

    /// Replaces the TCP sockets by those that the settings name now. While old and new ones exist
    /// side by side they share what addresses they have in common.
    pub(crate) fn reopen(&mut self, settings: &Settings) -> Result<(), String> {
        self.share_ports(true);
        let opened = open_tcp(settings, settings.port(), true)
            .and_then(|tcp| Ok((tcp, open_core_ports(settings, true)?)));
        match opened {
            Ok((tcp, core_ports)) => {
                self.tcp = tcp;
                self.core_ports = core_ports;
                self.version += 1;
                self.share_ports(false);
                Ok(())
            }
            Err(text) => {
                self.share_ports(false);
                Err(text)
            }
        }
    }

    fn share_ports(&self, on: bool) {
        for socket in self.all_tcp() {
            if let Err(error) = reactor::net::set_reuse_port(socket, on) {
                tracing::warn!("Can't change whether a listening socket shares its port: {error}");
            }
        }
    }

    /// Connections accepted from now on are probed after so many seconds of silence, or not.
    pub(crate) fn set_keepalive(&self, seconds: Option<u32>) {
        for socket in self.all_tcp() {
            if let Err(error) = reactor::net::set_keepalive(socket, seconds) {
                tracing::warn!("Can't change the keepalive of a listening socket: {error}");
            }
        }
    }

    /// The Unix socket leaves no file behind.
    pub(crate) fn remove_files(&self) {
        if let Some((_, path)) = &self.unix {
            // Gone already if somebody has removed it; nothing depends on it any more.
            let _ = std::fs::remove_file(path);
        }
    }

    fn all_tcp(&self) -> impl Iterator<Item = &OwnedFd> {
        self.tcp.iter().chain(self.core_ports.iter().flatten())
    }

    /// Copies of the sockets for the ring of one of `running` cores: those that are everybody's,
    /// and the core ports that it has. A port whose core does not run is had by one that does.
    pub(crate) fn copies(&self, core: CoreId, running: CoreId) -> std::io::Result<Vec<OwnedFd>> {
        let unix = self.unix.iter().map(|(socket, _)| socket);
        let (core, running) = (usize::from(core), usize::from(running.max(1)));
        let has = |&(index, _): &(usize, &Vec<OwnedFd>)| index % running == core;
        let own = self.core_ports.iter().enumerate().filter(has);
        self.tcp
            .iter()
            .chain(unix)
            .chain(own.flat_map(|(_, sockets)| sockets))
            .map(OwnedFd::try_clone)
            .collect()
    }
}

/// A port for each core that there may be.
fn open_core_ports(settings: &Settings, reuse_port: bool) -> Result<Vec<Vec<OwnedFd>>, String> {
    let Some(base) = settings.core_ports_base() else {
        return Ok(Vec::new());
    };
    let numbers = (0..settings.cores_max()).map(|index| base.saturating_add(index));
    numbers
        .map(|number| open_tcp(settings, number, reuse_port))
        .collect()
}

fn open_tcp(settings: &Settings, port: u16, reuse_port: bool) -> Result<Vec<OwnedFd>, String> {
    let addresses: Vec<String> = settings
        .bind()
        .iter()
        .map(|a| format!("{}{}", if a.optional { "-" } else { "" }, a.host))
        .collect();
    if port == 0 || addresses.is_empty() {
        return Ok(Vec::new());
    }
    let options = TcpOptions {
        backlog: u32::try_from(settings.tcp_backlog()).unwrap_or(0),
        keepalive_s: settings.tcp_keepalive_s(),
        reuse_port,
        multipath: settings.flag(Param::Mptcp),
    };
    let names: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let mut result = bind_list(&names, port, &options);
    // The kernel takes a moment to end the rings of a process that is gone, and with them its
    // listening sockets: a restart on the same port must not fail for that.
    for _ in 0..IN_USE_RETRIES {
        match &result {
            Err(error) if error.error.kind() == ErrorKind::AddrInUse => {
                std::thread::sleep(IN_USE_PAUSE);
                result = bind_list(&names, port, &options);
            }
            _ => break,
        }
    }
    result.map_err(|error| format!("Failed listening on port {port} (tcp), aborting. {error}"))
}

/// How long a port that is in use is waited for.
const IN_USE_RETRIES: u32 = 15;
const IN_USE_PAUSE: Duration = Duration::from_millis(20);

fn open_unix(settings: &Settings) -> Result<Option<(OwnedFd, PathBuf)>, String> {
    let Some(path) = settings.name(Param::UnixSocket) else {
        return Ok(None);
    };
    let options = UnixOptions {
        backlog: u32::try_from(settings.tcp_backlog()).unwrap_or(0),
        mode: settings.unixsocketperm(),
        group: settings.name(Param::UnixSocketGroup),
    };
    let path = PathBuf::from(path);
    let socket = listen_unix(&path, &options)
        .map_err(|error| format!("Failed opening Unix socket: {error}"))?;
    Ok(Some((socket, path)))
}
