//! SLOWLOG, COMMANDLOG, LATENCY.
//!
//! Each core has its own part of every log; whoever asks puts them together. Must never show an
//! order other than that of the entries' numbers.

use command_table::CommandId;
use resp::{Args, ReplyError, ReplyWriter};

use crate::command_log::{LogEntry, LogKind};
use crate::core::Core;
use crate::dispatch::Flow;
use crate::gather::{Part, Question};
use crate::latency::{LatencyEvents, LatencySeries};
use crate::report::CoreReport;
use crate::session::Session;
use crate::session_commands::server::{told, wrong_subcommand};

/// Entries that SLOWLOG GET shows unless it is told.
const ENTRIES_DEFAULT: usize = 10;

/// Height of a graph of LATENCY GRAPH.
const GRAPH_ROWS: u64 = 8;

/// SLOWLOG GET/LEN/RESET and COMMANDLOG GET/LEN/RESET.
pub(crate) fn command_log(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let slowlog = args.get(0).eq_ignore_ascii_case(b"slowlog");
    match parse(args, slowlog) {
        Ok((sub, kind, count)) => {
            // What was executed before in this very turn is in the log as well.
            core.finish_log(Some(session));
            let count = count.unwrap_or(usize::MAX).to_string().into_bytes();
            let question = match sub {
                CommandId::CommandlogReset => Question::ResetLog(kind),
                _ => Question::CommandLog(kind),
            };
            core.ask(session, sub, question, vec![count])
        }
        Err(error) => {
            core.fail(session, &error);
            Flow::Done
        }
    }
}

/// The subcommand, under its COMMANDLOG name; the log; how many entries.
fn parse(args: Args<'_>, slowlog: bool) -> Result<(CommandId, LogKind, Option<usize>), ReplyError> {
    let sub = match args.get(1).to_ascii_lowercase().as_slice() {
        b"get" => CommandId::CommandlogGet,
        b"len" => CommandId::CommandlogLen,
        _ => CommandId::CommandlogReset,
    };
    let get = sub == CommandId::CommandlogGet;
    if slowlog && args.len() > 3 {
        return Err(wrong_subcommand(&told(args.get(1)), "SLOWLOG"));
    }
    let count = if get { args.try_get(2) } else { None };
    let count = match count.map(stdx::num::parse_i64) {
        None => Some(ENTRIES_DEFAULT),
        Some(Some(-1)) => None,
        Some(Some(count)) if count >= 0 => Some(usize::try_from(count).unwrap_or(usize::MAX)),
        Some(_) => {
            let text = "ERR count should be greater than or equal to -1";
            return Err(ReplyError::fixed(text));
        }
    };
    let name = if slowlog {
        b"slow"
    } else {
        args.get(if get { 3 } else { 2 })
    };
    let kind = LogKind::by_name(name).ok_or(ReplyError::fixed(
        "ERR type should be one of the following: slow, large-request, large-reply",
    ))?;
    Ok((sub, kind, count))
}

/// LATENCY LATEST/HISTORY/GRAPH/DOCTOR.
pub(crate) fn latency(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    core.finish_log(Some(session));
    let sub = match args.get(1).to_ascii_lowercase().as_slice() {
        b"latest" => CommandId::LatencyLatest,
        b"history" => CommandId::LatencyHistory,
        b"graph" => CommandId::LatencyGraph,
        _ => CommandId::LatencyDoctor,
    };
    let rest = args.tail(2).iter().map(<[u8]>::to_vec).collect();
    core.ask(session, sub, Question::Latency, rest)
}

/// LATENCY RESET.
pub(crate) fn latency_reset(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    core.finish_log(Some(session));
    let names = args
        .tail(2)
        .iter()
        .map(<[u8]>::to_ascii_lowercase)
        .collect();
    core.ask(
        session,
        CommandId::LatencyReset,
        Question::ResetLatency(names),
        Vec::new(),
    )
}

/// LATENCY HISTOGRAM.
pub(crate) fn latency_histogram(core: &mut Core, session: &mut Session, args: Args<'_>) -> Flow {
    let names = args.tail(2).iter().map(<[u8]>::to_vec).collect();
    core.ask(
        session,
        CommandId::LatencyHistogram,
        Question::Report,
        names,
    )
}

