//! Sending: one send in flight per connection, of everything queued when it was submitted.

use rustix::net::Shutdown;

use crate::connection::{Closing, Output};
use crate::event::{ConnId, Event};
use crate::reactor::Reactor;
use crate::segment::Segment;
use crate::token::Token;

impl Reactor {
    /// Queues bytes; they leave with the next turn's submission, or after the send in flight.
    /// Dropped if the connection is being closed, or its sending failed or was shut down.
    pub fn send(&mut self, conn: ConnId, segment: impl Into<Segment>) {
        let Some(state) = self.connections.get_mut(conn) else {
            return;
        };
        if state.closing == Closing::No && state.output == Output::Open {
            state.outbox.push(segment.into());
            self.mark_dirty(conn);
        }
    }

    /// Bytes queued that the kernel has not taken.
    pub fn queued_bytes(&self, conn: ConnId) -> usize {
        self.connections
            .get(conn)
            .map_or(0, |state| state.outbox.bytes())
    }

    /// Tells the peer, after everything queued, that no more will come. Receiving goes on.
    pub fn shutdown_write(&mut self, conn: ConnId) {
        if let Some(state) = self.connections.get_mut(conn)
            && state.output == Output::Open
        {
            state.output = Output::ShutdownWanted;
            self.flushed(conn);
        }
    }

    pub(super) fn submit_sends(&mut self) {
        for at in 0..self.dirty.len() {
            let id = self.dirty[at];
            let Some(conn) = self.connections.get_mut(id) else {
                continue;
            };
            conn.dirty = false;
            let fd = conn.raw_fd();
            conn.outbox.submit(&mut self.ring, fd, Token::Send(id));
        }
        self.dirty.clear();
    }

    pub(super) fn sent(&mut self, id: ConnId, result: i32) {
        let Some(conn) = self.connections.get_mut(id) else {
            return;
        };
        let bytes = usize::try_from(result).unwrap_or(0);
        let failed = result < 0 && ![libc::EINTR, libc::EAGAIN].contains(&-result);
        let partial = conn.outbox.sent(bytes, &mut self.chunks);
        if failed || conn.closing == Closing::Now {
            conn.output = Output::Ended;
            conn.outbox.clear(&mut self.chunks);
        }
        let queued = conn.outbox.bytes();
        self.stats.sent_bytes += bytes as u64;
        self.stats.partial_sends += u64::from(partial && !failed);
        if conn.closing == Closing::No {
            self.pending.push(match failed {
                true => Event::SendFailed {
                    conn: id,
                    errno: -result,
                },
                false => Event::SendDone {
                    conn: id,
                    bytes,
                    queued,
                },
            });
        }
        if queued > 0 {
            self.mark_dirty(id);
        } else {
            self.flushed(id);
        }
    }

    /// What waited for the queue to be empty may happen, if it is.
    pub(super) fn flushed(&mut self, id: ConnId) {
        let Some(conn) = self.connections.get_mut(id) else {
            return;
        };
        if !conn.outbox.is_empty() || conn.outbox.in_flight() {
            return;
        }
        if conn.output == Output::ShutdownWanted {
            conn.output = Output::Ended;
            // It fails only if the connection is gone, which receiving tells.
            let _ = rustix::net::shutdown(&conn.fd, Shutdown::Write);
        }
        if conn.closing == Closing::AfterFlush {
            conn.closing = Closing::Now;
        }
        self.settle(id);
    }

    fn mark_dirty(&mut self, id: ConnId) {
        if let Some(conn) = self.connections.get_mut(id)
            && !conn.dirty
            && !conn.outbox.in_flight()
            && !conn.outbox.is_empty()
        {
            conn.dirty = true;
            self.dirty.push(id);
        }
    }
}
