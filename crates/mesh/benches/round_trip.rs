//! What a message of 64 bytes to another core and its answer cost: time, and processor time of
//! both threads together.
//!
//! Run with `cargo bench -p ringkey-mesh`; takes a few seconds. Each line is the best of many
//! short rounds, since whatever else the machine does only adds to it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Barrier};
use std::time::{Duration, Instant};
use std::{fs, hint, thread};

use core_affinity::CoreId;
use mesh::{Doorbell, Receiver, Sender};

type Message = [u64; 8];

/// Requests of one round: a few milliseconds, if both cores are ours for so long.
const REQUESTS: u64 = 20_000;
/// How long rounds of one setting are repeated.
const REPEAT: Duration = Duration::from_millis(600);
const CAPACITY: usize = 1024;

#[derive(Clone, Copy)]
struct Setting {
    name: &'static str,
    in_flight: u64,
    /// Most messages taken from the ring at once; 1 takes each alone.
    batch: usize,
    /// Whether each batch ends with a look at the other's doorbell, as between real cores.
    doorbell: bool,
}

#[derive(Clone, Copy)]
struct Cost {
    wall_ns: f64,
    cpu_ns: f64,
}

fn main() {
    // Asked once, while this thread may still run anywhere: pinning is inherited.
    let ids = core_affinity::get_core_ids().unwrap_or_default();
    let cores = [0, 1].map(|rank| ids.get(rank).copied());
    if cores[1].is_none() {
        println!("one core only: these figures are of the scheduler, not of the channel");
    }
    let settings = [
        Setting {
            name: "1 in flight",
            in_flight: 1,
            batch: 64,
            doorbell: false,
        },
        Setting {
            name: "1 in flight, doorbells",
            in_flight: 1,
            batch: 64,
            doorbell: true,
        },
        Setting {
            name: "50 in flight, one by one",
            in_flight: 50,
            batch: 1,
            doorbell: false,
        },
        Setting {
            name: "50 in flight",
            in_flight: 50,
            batch: 64,
            doorbell: false,
        },
        Setting {
            name: "50 in flight, doorbells",
            in_flight: 50,
            batch: 64,
            doorbell: true,
        },
    ];
    println!(
        "{:<26}{:>14}{:>24}",
        "64-byte message and answer", "ns/request", "ns of CPU/request"
    );
    for setting in settings {
        let began = Instant::now();
        let mut best = measure(setting, cores);
        while began.elapsed() < REPEAT {
            let cost = measure(setting, cores);
            if cost.wall_ns < best.wall_ns {
                best = cost;
            }
        }
        println!(
            "{:<26}{:>14.1}{:>24.1}",
            setting.name, best.wall_ns, best.cpu_ns
        );
    }
}

fn measure(setting: Setting, cores: [Option<CoreId>; 2]) -> Cost {
    let (requests_in, requests_out) = mesh::channel::<Message>(CAPACITY);
    let (answers_in, answers_out) = mesh::channel::<Message>(CAPACITY);
    let bells = Arc::new([Doorbell::new(), Doorbell::new()]);
    let start = Arc::new(Barrier::new(2));
    let stop = Arc::new(AtomicBool::new(false));

    let echo = thread::spawn({
        let (bells, start, stop) = (Arc::clone(&bells), Arc::clone(&start), Arc::clone(&stop));
        move || {
            pin_to(cores[1]);
            start.wait();
            let before = cpu_ns();
            answer(requests_out, answers_in, setting, &bells[0], &stop);
            cpu_ns() - before
        }
    });
    pin_to(cores[0]);
    start.wait();
    let (began, before) = (Instant::now(), cpu_ns());
    ask(requests_in, answers_out, setting, &bells[1]);
    let wall = began.elapsed();
    let mine = cpu_ns() - before;
    stop.store(true, Ordering::Relaxed);
    let theirs = echo.join().expect("the echo thread does not panic");

    Cost {
        wall_ns: wall.as_nanos() as f64 / REQUESTS as f64,
        cpu_ns: (mine + theirs) as f64 / REQUESTS as f64,
    }
}

fn ask(mut to: Sender<Message>, mut from: Receiver<Message>, setting: Setting, bell: &Doorbell) {
    let (mut sent, mut answered) = (0, 0);
    while answered < REQUESTS {
        let may_send = setting.in_flight.min(REQUESTS - answered) - (sent - answered);
        for _ in 0..may_send {
            to.try_send([sent; 8])
                .expect("the ring holds more than is in flight");
            sent += 1;
        }
        if may_send > 0 && setting.doorbell {
            assert!(!bell.must_ring(), "nobody sleeps here");
        }
        for message in from.drain(setting.batch) {
            assert_eq!(message[7], answered + 1);
            answered += 1;
        }
        hint::spin_loop();
    }
}

fn answer(
    mut from: Receiver<Message>,
    mut to: Sender<Message>,
    setting: Setting,
    bell: &Doorbell,
    stop: &AtomicBool,
) {
    while !stop.load(Ordering::Relaxed) {
        let mut any = false;
        for mut message in from.drain(setting.batch) {
            message[7] += 1;
            to.try_send(message)
                .expect("the ring holds more than is in flight");
            any = true;
        }
        if any && setting.doorbell {
            assert!(!bell.must_ring(), "nobody sleeps here");
        }
        hint::spin_loop();
    }
}

/// Processor time that the calling thread has used.
fn cpu_ns() -> u64 {
    // The kernel brings the account up to date when the thread gives way.
    thread::yield_now();
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ')
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

/// Keeps the calling thread on `core`.
fn pin_to(core: Option<CoreId>) {
    if let Some(core) = core {
        core_affinity::set_for_current(core);
    }
}
