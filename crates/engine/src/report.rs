//! What one core tells of itself when INFO asks.
//!
//! Must never change anything; numbers of all cores are added up by the core that was asked.

use std::collections::{BTreeMap, BTreeSet};

use command_table::CommandId;
use keyspace::{KeyspaceStats, Slot};
use mesh::CoreId;

use crate::core::Core;
use crate::crew::CoreStage;
use crate::gather::Part;
use crate::rates::PerSecond;
use crate::replication::ReplicationFigures;
use crate::session::{Session, State};
use crate::stats::{CommandStats, SessionStats};

/// What the driver knows of the process, read now and then.
#[derive(Clone, Copy, Debug, Default)]
pub struct ProcessUsage {
    /// Processor time of all threads.
    pub user_us: u64,
    pub system_us: u64,
    /// Processor time of the core's own thread.
    pub thread_user_us: u64,
    pub thread_system_us: u64,
}

/// One database, summed over slots.
#[derive(Clone, Copy, Debug, Default)]
pub struct DatabaseCounts {
    pub keys: u64,
    pub expires: u64,
    /// Keys with fields that expire.
    pub expiring_hashes: u64,
    /// What finds keys, and what knows their times, in bytes.
    pub index_bytes: u64,
    pub expiry_bytes: u64,
    /// Times that the keys looked at have left, added up, and how many keys these are.
    pub ttl_sum_ms: u64,
    pub ttl_keys: u64,
}

impl DatabaseCounts {
    /// Average time that keys with an expiry have left, by sample.
    pub(crate) fn average_ttl_ms(&self) -> u64 {
        self.ttl_sum_ms.checked_div(self.ttl_keys).unwrap_or(0)
    }

    fn add(&mut self, other: &Self) {
        self.keys += other.keys;
        self.expires += other.expires;
        self.expiring_hashes += other.expiring_hashes;
        self.index_bytes += other.index_bytes;
        self.expiry_bytes += other.expiry_bytes;
        self.ttl_sum_ms = self.ttl_sum_ms.saturating_add(other.ttl_sum_ms);
        self.ttl_keys += other.ttl_keys;
    }

    /// Looks at some keys of a slot for the average.
    fn sample(&mut self, slot: &Slot, db: u32, now_ms: i64) {
        let Some(table) = slot.table(db).filter(|_| self.ttl_keys < TTL_KEYS_MAX) else {
            return;
        };
        table.scan(0, TTL_KEYS_PER_SLOT, &mut |entry| {
            if let Some(at_ms) = table.expire_at_ms(entry) {
                let left_ms = u64::try_from(at_ms.saturating_sub(now_ms)).unwrap_or(0);
                self.ttl_sum_ms = self.ttl_sum_ms.saturating_add(left_ms);
                self.ttl_keys += 1;
            }
        });
    }
}

/// Keys of a database and core that the average time to live is made of.
const TTL_KEYS_MAX: u64 = 256;

/// Keys of a slot that are looked at for it.
const TTL_KEYS_PER_SLOT: usize = 16;

/// What is told of each core apart.
#[derive(Clone, Copy, Debug, Default)]
pub struct CoreFigures {
    pub core: CoreId,
    pub stage: CoreStage,
    pub slots: u64,
    pub keys: u64,
    pub clients: u64,
    /// How busy it was of late, in millionths of its time.
    pub busy: u32,
    pub stats: SessionStats,
}

/// One core's numbers.
#[derive(Clone, Debug, Default)]
pub struct CoreReport {
    /// Of each core that was added.
    pub cores: Vec<CoreFigures>,
    /// A slot that is too much for any core alone, and its core.
    pub too_hot: Option<(u16, CoreId)>,
    /// How many cores there had better be, if not as many as there are.
    pub cores_wanted: Option<CoreId>,
    pub commands: CommandStats,
    pub sessions: SessionStats,
    pub keyspace: KeyspaceStats,
    pub databases: BTreeMap<u32, DatabaseCounts>,
    /// Tables of all databases and what else slots hold; of these, what holds no key or value.
    pub slot_bytes: u64,
    pub table_bytes: u64,
    pub client_bytes: u64,
    pub clients: u64,
    pub blocked: u64,
    pub pubsub_clients: u64,
    pub watching: u64,
    pub watched_keys: u64,
    pub blocking_keys: BTreeSet<(u32, Box<[u8]>)>,
    pub channels: u64,
    pub patterns: u64,
    /// Keys for whose absence somebody waits as well.
    pub blocking_keys_on_nokey: BTreeSet<(u32, Box<[u8]>)>,
    pub timeouts: u64,
    /// Effects of writes since the start.
    pub changes: u64,
    pub loans: u64,
    /// The longest steps of upkeep.
    pub steps: stdx::steps::StepTimes,
    /// For how many milliseconds more memory was in use than is allowed, in all and of late; the
    /// most of any core.
    pub exceeded_ms: (u64, u64),
    pub per_second: PerSecond,
    /// The largest buffers of a client, in bytes.
    pub longest_input: u64,
    pub longest_output: u64,
    /// Of the core that has the replicas.
    pub(crate) replication: Option<ReplicationFigures>,
}

impl CoreReport {
    /// All cores' numbers together.
    pub(crate) fn sum(parts: Vec<Part>) -> Self {
        let mut total = Self::default();
        for part in parts {
            if let Part::Report(part) = part {
                total.add(&part);
            }
        }
        total
    }

