//! One measurement of one server: connects, warms up, measures, and looks at the process from
//! outside. It must never compare.

use std::io;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use super::cell::Cell;
use super::dataset::{Dataset, join};
use super::keys::{Keys, Skew};
use super::swarm::{Group, Schedule, Swarm, Tally};
use super::workload::{Asks, KEY_PREFIX, LARGE_PREFIX, OTHER_PREFIX, Operation, Workload};
use crate::link::Link;
use crate::process::{Server, cpu_time_of_this_thread, pin_this_thread};

/// What one turn yields.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    /// Server CPU time per request, in microseconds, all its threads.
    pub cpu_us: f64,
    /// Requests answered per second.
    pub throughput: f64,
    /// In microseconds, per request: closed loop from the sending of a batch, open loop from the
    /// time at which it was due, to its last reply.
    pub p50_us: f64,
    pub p99_us: f64,
    pub p999_us: f64,
    pub max_us: f64,
    pub resident_bytes: u64,
    /// Processors' worth of CPU time used by the server and by the load threads (the busiest).
    pub server_busy: f64,
    pub load_busy: f64,
    /// Open loop: the load's own delay, 99th percentile in microseconds.
    pub late_p99_us: f64,
    /// Requests for large values answered per second, beside the others.
    pub beside_per_second: f64,
}

/// How a turn is driven.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    pub cell: &'a Cell,
    pub dataset: &'a Dataset,
    pub load_cpus: &'a [usize],
    pub seconds: f64,
    pub warmup_seconds: f64,
    /// Requests per second of an open loop; else the loop is closed.
    pub rate: Option<f64>,
    /// Values are not compared with their keys.
    pub trusting: bool,
    pub seed: u64,
}

/// Lets the server run, measures it, and freezes it again.
pub fn take(server: &Server, plan: &Plan<'_>) -> io::Result<Figures> {
    server.thaw()?;
    let outcome = measure(server, plan);
    server.freeze()?;
    outcome
}

fn measure(server: &Server, plan: &Plan<'_>) -> io::Result<Figures> {
    let fixed = fixed_exchange(server, plan.cell.operation)?;
    let threads = plan.load_cpus.len();
    // The load threads and this one, at the start of the measurement.
    let barrier = Barrier::new(threads + 1);
    let (tallies, used, elapsed, resident) = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|thread| {
                let (barrier, fixed) = (&barrier, &fixed);
                scope.spawn(move || {
                    let pinned = pin_this_thread(&[plan.load_cpus[thread]]);
                    let driver = Driver::new(plan, thread, fixed);
                    drive(server, plan, pinned.map(|()| driver), barrier)
                })
            })
            .collect();
        barrier.wait();
        let cpu_before = server.cpu_time();
        let start = Instant::now();
        std::thread::sleep(Duration::from_secs_f64(plan.seconds));
        let elapsed = start.elapsed().as_secs_f64();
        let cpu_after = server.cpu_time();
        let resident = server.resident_bytes();
        // Meanwhile the load threads wait for the last replies.
        let tallies: io::Result<Vec<(Vec<Tally>, Duration)>> =
            handles.into_iter().map(|handle| join(handle)).collect();
        let used = (cpu_after? - cpu_before?).as_secs_f64();
        Ok::<_, io::Error>((tallies?, used, elapsed, resident?))
    })?;
    Ok(figures(&tallies, used, elapsed, resident))
}

/// A request that is always the same, with its reply as this server gives it now.
fn fixed_exchange(server: &Server, operation: Operation) -> io::Result<Option<(Vec<u8>, Vec<u8>)>> {
    let Some(words) = operation.fixed_request() else {
        return Ok(None);
    };
    let mut request = Vec::new();
    crate::wire::push_command(&mut request, &words);
    let reply = Link::connect(server.addr())?.ask(&words)?;
    if !reply.starts_with(b":") || reply == b":0\r\n" {
        let got = crate::wire::shown(&reply, 80);
        return Err(io::Error::other(format!("{operation} is answered {got}")));
    }
    Ok(Some((request, reply)))
}

/// What the clients beside the others ask: large values if there are any, else MSET of keys of
/// their own.
fn asked_beside(dataset: &Dataset, seed: u64) -> Asks {
    let (operation, prefix, keys, value_bytes) = match dataset.large {
        Some(large) => (Operation::Get, LARGE_PREFIX, large.keys, large.value_bytes),
        None => {
            let Dataset {
                keys, value_bytes, ..
            } = *dataset;
            (Operation::Mset, OTHER_PREFIX, keys, value_bytes)
        }
    };
    Asks {
        operation,
        keys: Keys::random(seed, keys, Skew::Uniform),
        prefix,
        value_bytes,
        seed,
    }
}

