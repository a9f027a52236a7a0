//! One core of the server, as a plain value: its slots, its sessions, what it is waiting for.
//!
//! Must never know a socket, a file, a thread or a clock. A driver feeds it (bytes of sessions,
//! packets of other cores, the time) and takes what it puts out; `turn.rs` has the two calls.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use mesh::CoreId;
use resp::Segment;
use stdx::hash::KeyHasher;

use crate::advance::OUTPUT_PAUSE_BYTES;
use crate::ahead::Ahead;
use crate::balance::Balance;
use crate::call::Bodies;
use crate::client_pause::Pausing;
use crate::command_log::CommandLogs;
use crate::conductor::{Conductor, WholeJobs};
use crate::core_ports::Settling;
use crate::crew::{CoreStage, Crew};
use crate::departure::{Baggage, SessionMoves};
use crate::eviction::Eviction;
use crate::expiry::ExpiryClock;
use crate::gather::GatherTask;
use crate::hand_off::HandOffs;
use crate::loan::Loan;
use crate::memory::MemoryLimit;
use crate::message::{Delivery, Job, Packet, SessionId};
use crate::owner::{Fence, Parked, ParkedRun};
use crate::place::{Directory, SlotMap, SlotQueues};
use crate::pubsub::Channels;
use crate::rates::Rates;
use crate::replication::Replication;
use crate::report::CoreReport;
use crate::route::Forms;
use crate::session::{Session, SessionInfo, State};
use crate::shared::{ControlState, Shared, Surroundings};
use crate::slot_load::SlotLoads;
use crate::stats::SessionStats;
use crate::stopwatch::Stopwatch;
use crate::ticket::{LamportClock, Ticket};
use crate::timers::Timers;
use crate::upkeep::Untidy;

/// What a core is made with.
pub struct CoreConfig {
    pub id: CoreId,
    pub shared: Arc<Shared>,
    pub control: Arc<ControlState>,
    /// Same on all cores: slots move between them.
    pub hasher: KeyHasher,
    /// Seed of this core's random numbers.
    pub seed: u64,
    /// The core joins others that are serving, all those with lower numbers.
    pub joins: bool,
    /// Cores of this number that there were before.
    pub incarnation: u16,
    /// Keep the stamped history (for the simulator).
    pub history: bool,
    pub now_ms: i64,
    /// Nanoseconds of a clock that never goes back, for durations in statistics and logs; nothing
    /// that is executed depends on it. A simulator's may stand still.
    pub ticks_ns: fn() -> u64,
}

/// What a core asks its driver for, besides sending bytes and packets.
#[derive(Debug)]
pub enum Action {
    /// Settings changed; listeners, limits and logs may concern the driver.
    Adopted(Arc<ControlState>),
    /// Stop the whole process. `save` was asked for or not.
    Shutdown,
    /// Hold everything for so long (DEBUG SLEEP); no packet leaves before.
    Sleep { micros: u64 },
    /// Log this line at notice level.
    Log(String),
    /// Start this core, with channels to all others, and say so with [`Core::core_is_up`].
    StartCore(CoreId),
    /// Let connections come to this core.
    Listen,
    /// Let no more come, and say so with [`Core::listens_no_more`].
    StopListening,
    /// That core has said its last word: its channels are not needed any more.
    Unlink(CoreId),
    /// This core has ended.
    Ended,
}

/// Output of one turn. The driver empties it; its memory is used again.
#[derive(Default)]
pub struct Outputs {
    /// Bytes to send, in order; those of one session follow one another.
    pub sends: Vec<(SessionId, Segment)>,
    /// Connections to close; with `true`, after everything was sent.
    pub closes: Vec<(SessionId, bool)>,
    /// Connections to let go of: they are handed in with [`Core::depart`], to go to other cores.
    pub departures: Vec<SessionId>,
    /// Connections that have come from other cores, with what was handed in there.
    pub arrivals: Vec<(SessionId, Baggage)>,
    /// What was handed in of connections that have ended on their way.
    pub discarded: Vec<Baggage>,
    /// Connections to stop (`true`) or go on reading from.
    pub throttles: Vec<(SessionId, bool)>,
    /// Memory that the next so many bytes of a session are to be appended to; it comes back
    /// through [`Core::filled`], and nothing of the session is received otherwise meanwhile.
    pub lent: Vec<(SessionId, Vec<u8>, usize)>,
    /// One packet per core that has something to hear.
    pub packets: Vec<(CoreId, Packet)>,
    pub actions: Vec<Action>,
}

