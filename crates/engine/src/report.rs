//! What one core tells of itself when INFO asks.
//!
//! Must never change anything; numbers of all cores are added up by the core that was asked.

use std::collections::BTreeMap;

use keyspace::KeyspaceStats;

use crate::core::Core;
use crate::session::{Session, State};
use crate::stats::{CommandStats, SessionStats};

/// What the driver knows of the process, read now and then.
#[derive(Clone, Copy, Debug, Default)]
pub struct ProcessUsage {
    pub rss_bytes: u64,
    pub user_us: u64,
    pub system_us: u64,
}

/// One database, summed over slots.
#[derive(Clone, Copy, Debug, Default)]
pub struct DatabaseCounts {
    pub keys: u64,
    pub expires: u64,
}

/// One core's numbers.
#[derive(Clone, Debug, Default)]
pub struct CoreReport {
    pub commands: CommandStats,
    pub sessions: SessionStats,
    pub keyspace: KeyspaceStats,
    pub databases: BTreeMap<u32, DatabaseCounts>,
    pub dataset_bytes: u64,
    pub client_bytes: u64,
    pub clients: u64,
    pub blocked: u64,
    pub pubsub_clients: u64,
    pub watching: u64,
    pub watched_keys: u64,
    pub blocking_keys: u64,
    pub channels: u64,
    pub patterns: u64,
    pub timeouts: u64,
    pub loans: u64,
}

impl CoreReport {
    /// Adds another core's numbers. Patterns are known to every core and not added.
    pub(crate) fn add(&mut self, other: &Self) {
        self.commands.add(&other.commands);
        self.sessions.add(&other.sessions);
        self.keyspace.add(&other.keyspace);
        for (&db, counts) in &other.databases {
            let mine = self.databases.entry(db).or_default();
            mine.keys += counts.keys;
            mine.expires += counts.expires;
        }
        self.dataset_bytes += other.dataset_bytes;
        self.client_bytes += other.client_bytes;
        self.clients += other.clients;
        self.blocked += other.blocked;
        self.pubsub_clients += other.pubsub_clients;
        self.watching += other.watching;
        self.watched_keys += other.watched_keys;
        self.blocking_keys += other.blocking_keys;
        self.channels += other.channels;
        self.patterns = self.patterns.max(other.patterns);
        self.timeouts += other.timeouts;
        self.loans += other.loans;
    }
}

impl Core {
    /// This core's numbers; `asker` says that the asking session is not in the table.
    pub(crate) fn report(&self, asker: Option<&Session>) -> CoreReport {
        let mut report = CoreReport {
            commands: self.bodies.command_stats.clone(),
            sessions: self.stats,
            keyspace: self.bodies.keyspace_stats,
            channels: self.channels.names().count() as u64,
            patterns: self.channels.pattern_count() as u64,
            loans: self.loans.len() as u64,
            ..CoreReport::default()
        };
        for slot in self.directory.contents() {
            let (tables, own_bytes) = slot.memory();
            report.dataset_bytes += (tables.total() + own_bytes) as u64;
            for db in slot.databases() {
                let counts = report.databases.entry(db).or_default();
                counts.keys += slot.keys(db) as u64;
                counts.expires += slot.expires(db) as u64;
            }
        }
        for session in self.sessions.iter().chain(asker) {
            report.clients += 1;
            report.client_bytes += session.memory_bytes() as u64;
            report.pubsub_clients += u64::from(session.subscription_count() > 0);
            report.watching += u64::from(!session.watched.is_empty());
            report.watched_keys += session.watched.len() as u64;
            if let State::Blocked(blocked) = &session.state {
                report.blocked += 1;
                report.blocking_keys += blocked.places.len() as u64;
                report.timeouts += u64::from(blocked.deadline_ms.is_some());
            }
        }
        report
    }
}
