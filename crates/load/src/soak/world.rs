//! What all connections of a soak share: the registers of what was sent and answered. It must
//! never do IO.

use std::collections::BTreeMap;

use stdx::rng::Rng;

use super::appends::Appends;
use super::numbers::Counter;

/// Shared counters, pairs, accounts, channels, queues, optimistic counters.
pub const COUNTERS: usize = 6;
pub const PAIRS: usize = 12;
pub const ACCOUNTS: usize = 12;
pub const CHANNELS: usize = 4;
pub const QUEUES: usize = 8;
pub const OPTIMISTS: usize = 2;
/// Tokens in the queues: fewer than workers, so that most of these wait.
pub const TOKENS: usize = 10;
/// What each account holds at first.
pub const BALANCE: i64 = 1_000_000;

/// Registers of a run.
#[derive(Debug)]
pub struct World {
    pub rng: Rng,
    pub appends: Appends,
    pub counters: Vec<Counter>,
    /// Counters kept by WATCH, GET, MULTI, SET, EXEC.
    pub optimists: Vec<Counter>,
    /// Where each token is: the worker that holds it, or nobody.
    pub holders: Vec<Option<usize>>,
    /// Per publisher: messages sent, per channel and in all.
    pub published: BTreeMap<u32, ([u64; CHANNELS], u64)>,
    /// Receivers that each PUBLISH must count.
    pub receivers: i64,
    /// No new work is to be begun.
    pub stopping: bool,
    pub requests: u64,
    pub checks: BTreeMap<&'static str, u64>,
}

impl World {
    pub fn new(seed: u64, clients: usize) -> Self {
        Self {
            rng: Rng::new(seed),
            appends: Appends::new(clients),
            counters: vec![Counter::default(); COUNTERS],
            optimists: vec![Counter::default(); OPTIMISTS],
            holders: vec![None; TOKENS],
            published: BTreeMap::new(),
            receivers: 0,
            stopping: false,
            requests: 0,
            checks: BTreeMap::new(),
        }
    }

    /// Counts a check that held.
    pub fn held(&mut self, what: &'static str) {
        *self.checks.entry(what).or_default() += 1;
    }
}

/// Name of a shared key.
pub fn key(kind: &str, at: usize) -> Vec<u8> {
    format!("soak:{kind}:{at}").into_bytes()
}
