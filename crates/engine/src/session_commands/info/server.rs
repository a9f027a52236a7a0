//! INFO: what the server is and holds: Server, TLS, Clients, Persistence, Replication, CPU,
//! Scripting Engines.
//!
//! Must never invent a number.

use std::fmt::Write;

use settings::Param;

use super::{lines, more_lines, number, seconds, zero};
use crate::core::Core;
use crate::report::CoreReport;

impl Core {
    pub(super) fn server(&self, out: &mut String) {
        let facts = &self.shared.facts;
        let uptime = (self.now_ms - facts.started_ms).max(0) / 1000;
        let hz = self.control.settings.hz().to_string();
        let zone = self.control.settings.text(Param::AvailabilityZone);
        let text = |value: &str| value.to_owned();
        let mode_name = if self.control.presents_itself_as_redis() {
            "redis_mode"
        } else {
            "server_mode"
        };
        lines(
            out,
            "Server",
            &[
                (
                    "redis_version",
                    text(super::super::connection::REDIS_VERSION),
                ),
                ("server_name", text("valkey")),
                (
                    "valkey_version",
                    text(super::super::connection::VALKEY_VERSION),
                ),
                ("valkey_release_stage", text("ga")),
                ("ringkey_version", text(env!("CARGO_PKG_VERSION"))),
                ("redis_git_sha1", text("00000000")),
                ("redis_git_dirty", zero()),
                ("redis_build_id", zero()),
                (mode_name, text(self.control.mode())),
                ("os", facts.os.clone()),
                ("arch_bits", usize::BITS.to_string()),
                ("monotonic_clock", text("POSIX clock_gettime")),
                ("multiplexing_api", facts.multiplexing.clone()),
                ("gcc_version", text("0.0.0")),
                ("process_id", facts.process_id.to_string()),
                ("process_supervised", facts.supervised.clone()),
                ("run_id", facts.run_id.clone()),
                ("tcp_port", self.control.settings.port().to_string()),
                ("server_time_usec", (self.now_ms * 1000).to_string()),
                ("uptime_in_seconds", uptime.to_string()),
                ("uptime_in_days", (uptime / 86_400).to_string()),
                ("hz", hz.clone()),
                ("configured_hz", hz.clone()),
                ("clients_hz", hz),
                (
                    "lru_clock",
                    ((self.now_ms / 1000) & 0x00FF_FFFF).to_string(),
                ),
                ("executable", facts.executable.clone()),
                ("config_file", facts.config_file.clone()),
                ("io_threads_active", zero()),
                (
                    "availability_zone",
                    String::from_utf8_lossy(zone).into_owned(),
                ),
                ("cores", self.cores.to_string()),
                ("ring_features", self.ring_features.clone()),
            ],
        );
        for (i, listener) in self.listeners().iter().enumerate() {
            let _ = write!(out, "listener{i}:{listener}\r\n");
        }
    }

    fn listeners(&self) -> Vec<String> {
        let settings = &self.control.settings;
        let mut listeners = Vec::new();
        let binds: Vec<String> = settings
            .bind()
            .iter()
            .map(|address| format!("bind={}", address.host))
            .collect();
        if settings.port() != 0 && !binds.is_empty() {
            listeners.push(format!(
                "name=tcp,{},port={}",
                binds.join(","),
                settings.port()
            ));
        }
        if let Some(path) = settings.name(Param::UnixSocket) {
            listeners.push(format!("name=unix,bind={path}"));
        }
        listeners
    }

    pub(super) fn clients(&self, report: &CoreReport, out: &mut String) {
        let paused = self.control.pause.described(self.now_ms);
        lines(
            out,
            "Clients",
            &[
                ("connected_clients", number(report.clients)),
                ("cluster_connections", zero()),
                ("maxclients", self.control.settings.maxclients().to_string()),
                (
                    "client_recent_max_input_buffer",
                    number(report.longest_input),
                ),
                (
                    "client_recent_max_output_buffer",
                    number(report.longest_output),
                ),
                ("blocked_clients", number(report.blocked)),
                ("tracking_clients", zero()),
                ("pubsub_clients", number(report.pubsub_clients)),
                ("watching_clients", number(report.watching)),
                ("clients_in_timeout_table", number(report.timeouts)),
                ("total_watched_keys", number(report.watched_keys)),
                (
                    "total_blocking_keys",
                    number(report.blocking_keys.len() as u64),
                ),
                (
                    "total_blocking_keys_on_nokey",
                    number(report.blocking_keys_on_nokey.len() as u64),
                ),
                ("paused_reason", paused.0.to_owned()),
                ("paused_actions", paused.1.to_owned()),
                ("paused_timeout_milliseconds", number(paused.2)),
            ],
        );
    }

