//! One simulated connection: everything that was sent and received on it, and when.
//!
//! Never judges what it holds; the oracle does.

use engine::SessionId;

use crate::wire::{self, Words};

/// A moment of the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    /// Number of the step of the simulation.
    pub(crate) step: u64,
    /// Last stamp that was drawn before.
    pub(crate) stamp: u64,
    /// Clock, in unix milliseconds.
    pub(crate) now_ms: i64,
}

/// A request that a client has written.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) args: Words,
    /// When its last byte left; `None` if the connection was closed before.
    pub(crate) at: Option<Moment>,
}

/// A frame that has arrived.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub(crate) bytes: Vec<u8>,
    pub(crate) at: Moment,
}

#[derive(Clone, Debug)]
pub(crate) struct Connection {
    pub(crate) core: usize,
    /// Session and CLIENT ID, once it is open.
    pub(crate) session: Option<(SessionId, u64)>,
    pub(crate) sent: Vec<Sent>,
    /// Replies that have arrived.
    pub(crate) replies: Vec<Frame>,
    /// Published messages that have arrived, each with the number of replies before it.
    pub(crate) messages: Vec<(Frame, usize)>,
    /// Bytes that are no whole frame yet.
    pub(crate) partial: Vec<u8>,
    /// Bytes that are no frame at all.
    pub(crate) broken: Option<String>,
    /// Replies that will come if everything is executed.
    pub(crate) awaited: usize,
    /// When the client began to close, in one way or another.
    pub(crate) leaves: Option<Moment>,
    /// The client reads no more.
    pub(crate) deaf: bool,
    pub(crate) half_closed: bool,
    /// The server has closed.
    pub(crate) closed: bool,
}

impl Connection {
    pub(crate) fn new(core: usize) -> Self {
        Self {
            core,
            session: None,
            sent: Vec::new(),
            replies: Vec::new(),
            messages: Vec::new(),
            partial: Vec::new(),
            broken: None,
            awaited: 0,
            leaves: None,
            deaf: false,
            half_closed: false,
            closed: false,
        }
    }

    /// Bytes arrived.
    pub(crate) fn receive(&mut self, bytes: &[u8], at: Moment) {
        if self.deaf || self.broken.is_some() {
            return;
        }
        self.partial.extend_from_slice(bytes);
        loop {
            if self.partial.is_empty() {
                return;
            }
            match wire::frame_end(&self.partial) {
                Ok(Some(end)) => {
                    let rest = self.partial.split_off(end);
                    let bytes = std::mem::replace(&mut self.partial, rest);
                    let frame = Frame { bytes, at };
                    if wire::message(&frame.bytes).is_some() {
                        self.messages.push((frame, self.replies.len()));
                    } else {
                        self.replies.push(frame);
                    }
                }
                Ok(None) => return,
                Err(text) => {
                    self.broken = Some(text);
                    return;
                }
            }
        }
    }

    /// Replies are missing that the client waits for.
    pub(crate) fn is_waiting(&self) -> bool {
        !self.deaf && !self.closed && self.replies.len() < self.awaited
    }
}
