//! How long the steps take in which a server looks after itself, by its own account (`INFO
//! steps`, thread time): while keys are written, deleted, expire and are flushed. Other servers
//! keep no such account. It must never count requests.

use std::io;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::Options;
use super::contender::{Contender, Role};
use super::dataset::{Dataset, Span, check_count, write};
use super::workload::{KEY_PREFIX, Operation};
use crate::link::Link;
use crate::process::{Server, pin_this_thread};
use crate::wire::push_command;

/// Of ten keys, how many the deletes leave.
const KEPT_OF_TEN: u64 = 2;
/// Keys that expire, of ten that were written.
const EXPIRING_OF_TEN: u64 = 2;
/// Fields of each hash whose fields expire.
const FIELDS: u64 = 10;
/// Requests in flight while writing what expires.
const BATCH: u64 = 1000;
/// Slower than that, what expires is not written in time.
const WRITTEN_PER_MS_MIN: u64 = 100;
/// From the last write of what expires to the first that does.
const EXPIRY_AFTER: Duration = Duration::from_secs(2);
/// The span over which all of it becomes due.
const EXPIRY_SPAN: Duration = Duration::from_secs(2);
/// How long a server may take to be done with a phase after the last reply.
const SETTLE: Duration = Duration::from_secs(2);
/// How long what has expired may be there.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a server said after a phase.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub phase: String,
    /// The lines of `INFO steps`.
    pub lines: Vec<String>,
}

/// Takes our server through all phases.
pub(super) fn measure(
    options: &Options,
    progress: &mut impl FnMut(&str),
) -> Result<Vec<Row>, String> {
    let ours = |contender: &&Contender| contender.role == Role::Ours;
    let contender = options.contenders.iter().find(ours);
    let contender = contender.ok_or("steps are measured on our own server alone")?;
    let mut rows = Vec::new();
    for dataset in &options.scenario.datasets {
        let server = Server::start(&contender.launch)?;
        let failed = |error: io::Error| format!("steps of {}: {error}", contender.name);
        pin_this_thread(&options.load_cpus).map_err(failed)?;
        let mut run = Run {
            options,
            server: &server,
            dataset: *dataset,
            rows: &mut rows,
        };
        run.phases(progress).map_err(failed)?;
    }
    Ok(rows)
}

struct Run<'a> {
    options: &'a Options,
    server: &'a Server,
    dataset: Dataset,
    rows: &'a mut Vec<Row>,
}

impl Run<'_> {
    fn phases(&mut self, progress: &mut impl FnMut(&str)) -> io::Result<()> {
        let keys = self.dataset.keys;
        let kept = keys * KEPT_OF_TEN / 10;
        self.span(Operation::Set, 0, keys)?;
        check_count(self.server, keys)?;
        self.end(format!("{keys} keys written"), progress)?;
        self.span(Operation::Del, kept, keys)?;
        check_count(self.server, kept)?;
        self.end(format!("{} keys deleted", keys - kept), progress)?;
        let expiring = keys * EXPIRING_OF_TEN / 10;
        self.expire(expiring, |out, number, at_ms| {
            let key = format!("exp:{number:012}");
            push_command(out, &["SET", &key, "0123456789abcdef", "PXAT", at_ms]);
        })?;
        check_count(self.server, kept)?;
        self.end(format!("{expiring} keys expired in 2 s"), progress)?;
        self.expire(expiring / 2, |out, number, at_ms| {
            let key = format!("exp:{:012}", number / FIELDS);
            let field = format!("f{}", number % FIELDS);
            push_command(
                out,
                &["HSETEX", &key, "PXAT", at_ms, "FIELDS", "1", &field, "v"],
            );
        })?;
        check_count(self.server, kept)?;
        let phase = format!("{} fields of hashes expired in 2 s", expiring / 2);
        self.end(phase, progress)?;
        Link::connect(self.server.addr())?.ask(&["FLUSHALL"])?;
        check_count(self.server, 0)?;
        self.end(format!("FLUSHALL of {kept} keys"), progress)
    }

    fn span(&self, operation: Operation, from: u64, to: u64) -> io::Result<()> {
        let span = Span {
            operation,
            prefix: KEY_PREFIX,
            value_bytes: self.dataset.value_bytes,
            from,
            to,
        };
        write(self.server, &self.options.load_cpus, &span)
    }

    /// Writes what becomes due evenly over a span, and waits until it has gone.
    fn expire(&self, count: u64, push: impl Fn(&mut Vec<u8>, u64, &str)) -> io::Result<()> {
        let mut link = Link::connect(self.server.addr())?;
        let before = link.ask(&["DBSIZE"])?;
        let started = Instant::now();
        let now_ms = unix_ms();
        let lead_ms = count / WRITTEN_PER_MS_MIN + EXPIRY_AFTER.as_millis() as u64;
        let span_ms = EXPIRY_SPAN.as_millis() as u64;
        for first in (0..count).step_by(BATCH as usize) {
            let mut out = Vec::new();
            let until = count.min(first + BATCH);
            for number in first..until {
                let at_ms = now_ms + lead_ms + number * span_ms / count;
                push(&mut out, number, &at_ms.to_string());
            }
            link.ask_all(&out, until - first, PATIENCE)?;
        }
        if started.elapsed() > Duration::from_millis(lead_ms) {
            return Err(io::Error::other(
                "writing took longer than the time to live",
            ));
        }
        let deadline = Instant::now() + Duration::from_millis(lead_ms + span_ms) + PATIENCE;
        while link.ask(&["DBSIZE"])? != before {
            if Instant::now() > deadline {
                return Err(io::Error::other("what has expired is still there"));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }

    /// Asks for the longest steps and has the server forget them.
    fn end(&mut self, phase: String, progress: &mut impl FnMut(&str)) -> io::Result<()> {
        std::thread::sleep(SETTLE);
        let mut link = Link::connect(self.server.addr())?;
        let reply = link.ask(&["INFO", "steps"])?;
        let text = String::from_utf8_lossy(&reply).into_owned();
        let lines = text.lines().filter(|line| line.contains(':'));
        let lines: Vec<String> = lines.map(str::to_string).collect();
        link.ask(&["CONFIG", "RESETSTAT"])?;
        progress(&format!("{phase}: {}", lines.join(" ")));
        self.rows.push(Row { phase, lines });
        Ok(())
    }
}

fn unix_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_millis() as u64)
}
