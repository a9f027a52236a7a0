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
const INFO_DYNAMIC: [&str; 3] = ["cmdstat_", "latency_percentiles_", "errorstat_"];
/// CLIENT LIST fields that say what the client did, not what it cost.
const CLIENT_EQUAL: [&str; 15] = [
    "name", "flags", "capa", "db", "sub", "psub", "ssub", "multi", "watch", "cmd", "user", "redir",
    "resp", "lib-name", "lib-ver",
];

/// Whether two INFO replies have the same sections and fields, and agree where they must.
pub fn info_agrees(reference: &Value, subject: &Value) -> bool {
    let (Some(ours), Some(theirs)) = (sections(reference), sections(subject)) else {
        return false;
    };
    let names = |sections: &[Section]| sections.iter().map(|s| s.name.clone()).collect::<Vec<_>>();
    names(&ours) == names(&theirs)
        && ours
            .iter()
            .zip(&theirs)
            .all(|(ours, theirs)| sections_agree(ours, theirs))
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

fn sections_agree(ours: &Section, theirs: &Section) -> bool {
    if ours.name == "Keyspace" {
        return databases(ours) == databases(theirs);
    }
    ours.fields
        .iter()
        .all(|(name, value)| match theirs.fields.get(name) {
            Some(other) => !INFO_EQUAL.contains(&name.as_str()) || other == value,
            None => INFO_DYNAMIC.iter().any(|prefix| name.starts_with(prefix)),
        })
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

/// Whether two replies of CLIENT LIST or CLIENT INFO describe the same sessions alike.
pub fn client_lines_agree(reference: &Value, subject: &Value, identities: &[Identity]) -> bool {
    let ours = clients(reference, REFERENCE, identities);
    ours.is_some() && ours == clients(subject, SUBJECT, identities)
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

/// Whether two replies of COMMAND DOCS differ in summaries and the order of commands only.
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
            kept.push(field.clone());
            match field.text()? {
                b"summary" => {}
                b"subcommands" => {
                    for (name, content) in documented(content)? {
                        kept.push(name);
                        kept.push(Value::Many(b'*', content));
                    }
                }
                _ => kept.push(content.clone()),
            }
        }
        commands.push((name.clone(), kept));
    }
    commands.sort();
    Some(commands)
}
