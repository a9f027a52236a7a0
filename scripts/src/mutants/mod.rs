//! Faults put into the engine on purpose, one at a time: do the checks notice?
//!
//! `cargo mutants` says which small changes there could be; a fixed seed picks a sample. Each is
//! built in a copy of the tree and meets the killing set, the fastest killers first. Must never
//! write into the tree itself.

mod killers;
mod list;
mod scratch;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::run::works;
use crate::workspace::Workspace;

use killers::{Killed, Verdict, meet};
use list::Mutant;
use scratch::Scratch;

/// Tickets, hand-off, forwarding, moving sessions and cores, blocking and expiry live here.
const FILES: &[&str] = &[
    "crates/engine/src/advance.rs",
    "crates/engine/src/arrival.rs",
    "crates/engine/src/balance/planner.rs",
    "crates/engine/src/blocking.rs",
    "crates/engine/src/conductor.rs",
    "crates/engine/src/crew.rs",
    "crates/engine/src/departure.rs",
    "crates/engine/src/expiry.rs",
    "crates/engine/src/hand_off.rs",
    "crates/engine/src/hand_off_stages.rs",
    "crates/engine/src/legacy.rs",
    "crates/engine/src/loan.rs",
    "crates/engine/src/owner.rs",
    "crates/engine/src/place.rs",
    "crates/engine/src/relays.rs",
    "crates/engine/src/route.rs",
    "crates/engine/src/run.rs",
    "crates/engine/src/session.rs",
    "crates/engine/src/ticket.rs",
    "crates/engine/src/transaction.rs",
    "crates/engine/src/turn.rs",
    "crates/keyspace/src/slot/waiters.rs",
    "crates/keyspace/src/table/due.rs",
    "crates/keyspace/src/table/expire.rs",
];

/// Fixed for good: a sample that may be drawn again says nothing.
const SEED: u64 = 20_261_123;

/// Mutants that meet the killing set; those that do not build are replaced by the next ones.
const SAMPLE: usize = 60;

/// Fewer caught than this is a failure.
const CAUGHT_MIN: usize = 54;

const USAGE: &str = "cargo x nightly mutants [--list | --only N[,N...]]
  --list      print the sample and stop
  --only N    only these of the sample, numbered as in the list, with the output of what failed";

/// Puts the sample through the killing set; `false` if too few were caught.
pub fn run(workspace: &Workspace, further: &[String]) -> Outcome<bool> {
    let wish = Wish::parse(further)?;
    if !works(workspace.cargo(&["mutants", "--version"])) {
        return Err("cargo-mutants is not installed: `cargo install cargo-mutants`".to_string());
    }
    let sample = list::sample(list::ask(workspace, FILES)?, SEED);
    println!("{} possible mutants, seed {SEED}", sample.len());
    if let Wish::List = wish {
        for (number, mutant) in (1..).zip(&sample[..sample.len().min(SAMPLE)]) {
            println!("{number:3} {}", mutant.name);
        }
        return Ok(true);
    }
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        signal_hook::flag::register(signal, Arc::clone(&stop))
            .map_err(|error| format!("cannot watch for signal {signal}: {error}"))?;
    }
    let scratch = Scratch::create(workspace, FILES)?;
    match baseline(&scratch, &stop)? {
        true => meet_all(&scratch, &stop, &sample, &wish),
        false => Ok(false),
    }
}

/// The killing set must pass where nothing is wrong, or it proves nothing.
fn baseline(scratch: &Scratch, stop: &AtomicBool) -> Outcome<bool> {
    let started = Instant::now();
    let (verdict, ran) = meet(scratch, stop, true)?;
    match verdict {
        Verdict::Missed => {
            let built = started.elapsed().saturating_sub(ran);
            println!("  unchanged: passes, {}", times(built, ran));
            return Ok(true);
        }
        Verdict::Killed(Killed { by, how }) => println!("unchanged: {by} fails: {how}"),
        Verdict::Unviable => println!("unchanged: does not build"),
        Verdict::Stopped => println!("stopped"),
    }
    Ok(false)
}

fn meet_all(scratch: &Scratch, stop: &AtomicBool, sample: &[Mutant], wish: &Wish) -> Outcome<bool> {
    let (mut caught, mut met, mut ran_max) = (0, 0, Duration::ZERO);
    for (number, mutant) in (1..).zip(sample) {
        if met == SAMPLE {
            break;
        }
        if !wish.includes(number) {
            continue;
        }
        let started = Instant::now();
        let (verdict, ran) = scratch.with(mutant, || meet(scratch, stop, wish.is_some()))?;
        let times = times(started.elapsed().saturating_sub(ran), ran);
        ran_max = ran_max.max(ran);
        let said = match verdict {
            Verdict::Stopped => {
                println!("stopped");
                return Ok(false);
            }
            Verdict::Unviable => "does not build".to_string(),
            Verdict::Missed => {
                met += 1;
                "MISSED".to_string()
            }
            Verdict::Killed(Killed { by, how }) => {
                met += 1;
                caught += 1;
                format!("caught by {by}: {how}")
            }
        };
        println!("{number:3} {}\n      {said} ({times})", mutant.name);
    }
    println!(
        "{caught} of {met} mutants caught, longest run {:.0} s",
        ran_max.as_secs_f32()
    );
    Ok(wish.is_some() || caught >= CAUGHT_MIN)
}

fn times(built: Duration, ran: Duration) -> String {
    format!(
        "built in {:.0} s, ran {:.1} s",
        built.as_secs_f32(),
        ran.as_secs_f32()
    )
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
enum Wish {
    All,
    List,
    Only(Vec<usize>),
}

impl Wish {
    fn parse(further: &[String]) -> Outcome<Self> {
        let words: Vec<&str> = further.iter().map(String::as_str).collect();
        match words[..] {
            [] => Ok(Self::All),
            ["--list"] => Ok(Self::List),
            ["--only", numbers] => numbers
                .split(',')
                .map(|number| number.parse().map_err(|_| USAGE.to_string()))
                .collect::<Outcome<_>>()
                .map(Self::Only),
            _ => Err(USAGE.to_string()),
        }
    }

    fn is_some(&self) -> bool {
        matches!(self, Self::Only(_))
    }

    fn includes(&self, number: usize) -> bool {
        match self {
            Self::Only(numbers) => numbers.contains(&number),
            _ => true,
        }
    }
}
