//! Sending: one send in flight per connection, of what was queued when it was submitted.

use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::net::Shutdown;

use crate::connection::{Closing, Output};
use crate::event::{ConnId, Event};
use crate::reactor::Reactor;
use crate::segment::Segment;
use crate::send::{InFlight, SendWays};

/// Bytes of one send, while nobody waits for anything short: above what a socket takes at once.
const SEND_BYTES_CALM: usize = 4 * 1024 * 1024;
/// Bytes of one send while others want short replies: some tens of microseconds of copying. Each
/// costs a wake-up of its reader.
const SEND_BYTES_BUSY: usize = 64 * 1024;
/// Sends of large output that a turn submits.
const TURN_LARGE_SENDS_MAX: usize = 2;
/// After so long without short output the reactor is calm.
const CALM_AFTER: Duration = Duration::from_millis(100);

/// When there was short output, as far as large output asks: the clock is not read else.
#[derive(Debug)]
pub(super) struct ShortOutput {
    /// There was some since the clock was read.
    seen: bool,
    at: Instant,
}

impl ShortOutput {
    pub(super) fn new() -> Self {
        Self {
            seen: true,
            at: Instant::now(),
        }
    }

    /// Whether there was none for a while.
    fn is_over(&mut self) -> bool {
        let now = Instant::now();
        if std::mem::take(&mut self.seen) {
            self.at = now;
        }
        now.duration_since(self.at) > CALM_AFTER
    }
}

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

    /// Bytes of output that the kernel has not taken, or reads from our memory.
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

    /// Submits what there is to send: everything short, and of large output a slice of each of a
    /// few connections, in rotation, so that nobody waits while the kernel copies megabytes.
    /// Returns whether there is more to be sent at once.
    pub(super) fn submit_sends(&mut self) -> bool {
        let mut ways = SendWays {
            inline: self.config.inline_sends,
            zero_copy: self.config.zero_copy,
            bytes_max: SEND_BYTES_BUSY,
        };
        let mut calm = None;
        let mut large_left = TURN_LARGE_SENDS_MAX;
        let mut more = false;
        let mut later = 0;
        for at in 0..self.dirty.len() {
            let id = self.dirty[at];
            let Some(conn) = self.connections.get_mut(id) else {
                continue;
            };
            if conn.leaving {
                conn.dirty = false;
                continue;
            }
            let large = conn.outbox.is_large();
            if large && large_left == 0 {
                self.dirty[later] = id;
                later += 1;
                continue;
            }
            conn.dirty = false;
            if large && *calm.get_or_insert_with(|| self.short_output.is_over()) {
                ways.bytes_max = SEND_BYTES_CALM;
            }
            conn.outbox
                .submit(&mut self.ring, conn.fd.as_fd(), id, ways);
            if large {
                large_left -= 1;
            } else {
                self.short_output.seen = true;
            }
            if conn.outbox.in_flight() == InFlight::Inline {
                self.inline.push(id);
                // Its success is silent: nobody would wake us for the rest.
                more |= !conn.outbox.offers_all();
            }
        }
        self.dirty.truncate(later);
        more || later > 0
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
                self.sent(id, Ok(conn.outbox.offered()), false);
            }
        }
        self.inline = inline;
    }

    /// A send is over: the kernel took this many bytes, or failed with this errno; if `watched`,
    /// word follows when it has let go of the memory.
    pub(super) fn sent(&mut self, id: ConnId, result: Result<usize, i32>, watched: bool) {
        let Some(conn) = self.connections.get_mut(id) else {
            return;
        };
        let result = match result {
            // Called back: what is left is sent by whoever gets the socket.
            Err(libc::ECANCELED) if conn.leaving => Ok(0),
            result => result,
        };
        let sent = conn.outbox.sent(result, watched, &mut self.chunks);
        if sent.failure.is_some() || conn.closing == Closing::Now {
            conn.output = Output::Ended;
            conn.outbox.clear(&mut self.chunks);
        }
        let taken = result.unwrap_or(0);
        self.stats.sent_bytes += taken as u64;
        self.stats.partial_sends += u64::from(sent.partial && sent.failure.is_none());
        match sent.failure {
            Some(errno) if conn.closing == Closing::No => {
                self.pending.push(Event::SendFailed { conn: id, errno });
            }
            _ => self.released(id, sent.released),
        }
        self.mark_dirty(id);
        self.flushed(id);
    }

    /// The kernel has let go of the memory of a send without copying; perhaps it `copied`.
    pub(super) fn let_go(&mut self, id: ConnId, name: u8, copied: bool) {
        self.stats.zero_copy_sends += 1;
        self.stats.zero_copy_copied += u64::from(copied);
        if let Some(conn) = self.connections.get_mut(id) {
            let bytes = conn.outbox.let_go(name, copied, &mut self.chunks);
            self.released(id, bytes);
            self.mark_dirty(id);
        } else if let Some(pins) = self.orphans.get_mut(&id) {
            pins.done(name, &mut self.chunks);
            if pins.is_empty() {
                self.orphans.remove(&id);
            }
        }
    }

    /// So many bytes of output need no memory of ours any more.
    fn released(&mut self, id: ConnId, bytes: usize) {
        if let Some(conn) = self.connections.get(id)
            && conn.closing == Closing::No
            && bytes > 0
        {
            let queued = conn.outbox.bytes();
            self.pending.push(Event::SendDone {
                conn: id,
                bytes,
                queued,
            });
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
            && !conn.leaving
            && !conn.sending()
            && !conn.outbox.is_empty()
        {
            conn.dirty = true;
            self.dirty.push(id);
        }
    }
}
