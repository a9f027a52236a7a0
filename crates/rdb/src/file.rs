//! A whole file around its values: header, databases, keys, end.
//!
//! Never knows where keys come from, nor opens a file.

use crate::value::{Stored, save};
use crate::writer::Writer;
use crate::{Checksum, VERSION};

const EOF: u8 = 0xff;
const SELECT_DB: u8 = 0xfe;
const EXPIRE_MS: u8 = 0xfc;
const RESIZE_DB: u8 = 0xfb;
const AUX: u8 = 0xfa;
const FREQUENCY: u8 = 0xf9;
const IDLE: u8 = 0xf8;

/// What the header tells of who writes the file.
#[derive(Clone, Copy, Debug)]
pub struct Header<'a> {
    /// The version of Valkey whose format this is, as `9.1.2`.
    pub server_version: &'a str,
    /// Unix seconds.
    pub created_s: i64,
    pub used_memory_bytes: u64,
    /// The history that the content belongs to, by its 40 digits, and how much of it is in the
    /// content, in bytes.
    pub history: Option<(&'a str, u64)>,
}

/// What is known of a key's last use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Nothing is told.
    Untold,
    /// Seconds since it was last used.
    IdleSeconds(u64),
    /// The counter of its uses, logarithmic.
    Frequency(u8),
}

/// What a key has besides its value.
#[derive(Clone, Copy, Debug)]
pub struct KeyFacts<'a> {
    pub name: &'a [u8],
    /// Unix milliseconds.
    pub expire_at_ms: Option<i64>,
    pub last_use: Use,
}

/// The beginning of a file.
pub fn begin(header: &Header<'_>, writer: &mut Writer) {
    writer.raw(format!("VALKEY{VERSION:03}").as_bytes());
    auxiliary("valkey-ver", header.server_version, writer);
    auxiliary("redis-bits", "64", writer);
    auxiliary("ctime", &header.created_s.to_string(), writer);
    let used_memory = header.used_memory_bytes.to_string();
    auxiliary("used-mem", &used_memory, writer);
    if let Some((id, offset)) = header.history {
        auxiliary("repl-stream-db", "0", writer);
        auxiliary("repl-id", id, writer);
        auxiliary("repl-offset", &offset.to_string(), writer);
    }
    auxiliary("aof-base", "0", writer);
}

fn auxiliary(name: &str, value: &str, writer: &mut Writer) {
    writer.byte(AUX);
    writer.string(name.as_bytes());
    writer.string(value.as_bytes());
}

/// The keys that follow are of this database: so many, of which so many expire.
pub fn begin_database(db: u32, keys: u64, expires: u64, writer: &mut Writer) {
    writer.byte(SELECT_DB);
    writer.length(u64::from(db));
    writer.byte(RESIZE_DB);
    writer.length(keys);
    writer.length(expires);
}

/// One key.
pub fn key(facts: &KeyFacts<'_>, value: Stored<'_>, writer: &mut Writer) {
    if let Some(at_ms) = facts.expire_at_ms {
        writer.byte(EXPIRE_MS);
        writer.raw(&at_ms.to_le_bytes());
    }
    match facts.last_use {
        Use::Untold => {}
        Use::IdleSeconds(seconds) => {
            writer.byte(IDLE);
            writer.length(seconds);
        }
        Use::Frequency(counter) => {
            writer.byte(FREQUENCY);
            writer.byte(counter);
        }
    }
    // The kind of the value stands before the name.
    writer.announce(facts.name);
    save(value, writer);
}

/// The last bytes of a file whose bytes so far have been added to `checksum`.
pub fn end(mut checksum: Checksum) -> [u8; 9] {
    checksum.add(&[EOF]);
    let mut end = [EOF; 9];
    end[1..].copy_from_slice(&checksum.finish().to_le_bytes());
    end
}
