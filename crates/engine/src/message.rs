//! What cores tell each other. One packet per pair of cores and turn.
//!
//! Must never know how packets travel: the driver has rings, the simulator has a queue with
//! delays. Packets between the same two cores arrive in the order in which they were sent.
//!
//! **When a slot has moved meanwhile.** Who sends a message for a slot reads the owner in the map,
//! and may read an earlier one. The receiver knows for certain whether it has the slot:
//!
//! - `Run`: the requests that are left go back, with the replies so far, in the usual `Done`. The
//!   session has one run under way and sends nothing else before its answer, and has heard of the
//!   move with it. Passing the run on would save a hop, but its answer would come from a core in
//!   whose ring no place was kept for it.
//! - `Job`: is coordinated as anywhere; a coordinator need own nothing.
//! - `Borrow`: is passed on to the owner. Tickets have their order from who drew them, not from
//!   their way.
//! - `Grant`, `Recall`, `GiveBack`, `Return`, `Hold`, `Spread`: cannot come there. A lent slot is
//!   handed to nobody before it is home, and its borrower has heard of its owner from the owner.
//! - `Note`: is passed on to the owner. Notes of one session on one key commute: each ends one
//!   watch, one wait by its number, or one subscription, all of which the slot has counted before
//!   the note was sent.
//! - `Gather`: the answer names the slots that are missing, and the asker asks on. Every slot is in
//!   one core's share at any time, so none is counted twice or left out.
//! - `Move`: is passed on to the owner.
//! - `Served`, `Deliver`, `Logged`, `Done` go to sessions. A session goes to another core with no
//!   run or job under way; `departure.rs` says what becomes of the rest. Patterns, control versions
//!   and barriers go to every core. `hand_off.rs` says how patterns and barriers
//!   keep their order with the slots.
//!
//! At the core to which the map leads and where the slot has not come yet, all of these wait for it
//! as for a lent one.

use std::sync::Arc;

use bytes::Bytes;
use command_table::{CommandId, Flags};
use keyspace::Slot;
use mesh::{Claim, CoreId};
use resp::{Args, OutBuf, Proto, Range, Segment};
use stdx::slot::SLOTS;

use crate::arrival::Rehome;
use crate::balance::CoreLoad;
use crate::command_log::{LogEntry, LogKind};
use crate::departure::Traveller;
use crate::gather::{Answer, Question, Share};
use crate::hand_off::{Errand, Shipment};
use crate::legacy::Legacy;
use crate::place::Directory;
use crate::pubsub::Hello;
use crate::relays::Resubscription;
use crate::replication::ReplicationMessage;
use crate::shared::ControlState;
use crate::ticket::Ticket;
use crate::transaction::ExecRequest;

/// A session on its home core. Generation-tagged, so that an answer to a session that has ended
/// never reaches the one that took its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId {
    /// Place in the home core's table of sessions.
    pub index: u32,
    /// How often the place was used before.
    pub generation: u32,
}

/// Who asks, as far as a body may know. Travels with every request.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    /// The core that has the session.
    pub home: CoreId,
    /// The session there.
    pub session: SessionId,
    /// CLIENT ID.
    pub client_id: u64,
    /// Selected database.
    pub db: u32,
    /// Protocol of the replies.
    pub proto: Proto,
    pub habits: Habits,
}

/// What a session has asked for by CLIENT that bodies have to know, in a byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Habits(u8);

impl Habits {
    pub fn new(no_touch: bool, imports: bool) -> Self {
        Self(u8::from(no_touch) | u8::from(imports) << 1)
    }

    /// CLIENT NO-TOUCH is on.
    #[inline]
    pub fn no_touch(self) -> bool {
        self.0 & 1 != 0
    }

    /// CLIENT IMPORT-SOURCE is on: keys whose time is over are there still in import mode.
    #[inline]
    pub fn imports(self) -> bool {
        self.0 & 2 != 0
    }
}

impl Caller {
    /// For what no session has asked for.
    pub(crate) fn of_nobody(home: CoreId) -> Self {
        Self {
            home,
            session: SessionId::default(),
            client_id: 0,
            db: 0,
            proto: Proto::Resp2,
            habits: Habits::default(),
        }
    }
}

