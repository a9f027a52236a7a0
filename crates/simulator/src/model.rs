//! A naive keyspace: maps, strings and lists, one command after another on one thread.
//!
//! Written from what Valkey does, without a look at the server's own commands, and without any
//! cleverness. Never knows cores, slots or stamps.

mod keys;
mod lists;
mod strings;
#[cfg(test)]
mod tests;
mod whole;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::wire;

/// A database and a key in it.
pub(crate) type Place = (u32, Vec<u8>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Text(Vec<u8>),
    List(VecDeque<Vec<u8>>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) value: Value,
    /// Unix time in milliseconds after which the key is gone.
    pub(crate) expire_at_ms: Option<i64>,
}

impl Entry {
    fn text(text: Vec<u8>) -> Self {
        Self {
            value: Value::Text(text),
            expire_at_ms: None,
        }
    }

    fn is_over(&self, now_ms: i64) -> bool {
        self.expire_at_ms.is_some_and(|at_ms| now_ms > at_ms)
    }
}

/// Everything a command is executed with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Circumstances {
    pub(crate) db: u32,
    pub(crate) now_ms: i64,
    pub(crate) resp3: bool,
    /// Inside a transaction: nothing blocks.
    pub(crate) in_exec: bool,
}

/// What a command does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Reply(Vec<u8>),
    /// It waits for these keys.
    Waits {
        keys: Vec<Vec<u8>>,
        deadline_ms: Option<i64>,
    },
    /// The model has no such command.
    Unknown,
}

/// A reply, or the text of an error.
type Answer = Result<Vec<u8>, &'static str>;

const WRONGTYPE: &str = "WRONGTYPE Operation against a key holding the wrong kind of value";
const NOT_INTEGER: &str = "ERR value is not an integer or out of range";
const NO_SUCH_KEY: &str = "ERR no such key";
const SYNTAX: &str = "ERR syntax error";

/// All databases.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    dbs: BTreeMap<u32, BTreeMap<Vec<u8>, Entry>>,
    /// Keys that were looked at or changed since [`Self::take_traces`].
    touched: BTreeSet<Place>,
    /// Keys that were changed since [`Self::take_changes`], as WATCH sees it, and whether they
    /// were there before.
    changed: BTreeMap<Place, bool>,
}

impl Model {
    /// Executes one command.
    pub(crate) fn execute(&mut self, with: &Circumstances, args: &[Vec<u8>]) -> Done {
        let name = args[0].to_ascii_lowercase();
        let waiting = match name.as_slice() {
            b"blpop" | b"brpop" => Some(self.blocking_pop(with, args)),
            b"blmove" => Some(self.blocking_move(with, args)),
            _ => None,
        };
        if let Some(result) = waiting {
            return result.unwrap_or_else(|text| Done::Reply(wire::error(text)));
        }
        let answer = match name.as_slice() {
            b"get" => self.get(with, args),
            b"set" => self.set(with, args),
            b"incr" => self.incr(with, args),
            b"append" => self.append(with, args),
            b"strlen" => self.strlen(with, args),
            b"mset" => self.mset(with, args),
            b"mget" => self.mget(with, args),
            b"msetnx" => self.msetnx(with, args),
            b"del" => self.del(with, args),
            b"exists" => self.exists(with, args),
            b"type" => self.kind(with, args),
            b"rename" => self.rename(with, args),
            b"copy" => self.copy(with, args),
            b"move" => self.move_key(with, args),
            b"expire" => self.expire(with, args, 1000),
            b"pexpire" => self.expire(with, args, 1),
            b"persist" => self.persist(with, args),
            b"ttl" => self.ttl(with, args, 1000),
            b"pttl" => self.ttl(with, args, 1),
            b"lpush" | b"rpush" => self.push(with, args, name[0] == b'l'),
            b"lpop" | b"rpop" => self.pop(with, args, name[0] == b'l'),
            b"llen" => self.llen(with, args),
            b"lrange" => self.lrange(with, args),
            b"lmove" => self.lmove(with, args),
            b"flushall" => self.flush(None),
            b"flushdb" => self.flush(Some(with.db)),
            b"swapdb" => self.swap(args),
            b"dbsize" => self.dbsize(with),
            b"keys" => self.keys(with, args),
            b"ping" => Ok(wire::simple("PONG")),
            b"echo" => Ok(wire::bulk(&args[1])),
            _ => return Done::Unknown,
        };
        Done::Reply(answer.unwrap_or_else(wire::error))
    }

    /// What was looked at since the last call.
    pub(crate) fn take_touched(&mut self) -> BTreeSet<Place> {
        std::mem::take(&mut self.touched)
    }

    /// What was changed since the last call, and whether it was there before.
    pub(crate) fn take_changes(&mut self) -> BTreeMap<Place, bool> {
        std::mem::take(&mut self.changed)
    }

