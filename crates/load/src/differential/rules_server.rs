//! Rules for the long texts in which a server describes itself: INFO, CLIENT LIST, COMMAND DOCS.

use std::collections::BTreeMap;

use super::command::{Identity, REFERENCE, SUBJECT};
use crate::wire::{Value, parse_int};

/// INFO fields that describe the data and the clients, not the process: they must be equal.
const INFO_EQUAL: [&str; 26] = [
    "redis_version",
    "server_name",
    "valkey_version",
    "valkey_release_stage",
    "server_mode",
    "arch_bits",
    "role",
    "connected_slaves",
    "maxmemory",
    "maxmemory_policy",
    "cluster_enabled",
    "connected_clients",
    "blocked_clients",
    "pubsub_clients",
    "watching_clients",
    "total_watched_keys",
    "total_blocking_keys",
    "pubsub_channels",
    "pubsub_patterns",
    "keyspace_hits",
    "keyspace_misses",
    "expired_keys",
    "evicted_keys",
    "aof_enabled",
    "loading",
    "total_error_replies",
];
/// Fields that appear once something has happened, in tools' connections too.
const INFO_DYNAMIC: [&str; 4] = [
    "cmdstat_",
    "latency_percentiles_",
    "errorstat_",
    // The Lua engine that the reference is built with.
    "engine_",
];
/// CLIENT LIST fields that say what the client did, not what it cost.
const CLIENT_EQUAL: [&str; 15] = [
    "name", "flags", "capa", "db", "sub", "psub", "ssub", "multi", "watch", "cmd", "user", "redir",
    "resp", "lib-name", "lib-ver",
];

/// Where two INFO replies disagree though they must not: sections, fields that the subject lacks,
/// values that describe the data. Empty if nowhere.
pub fn info_differences(reference: &Value, subject: &Value) -> Vec<String> {
    let (Some(ours), Some(theirs)) = (sections(reference), sections(subject)) else {
        return vec!["not the text of INFO".to_string()];
    };
    let names = |sections: &[Section]| {
        let names: Vec<&str> = sections
            .iter()
            .map(|section| section.name.as_str())
            .collect();
        names.join(", ")
    };
    if names(&ours) != names(&theirs) {
        return vec![format!("sections: {} / {}", names(&ours), names(&theirs))];
    }
    let mut differences = Vec::new();
    for (ours, theirs) in ours.iter().zip(&theirs) {
        section_differences(ours, theirs, &mut differences);
    }
    differences
}

struct Section {
    name: String,
    fields: BTreeMap<String, String>,
}

fn sections(value: &Value) -> Option<Vec<Section>> {
    let text = String::from_utf8_lossy(value.body()?).into_owned();
    let mut sections: Vec<Section> = Vec::new();
    for line in text.split("\r\n").filter(|line| !line.is_empty()) {
        if let Some(name) = line.strip_prefix("# ") {
            sections.push(Section {
                name: name.to_string(),
                fields: BTreeMap::new(),
            });
        } else {
            let (name, value) = line.split_once(':')?;
            sections
                .last_mut()?
                .fields
                .insert(name.to_string(), value.to_string());
        }
    }
    Some(sections)
}

/// As [`info_differences`], but watches that have come to nothing may still be counted.
pub fn info_differences_but_watches(reference: &Value, subject: &Value) -> Vec<String> {
    let mut differences = info_differences(reference, subject);
    differences.retain(|difference| {
        let Some((field, values)) = difference.split_once(": ") else {
            return true;
        };
        let fields = ["Clients watching_clients", "Clients total_watched_keys"];
        let more = values.split_once(" / ").is_some_and(|(ours, theirs)| {
            let (ours, theirs) = (ours.parse::<u64>(), theirs.parse::<u64>());
            matches!((ours, theirs), (Ok(ours), Ok(theirs)) if theirs > ours)
        });
        !(fields.contains(&field) && more)
    });
    differences
}

/// As [`info_differences`], but for lookups: a request that waits for streams looks its keys up
/// once more each time one of them changes.
pub fn info_differences_but_lookups(reference: &Value, subject: &Value) -> Vec<String> {
    let mut differences = info_differences_but_watches(reference, subject);
    differences.retain(|difference| {
        let Some((field, values)) = difference.split_once(": ") else {
            return true;
        };
        let fields = ["Stats keyspace_hits", "Stats keyspace_misses"];
        let fewer = values.split_once(" / ").is_some_and(|(ours, theirs)| {
            let (ours, theirs) = (ours.parse::<u64>(), theirs.parse::<u64>());
            matches!((ours, theirs), (Ok(ours), Ok(theirs)) if theirs < ours)
        });
        !(fields.contains(&field) && fewer)
    });
    differences
}