/// Adjacent slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    pub first: u16,
    /// The first slot behind them.
    pub end: u16,
}

impl Scope {
    /// Every slot.
    pub const ALL: Self = Self {
        first: 0,
        end: SLOTS as u16,
    };

    /// All of it as a number, to travel in the place of a key's hash.
    pub(crate) fn to_bits(self) -> u64 {
        u64::from(self.first) | u64::from(self.end) << u16::BITS
    }

    pub(crate) fn from_bits(bits: u64) -> Self {
        Self {
            first: bits as u16,
            end: (bits >> u16::BITS) as u16,
        }
    }

    pub fn contains(self, slot: u16) -> bool {
        (self.first..self.end).contains(&slot)
    }
}

/// Arguments that own their bytes.
#[derive(Clone, Debug, Default)]
pub struct OwnedArgs {
    /// Small arguments, one behind the other.
    pub bytes: Vec<u8>,
    /// Where each argument lies.
    pub ranges: Vec<Range>,
    /// Large arguments, shared.
    pub large: Vec<Bytes>,
}

impl OwnedArgs {
    /// Copies a request's arguments; large ones are shared.
    pub fn copy_of(args: Args<'_>) -> Self {
        let mut owned = Self::default();
        owned.push(args);
        owned
    }

    /// From single arguments.
    pub fn of(args: &[&[u8]]) -> Self {
        let mut owned = Self::default();
        for arg in args {
            let off = owned.bytes.len() as u32;
            owned.bytes.extend_from_slice(arg);
            owned.ranges.push(Range {
                off,
                len: arg.len() as u32,
            });
        }
        owned
    }

    /// Appends all arguments of one request and tells where they begin.
    pub fn push(&mut self, args: Args<'_>) -> u32 {
        let first = self.ranges.len() as u32;
        for i in 0..args.len() {
            let range = if let Some(shared) = args.shared(i) {
                self.large.push(shared);
                Range {
                    off: Range::LARGE,
                    len: self.large.len() as u32 - 1,
                }
            } else {
                let arg = args.get(i);
                let off = self.bytes.len() as u32;
                self.bytes.extend_from_slice(arg);
                Range {
                    off,
                    len: arg.len() as u32,
                }
            };
            self.ranges.push(range);
        }
        first
    }

    /// All arguments as one request.
    pub fn args(&self) -> Args<'_> {
        Args::new(&self.bytes, &self.ranges, &self.large)
    }

    /// `count` arguments from number `first` on.
    pub fn slice(&self, first: u32, count: u32) -> Args<'_> {
        let first = first as usize;
        Args::new(
            &self.bytes,
            &self.ranges[first..first + count as usize],
            &self.large,
        )
    }

    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.ranges.clear();
        self.large.clear();
    }
}

/// A request for one slot, its arguments lying elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct RunRequest {
    /// The command.
    pub command: CommandId,
    /// The slot of all its keys.
    pub slot: u16,
    /// Hash of its first key, for prefetching.
    pub hash: u64,
    /// Number of the first argument.
    pub first: u32,
    /// Number of arguments.
    pub count: u32,
}

/// Handle of a client that may block: who wins the claim may answer it.
#[derive(Clone, Debug)]
pub struct WaiterHandle {
    /// Unique on the home core.
    pub id: u64,
    /// The shared word.
    pub claim: Arc<Claim>,
}

/// A piece of one session's pipeline whose slots all belong to one core.
#[derive(Clone, Debug)]
pub struct Run {
    pub caller: Caller,
    /// First request in the packet's list.
    pub first: u32,
    /// Number of requests.
    pub count: u32,
    /// Of the last request, if it may block.
    pub waiter: Option<Box<WaiterHandle>>,
}

/// How a run or a job ended.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// All of it was executed.
    Done,
    /// Its last request waits.
    Blocked(Box<Registered>),
}

/// Where and how a request waits.
#[derive(Clone, Debug)]
pub struct Registered {
    /// When to give up, in unix milliseconds.
    pub deadline_ms: Option<i64>,
    /// What to reply then.
    pub on_timeout: commands::OnTimeout,
    /// Slots, with database and key, where the waiter is registered.
    pub places: Vec<(u16, Box<[u8]>)>,
    pub db: u32,
    pub waiter: u64,
}

