//! What commands over the whole keyspace do to one slot: SCAN, KEYS, RANDOMKEY, DBSIZE, FLUSHDB,
//! FLUSHALL, SWAPDB, DEBUG DIGEST.
//!
//! Which slots, in which order and on which cores is the engine's affair, and so are the replies.

use keyspace::{EntryRef, KeyspaceStats, Slot, Table};
use resp::{Args, ReplyError};
use stdx::glob;
use stdx::num::parse_i64;
use stdx::rng::Rng;
use stdx::slot::SLOTS;
use values::digest::DIGEST_BYTES;

use crate::context::BodySettings;
use crate::effects::Effects;
use crate::events::EventClass;
use crate::keys::removal;
use crate::parse::integer;

/// What the walk over a slot is done with.
pub struct SlotWork<'a> {
    pub db: u32,
    /// Unix time in milliseconds.
    pub now_ms: i64,
    pub settings: &'a BodySettings,
    pub stats: &'a mut KeyspaceStats,
    pub effects: &'a mut Effects,
}

/// A SCAN request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scan<'a> {
    /// As the client gave it; what it means is who made it to know.
    pub cursor: u64,
    /// About how many keys to look at.
    pub count: usize,
    pub filter: Filter<'a>,
}

/// Which keys are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter<'a> {
    pattern: Option<&'a [u8]>,
    type_name: Option<&'static str>,
}

/// Keys looked at if SCAN does not say how many.
const COUNT_DEFAULT: usize = 10;
/// Names that SCAN TYPE knows.
const TYPES: [&str; 6] = ["string", "list", "set", "zset", "hash", "stream"];
/// Expired keys that RANDOMKEY removes from a slot in one go.
const RANDOM_TRIES_MAX: usize = 100;

/// SCAN cursor [MATCH pattern] [COUNT count] [TYPE type]
pub fn parse_scan<'a>(args: Args<'a>) -> Result<Scan<'a>, ReplyError> {
    let cursor = parse_cursor(args.get(1)).ok_or(ReplyError::INVALID_CURSOR)?;
    parse_options(cursor, args, None)
}

/// What follows the cursor of SCAN or, with a place for the slot, of CLUSTERSCAN.
pub(crate) fn parse_options<'a>(
    cursor: u64,
    args: Args<'a>,
    mut slot: Option<&mut Option<u16>>,
) -> Result<Scan<'a>, ReplyError> {
    let mut scan = Scan {
        cursor,
        count: COUNT_DEFAULT,
        filter: Filter::default(),
    };
    let mut words = args.tail(2).iter();
    while let Some(word) = words.next() {
        let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
        let mut value = || words.next().ok_or(ReplyError::SYNTAX);
        if is("count") {
            let count = integer(value()?)?;
            scan.count = usize::try_from(count).unwrap_or(0);
            if scan.count == 0 {
                return Err(ReplyError::SYNTAX);
            }
        } else if is("match") {
            scan.filter = Filter {
                type_name: scan.filter.type_name,
                ..Filter::matching(value()?)
            };
        } else if is("type") {
            scan.filter.type_name = Some(parse_type(value()?)?);
        } else if let Some(slot) = slot.as_deref_mut().filter(|_| is("slot")) {
            let number = parse_slot(value()?)?;
            if slot.replace(number).is_some() {
                return Err(ReplyError::fixed(
                    "ERR SLOT option can only be specified once",
                ));
            }
        } else if is("novalues") {
            return Err(ReplyError::fixed(
                "ERR NOVALUES option can only be used in HSCAN",
            ));
        } else if is("noscores") {
            return Err(ReplyError::fixed(
                "ERR NOSCORES option can only be used in ZSCAN",
            ));
        } else {
            return Err(ReplyError::SYNTAX);
        }
    }
    Ok(scan)
}