    /// A key was removed because its time was over. Tells whether it was there, and it was.
    pub(crate) fn expired(&mut self, db: u32, key: &[u8], now_ms: i64) -> bool {
        let due = self
            .peek(db, key)
            .is_some_and(|entry| entry.is_over(now_ms));
        if due {
            self.remove(db, key);
        }
        due
    }

    /// A key was removed to make room. Tells whether it was there.
    pub(crate) fn evicted(&mut self, db: u32, key: &[u8]) -> bool {
        let there = self.is_there(db, key);
        self.remove(db, key);
        there
    }

    /// WATCH: looks at the keys, so that those whose time is over go.
    pub(crate) fn look_at(&mut self, db: u32, key: &[u8], now_ms: i64) {
        self.lookup(db, key, now_ms);
    }

    /// Whether a key is past its time and still there.
    pub(crate) fn is_over(&self, db: u32, key: &[u8], now_ms: i64) -> bool {
        self.peek(db, key)
            .is_some_and(|entry| entry.is_over(now_ms))
    }

    /// Whether a key is there, past its time or not.
    pub(crate) fn is_there(&self, db: u32, key: &[u8]) -> bool {
        self.peek(db, key).is_some()
    }

    /// Whether a key holds a list.
    pub(crate) fn holds_list(&self, db: u32, key: &[u8], now_ms: i64) -> bool {
        let entry = self.peek(db, key).filter(|entry| !entry.is_over(now_ms));
        entry.is_some_and(|entry| matches!(entry.value, Value::List(_)))
    }

    /// Keys of a database, past their time or not, with their expire times.
    pub(crate) fn entries(&self, db: u32) -> impl Iterator<Item = (&Vec<u8>, Option<i64>)> {
        let entries = self.dbs.get(&db).into_iter().flatten();
        entries.map(|(key, entry)| (key, entry.expire_at_ms))
    }

    /// Keys that are past their time and still there.
    pub(crate) fn past_their_time(&self, now_ms: i64) -> impl Iterator<Item = Place> {
        let all = self
            .dbs
            .iter()
            .flat_map(|(&db, entries)| entries.iter().map(move |(key, entry)| (db, key, entry)));
        all.filter(move |(_, _, entry)| entry.is_over(now_ms))
            .map(|(db, key, _)| (db, key.clone()))
    }

    fn peek(&self, db: u32, key: &[u8]) -> Option<&Entry> {
        self.dbs.get(&db)?.get(key)
    }

    /// Looks a key up; one whose time is over goes.
    fn lookup(&mut self, db: u32, key: &[u8], now_ms: i64) -> Option<&mut Entry> {
        self.touched.insert((db, key.to_vec()));
        if self.is_over(db, key, now_ms) {
            self.remove(db, key);
        }
        self.dbs.get_mut(&db)?.get_mut(key)
    }

    fn text(&mut self, with: &Circumstances, key: &[u8]) -> Result<Option<Vec<u8>>, &'static str> {
        match self.lookup(with.db, key, with.now_ms) {
            None => Ok(None),
            Some(Entry {
                value: Value::Text(text),
                ..
            }) => Ok(Some(text.clone())),
            Some(_) => Err(WRONGTYPE),
        }
    }

    fn list(
        &mut self,
        with: &Circumstances,
        key: &[u8],
    ) -> Result<Option<&mut VecDeque<Vec<u8>>>, &'static str> {
        match self.lookup(with.db, key, with.now_ms) {
            None => Ok(None),
            Some(Entry {
                value: Value::List(list),
                ..
            }) => Ok(Some(list)),
            Some(_) => Err(WRONGTYPE),
        }
    }

    /// Puts a value where it belongs, whatever was there.
    fn put(&mut self, db: u32, key: &[u8], entry: Entry) {
        self.note_change(db, key);
        self.dbs.entry(db).or_default().insert(key.to_vec(), entry);
    }

    fn remove(&mut self, db: u32, key: &[u8]) -> Option<Entry> {
        self.peek(db, key)?;
        self.note_change(db, key);
        self.dbs.get_mut(&db)?.remove(key)
    }

    /// To be called before the change.
    fn note_change(&mut self, db: u32, key: &[u8]) {
        let there = self.is_there(db, key);
        self.touched.insert((db, key.to_vec()));
        self.changed.entry((db, key.to_vec())).or_insert(there);
    }
}

fn parse_integer(text: &[u8]) -> Result<i64, &'static str> {
    let text = std::str::from_utf8(text).map_err(|_| NOT_INTEGER)?;
    let number: i64 = text.parse().map_err(|_| NOT_INTEGER)?;
    // Only the usual form of a number is one.
    if number.to_string() == text {
        Ok(number)
    } else {
        Err(NOT_INTEGER)
    }
}

fn is(word: &[u8], name: &str) -> bool {
    word.eq_ignore_ascii_case(name.as_bytes())
}
