//! Accepting, and not accepting: paused by the user, or stalled because the process is out of
//! descriptors. A stalled listener is tried again when a connection closes, or after a delay.

use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::time::{Duration, Instant};

use crate::connection::Conn;
use crate::event::{Event, ListenerId};
use crate::net::Address;
use crate::reactor::Reactor;
use crate::ring::{Completion, Plain};
use crate::token::Token;

/// How long a stalled listener waits for a descriptor, at most.
const RETRY: Duration = Duration::from_millis(50);

/// What the user wants of a listener.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Accept,
    Pause,
    End,
}

pub(super) struct Listener {
    /// None when it has been closed.
    fd: Option<OwnedFd>,
    /// A multishot accept is with the kernel.
    accepting: bool,
    /// A cancellation is with the kernel.
    cancelling: bool,
    purpose: Purpose,
    /// When to try again, after a failure.
    retry_at: Option<Instant>,
    /// The failure has been reported.
    stalled: bool,
}

impl Listener {
    pub(super) fn in_flight(&self) -> bool {
        self.accepting || self.cancelling
    }
}

impl Reactor {
    /// Accepts connections from `socket`, bound and listening, from the next turn on.
    pub fn listen(&mut self, socket: OwnedFd) -> ListenerId {
        let index = self.listeners.len() as u32;
        // A non-blocking socket would make the ring answer EAGAIN instead of waiting.
        super::make_blocking(&socket);
        self.listeners.push(Listener {
            fd: Some(socket),
            accepting: false,
            cancelling: false,
            purpose: Purpose::Accept,
            retry_at: None,
            stalled: false,
        });
        self.settle_listener(index);
        ListenerId(index)
    }

    /// Closes the listening socket; its connections stay. Some may still be accepted until the
    /// turn after next.
    pub fn unlisten(&mut self, listener: ListenerId) {
        self.set_purpose(listener, Purpose::End);
    }

    /// Leaves new connections in the kernel's queue; some may still arrive with the next turn.
    pub fn pause_accept(&mut self, listener: ListenerId) {
        self.set_purpose(listener, Purpose::Pause);
    }

    /// Accepts again after [`Self::pause_accept`].
    pub fn resume_accept(&mut self, listener: ListenerId) {
        self.set_purpose(listener, Purpose::Accept);
    }

    /// Whether a connection may still be accepted by a listener, one that was ended included.
    pub fn is_accepting(&self) -> bool {
        self.listeners.iter().any(Listener::in_flight)
    }

    /// The address a listener is bound to, with the port the kernel chose if it was to choose.
    pub fn listener_address(&self, listener: ListenerId) -> Address {
        let state = self.listeners.get(listener.0 as usize);
        let fd = state.and_then(|state| state.fd.as_ref());
        fd.map_or(Address::Unknown, |fd| Address::of_local(fd.as_fd()))
    }

    /// A descriptor was closed: whoever waits for one may try.
    pub(super) fn retry_accepts_now(&mut self) {
        for index in 0..self.listeners.len() {
            if self.listeners[index].retry_at.take().is_some() {
                self.settle_listener(index as u32);
            }
        }
    }

    /// Tries the stalled listeners whose time has come; returns `timeout`, shortened to when the
    /// next one's comes.
    pub(super) fn retry_accepts(&mut self, timeout: Option<Duration>) -> Option<Duration> {
        if self
            .listeners
            .iter()
            .all(|listener| listener.retry_at.is_none())
        {
            return timeout;
        }
        let now = Instant::now();
        let mut timeout = timeout;
        for index in 0..self.listeners.len() {
            let Some(at) = self.listeners[index].retry_at else {
                continue;
            };
            if at <= now {
                self.listeners[index].retry_at = None;
                self.settle_listener(index as u32);
            } else {
                let left = at - now;
                timeout = Some(timeout.map_or(left, |limit| limit.min(left)));
            }
        }
        timeout
    }

    pub(super) fn accepted(&mut self, index: u32, mut completion: Completion) {
        let fd = completion.take_accepted();
        let Some(listener) = self.listeners.get_mut(index as usize) else {
            return;
        };
        if !completion.more() {
            listener.accepting = false;
        }
        match fd {
            Ok(fd) => {
                listener.stalled = false;
                self.welcome(ListenerId(index), fd);
            }
            Err(libc::ECANCELED) => {}
            // The connection was gone before it was accepted: the next one may be fine.
            Err(libc::ECONNABORTED | libc::EINTR | libc::EAGAIN | libc::EPROTO | libc::EPERM) => {}
            Err(errno) => {
                self.stats.accept_failures += 1;
                listener.retry_at = Some(Instant::now() + RETRY);
                if !std::mem::replace(&mut listener.stalled, true) {
                    let listener = ListenerId(index);
                    self.pending.push(Event::AcceptStalled { listener, errno });
                }
            }
        }
        self.settle_listener(index);
    }

    pub(super) fn accept_cancelled(&mut self, index: u32) {
        if let Some(listener) = self.listeners.get_mut(index as usize) {
            listener.cancelling = false;
            self.settle_listener(index);
        }
    }

    fn welcome(&mut self, listener: ListenerId, fd: OwnedFd) {
        match self.connections.insert(Conn::new(fd)) {
            Ok(conn) => {
                self.stats.accepted += 1;
                self.pending.push(Event::Accepted { listener, conn });
                self.settle(conn);
            }
            Err(refused) => {
                self.stats.refused += 1;
                drop(refused);
            }
        }
    }

    fn set_purpose(&mut self, listener: ListenerId, purpose: Purpose) {
        if let Some(state) = self.listeners.get_mut(listener.0 as usize)
            && state.purpose != Purpose::End
        {
            state.purpose = purpose;
            self.settle_listener(listener.0);
        }
    }

    /// Brings what the kernel does in line with what is wanted.
    fn settle_listener(&mut self, index: u32) {
        let Some(listener) = self.listeners.get_mut(index as usize) else {
            return;
        };
        let Some(fd) = &listener.fd else { return };
        let wanted = listener.purpose == Purpose::Accept && listener.retry_at.is_none();
        if wanted && !listener.in_flight() {
            listener.accepting = true;
            self.ring
                .push_plain(Plain::Accept(fd.as_raw_fd()), Token::Accept(index));
        } else if !wanted && listener.accepting && !listener.cancelling {
            listener.cancelling = true;
            let cancel = Plain::Cancel(Token::Accept(index));
            self.ring.push_plain(cancel, Token::CancelAccept(index));
        } else if listener.purpose == Purpose::End && !listener.in_flight() {
            listener.fd = None;
        }
    }
}