impl Core {
    /// The answer to SLOWLOG or COMMANDLOG; `rest` holds the number of entries wanted.
    pub(crate) fn write_log(
        &mut self,
        session: &mut Session,
        command: CommandId,
        rest: &[Vec<u8>],
        parts: Vec<Part>,
    ) {
        let mut kept = usize::MAX;
        let mut entries: Vec<LogEntry> = Vec::new();
        for part in parts {
            if let Part::Log(kind, log) = part {
                kept = kind.length_max(&self.control.settings);
                entries.extend(log);
            }
        }
        entries.sort_unstable_by_key(|entry| std::cmp::Reverse(entry.id));
        entries.truncate(kept);
        if command == CommandId::CommandlogLen {
            let count = entries.len() as i64;
            self.reply_to(session, |out, proto| {
                ReplyWriter::new(out, proto).int(count)
            });
            return;
        }
        let wanted = rest
            .first()
            .and_then(|count| std::str::from_utf8(count).ok()?.parse().ok());
        entries.truncate(wanted.unwrap_or(usize::MAX));
        self.reply_to(session, |out, proto| {
            let mut reply = ReplyWriter::new(out, proto);
            reply.array(entries.len());
            entries
                .iter()
                .for_each(|entry| write_entry(&mut reply, entry));
        });
    }

    /// The answer to LATENCY LATEST, HISTORY, GRAPH or DOCTOR.
    pub(crate) fn write_latency(
        &mut self,
        session: &mut Session,
        command: CommandId,
        rest: &[Vec<u8>],
        parts: Vec<Part>,
    ) {
        let mut events = LatencyEvents::new();
        for part in parts {
            if let Part::Latency(part) = part {
                for (event, series) in part {
                    events.entry(event).or_default().merge(series);
                }
            }
        }
        let name = rest.first().map_or(b"".as_slice(), Vec::as_slice);
        let named = events
            .iter()
            .find(|(event, _)| event.name().as_bytes().eq_ignore_ascii_case(name));
        match (command, named) {
            (CommandId::LatencyLatest, _) => {
                self.reply_to(session, |out, proto| {
                    write_latest(&mut ReplyWriter::new(out, proto), &events);
                });
            }
            (CommandId::LatencyHistory, named) => {
                let samples = named
                    .map(|(_, series)| series.samples.clone())
                    .unwrap_or_default();
                self.reply_to(session, |out, proto| {
                    let mut reply = ReplyWriter::new(out, proto);
                    reply.array(samples.len());
                    for (at_s, ms) in samples {
                        reply.array(2);
                        reply.int(at_s);
                        reply.int(ms as i64);
                    }
                });
            }
            (CommandId::LatencyGraph, None) => {
                let mut text = b"ERR No samples available for event '".to_vec();
                text.extend_from_slice(name);
                text.push(b'\'');
                self.fail(session, &ReplyError::from_bytes(text));
            }
            (CommandId::LatencyGraph, Some((event, series))) => {
                let text = graph(event.name(), series, self.now_ms / 1000);
                self.verbatim(session, &text);
            }
            _ => {
                let text = advice(self.bodies.latency.threshold_ms, &events);
                self.verbatim(session, &text);
            }
        }
    }

    /// The answer to LATENCY HISTOGRAM.
    pub(crate) fn write_histograms(
        &mut self,
        session: &mut Session,
        names: &[Vec<u8>],
        parts: Vec<Part>,
    ) {
        let report = CoreReport::sum(parts);
        let ids: Vec<CommandId> = if names.is_empty() {
            CommandId::ALL.to_vec()
        } else {
            let found = names
                .iter()
                .filter_map(|name| command_table::lookup_full_name(name));
            // A container stands for its subcommands.
            found
                .flat_map(|id| std::iter::once(id).chain(subcommands(id)))
                .collect()
        };
        let shown: Vec<_> = ids
            .into_iter()
            .filter_map(|id| Some((id, report.commands.histogram(id)?)))
            .collect();
        self.reply_to(session, |out, proto| {
            let mut reply = ReplyWriter::new(out, proto);
            reply.map(shown.len());
            for (id, histogram) in shown {
                reply.bulk(id.full_name().as_bytes());
                reply.map(2);
                reply.bulk(b"calls");
                reply.int(report.commands.calls(id) as i64);
                reply.bulk(b"histogram_usec");
                let rows = histogram.cumulative();
                reply.map(rows.len());
                for (limit_ns, count) in rows {
                    // The limit belongs to a bucket that ends a little above it.
                    reply.int(((limit_ns + limit_ns / 128 - 1) / 1000) as i64);
                    reply.int(count as i64);
                }
            }
        });
    }