/// The number of a slot.
pub fn parse_slot(text: &[u8]) -> Result<u16, ReplyError> {
    parse_i64(text)
        .and_then(|slot| u16::try_from(slot).ok())
        .filter(|&slot| usize::from(slot) < SLOTS)
        .ok_or(ReplyError::fixed("ERR Invalid or out of range slot"))
}

fn parse_type(name: &[u8]) -> Result<&'static str, ReplyError> {
    let known = TYPES
        .into_iter()
        .find(|known| name.eq_ignore_ascii_case(known.as_bytes()));
    known.ok_or_else(|| {
        // Valkey prints the name up to its first zero byte.
        let shown = name.split(|&byte| byte == 0).next().unwrap_or_default();
        ReplyError::from_bytes([b"ERR unknown type name '".as_slice(), shown, b"'"].concat())
    })
}

/// An unsigned number as C reads it: blanks and a sign may precede it, a NUL ends it. Negative
/// ones count from 2^64 down, unless they are of the usual form.
pub(crate) fn parse_cursor(text: &[u8]) -> Option<u64> {
    if let Some(number) = parse_i64(text) {
        return u64::try_from(number).ok();
    }
    let text = text.split(|&byte| byte == 0).next().unwrap_or_default();
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t'..=b'\r');
    let start = text.iter().position(|byte| !blank(byte))?;
    let (negative, digits) = match &text[start..] {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if !digits.first()?.is_ascii_digit() {
        return None;
    }
    let number: u64 = str::from_utf8(digits).ok()?.parse().ok()?;
    Some(if negative {
        number.wrapping_neg()
    } else {
        number
    })
}

impl<'a> Filter<'a> {
    /// All keys.
    pub const ALL: Self = Self {
        pattern: None,
        type_name: None,
    };

    /// Keys that match `pattern`, of any type.
    #[must_use]
    pub fn matching(pattern: &'a [u8]) -> Self {
        let pattern = (pattern != b"*").then_some(pattern);
        Self {
            pattern,
            type_name: None,
        }
    }

    /// The pattern, unless all keys match.
    #[must_use]
    pub fn pattern(&self) -> Option<&'a [u8]> {
        self.pattern
    }

    fn admits(&self, table: &Table, entry: EntryRef) -> bool {
        self.pattern
            .is_none_or(|pattern| glob::matches(pattern, table.key(entry), false))
            && self
                .type_name
                .is_none_or(|name| table.value(entry).type_name() == name)
    }
}

/// One step of SCAN in one slot: looks at about `count` keys from `position` on (0: from the
/// start), shows `visit` those wanted, and removes expired ones. Returns the position of the next
/// step (0: the slot is done) and how many keys it looked at.
pub fn scan_slot(
    slot: &mut Slot,
    work: &mut SlotWork<'_>,
    position: u64,
    count: usize,
    filter: &Filter<'_>,
    visit: &mut dyn FnMut(&[u8]),
) -> (u64, usize) {
    let Some(table) = slot.table(work.db) else {
        return (0, 0);
    };
    let mut looked = 0;
    let mut expired: Vec<Box<[u8]>> = Vec::new();
    let next = table.scan(position, count, &mut |entry| {
        looked += 1;
        if !filter.admits(table, entry) {
            return;
        }
        if is_expired(table, entry, work.now_ms) {
            expired.push(table.key(entry).into());
        } else {
            visit(table.key(entry));
        }
    });
    for key in &expired {
        work.expire(slot, key);
    }
    (next, looked)
}

/// KEYS in one slot: shows `visit` all keys wanted.
pub fn keys_slot(
    slot: &Slot,
    db: u32,
    now_ms: i64,
    filter: &Filter<'_>,
    visit: &mut dyn FnMut(&[u8]),
) {
    let Some(table) = slot.table(db) else { return };
    table.scan(0, usize::MAX, &mut |entry| {
        if filter.admits(table, entry) && !is_expired(table, entry, now_ms) {
            visit(table.key(entry));
        }
    });
}

