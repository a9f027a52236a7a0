//! From idle to load and back: how soon the number of cores follows, and what clients notice. It
//! must never set the number of cores itself.

use std::fmt::Write as _;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use stdx::rng::Rng;

use super::cores::cores;
use super::crowd::{self, Sample};
use super::{Subject, command, failed, micros, quantile};
use crate::link::Link;
use crate::process::Server;
use crate::statistics::median;
use crate::wire::push_command;

const CORES: usize = 4;
const KEYS: u64 = 10_000;
const CLIENTS: usize = 16;
const DEPTH: usize = 16;
/// The number of cores is asked for this often.
const LOOK: Duration = Duration::from_millis(50);
/// Between two requests of the client that stays when the load has ended.
const RARE: Duration = Duration::from_millis(5);
/// How long the number may take to follow before that is given up.
const PATIENCE: Duration = Duration::from_secs(15);
/// p99 over this many times that of the steady state counts as disturbed.
const DISTURBED: f64 = 2.0;

/// What one round saw.
struct Seen {
    spread: Option<Duration>,
    pack: Option<Duration>,
    /// p99 in microseconds of each second under load, and of the rare requests in each second of
    /// idleness after it.
    loaded: Vec<f64>,
    idle: Vec<f64>,
}

/// Measures on a fresh server each round and says what came of it.
pub fn run(
    subject: &Subject,
    rounds: u32,
    seconds: f64,
    mut progress: impl FnMut(&str),
) -> Result<String, String> {
    let args = format!(
        "--cores-min 1 --cores-max {CORES} --spread-above-percent 15 --pack-below-percent 5"
    );
    let mut said = String::new();
    for round in 0..rounds {
        let server = subject.start(&args)?;
        let line = watch(&server, seconds).map_err(failed)?.tell();
        progress(&format!("round {}: {line}", round + 1));
        let _ = writeln!(said, "round {}: {line}", round + 1);
    }
    Ok(said)
}

fn watch(server: &Server, seconds: f64) -> io::Result<Seen> {
    let mut control = Link::connect(server.addr())?;
    for number in 0..KEYS {
        command(&mut control, &["SET", &format!("key:{number}"), "value"])?;
    }
    await_cores(&mut control, 1, Instant::now())?
        .ok_or_else(|| io::Error::other("cores do not become one before the load"))?;
    let stops = [AtomicBool::new(false), AtomicBool::new(false)];
    std::thread::scope(|scope| {
        let rare = scope.spawn(|| {
            let mut batch = rare_batch();
            crowd::run(server.addr(), 1, &mut batch, &stops[1])
        });
        let began = Instant::now();
        let load = scope.spawn(|| {
            let mut batch = batch();
            crowd::run(server.addr(), CLIENTS, &mut batch, &stops[0])
        });
        let spread = await_cores(&mut control, CORES, began);
        let left = Duration::from_secs_f64(seconds).saturating_sub(began.elapsed());
        std::thread::sleep(left);
        let ended = Instant::now();
        stops[0].store(true, Ordering::Relaxed);
        let pack = await_cores(&mut control, 1, ended);
        std::thread::sleep(Duration::from_secs(2));
        let end = Instant::now();
        stops[1].store(true, Ordering::Relaxed);
        let fell = |_| io::Error::other("a client fell");
        let loaded = load.join().map_err(fell)??;
        let idle = rare.join().map_err(fell)??;
        Ok(Seen {
            spread: spread?,
            pack: pack?,
            loaded: by_second(&loaded, began, ended),
            idle: by_second(&idle, ended, end),
        })
    })
}

fn batch() -> impl FnMut(&mut Vec<u8>) -> usize {
    let mut rng = Rng::new(1);
    move |out| {
        for _ in 0..DEPTH {
            push_command(out, &["GET", &format!("key:{}", rng.below(KEYS))]);
        }
        DEPTH
    }
}

/// Rare requests, from a client that would notice a pause while nobody else works.
fn rare_batch() -> impl FnMut(&mut Vec<u8>) -> usize {
    let mut rng = Rng::new(2);
    move |out| {
        std::thread::sleep(RARE);
        push_command(out, &["GET", &format!("key:{}", rng.below(KEYS))]);
        1
    }
}

/// How long after `since` so many cores run; none if they do not in time.
fn await_cores(control: &mut Link, count: usize, since: Instant) -> io::Result<Option<Duration>> {
    while since.elapsed() < PATIENCE {
        let running = cores(control)?;
        if running
            .iter()
            .filter(|core| core.figure("slots") > 0)
            .count()
            == count
        {
            return Ok(Some(since.elapsed()));
        }
        std::thread::sleep(LOOK);
    }
    Ok(None)
}

fn by_second(samples: &[Sample], from: Instant, until: Instant) -> Vec<f64> {
    let mut found = Vec::new();
    let mut at = from;
    while at + Duration::from_secs(1) <= until {
        let next = at + Duration::from_secs(1);
        let mut taken = crowd::within(samples, at, next);
        found.push(micros(quantile(&mut taken, 0.99)));
        at = next;
    }
    found
}

impl Seen {
    fn tell(&self) -> String {
        let after = |found: Option<Duration>| {
            found.map_or("never".to_string(), |time| {
                format!("{:.2} s", time.as_secs_f64())
            })
        };
        let steady = median(&self.loaded[self.loaded.len() / 2..]);
        let disturbed = self.loaded.iter().filter(|p99| **p99 > DISTURBED * steady);
        let shown = |list: &[f64]| -> String {
            let words: Vec<String> = list.iter().map(|us| format!("{us:.0}")).collect();
            words.join(" ")
        };
        format!(
            "{CORES} cores {} after the load began, one {} after it ended; p99 of each second \
             under load {} us ({} seconds above twice the steady {steady:.0}), of a rare request \
             after it {} us",
            after(self.spread),
            after(self.pack),
            shown(&self.loaded),
            disturbed.count(),
            shown(&self.idle)
        )
    }
}