/// As [`client_differences`], but a session whose watches have come to nothing (flag d) may still
/// have them on the subject.
pub fn client_differences_but_watches(
    reference: &Value,
    subject: &Value,
    identities: &[Identity],
) -> Vec<String> {
    let mut differences = client_differences(reference, subject, identities);
    differences.retain(|difference| {
        let changed = difference.split_once(" fields, ").map(|(_, told)| told);
        let lost = |told: &str| {
            let pairs: Vec<&str> = told.split(", ").collect();
            // A transaction that will be refused queues nothing more.
            let dirty = pairs.iter().any(|pair| pair.starts_with("flags="));
            pairs
                .iter()
                .all(|pair| is_lost_watch(pair) || dirty && is_less_queued(pair))
        };
        !changed.is_some_and(lost)
    });
    differences
}

fn is_less_queued(pair: &str) -> bool {
    let count = |text: &str| text.strip_prefix("multi=")?.parse::<i64>().ok();
    let counts = pair
        .split_once(" / ")
        .and_then(|(ours, theirs)| Some((count(ours)?, count(theirs)?)));
    counts.is_some_and(|(ours, theirs)| (0..theirs).contains(&ours))
}

fn is_lost_watch(pair: &str) -> bool {
    let Some((ours, theirs)) = pair.split_once(" / ") else {
        return false;
    };
    if let (Some(ours), Some(theirs)) = (ours.strip_prefix("flags="), theirs.strip_prefix("flags="))
    {
        let others = ours.replacen('d', "", 1);
        let others = if others.is_empty() { "N" } else { &others };
        return ours.contains('d') && others == theirs;
    }
    let count = |text: &str| text.strip_prefix("watch=")?.parse::<u64>().ok();
    matches!((count(ours), count(theirs)), (Some(ours), Some(theirs)) if ours < theirs)
}

fn section_differences(ours: &Section, theirs: &Section, out: &mut Vec<String>) {
    // The reference's are the Lua engine it is built with.
    if ["Modules", "Scripting Engines"].contains(&ours.name.as_str()) && theirs.fields.is_empty() {
        return;
    }
    if ours.name == "Keyspace" {
        let (ours, theirs) = (databases(ours), databases(theirs));
        if ours != theirs {
            out.push(format!("Keyspace: {ours:?} / {theirs:?}"));
        }
        return;
    }
    for (name, value) in &ours.fields {
        let field = format!("{} {name}", ours.name);
        match theirs.fields.get(name) {
            Some(other)
                if (INFO_EQUAL.contains(&name.as_str()) || name.starts_with("errorstat_"))
                    && other != value =>
            {
                out.push(format!("{field}: {value} / {other}"));
            }
            None if !INFO_DYNAMIC.iter().any(|prefix| name.starts_with(prefix)) => {
                out.push(format!("{field}: {value} / missing"));
            }
            _ => {}
        }
    }
}

/// Keys and expires per database; the average TTL is an estimate.
fn databases(section: &Section) -> Vec<(String, String)> {
    section
        .fields
        .iter()
        .map(|(name, value)| {
            let counts: Vec<&str> = value
                .split(',')
                .filter(|part| part.starts_with("keys=") || part.starts_with("expires="))
                .collect();
            (name.clone(), counts.join(","))
        })
        .collect()
}

/// Where two replies of CLIENT LIST or CLIENT INFO disagree about sessions, their fields (and
/// the order of these) or the number of other connections. Empty if nowhere.
pub fn client_differences(
    reference: &Value,
    subject: &Value,
    identities: &[Identity],
) -> Vec<String> {
    let ours = clients(reference, REFERENCE, identities);
    let theirs = clients(subject, SUBJECT, identities);
    let (Some(ours), Some(theirs)) = (ours, theirs) else {
        return vec!["not the lines of CLIENT LIST, or a wrong address".to_string()];
    };
    let mut differences = Vec::new();
    let known = |clients: &Clients| clients.0.keys().copied().collect::<Vec<usize>>();
    if known(&ours) != known(&theirs) || ours.1 != theirs.1 {
        differences.push(format!(
            "sessions {:?} and {} others / {:?} and {} others",
            known(&ours),
            ours.1,
            known(&theirs),
            theirs.1
        ));
    }
    for (at, fields) in &ours.0 {
        let Some(others) = theirs.0.get(at).filter(|others| *others != fields) else {
            continue;
        };
        let pairs = fields
            .iter()
            .zip(others)
            .filter(|(ours, theirs)| ours != theirs);
        let told: Vec<String> = pairs
            .map(|(ours, theirs)| format!("{ours} / {theirs}"))
            .collect();
        let counts = format!("{} / {} fields", fields.len(), others.len());
        differences.push(format!("session {at}: {counts}, {}", told.join(", ")));
    }
    differences
}

