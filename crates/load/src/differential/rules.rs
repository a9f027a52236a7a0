//! The explained kinds of difference: for which commands two replies may differ, in what, why,
//! and a check that nothing else differs. Bytes that are equal never come here.

use std::collections::BTreeMap;

use super::command::{Command, Expect, Identity, REFERENCE, SUBJECT};
use super::rules_server::{
    client_differences, client_differences_but_watches, digests_agree, docs_agree,
    info_differences, info_differences_but_lookups, info_differences_but_watches, without_prose,
};
use crate::wire::Value;

/// One kind of difference and how it is recognised.
pub struct Kind {
    pub name: &'static str,
    pub commands: &'static [&'static str],
    pub field: &'static str,
    pub reason: &'static str,
    explains: fn(&Command, &Value, &Value, &[Identity]) -> bool,
}

/// How far apart the two servers' clocks may be read: a step is sent to both at once.
const SKEW_MS: i64 = 1_500;

/// Positions of the kinds that the comparison of pushes uses.
pub const ORDER: usize = 1;
/// Position of the kind for waiters served past a key of another type.
pub const WAITER: usize = 7;
pub const PUSH_POSITION: usize = 8;

/// All kinds. A reply that differs is explained by the first that fits, or not at all.
pub const KINDS: [Kind; 9] = [
    Kind {
        name: "clock",
        commands: &[
            "TIME",
            "TTL",
            "PTTL",
            "HTTL",
            "HPTTL",
            "EXPIRETIME",
            "PEXPIRETIME",
            "HEXPIRETIME",
            "HPEXPIRETIME",
            "OBJECT IDLETIME",
            "XPENDING",
            "XINFO CONSUMERS",
            "XINFO STREAM",
        ],
        field: "the time, up to 1.5 s",
        reason: "the servers read their clocks at different moments",
        explains: clocks_agree,
    },
    Kind {
        name: "order",
        commands: &[
            "KEYS",
            "COMMAND",
            "PUBSUB CHANNELS",
            "CONFIG GET",
            "COMMAND LIST",
            "COMMAND INFO",
            "COMMAND GETKEYSANDFLAGS",
            "UNSUBSCRIBE",
            "PUNSUBSCRIBE",
            "SCAN",
            "RANDOMKEY",
            "HGETALL",
            "HKEYS",
            "HVALS",
            "HSCAN",
            "HRANDFIELD",
            "ZSCAN",
            "ZRANDMEMBER",
            "SMEMBERS",
            "SINTER",
            "SUNION",
            "SDIFF",
            "SPOP",
            "SSCAN",
            "SRANDMEMBER",
            "SORT",
            "SORT_RO",
            "GEOSEARCH",
            "GEORADIUS_RO",
            "GEORADIUSBYMEMBER_RO",
            "(push)",
        ],
        field: "order of names, pairs, flags; of channels left all at once; of patterns that one \
                message matches; a cursor and elements of an unfinished scan; which key is random; \
                which of several places at one distance come first; elements of equal \
                weight, or of an unsorted set",
        reason: "the order of a hash table, promised to nobody; whole scans, and that a random key \
                 exists, are compared apart",
        explains: |command, a, b, _| match command.name().as_str() {
            "SCAN" => scans_agree(command.arg(1) == Some(b"0"), a, b),
            "HSCAN" | "SSCAN" | "ZSCAN" => scans_agree(command.arg(2) == Some(b"0"), a, b),
            "HRANDFIELD" | "SRANDMEMBER" | "ZRANDMEMBER" => draws_agree(a, b),
            "GEOSEARCH" | "GEORADIUS_RO" | "GEORADIUSBYMEMBER_RO" => places_agree(a, b),
            "SORT" | "SORT_RO" => sorts_agree(command, a, b),
            "RANDOMKEY" => matches!((a, b), (Value::Bulk(..), Value::Bulk(..))),
            _ => orders_agree(command, a, b),
        },
    },
    Kind {
        name: "figures",
        commands: &[
            "CLIENT ID",
            "CLIENT LIST",
            "CLIENT INFO",
            "INFO",
            "MEMORY USAGE",
            "DEBUG OBJECT",
            "OBJECT REFCOUNT",
        ],
        field: "client id, addresses, ages, traffic, sizes; order of lines; measured values and \
                fields that INFO adds; bytes, address, lru, references",
        reason: "each server numbers and measures its own connections, process and memory; names, \
                 roles and counts must agree",
        explains: figures_agree,
    },
    Kind {
        name: "watch",
        commands: &["CLIENT LIST", "CLIENT INFO", "INFO"],
        field: "flag d, watch, watching_clients, total_watched_keys once a watched key has changed",
        reason: "the change is known to the key's slot, which may be another core's, and to the \
                 session when EXEC asks; EXEC itself must agree",
        explains: |command, a, b, ids| match command.name().as_str() {
            "INFO" => info_differences_but_watches(a, b).is_empty(),
            _ => client_differences_but_watches(a, b, ids).is_empty(),
        },
    },
    Kind {
        name: "modules",
        commands: &["HELLO"],
        field: "modules (and the client id, of the kind above)",
        reason: "the reference lists the Lua engine it is built with, the subject has none yet",
        explains: |_, a, b, ids| {
            let ours = without_modules(a, &["lua"]).map(|a| without_id(&a, REFERENCE, ids));
            let theirs = without_modules(b, &[]).map(|b| without_id(&b, SUBJECT, ids));
            ours.is_some_and(|ours| ours.is_some() && Some(ours) == theirs)
        },
    },
    Kind {
        name: "digest",
        commands: &["DEBUG DIGEST", "DEBUG DIGEST-VALUE"],
        field: "which digest; which are zero, and which are equal, must agree",
        reason: "a hash of the contents that each server chooses; contents are compared apart",
        explains: |_, a, b, _| digests_agree(a, b),
    },
    Kind {
        name: "docs",
        commands: &["COMMAND DOCS", "COMMAND INFO", "COMMAND"],
        field: "summary, complexity, text of history, notes on keys; order",
        reason: "written in our own words",
        explains: |command, a, b, _| match command.name().as_str() {
            "COMMAND DOCS" => docs_agree(a, b),
            _ => orders_agree(command, &without_prose(a), &without_prose(b)),
        },
    },
    Kind {
        name: "waiter",
        commands: &[
            "BLPOP",
            "BRPOP",
            "BLMPOP",
            "BZPOPMIN",
            "BZPOPMAX",
            "BZMPOP",
            "XREAD",
            "XREADGROUP",
            "INFO",
        ],
        field: "served by a key, when one named before it has got another type meanwhile; \
                keyspace_hits, keyspace_misses",
        reason: "the reference executes a command that has waited anew from its first key, also \
                 one for streams that then waits again, the subject serves it by the key that \
                 became ready without asking other slots; both are then brought to the same state",
        explains: |command, a, b, _| {
            command.name() == "INFO" && info_differences_but_lookups(a, b).is_empty()
        },
    },
    Kind {
        name: "push",
        commands: &["(push)"],
        field: "place of a message among the replies, and among messages on other channels",
        reason: "a message may come between any two replies, and channels that belong to different \
                 cores have no common order; within a channel the order must agree",
        explains: |_, _, _, _| false,
    },
];

