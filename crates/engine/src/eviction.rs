//! Making room: while more is in use than `maxmemory` allows, each core removes keys of its own
//! slots, those first that the policy names, a few at a time.
//!
//! A core goes from slot to slot and weighs the keys it finds; of each window of keys a small part
//! goes. All cores go through the numbers of all slots in the same order, and none gets far ahead
//! of the others: so it does not matter which of them notices that room is wanted, and keys go
//! from everywhere alike. One that is asleep is asked to take part. What needs memory is refused
//! only when every core has said that nothing of its own may go.
//!
//! Must never touch a slot that is not here, nor take one that is lent for an empty one.

use commands::EvictionPolicy;
use mesh::CoreId;
use settings::Param;
use stdx::slot::SLOTS;
use stdx::steps::{Step, timed};

use crate::core::Core;
use crate::crew::CoreStage;
use crate::history::Event;
use crate::latency::LatencyEvent;
use crate::marks::Mark;
use crate::message::{Message, Sweep};
use crate::place::Place;

/// Keys that are weighed against each other.
const WINDOW_KEYS: usize = 256;

/// Entries and slots that are looked at for them: where few keys may go, a window stays smaller.
const WINDOW_ENTRIES: usize = 1024;
const WINDOW_SLOTS: usize = 64;

/// Of so many keys for each of `maxmemory-samples`, one goes. By this the choice is not worse than
/// Valkey's, which keeps the best sixteen of what it has sampled before.
const KEYS_PER_SAMPLE: usize = 3;

/// Windows at a stretch: the settings' range of `maxmemory-eviction-tenacity` in these.
const STRETCH_WINDOWS: usize = 4;
const STRETCH_WINDOWS_MAX: usize = 64;
const TENACITY_USUAL: i64 = 10;

/// Longer stretches where more than this part of the limit is wanted.
const HURRY_PART: u64 = 64;
const HURRY_STRETCHES: usize = 4;

/// A core that is so many slots ahead of another asks that to go on, and then waits for it.
const LEAD_SLOTS: u64 = 512;
const LEAD_SLOTS_MAX: u64 = 2 * LEAD_SLOTS;

/// Pieces of memory of a slot that are moved together when keys have gone from it.
const SETTLED_PIECES: usize = 8;

/// A key that may go, by its hash, and how soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    rank: u64,
    hash: u64,
    db: u32,
    slot: u16,
}

/// What a core knows of another.
#[derive(Clone, Copy, Debug, Default)]
struct Peer {
    position: u64,
    dry: bool,
    /// It was asked and has not answered.
    asked: bool,
}

/// One core's part in making room.
#[derive(Debug, Default)]
pub(crate) struct Eviction {
    policy: Option<EvictionPolicy>,
    /// See [`Sweep`].
    position: u64,
    /// Where in its slot the sweep is: the database, and a cursor of its table.
    database: u32,
    cursor: u64,
    /// Nothing here may go, as of the look at that time.
    dry: bool,
    dry_ms: i64,
    /// Slots gone by since a key was found that may go.
    barren: usize,
    /// The others are behind.
    waits: bool,
    peers: Vec<Peer>,
    /// Cores that have asked for an answer.
    askers: Vec<CoreId>,
    window: Vec<Candidate>,
    /// Since when more is in use than is allowed, and for how long it was before.
    since_ms: Option<i64>,
    exceeded_ms: u64,
}

impl Eviction {
    /// For how many milliseconds more was in use than is allowed: in all, and of late.
    pub(crate) fn exceeded_ms(&self, now_ms: i64) -> (u64, u64) {
        let of_late = self
            .since_ms
            .map_or(0, |since_ms| u64::try_from(now_ms - since_ms).unwrap_or(0));
        (self.exceeded_ms + of_late, of_late)
    }

    /// Begins to count anew.
    pub(crate) fn reset(&mut self, now_ms: i64) {
        self.exceeded_ms = 0;
        self.since_ms = self.since_ms.map(|_| now_ms);
    }

    fn note_time(&mut self, exceeded: bool, now_ms: i64) {
        if exceeded {
            self.since_ms.get_or_insert(now_ms);
        } else {
            self.exceeded_ms = self.exceeded_ms(now_ms).0;
            self.since_ms = None;
        }
    }

