//! What a request costs inside one core: parsing, routing, prefetching, execution and reply, driven
//! without sockets by clients with pipelines of one depth and random keys.
//!
//! Counted is the CPU time of the one thread.
//!
//! Must never count the making of requests, nor the loading of keys.

use std::time::Duration;

use clap::{Parser, ValueEnum};
use engine::SessionId;
use stdx::rng::Rng;
use turn_bench::{Node, cpu_time, median, pin, request};

/// The cost of a request inside one core.
#[derive(Parser)]
struct Arguments {
    /// Keys of 16 bytes that there are.
    #[arg(long, default_value_t = 5_000_000)]
    keys: u64,
    /// Bytes of each value.
    #[arg(long, default_value_t = 64)]
    value_bytes: usize,
    /// Requests in each pipeline.
    #[arg(long, value_delimiter = ',', default_values_t = [1, 16, 64])]
    depth: Vec<usize>,
    /// Clients, each with a pipeline a turn.
    #[arg(long, default_value_t = 50)]
    clients: usize,
    /// What is requested.
    #[arg(long, value_delimiter = ',', default_values_t = [Op::Get, Op::Set])]
    ops: Vec<Op>,
    /// Requests of each measurement.
    #[arg(long, default_value_t = 2_000_000)]
    requests: u64,
    /// Measurements of each kind, with and without prefetching in turns.
    #[arg(long, default_value_t = 5)]
    rounds: u32,
    /// Measures with prefetching alone.
    #[arg(long)]
    prefetch_only: bool,
    /// Measures the first kind once for each line of standard input and prints nanoseconds: two
    /// builds asked in turns are compared under the same noise.
    #[arg(long)]
    follow: bool,
    /// Burns so many percent of each turn's time in addition: a slow-down of known size, to see
    /// whether a comparison notices it.
    #[arg(long, default_value_t = 0.0)]
    plant_percent: f64,
}

#[derive(Clone, Copy, ValueEnum)]
enum Op {
    Get,
    Set,
    Ping,
}

impl std::fmt::Display for Op {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Get => "get",
            Self::Set => "set",
            Self::Ping => "ping",
        })
    }
}

#[allow(clippy::print_stdout)]
fn main() {
    let arguments = Arguments::parse();
    pin(0);
    let mut node = Node::alone();
    let clients: Vec<SessionId> = (0..arguments.clients).map(|_| node.connect()).collect();
    load(&mut node, clients[0], &arguments);
    if arguments.follow {
        follow(&mut node, &clients, &arguments);
        return;
    }
    for &op in &arguments.ops {
        for &depth in &arguments.depth {
            let (mut with, mut without) = (Vec::new(), Vec::new());
            for round in 0..arguments.rounds {
                node.core.set_prefetch(true);
                with.push(measure(&mut node, &clients, op, depth, round, &arguments));
                if !arguments.prefetch_only {
                    node.core.set_prefetch(false);
                    without.push(measure(&mut node, &clients, op, depth, round, &arguments));
                }
            }
            print!("{op} P{depth}: {:.0} ns a request", median(with));
            if arguments.prefetch_only {
                println!();
            } else {
                println!(", {:.0} ns without prefetching", median(without));
            }
        }
    }
}

#[allow(clippy::print_stdout)]
fn follow(node: &mut Node, clients: &[SessionId], arguments: &Arguments) {
    let (op, depth) = (arguments.ops[0], arguments.depth[0]);
    for (round, _) in (0..).zip(std::io::stdin().lines()) {
        let ns = measure(node, clients, op, depth, round, arguments);
        println!("{ns:.1}");
    }
}

fn load(node: &mut Node, client: SessionId, arguments: &Arguments) {
    const BATCH: u64 = 256;
    let value = "v".repeat(arguments.value_bytes);
    let mut next = 0;
    while next < arguments.keys {
        let end = (next + BATCH).min(arguments.keys);
        for key in next..end {
            node.core
                .receive(client, &request(&["SET", &key_name(key), &value]));
        }
        next = end;
        while node.core.has_work() {
            node.turn(|_, _| {});
        }
    }
}

/// Nanoseconds of CPU time that one request takes.
fn measure(
    node: &mut Node,
    clients: &[SessionId],
    op: Op,
    depth: usize,
    round: u32,
    arguments: &Arguments,
) -> f64 {
    let mut rng = Rng::new(u64::from(round));
    let value = "v".repeat(arguments.value_bytes);
    let mut busy = Duration::ZERO;
    let mut done = 0;
    let mut pipeline = Vec::new();
    while done < arguments.requests {
        let pipelines: Vec<Vec<u8>> = clients
            .iter()
            .map(|_| {
                pipeline.clear();
                for _ in 0..depth {
                    let key = key_name(rng.below(arguments.keys));
                    pipeline.extend_from_slice(&match op {
                        Op::Get => request(&["GET", &key]),
                        Op::Set => request(&["SET", &key, &value]),
                        Op::Ping => request(&["PING"]),
                    });
                }
                pipeline.clone()
            })
            .collect();
        let begin = cpu_time();
        for (client, pipeline) in clients.iter().zip(&pipelines) {
            node.core.receive(*client, pipeline);
        }
        while node.core.has_work() {
            node.turn(|_, _| {});
        }
        if arguments.plant_percent > 0.0 {
            burn(begin, arguments.plant_percent);
        }
        busy += cpu_time() - begin;
        done += (clients.len() * depth) as u64;
    }
    busy.as_nanos() as f64 / done as f64
}

/// Uses so many percent of what this thread has used since `begin`.
fn burn(begin: Duration, percent: f64) {
    let end = begin + (cpu_time() - begin).mul_f64(1.0 + percent / 100.0);
    while cpu_time() < end {
        std::hint::spin_loop();
    }
}

fn key_name(number: u64) -> String {
    format!("key:{number:012}")
}
