//! Engine cores driven without sockets, for the programs that measure turns.
//!
//! Must never measure a kernel's network: bytes go into the engine and out of it by calls.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use engine::{ControlState, Core, CoreConfig, Packet, ProcessFacts, SessionId, SessionInfo};
use engine::{Shared, SlotMap};
use mesh::{CoreId, Receiver, Sender, StampCounter, Versioned};
use resp::Segment;
use rustix::time::{ClockId, clock_gettime};
use settings::Settings;
use stdx::hash::KeyHasher;

/// The server's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Packets under way between two cores.
const CHANNEL_PACKETS: usize = 256;

/// Milliseconds; nothing here expires, so the clock may stand.
const NOW_MS: i64 = 1_700_000_000_000;

/// One core with its ends of the channels to a peer, if it has one.
pub struct Node {
    pub core: Core,
    peer: Option<(CoreId, Sender<Packet>, Receiver<Packet>)>,
}

impl Node {
    /// The only core.
    pub fn alone() -> Self {
        Self {
            core: core(0, &shared(1)),
            peer: None,
        }
    }

    /// Two cores with half of the slots each.
    pub fn pair() -> (Self, Self) {
        let shared = shared(2);
        let (to_second, from_first) = mesh::channel(CHANNEL_PACKETS);
        let (to_first, from_second) = mesh::channel(CHANNEL_PACKETS);
        let first = Self {
            core: core(0, &shared),
            peer: Some((1, to_second, from_second)),
        };
        let second = Self {
            core: core(1, &shared),
            peer: Some((0, to_first, from_first)),
        };
        (first, second)
    }

    /// A client of this core.
    pub fn connect(&mut self) -> SessionId {
        let info = SessionInfo {
            local: true,
            ..SessionInfo::default()
        };
        self.core.open(info, NOW_MS)
    }

    /// Whether no packet waits to be taken.
    pub fn hears_nothing(&self) -> bool {
        self.peer
            .as_ref()
            .is_none_or(|(_, _, from)| from.is_empty())
    }

    /// A turn: packets in, requests executed, packets out. Tells `answered` every session that has
    /// output, with its bytes.
    pub fn turn(&mut self, mut answered: impl FnMut(SessionId, &[u8])) {
        if let Some((peer, _, from)) = &mut self.peer {
            for packet in from.drain(CHANNEL_PACKETS) {
                self.core.packet(*peer, packet);
            }
        }
        self.core.intake(NOW_MS);
        self.core.run();
        let mut outputs = std::mem::take(self.core.outputs());
        for (_, mut packet) in outputs.packets.drain(..) {
            let Some((_, to, _)) = &mut self.peer else {
                continue;
            };
            while let Err(back) = to.try_send(packet) {
                packet = back;
                std::hint::spin_loop();
            }
        }
        for (id, segment) in outputs.sends.drain(..) {
            if let Segment::Chunk(chunk) = segment {
                answered(id, &chunk);
                self.core.sent(id, chunk.len());
                self.core.recycle_chunk(id, chunk);
            }
        }
        *self.core.outputs() = outputs;
    }
}

fn shared(cores: CoreId) -> Arc<Shared> {
    Arc::new(Shared {
        stamps: StampCounter::new(),
        client_ids: StampCounter::new(),
        log_ids: Default::default(),
        session_moves: Default::default(),
        map: Arc::new(SlotMap::even(cores)),
        facts: ProcessFacts::default(),
        control: Versioned::new(ControlState::new(Settings::default())),
    })
}

fn core(id: CoreId, shared: &Arc<Shared>) -> Core {
    let (_, control) = shared.control.newest();
    Core::new(CoreConfig {
        joins: false,
        incarnation: 0,
        id,
        shared: Arc::clone(shared),
        control,
        hasher: KeyHasher::with_seed([1, 2]),
        seed: 3,
        history: false,
        now_ms: NOW_MS,
        ticks_ns: || 0,
    })
}

/// A request in RESP, as clients send it.
pub fn request(words: &[&str]) -> Vec<u8> {
    let mut bytes = format!("*{}\r\n", words.len()).into_bytes();
    for word in words {
        bytes.extend_from_slice(format!("${}\r\n{word}\r\n", word.len()).as_bytes());
    }
    bytes
}

/// Pins the calling thread. The processors are asked for once, before any thread is pinned: one
/// that is pinned, and those that it starts, see their own only.
pub fn pin(processor: usize) {
    static PROCESSORS: OnceLock<Vec<core_affinity::CoreId>> = OnceLock::new();
    let processors = PROCESSORS.get_or_init(|| core_affinity::get_core_ids().unwrap_or_default());
    if let Some(id) = processors.get(processor) {
        core_affinity::set_for_current(*id);
    }
}

/// CPU time of the calling thread: what others do on its processor meanwhile does not count.
pub fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(
        time.tv_sec.unsigned_abs(),
        u32::try_from(time.tv_nsec).unwrap_or_default(),
    )
}

/// The one in the middle.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