/// One core.
pub struct Core {
    pub(crate) id: CoreId,
    pub(crate) cores: CoreId,
    pub(crate) shared: Arc<Shared>,
    pub(crate) control: Arc<ControlState>,
    pub(crate) map: Arc<SlotMap>,
    pub(crate) prefetch: bool,
    pub(crate) now_ms: i64,

    pub(crate) directory: Box<Directory>,
    /// Stands in for the directory while that is with a body over all slots: every slot lent.
    pub(crate) stand_in: Option<Box<Directory>>,
    /// What the slots hold that a transaction with INFO has in hand, while INFO is executed.
    pub(crate) held_by_exec: Option<Box<CoreReport>>,
    pub(crate) bodies: Bodies,
    pub(crate) expiry: ExpiryClock,

    pub(crate) clock: LamportClock,
    pub(crate) queues: SlotQueues<Parked>,
    /// Slots with something left to free or to tidy.
    pub(crate) reclaiming: Untidy,
    pub(crate) pausing: Pausing,
    /// Slots that came home and whose queues were not looked at yet.
    pub(crate) came_home: VecDeque<u16>,
    pub(crate) loans: BTreeMap<Ticket, Loan>,
    pub(crate) hand_offs: HandOffs,
    pub(crate) session_moves: SessionMoves,
    pub(crate) crew: Crew,
    /// Tickets of this core that were handed their last slot and not looked at yet.
    pub(crate) complete: VecDeque<Ticket>,
    pub(crate) fence: Option<Fence>,
    /// The next barrier has begun, and the last one's directory is not home yet.
    pub(crate) next_fence: Option<(Ticket, CoreId)>,
    pub(crate) conductor: Conductor,
    pub(crate) whole_jobs: WholeJobs,
    /// Runs of other cores that arrived while a barrier holds this core.
    pub(crate) held_runs: VecDeque<ParkedRun>,
    pub(crate) sessions: Sessions,
    /// Sessions with something to do, in rotation.
    pub(crate) ready: VecDeque<SessionId>,
    pub(crate) dirty: Vec<SessionId>,
    pub(crate) channels: Channels,
    /// What was published, and the cores with subscribers: sent on when the command that did it has
    /// been answered.
    pub(crate) published: Vec<(Vec<CoreId>, Delivery)>,
    /// Messages for sessions of this core, and who sent them.
    pub(crate) deliveries: VecDeque<(CoreId, Delivery)>,
    pub(crate) timers: Timers,
    pub(crate) waiter_ids: u64,
    pub(crate) blocked_clients: usize,
    /// Replies for waiters of this core's sessions that were served here.
    pub(crate) served: VecDeque<(SessionId, u64, resp::OutBuf)>,
    /// Jobs of this core's sessions that this core coordinates.
    pub(crate) new_jobs: VecDeque<Job>,
    /// Answers that are given slice by slice.
    pub(crate) tasks: VecDeque<GatherTask>,
    pub(crate) usage: crate::report::ProcessUsage,
    pub(crate) surroundings: Option<Arc<dyn Surroundings>>,
    pub(crate) memory: MemoryLimit,
    pub(crate) eviction: Eviction,
    /// What the kernel offers, for INFO.
    pub(crate) ring_features: String,
    /// Stamp of the last turn that executed something.
    pub(crate) stamp: u64,

    pub(crate) incoming: Vec<(CoreId, Packet)>,
    pub(crate) outbox: Vec<Packet>,
    /// Runs and jobs sent to each core and not answered yet.
    pub(crate) unanswered: Vec<u32>,
    /// How requests of late looked.
    pub(crate) forms: Forms,
    /// Output of the run in hand, and requests announced: memory used again and again.
    pub(crate) run_out: Option<resp::OutBuf>,
    pub(crate) ahead: Ahead,
    pub(crate) spare_packets: Vec<Packet>,
    pub(crate) spare_inputs: Vec<Vec<u8>>,
    pub(crate) outputs: Outputs,
    pub(crate) stats: SessionStats,
    pub(crate) browser_warning_due_ms: i64,
    pub(crate) rates: Rates,
    pub(crate) balance: Balance,
    /// What each slot costs.
    pub(crate) loads: SlotLoads,
    pub(crate) logs: CommandLogs,
    /// When the turn began, by the clock for durations.
    pub(crate) turn_started_ns: u64,
    pub(crate) marks: crate::marks::Marks,
    pub(crate) settling: Settling,
    pub(crate) replication: Replication,
}

