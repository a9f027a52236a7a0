//! INFO.
//!
//! Every number is true or left out; what Ringkey does not have yet (replicas, snapshots, scripts)
//! is reported as Valkey reports a server that has none.

use std::fmt::Write;

use command_table::CommandId;
use resp::{Args, ReplyWriter};
use settings::Param;

use crate::core::Core;
use crate::dispatch::Flow;
use crate::gather::{Part, Question};
use crate::report::CoreReport;
use crate::session::Session;

/// Sections in the order in which they are printed; the flag says whether plain INFO has it.
const SECTIONS: &[(&str, bool)] = &[
    ("server", true),
    ("tls", false),
    ("clients", true),
    ("memory", true),
    ("persistence", true),
    ("stats", true),
    ("replication", true),
    ("cpu", true),
    ("modules", true),
    ("commandstats", false),
    ("errorstats", true),
    ("latencystats", false),
    ("cluster", true),
    ("cluster_info", false),
    ("scriptingengines", false),
    ("keyspace", true),
];

/// INFO.
pub(crate) fn info(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let sections = args.tail(1).iter().map(<[u8]>::to_ascii_lowercase).collect();
    core.ask(session, CommandId::Info, Question::Report, sections)
}

fn wanted(asked: &[Vec<u8>]) -> Vec<&'static str> {
    let has = |word: &str| asked.iter().any(|section| section == word.as_bytes());
    let every = has("all") || has("everything");
    let default = asked.is_empty() || has("default");
    SECTIONS
        .iter()
        .filter(|(name, plain)| every || (default && *plain) || has(name))
        .map(|&(name, _)| name)
        .collect()
}

impl Core {
    pub(crate) fn write_info(
        &mut self,
        session: &mut Session,
        asked: &[Vec<u8>],
        parts: Vec<Part>,
    ) {
        let mut report = CoreReport::default();
        for part in parts {
            if let Part::Report(part) = part {
                report.add(&part);
            }
        }
        let mut text = String::new();
        for section in wanted(asked) {
            if !text.is_empty() {
                text.push_str("\r\n");
            }
            self.write_section(section, &report, &mut text);
        }
        self.reply_to(session, |out, proto| {
            ReplyWriter::new(out, proto).verbatim("txt", text.as_bytes());
        });
    }

    fn write_section(&self, section: &str, report: &CoreReport, out: &mut String) {
        match section {
            "server" => self.server(out),
            "clients" => self.clients(report, out),
            "memory" => self.memory(report, out),
            "persistence" => self.persistence(out),
            "stats" => self.stats_section(report, out),
            "replication" => self.replication(out),
            "cpu" => self.cpu(out),
            "commandstats" => commandstats(report, out),
            "errorstats" => errorstats(report, out),
            "cluster" => lines(out, "Cluster", &[("cluster_enabled", "0".to_owned())]),
            "keyspace" => keyspace(report, out),
            "modules" => lines(out, "Modules", &[]),
            "tls" => lines(out, "TLS", &[]),
            "latencystats" => lines(out, "Latencystats", &[]),
            "cluster_info" => lines(out, "Cluster Info", &[]),
            "scriptingengines" => {
                lines(out, "Scripting Engines", &[("engines_count", "0".to_owned())]);
            }
            _ => {}
        }
    }

    fn server(&self, out: &mut String) {
        let facts = &self.shared.facts;
        let uptime = (self.now_ms - facts.started_ms).max(0) / 1000;
        let hz = self.control.settings.hz().to_string();
        let port = self.control.settings.port().to_string();
        let zone = self.control.settings.get(b"availability-zone").unwrap_or_default();
        let text = |value: &str| value.to_owned();
        lines(
            out,
            "Server",
            &[
                ("redis_version", text("7.2.4")),
                ("server_name", text("valkey")),
                ("valkey_version", text(super::connection::VALKEY_VERSION)),
                ("valkey_release_stage", text("ga")),
                ("ringkey_version", text(env!("CARGO_PKG_VERSION"))),
                ("redis_git_sha1", text("00000000")),
                ("redis_git_dirty", text("0")),
                ("redis_build_id", text("0")),
                ("server_mode", text("standalone")),
                ("os", facts.os.clone()),
                ("arch_bits", text("64")),
                ("monotonic_clock", text("CLOCK_MONOTONIC")),
                ("multiplexing_api", facts.multiplexing.clone()),
                ("process_id", facts.process_id.to_string()),
                ("process_supervised", text("no")),
                ("run_id", facts.run_id.clone()),
                ("tcp_port", port),
                ("server_time_usec", (self.now_ms * 1000).to_string()),
                ("uptime_in_seconds", uptime.to_string()),
                ("uptime_in_days", (uptime / 86400).to_string()),
                ("hz", hz.clone()),
                ("configured_hz", hz.clone()),
                ("clients_hz", hz),
                ("lru_clock", ((self.now_ms / 1000) & 0x00FF_FFFF).to_string()),
                ("executable", facts.executable.clone()),
                ("config_file", facts.config_file.clone()),
                ("io_threads_active", text("0")),
                ("availability_zone", String::from_utf8_lossy(&zone).into_owned()),
                ("cores", self.cores.to_string()),
                ("ring_features", facts.ring_features.clone()),
            ],
        );
        for (i, listener) in facts.listeners.iter().enumerate() {
            let _ = write!(out, "listener{i}:{listener}\r\n");
        }
    }