    /// The next slot.
    fn step(&mut self) {
        self.position += 1;
        self.database = 0;
        self.cursor = 0;
    }

    fn slot(&self) -> u16 {
        (self.position % SLOTS as u64) as u16
    }
}

/// What came of looking for keys that may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Some,
    /// Not here and now, but there may be.
    NotYet,
    None,
}

impl Core {
    /// Takes over limit and policy of the settings.
    pub(crate) fn adopt_limit(&mut self) {
        let settings = &self.control.settings;
        let policy = EvictionPolicy::named(settings.word(Param::MaxMemoryPolicy));
        if self.eviction.policy != policy {
            self.eviction.policy = policy;
            self.eviction.dry = false;
            self.eviction.peers.clear();
        }
        self.eviction.waits = false;
        let limit = settings.bytes(Param::MaxMemory);
        self.memory.set(limit, policy.is_some());
    }

    /// Looks at the memory in use, and makes some room if that is wanted.
    #[inline(always)]
    pub(crate) fn mind_memory(&mut self) {
        self.memory.look();
        if self.memory.excess_bytes() > 0 {
            self.make_room();
        }
    }

    /// As [`Self::mind_memory`], once a turn: answers who has asked.
    pub(crate) fn keep_within_limit(&mut self) {
        self.mind_memory();
        let exceeded = self.memory.excess_bytes() > 0;
        if exceeded || self.eviction.since_ms.is_some() {
            self.eviction.note_time(exceeded, self.now_ms);
        }
        while let Some(asker) = self.eviction.askers.pop() {
            self.tell_sweep(asker, false);
        }
    }

    /// There is room to be made, and this core does not wait for others.
    pub(crate) fn makes_room(&self) -> bool {
        let wanted = self.memory.excess_bytes() > 0 && self.eviction.policy.is_some();
        wanted && !(self.eviction.dry || self.eviction.waits || self.held())
    }

    #[cold]
    fn make_room(&mut self) {
        let Some(policy) = self.eviction.policy else {
            return;
        };
        // While others make room, one look in a while is enough.
        let eviction = &self.eviction;
        let seen = eviction.dry && eviction.dry_ms == self.now_ms && !self.memory.refuses();
        if self.held() || seen {
            return;
        }
        let started_ns = self.bodies.stopwatch.now_ns();
        let hurries = self.memory.excess_bytes() > self.memory.bytes_max() / HURRY_PART;
        let stretches = if hurries { HURRY_STRETCHES } else { 1 };
        let tenacity = self.control.settings.int(Param::MaxMemoryEvictionTenacity);
        for _ in 0..stretches * windows(tenacity) {
            if !self.is_abreast() {
                break;
            }
            let found = timed(Step::Eviction, || self.evict_of_window(policy));
            self.memory.look();
            if found != Found::Some || self.memory.excess_bytes() == 0 {
                self.eviction.dry = found == Found::None;
                self.eviction.dry_ms = self.now_ms;
                break;
            }
            self.eviction.dry = false;
        }
        self.judge_dryness();
        let ns = self.bodies.stopwatch.now_ns().saturating_sub(started_ns);
        self.bodies.latency.note(LatencyEvent::EvictionCycle, ns);
    }

    /// Whether this core is not too far ahead of the others, which are asked to go on.
    fn is_abreast(&mut self) -> bool {
        let own = self.eviction.position;
        self.eviction
            .peers
            .resize(usize::from(self.cores), Peer::default());
        let mut abreast = true;
        for core in 0..self.cores {
            let peer = self.eviction.peers[usize::from(core)];
            if core == self.id || peer.dry {
                continue;
            }
            if own > peer.position + LEAD_SLOTS {
                self.ask_for_room(core);
            }
            abreast &= own <= peer.position + LEAD_SLOTS_MAX;
        }
        // Nobody waits for others where memory runs short.
        abreast |= self.memory.is_strained();
        self.eviction.waits = !abreast;
        abreast
    }

    /// Where nothing here may go, the others are asked; where nothing may go anywhere, what needs
    /// memory is refused.
    fn judge_dryness(&mut self) {
        if self.memory.excess_bytes() == 0 || !self.eviction.dry {
            self.memory.set_refusal(false);
            return;
        }
        let mut all = true;
        for core in 0..self.cores {
            let peer = self.eviction.peers.get(usize::from(core));
            if core != self.id {
                all &= peer.is_some_and(|peer| peer.dry);
                self.ask_for_room(core);
            }
        }
        if all {
            self.marks.hit(Mark::EvictionDry);
        }
        self.memory.set_refusal(all);
    }