    fn verbatim(&mut self, session: &mut Session, text: &str) {
        self.reply_to(session, |out, proto| {
            ReplyWriter::new(out, proto).verbatim("txt", text.as_bytes());
        });
    }
}

fn subcommands(id: CommandId) -> impl Iterator<Item = CommandId> {
    id.spec().subcommands.iter().copied()
}

fn write_entry(reply: &mut ReplyWriter<'_>, entry: &LogEntry) {
    reply.array(6);
    reply.int(entry.id as i64);
    reply.int(entry.at_s);
    reply.int(entry.value);
    reply.array(entry.args.len());
    entry.args.iter().for_each(|arg| reply.bulk(arg));
    reply.bulk(entry.addr.as_bytes());
    reply.bulk(&entry.name);
}

fn write_latest(reply: &mut ReplyWriter<'_>, events: &LatencyEvents) {
    reply.array(events.len());
    for (event, series) in events {
        let (at_s, last_ms) = series.samples.back().copied().unwrap_or_default();
        reply.array(6);
        reply.bulk(event.name().as_bytes());
        reply.int(at_s);
        reply.int(last_ms as i64);
        reply.int(series.max_ms as i64);
        reply.int(series.sum_ms as i64);
        reply.int(series.count as i64);
    }
}

/// Bars, oldest sample to the left, each with its age below.
fn graph(name: &str, series: &LatencySeries, now_s: i64) -> String {
    let values: Vec<u64> = series.samples.iter().map(|&(_, ms)| ms).collect();
    let high = values.iter().copied().max().unwrap_or(0);
    let low = values.iter().copied().min().unwrap_or(0);
    let mut text = format!(
        "{name} - high {high} ms, low {low} ms (all time high {} ms)\n{}\n",
        series.max_ms,
        "-".repeat(80)
    );
    let span = (high - low).max(1);
    for row in (1..=GRAPH_ROWS).rev() {
        let bars = values.iter().map(|ms| {
            let rows = 1 + (ms - low) * (GRAPH_ROWS - 1) / span;
            if rows >= row { '#' } else { ' ' }
        });
        text.extend(bars);
        text.push('\n');
    }
    let ages: Vec<String> = series
        .samples
        .iter()
        .map(|&(at_s, _)| age(now_s - at_s))
        .collect();
    let longest = ages.iter().map(String::len).max().unwrap_or(0);
    text.push('\n');
    for row in 0..longest {
        text.extend(ages.iter().map(|age| age.chars().nth(row).unwrap_or(' ')));
        text.push('\n');
    }
    text
}

fn age(seconds: i64) -> String {
    match seconds {
        ..60 => format!("{}s", seconds.max(0)),
        60..3_600 => format!("{}m", seconds / 60),
        3_600..86_400 => format!("{}h", seconds / 3_600),
        _ => format!("{}d", seconds / 86_400),
    }
}

fn advice(threshold_ms: u64, events: &LatencyEvents) -> String {
    if threshold_ms == 0 {
        return "The latency monitor is off. CONFIG SET latency-monitor-threshold <milliseconds> \
                switches it on.\n"
            .to_owned();
    }
    if events.is_empty() {
        return format!("Nothing took {threshold_ms} ms or longer since the last reset.\n");
    }
    let mut text = String::new();
    for (event, series) in events {
        let average_ms = series.sum_ms / series.count.max(1);
        text.push_str(&format!(
            "{}: {} times at or above {threshold_ms} ms, {average_ms} ms on average, {} ms at \
             most.\n",
            event.name(),
            series.count,
            series.max_ms
        ));
    }
    text.push_str("SLOWLOG GET names slow commands; LATENCY HISTORY <event> shows when.\n");
    text
}
