//! Receiving: one multishot receive per connection, armed while the user wants bytes.

use crate::event::{ConnId, Event, Received, RecvEnd};
use crate::fill::Fill;
use crate::reactor::Reactor;
use crate::ring::{Completion, Plain};
use crate::token::Token;

impl Reactor {
    /// Leaves further bytes in the kernel, so that the peer is slowed down. What the kernel had
    /// delivered before it learnt of this still arrives, with the next turn at the latest but one.
    pub fn pause_recv(&mut self, conn: ConnId) {
        self.set_recv_paused(conn, true);
    }

    /// Receives again after [`Self::pause_recv`].
    pub fn resume_recv(&mut self, conn: ConnId) {
        self.set_recv_paused(conn, false);
    }

    /// The next `wanted` bytes (at least one) are to be appended to `buffer`, without a copy as
    /// far as they have not been received yet; bytes come as usual again when it is taken back.
    /// Nothing happens if another is not taken back yet.
    pub fn recv_into(&mut self, conn: ConnId, buffer: Vec<u8>, wanted: usize) {
        if let Some(state) = self.connections.get_mut(conn)
            && state.fill.is_none()
            && wanted > 0
        {
            state.fill = Some(Box::new(Fill::new(buffer, wanted)));
            self.settle(conn);
        }
    }

    /// The memory given to [`Self::recv_into`], when it is full.
    pub fn take_filled(&mut self, conn: ConnId) -> Option<Vec<u8>> {
        let state = self.connections.get_mut(conn)?;
        let fill = state.fill.take_if(|fill| fill.is_full())?;
        self.settle(conn);
        fill.into_buffer()
    }

    /// Lends the kernel the receives that are due, no more than there are buffers for: a thousand
    /// connections with bytes and few buffers would otherwise fail and be armed over and over.
    pub(super) fn arm_receives(&mut self) {
        for _ in 0..self.to_arm.len().min(self.pool.count()) {
            let Some(id) = self.to_arm.pop_front() else {
                return;
            };
            let Some(conn) = self.connections.get_mut(id) else {
                continue;
            };
            conn.listed = false;
            if conn.wants_recv() && !conn.receiving && !conn.cancelling {
                conn.receiving = true;
                self.ring
                    .push_plain(Plain::Recv(conn.raw_fd()), Token::Recv(id));
            }
        }
    }

    pub(super) fn received(&mut self, id: ConnId, done: Completion, data: Option<Received>) {
        let Some(conn) = self.connections.get_mut(id) else {
            return;
        };
        if !done.more() {
            conn.receiving = false;
        }
        let closing = conn.closing != crate::connection::Closing::No;
        match (done.result, data) {
            (1.., Some(data)) if !closing => {
                self.stats.received_bytes += data.len() as u64;
                self.deliver(id, data);
            }
            (1.., _) => {}
            (0, _) => self.recv_ended(id, RecvEnd::Eof),
            (result, _) => match -result {
                libc::ENOBUFS => self.stats.buffer_shortages += 1,
                libc::ECANCELED | libc::EINTR | libc::EAGAIN => {}
                errno => self.recv_ended(id, RecvEnd::Error(errno)),
            },
        }
        self.settle(id);
    }

    /// Bytes of a receive buffer: they may come between a wish for them elsewhere and the end of
    /// the receive that was with the kernel.
    fn deliver(&mut self, id: ConnId, mut data: Received) {
        let fill = self
            .connections
            .get_mut(id)
            .and_then(|conn| conn.fill.as_mut());
        if let Some(fill) = fill.filter(|fill| !fill.is_full()) {
            let bytes = fill.take(self.pool.bytes(data));
            self.stats.filled_by_copy_bytes += bytes as u64;
            data.skip = bytes as u32;
            let full = fill.is_full();
            self.tell_filling(id, bytes, full);
        }
        if !data.is_empty() {
            self.pending.push(Event::Received { conn: id, data });
        }
    }

    /// A receive into the user's memory is over.
    pub(super) fn filled(&mut self, id: ConnId, result: Result<usize, i32>) {
        let Some(conn) = self.connections.get_mut(id) else {
            return;
        };
        let Some(fill) = &mut conn.fill else {
            return;
        };
        let bytes = fill.received(result.unwrap_or(0));
        let full = fill.is_full();
        self.stats.received_bytes += bytes as u64;
        self.stats.filled_bytes += bytes as u64;
        match result {
            Ok(0) => self.recv_ended(id, RecvEnd::Eof),
            Ok(_) => self.tell_filling(id, bytes, full),
            Err(libc::ECANCELED | libc::EINTR | libc::EAGAIN) => {}
            Err(errno) => self.recv_ended(id, RecvEnd::Error(errno)),
        }
        self.settle(id);
    }

    fn tell_filling(&mut self, id: ConnId, bytes: usize, full: bool) {
        let open = |conn: &crate::connection::Conn| conn.closing == crate::connection::Closing::No;
        if self.connections.get(id).is_some_and(open) {
            self.pending.push(Event::Filling { conn: id, bytes });
            if full {
                self.pending.push(Event::Filled { conn: id });
            }
        }
    }

    /// A cancellation came back, having found its operation or not.
    pub(super) fn cancelled(&mut self, id: ConnId) {
        if let Some(conn) = self.connections.get_mut(id) {
            conn.cancelling = false;
            self.settle(id);
        }
    }

    fn recv_ended(&mut self, id: ConnId, end: RecvEnd) {
        let Some(conn) = self.connections.get_mut(id) else {
            return;
        };
        conn.recv_ended = true;
        if conn.closing == crate::connection::Closing::No {
            self.pending.push(Event::RecvClosed { conn: id, end });
        }
    }

    fn set_recv_paused(&mut self, id: ConnId, paused: bool) {
        if let Some(conn) = self.connections.get_mut(id) {
            conn.paused = paused;
            self.settle(id);
        }
    }
}
