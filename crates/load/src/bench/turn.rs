//! One measurement of one server: connects, warms up, measures, and looks at the process from
//! outside. It must never compare.

use std::io;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use stdx::rng::Rng;

use super::Options;
use super::swarm::{Swarm, Tally};
use super::workload::{Keys, Operation, Workload};
use crate::link::Link;
use crate::process::{Server, cpu_time_of_this_thread, pin_this_thread};

/// Requests in flight per connection while loading.
const LOAD_DEPTH: usize = 64;

/// What one turn yields.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    /// Server CPU time per request, in microseconds, all its threads.
    pub cpu_us: f64,
    /// Requests answered per second.
    pub throughput: f64,
    /// From the sending of a batch to its last reply, in microseconds.
    pub p50_us: f64,
    pub p99_us: f64,
    pub p999_us: f64,
    pub resident_bytes: u64,
    /// Processors' worth of CPU time used by the server and by the load threads (the busiest).
    pub server_busy: f64,
    pub load_busy: f64,
}

/// Writes every key once and checks their number. Returns the seconds it took.
pub fn load(server: &Server, options: &Options) -> io::Result<f64> {
    let start = Instant::now();
    let threads = options.load_cpus.len() as u64;
    let clients = options.clients.div_ceil(options.load_cpus.len());
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|thread| {
                let cpu = options.load_cpus[thread as usize];
                let keys = Keys::Sequential {
                    next: options.keys * thread / threads,
                    end: options.keys * (thread + 1) / threads,
                };
                scope.spawn(move || {
                    pin_this_thread(&[cpu])?;
                    let mut work = Workload::new(Operation::Set, keys, options.value_bytes, 0);
                    Swarm::connect(server.addr(), clients, LOAD_DEPTH)?.run(&mut work, None)
                })
            })
            .collect();
        handles
            .into_iter()
            .try_for_each(|handle| join(handle).map(|_| ()))
    })?;
    let reply = Link::connect(server.addr())?.ask(&["DBSIZE"])?;
    let expected = format!(":{}\r\n", options.keys);
    if reply != expected.as_bytes() {
        let got = crate::wire::shown(&reply, 80);
        return Err(io::Error::other(format!(
            "DBSIZE is {got} instead of {}",
            options.keys
        )));
    }
    Ok(start.elapsed().as_secs_f64())
}

/// Lets the server run, measures it, and freezes it again.
pub fn take(
    server: &Server,
    options: &Options,
    operation: Operation,
    depth: usize,
    seed: u64,
) -> io::Result<Figures> {
    server.thaw()?;
    let threads = options.load_cpus.len();
    // The load threads and this one, at the start of the measurement.
    let barrier = Barrier::new(threads + 1);
    let outcome = std::thread::scope(|scope| {
        let handles: Vec<_> = options
            .load_cpus
            .iter()
            .enumerate()
            .map(|(thread, cpu)| {
                let barrier = &barrier;
                let clients =
                    options.clients / threads + usize::from(thread < options.clients % threads);
                scope.spawn(move || {
                    pin_this_thread(&[*cpu])?;
                    let keys = Keys::Random {
                        rng: Rng::new(seed ^ ((thread as u64) << 32)),
                        count: options.keys,
                    };
                    let work = Workload::new(operation, keys, options.value_bytes, seed);
                    drive(server, options, work, clients, depth, barrier)
                })
            })
            .collect();
        barrier.wait();
        let cpu_before = server.cpu_time();
        let start = Instant::now();
        std::thread::sleep(Duration::from_secs_f64(options.seconds));
        let elapsed = start.elapsed().as_secs_f64();
        let cpu_after = server.cpu_time();
        let resident = server.resident_bytes();
        // Meanwhile the load threads wait for the last replies.
        let tallies: io::Result<Vec<(Tally, Duration)>> =
            handles.into_iter().map(|handle| join(handle)).collect();
        let used = (cpu_after? - cpu_before?).as_secs_f64();
        Ok::<_, io::Error>((tallies?, used, elapsed, resident?))
    });
    server.freeze()?;
    let (tallies, used, elapsed, resident_bytes) = outcome?;
    Ok(figures(&tallies, used, elapsed, resident_bytes))
}

/// One load thread: warm-up, the measurement after the barrier, and its own CPU time in it.
fn drive(
    server: &Server,
    options: &Options,
    mut work: Workload,
    clients: usize,
    depth: usize,
    barrier: &Barrier,
) -> io::Result<(Tally, Duration)> {
    let prepared = Swarm::connect(server.addr(), clients, depth).and_then(|mut swarm| {
        let warmup = Duration::from_secs_f64(options.warmup_seconds);
        swarm.run(&mut work, Some(Instant::now() + warmup))?;
        Ok(swarm)
    });
    // Failed or not, the others must not wait for ever.
    barrier.wait();
    let cpu_before = cpu_time_of_this_thread();
    let until = Instant::now() + Duration::from_secs_f64(options.seconds);
    let tally = prepared.and_then(|mut swarm| swarm.run(&mut work, Some(until)));
    let used = cpu_time_of_this_thread().saturating_sub(cpu_before);
    Ok((tally?, used))
}

fn figures(tallies: &[(Tally, Duration)], used: f64, elapsed: f64, resident_bytes: u64) -> Figures {
    let mut all = Tally::default();
    let mut load_busy = 0.0f64;
    for (tally, cpu) in tallies {
        all.requests += tally.requests;
        all.latencies.merge(&tally.latencies);
        load_busy = load_busy.max(cpu.as_secs_f64() / elapsed);
    }
    let requests = all.requests.max(1) as f64;
    let micros = |percentile: f64| all.latencies.value_at_percentile(percentile) as f64 / 1000.0;
    Figures {
        cpu_us: used * 1e6 / requests,
        throughput: all.requests as f64 / elapsed,
        p50_us: micros(50.0),
        p99_us: micros(99.0),
        p999_us: micros(99.9),
        resident_bytes,
        server_busy: used / elapsed,
        load_busy,
    }
}

fn join<T>(handle: std::thread::ScopedJoinHandle<'_, io::Result<T>>) -> io::Result<T> {
    handle
        .join()
        .unwrap_or_else(|_| Err(io::Error::other("a load thread panicked")))
}