    /// Snapshots that replicas have asked for.
    pub(crate) fn full_syncs(&self) -> u64 {
        let replication = self.replication.as_ref();
        replication.map_or(0, |replication| replication.full_syncs)
    }

    /// Adds another core's numbers. Patterns are known to every core and not added.
    pub(crate) fn add(&mut self, other: &Self) {
        self.cores.extend(&other.cores);
        self.too_hot = self.too_hot.or(other.too_hot);
        self.cores_wanted = self.cores_wanted.or(other.cores_wanted);
        self.commands.add(&other.commands);
        self.sessions.add(&other.sessions);
        self.keyspace.add(&other.keyspace);
        for (&db, counts) in &other.databases {
            let mine = self.databases.entry(db).or_default();
            mine.add(counts);
        }
        self.slot_bytes += other.slot_bytes;
        self.table_bytes += other.table_bytes;
        self.client_bytes += other.client_bytes;
        self.clients += other.clients;
        self.blocked += other.blocked;
        self.pubsub_clients += other.pubsub_clients;
        self.watching += other.watching;
        self.watched_keys += other.watched_keys;
        self.blocking_keys
            .extend(other.blocking_keys.iter().cloned());
        self.channels += other.channels;
        self.patterns = self.patterns.max(other.patterns);
        self.blocking_keys_on_nokey
            .extend(other.blocking_keys_on_nokey.iter().cloned());
        self.timeouts += other.timeouts;
        self.changes += other.changes;
        self.loans += other.loans;
        self.steps.add(&other.steps);
        self.exceeded_ms.0 = self.exceeded_ms.0.max(other.exceeded_ms.0);
        self.exceeded_ms.1 = self.exceeded_ms.1.max(other.exceeded_ms.1);
        self.per_second.add(&other.per_second);
        self.longest_input = self.longest_input.max(other.longest_input);
        self.longest_output = self.longest_output.max(other.longest_output);
        if other.replication.is_some() {
            self.replication.clone_from(&other.replication);
        }
    }
}

impl CoreReport {
    /// Adds what a slot holds.
    pub(crate) fn count_slot(&mut self, slot: &Slot, now_ms: i64) {
        let (tables, own_bytes) = slot.memory();
        self.slot_bytes += (tables.total() + own_bytes) as u64;
        // Subscribers of one channel may be on several cores, but the channel is in one slot.
        self.channels += slot.channels().count() as u64;
        self.table_bytes += (tables.index + tables.expiry + own_bytes) as u64;
        for db in slot.databases() {
            let counts = self.databases.entry(db).or_default();
            counts.keys += slot.keys(db) as u64;
            counts.expires += slot.expires(db) as u64;
            counts.expiring_hashes += slot.expiring_hashes(db) as u64;
            if let Some(table) = slot.table(db) {
                let memory = table.memory();
                counts.index_bytes += memory.index as u64;
                counts.expiry_bytes += memory.expiry as u64;
            }
            if slot.expires(db) > 0 {
                counts.sample(slot, db, now_ms);
            }
        }
    }
}

impl Core {
    /// This core's numbers; `asker` says that the asking session is not in the table.
    pub(crate) fn report(&self, asker: Option<&Session>) -> CoreReport {
        let mut report = CoreReport {
            commands: self.bodies.command_stats.clone(),
            sessions: self.stats,
            keyspace: self.bodies.keyspace_stats,
            changes: self.bodies.effects.changes,
            patterns: self.channels.pattern_count() as u64,
            loans: self.loans.len() as u64,
            steps: stdx::steps::times(),
            exceeded_ms: self.eviction.exceeded_ms(self.now_ms),
            per_second: self.rates.now(),
            too_hot: self.too_hot(),
            cores_wanted: self.cores_wanted(),
            replication: self.replication_figures(),
            ..CoreReport::default()
        };
        for slot in self.directory.contents() {
            report.count_slot(slot, self.now_ms);
        }
        if let Some(held) = self.held_by_exec.as_deref() {
            report.add(held);
        }
        for session in self.sessions.iter().chain(asker) {
            report.clients += 1;
            report.client_bytes += session.memory_bytes() as u64;
            report.longest_input = report.longest_input.max(session.input.capacity() as u64);
            let output = (session.out.len_bytes() + session.unsent_bytes) as u64;
            report.longest_output = report.longest_output.max(output);
            report.pubsub_clients += u64::from(session.subscription_count() > 0);
            report.watching += u64::from(!session.watched.is_empty());
            report.watched_keys += session.watched.len() as u64;
            report.blocked += u64::from(matches!(session.state, State::Postponed));
            if let State::Blocked(blocked) = &session.state
                && blocked.waiter.claim.state().is_none()
            {
                report.blocked += 1;
                let keys = blocked
                    .places
                    .iter()
                    .map(|(_, key)| (blocked.db, key.clone()));
                if blocked.command == CommandId::Xreadgroup {
                    report.blocking_keys_on_nokey.extend(keys.clone());
                }
                report.blocking_keys.extend(keys);
                report.timeouts += u64::from(blocked.deadline_ms.is_some());
            }
        }
        self.add_legacy(&mut report);
        if let Some((core, stage)) = self.crew.besides() {
            report.cores.push(CoreFigures {
                core,
                stage,
                ..CoreFigures::default()
            });
        }
        report.cores.push(CoreFigures {
            core: self.id,
            stage: self.crew.stage,
            slots: self.directory.owned().count() as u64,
            keys: report.databases.values().map(|db| db.keys).sum(),
            clients: report.clients,
            busy: self.busy(),
            stats: self.stats,
        });
        report
    }
}