/// Input buffers and packets kept for use again.
pub(crate) const SPARES_MAX: usize = 64;

impl Core {
    /// A core that owns its part of the slots, all empty.
    pub fn new(config: CoreConfig) -> Self {
        let map = Arc::clone(&config.shared.map);
        let (cores, stage, directory) = outset(&config);
        Self {
            id: config.id,
            cores,
            directory: Box::new(directory),
            stand_in: None,
            held_by_exec: None,
            bodies: bodies_of(&config),
            expiry: ExpiryClock::default(),
            clock: LamportClock::new(config.id),
            queues: SlotQueues::new(),
            reclaiming: Untidy::default(),
            pausing: Pausing::default(),
            came_home: VecDeque::new(),
            loans: BTreeMap::new(),
            hand_offs: HandOffs::default(),
            session_moves: SessionMoves::default(),
            crew: Crew::new(stage),
            complete: VecDeque::new(),
            fence: None,
            next_fence: None,
            conductor: Conductor::default(),
            whole_jobs: WholeJobs::default(),
            held_runs: VecDeque::new(),
            sessions: Sessions::default(),
            ready: VecDeque::new(),
            dirty: Vec::new(),
            channels: Channels::default(),
            published: Vec::new(),
            deliveries: VecDeque::new(),
            timers: Timers::new(config.now_ms),
            waiter_ids: waiter_ids_from(config.incarnation),
            blocked_clients: 0,
            served: VecDeque::new(),
            new_jobs: VecDeque::new(),
            tasks: VecDeque::new(),
            usage: crate::report::ProcessUsage::default(),
            surroundings: None,
            memory: MemoryLimit::default(),
            eviction: Eviction::default(),
            ring_features: String::new(),
            stamp: 0,
            incoming: Vec::new(),
            outbox: (0..cores).map(|_| Packet::default()).collect(),
            unanswered: vec![0; usize::from(cores)],
            run_out: None,
            forms: Forms::default(),
            ahead: Ahead::default(),
            spare_packets: Vec::new(),
            spare_inputs: Vec::new(),
            outputs: Outputs::default(),
            stats: SessionStats::default(),
            browser_warning_due_ms: i64::MIN,
            rates: Rates::default(),
            balance: Balance::default(),
            loads: SlotLoads::new(config.now_ms),
            logs: CommandLogs::default(),
            turn_started_ns: 0,
            marks: crate::marks::Marks::default(),
            settling: Settling::default(),
            replication: Replication::default(),
            shared: config.shared,
            map,
            prefetch: config.control.wants_prefetch(),
            control: config.control,
            now_ms: config.now_ms,
        }
    }

    /// The settings and the like that this core goes by.
    pub fn control(&self) -> Arc<ControlState> {
        Arc::clone(&self.control)
    }

    pub fn id(&self) -> CoreId {
        self.id
    }

    /// Turns asking for memory ahead on or off, so that what it gains can be measured; as
    /// `prefetch-batch-max-size` does.
    pub fn set_prefetch(&mut self, prefetch: bool) {
        self.prefetch = prefetch;
    }

    /// A connection was accepted.
    pub fn open(&mut self, info: SessionInfo, now_ms: i64) -> SessionId {
        self.stats.connections_received += 1;
        let id = self.sessions.reserve();
        let client_id = self.shared.client_ids.next();
        let mut session = Session::new(id, client_id, info, now_ms);
        session.authenticated = self.control.settings.requirepass().is_none();
        self.note_port(&mut session);
        self.greet(&mut session);
        self.sessions.put(session);
        id
    }

    /// A connection was turned away before it became a session.
    pub fn count_rejected(&mut self) {
        self.stats.connections_rejected += 1;
    }

    /// Bytes arrived from a session. Tells whether the session wants a chunk for its replies.
    pub fn receive(&mut self, id: SessionId, bytes: &[u8]) -> bool {
        let Some(session) = self.sessions.get_mut(id) else {
            return false;
        };
        self.stats.reads += 1;
        self.stats.input_bytes += bytes.len() as u64;
        session.input_bytes += bytes.len() as u64;
        session.active_ms = self.now_ms;
        if session.closing {
            return false;
        }
        if session.input.capacity() == 0
            && let Some(spare) = self.spare_inputs.pop()
        {
            session.input = spare;
        }
        let bytes = &bytes[session.take_large(bytes)..];
        let begins_large = session.begins_large(bytes);
        session.input.extend_from_slice(bytes);
        if session.is_idle() && !session.listed {
            session.listed = true;
            self.ready.push_back(id);
        } else if session.unparsed_bytes() > THROTTLE_INPUT_BYTES
            && !session.recv_paused
            && !session.wants_the_rest()
        {
            session.recv_paused = true;
            self.outputs.throttles.push((id, true));
        }
        let wants_chunk = session.out.is_empty();
        if begins_large
            && !self.held()
            && let Some(mut session) = self.sessions.take(id)
        {
            self.parse(&mut session);
            self.sessions.put_back(session);
        }
        wants_chunk
    }