    fn ask_for_room(&mut self, core: CoreId) {
        let running = self.crew.stage == CoreStage::Running;
        let Some(peer) = self.eviction.peers.get_mut(usize::from(core)) else {
            return;
        };
        if running && !peer.asked {
            peer.asked = true;
            self.marks.hit(Mark::EvictionAsked);
            self.tell_sweep(core, true);
        }
    }

    fn tell_sweep(&mut self, core: CoreId, asks: bool) {
        // Who leaves says nothing more, and nothing is said to who has left.
        if core < self.cores && self.id < self.cores {
            let sweep = Sweep {
                position: self.eviction.position,
                dry: self.eviction.dry,
                asks,
            };
            self.send(core, Message::Evict(sweep));
        }
    }

    /// Another core has told how far it is.
    pub(crate) fn hear_of_sweep(&mut self, from: CoreId, sweep: Sweep) {
        let eviction = &mut self.eviction;
        if eviction.peers.len() <= usize::from(from) {
            let count = usize::from(from) + 1;
            eviction.peers.resize(count, Peer::default());
        }
        let peer = &mut eviction.peers[usize::from(from)];
        peer.position = sweep.position;
        peer.dry = sweep.dry;
        peer.asked &= sweep.asks;
        // Who is more than a round behind, having come later, need not catch up.
        let behind = sweep.position.saturating_sub(SLOTS as u64);
        eviction.position = eviction.position.max(behind);
        eviction.waits = false;
        if sweep.asks {
            eviction.askers.push(from);
        }
        if eviction.dry {
            self.memory.look();
            self.judge_answers();
        }
    }

    /// The number of cores has changed.
    pub(crate) fn forget_sweeps(&mut self) {
        self.eviction.peers.clear();
        self.eviction.waits = false;
    }

    /// With the answers of others, what needs memory may have to be refused, or need not be.
    fn judge_answers(&mut self) {
        let others = 0..usize::from(self.cores);
        let mut others = others.filter(|&core| core != usize::from(self.id));
        let peers = &self.eviction.peers;
        let all = others.all(|core| peers.get(core).is_some_and(|peer| peer.dry));
        self.memory.set_refusal(all);
    }

    /// Weighs some keys and removes the few that are to go first.
    fn evict_of_window(&mut self, policy: EvictionPolicy) -> Found {
        let mut window = std::mem::take(&mut self.eviction.window);
        let found = self.fill_window(policy, &mut window);
        if found == Found::Some {
            let samples = self.control.settings.int(Param::MaxMemorySamples);
            let per_key = KEYS_PER_SAMPLE * usize::try_from(samples).unwrap_or(1).max(1);
            let count = (window.len() / per_key).max(1);
            window.select_nth_unstable_by(count - 1, |a, b| b.cmp(a));
            window.truncate(count);
            window.sort_unstable_by_key(|candidate| candidate.slot);
            self.evict(&window);
        }
        window.clear();
        self.eviction.window = window;
        found
    }

    /// Goes on with the sweep until there are keys enough to be weighed.
    fn fill_window(&mut self, policy: EvictionPolicy, window: &mut Vec<Candidate>) -> Found {
        if !self.reclaiming.is_empty() {
            // What is being freed will make room.
            self.eviction.barren = 0;
        }
        let (mut entries, mut slots) = (0, 0);
        while self.eviction.barren <= SLOTS && slots < WINDOW_SLOTS {
            let slot = self.eviction.slot();
            match self.directory.place(slot) {
                Place::Lent(_) => {
                    self.eviction.barren = 0;
                    slots += 1;
                }
                Place::Here(_) if !policy.volatile_only || self.expiry.is_noted(slot) => {
                    slots += 1;
                    if !self.weigh_slot(slot, policy, window, &mut entries) {
                        break;
                    }
                }
                Place::Here(_) | Place::Empty | Place::Moved => {}
            }
            self.eviction.step();
            self.eviction.barren += 1;
        }
        if !window.is_empty() {
            self.eviction.barren = 0;
            return Found::Some;
        }
        if self.eviction.barren <= SLOTS {
            return Found::NotYet;
        }
        // The next look is at every slot once more.
        self.eviction.barren = 0;
        Found::None
    }