/// Bytes of replies: a part of the packet's bytes, or segments where large values are among them.
#[derive(Clone, Debug)]
pub enum ReplyBytes {
    /// `start..end` of the packet's bytes.
    Inline(u32, u32),
    /// Pieces of their own.
    Segments(Box<[Segment]>),
}

/// A command over slots of several cores, on its way to the core that coordinates it.
pub struct Job {
    pub caller: Caller,
    /// Every slot it needs, ascending.
    pub slots: Vec<u16>,
    pub body: JobBody,
    pub waiter: Option<WaiterHandle>,
}

impl Job {
    /// Whether it may change a slot.
    pub(crate) fn may_write(&self) -> bool {
        match &self.body {
            JobBody::Request(command, _) => command.spec().flags.contains(Flags::WRITE),
            _ => true,
        }
    }
}

/// What a job does once it has its slots.
pub enum JobBody {
    /// One request.
    Request(CommandId, OwnedArgs),
    /// A transaction of key commands.
    Exec(Box<ExecRequest>),
    /// The request at the head of the session's queue, on its home core.
    Home,
    /// As `Home`, for a transaction that needs every slot at one moment.
    ExecWhole,
    /// The subscriptions of a session that has come from another core.
    Resubscribe,
    /// So many cores there are from then on.
    Resize(CoreId),
    /// Here is the moment of a snapshot.
    Cut,
    /// Nothing of its own: serves the waiters of keys that became ready.
    Wake,
    /// One request that needs every slot at one moment.
    Whole(CommandId, OwnedArgs, Scope),
}

/// A small change of one slot that nobody waits for.
#[derive(Clone, Debug)]
pub enum SlotNote {
    /// A session watches the key no longer.
    Unwatch { db: u32, key: Box<[u8]> },
    /// A waiter was answered elsewhere, or its client is gone.
    Unblock {
        db: u32,
        key: Box<[u8]>,
        waiter: u64,
    },
    /// A session of that core has left the channel.
    Unsubscribe { channel: Box<[u8]>, core: CoreId },
    /// A waiter's session is on another core now, which is to be told when this is known.
    Rehome(Box<Rehome>),
}

/// A message that was published, on its way to a core with subscribers. Formatted once per
/// protocol by the core that delivers it.
#[derive(Clone, Debug)]
pub struct Delivery {
    pub channel: Bytes,
    pub payload: Bytes,
}

