//! Sending: one send in flight per connection, of everything queued when it was submitted.

use rustix::net::Shutdown;

use crate::connection::{Closing, Output};
use crate::event::{ConnId, Event};
use crate::reactor::Reactor;
use crate::segment::Segment;
use crate::send::InFlight;
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
            conn.outbox.submit(
                &mut self.ring,
                fd,
                Token::Send(id),
                self.config.inline_sends,
            );
            if conn.outbox.in_flight() == InFlight::Inline {
                self.inline.push(id);
            }
        }
        self.dirty.clear();
    }

    /// Inline sends of which nothing was heard when everything has been submitted, and everything
    /// there is to hear has been heard, have succeeded.
    pub(super) fn take_inline_sends(&mut self) {
        if self.inline.is_empty() || !self.ring.all_heard() {
            return;
        }
        let mut inline = std::mem::take(&mut self.inline);
        for id in inline.drain(..) {
            let Some(conn) = self.connections.get(id) else {
                continue;
            };
            if conn.outbox.in_flight() == InFlight::Inline {
                self.sent(id, Ok(conn.outbox.offered()));
            }
        }
        self.inline = inline;
    }

    /// A send is over: the kernel took this many bytes, or failed with this errno.
    pub(super) fn sent(&mut self, id: ConnId, result: Result<usize, i32>) {
        let Some(conn) = self.connections.get_mut(id) else {
            return;
        };
        let bytes = result.unwrap_or(0);
        let failure = result
            .err()
            .filter(|errno| ![libc::EINTR, libc::EAGAIN].contains(errno));
        let partial = conn.outbox.sent(bytes, &mut self.chunks);
        if failure.is_some() || conn.closing == Closing::Now {
            conn.output = Output::Ended;
            conn.outbox.clear(&mut self.chunks);
        }
        let queued = conn.outbox.bytes();
        self.stats.sent_bytes += bytes as u64;
        self.stats.partial_sends += u64::from(partial && failure.is_none());
        if conn.closing == Closing::No {
            match failure {
                Some(errno) => self.pending.push(Event::SendFailed { conn: id, errno }),
                None if bytes > 0 => self.pending.push(Event::SendDone {
                    conn: id,
                    bytes,
                    queued,
                }),
                None => {}
            }
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
        if !conn.outbox.is_empty() || conn.sending() {
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
            && !conn.sending()
            && !conn.outbox.is_empty()
        {
            conn.dirty = true;
            self.dirty.push(id);
        }
    }
}
