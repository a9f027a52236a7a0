//! MEMORY STATS, DOCTOR, PURGE, MALLOC-STATS. (MEMORY USAGE is a command on a key.)
//!
//! Must never invent a number.

use std::collections::BTreeMap;

use command_table::CommandId;
use resp::{Args, ReplyWriter};
use stdx::num::{F64_TEXT_BYTES_MAX, format_f64};

use crate::core::Core;
use crate::dispatch::Flow;
use crate::gather::{Part, Question};
use crate::memory::{MemoryAccount, ratio};
use crate::report::{CoreReport, DatabaseCounts};
use crate::session::Session;

/// MEMORY STATS and MEMORY DOCTOR.
pub(crate) fn report(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let command = if args.get(1).eq_ignore_ascii_case(b"stats") {
        CommandId::MemoryStats
    } else {
        CommandId::MemoryDoctor
    };
    core.ask(session, command, Question::Report, Vec::new())
}

/// MEMORY PURGE: each core gives back what its thread holds.
pub(crate) fn purge(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    core.ask(
        session,
        CommandId::MemoryPurge,
        Question::GiveBack,
        Vec::new(),
    )
}

/// MEMORY MALLOC-STATS.
pub(crate) fn malloc_stats(core: &mut Core, session: &mut Session, _args: Args<'_>) -> Flow {
    let text = core.memory.process.as_ref().map_or_else(
        || "This core has no allocator of its own to report on.\n".to_owned(),
        |process| process.report(),
    );
    core.reply_to(session, |out, proto| {
        ReplyWriter::new(out, proto).verbatim("txt", text.as_bytes());
    });
    Flow::Done
}

impl Core {
    /// The answer to MEMORY STATS.
    pub(crate) fn write_memory_stats(&mut self, session: &mut Session, parts: Vec<Part>) {
        let mut report = CoreReport::sum(parts);
        let account = self.memory_account(&report);
        report.databases.entry(0).or_default();
        self.reply_to(session, |out, proto| {
            write_stats(
                &mut ReplyWriter::new(out, proto),
                &account,
                &report.databases,
            );
        });
    }

    /// The answer to MEMORY DOCTOR.
    pub(crate) fn write_memory_doctor(&mut self, session: &mut Session, parts: Vec<Part>) {
        let report = CoreReport::sum(parts);
        let text = diagnosis(&self.memory_account(&report), report.clients);
        self.reply_to(session, |out, proto| {
            ReplyWriter::new(out, proto).verbatim("txt", text.as_bytes());
        });
    }
}

/// A value of MEMORY STATS.
enum Figure {
    Bytes(u64),
    Difference(u64, u64),
    Number(f64),
}

fn write_stats(
    reply: &mut ReplyWriter<'_>,
    account: &MemoryAccount,
    databases: &BTreeMap<u32, DatabaseCounts>,
) {
    let first = first_figures(account);
    let last = last_figures(
        account,
        databases.values().map(|counts| counts.index_bytes).sum(),
    );
    reply.map(first.len() + databases.len() + last.len());
    write_figures(reply, &first);
    for (db, counts) in databases {
        reply.bulk(format!("db.{db}").as_bytes());
        let parts = [
            ("overhead.hashtable.main", Figure::Bytes(counts.index_bytes)),
            (
                "overhead.hashtable.expires",
                Figure::Bytes(counts.expiry_bytes),
            ),
        ];
        reply.map(parts.len());
        write_figures(reply, &parts);
    }
    write_figures(reply, &last);
}

