//! What a core has counted and logged is not lost when it stops: core 0 has it from then on.
//!
//! Must never count anything twice: what is handed over is the core's own no more.

use crate::command_log::{CommandLogs, LogKind};
use crate::core::Core;
use crate::hand_off::PastMove;
use crate::latency::LatencyEvents;
use crate::report::CoreReport;
use crate::stats::{CommandStats, SessionStats};
use keyspace::KeyspaceStats;

/// Counts and logs of cores that have stopped.
#[derive(Debug, Default)]
pub struct Legacy {
    commands: CommandStats,
    sessions: SessionStats,
    keyspace: KeyspaceStats,
    logs: CommandLogs,
    latency: LatencyEvents,
    moves: Vec<PastMove>,
}

impl Core {
    /// Everything that this core has counted and logged so far.
    pub(crate) fn take_legacy(&mut self) -> Legacy {
        let moves: Vec<PastMove> = self.past_moves().copied().collect();
        self.forget_moves();
        Legacy {
            commands: std::mem::take(&mut self.bodies.command_stats),
            sessions: std::mem::take(&mut self.stats),
            keyspace: std::mem::take(&mut self.bodies.keyspace_stats),
            logs: std::mem::take(&mut self.logs),
            latency: std::mem::take(&mut self.bodies.latency.events),
            moves,
        }
    }

    /// On core 0: takes over what another core has counted and logged.
    pub(crate) fn inherit(&mut self, legacy: Legacy) {
        let mine = self.crew.legacy.get_or_insert_default();
        mine.commands.add(&legacy.commands);
        mine.sessions.add(&legacy.sessions);
        mine.keyspace.add(&legacy.keyspace);
        for past in legacy.moves {
            self.remember_move(past);
        }
        for kind in LogKind::ALL {
            for entry in legacy.logs.entries(kind) {
                self.logs.add(kind, entry.clone(), &self.control.settings);
            }
        }
        for (event, series) in legacy.latency {
            self.bodies
                .latency
                .events
                .entry(event)
                .or_default()
                .merge(series);
        }
    }

    /// Adds what cores have counted that are no more.
    pub(crate) fn add_legacy(&self, report: &mut CoreReport) {
        if let Some(legacy) = &self.crew.legacy {
            report.commands.add(&legacy.commands);
            report.sessions.add(&legacy.sessions);
            report.keyspace.add(&legacy.keyspace);
        }
    }
}
