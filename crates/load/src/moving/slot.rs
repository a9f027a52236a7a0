//! A slot of one key and a slot of many, moved to and fro between two cores: what the move takes,
//! what a client of the slot sees, and what is left behind. It must never favour a direction: each
//! slot goes away from the client's core as often as to it.

use std::fmt::Write as _;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use stdx::slot::slot_of;

use super::cores::{info_figure, owner_of};
use super::crowd::{self, Sample};
use super::{Subject, command, failed, micros, quantile};
use crate::link::Link;
use crate::process::Server;
use crate::statistics::estimate;
use crate::wire::{Value, push_command};

/// Requests in a batch while loading.
const LOAD_BATCH: u64 = 1000;
const PATIENCE: Duration = Duration::from_secs(60);
/// Between two moves of those that are timed.
const GAP: Duration = Duration::from_millis(20);

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Keys of the large slot.
    pub keys: u64,
    /// Moves of each slot that are timed.
    pub moves: u32,
    /// Moves of each slot before and after which a second is measured.
    pub rounds: u32,
    /// Moves after which memory is compared.
    pub moves_for_memory: u32,
}

/// What was seen of one slot.
#[derive(Default)]
struct Seen {
    /// From RINGKEY MOVE to its reply.
    asked: Vec<Duration>,
    /// As the server tells it: since it left the old core.
    travelled: Vec<Duration>,
    /// The longest that a client of the slot waited around each move.
    pauses: Vec<Duration>,
    /// Of the second after a move over the second before: requests, and their p99.
    throughput: Vec<f64>,
    p99: Vec<f64>,
}

/// Measures and says what came of it.
pub fn run(
    subject: &Subject,
    options: &Options,
    mut progress: impl FnMut(&str),
) -> Result<String, String> {
    let server = subject.start("--cores-min 2 --cores-max 2")?;
    let mut control = Link::connect(server.addr()).map_err(failed)?;
    let tags = ["one", "many"];
    fill(&mut control, tags[0], 1).map_err(failed)?;
    fill(&mut control, tags[1], options.keys).map_err(failed)?;
    progress(&format!("loaded 1 and {} keys", options.keys));
    let mut said = String::new();
    for (tag, keys) in tags.into_iter().zip([1, options.keys]) {
        let seen = watch(&server, &mut control, tag, options).map_err(failed)?;
        progress(&format!("the slot of {keys} keys is done"));
        seen.tell(keys, &mut said);
    }
    said.push_str(&memory(&server, &mut control, &tags, options).map_err(failed)?);
    Ok(said)
}

fn fill(link: &mut Link, tag: &str, keys: u64) -> io::Result<()> {
    let value = "v".repeat(64);
    let mut next = 0;
    while next < keys {
        let end = (next + LOAD_BATCH).min(keys);
        for number in next..end {
            push_command(link.outbox(), &["SET", &key(tag, number), &value]);
        }
        for _ in next..end {
            link.await_frame(PATIENCE)?;
        }
        next = end;
    }
    Ok(())
}

fn key(tag: &str, number: u64) -> String {
    format!("{{{tag}}}{number}")
}

/// Moves a slot while a client reads one of its keys.
fn watch(server: &Server, control: &mut Link, tag: &str, options: &Options) -> io::Result<Seen> {
    let stop = AtomicBool::new(false);
    let read = key(tag, 0);
    let mut seen = Seen::default();
    let (samples, moments) = std::thread::scope(|scope| {
        let client = scope.spawn(|| {
            let mut batch = |out: &mut Vec<u8>| {
                push_command(out, &["GET", read.as_str()]);
                1
            };
            crowd::run(server.addr(), 1, &mut batch, &stop)
        });
        let moved = move_and_wait(control, slot_of(read.as_bytes()), options, &mut seen);
        stop.store(true, Ordering::Relaxed);
        let samples = client
            .join()
            .map_err(|_| io::Error::other("the client fell"))??;
        io::Result::Ok((samples, moved?))
    })?;
    let second = Duration::from_secs(1);
    for (at, &(asked, answered)) in moments.iter().enumerate() {
        let around = crowd::within(&samples, asked, answered + GAP);
        seen.pauses.extend(around.into_iter().max());
        if at >= options.moves as usize {
            let before = figures(&samples, asked - second, asked);
            let after = figures(&samples, asked, asked + second);
            seen.throughput.push(after.0 / before.0);
            seen.p99.push(after.1 / before.1);
        }
    }
    Ok(seen)
}