/// A key that was drawn.
#[derive(Debug)]
pub struct Drawn {
    pub key: Box<[u8]>,
    /// Its time is not over.
    pub live: bool,
}

/// RANDOMKEY in one slot: a key chosen evenly, expired ones removed on the way; `None` if there is
/// none, or if too many of them had expired.
pub fn random_key_slot(
    slot: &mut Slot,
    work: &mut SlotWork<'_>,
    rng: &mut Rng,
    expired: &mut dyn FnMut(&[u8]),
) -> Option<Drawn> {
    let mut kept = None;
    for _ in 0..RANDOM_TRIES_MAX {
        let table = slot.table(work.db)?;
        let entry = table.random(rng)?;
        let key: Box<[u8]> = table.key(entry).into();
        if !is_expired(table, entry, work.now_ms) {
            return Some(Drawn { key, live: true });
        }
        if work.settings.keeps_expired {
            // One that is over is better than none for ever.
            kept = Some(Drawn { key, live: false });
            continue;
        }
        work.expire(slot, &key);
        expired(&key);
    }
    kept
}

/// DBSIZE in one slot: keys, expired ones included that are still there.
#[must_use]
pub fn dbsize_slot(slot: &Slot, db: u32) -> usize {
    slot.keys(db)
}

/// FLUSHDB (`Some`) or FLUSHALL (`None`) in one slot.
pub fn flush_slot(slot: &mut Slot, db: Option<u32>) {
    slot.flush(db);
}

/// SWAPDB in one slot.
pub fn swap_databases_slot(slot: &mut Slot, a: u32, b: u32) {
    slot.swap_databases(a, b);
}

/// DEBUG DIGEST in one slot: combines the digests of all keys of all databases into `total`, in
/// no order.
pub fn digest_slot(slot: &Slot, total: &mut [u8; DIGEST_BYTES]) {
    slot.digest(total);
}

/// FLUSHDB [ASYNC | SYNC], FLUSHALL [ASYNC | SYNC]
pub fn parse_flush(args: Args<'_>) -> Result<(), ReplyError> {
    let mode =
        |word: &[u8]| word.eq_ignore_ascii_case(b"async") || word.eq_ignore_ascii_case(b"sync");
    if args.len() > 2 || args.try_get(1).is_some_and(|word| !mode(word)) {
        return Err(ReplyError::SYNTAX);
    }
    Ok(())
}

/// SWAPDB index1 index2
pub fn parse_swapdb(args: Args<'_>, databases: u32) -> Result<(u32, u32), ReplyError> {
    let number = |i, error| {
        let number = parse_i64(args.get(i)).and_then(|number| i32::try_from(number).ok());
        number.ok_or(ReplyError::fixed(error))
    };
    let first = number(1, "ERR invalid first DB index")?;
    let second = number(2, "ERR invalid second DB index")?;
    let in_range = |number: i32| {
        let number = u32::try_from(number)
            .ok()
            .filter(|&number| number < databases);
        number.ok_or(ReplyError::DB_OUT_OF_RANGE)
    };
    Ok((in_range(first)?, in_range(second)?))
}

impl SlotWork<'_> {
    /// Removes an expired key.
    pub fn expire(&mut self, slot: &mut Slot, key: &[u8]) {
        if self.settings.keeps_expired {
            return;
        }
        let table = slot.table_mut(self.db);
        let hash = table.hash(key);
        if table.remove(key, hash) {
            slot.signal_modified(self.db, key);
            self.stats.expired += 1;
            let events = &mut self.effects.events;
            events.note(self.db, EventClass::EXPIRED, "expired", key);
            self.effects
                .command(self.db, &[removal(self.settings), key]);
        }
    }
}

/// A key lives through the very millisecond of its expire time.
fn is_expired(table: &Table, entry: EntryRef, now_ms: i64) -> bool {
    table
        .expire_at_ms(entry)
        .is_some_and(|at_ms| now_ms > at_ms)
}
