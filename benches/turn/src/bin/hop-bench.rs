//! What a hop costs: two engine cores on two threads without sockets, 50 clients with one GET of
//! a 16-byte key and a 64-byte value each in flight. Once all keys belong to the clients' core,
//! once to the other; the difference of the time in which both threads were busy is the hop. In the
//! same round as many bytes go to and fro through the same kind of channel with nothing else done:
//! what the machine takes for that at the time, which differs much with where a hypervisor has put
//! the two processors.
//!
//! Must never count the time in which a core waits for the other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

#[path = "hop-bench/bare.rs"]
mod bare;

use clap::Parser;
use engine::{SessionId, SlotMap};
use mesh::CoreId;
use stdx::slot::slot_of;
use turn_bench::{Node, median, pin, request};

const CLIENTS: usize = 50;
const KEYS: usize = 4096;

/// The cost of a hop between two cores.
#[derive(Parser)]
struct Arguments {
    /// Requests of each measurement.
    #[arg(default_value_t = 2_000_000)]
    requests: u64,
    /// Pairs of measurements.
    #[arg(long, default_value_t = 5)]
    rounds: u32,
}

/// What one thread has done.
#[derive(Clone, Copy, Default)]
struct Work {
    busy: Duration,
    turns: u64,
}

#[allow(clippy::print_stdout)]
fn main() {
    let arguments = Arguments::parse();
    let requests = arguments.requests;
    let (mut locals, mut hops, mut bares) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=arguments.rounds {
        let (local, _) = measure(0, requests);
        let (home, owner) = measure(1, requests);
        let bare = bare::measure(requests);
        let [here, there, other] = [local, home, owner].map(|work| per_request(work, requests));
        println!(
            "round {round}: local {here:.0} ns, remote {there:.0} + {other:.0} ns, hop {:.0} ns, \
             bytes alone {bare:.0} ns; requests a turn: {:.0} local, {:.0} + {:.0} remote",
            there + other - here,
            requests as f64 / local.turns as f64,
            requests as f64 / home.turns as f64,
            requests as f64 / owner.turns as f64,
        );
        locals.push(here);
        hops.push(there + other - here);
        bares.push(bare);
    }
    println!(
        "median: local {:.0} ns, hop {:.0} ns a request, bytes alone {:.0} ns",
        median(locals),
        median(hops),
        median(bares)
    );
}

/// What both threads had to do for GETs of keys that belong to `owner`: the home core's thread, the
/// other's.
fn measure(owner: CoreId, requests: u64) -> (Work, Work) {
    let (mut home, mut other) = Node::pair();
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let thread = std::thread::spawn(move || {
        pin(1);
        let mut work = Work::default();
        while !stopped.load(Ordering::Relaxed) {
            if other.hears_nothing() {
                std::hint::spin_loop();
                continue;
            }
            let begin = Instant::now();
            other.turn(|_, _| {});
            work.busy += begin.elapsed();
            work.turns += 1;
        }
        work
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
    let work = drive(&mut home, &gets, requests);
    stop.store(true, Ordering::Relaxed);
    // The SETs are a thousandth of the owner's work.
    (work, thread.join().unwrap_or_default())
}

/// Keeps one request in flight for each client until `count` were answered.
fn drive(node: &mut Node, requests: &[Vec<u8>], count: u64) -> Work {
    let mut ready: Vec<SessionId> = (0..CLIENTS).map(|_| node.connect()).collect();
    let clients = ready.clone();
    let mut next = requests.iter().cycle();
    let (mut sent, mut answered) = (0, 0);
    let mut work = Work::default();
    while answered < count {
        if ready.is_empty() && node.hears_nothing() {
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
        node.turn(|client, _| ready.push(client));
        work.busy += begin.elapsed();
        work.turns += 1;
        answered += ready.len() as u64;
    }
    for client in clients {
        node.core.closed(client);
    }
    work
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

fn per_request(work: Work, requests: u64) -> f64 {
    work.busy.as_nanos() as f64 / requests as f64
}
