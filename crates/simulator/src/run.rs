//! One run: a seed in, a report out.

use std::collections::BTreeMap;

use engine::Mark;

use crate::end::run_to_the_end;
use crate::oracle;
use crate::world::World;

/// What came of one seed.
#[derive(Clone, Debug)]
pub struct Report {
    pub seed: u64,
    pub cores: u16,
    /// What was wrong, in words; empty if nothing was.
    pub violations: Vec<String>,
    /// How often each subtle path was taken.
    pub marks: BTreeMap<&'static str, u64>,
    /// Fingerprint of everything that was sent, received and executed.
    pub traffic: u64,
    /// Requests sent by all clients.
    pub requests: usize,
    /// Turns taken by all cores.
    pub turns: u64,
}

/// Violations told of one run at most; the first one is the one to look at.
const VIOLATIONS_MAX: usize = 20;

/// Runs the world of a seed and judges it.
pub fn run_seed(seed: u64, verbose: bool) -> Report {
    let mut world = World::new(seed, verbose);
    if verbose {
        println!("{:?}", world.profile);
    }
    let mut violations = run_to_the_end(&mut world);
    let evidence = world.evidence();
    violations.extend(oracle::judge(&evidence));
    violations.truncate(VIOLATIONS_MAX);
    let marks = Mark::ALL.iter().map(|&mark| {
        let running = world.seats.iter().filter(|seat| !seat.ended);
        let all = running.map(|seat| seat.core.marks()).chain(&world.marks);
        let count = all.map(|marks| marks.count(mark)).sum();
        (mark.name(), count)
    });
    Report {
        seed,
        cores: world.profile.cores,
        violations,
        marks: marks.collect(),
        traffic: world.traffic.value(),
        requests: evidence
            .connections
            .iter()
            .map(|connection| connection.sent.len())
            .sum(),
        turns: world.turns,
    }
}