/// What one core tells another. Small, since the memory of every message passes from one processor
/// to another: what is long lies in a box or in the packet.
pub enum Message {
    /// Execute these requests in order and answer with `Done`.
    Run(Run),
    /// Answer to a `Run` or a `Job`.
    Done {
        session: SessionId,
        /// Requests of the session that were executed.
        executed: u32,
        outcome: Outcome,
        reply: ReplyBytes,
    },
    /// A blocked client is served: its reply.
    Served {
        session: SessionId,
        waiter: u64,
        reply: ReplyBytes,
    },
    /// Coordinate this and answer with `Done`.
    Job(Box<Job>),
    /// Lend these slots to the ticket.
    Borrow { ticket: Ticket, slots: Vec<u16> },
    /// Here they are (perhaps not all yet).
    Grant {
        ticket: Ticket,
        boxes: Vec<Box<Slot>>,
    },
    /// An older ticket wants the slot: give it back if you have not run.
    Recall { ticket: Ticket, slot: u16 },
    /// Given back because of a recall; the ticket waits in its old place.
    GiveBack { ticket: Ticket, content: Box<Slot> },
    /// The ticket has run; these go home.
    Return {
        ticket: Ticket,
        boxes: Vec<Box<Slot>>,
    },
    /// The holder of a slot goes on with it under this ticket.
    Hold { ticket: Ticket, slot: u16 },
    /// A change to a slot of the receiver's.
    Note { slot: u16, note: SlotNote },
    /// Published on a channel of the receiver's: to be delivered by these cores.
    Spread {
        cores: Vec<CoreId>,
        delivery: Box<Delivery>,
    },
    /// Published messages for the receiver's sessions.
    Deliver(Box<Delivery>),
    /// Something for the logs of COMMANDLOG that a session of the receiver's asked for.
    Logged {
        session: SessionId,
        kind: LogKind,
        entry: Box<LogEntry>,
    },
    /// A core's number of subscribers of a pattern changed by `delta`; answer with
    /// `PatternKnown`.
    Pattern {
        pattern: Box<[u8]>,
        core: CoreId,
        delta: i32,
        session: SessionId,
    },
    /// As `Pattern`, for a channel that keyspace events are published to; answer with
    /// `Acknowledge`.
    EventChannel {
        channel: Box<[u8]>,
        core: CoreId,
        delta: i32,
        session: SessionId,
    },
    /// Answer to `Pattern`.
    PatternKnown {
        session: SessionId,
        pattern: Box<[u8]>,
    },
    /// Answer to `EventChannel`, `Adopt` and `Move`.
    Acknowledge { session: SessionId },
    /// Answer from what you have; the answer is a `Gathered`.
    Gather {
        session: SessionId,
        question: Arc<Question>,
        /// The slots to answer for.
        share: Share,
        /// A transaction asks with every slot in hand: answer at once, although you are held.
        in_exec: bool,
    },
    /// One core's part of an answer.
    Gathered {
        session: SessionId,
        answer: Box<Answer>,
    },
    /// A new control version; answer with `Acknowledge` to the session on `home`.
    Adopt {
        home: CoreId,
        session: SessionId,
        state: Arc<ControlState>,
    },
    /// About a session that goes from core to core.
    Travel(Travel),
    /// About cores that come and go.
    Crew(CrewMessage),
    /// About replicas.
    Replication(Box<ReplicationMessage>),
    /// Hand a slot to another core; if it is not yours any more, pass this on.
    Move(Errand),
    /// A slot is the receiver's from now on.
    HandOff(Box<Shipment>),
    /// The sender has what the old owner of this ticket's slot had sent before that left. From the
    /// old owner itself: pass that on to the new one.
    Word {
        ticket: Ticket,
        pass_to: Option<CoreId>,
    },
    /// The slot of this ticket is in its new place.
    Confirmed { ticket: Ticket },
    /// To the planning core: how busy the sender is, and with what.
    Load(Box<CoreLoad>),
    /// How far the sender is with making room; the receiver may be wanted to go on with it.
    Evict(Sweep),
    /// From the planning core: a client of the receiver's had better be on that core.
    MoveClient { client_id: u64, to: CoreId },
    /// To the conductor: the sender has a body that needs every slot.
    WantBarrier,
    /// From the conductor: no ticket younger than this gets a slot; report when none older is left.
    /// So many cores there are afterwards.
    Fence { ticket: Ticket, cores: CoreId },
    /// To the conductor: no older ticket is left here, and nothing more begins.
    Ready,
    /// From the conductor: send your whole directory to the core that has the body.
    Collect { to: CoreId },
    /// To that core: here it is.
    Whole {
        core: CoreId,
        directory: Box<Directory>,
    },
    /// From that core: it is done, take your directory and go on. So many cores there are now.
    Release {
        directory: Box<Directory>,
        cores: CoreId,
    },
    /// From that core to the conductor: all directories are on their way home.
    BarrierOver,
}

/// How far a core has come with making room.
#[derive(Clone, Copy, Debug)]
pub struct Sweep {
    /// Slots it has gone by, those of others included: the last one, over and over, by 16,384.
    pub(crate) position: u64,
    /// It has nothing that may go.
    pub(crate) dry: bool,
    /// The receiver is to answer, and to make room itself.
    pub(crate) asks: bool,
}