/// What comparing the replies to one command found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Same,
    /// Kinds (positions in [`KINDS`]) with the names of the commands concerned.
    Explained(Vec<(usize, String)>),
    Different,
}

/// Uses of each kind, by command.
pub type Uses = BTreeMap<(usize, String), u64>;

/// Compares the frames that answer `command`; `queued` are those that EXEC runs.
pub fn compare(
    command: &Command,
    queued: &[Command],
    frames: [&[Vec<u8>]; 2],
    identities: &[Identity],
) -> Verdict {
    if frames[REFERENCE] == frames[SUBJECT] {
        return Verdict::Same;
    }
    if command.expect == Expect::Confirmations && command.args.len() == 1 {
        let ours = confirmations_sorted(frames[REFERENCE]);
        let same = ours.is_some() && ours == confirmations_sorted(frames[SUBJECT]);
        let kind = (ORDER, command.name());
        return if same {
            Verdict::Explained(vec![kind])
        } else {
            Verdict::Different
        };
    }
    let ([reference], [subject]) = (frames[REFERENCE], frames[SUBJECT]) else {
        return Verdict::Different;
    };
    let (Ok(reference), Ok(subject)) = (Value::decode(reference), Value::decode(subject)) else {
        return Verdict::Different;
    };
    if command.name() != "EXEC" {
        return explain(command, &reference, &subject, identities)
            .map_or(Verdict::Different, |kind| Verdict::Explained(vec![kind]));
    }
    let (Value::Many(b'*', ours), Value::Many(b'*', theirs)) = (&reference, &subject) else {
        return Verdict::Different;
    };
    if ours.len() != theirs.len() || ours.len() != queued.len() {
        return Verdict::Different;
    }
    let mut kinds = Vec::new();
    for ((a, b), command) in ours.iter().zip(theirs).zip(queued) {
        if a != b {
            match explain(command, a, b, identities) {
                Some(kind) => kinds.push(kind),
                None => return Verdict::Different,
            }
        }
    }
    Verdict::Explained(kinds)
}

