//! INFO: what came and went: Stats, Debug.
//!
//! Must never invent a number.

use super::{lines, more_lines, number, zero};
use crate::report::CoreReport;

pub(super) fn stats(report: &CoreReport, out: &mut String) {
    let sessions = &report.sessions;
    let kilobytes = |bytes: u64| format!("{:.2}", bytes as f64 / 1024.0);
    lines(
        out,
        "Stats",
        &[
            (
                "total_connections_received",
                number(sessions.connections_received),
            ),
            (
                "total_commands_processed",
                number(report.commands.total_calls),
            ),
            (
                "instantaneous_ops_per_sec",
                number(report.per_second.commands),
            ),
            ("total_net_input_bytes", number(sessions.input_bytes)),
            ("total_net_output_bytes", number(sessions.output_bytes)),
            ("total_net_repl_input_bytes", zero()),
            ("total_net_repl_output_bytes", zero()),
            ("total_net_cluster_slot_import_bytes", zero()),
            ("total_net_cluster_slot_export_bytes", zero()),
            (
                "instantaneous_input_kbps",
                kilobytes(report.per_second.input_bytes),
            ),
            (
                "instantaneous_output_kbps",
                kilobytes(report.per_second.output_bytes),
            ),
            ("instantaneous_input_repl_kbps", kilobytes(0)),
            ("instantaneous_output_repl_kbps", kilobytes(0)),
            (
                "rejected_connections",
                number(sessions.connections_rejected),
            ),
            ("sync_full", number(report.full_syncs())),
            ("sync_partial_ok", zero()),
            ("sync_partial_err", zero()),
        ],
    );
    removed_stats(report, out);
    more_lines(
        out,
        &[
            ("keyspace_hits", number(report.keyspace.hits)),
            ("keyspace_misses", number(report.keyspace.misses)),
            ("pubsub_channels", number(report.channels)),
            ("pubsub_patterns", number(report.patterns)),
            ("pubsubshard_channels", zero()),
            ("latest_fork_usec", zero()),
        ],
    );
    absent_stats(out);
    more_stats(report, out);
}

/// Keys, fields and clients that are gone without anybody having asked for it.
fn removed_stats(report: &CoreReport, out: &mut String) {
    let sessions = &report.sessions;
    more_lines(
        out,
        &[
            ("expired_keys", number(report.keyspace.expired)),
            ("expired_fields", number(report.keyspace.expired_fields)),
            ("expired_stale_perc", "0.00".to_owned()),
            (
                "expired_keys_with_volatile_items_stale_perc",
                "0.00".to_owned(),
            ),
            ("expired_time_cap_reached_count", zero()),
            (
                "expire_cycle_cpu_milliseconds",
                number(sessions.expire_ns / 1_000_000),
            ),
            ("evicted_keys", number(report.keyspace.evicted)),
            ("evicted_clients", zero()),
            ("evicted_scripts", zero()),
            ("total_eviction_exceeded_time", number(report.exceeded_ms.0)),
            (
                "current_eviction_exceeded_time",
                number(report.exceeded_ms.1),
            ),
        ],
    );
}

/// What Ringkey does not have yet.
fn absent_stats(out: &mut String) {
    more_lines(
        out,
        &[
            ("total_forks", zero()),
            ("migrate_cached_sockets", zero()),
            ("slave_expires_tracked_keys", zero()),
            ("active_defrag_hits", zero()),
            ("active_defrag_misses", zero()),
            ("active_defrag_key_hits", zero()),
            ("active_defrag_key_misses", zero()),
            ("total_active_defrag_time", zero()),
            ("current_active_defrag_time", zero()),
            ("tracking_total_keys", zero()),
            ("tracking_total_items", zero()),
            ("tracking_total_prefixes", zero()),
        ],
    );
}

fn more_stats(report: &CoreReport, out: &mut String) {
    let sessions = &report.sessions;
    let per_turn_us = report
        .per_second
        .active_us
        .checked_div(report.per_second.turns);
    more_lines(
        out,
        &[
            ("unexpected_error_replies", zero()),
            ("total_error_replies", number(report.commands.total_errors)),
            ("dump_payload_sanitizations", zero()),
            ("total_reads_processed", number(sessions.reads)),
            ("total_writes_processed", number(sessions.writes)),
            ("io_threaded_reads_processed", zero()),
            ("io_threaded_writes_processed", zero()),
            ("io_threaded_freed_objects", zero()),
            ("io_threaded_accept_processed", zero()),
            ("io_threaded_poll_processed", zero()),
            ("io_threaded_total_prefetch_batches", zero()),
            ("io_threaded_total_prefetch_entries", zero()),
            (
                "client_query_buffer_limit_disconnections",
                number(sessions.query_buffer_disconnections),
            ),
            (
                "client_output_buffer_limit_disconnections",
                number(sessions.output_buffer_disconnections),
            ),
            ("reply_buffer_shrinks", zero()),
            ("reply_buffer_expands", zero()),
            ("eventloop_cycles", number(sessions.turns)),
            ("eventloop_duration_sum", number(sessions.active_ns / 1000)),
            (
                "eventloop_duration_cmd_sum",
                number(report.commands.total_ns / 1000),
            ),
            (
                "instantaneous_eventloop_cycles_per_sec",
                number(report.per_second.turns),
            ),
            (
                "instantaneous_eventloop_duration_usec",
                number(per_turn_us.unwrap_or(0)),
            ),
            ("acl_access_denied_auth", number(sessions.auth_failures)),
            ("acl_access_denied_cmd", zero()),
            ("acl_access_denied_key", zero()),
            ("acl_access_denied_channel", zero()),
            ("acl_access_denied_tls_cert", zero()),
            ("acl_access_denied_db", zero()),
            ("hops", number(sessions.hops)),
            ("loans", number(sessions.loans)),
            ("recalls", number(sessions.recalls)),
            ("waits_on_lent_slots", number(sessions.waits_on_lent)),
        ],
    );
}

pub(super) fn debug(report: &CoreReport, out: &mut String) {
    lines(
        out,
        "Debug",
        &[
            ("eventloop_duration_aof_sum", zero()),
            (
                "eventloop_duration_cron_sum",
                number(report.sessions.expire_ns / 1000),
            ),
            (
                "eventloop_duration_max",
                number(report.sessions.longest_turn_ns / 1000),
            ),
            (
                "eventloop_cmd_per_cycle_max",
                number(report.sessions.most_in_turn),
            ),
            ("io_threaded_reads_pending", zero()),
            ("io_threaded_writes_pending", zero()),
        ],
    );
}
