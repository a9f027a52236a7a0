//! Compares everything that two servers hold: keys, types, encodings, values and times to live
//! of every database.

use std::collections::BTreeMap;
use std::io;
use std::time::Duration;

use super::command::{REFERENCE, SIDES, SUBJECT};
use crate::link::Link;
use crate::wire::{self, Value};

/// Numbered databases of a server with default settings.
pub const DATABASES: usize = 16;
/// Keys asked for at once.
const BATCH_KEYS: usize = 200;
/// Differences described; more are only counted.
const SHOWN_MAX: usize = 5;
/// How far apart the moments may be at which the two servers tell a time to live.
const SKEW_MS: i64 = 3_000;

/// What one key holds: replies to TYPE, OBJECT ENCODING and GET, LRANGE, HGETALL, ZRANGE, SMEMBERS
/// or XRANGE with XINFO GROUPS, and PTTL.
#[derive(PartialEq, Eq)]
struct Entry {
    kind: Vec<u8>,
    encoding: Vec<u8>,
    value: Vec<u8>,
    ttl_ms: i64,
}

impl Entry {
    fn forget_what_is_not_told(&mut self) {
        const CONSUMERS: &[u8] = b"$9\r\nconsumers\r\n:";
        self.encoding.clear();
        if self.kind != b"+stream\r\n" {
            return;
        }
        let mut at = 0;
        while let Some(found) = self.value[at..]
            .windows(CONSUMERS.len())
            .position(|window| window == CONSUMERS)
        {
            at += found + CONSUMERS.len();
            let digits = self.value[at..].iter().take_while(|b| b.is_ascii_digit());
            let end = at + digits.count();
            self.value.drain(at..end);
        }
    }
}

type Database = BTreeMap<Vec<u8>, Entry>;

/// As [`compare`], but for what Valkey does not tell its replicas either: encodings, for which each
/// has its own reasons, and consumers that were made by reading nothing.
pub fn compare_values(links: &mut [Link; 2]) -> io::Result<(Vec<String>, u64)> {
    compare_contents(links, false)
}

/// Describes the differences between both servers' contents; empty if there are none. Also
/// returns the number of keys compared.
pub fn compare(links: &mut [Link; 2]) -> io::Result<(Vec<String>, u64)> {
    compare_contents(links, true)
}

fn compare_contents(links: &mut [Link; 2], with_all: bool) -> io::Result<(Vec<String>, u64)> {
    let mut differences = Vec::new();
    let mut keys = 0;
    for number in 0..DATABASES {
        let mut reference = read_database(&mut links[REFERENCE], number)?;
        let mut subject = read_database(&mut links[SUBJECT], number)?;
        if !with_all {
            let entries = reference.values_mut().chain(subject.values_mut());
            entries.for_each(Entry::forget_what_is_not_told);
        }
        keys += reference.len() as u64;
        compare_databases(number, &reference, &subject, &mut differences);
    }
    let more = differences.len().saturating_sub(SHOWN_MAX);
    if more > 0 {
        differences.truncate(SHOWN_MAX);
        differences.push(format!("and {more} more keys"));
    }
    Ok((differences, keys))
}

fn compare_databases(
    number: usize,
    reference: &Database,
    subject: &Database,
    out: &mut Vec<String>,
) {
    for (key, ours) in reference {
        let name = wire::shown(key, 60);
        let Some(theirs) = subject.get(key) else {
            out.push(format!("db {number}: {name} is missing in the subject"));
            continue;
        };
        let mut tell = |what: &str, ours: &[u8], theirs: &[u8]| {
            if ours != theirs {
                out.push(format!(
                    "db {number}: {what} of {name}:\n      {}: {}\n      {}: {}",
                    SIDES[REFERENCE],
                    wire::shown(ours, 200),
                    SIDES[SUBJECT],
                    wire::shown(theirs, 200)
                ));
            }
        };
        tell("type", &ours.kind, &theirs.kind);
        tell("encoding", &ours.encoding, &theirs.encoding);
        tell("value", &ours.value, &theirs.value);
        let both_none = ours.ttl_ms < 0 && ours.ttl_ms == theirs.ttl_ms;
        let both_near = ours.ttl_ms >= 0
            && theirs.ttl_ms >= 0
            && ours.ttl_ms.saturating_sub(theirs.ttl_ms).abs() <= SKEW_MS;
        if !both_none && !both_near {
            tell(
                "PTTL",
                ours.ttl_ms.to_string().as_bytes(),
                theirs.ttl_ms.to_string().as_bytes(),
            );
        }
    }
    for key in subject.keys().filter(|key| !reference.contains_key(*key)) {
        out.push(format!(
            "db {number}: {} is in the subject only",
            wire::shown(key, 60)
        ));
    }
}

