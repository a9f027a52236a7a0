//! Most requests go to a few slots of one of two cores: how soon both cores work alike. It must
//! never move a slot itself.

use std::fmt::Write as _;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use stdx::rng::Rng;

use super::cores::{cores, keys_of_core};
use super::{Subject, command, crowd, failed};
use crate::link::Link;
use crate::process::Server;
use crate::wire::push_command;

const HOT_KEYS: usize = 16;
const COLD_KEYS: u64 = 400;
const HOT_PERCENT: u64 = 90;
const CLIENTS: usize = 8;
const DEPTH: usize = 16;
/// The cores' processor times are compared over spans of this length.
const LOOK: Duration = Duration::from_millis(500);
/// What counts as even.
const EVEN: f64 = 0.10;

/// Measures on a fresh server each round and says what came of it.
pub fn run(
    subject: &Subject,
    rounds: u32,
    seconds: f64,
    batches_per_second: f64,
    mut progress: impl FnMut(&str),
) -> Result<String, String> {
    let mut said = String::new();
    for round in 0..rounds {
        let server = subject.start("--cores-min 2 --cores-max 2")?;
        let differences =
            watch(&server, u64::from(round), seconds, batches_per_second).map_err(failed)?;
        let line = tell(&differences);
        progress(&format!("round {}: {line}", round + 1));
        let _ = writeln!(said, "round {}: {line}", round + 1);
    }
    Ok(said)
}

/// For each span, how much less the idler core worked, over the busier one's time.
fn watch(
    server: &Server,
    seed: u64,
    seconds: f64,
    batches_per_second: f64,
) -> io::Result<Vec<f64>> {
    let mut control = Link::connect(server.addr())?;
    let hot = keys_of_core(&mut control, 0, HOT_KEYS)?;
    let cold: Vec<String> = (0..COLD_KEYS)
        .map(|number| format!("cold:{number}"))
        .collect();
    for key in hot.iter().chain(&cold) {
        command(&mut control, &["SET", key, "value"])?;
    }
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let load = scope.spawn(|| {
            let mut rng = Rng::new(seed);
            let mut pace = Pace::new(batches_per_second);
            let mut batch = |out: &mut Vec<u8>| {
                pace.wait();
                for _ in 0..DEPTH {
                    let keys = if rng.below(100) < HOT_PERCENT {
                        &hot
                    } else {
                        &cold
                    };
                    let key = &keys[rng.below(keys.len() as u64) as usize];
                    push_command(out, &["GET", key]);
                }
                DEPTH
            };
            crowd::run(server.addr(), CLIENTS, &mut batch, &stop)
        });
        let looks = look(&mut control, seconds);
        stop.store(true, Ordering::Relaxed);
        load.join()
            .map_err(|_| io::Error::other("the load fell"))??;
        looks
    })
}

/// Lets batches begin at a steady rate, so that the load leaves processors idle: with none idle
/// the scheduler decides how much each core works. No rate is as fast as replies come.
struct Pace {
    gap: Duration,
    due: Instant,
}

impl Pace {
    fn new(per_second: f64) -> Self {
        let gap = if per_second > 0.0 {
            Duration::from_secs_f64(1.0 / per_second)
        } else {
            Duration::ZERO
        };
        Self {
            gap,
            due: Instant::now(),
        }
    }

    fn wait(&mut self) {
        let now = Instant::now();
        // What could not be kept up with is not made up for.
        self.due = (self.due + self.gap).max(now - self.gap * CLIENTS as u32);
        if self.due > now && !self.gap.is_zero() {
            std::thread::sleep(self.due - now);
        }
    }
}

fn look(control: &mut Link, seconds: f64) -> io::Result<Vec<f64>> {
    let end = Instant::now() + Duration::from_secs_f64(seconds);
    let busy = |control: &mut Link| -> io::Result<Vec<u64>> {
        let cores = cores(control)?;
        Ok(cores.iter().map(|core| core.figure("busy_ms")).collect())
    };
    let mut before = busy(control)?;
    let mut differences = Vec::new();
    while Instant::now() < end {
        std::thread::sleep(LOOK);
        let now = busy(control)?;
        let spent = now.iter().zip(&before).map(|(now, before)| now - before);
        let (least, most) = spent.fold((u64::MAX, 0), |(least, most), spent| {
            (least.min(spent), most.max(spent))
        });
        differences.push((most - least.min(most)) as f64 / most.max(1) as f64);
        before = now;
    }
    Ok(differences)
}

/// Pairs of spans are averaged, since a span is 2 % of its own resolution.
fn tell(differences: &[f64]) -> String {
    let smooth: Vec<f64> = differences
        .windows(2)
        .map(|pair| f64::midpoint(pair[0], pair[1]))
        .collect();
    let even = smooth.iter().position(|difference| *difference <= EVEN);
    let seconds = |at: usize| (at + 2) as f64 * LOOK.as_secs_f64();
    let first = even.map_or("never".to_string(), |at| format!("{:.1} s", seconds(at)));
    let later: Vec<f64> = smooth
        .iter()
        .enumerate()
        .filter(|(at, _)| seconds(*at) > 5.0)
        .map(|(_, difference)| *difference)
        .collect();
    let series: Vec<String> = differences
        .iter()
        .map(|difference| format!("{:.0}", 100.0 * difference))
        .collect();
    format!(
        "within {:.0} % first after {first}; median after 5 s {:.1} %; every {} ms: {} %",
        100.0 * EVEN,
        100.0 * crate::statistics::median(&later),
        LOOK.as_millis(),
        series.join(" ")
    )
}