/// Per session (by index; others are only counted) the fields that must agree, and the names of
/// all fields in their order.
type Clients = (BTreeMap<usize, Vec<String>>, usize);

fn clients(value: &Value, side: usize, identities: &[Identity]) -> Option<Clients> {
    let text = String::from_utf8_lossy(value.body()?).into_owned();
    let mut sessions = BTreeMap::new();
    let mut others = 0;
    for line in text.split('\n').filter(|line| !line.is_empty()) {
        let fields: Vec<(&str, &str)> = line
            .split(' ')
            .map(|field| field.split_once('=').unwrap_or((field, "")))
            .collect();
        let value_of = |name| {
            fields
                .iter()
                .find(|(field, _)| *field == name)
                .map(|(_, value)| *value)
        };
        let id = parse_int(value_of("id")?.as_bytes())?;
        let Some(at) = identities
            .iter()
            .position(|identity| identity.id[side] == id)
        else {
            others += 1;
            continue;
        };
        if value_of("addr")? != identities[at].addr[side] {
            return None;
        }
        let kept = fields
            .iter()
            .map(|(name, value)| {
                let unsettled = identities[at].parked && ["flags", "cmd"].contains(name);
                let equal = CLIENT_EQUAL.contains(name) && !unsettled;
                let value = if equal { value } else { "" };
                format!("{name}={value}")
            })
            .collect();
        sessions.insert(at, kept);
    }
    Some((sessions, others))
}

/// Whether two replies of DEBUG DIGEST or DIGEST-VALUE have the same shape, are zero at the same
/// places, and equal one another at the same places.
pub fn digests_agree(reference: &Value, subject: &Value) -> bool {
    let shape = |value: &Value| {
        let digests: Option<Vec<&[u8]>> = match value.items() {
            Some(items) => items.iter().map(Value::text).collect(),
            None => value.text().map(|digest| vec![digest]),
        };
        let digests = digests?;
        let hex = |digest: &&[u8]| digest.len() == 40 && digest.iter().all(u8::is_ascii_hexdigit);
        if !digests.iter().all(hex) {
            return None;
        }
        let first = |digest: &[u8]| digests.iter().position(|other| *other == digest);
        let zero = |digest: &[u8]| digest.iter().all(|byte| *byte == b'0');
        let places: Vec<_> = digests.iter().map(|d| (zero(d), first(d))).collect();
        Some((value.items().is_some(), places))
    };
    let ours = shape(reference);
    ours.is_some() && ours == shape(subject)
}

/// Whether two replies of COMMAND DOCS differ in prose and the order of commands only.
pub fn docs_agree(reference: &Value, subject: &Value) -> bool {
    let ours = documented(reference);
    ours.is_some() && ours == documented(subject)
}

fn documented(value: &Value) -> Option<Vec<(Value, Vec<Value>)>> {
    let mut commands = Vec::new();
    for entry in value.items()?.chunks(2) {
        let [name, document] = entry else {
            return None;
        };
        let mut kept = Vec::new();
        for pair in document.items()?.chunks(2) {
            let [field, content] = pair else {
                return None;
            };
            // A complexity that depends on what is called may be left out.
            if field.text()? == b"complexity" {
                continue;
            }
            kept.push(field.clone());
            match field.text()? {
                b"summary" => {}
                b"history" => {
                    for change in content.items()? {
                        kept.push(change.items()?.first()?.clone());
                    }
                }
                b"subcommands" => {
                    for (name, content) in documented(content)? {
                        kept.push(name);
                        kept.push(Value::Many(b'*', content));
                    }
                }
                b"arguments" => kept.push(without_prose(content)),
                _ => kept.push(content.clone()),
            }
        }
        commands.push((name.clone(), kept));
    }
    commands.sort();
    Some(commands)
}

/// Arguments of a command without their summaries, at any depth; COMMAND INFO's key
/// specifications without their notes.
pub fn without_prose(value: &Value) -> Value {
    let Value::Many(kind, items) = value else {
        return value.clone();
    };
    let mut kept: Vec<Value> = Vec::with_capacity(items.len());
    let mut after_prose_name = false;
    for item in items {
        let prose = |text: &[u8]| text == b"summary" || text == b"notes";
        if std::mem::take(&mut after_prose_name) {
            continue;
        }
        after_prose_name = item.text().is_some_and(prose);
        kept.push(without_prose(item));
    }
    Value::Many(*kind, kept)
}
