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
    /// So many bytes of output were sent, by the core that was the connection's so many-th.
    Flushed(usize, usize, u32),
    Packet(u16, Packet),
    /// Somebody wants the slot to go to a core.
    HandOff(u16, u16),
    /// Somebody wants the connection's session to go to a core.
    Emigrate(usize, u16),
    /// The connection is let go of.
    LetGo(usize),
    /// So many cores are wanted.
    WantCores(u16),
    /// The driver has started a core.
    CoreIsUp(u16),
}

pub(crate) struct Seat {
    pub(crate) core: Core,
    pub(crate) inbox: Vec<Input>,
    /// Connection of each session.
    pub(crate) connections: BTreeMap<SessionId, usize>,
    /// When the next turn is due, if one is.
    pub(crate) turn_at_us: Option<u64>,
    /// Time spent with turns, as the core is told it.
    pub(crate) busy_us: u64,
    /// The core is in its last turn until then.
    pub(crate) busy_until_us: u64,
    /// New connections come to it.
    pub(crate) listens: bool,
    /// It has ended.
    pub(crate) ended: bool,
}

impl Input {
    /// The connection that it concerns.
    pub(crate) fn connection(&self) -> Option<usize> {
        match self {
            Self::Open(connection)
            | Self::Bytes(connection, _)
            | Self::Eof(connection)
            | Self::Gone(connection)
            | Self::Flushed(connection, ..)
            | Self::Emigrate(connection, _)
            | Self::LetGo(connection) => Some(*connection),
            Self::Packet(..) | Self::HandOff(..) | Self::WantCores(_) | Self::CoreIsUp(_) => None,
        }
    }
}

/// How a connection goes from core to core.
#[derive(Default)]
pub(crate) struct Journey {
    /// How many cores it has been with before.
    pub(crate) count: u32,
    /// It is between two cores: what arrives meanwhile waits for the next one.
    pub(crate) travels: bool,
    pub(crate) waiting: Vec<Input>,
    /// Its core is about to let go of it: what is sent now goes along.
    pub(crate) unsent: Option<Vec<Vec<u8>>>,
}

/// What travels with a session: the connection, and output that was not sent.
pub(crate) struct Luggage {
    pub(crate) connection: usize,
    pub(crate) unsent: Vec<Vec<u8>>,
}

impl Seat {
    pub(crate) fn new(core: Core) -> Self {
        Self {
            core,
            inbox: Vec::new(),
            connections: BTreeMap::new(),
            turn_at_us: None,
            busy_us: 0,
            busy_until_us: 0,
            listens: true,
            ended: false,
        }
    }

    /// A turn would do something now.
    pub(crate) fn has_work(&self) -> bool {
        !self.inbox.is_empty() || self.core.has_work()
    }
}