    /// The driver takes memory to receive large arguments into ([`Outputs::lent`]).
    pub fn lend_input(&mut self) {
        self.sessions.lend_input = true;
    }

    /// So many bytes came to the memory lent for a session's large argument.
    pub fn filling(&mut self, id: SessionId, bytes: usize) {
        let Some(session) = self.sessions.get_mut(id) else {
            return;
        };
        self.stats.reads += 1;
        self.stats.input_bytes += bytes as u64;
        session.input_bytes += bytes as u64;
        session.active_ms = self.now_ms;
        session.filling(bytes);
    }

    /// That memory comes back, full unless the connection is let go of.
    pub fn filled(&mut self, id: SessionId, memory: Vec<u8>) {
        let Some(session) = self.sessions.get_mut(id) else {
            return;
        };
        session.filled(memory);
        if session.is_idle() && !session.listed {
            session.listed = true;
            self.ready.push_back(id);
        }
    }

    /// The peer has sent its last byte. What it has sent is still executed; then it is closed.
    pub fn input_ended(&mut self, id: SessionId) {
        let Some(session) = self.sessions.get_mut(id) else {
            return;
        };
        session.input_ended = true;
        if matches!(session.state, State::Blocked(_)) {
            // As on Valkey, a client that leaves while it waits is gone at once.
            self.forget(id);
        } else if session.is_idle() && !session.listed {
            session.listed = true;
            self.ready.push_back(id);
        }
    }

    /// The connection is gone.
    pub fn closed(&mut self, id: SessionId) {
        self.forget(id);
    }

    /// The driver has sent so many bytes of a session's output.
    pub fn sent(&mut self, id: SessionId, bytes: usize) {
        self.stats.output_bytes += bytes as u64;
        self.stats.writes += 1;
        let Some(session) = self.sessions.get_mut(id) else {
            return;
        };
        session.unsent_bytes = session.unsent_bytes.saturating_sub(bytes);
        session.output_bytes += bytes as u64;
        let resumed = session.output_paused && session.unsent_bytes < OUTPUT_PAUSE_BYTES / 2;
        if resumed {
            session.output_paused = false;
            if session.is_idle() && !session.listed {
                session.listed = true;
                self.ready.push_back(id);
            }
        }
    }

    /// What the process uses, read by the driver now and then.
    pub fn set_usage(&mut self, usage: crate::report::ProcessUsage) {
        self.usage = usage;
    }

    /// CONFIG SET asks these before it changes anything; without them it changes settings alone.
    pub fn set_surroundings(&mut self, surroundings: Arc<dyn Surroundings>) {
        self.surroundings = Some(surroundings);
    }

    /// What the driver's ring can do, for INFO.
    pub fn set_ring_features(&mut self, features: String) {
        self.ring_features = features;
    }

    /// A packet of another core arrived.
    pub fn packet(&mut self, from: CoreId, packet: Packet) {
        self.clock.observe(packet.time);
        self.incoming.push((from, packet));
    }

    /// What the turn put out.
    pub fn outputs(&mut self) -> &mut Outputs {
        &mut self.outputs
    }

    /// When the core wants a turn even if nothing arrives, in unix milliseconds.
    pub fn next_deadline_ms(&self) -> Option<i64> {
        if self.has_work() {
            return Some(self.now_ms);
        }
        if self.whole_jobs.paused.is_some() {
            // Time stands still.
            return None;
        }
        let expiry = if self.control.active_expire && !self.keeps_expired() {
            self.expiry.next_due_ms()
        } else {
            None
        };
        [self.timers.next_due_ms(), expiry]
            .into_iter()
            .flatten()
            .min()
    }

    /// Something is to be done without anything arriving.
    pub fn has_work(&self) -> bool {
        !self.incoming.is_empty()
            || !self.reclaiming.is_empty()
            || self.makes_room()
            || self.hand_offs.has_work()
            || self.replication_has_work()
            || !(self.held() || self.ready.is_empty() && self.tasks.is_empty())
    }