fn read_database(link: &mut Link, number: usize) -> io::Result<Database> {
    link.ask(&["SELECT", &number.to_string()])?;
    let mut database = Database::new();
    let keys = scan_all(link, &[])?.map_err(|reply| io::Error::other(wire::shown(&reply, 200)))?;
    for batch in keys.chunks(BATCH_KEYS) {
        for key in batch {
            for head in [&b"TYPE"[..], b"PTTL", b"GET"] {
                wire::push_command(link.outbox(), &[head, key]);
            }
            wire::push_command(link.outbox(), &[b"OBJECT", &b"ENCODING"[..], key]);
            wire::push_command(link.outbox(), &[b"LRANGE", &key[..], b"0", b"-1"]);
            wire::push_command(link.outbox(), &[b"HGETALL", &key[..]]);
            let scores = b"WITHSCORES";
            wire::push_command(link.outbox(), &[b"ZRANGE", &key[..], b"0", b"-1", scores]);
            wire::push_command(link.outbox(), &[b"SMEMBERS", &key[..]]);
            wire::push_command(link.outbox(), &[b"XRANGE", &key[..], b"-", b"+"]);
            wire::push_command(link.outbox(), &[b"XINFO", &b"GROUPS"[..], key]);
        }
        for key in batch {
            let mut next = || link.await_frame(Duration::from_secs(30));
            let kind = next()?;
            let ttl_ms = Value::decode(&next()?)
                .ok()
                .and_then(|v| v.int())
                .unwrap_or(-3);
            let text = next()?;
            let encoding = next()?;
            let list = next()?;
            let fields = next()?;
            let elements = next()?;
            let members = next()?;
            let entries = [next()?, next()?].concat();
            let value = match kind.as_slice() {
                b"+list\r\n" => list,
                b"+hash\r\n" => sorted(&fields, 2),
                b"+zset\r\n" => elements,
                b"+set\r\n" => sorted(&members, 1),
                b"+stream\r\n" => entries,
                _ => text,
            };
            database.insert(
                key.clone(),
                Entry {
                    kind,
                    encoding,
                    value,
                    ttl_ms,
                },
            );
        }
    }
    Ok(database)
}

/// A reply with its elements, each of `size` items, in order.
fn sorted(reply: &[u8], size: usize) -> Vec<u8> {
    let value = Value::decode(reply).ok();
    let Some(items) = value.as_ref().and_then(Value::items) else {
        return reply.to_vec();
    };
    let elements = items.chunks(size).map(|element| format!("{element:?}"));
    let mut elements: Vec<String> = elements.collect();
    elements.sort();
    elements.join("\n").into_bytes()
}

/// Keys of one whole SCAN with `options`, sorted, each once; or the reply that was no cursor.
pub fn scan_all(link: &mut Link, options: &[Vec<u8>]) -> io::Result<Result<Vec<Vec<u8>>, Vec<u8>>> {
    /// Calls that any scan of a test's few keys may take.
    const CALLS_MAX: usize = 200_000;
    let mut keys = Vec::new();
    let mut cursor = b"0".to_vec();
    for _ in 0..CALLS_MAX {
        let mut args: Vec<&[u8]> = vec![b"SCAN", &cursor];
        args.extend(options.iter().map(Vec::as_slice));
        let reply = link.ask(&args)?;
        let Some((next, found)) = scan_parts(&reply) else {
            return Ok(Err(reply));
        };
        keys.extend(found);
        if next == b"0" {
            keys.sort();
            keys.dedup();
            return Ok(Ok(keys));
        }
        cursor = next;
    }
    Ok(Err(b"-(the scan does not end)\r\n".to_vec()))
}

fn scan_parts(reply: &[u8]) -> Option<(Vec<u8>, Vec<Vec<u8>>)> {
    let value = Value::decode(reply).ok()?;
    let [cursor, keys] = value.items()? else {
        return None;
    };
    let keys: Option<Vec<Vec<u8>>> = keys
        .items()?
        .iter()
        .map(|key| key.text().map(<[u8]>::to_vec))
        .collect();
    Some((cursor.text()?.to_vec(), keys?))
}
