//! What kind of world a seed stands for: sizes, speeds, and the mix of the workload.
//!
//! Profiles differ widely on purpose: one mix would take the usual paths a thousand times and the
//! subtle ones never.

use std::sync::Arc;

use settings::Settings;

use crate::dice::{Concern, Dice};
use crate::pressure::Pressure;

/// Families of requests, in the order of [`Profile::weights`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    Strings,
    SeveralStrings,
    Lists,
    Blocking,
    Transaction,
    /// FLUSHALL, FLUSHDB, SWAPDB.
    Whole,
    /// DBSIZE, KEYS.
    Gather,
    PubSub,
    Expiry,
    Select,
    Unblock,
    Faulty,
}

impl Family {
    pub(crate) const ALL: [Self; 12] = [
        Self::Strings,
        Self::SeveralStrings,
        Self::Lists,
        Self::Blocking,
        Self::Transaction,
        Self::Whole,
        Self::Gather,
        Self::PubSub,
        Self::Expiry,
        Self::Select,
        Self::Unblock,
        Self::Faulty,
    ];
}

/// The world of one seed. Times in microseconds of virtual time.
#[derive(Clone, Debug)]
pub(crate) struct Profile {
    pub(crate) cores: u16,
    pub(crate) clients: u64,
    pub(crate) requests_per_client: u64,
    pub(crate) slots: u64,
    pub(crate) keys_per_slot: u64,
    pub(crate) databases: u64,
    pub(crate) weights: [u32; 12],

    /// Requests in one pipeline, typically.
    pub(crate) pipeline: u64,
    /// Per cent of pipelines after which a client waits for all replies.
    pub(crate) waits: u32,
    /// Per cent of pipelines after which a client closes, in one way or another.
    pub(crate) closes: u32,
    pub(crate) resp3: u32,
    pub(crate) think_us: u64,
    /// Blocking requests: typical timeout, and per cent that never time out.
    pub(crate) timeout_ms: u64,
    pub(crate) endless: u32,
    pub(crate) ttl_ms: u64,

    /// Between clients and cores.
    pub(crate) wire_us: u64,
    /// Between cores.
    pub(crate) hop_us: u64,
    /// Per cent of packets that take fifty times as long.
    pub(crate) slow_hops: u32,
    /// Whether some links are much slower than others.
    pub(crate) uneven: bool,
    pub(crate) turn_us: u64,
    /// A core that takes twenty times as long for a turn.
    pub(crate) slow_core: Option<usize>,
    /// Per cent of turns after which the core is held up, as by the scheduler of a busy machine.
    pub(crate) stalls: u32,
    pub(crate) stall_us: u64,
    /// How far the clock of a core may be behind.
    pub(crate) lag_us: u64,
    pub(crate) active_expire: bool,
    /// Between two hand-offs of slots, typically; 0: there are none.
    pub(crate) move_us: u64,
    /// Between two sessions that go to another core, typically; 0: none does.
    pub(crate) session_move_us: u64,
    /// Between two changes of the number of cores, typically; 0: there are none.
    pub(crate) core_change_us: u64,
    pub(crate) balance: Balance,
    /// Memory is short once in so many looks, typically; 0: it never is.
    pub(crate) looks_per_shortage: u64,
}

/// Whether slots move by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Balance {
    Manual,
    /// As busy as cores are.
    Auto,
    /// Cores are told that they are busier than they are, now this one, now that one.
    Invented,
}

impl Profile {
    /// Requests of this family are among the workload.
    pub(crate) fn weighs(&self, family: Family) -> bool {
        self.weights[family as usize] > 0
    }

    /// What the cores are set to.
    pub(crate) fn settings(&self, cores_max: usize) -> Settings {
        let mut settings = Settings::default();
        let word: &[u8] = match self.balance {
            Balance::Manual => b"manual",
            Balance::Auto | Balance::Invented => b"auto",
        };
        let cores_max = cores_max.to_string();
        let limit = match self.looks_per_shortage {
            0 => 0,
            _ => crate::pressure::LIMIT_BYTES,
        };
        let limit = limit.to_string();
        let pairs = [
            (&b"maxmemory"[..], limit.as_bytes()),
            (b"maxmemory-policy", b"allkeys-random"),
            (b"balance", word),
            (b"balance-interval-ms", b"10"),
            (b"cores-max", cores_max.as_bytes()),
        ];
        let set = settings.set_runtime(&pairs, true);
        debug_assert!(set.is_ok(), "{set:?}");
        settings
    }

    /// The memory of the process, if it may be short.
    pub(crate) fn pressure(&self, seed: u64) -> Option<Arc<Pressure>> {
        let looks = self.looks_per_shortage;
        (looks > 0).then(|| Arc::new(Pressure::new(seed, looks)))
    }

