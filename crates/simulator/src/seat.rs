//! Where one core sits: what has arrived for it, when it takes its turn, how its clock runs.
//!
//! Never looks into what it hands over.

use std::collections::BTreeMap;

use engine::{Core, Packet, SessionId};

/// Something that has arrived at a core.
pub(crate) enum Input {
    Open(usize),
    Bytes(usize, Vec<u8>),
    /// The client has sent its last byte.
    Eof(usize),
    /// The connection is gone.
    Gone(usize),
    /// So many bytes of output were sent.
    Flushed(usize, usize),
    Packet(u16, Packet),
    /// Somebody wants the slot to go to a core.
    HandOff(u16, u16),
}

pub(crate) struct Seat {
    pub(crate) core: Core,
    pub(crate) inbox: Vec<Input>,
    /// Connection of each session.
    pub(crate) connections: BTreeMap<SessionId, usize>,
    /// When the next turn is due, if one is.
    pub(crate) turn_at_us: Option<u64>,
    /// The core is in its last turn until then.
    pub(crate) busy_until_us: u64,
}

impl Seat {
    pub(crate) fn new(core: Core) -> Self {
        Self {
            core,
            inbox: Vec::new(),
            connections: BTreeMap::new(),
            turn_at_us: None,
            busy_until_us: 0,
        }
    }

    /// A turn would do something now.
    pub(crate) fn has_work(&self) -> bool {
        !self.inbox.is_empty() || self.core.has_work()
    }
}
