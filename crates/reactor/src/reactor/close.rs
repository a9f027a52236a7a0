//! Closing: everything the kernel holds of a connection is cancelled and waited for before its
//! descriptor, its buffers and its name go. Only what the kernel still reads of sends without
//! copying may stay behind, without a name.

use std::os::fd::AsFd;
use std::time::Duration;

use crate::connection::Closing;
use crate::event::{ConnId, Event};
use crate::reactor::Reactor;
use crate::ring::Plain;
use crate::token::Token;

/// What becomes of the bytes still queued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseMode {
    /// They are dropped.
    Now,
    /// They are sent first, however long the peer takes: `close` again with `Now` to cut it short.
    AfterFlush,
}

impl Reactor {
    /// Closes a connection. No event of it follows but `Closed`, which always does.
    pub fn close(&mut self, conn: ConnId, mode: CloseMode) {
        let Some(state) = self.connections.get_mut(conn) else {
            return;
        };
        let nothing_to_send = state.outbox.is_empty() && !state.sending();
        match mode {
            // Whoever gets the socket sends what is left, and closes.
            CloseMode::AfterFlush if state.leaving => {}
            CloseMode::AfterFlush if !nothing_to_send => {
                if state.closing == Closing::No {
                    state.closing = Closing::AfterFlush;
                }
            }
            CloseMode::Now | CloseMode::AfterFlush => {
                state.closing = Closing::Now;
                state.outbox.clear(&mut self.chunks);
                if mode == CloseMode::Now && state.pins_memory() {
                    // Else the kernel goes on reading that memory for as long as the peer likes.
                    // What it has not delivered is lost, as if it had not taken it.
                    let at_once = Some(Duration::ZERO);
                    let _ = rustix::net::sockopt::set_socket_linger(&state.fd, at_once);
                }
            }
        }
        self.settle(conn);
    }

    /// Brings what the kernel does for a connection in line with what is wanted. Called after
    /// every change of either.
    pub(super) fn settle(&mut self, id: ConnId) {
        let Some(conn) = self.connections.get_mut(id) else {
            return;
        };
        if conn.closing == Closing::Now {
            return self.settle_closing(id);
        }
        if conn.leaving {
            return self.settle_leaving(id);
        }
        let wanted = conn.wants_recv();
        if wanted && !conn.receiving && !conn.cancelling && !conn.listed {
            conn.listed = true;
            self.to_arm.push_back(id);
        } else if !wanted && conn.receiving && !conn.cancelling {
            conn.cancelling = true;
            self.ring
                .push_plain(Plain::Cancel(Token::Recv(id)), Token::Cancel(id));
        } else if conn.wants_fill()
            && let Some(fill) = &mut conn.fill
        {
            fill.submit(&mut self.ring, conn.fd.as_fd(), Token::Fill(id));
        }
    }

    fn settle_closing(&mut self, id: ConnId) {
        let Some(conn) = self.connections.get_mut(id) else {
            return;
        };
        if !conn.in_flight() {
            drop(self.remove(id));
            self.pending.push(Event::Closed { conn: id });
            self.retry_accepts_now();
        } else if !conn.cancelling {
            conn.cancelling = true;
            self.ring
                .push_plain(Plain::CancelFd(conn.raw_fd()), Token::Cancel(id));
        }
    }
}
