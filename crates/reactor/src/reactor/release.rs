//! Giving a socket away in the middle of its life: everything that is with the kernel is called
//! back and waited for, so that whoever gets the socket goes on where this reactor has stopped.
//!
//! Must never lose a byte, in either direction.

use std::os::fd::OwnedFd;

use crate::connection::Closing;
use crate::event::{ConnId, Event};
use crate::reactor::Reactor;
use crate::ring::Plain;
use crate::segment::Segment;
use crate::token::Token;

/// A socket with nothing of it in the kernel's hands.
#[derive(Debug)]
pub struct Parcel {
    pub fd: OwnedFd,
    /// What it has to send before anything else.
    pub unsent: Vec<Segment>,
    /// Memory given to [`Reactor::recv_into`], with what has come to it.
    pub filled: Option<Vec<u8>>,
}

impl Reactor {
    /// Stops receiving and sending for a connection. `Released` follows when the kernel holds
    /// nothing of it but memory of sends without copying, which stays behind without a name; bytes
    /// that have come until then are reported before. Closing it meanwhile wins, `Now` only.
    pub fn release(&mut self, conn: ConnId) {
        let Some(state) = self.connections.get_mut(conn) else {
            return;
        };
        if state.closing == Closing::Now {
            return;
        }
        state.closing = Closing::No;
        state.leaving = true;
        self.settle(conn);
    }

    /// The socket of a connection that was reported as released. Its name is void then.
    pub fn take_released(&mut self, conn: ConnId) -> Option<Parcel> {
        let state = self.connections.get(conn)?;
        if !state.released || state.closing == Closing::Now || state.in_flight() {
            return None;
        }
        let (unsent, filled) = self.connections.get_mut(conn)?.take_sides();
        let fd = self.remove(conn)?.fd;
        Some(Parcel { fd, unsent, filled })
    }

    pub(super) fn settle_leaving(&mut self, id: ConnId) {
        let Some(conn) = self.connections.get_mut(id) else {
            return;
        };
        if conn.in_flight() {
            if !conn.cancelling && conn.is_to_be_called_back() {
                conn.cancelling = true;
                self.ring
                    .push_plain(Plain::CancelFd(conn.raw_fd()), Token::Cancel(id));
            }
        } else if !conn.released {
            conn.released = true;
            self.pending.push(Event::Released { conn: id });
        }
    }
}