/// What one load thread does.
struct Driver {
    groups: Vec<Group>,
    works: Vec<Workload>,
    /// This thread's share of an open loop: seconds between batches, and before the first.
    pace: Option<(f64, f64)>,
}

impl Driver {
    fn new(plan: &Plan<'_>, thread: usize, fixed: &Option<(Vec<u8>, Vec<u8>)>) -> Self {
        let threads = plan.load_cpus.len();
        let share = |clients: usize| clients / threads + usize::from(thread < clients % threads);
        let cell = plan.cell;
        let seed = plan.seed ^ ((thread as u64) << 32);
        let mut work = Workload::new(Asks {
            operation: cell.operation,
            keys: Keys::random(seed, plan.dataset.keys, cell.skew),
            prefix: KEY_PREFIX,
            value_bytes: plan.dataset.value_bytes,
            seed,
        });
        if let Some((request, reply)) = fixed {
            work = work.fixed(request.clone(), reply.clone());
        }
        if plan.trusting {
            work = work.trusting();
        }
        let mut groups = vec![Group {
            clients: share(cell.clients),
            depth: cell.depth,
        }];
        let mut works = vec![work];
        if cell.beside_clients > 0 {
            groups.push(Group {
                clients: share(cell.beside_clients),
                depth: 1,
            });
            works.push(Workload::new(asked_beside(plan.dataset, seed)));
        }
        let pace = plan.rate.map(|rate| {
            let gap = cell.depth as f64 * threads as f64 / rate;
            (gap, gap * thread as f64 / threads as f64)
        });
        Self {
            groups,
            works,
            pace,
        }
    }

    fn run(&mut self, swarm: &mut Swarm, seconds: f64) -> io::Result<Vec<Tally>> {
        let now = Instant::now();
        let end = now + Duration::from_secs_f64(seconds);
        match self.pace {
            None => swarm.run(&mut self.works, Some(end)),
            Some((gap, before)) => {
                let schedule = Schedule {
                    start: now + Duration::from_secs_f64(before),
                    gap: Duration::from_secs_f64(gap),
                    end,
                };
                Ok(vec![swarm.run_open(&mut self.works[0], schedule)?])
            }
        }
    }
}

/// One load thread: warm-up, the measurement after the barrier, and its own CPU time in it.
fn drive(
    server: &Server,
    plan: &Plan<'_>,
    driver: io::Result<Driver>,
    barrier: &Barrier,
) -> io::Result<(Vec<Tally>, Duration)> {
    let prepared = driver.and_then(|mut driver| {
        let mut swarm = Swarm::connect(server.addr(), &driver.groups)?;
        driver.run(&mut swarm, plan.warmup_seconds)?;
        Ok((driver, swarm))
    });
    // Failed or not, the others must not wait for ever.
    barrier.wait();
    let cpu_before = cpu_time_of_this_thread();
    let tallies = prepared.and_then(|(mut driver, mut swarm)| driver.run(&mut swarm, plan.seconds));
    let used = cpu_time_of_this_thread().saturating_sub(cpu_before);
    Ok((tallies?, used))
}

fn figures(
    tallies: &[(Vec<Tally>, Duration)],
    used: f64,
    elapsed: f64,
    resident_bytes: u64,
) -> Figures {
    let mut all = Tally::default();
    let mut large = 0;
    let mut load_busy = 0.0f64;
    for (groups, cpu) in tallies {
        all.merge(&groups[0]);
        large += groups[1..].iter().map(|tally| tally.requests).sum::<u64>();
        load_busy = load_busy.max(cpu.as_secs_f64() / elapsed);
    }
    let requests = (all.requests + large).max(1) as f64;
    let micros = |percentile: f64| all.latencies.value_at_percentile(percentile) as f64 / 1000.0;
    Figures {
        cpu_us: used * 1e6 / requests,
        throughput: all.requests as f64 / elapsed,
        p50_us: micros(50.0),
        p99_us: micros(99.0),
        p999_us: micros(99.9),
        max_us: all.longest.as_secs_f64() * 1e6,
        resident_bytes,
        server_busy: used / elapsed,
        load_busy,
        late_p99_us: all.lateness.value_at_percentile(99.0) as f64 / 1000.0,
        beside_per_second: large as f64 / elapsed,
    }
}