/// Of two long replies that differ, what it is that no kind explains; empty for others.
pub fn detail(
    command: &Command,
    queued: &[Command],
    frames: [&[Vec<u8>]; 2],
    identities: &[Identity],
) -> String {
    let ([reference], [subject]) = (frames[REFERENCE], frames[SUBJECT]) else {
        return String::new();
    };
    let (Ok(reference), Ok(subject)) = (Value::decode(reference), Value::decode(subject)) else {
        return String::new();
    };
    if command.name() != "EXEC" {
        return value_detail(&command.name(), &reference, &subject, identities);
    }
    let items = |value: &Value| value.items().unwrap_or_default().to_vec();
    let mut text = String::new();
    for ((a, b), command) in items(&reference).iter().zip(&items(&subject)).zip(queued) {
        if a != b && explain(command, a, b, identities).is_none() {
            let more = value_detail(&command.name(), a, b, identities);
            text += &format!("\n    of {}:{more}", command.shown());
        }
    }
    text
}

fn value_detail(name: &str, reference: &Value, subject: &Value, identities: &[Identity]) -> String {
    let differences = match name {
        "INFO" => info_differences(reference, subject),
        "CLIENT LIST" | "CLIENT INFO" => client_differences(reference, subject, identities),
        _ => Vec::new(),
    };
    differences
        .iter()
        .map(|difference| format!("\n    {difference}"))
        .collect()
}

fn explain(
    command: &Command,
    reference: &Value,
    subject: &Value,
    identities: &[Identity],
) -> Option<(usize, String)> {
    let name = command.name();
    if reference.is_error() || subject.is_error() {
        return None;
    }
    KINDS
        .iter()
        .position(|kind| {
            kind.commands.contains(&name.as_str())
                && (kind.explains)(command, reference, subject, identities)
        })
        .map(|kind| (kind, name))
}

fn clocks_agree(command: &Command, reference: &Value, subject: &Value, _: &[Identity]) -> bool {
    let name = command.name();
    let of_fields = ["HTTL", "HPTTL", "HEXPIRETIME", "HPEXPIRETIME"].contains(&name.as_str());
    if let (true, Some(ours), Some(theirs)) = (of_fields, reference.items(), subject.items()) {
        let unit_ms = if name.starts_with("HP") { 1 } else { 1000 };
        return ours.len() == theirs.len()
            && ours
                .iter()
                .zip(theirs)
                .all(|(a, b)| match (a.int(), b.int()) {
                    (Some(a), Some(b)) if a >= 0 && b >= 0 => (a - b).abs() * unit_ms <= SKEW_MS,
                    (a, b) => a == b,
                });
    }
    if command.name().starts_with('X') {
        return stream_clocks_agree(reference, subject);
    }
    let millis = |value: &Value| match command.name().as_str() {
        "TIME" => {
            let items = value.items().filter(|items| items.len() == 2)?;
            let seconds = crate::wire::parse_int(items[0].text()?)?;
            Some(seconds * 1000 + crate::wire::parse_int(items[1].text()?)? / 1000)
        }
        "PTTL" | "PEXPIRETIME" => value.int(),
        _ => value.int().map(|seconds| seconds * 1000),
    };
    let (Some(a), Some(b)) = (millis(reference), millis(subject)) else {
        return false;
    };
    // -1 and -2 are no times.
    a >= 0 && b >= 0 && (a - b).abs() <= SKEW_MS
}

