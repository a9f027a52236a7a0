//! A connection on its way from one core's ring to another's.
//!
//! Must never close a socket that somebody still serves, nor keep one that nobody does: a
//! connection whose luggage is dropped is closed and counted no more.

use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use reactor::{ConnId, Reactor, Segment};

use crate::core_loop::Process;

/// The socket, and what it has to send before anything else.
pub(crate) struct Luggage {
    content: Option<(OwnedFd, Vec<Segment>)>,
    process: Arc<Process>,
}

impl Luggage {
    pub(crate) fn new(fd: OwnedFd, unsent: Vec<Segment>, process: &Arc<Process>) -> Self {
        Self {
            content: Some((fd, unsent)),
            process: Arc::clone(process),
        }
    }

    /// Gives the socket to a ring; nothing if it takes no more.
    pub(crate) fn unpack(mut self, reactor: &mut Reactor) -> Option<(ConnId, Vec<Segment>)> {
        let (fd, unsent) = self.content.take()?;
        match reactor.adopt(fd) {
            Ok(conn) => Some((conn, unsent)),
            Err(fd) => {
                self.content = Some((fd, Vec::new()));
                None
            }
        }
    }
}

impl Drop for Luggage {
    fn drop(&mut self) {
        if self.content.is_some() {
            self.process.connections.fetch_sub(1, Ordering::Relaxed);
        }
    }
}