/// What cores tell each other of a session that goes from one to another.
pub enum Travel {
    /// A session of the sender's is the receiver's from now on; answer with `SessionCame`.
    Session(Box<Traveller>),
    /// Answer to `Session`.
    SessionCame,
    /// Answer to a `Rehome`: the sender's slot knows where the waiter is, or has it no more.
    Rehomed { session: SessionId },
    /// Nobody sends the reply of this wait to the receiver any more.
    WaitSettled { waiter: u64 },
    /// A message for a session that has gone to the receiver, by the pattern if by one.
    Relayed {
        client_id: u64,
        pattern: Option<Box<[u8]>>,
        delivery: Box<Delivery>,
    },
    /// The sender has a session's subscriptions; answer with `Aware` to it, and with `RelayMark`
    /// to the core where it was before.
    Resubscribed(Box<Resubscription>),
    /// What the sender publishes for the session comes to the receiver from now on.
    Aware { session: SessionId },
    /// What the sender publishes for the client comes to the receiver no more.
    RelayMark { client_id: u64 },
    /// There will be no more `Relayed` for the client.
    RelayEnds { client_id: u64 },
}

/// What cores tell each other of those that come and go.
pub enum CrewMessage {
    /// To core 0: so many cores are wanted.
    Want { cores: CoreId },
    /// From core 0: hand over what you have.
    Leave,
    /// To core 0: nothing is left here.
    Emptied,
    /// To a new core: what every core knows of the sender's sessions.
    Hello { hello: Box<Hello>, resizes: u64 },
    /// To core 0: every core has greeted the sender.
    Joined,
    /// To a new core: some of what the sender has said of its sessions was not so any more.
    Uncount(Box<Hello>),
    /// From a core that leaves: answer with `Echo` when you know it.
    Mark,
    /// The sender sends no more to the receiver but answers.
    Echo,
    /// To core 0: what the sender has counted.
    Legacy(Box<Legacy>),
    /// The sender says nothing more.
    LastWord,
    /// To core 0: the sender has read the last word of that core.
    Unlinked { core: CoreId },
}

/// Everything that one core tells another in one turn.
#[derive(Default)]
pub struct Packet {
    /// The sender's Lamport time.
    pub time: u64,
    pub messages: Vec<Message>,
    /// Requests of the runs among the messages.
    pub requests: Vec<RunRequest>,
    /// Arguments of the requests; their bytes hold inline replies as well.
    pub args: OwnedArgs,
}

impl Packet {
    pub(crate) fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    /// Empties the packet for use by another turn; its memory stays.
    pub(crate) fn recycle(&mut self) {
        self.messages.clear();
        self.requests.clear();
        self.args.clear();
        self.args.bytes.shrink_to(PACKET_BYTES_KEPT_MAX);
    }

    /// Stores a reply in the packet. Takes everything that `out` holds.
    pub(crate) fn store_reply(&mut self, out: &mut OutBuf) -> ReplyBytes {
        match out.only_chunk() {
            Some(chunk) if chunk.len() <= REPLY_COPY_BYTES_MAX => {
                let start = self.args.bytes.len() as u32;
                self.args.bytes.extend_from_slice(chunk);
                out.clear();
                ReplyBytes::Inline(start, self.args.bytes.len() as u32)
            }
            _ => ReplyBytes::of(out),
        }
    }
}

impl ReplyBytes {
    /// Everything that `out` holds, as it lies there.
    pub(crate) fn of(out: &mut OutBuf) -> Self {
        Self::Segments(out.take_segments().into_boxed_slice())
    }

    /// Appends the reply to a session's output; `bytes` are the packet's.
    pub(crate) fn append_to(self, bytes: &[u8], out: &mut OutBuf) {
        match self {
            Self::Inline(start, end) => out.append(&bytes[start as usize..end as usize]),
            Self::Segments(segments) => {
                for segment in segments.into_vec() {
                    match segment {
                        Segment::Chunk(chunk) => out.append(&chunk),
                        Segment::Shared(value) => out.append_shared(value),
                    }
                }
            }
        }
    }
}

/// Longer replies travel as segments of their own instead of being copied into the packet.
const REPLY_COPY_BYTES_MAX: usize = 64 * 1024;

/// What a recycled packet keeps of its memory.
const PACKET_BYTES_KEPT_MAX: usize = 256 * 1024;

#[cfg(test)]
mod tests {
    use super::*;

    /// One line of memory, less what it costs to grow by accident.
    #[test]
    fn messages_are_small() {
        assert!(size_of::<Message>() <= 48, "{}", size_of::<Message>());
        assert!(size_of::<RunRequest>() <= 24, "{}", size_of::<RunRequest>());
    }
}