    pub(crate) fn of(seed: u64) -> Self {
        let dice = &mut Dice::new(seed, Concern::Profile);
        let cores = [1, 2, 3, 4][dice.weighted(&[8, 38, 20, 34])];
        let slow = dice.chance(40);
        let profile = Self {
            cores,
            clients: dice.between(3, 10),
            requests_per_client: dice.between(30, 110),
            slots: dice.between(2, 7).max(u64::from(cores)),
            keys_per_slot: dice.between(1, 2),
            databases: dice.between(1, 3),
            weights: weights(dice),
            pipeline: dice.between(1, 12),
            waits: dice.between(40, 100) as u32,
            closes: [0, 1, 5][dice.weighted(&[30, 40, 30])],
            resp3: [0, 30, 100][dice.index(3)],
            think_us: dice.between(1, 400),
            timeout_ms: dice.between(1, 25),
            endless: dice.between(0, 30) as u32,
            ttl_ms: dice.between(1, 40),
            wire_us: dice.between(5, 200),
            hop_us: if slow {
                dice.between(100, 1500)
            } else {
                dice.between(1, 60)
            },
            slow_hops: [0, 2, 10][dice.index(3)],
            uneven: dice.chance(40),
            turn_us: dice.between(3, 80),
            slow_core: dice.chance(20).then(|| dice.index(usize::from(cores))),
            stalls: [0, 1, 4][dice.index(3)],
            stall_us: dice.between(200, 8000),
            lag_us: [0, 500, 4000][dice.index(3)],
            active_expire: dice.chance(70),
            move_us: 0,
            session_move_us: 0,
            core_change_us: 0,
            balance: Balance::Manual,
            looks_per_shortage: looks_per_shortage(seed),
        };
        let profile = if dice.chance(20) {
            profile.made_to_wait(dice)
        } else {
            profile
        };
        Self {
            move_us: profile.hop_us.max(profile.turn_us) * hops_per_move(seed, Concern::Moves),
            session_move_us: profile.hop_us.max(profile.turn_us)
                * hops_per_move(seed, Concern::SessionMoves),
            core_change_us: core_change_us(seed),
            balance: balance(seed),
            ..profile
        }
    }

    /// Waits end by time as often as by being served, and words between cores take about as long:
    /// both meet under way.
    fn made_to_wait(self, dice: &mut Dice) -> Self {
        Self {
            cores: self.cores.max(2),
            slots: dice.between(2, 4),
            keys_per_slot: 1,
            databases: 1,
            weights: jitter(WAITING, dice),
            pipeline: dice.between(1, 3),
            waits: 100,
            think_us: dice.between(100, 2000),
            timeout_ms: dice.between(1, 8),
            endless: 5,
            wire_us: dice.between(5, 100),
            hop_us: dice.between(600, 4000),
            slow_hops: 0,
            lag_us: 0,
            ..self
        }
    }
}

/// A start or a stop takes some hops and turns of every core.
fn core_change_us(seed: u64) -> u64 {
    let dice = &mut Dice::new(seed, Concern::CoreChanges);
    match dice.weighted(&[30, 30, 40]) {
        0 => 0,
        1 => dice.between(60_000, 200_000),
        _ => dice.between(5_000, 40_000),
    }
}

fn looks_per_shortage(seed: u64) -> u64 {
    let dice = &mut Dice::new(seed, Concern::Pressure);
    match dice.weighted(&[60, 20, 20]) {
        0 => 0,
        1 => dice.between(300, 2000),
        _ => dice.between(40, 300),
    }
}

fn balance(seed: u64) -> Balance {
    let dice = &mut Dice::new(seed, Concern::Balance);
    [Balance::Manual, Balance::Auto, Balance::Invented][dice.weighted(&[40, 30, 30])]
}

/// A slot is handed on, or a session goes to another core, after about so many times what a word
/// between cores takes; never, if 0.
fn hops_per_move(seed: u64, concern: Concern) -> u64 {
    let dice = &mut Dice::new(seed, concern);

    match dice.weighted(&[15, 20, 40, 25]) {
        0 => 0,
        1 => dice.between(50, 300),
        2 => dice.between(8, 50),
        _ => dice.between(2, 8),
    }
}

/// One of several mixes, then every weight up or down a little.
fn weights(dice: &mut Dice) -> [u32; 12] {
    const MIXES: [[u32; 12]; 6] = [
        [20, 15, 15, 8, 10, 1, 3, 4, 8, 2, 1, 1],
        [5, 30, 10, 4, 20, 2, 2, 0, 3, 1, 0, 0],
        [3, 5, 25, 35, 8, 1, 1, 0, 2, 1, 4, 0],
        [10, 15, 5, 3, 40, 2, 2, 2, 5, 2, 0, 2],
        [15, 10, 10, 5, 10, 10, 8, 3, 5, 5, 1, 1],
        [10, 10, 8, 4, 12, 1, 2, 35, 3, 1, 1, 1],
    ];
    let mix = *dice.pick(&MIXES);
    jitter(mix, dice)
}

/// In the order of [`Family::ALL`]: strings, several, lists, blocking, transaction, whole, gather,
/// pubsub, expiry, select, unblock, faulty.
const WAITING: [u32; 12] = [1, 1, 10, 60, 2, 0, 0, 0, 1, 0, 2, 0];

fn jitter(mut weights: [u32; 12], dice: &mut Dice) -> [u32; 12] {
    for weight in &mut weights {
        *weight = *weight * dice.between(50, 150) as u32 / 10;
    }
    weights
}