/// Replies in a span, and their p99 in microseconds.
fn figures(samples: &[Sample], from: Instant, until: Instant) -> (f64, f64) {
    let mut taken = crowd::within(samples, from, until);
    (taken.len() as f64, micros(quantile(&mut taken, 0.99)))
}

/// When each move was asked for and answered.
fn move_and_wait(
    control: &mut Link,
    slot: u16,
    options: &Options,
    seen: &mut Seen,
) -> io::Result<Vec<(Instant, Instant)>> {
    let mut moments = Vec::new();
    let second = Duration::from_millis(1100);
    std::thread::sleep(second);
    for number in 0..options.moves.saturating_add(options.rounds) {
        let to = 1 - owner_of(control, slot)?.min(1);
        let asked = Instant::now();
        move_to(control, slot, to)?;
        let answered = Instant::now();
        moments.push((asked, answered));
        seen.asked.push(answered - asked);
        seen.travelled.extend(travelled(control)?);
        let alone = number + 1 >= options.moves;
        std::thread::sleep(if alone { second * 2 } else { GAP });
    }
    Ok(moments)
}

fn move_to(control: &mut Link, slot: u16, core: u64) -> io::Result<()> {
    command(
        control,
        &["RINGKEY", "MOVE", &slot.to_string(), &core.to_string()],
    )
}

/// What the server tells of the latest move.
fn travelled(control: &mut Link) -> io::Result<Option<Duration>> {
    let frame = control.ask(&["RINGKEY", "MOVES", "1"])?;
    let value = Value::decode(&frame).map_err(io::Error::other)?;
    let latest = value.items().and_then(<[Value]>::first);
    let pairs = latest.and_then(Value::items).unwrap_or_default();
    let found = pairs
        .chunks_exact(2)
        .find(|pair| pair[0].text() == Some(b"travelled_ns"));
    let nanos = found.and_then(|pair| u64::try_from(pair[1].int()?).ok());
    Ok(nanos.map(Duration::from_nanos))
}

/// Moves both slots often, and compares what the server and the kernel say of memory.
fn memory(
    server: &Server,
    control: &mut Link,
    tags: &[&str],
    options: &Options,
) -> io::Result<String> {
    let look = |control: &mut Link| -> io::Result<[u64; 2]> {
        let used = info_figure(control, "memory", "used_memory")?;
        Ok([used, server.resident_bytes()?])
    };
    let before = look(control)?;
    for number in 0..options.moves_for_memory {
        let slot = slot_of(key(tags[number as usize % tags.len()], 0).as_bytes());
        let to = 1 - owner_of(control, slot)?.min(1);
        move_to(control, slot, to)?;
    }
    let after = look(control)?;
    let mb = |bytes: u64| bytes as f64 / 1e6;
    Ok(format!(
        "after {} moves: used_memory {:.2} -> {:.2} MB, resident {:.2} -> {:.2} MB\n",
        options.moves_for_memory,
        mb(before[0]),
        mb(after[0]),
        mb(before[1]),
        mb(after[1])
    ))
}

impl Seen {
    fn tell(mut self, keys: u64, out: &mut String) {
        let _ = writeln!(out, "slot of {keys} keys, {} moves", self.asked.len());
        let lists = [
            ("asked to answered", &mut self.asked),
            ("travelled", &mut self.travelled),
            ("longest wait of a client around a move", &mut self.pauses),
        ];
        for (what, list) in lists {
            let _ = writeln!(
                out,
                "  {what}: median {:.1} us, p99 {:.1} us, longest {:.1} us",
                micros(quantile(list, 0.5)),
                micros(quantile(list, 0.99)),
                micros(quantile(list, 1.0))
            );
        }
        let ratios = [("throughput", &self.throughput), ("p99", &self.p99)];
        for (what, list) in ratios {
            let found = estimate(list);
            let _ = writeln!(
                out,
                "  {what}, second after over second before: {:.3} [{:.3}, {:.3}]",
                found.median, found.low, found.high
            );
        }
    }
}