/// Replies about consumers and their entries, in which some numbers are times: dates, ages behind
/// their names, and the third of the four facts about a pending entry.
fn stream_clocks_agree(reference: &Value, subject: &Value) -> bool {
    const DATE_MIN: i64 = 1_000_000_000_000;
    let (Value::Many(_, ours), Value::Many(_, theirs)) = (reference, subject) else {
        return reference == subject;
    };
    let is_age = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| ours[at].text());
        matches!(before, Some(b"idle" | b"inactive")) || at == 2 && ours.len() == 4
    };
    let agree = |at: usize| match (ours[at].int(), theirs[at].int()) {
        (Some(a), Some(b)) if a >= 0 && b >= 0 && (a.min(b) >= DATE_MIN || is_age(at)) => {
            (a - b).abs() <= SKEW_MS
        }
        _ => stream_clocks_agree(&ours[at], &theirs[at]),
    };
    ours.len() == theirs.len() && (0..ours.len()).all(agree)
}

fn orders_agree(command: &Command, reference: &Value, subject: &Value) -> bool {
    // Without names, COMMAND INFO is COMMAND.
    let bare = command.args.len() == 2 && command.name() == "COMMAND INFO";
    let name = if bare {
        "COMMAND".to_string()
    } else {
        command.name()
    };
    let ours = sorted(&name, reference);
    ours.is_some() && ours == sorted(&name, subject)
}

fn figures_agree(
    command: &Command,
    reference: &Value,
    subject: &Value,
    identities: &[Identity],
) -> bool {
    match command.name().as_str() {
        "CLIENT ID" => {
            let session = without_id(reference, REFERENCE, identities);
            session.is_some() && session == without_id(subject, SUBJECT, identities)
        }
        "INFO" => info_differences(reference, subject).is_empty(),
        "MEMORY USAGE" | "DEBUG OBJECT" | "OBJECT REFCOUNT" => memory_agrees(reference, subject),
        _ => client_differences(reference, subject, identities).is_empty(),
    }
}

/// A reply with everything sorted whose order means nothing.
fn sorted(name: &str, value: &Value) -> Option<Value> {
    let items = value.items()?;
    let kind = match value {
        Value::Many(kind @ (b'%' | b'~'), _) => *kind,
        _ => b'*',
    };
    let items = match name {
        "CONFIG GET" | "HGETALL" => {
            let mut pairs: Vec<Value> = items
                .chunks(2)
                .map(|pair| Value::Many(b'*', pair.to_vec()))
                .collect();
            pairs.sort();
            pairs
        }
        "COMMAND" => {
            let mut commands: Vec<Value> = items.iter().map(command_sorted).collect();
            commands.sort();
            commands
        }
        "COMMAND INFO" => items.iter().map(command_sorted).collect(),
        "COMMAND GETKEYSANDFLAGS" => items.iter().map(last_sorted).collect(),
        _ => {
            let mut items = items.to_vec();
            items.sort();
            items
        }
    };
    Some(Value::Many(kind, items))
}

