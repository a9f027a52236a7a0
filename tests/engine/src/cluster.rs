//! Cores, what is on its way between them, and what their connections have to read.
//!
//! Must never decide when time passes: that is the caller's.

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::{
    Action, ControlState, Core, CoreConfig, MemoryFigures, Packet, ProcessFacts, ProcessMemory,
    SessionId, SessionInfo, Shared, SlotMap,
};
use mesh::{CoreId, StampCounter, Versioned};
use resp::Segment;
use settings::Settings;
use stdx::hash::KeyHasher;

/// Where the clock stands at the start, in Unix milliseconds.
const START_MS: i64 = 1_700_000_000_000;

/// Rounds of turns after which cores that still have work are taken for stuck.
const ROUNDS_MAX: usize = 1_000_000;

/// What a connection's client sees.
#[derive(Default)]
struct Line {
    received: Vec<u8>,
    closed: bool,
}

/// A process whose memory never changes: a limit below it refuses everything, one above it nothing.
struct Unchanging;

const USED_BYTES: u64 = 64 * 1024 * 1024;

impl ProcessMemory for Unchanging {
    fn used_bytes(&self) -> u64 {
        USED_BYTES
    }

    fn figures(&self) -> MemoryFigures {
        MemoryFigures {
            used: USED_BYTES,
            used_peak: USED_BYTES,
            startup: USED_BYTES,
            allocated: USED_BYTES,
            besides: 0,
            rss: USED_BYTES,
        }
    }

    fn give_back(&self) {}

    fn report(&self) -> String {
        "no allocator".to_owned()
    }
}

/// Handle of a connection.
pub(crate) type LineId = (CoreId, SessionId);

pub(crate) struct Cluster {
    cores: Vec<Core>,
    now_ms: i64,
    under_way: Vec<(CoreId, CoreId, Packet)>,
    lines: BTreeMap<LineId, Line>,
    opened: usize,
    /// The server was told to end.
    ended: bool,
}

impl Cluster {
    pub(crate) fn new(cores: CoreId, mut settings: Settings) -> Self {
        // Cores and connections stay: nothing here carries them to another core.
        let count = cores.to_string();
        let stay: [(&[u8], &[u8]); 3] = [
            (b"balance", b"manual"),
            (b"cores-min", count.as_bytes()),
            (b"cores-max", count.as_bytes()),
        ];
        let set = settings.set_runtime(&stay, true);
        assert!(set.is_ok(), "{set:?}");
        let shared = Arc::new(Shared {
            stamps: StampCounter::new(),
            client_ids: StampCounter::new(),
            log_ids: Default::default(),
            session_moves: Default::default(),
            map: Arc::new(SlotMap::even(cores)),
            facts: ProcessFacts {
                started_ms: START_MS,
                node_id: "a".repeat(40),
                shard_id: "b".repeat(40),
                ..ProcessFacts::default()
            },
            control: Versioned::new(ControlState::new(settings)),
        });
        let core = |id| {
            let (_, control) = shared.control.newest();
            let mut core = Core::new(CoreConfig {
                joins: false,
                incarnation: 0,
                id,
                shared: Arc::clone(&shared),
                control,
                hasher: KeyHasher::with_seed([1, 2]),
                seed: 3 + u64::from(id),
                history: false,
                now_ms: START_MS,
                ticks_ns: || 0,
            });
            core.set_memory(Arc::new(Unchanging));
            core
        };
        Self {
            cores: (0..cores).map(core).collect(),
            now_ms: START_MS,
            under_way: Vec::new(),
            lines: BTreeMap::new(),
            opened: 0,
            ended: false,
        }
    }

    /// A connection to the next core in turn.
    pub(crate) fn open(&mut self) -> LineId {
        let core = self.opened % self.cores.len();
        self.opened += 1;
        let info = SessionInfo {
            addr: format!("127.0.0.1:{}", 40_000 + self.opened),
            laddr: "127.0.0.1:6379".into(),
            fd: 8 + self.opened as i32,
            unix: false,
            local: true,
        };
        let session = self.cores[core].open(info, self.now_ms);
        let line = (core as CoreId, session);
        self.lines.insert(line, Line::default());
        self.settle();
        line
    }

