//! What a turn reports, and the names it uses.

/// Names one connection for its whole life; never reused, so a late use of it does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConnId {
    pub(crate) slot: u32,
    pub(crate) generation: u32,
}

impl ConnId {
    /// Dense index of the connection, below the greatest number of connections there has been:
    /// good for an array beside the reactor. Reused after `Event::Closed`.
    pub fn index(self) -> usize {
        self.slot as usize
    }
}

/// Names one listening socket of this reactor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ListenerId(pub(crate) u32);

/// Bytes received, lying in a buffer of the reactor until the next turn;
/// [`crate::Reactor::bytes`] shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Received {
    pub(crate) turn: u32,
    /// Bytes at the front that went elsewhere.
    pub(crate) skip: u32,
    pub(crate) len: u32,
    pub(crate) buffer: u16,
}

impl Received {
    /// Number of bytes; never zero.
    pub fn len(self) -> usize {
        (self.len - self.skip) as usize
    }

    /// Always false: nothing received is no event.
    pub fn is_empty(self) -> bool {
        self.len == self.skip
    }
}

/// Why no more bytes will come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecvEnd {
    /// The peer closed its sending side; it may still read.
    Eof,
    /// The connection failed, with this errno.
    Error(i32),
}

/// One thing that happened. Events of one connection come in the order in which they happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A new connection; receiving begins with the next turn unless it is paused, closed or
    /// detached before.
    Accepted { listener: ListenerId, conn: ConnId },
    /// Accepting failed with this errno (EMFILE, ENFILE, ...). It is tried again when a connection
    /// closes, or after a delay; reported once until accepting works again.
    AcceptStalled { listener: ListenerId, errno: i32 },
    /// Bytes, in order, never empty.
    Received { conn: ConnId, data: Received },
    /// Bytes went to the memory given to [`crate::Reactor::recv_into`].
    Filling { conn: ConnId, bytes: usize },
    /// That memory is full: [`crate::Reactor::take_filled`] gives it back, and bytes come as usual
    /// again.
    Filled { conn: ConnId },
    /// Nothing more will be received. Not reported for a connection being closed.
    RecvClosed { conn: ConnId, end: RecvEnd },
    /// The kernel took `bytes` more and needs our memory of them no longer; `queued` remain (bytes
    /// that it copied and the peer has not acknowledged are not counted).
    SendDone {
        conn: ConnId,
        bytes: usize,
        queued: usize,
    },
    /// Sending failed: what was queued is dropped, and so is what is sent from now on.
    SendFailed { conn: ConnId, errno: i32 },
    /// A connection given to [`crate::Reactor::release`] is idle: [`crate::Reactor::take_released`]
    /// gives it back. No event of it follows.
    Released { conn: ConnId },
    /// A connection given to `close` is gone, its descriptor closed; its name is void.
    Closed { conn: ConnId },
    /// Somebody rang: another ring, or a thread through [`crate::RingHandle::wake`]. At most one
    /// per turn.
    Doorbell,
}
