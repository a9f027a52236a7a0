//! The stamped history of one core: what was executed, in which order, and what was replied.
//!
//! Only kept when the driver asks for it (the simulator does); must never influence what is
//! executed. Records of all cores, sorted by `(stamp, reads_only, core, position)`, are one
//! sequential history of the whole server.

use command_table::CommandId;
use mesh::ClaimWinner;

use crate::message::Caller;

/// What a record is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// One request was executed.
    Request { command: CommandId, args: PlainArgs },
    /// A transaction was executed, or refused because a watched key had changed (`None`).
    Exec { commands: Option<Vec<PlainArgs>> },
    /// A request found nothing and waits.
    Blocked { command: CommandId, args: PlainArgs },
    /// A waiting request was served; `key` became ready.
    Served {
        command: CommandId,
        args: PlainArgs,
        key: Vec<u8>,
    },
    /// A wait ended without having been served: who has won its claim.
    Ended { by: ClaimWinner },
    /// A key was deleted because its time had come.
    Expired { db: u32, key: Vec<u8> },
    /// A key was deleted to make room.
    Evicted { db: u32, key: Vec<u8> },
}

/// Arguments as lists of bytes, for comparing.
pub type PlainArgs = Vec<Vec<u8>>;

/// One entry of the history.
#[derive(Clone, Debug)]
pub struct Record {
    pub stamp: u64,
    /// Turns that only read sort after the writes of their stamp.
    pub reads_only: bool,
    pub core: u16,
    /// Position in the turn.
    pub position: u32,
    /// The clock that the body was given, in unix milliseconds.
    pub now_ms: i64,
    pub caller: Option<Caller>,
    pub event: Event,
    /// The reply, encoded for the caller's protocol.
    pub reply: Vec<u8>,
}

/// Records of the current turn, and those of turns before that nobody has taken yet.
#[derive(Default)]
pub(crate) struct History {
    done: Vec<Record>,
    turn: Vec<Record>,
}

impl History {
    pub(crate) fn push(&mut self, record: Record) {
        self.turn.push(record);
    }

    /// Something was recorded that has no stamp yet.
    pub(crate) fn has_unstamped(&self) -> bool {
        !self.turn.is_empty()
    }

    /// Gives the turn its stamp.
    pub(crate) fn close_turn(&mut self, stamp: u64, reads_only: bool) {
        for mut record in self.turn.drain(..) {
            record.stamp = stamp;
            record.reads_only = reads_only;
            self.done.push(record);
        }
    }

    /// Everything recorded since the last call.
    pub(crate) fn take(&mut self) -> Vec<Record> {
        std::mem::take(&mut self.done)
    }
}

pub(crate) fn plain(args: resp::Args<'_>) -> PlainArgs {
    args.iter().map(<[u8]>::to_vec).collect()
}