    /// Number of open connections.
    pub fn session_count(&self) -> usize {
        self.sessions.len()
    }

    /// How often each subtle path was taken.
    pub fn marks(&self) -> &crate::marks::Marks {
        &self.marks
    }

    /// The stamped records since the last call (empty unless a history is kept).
    pub fn take_history(&mut self) -> Vec<crate::history::Record> {
        self.bodies
            .history
            .as_mut()
            .map_or_else(Vec::new, |history| history.take())
    }

    /// A barrier holds this core: nothing is executed.
    pub(crate) fn held(&self) -> bool {
        self.fence.as_ref().is_some_and(|fence| fence.ready)
    }

    /// Puts a session in the list of those with something to do.
    pub(crate) fn enlist(&mut self, session: &mut Session) {
        if !session.listed {
            session.listed = true;
            self.ready.push_back(session.id);
        }
    }

    /// Notes that a session has output.
    pub(crate) fn mark_dirty(&mut self, session: &mut Session) {
        if !session.dirty {
            session.dirty = true;
            self.dirty.push(session.id);
        }
    }
}

/// The first number of a core's waits, which may outlive the core on which they began.
fn waiter_ids_from(incarnation: u16) -> u64 {
    u64::from(incarnation) << 36
}

/// How many cores there are when this one begins, how it stands to them, and what it owns.
fn outset(config: &CoreConfig) -> (CoreId, CoreStage, Directory) {
    let (id, map) = (config.id, &config.shared.map);
    if config.joins {
        let directory = Directory::of_newcomer(config.hasher);
        return (id + 1, CoreStage::Joining(id), directory);
    }
    let directory = Directory::new(id, map, config.hasher);
    (map.cores(), CoreStage::Running, directory)
}

fn bodies_of(config: &CoreConfig) -> Bodies {
    Bodies::new(
        config.id,
        config.hasher,
        &config.control,
        config.seed,
        config.history,
        Stopwatch::new(config.ticks_ns),
    )
}

/// Unparsed input above this stops the reading from a session that is busy.
pub(crate) const THROTTLE_INPUT_BYTES: usize = 4 * 1024 * 1024;

/// Reading goes on below this.
pub(crate) const RESUME_INPUT_BYTES: usize = 1024 * 1024;

/// The sessions of one core.
#[derive(Default)]
pub(crate) struct Sessions {
    entries: Vec<(u32, Option<Box<Session>>)>,
    free: Vec<u32>,
    count: usize,
    /// The driver takes memory to receive large arguments into.
    pub(crate) lend_input: bool,
}

impl Sessions {
    pub(crate) fn reserve(&mut self) -> SessionId {
        let index = self.free.pop().unwrap_or_else(|| {
            self.entries.push((0, None));
            self.entries.len() as u32 - 1
        });
        self.count += 1;
        SessionId {
            index,
            generation: self.entries[index as usize].0,
        }
    }

    fn put(&mut self, session: Session) {
        let index = session.id.index as usize;
        self.entries[index].1 = Some(Box::new(session));
    }

    pub(crate) fn get_mut(&mut self, id: SessionId) -> Option<&mut Session> {
        match self.entries.get_mut(id.index as usize) {
            Some((generation, Some(session))) if *generation == id.generation => Some(session),
            _ => None,
        }
    }

    /// Takes a session out, so that it and the core can be changed side by side. `put_back` must
    /// follow.
    pub(crate) fn take(&mut self, id: SessionId) -> Option<Box<Session>> {
        match self.entries.get_mut(id.index as usize) {
            Some((generation, session)) if *generation == id.generation => session.take(),
            _ => None,
        }
    }

    pub(crate) fn put_back(&mut self, session: Box<Session>) {
        let index = session.id.index as usize;
        self.entries[index].1 = Some(session);
    }

    /// Ends a session that was taken out; its place gets another generation.
    pub(crate) fn end(&mut self, session: Box<Session>) {
        self.end_place(session.id);
    }

    /// A session that was taken out does not come back: its place gets another generation.
    pub(crate) fn end_place(&mut self, id: SessionId) {
        let entry = &mut self.entries[id.index as usize];
        entry.0 = entry.0.wrapping_add(1);
        self.free.push(id.index);
        self.count -= 1;
    }

    pub(crate) fn len(&self) -> usize {
        self.count
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Session> {
        self.entries
            .iter()
            .filter_map(|(_, session)| session.as_deref())
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Session> {
        self.entries
            .iter_mut()
            .filter_map(|(_, session)| session.as_deref_mut())
    }
}