/// One command of COMMAND INFO: flags, categories and tips are sets, subcommands a map.
fn command_sorted(command: &Value) -> Value {
    const FLAGS: usize = 2;
    const CATEGORIES: usize = 6;
    const TIPS: usize = 7;
    const KEY_SPECS: usize = 8;
    const SUBCOMMANDS: usize = 9;
    let Value::Many(kind, fields) = command else {
        return command.clone();
    };
    let mut fields = fields.clone();
    for (at, field) in fields.iter_mut().enumerate() {
        let Value::Many(_, items) = field else {
            continue;
        };
        match at {
            FLAGS | CATEGORIES | TIPS => items.sort(),
            SUBCOMMANDS => {
                *items = items.iter().map(command_sorted).collect();
                items.sort();
            }
            // Each key specification is flat pairs, among them the set of its flags.
            KEY_SPECS => {
                for spec in items.iter_mut() {
                    if let Value::Many(_, parts) = spec {
                        for part in parts.iter_mut() {
                            if let Value::Many(_, flags) = part
                                && flags.iter().all(|flag| flag.text().is_some())
                            {
                                flags.sort();
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Value::Many(*kind, fields)
}

fn last_sorted(entry: &Value) -> Value {
    let mut entry = entry.clone();
    if let Value::Many(_, fields) = &mut entry
        && let Some(Value::Many(_, flags)) = fields.last_mut()
    {
        flags.sort();
    }
    entry
}

/// Places found: different ones only at the same distances.
fn places_agree(reference: &Value, subject: &Value) -> bool {
    let rest = |value: &Value| -> Option<Vec<Vec<Value>>> {
        let found = value.items()?.iter();
        found
            .map(|place| Some(place.items()?.get(1..)?.to_vec()))
            .collect()
    };
    let ours = rest(reference);
    ours.is_some() && ours == rest(subject)
}

/// What was sorted by texts of other keys, texts with zero bytes, or a set that was not sorted: the
/// same elements, or as many of them.
fn sorts_agree(command: &Command, reference: &Value, subject: &Value) -> bool {
    let has = |word: &str| {
        (2..command.args.len()).any(|at| {
            let arg = command.arg(at).unwrap_or_default();
            arg.eq_ignore_ascii_case(word.as_bytes())
        })
    };
    let (Some(ours), Some(theirs)) = (reference.items(), subject.items()) else {
        return false;
    };
    // The reference compares texts up to their first zero byte.
    let cut = |items: &[Value]| {
        let text = |item: &Value| item.text().is_some_and(|text| text.contains(&0));
        items.iter().any(text)
    };
    let unsorted = (2..command.args.len()).any(|at| {
        let [word, pattern] = [at, at + 1].map(|at| command.arg(at).unwrap_or_default());
        word.eq_ignore_ascii_case(b"by") && !pattern.contains(&b'*')
    });
    let by_text = has("alpha") && (has("get") || has("by") || cut(ours) || cut(theirs));
    if !unsorted && !by_text {
        return false;
    }
    if has("limit") {
        return ours.len() == theirs.len();
    }
    has("get") && ours.len() == theirs.len() || orders_agree(command, reference, subject)
}

/// Random fields or members: as many, of whatever names.
fn draws_agree(reference: &Value, subject: &Value) -> bool {
    match (reference.items(), subject.items()) {
        (Some(ours), Some(theirs)) => ours.len() == theirs.len(),
        (None, None) => matches!((reference, subject), (Value::Bulk(..), Value::Bulk(..))),
        _ => false,
    }
}

/// `from_start`: a scan that both servers also finished in this call must yield the same keys.
fn scans_agree(from_start: bool, reference: &Value, subject: &Value) -> bool {
    let parts = |value: &Value| {
        let items = value.items().filter(|items| items.len() == 2)?;
        let cursor = std::str::from_utf8(items[0].text()?)
            .ok()?
            .parse::<u64>()
            .ok()?;
        let mut keys = items[1].items()?.to_vec();
        keys.sort();
        keys.dedup();
        Some((cursor, keys))
    };
    match (parts(reference), parts(subject)) {
        (Some((0, ours)), Some((0, theirs))) if from_start => ours == theirs,
        (Some(_), Some(_)) => true,
        _ => false,
    }
}

/// The reply with the client id replaced by the session that has it on that server.
fn without_id(value: &Value, side: usize, identities: &[Identity]) -> Option<Value> {
    let session = |value: &Value| {
        let id = value.int()?;
        let at = identities
            .iter()
            .position(|identity| identity.id[side] == id)?;
        Some(Value::Line(b'#', at.to_string().into_bytes()))
    };
    let Value::Many(kind, items) = value else {
        return session(value);
    };
    let mut items = items.clone();
    let at = items.iter().position(|item| item.text() == Some(b"id"))? + 1;
    // A connection that has not been introduced, before authentication, is nobody's.
    let id = items.get(at)?;
    id.int()?;
    items[at] = session(id).unwrap_or(Value::Line(b'#', b"unknown".to_vec()));
    Some(Value::Many(*kind, items))
}

/// The reply without its modules, if these are the ones named.
fn without_modules(value: &Value, names: &[&str]) -> Option<Value> {
    let Value::Many(kind, items) = value else {
        return None;
    };
    let mut items = items.clone();
    let at = items
        .iter()
        .position(|item| item.text() == Some(b"modules"))?;
    let listed: Option<Vec<&[u8]>> = items
        .get(at + 1)?
        .items()?
        .iter()
        .map(|module| module.items()?.get(1)?.text())
        .collect();
    let named = listed? == names.iter().map(|name| name.as_bytes()).collect::<Vec<_>>();
    items.drain(at..at + 2);
    named.then_some(Value::Many(*kind, items))
}

fn memory_agrees(reference: &Value, subject: &Value) -> bool {
    if let (Some(a), Some(b)) = (reference.int(), subject.int()) {
        return a > 0 && b > 0;
    }
    let facts = |value: &Value| {
        let text = String::from_utf8_lossy(value.text()?).into_owned();
        let kept: Vec<String> = text
            .split(' ')
            .filter(|word| word.starts_with("encoding:"))
            .map(str::to_string)
            .collect();
        (kept.len() == 1).then_some(kept)
    };
    facts(reference).is_some_and(|ours| Some(ours) == facts(subject))
}

/// The confirmations of leaving every channel: names sorted, counts in their order.
fn confirmations_sorted(frames: &[Vec<u8>]) -> Option<(Vec<Value>, Vec<Value>)> {
    let mut names = Vec::new();
    let mut counts = Vec::new();
    for frame in frames {
        match Value::decode(frame).ok()?.items()? {
            [kind, name, count] => {
                names.push(Value::Many(b'*', vec![kind.clone(), name.clone()]));
                counts.push(count.clone());
            }
            _ => return None,
        }
    }
    names.sort();
    Some((names, counts))
}

/// Whether a command that waited got an error on the reference for the type of a key, and an
/// element of a key named behind that on the subject.
pub fn served_past_wrong_type(command: &Command, frames: [&[Vec<u8>]; 2]) -> bool {
    let ([reference], [subject]) = (frames[REFERENCE], frames[SUBJECT]) else {
        return false;
    };
    let Ok(subject) = Value::decode(subject) else {
        return false;
    };
    // A list's key comes first, a stream's in a pair with its entries or as a map's first.
    let first = subject.items().and_then(<[Value]>::first);
    let key = first.and_then(|first| match first.items() {
        Some(pair) => pair.first()?.text(),
        None => first.text(),
    });
    let named = |key: &[u8]| (2..command.args.len()).any(|at| command.arg(at) == Some(key));
    // A request for streams may have waited on for what the other key was to get.
    let waited_on = command.name().starts_with("XREAD") && subject.items().is_none();
    KINDS[WAITER].commands.contains(&command.name().as_str())
        && reference.starts_with(b"-WRONGTYPE ")
        && (key.is_some_and(named) || waited_on)
}

/// Pushed frames by channel (and pattern), each channel's in their order.
pub fn by_channel(frames: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let channel = |frame: &Vec<u8>| {
        let value = Value::decode(frame).ok()?;
        let items = value.items()?;
        let names = items.len().checked_sub(1)?;
        Some(items[..names].to_vec())
    };
    let mut sorted = frames.to_vec();
    sorted.sort_by_cached_key(channel);
    for frame in &mut sorted {
        // Its form follows the protocol, which its own transaction may have changed since.
        frame[0] = b'>';
    }
    sorted
}

/// Pushed frames with the copies of one message to several patterns sorted.
pub fn patterns_sorted(frames: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let message = |frame: &Vec<u8>| match Value::decode(frame).ok()?.items()? {
        [kind, _, channel, payload] if kind.text() == Some(b"pmessage") => {
            Some((channel.clone(), payload.clone()))
        }
        _ => None,
    };
    let mut sorted = frames.to_vec();
    for run in sorted.chunk_by_mut(|a, b| message(a).is_some() && message(a) == message(b)) {
        run.sort();
    }
    sorted
}