    fn clients(&self, report: &CoreReport, out: &mut String) {
        let number = |value: u64| value.to_string();
        lines(
            out,
            "Clients",
            &[
                ("connected_clients", number(report.clients)),
                ("cluster_connections", number(0)),
                ("maxclients", self.control.settings.maxclients().to_string()),
                ("client_recent_max_input_buffer", number(0)),
                ("client_recent_max_output_buffer", number(0)),
                ("blocked_clients", number(report.blocked)),
                ("tracking_clients", number(0)),
                ("pubsub_clients", number(report.pubsub_clients)),
                ("watching_clients", number(report.watching)),
                ("clients_in_timeout_table", number(report.timeouts)),
                ("total_watched_keys", number(report.watched_keys)),
                ("total_blocking_keys", number(report.blocking_keys)),
                ("total_blocking_keys_on_nokey", number(0)),
                ("paused_reason", "none".to_owned()),
                ("paused_actions", "none".to_owned()),
                ("paused_timeout_milliseconds", number(0)),
            ],
        );
    }

    fn memory(&self, report: &CoreReport, out: &mut String) {
        let used = report.dataset_bytes + report.client_bytes;
        let rss = self.usage.rss_bytes;
        let limit = self.control.settings.bytes(Param::MaxMemory);
        let system = self.shared.facts.system_memory_bytes;
        let ratio = if used > 0 { rss as f64 / used as f64 } else { 1.0 };
        let number = |value: u64| value.to_string();
        lines(
            out,
            "Memory",
            &[
                ("used_memory", number(used)),
                ("used_memory_human", human(used)),
                ("used_memory_rss", number(rss)),
                ("used_memory_rss_human", human(rss)),
                ("used_memory_dataset", number(report.dataset_bytes)),
                ("used_memory_overhead", number(report.client_bytes)),
                ("total_system_memory", number(system)),
                ("total_system_memory_human", human(system)),
                ("number_of_cached_scripts", number(0)),
                ("number_of_functions", number(0)),
                ("number_of_libraries", number(0)),
                ("maxmemory", number(limit)),
                ("maxmemory_human", human(limit)),
                ("maxmemory_policy", self.control.settings.word(Param::MaxMemoryPolicy).to_owned()),
                ("mem_fragmentation_ratio", format!("{ratio:.2}")),
                ("mem_fragmentation_bytes", (rss as i64 - used as i64).to_string()),
                ("mem_clients_normal", number(report.client_bytes)),
                ("mem_allocator", self.shared.facts.allocator.clone()),
                ("active_defrag_running", number(0)),
                ("lazyfree_pending_objects", number(0)),
                ("lazyfreed_objects", number(0)),
            ],
        );
    }

    fn persistence(&self, out: &mut String) {
        let zero = || "0".to_owned();
        lines(
            out,
            "Persistence",
            &[
                ("loading", zero()),
                ("async_loading", zero()),
                ("rdb_bgsave_in_progress", zero()),
                ("rdb_last_bgsave_status", "ok".to_owned()),
                ("rdb_last_bgsave_time_sec", "-1".to_owned()),
                ("rdb_current_bgsave_time_sec", "-1".to_owned()),
                ("rdb_saves", zero()),
                ("aof_enabled", zero()),
                ("aof_rewrite_in_progress", zero()),
                ("aof_rewrite_scheduled", zero()),
                ("aof_last_bgrewrite_status", "ok".to_owned()),
                ("aof_last_write_status", "ok".to_owned()),
            ],
        );
    }