    pub(crate) fn send(&mut self, line: LineId, bytes: &[u8]) {
        if !self.is_closed(line) {
            self.core(line).receive(line.1, bytes);
            self.settle();
        }
    }

    pub(crate) fn half_close(&mut self, line: LineId) {
        if !self.is_closed(line) {
            self.core(line).input_ended(line.1);
            self.settle();
        }
    }

    /// The client has gone.
    pub(crate) fn close(&mut self, line: LineId) {
        if !self.is_closed(line) {
            self.core(line).closed(line.1);
            self.settle();
        }
        self.lines.remove(&line);
    }

    /// What has come since the last call.
    pub(crate) fn take(&mut self, line: LineId) -> Vec<u8> {
        let line = self.lines.get_mut(&line);
        line.map(|line| std::mem::take(&mut line.received))
            .unwrap_or_default()
    }

    pub(crate) fn is_closed(&self, line: LineId) -> bool {
        self.ended || self.lines.get(&line).is_none_or(|line| line.closed)
    }

    pub(crate) fn now_ms(&self) -> i64 {
        self.now_ms
    }

    /// When something is due, if anything is before `limit_ms`; else that.
    pub(crate) fn next_moment(&self, limit_ms: i64) -> i64 {
        let due = self.cores.iter().filter_map(Core::next_deadline_ms).min();
        due.map_or(limit_ms, |at_ms| {
            at_ms.clamp(self.now_ms + 1, limit_ms.max(self.now_ms + 1))
        })
    }

    /// Moves the clock; everything that is due by then happens.
    pub(crate) fn move_to(&mut self, at_ms: i64) {
        self.now_ms = self.now_ms.max(at_ms);
        self.turns();
        self.settle();
    }

    fn core(&mut self, line: LineId) -> &mut Core {
        &mut self.cores[usize::from(line.0)]
    }

    /// Turns until no core has anything to do but wait.
    fn settle(&mut self) {
        for _ in 0..ROUNDS_MAX {
            if self.under_way.is_empty() && !self.cores.iter().any(Core::has_work) {
                return;
            }
            self.turns();
        }
        panic!("the cores did not come to rest in {ROUNDS_MAX} rounds");
    }

    /// One turn of each core.
    fn turns(&mut self) {
        for (to, from, packet) in std::mem::take(&mut self.under_way) {
            self.cores[usize::from(to)].packet(from, packet);
        }
        for core in 0..self.cores.len() {
            self.cores[core].intake(self.now_ms);
            self.cores[core].run();
            self.put_out(core);
        }
    }

    fn put_out(&mut self, core: usize) {
        let mut outputs = std::mem::take(self.cores[core].outputs());
        let id = core as CoreId;
        for action in outputs.actions.drain(..) {
            match action {
                Action::Shutdown => self.ended = true,
                Action::Sleep { micros } => self.now_ms += (micros / 1000) as i64,
                // As many cores as at the start.
                Action::StartCore(core) => self.cores[0].core_failed(core),
                Action::Adopted(_)
                | Action::Log(_)
                | Action::Listen
                | Action::StopListening
                | Action::Unlink(_)
                | Action::Ended => {}
            }
        }
        for (session, segment) in outputs.sends.drain(..) {
            if let Some(line) = self.lines.get_mut(&(id, session)) {
                line.received.extend_from_slice(segment.as_slice());
            }
            self.cores[core].sent(session, segment.as_slice().len());
            if let Segment::Chunk(chunk) = segment {
                self.cores[core].recycle_chunk(session, chunk);
            }
        }
        for (session, _) in outputs.closes.drain(..) {
            if let Some(line) = self.lines.get_mut(&(id, session)) {
                line.closed = true;
            }
            self.cores[core].closed(session);
        }
        outputs.throttles.clear();
        for (to, packet) in outputs.packets.drain(..) {
            self.under_way.push((to, id, packet));
        }
        // What closing and sending put out meanwhile is of the next turn.
        let meanwhile = std::mem::replace(self.cores[core].outputs(), outputs);
        let outputs = self.cores[core].outputs();
        outputs.sends.extend(meanwhile.sends);
        outputs.closes.extend(meanwhile.closes);
        outputs.packets.extend(meanwhile.packets);
        outputs.actions.extend(meanwhile.actions);
    }
}