    /// Adds keys of a slot to the window. False if it is full; the sweep is still in the slot then.
    fn weigh_slot(
        &mut self,
        slot: u16,
        policy: EvictionPolicy,
        window: &mut Vec<Candidate>,
        entries: &mut usize,
    ) -> bool {
        let Some(content) = self.directory.peek(slot) else {
            return true;
        };
        let (eviction, settings) = (&mut self.eviction, &self.bodies.settings);
        let (now_ms, rng) = (self.now_ms, &mut self.bodies.rng);
        let from = eviction.database;
        for db in content.databases().filter(|&db| db >= from) {
            let Some(table) = content.table(db) else {
                continue;
            };
            if policy.volatile_only && table.expires_len() == 0 {
                continue;
            }
            if db > eviction.database {
                eviction.database = db;
                eviction.cursor = 0;
            }
            loop {
                let wanted = WINDOW_KEYS
                    .saturating_sub(window.len())
                    .min(WINDOW_ENTRIES.saturating_sub(*entries));
                if wanted == 0 {
                    return false;
                }
                eviction.cursor = table.scan(eviction.cursor, wanted, &mut |entry| {
                    *entries += 1;
                    if let Some(rank) = policy.rank((table, entry), now_ms, settings, rng) {
                        window.push(Candidate {
                            rank,
                            hash: table.hash(table.key(entry)),
                            db,
                            slot,
                        });
                    }
                });
                if eviction.cursor == 0 {
                    break;
                }
                // An empty stretch of a table counts, too.
                *entries += 1;
            }
            eviction.database = db + 1;
        }
        true
    }

    /// Removes these keys, given in the order of their slots.
    fn evict(&mut self, keys: &[Candidate]) {
        for of_slot in keys.chunk_by(|a, b| a.slot == b.slot) {
            let slot = of_slot[0].slot;
            for key in of_slot {
                self.evict_key(key);
            }
            let Some(content) = self.directory.peek_mut(slot) else {
                continue;
            };
            content.settle(SETTLED_PIECES);
            self.expiry.note(content);
            self.reclaiming.note(content, crate::upkeep::RECLAIM_STEPS);
            let awaited = content.has_ready();
            self.directory.settle(slot);
            if awaited {
                self.serve_expired(slot);
            }
        }
    }

    fn evict_key(&mut self, candidate: &Candidate) {
        let Some(content) = self.directory.peek_mut(candidate.slot) else {
            return;
        };
        let now_ms = content.now_ms(self.now_ms);
        let watched = self.bodies.latency.threshold_ms > 0;
        let started_ns = watched.then(|| self.bodies.stopwatch.now_ns());
        let stats = &mut self.bodies.keyspace_stats;
        let Some(key) = content.evict(candidate.db, candidate.hash, stats) else {
            return;
        };
        if let Some(started_ns) = started_ns {
            let ns = self.bodies.stopwatch.now_ns().saturating_sub(started_ns);
            self.bodies.latency.note(LatencyEvent::EvictionDel, ns);
        }
        let (db, effects) = (candidate.db, &mut self.bodies.effects);
        commands::note_evicted(effects, &self.bodies.settings, db, &key);
        self.bodies.position += 1;
        self.bodies.wrote = true;
        self.marks.hit(Mark::Evicted);
        if self.bodies.keeps_history() {
            let event = Event::Evicted { db, key };
            self.bodies.record(event, None, Vec::new(), now_ms);
        }
    }
}

/// Windows at a stretch.
fn windows(tenacity: i64) -> usize {
    if tenacity <= TENACITY_USUAL {
        let more = (STRETCH_WINDOWS - 1) as i64 * tenacity.max(0) / TENACITY_USUAL;
        return 1 + more as usize;
    }
    let tenths = (TENACITY_USUAL..tenacity).fold(10 * STRETCH_WINDOWS, |tenths, _| {
        (tenths + tenths * 15 / 100).min(10 * STRETCH_WINDOWS_MAX)
    });
    tenths / 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_short_unless_told_otherwise() {
        let stretches: Vec<usize> = [0, 5, 10, 11, 20, 50, 100].map(windows).into();
        assert_eq!(stretches, [1, 2, 4, 4, 15, 64, 64]);
    }
}