    fn stats_section(&self, report: &CoreReport, out: &mut String) {
        let number = |value: u64| value.to_string();
        let sessions = &report.sessions;
        lines(
            out,
            "Stats",
            &[
                ("total_connections_received", number(sessions.connections_received)),
                ("total_commands_processed", number(report.commands.total_calls)),
                ("total_net_input_bytes", number(sessions.input_bytes)),
                ("total_net_output_bytes", number(sessions.output_bytes)),
                ("rejected_connections", number(sessions.connections_rejected)),
                ("sync_full", number(0)),
                ("sync_partial_ok", number(0)),
                ("sync_partial_err", number(0)),
                ("expired_keys", number(report.keyspace.expired)),
                ("evicted_keys", number(0)),
                ("evicted_clients", number(0)),
                ("keyspace_hits", number(report.keyspace.hits)),
                ("keyspace_misses", number(report.keyspace.misses)),
                ("pubsub_channels", number(report.channels)),
                ("pubsub_patterns", number(report.patterns)),
                ("pubsubshard_channels", number(0)),
                ("latest_fork_usec", number(0)),
                ("total_forks", number(0)),
                ("unexpected_error_replies", number(0)),
                ("total_error_replies", number(report.commands.total_errors)),
                ("total_reads_processed", number(sessions.reads)),
                ("total_writes_processed", number(sessions.writes)),
                (
                    "client_query_buffer_limit_disconnections",
                    number(sessions.query_buffer_disconnections),
                ),
                (
                    "client_output_buffer_limit_disconnections",
                    number(sessions.output_buffer_disconnections),
                ),
                ("eventloop_cycles", number(sessions.turns)),
                ("hops", number(sessions.hops)),
                ("loans", number(sessions.loans)),
                ("recalls", number(sessions.recalls)),
                ("waits_on_lent_slots", number(sessions.waits_on_lent)),
            ],
        );
    }

    fn replication(&self, out: &mut String) {
        let zero = || "0".to_owned();
        lines(
            out,
            "Replication",
            &[
                ("role", "master".to_owned()),
                ("connected_slaves", zero()),
                ("replicas_waiting_psync", zero()),
                ("master_failover_state", "no-failover".to_owned()),
                ("master_replid", self.shared.facts.run_id.clone()),
                ("master_replid2", "0".repeat(40)),
                ("master_repl_offset", zero()),
                ("second_repl_offset", "-1".to_owned()),
                ("repl_backlog_active", zero()),
                ("repl_backlog_first_byte_offset", zero()),
                ("repl_backlog_histlen", zero()),
            ],
        );
    }

    fn cpu(&self, out: &mut String) {
        let seconds = |us: u64| format!("{}.{:06}", us / 1_000_000, us % 1_000_000);
        lines(
            out,
            "CPU",
            &[
                ("used_cpu_sys", seconds(self.usage.system_us)),
                ("used_cpu_user", seconds(self.usage.user_us)),
                ("used_cpu_sys_children", seconds(0)),
                ("used_cpu_user_children", seconds(0)),
            ],
        );
    }
}

fn commandstats(report: &CoreReport, out: &mut String) {
    out.push_str("# Commandstats\r\n");
    for (id, counts) in report.commands.commands() {
        let per_call = if counts.calls > 0 { counts.usec as f64 / counts.calls as f64 } else { 0.0 };
        let _ = write!(
            out,
            "cmdstat_{}:calls={},usec={},usec_per_call={per_call:.2},rejected_calls={},\
             failed_calls={}\r\n",
            id.full_name(),
            counts.calls,
            counts.usec,
            counts.rejected,
            counts.failed,
        );
    }
}

fn errorstats(report: &CoreReport, out: &mut String) {
    out.push_str("# Errorstats\r\n");
    for (code, count) in report.commands.errors() {
        let _ = write!(out, "errorstat_{code}:count={count}\r\n");
    }
}

fn keyspace(report: &CoreReport, out: &mut String) {
    out.push_str("# Keyspace\r\n");
    for (db, counts) in &report.databases {
        if counts.keys > 0 {
            let _ = write!(
                out,
                "db{db}:keys={},expires={},avg_ttl=0,keys_with_volatile_items=0\r\n",
                counts.keys, counts.expires
            );
        }
    }
}

fn lines(out: &mut String, title: &str, fields: &[(&str, String)]) {
    let _ = write!(out, "# {title}\r\n");
    for (name, value) in fields {
        let _ = write!(out, "{name}:{value}\r\n");
    }
}

/// Bytes as people read them.
fn human(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["K", "M", "G", "T", "P"];
    if bytes < 1024 {
        return format!("{bytes}B");
    }
    let mut value = bytes as f64;
    let mut unit = "B";
    for next in UNITS {
        if value < 1024.0 {
            break;
        }
        value /= 1024.0;
        unit = next;
    }
    format!("{value:.2}{unit}")
}