    pub(super) fn persistence(&self, report: &CoreReport, out: &mut String) {
        let ok = || "ok".to_owned();
        let never = || "-1".to_owned();
        lines(
            out,
            "Persistence",
            &[
                ("loading", zero()),
                ("async_loading", zero()),
                ("current_cow_peak", zero()),
                ("current_cow_size", zero()),
                ("current_cow_size_age", zero()),
                ("current_fork_perc", "0.00".to_owned()),
                ("current_save_keys_processed", zero()),
                ("current_save_keys_total", zero()),
                ("rdb_changes_since_last_save", number(report.changes)),
                ("rdb_bgsave_in_progress", zero()),
                // As on Valkey, nothing was lost when the server started.
                (
                    "rdb_last_save_time",
                    (self.shared.facts.started_ms / 1000).to_string(),
                ),
                ("rdb_last_bgsave_status", ok()),
                ("rdb_last_bgsave_time_sec", never()),
                ("rdb_current_bgsave_time_sec", never()),
                ("rdb_saves", zero()),
                ("rdb_last_cow_size", zero()),
                ("rdb_last_load_keys_expired", zero()),
                ("rdb_last_load_keys_loaded", zero()),
                ("aof_enabled", zero()),
                ("aof_rewrite_in_progress", zero()),
                ("aof_rewrite_scheduled", zero()),
                ("aof_last_rewrite_time_sec", never()),
                ("aof_current_rewrite_time_sec", never()),
                ("aof_last_bgrewrite_status", ok()),
                ("aof_rewrites", zero()),
                ("aof_rewrites_consecutive_failures", zero()),
                ("aof_last_write_status", ok()),
                ("aof_last_cow_size", zero()),
                ("module_fork_in_progress", zero()),
                ("module_fork_last_cow_size", zero()),
                ("slot_migration_fork_in_progress", zero()),
            ],
        );
    }

    pub(super) fn replication(&self, report: &CoreReport, out: &mut String) {
        let backlog = self.control.settings.bytes(Param::ReplBacklogSize);
        let told = report.replication.clone().unwrap_or_default();
        lines(
            out,
            "Replication",
            &[
                ("role", "master".to_owned()),
                ("connected_slaves", number(told.replicas.len() as u64)),
            ],
        );
        for (place, replica) in told.replicas.iter().enumerate() {
            let line = format!(
                "ip={},port={},state={},offset={},lag={},type=replica",
                replica.ip, replica.port, replica.state, replica.offset, replica.lag_s
            );
            more_lines(out, &[(&format!("slave{place}"), line)]);
        }
        more_lines(
            out,
            &[
                ("replicas_waiting_psync", zero()),
                ("master_failover_state", "no-failover".to_owned()),
                ("master_replid", self.shared.facts.run_id.clone()),
                ("master_replid2", "0".repeat(40)),
                ("master_repl_offset", number(told.offset)),
                ("second_repl_offset", "-1".to_owned()),
                ("repl_backlog_active", zero()),
                ("repl_backlog_size", number(backlog)),
                ("repl_backlog_first_byte_offset", zero()),
                ("repl_backlog_histlen", zero()),
            ],
        );
    }

    /// The thread of the core that is asked stands for Valkey's main thread; its active time is
    /// the average of all cores.
    pub(super) fn cpu(&self, report: &CoreReport, out: &mut String) {
        let active_us = report.sessions.active_ns / 1000 / u64::from(self.cores);
        lines(
            out,
            "CPU",
            &[
                ("used_cpu_sys", seconds(self.usage.system_us)),
                ("used_cpu_user", seconds(self.usage.user_us)),
                ("used_cpu_sys_children", seconds(0)),
                ("used_cpu_user_children", seconds(0)),
                (
                    "used_cpu_sys_main_thread",
                    seconds(self.usage.thread_system_us),
                ),
                (
                    "used_cpu_user_main_thread",
                    seconds(self.usage.thread_user_us),
                ),
                ("used_active_time_main_thread", seconds(active_us)),
            ],
        );
    }
}

pub(super) fn tls(out: &mut String) {
    let none = || "none".to_owned();
    lines(
        out,
        "TLS",
        &[
            ("tls_server_cert_serial", none()),
            ("tls_server_cert_expires_in_seconds", zero()),
            ("tls_client_cert_serial", none()),
            ("tls_client_cert_expires_in_seconds", zero()),
            ("tls_ca_cert_serial", none()),
            ("tls_ca_cert_expires_in_seconds", zero()),
        ],
    );
}

pub(super) fn scripting_engines(out: &mut String) {
    lines(
        out,
        "Scripting Engines",
        &[
            ("engines_count", zero()),
            ("engines_total_used_memory", zero()),
            ("engines_total_memory_overhead", zero()),
        ],
    );
}
