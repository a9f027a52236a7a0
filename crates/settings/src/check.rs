//! Rules of single parameters beyond their kind, with Valkey's error texts.

use core::net::{Ipv4Addr, Ipv6Addr};

use crate::value::Value;

type Checked = Result<(), &'static str>;

/// Background work runs at least once and at most this often per second.
const HZ_MAX: i64 = 500;
/// Valkey's smallest replication backlog, in bytes.
const BACKLOG_MIN: u64 = 16 << 10;
/// Host names longer than this are refused.
const HOSTNAME_BYTES_MAX: usize = 255;
/// The longest textual IP address.
const IP_BYTES_MAX: usize = 45;
/// Bits of the words of `shutdown-on-sigint` and `shutdown-on-sigterm`.
const SHUTDOWN_SAVE: u32 = 1;
const SHUTDOWN_NOSAVE: u32 = 1 << 1;
const SHUTDOWN_FAILOVER: u32 = 1 << 5;

pub(crate) fn bound_hz(value: Value) -> Value {
    match value {
        Value::Int(hz) => Value::Int(hz.clamp(1, HZ_MAX)),
        other => other,
    }
}

pub(crate) fn least_backlog(value: Value) -> Value {
    match value {
        Value::Memory(bytes) => Value::Memory(bytes.max(BACKLOG_MIN)),
        other => other,
    }
}

/// `relative` is another word for `yes`.
pub(crate) fn relative_is_yes(value: Value) -> Value {
    match value {
        Value::Word(2) => Value::Word(1),
        other => other,
    }
}

pub(crate) fn is_relaxed(value: &Value) -> bool {
    *value == Value::Word(1)
}

pub(crate) fn shutdown_words(value: &Value) -> Checked {
    match value {
        Value::Words(bits) if bits & SHUTDOWN_SAVE != 0 && bits & SHUTDOWN_NOSAVE != 0 => {
            Err("shutdown options SAVE and NOSAVE can't be used simultaneously")
        }
        _ => Ok(()),
    }
}

/// Whether a shutdown is to leave something behind that we cannot leave yet.
pub(crate) fn promises_save(value: &Value) -> bool {
    matches!(value, Value::Words(bits) if bits & (SHUTDOWN_SAVE | SHUTDOWN_FAILOVER) != 0)
}

pub(crate) fn no_defrag(value: &Value) -> Checked {
    if *value == Value::Bool(true) {
        return Err(
            "Active defragmentation cannot be enabled: it requires a server compiled \
            with a modified Jemalloc like the one shipped by default with the source \
            distribution",
        );
    }
    Ok(())
}

pub(crate) fn db_filename(value: &Value) -> Checked {
    file_name(
        value,
        "dbfilename can't be empty",
        "dbfilename can't be a path, just a filename",
    )
}

pub(crate) fn append_filename(value: &Value) -> Checked {
    file_name(
        value,
        "appendfilename can't be empty",
        "appendfilename can't be a path, just a filename",
    )
}

pub(crate) fn append_dirname(value: &Value) -> Checked {
    file_name(
        value,
        "appenddirname can't be empty",
        "appenddirname can't be a path, just a dirname",
    )
}

pub(crate) fn cluster_config_file(value: &Value) -> Checked {
    if text(value).is_empty() {
        Err("cluster-config-file can't be empty")
    } else {
        Ok(())
    }
}

fn file_name(value: &Value, empty: &'static str, path: &'static str) -> Checked {
    let name = text(value);
    if name.is_empty() {
        Err(empty)
    } else if name.contains(&b'/') {
        Err(path)
    } else {
        Ok(())
    }
}

pub(crate) fn hostname(value: &Value) -> Checked {
    let name = text(value);
    if name.len() > HOSTNAME_BYTES_MAX {
        return Err("Hostnames must be less than 256 characters");
    }
    if !name
        .iter()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
    {
        return Err("Hostnames may only contain alphanumeric characters, hyphens or dots");
    }
    Ok(())
}

pub(crate) fn nodename(value: &Value) -> Checked {
    if text(value).iter().all(|byte| is_plain(*byte)) {
        Ok(())
    } else {
        Err("Announced human node name contained invalid character")
    }
}

pub(crate) fn announced_ip(value: &Value) -> Checked {
    let address = text(value);
    if address.len() > IP_BYTES_MAX {
        return Err("cluster-announce-ip is too long");
    }
    if !address.iter().all(|byte| is_plain(*byte)) {
        return Err("cluster-announce-ip contains invalid character");
    }
    Ok(())
}

/// Whether a byte may stand in what nodes of a cluster tell each other about themselves.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || b"-./:_`".contains(&byte)
}

pub(crate) fn ipv4(value: &Value) -> Checked {
    address::<Ipv4Addr>(value, "Invalid IPv4 address")
}

pub(crate) fn ipv6(value: &Value) -> Checked {
    address::<Ipv6Addr>(value, "Invalid IPv6 address")
}

fn address<A: std::str::FromStr>(value: &Value, wrong: &'static str) -> Checked {
    let given = text(value);
    let valid = std::str::from_utf8(given)
        .is_ok_and(|given| given.is_empty() || given.parse::<A>().is_ok());
    if valid { Ok(()) } else { Err(wrong) }
}

/// The variables of `{...}` must be known, and something must be left when those that may be empty
/// are.
pub(crate) fn title_template(value: &Value) -> Checked {
    const INVALID: &str = "template format is invalid or contains unknown variables";
    let mut rest = text(value);
    let mut visible = false;
    while let Some((first, after)) = rest.split_first() {
        if *first != b'{' {
            visible |= !first.is_ascii_whitespace();
            rest = after;
        } else if let Some(after) = after.strip_prefix(b"{") {
            visible = true;
            rest = after;
        } else {
            let end = after.iter().position(|byte| *byte == b'}').ok_or(INVALID)?;
            visible |= variable_is_visible(&after[..end]).ok_or(INVALID)?;
            rest = &after[end + 1..];
        }
    }
    if visible { Ok(()) } else { Err(INVALID) }
}

/// Whether a template's variable always has some text; `None` for one that does not exist.
fn variable_is_visible(name: &[u8]) -> Option<bool> {
    match name {
        b"port" | b"tls-port" | b"config-file" | b"listen-addr" => Some(true),
        b"title" | b"unixsocket" | b"server-mode" => Some(false),
        _ => None,
    }
}

fn text(value: &Value) -> &[u8] {
    match value {
        Value::Text(text) => text,
        _ => b"",
    }
}
