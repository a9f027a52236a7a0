//! What a hop costs: two engine cores on two threads without sockets, 50 clients with one GET of
//! a 16-byte key and a 64-byte value each in flight. Once all keys belong to the clients' core,
//! once to the other; the difference of the time in which both threads were busy is the hop.
//!
//! Must never measure a kernel's network: bytes go into the engine and out of it by calls.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use engine::{ControlState, Core, CoreConfig, Packet, ProcessFacts, SessionId, SessionInfo};
use engine::{Shared, SlotMap};
use mesh::{CoreId, Receiver, Sender, StampCounter, Versioned};
use resp::Segment;
use settings::Settings;
use stdx::hash::KeyHasher;
use stdx::slot::slot_of;

const CLIENTS: usize = 50;
const KEYS: usize = 4096;
const REQUESTS: u64 = 2_000_000;
const ROUNDS: usize = 5;
const CHANNEL_PACKETS: usize = 256;

/// Milliseconds; nothing here expires, so the clock may stand.
const NOW_MS: i64 = 1_700_000_000_000;

/// One core with its ends of the channels.
struct Node {
    core: Core,
    to: Sender<Packet>,
    from: Receiver<Packet>,
    peer: CoreId,
}

impl Node {
    /// A turn: packets in, requests executed, packets out. Adds every session that has a reply
    /// to `answered`.
    fn turn(&mut self, answered: &mut Vec<SessionId>) {
        for packet in self.from.drain(CHANNEL_PACKETS) {
            self.core.packet(self.peer, packet);
        }
        self.core.intake(NOW_MS);
        self.core.run();
        let mut outputs = std::mem::take(self.core.outputs());
        for (_, mut packet) in outputs.packets.drain(..) {
            while let Err(back) = self.to.try_send(packet) {
                packet = back;
                std::hint::spin_loop();
            }
        }
        for (id, segments) in outputs.sends.drain(..) {
            answered.push(id);
            for segment in segments {
                if let Segment::Chunk(chunk) = segment {
                    self.core.sent(id, chunk.len());
                    self.core.recycle_chunk(id, chunk);
                }
            }
        }
        *self.core.outputs() = outputs;
    }
}

fn pair() -> (Node, Node) {
    let control = ControlState::new(Settings::default());
    let shared = Arc::new(Shared {
        stamps: StampCounter::new(),
        client_ids: StampCounter::new(),
        log_ids: Default::default(),
        map: Arc::new(SlotMap::even(2)),
        facts: ProcessFacts::default(),
        control: Versioned::new(control),
    });
    let core = |id| {
        let (_, control) = shared.control.newest();
        Core::new(CoreConfig {
            id,
            shared: Arc::clone(&shared),
            control,
            hasher: KeyHasher::with_seed([1, 2]),
            seed: 3,
            history: false,
            prefetch: true,
            now_ms: NOW_MS,
            ticks_ns: || 0,
        })
    };
    let (to_second, from_first) = mesh::channel(CHANNEL_PACKETS);
    let (to_first, from_second) = mesh::channel(CHANNEL_PACKETS);
    let first = Node {
        core: core(0),
        to: to_second,
        from: from_second,
        peer: 1,
    };
    let second = Node {
        core: core(1),
        to: to_first,
        from: from_first,
        peer: 0,
    };
    (first, second)
}

/// 16-byte keys whose slots belong to `owner`.
fn keys_of(owner: CoreId) -> Vec<String> {
    let map = SlotMap::even(2);
    (0..)
        .map(|number: u64| format!("key:{number:012}"))
        .filter(|key| map.owner(slot_of(key.as_bytes())) == owner)
        .take(KEYS)
        .collect()
}

fn request(words: &[&str]) -> Vec<u8> {
    let mut bytes = format!("*{}\r\n", words.len()).into_bytes();
    for word in words {
        bytes.extend_from_slice(format!("${}\r\n{word}\r\n", word.len()).as_bytes());
    }
    bytes
}

/// Time that both threads were busy with one GET, in nanoseconds: the home core's, the owner's.
fn measure(owner: CoreId, requests: u64) -> (f64, f64) {
    let (mut home, mut other) = pair();
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let thread = std::thread::spawn(move || {
        pin(1);
        let mut busy = Duration::ZERO;
        while !stopped.load(Ordering::Relaxed) {
            if other.from.is_empty() {
                std::hint::spin_loop();
                continue;
            }
            let begin = Instant::now();
            other.turn(&mut Vec::new());
            busy += begin.elapsed();
        }
        busy
    });
    pin(0);
    let keys = keys_of(owner);
    let value = "v".repeat(64);
    let sets: Vec<Vec<u8>> = keys
        .iter()
        .map(|key| request(&["SET", key, &value]))
        .collect();
    let gets: Vec<Vec<u8>> = keys.iter().map(|key| request(&["GET", key])).collect();
    drive(&mut home, &sets, sets.len() as u64);
    let busy = drive(&mut home, &gets, requests);
    stop.store(true, Ordering::Relaxed);
    // The SETs are a thousandth of the owner's work.
    let other_busy = thread.join().unwrap_or_default();
    (
        per_request(busy, requests),
        per_request(other_busy, requests),
    )
}

/// Keeps one request in flight for each client until `count` were answered. Returns how long the
/// core was busy.
fn drive(node: &mut Node, requests: &[Vec<u8>], count: u64) -> Duration {
    let info = || SessionInfo {
        local: true,
        ..SessionInfo::default()
    };
    let clients: Vec<SessionId> = (0..CLIENTS)
        .map(|_| node.core.open(info(), NOW_MS))
        .collect();
    let mut next = requests.iter().cycle();
    let (mut sent, mut answered) = (0, 0);
    let mut ready = clients.clone();
    let mut busy = Duration::ZERO;
    while answered < count {
        if ready.is_empty() && node.from.is_empty() {
            std::hint::spin_loop();
            continue;
        }
        let begin = Instant::now();
        for client in ready.drain(..) {
            if sent < count
                && let Some(request) = next.next()
            {
                node.core.receive(client, request);
                sent += 1;
            }
        }
        node.turn(&mut ready);
        busy += begin.elapsed();
        answered += ready.len() as u64;
    }
    for client in clients {
        node.core.closed(client);
    }
    busy
}

fn per_request(busy: Duration, requests: u64) -> f64 {
    busy.as_nanos() as f64 / requests as f64
}

/// Pins the calling thread. The processors are asked for once, before any thread is pinned: one
/// that is pinned, and those that it starts, see their own only.
fn pin(processor: usize) {
    static PROCESSORS: OnceLock<Vec<core_affinity::CoreId>> = OnceLock::new();
    let processors = PROCESSORS.get_or_init(|| core_affinity::get_core_ids().unwrap_or_default());
    if let Some(id) = processors.get(processor) {
        core_affinity::set_for_current(*id);
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[allow(clippy::print_stdout)]
fn main() {
    let requests = std::env::args()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(REQUESTS);
    let (mut locals, mut hops) = (Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        let (local, idle) = measure(0, requests);
        let (home, owner) = measure(1, requests);
        println!(
            "round {round}: local {local:.0} ns (other core {idle:.0}), \
             remote {home:.0} + {owner:.0} ns, hop {:.0} ns",
            home + owner - local
        );
        locals.push(local);
        hops.push(home + owner - local);
    }
    println!(
        "median: local {:.0} ns, hop {:.0} ns a request",
        median(locals),
        median(hops)
    );
}
