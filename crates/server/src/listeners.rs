//! The listening sockets: TCP on every address of `bind`, and the Unix socket.
//!
//! Each socket is shared by the rings of all cores, so that a connection in its queue belongs to
//! none of them yet.

use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};

use reactor::net::{TcpOptions, UnixOptions, bind_list, listen_unix};
use settings::{Param, Settings};

/// Open listening sockets.
pub(crate) struct Listeners {
    pub(crate) sockets: Vec<OwnedFd>,
    /// As INFO shows them.
    pub(crate) descriptions: Vec<String>,
    unix_path: Option<PathBuf>,
}

impl Listeners {
    /// Opens what the settings name. An error names the address and what failed.
    pub(crate) fn open(settings: &Settings) -> Result<Self, String> {
        let mut listeners =
            Self { sockets: Vec::new(), descriptions: Vec::new(), unix_path: None };
        let port = settings.port();
        let addresses: Vec<String> = settings
            .bind()
            .iter()
            .map(|a| format!("{}{}", if a.optional { "-" } else { "" }, a.host))
            .collect();
        if port != 0 && !addresses.is_empty() {
            let options = TcpOptions {
                backlog: u32::try_from(settings.tcp_backlog()).unwrap_or(0),
                keepalive_s: settings.tcp_keepalive_s(),
                reuse_port: false,
            };
            let names: Vec<&str> = addresses.iter().map(String::as_str).collect();
            let sockets = bind_list(&names, port, &options)
                .map_err(|error| format!("Failed listening on port {port} (tcp), aborting. {error}"))?;
            listeners.sockets.extend(sockets);
            let binds: Vec<String> =
                names.iter().map(|name| format!("bind={}", name.trim_start_matches('-'))).collect();
            let description = format!("name=tcp,{},port={port}", binds.join(","));
            listeners.descriptions.push(description);
        }
        if let Some(path) = settings.name(Param::UnixSocket) {
            let options = UnixOptions {
                backlog: u32::try_from(settings.tcp_backlog()).unwrap_or(0),
                mode: settings.unixsocketperm(),
                group: settings.name(Param::UnixSocketGroup),
            };
            let socket = listen_unix(Path::new(&path), &options)
                .map_err(|error| format!("Failed opening Unix socket: {error}"))?;
            listeners.sockets.push(socket);
            listeners.descriptions.push(format!("name=unix,bind={path}"));
            listeners.unix_path = Some(PathBuf::from(path));
        }
        if listeners.sockets.is_empty() {
            return Err("Configured to not listen anywhere, exiting.".to_owned());
        }
        Ok(listeners)
    }

    /// Copies of the sockets for one core's ring.
    pub(crate) fn copies(&self) -> std::io::Result<Vec<OwnedFd>> {
        self.sockets.iter().map(OwnedFd::try_clone).collect()
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        if let Some(path) = &self.unix_path {
            // Gone already if somebody has removed it; nothing depends on it any more.
            let _ = std::fs::remove_file(path);
        }
    }
}
