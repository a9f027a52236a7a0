//! Listening sockets and addresses: what a server needs of them, in the forms Valkey's users know
//! (bind lists with `*`, `::*` and optional `-addr`; `ip:port`, `[v6]:port`, `/path:0`).
//! Must never know settings or sessions: options come as plain arguments.

mod address;
mod group;
mod tcp;
mod unix;

pub use address::Address;
pub use tcp::{TcpOptions, bind_list, set_keepalive, set_nodelay, set_reuse_port};
pub use unix::{UnixOptions, listen_unix};

use std::fmt;
use std::io;

/// Why a listening socket could not be made.
#[derive(Debug)]
pub struct ListenError {
    /// The address as given.
    pub address: String,
    /// The call that failed.
    pub step: &'static str,
    pub error: io::Error,
}

impl fmt::Display for ListenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "cannot listen on {}: {}: {}",
            self.address,
            self.step,
            crate::words(&self.error)
        )
    }
}

impl std::error::Error for ListenError {}
