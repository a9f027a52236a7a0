//! Receiving: one multishot receive per connection, armed while the user wants bytes.

use crate::event::{ConnId, Event, Received, RecvEnd};
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
                self.pending.push(Event::Received { conn: id, data });
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