/// What stands before the databases. Nothing replicates, runs scripts or logs yet.
fn first_figures(account: &MemoryAccount) -> [(&'static str, Figure); 13] {
    let none = || Figure::Bytes(0);
    [
        ("peak.allocated", Figure::Bytes(account.figures.used_peak)),
        ("total.allocated", Figure::Bytes(account.figures.used)),
        ("startup.allocated", Figure::Bytes(account.figures.startup)),
        ("replication.backlog", none()),
        ("replicas.repl.buffer", none()),
        ("clients.slaves", none()),
        ("clients.normal", Figure::Bytes(account.clients)),
        ("cluster.links", none()),
        ("cluster.slot_import", none()),
        ("cluster.slot_export", none()),
        ("aof.buffer", none()),
        ("lua.caches", none()),
        ("functions.caches", none()),
    ]
}

fn last_figures(account: &MemoryAccount, index_bytes: u64) -> [(&'static str, Figure); 21] {
    let (figures, resident) = (account.figures, account.resident());
    let per_key = account.net().checked_div(account.keys).unwrap_or(0);
    [
        ("overhead.db.hashtable.lut", Figure::Bytes(index_bytes)),
        ("overhead.db.hashtable.rehashing", Figure::Bytes(0)),
        ("overhead.total", Figure::Bytes(account.overhead())),
        ("db.dict.rehashing.count", Figure::Bytes(0)),
        ("keys.count", Figure::Bytes(account.keys)),
        ("keys.bytes-per-key", Figure::Bytes(per_key)),
        ("dataset.bytes", Figure::Bytes(account.dataset())),
        (
            "dataset.percentage",
            Figure::Number(account.dataset_percent()),
        ),
        ("peak.percentage", Figure::Number(account.peak_percent())),
        ("allocator.allocated", Figure::Bytes(figures.allocated)),
        ("allocator.active", Figure::Bytes(resident)),
        ("allocator.resident", Figure::Bytes(resident)),
        ("allocator.muzzy", Figure::Bytes(0)),
        (
            "allocator-fragmentation.ratio",
            Figure::Number(ratio(resident, figures.allocated)),
        ),
        (
            "allocator-fragmentation.bytes",
            Figure::Difference(resident, figures.allocated),
        ),
        ("allocator-rss.ratio", Figure::Number(1.0)),
        ("allocator-rss.bytes", Figure::Bytes(0)),
        (
            "rss-overhead.ratio",
            Figure::Number(ratio(figures.rss, resident)),
        ),
        (
            "rss-overhead.bytes",
            Figure::Difference(figures.rss, resident),
        ),
        (
            "fragmentation",
            Figure::Number(ratio(figures.rss, figures.used)),
        ),
        (
            "fragmentation.bytes",
            Figure::Difference(figures.rss, figures.used),
        ),
    ]
}

fn write_figures(reply: &mut ReplyWriter<'_>, figures: &[(&str, Figure)]) {
    for (name, figure) in figures {
        reply.bulk(name.as_bytes());
        match *figure {
            Figure::Bytes(bytes) => reply.int(bytes as i64),
            Figure::Difference(a, b) => reply.int(a as i64 - b as i64),
            Figure::Number(number) => {
                let mut buffer = [0; F64_TEXT_BYTES_MAX];
                reply.double_text(format_f64(number, &mut buffer));
            }
        }
    }
}

/// Below this much in use since the start nothing can be said.
const DIAGNOSED_FROM_BYTES: u64 = 5 * 1024 * 1024;

/// Waste below this is nobody's trouble.
const WASTE_BYTES: u64 = 10 * 1024 * 1024;

/// Buffers of a client that are large on average.
const CLIENT_BYTES: u64 = 200 * 1024;

/// What MEMORY DOCTOR says.
fn diagnosis(account: &MemoryAccount, clients: u64) -> String {
    let (figures, resident) = (account.figures, account.resident());
    if account.net() < DIAGNOSED_FROM_BYTES {
        return "There is next to nothing in this server, so that its memory tells nothing. Ask \
                again when it holds data."
            .to_owned();
    }
    let exceeds =
        |a: u64, b: u64, bound: f64| ratio(a, b) > bound && a.saturating_sub(b) > WASTE_BYTES;
    let mut findings = Vec::new();
    if ratio(figures.used_peak, figures.used) > 1.5 {
        findings.push(
            "Peak: at its highest, memory use was more than one and a half times of what it is \
             now. RSS may stay above what is in use; MEMORY PURGE gives back what can be.",
        );
    }
    if exceeds(resident, figures.allocated, 1.1) {
        findings.push(
            "Fragmentation: the allocator holds over 10% more pages than it has given out. It \
             falls as slots are compacted and new data takes the holes; MEMORY PURGE helps now.",
        );
    }
    if exceeds(figures.rss, resident, 1.1) {
        findings.push(
            "Process: over 10% of the resident memory is not the allocator's: rings, stacks and \
             the program itself.",
        );
    }
    if account.clients.checked_div(clients).unwrap_or(0) > CLIENT_BYTES {
        findings.push(
            "Clients: their buffers take more than 200 kB each on average. CLIENT LIST shows \
             whose (tot-mem); client-output-buffer-limit and maxmemory hold them.",
        );
    }
    if findings.is_empty() {
        return "No issue found: memory is used as it should be.\n".to_owned();
    }
    let mut text = "Worth a look in this server's memory:\n\n".to_owned();
    for finding in findings {
        text.push_str(" * ");
        text.push_str(finding);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::MemoryFigures;

    const MIB: u64 = 1024 * 1024;

    fn account(used: u64, peak: u64, rss: u64, clients: u64) -> MemoryAccount {
        MemoryAccount {
            figures: MemoryFigures {
                used: used * MIB,
                used_peak: peak * MIB,
                startup: MIB,
                allocated: (used - 1) * MIB,
                besides: MIB,
                rss: rss * MIB,
            },
            clients: clients * MIB,
            tables: MIB,
            keys: 7,
        }
    }

    #[test]
    fn the_doctor_sees_each_condition_and_no_other() {
        let says = |account: &MemoryAccount| diagnosis(account, 10);
        assert!(says(&account(3, 3, 3, 0)).contains("next to nothing"));
        assert!(says(&account(100, 110, 105, 1)).starts_with("No issue"));
        let peak = says(&account(100, 200, 105, 1));
        assert!(peak.contains("Peak") && !peak.contains("Fragmentation"));
        let fragmented = says(&account(100, 100, 150, 1));
        assert!(fragmented.contains("Fragmentation") && !fragmented.contains("Clients"));
        assert!(says(&account(100, 100, 100, 20)).contains("Clients"));
    }

    #[test]
    fn dataset_and_overhead_make_up_what_is_in_use() {
        let account = account(100, 100, 100, 20);
        assert_eq!(account.overhead() + account.dataset(), account.figures.used);
        assert_eq!(account.net(), 99 * MIB);
        assert_eq!(account.resident(), 99 * MIB);
    }
}
