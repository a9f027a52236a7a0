//! How much memory a table uses, what its content is worth as a digest, and freeing it in steps.
//!
//! It reads the other parts and decides nothing.

use super::Table;
use super::bucket::{Bucket, LANES};
use crate::value::{EntryRef, Value};
use values::Digest;
use values::digest::{DIGEST_BYTES, combine};

/// Heap bytes of a table, by what they are used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableMemory {
    /// Chunks of entries, unused and dead parts included.
    pub arena: usize,
    /// Of these, bytes of entries that can be found.
    pub live: usize,
    /// Buckets and what finds them.
    pub index: usize,
    /// Values outside of the entries.
    pub objects: usize,
    /// Records of expiry times.
    pub expiry: usize,
}

impl TableMemory {
    /// All heap bytes.
    pub fn total(&self) -> usize {
        self.arena + self.index + self.objects + self.expiry
    }
}

/// Bytes above which a table is freed in steps: thousands are flushed together.
const FREED_AT_ONCE_MAX: usize = 4096;

impl Table {
    /// Heap bytes in use.
    pub fn memory(&self) -> TableMemory {
        let (arena, live) = self.arena.bytes();
        TableMemory {
            arena,
            live,
            index: self.index.heap_bytes(),
            objects: self
                .objects
                .as_ref()
                .map_or(0, |objects| objects.heap_bytes()),
            expiry: self.due.as_ref().map_or(0, |due| due.heap_bytes()),
        }
    }

    /// What is wrong with the account of the entries' memory, by counting anew; all of the table
    /// is read.
    pub fn recount(&self) -> Option<String> {
        let (mut live, mut objects) = (0, 0);
        self.scan(0, usize::MAX, &mut |entry| {
            let (_, bytes) = self.arena.entry(entry.0);
            live += bytes.len();
            if let Value::Object(object) = self.value(entry) {
                objects += object.bytes();
            }
        });
        let (held, counted) = self.arena.bytes();
        if counted != live || held < live {
            return Some(format!(
                "{live} bytes of entries, not {counted} in chunks of {held}"
            ));
        }
        let account = self.objects.as_ref().map_or(0, |kept| kept.value_bytes());
        (account != objects)
            .then(|| format!("{objects} bytes of values outside of entries, not {account}"))
    }

    /// Entries that the buckets there are have room for.
    pub fn room(&self) -> usize {
        self.index.buckets() * LANES
    }

    /// Bytes that one entry takes, its share of the index included: MEMORY USAGE.
    pub fn memory_usage(&self, entry: EntryRef) -> usize {
        let (_, bytes) = self.arena.entry(entry.0);
        let object = match self.value(entry) {
            Value::Object(object) => size_of_val(object) + object.bytes(),
            Value::Int(_) | Value::Str(_) | Value::Packed(_) => 0,
        };
        bytes.len() + size_of::<Bucket>().div_ceil(LANES) + object
    }

    /// A digest of an entry's value that ignores its encoding, key and expiry time.
    pub fn value_digest(&self, entry: EntryRef) -> [u8; DIGEST_BYTES] {
        let mut digest = Digest::new();
        self.digest_value(entry, &mut digest);
        digest.word(u64::from(self.expire_at_ms(entry).is_some()));
        digest.finish()
    }

    /// Combines the digests of all keys, values and expiry times into `total`, in no order.
    pub fn digest(&self, db: u32, total: &mut [u8; DIGEST_BYTES]) {
        self.scan(0, usize::MAX, &mut |entry| {
            let mut digest = Digest::new();
            digest.word(u64::from(db));
            digest.string(self.key(entry));
            self.digest_value(entry, &mut digest);
            let expires = self.expire_at_ms(entry);
            digest.word(u64::from(expires.is_some()));
            digest.word(expires.unwrap_or(0) as u64);
            combine(total, &digest.finish());
        });
    }

    fn digest_value(&self, entry: EntryRef, digest: &mut Digest) {
        let value = self.value(entry);
        digest.string(value.type_name().as_bytes());
        match value {
            Value::Int(number) => digest.integer(number),
            Value::Str(bytes) => digest.string(bytes),
            Value::Object(object) => object.digest(digest),
            Value::Packed(packed) => packed.object().digest(digest),
        }
    }

    /// Whether dropping the table at once would take long.
    pub(crate) fn is_large(&self) -> bool {
        self.memory().total() > FREED_AT_ONCE_MAX
    }

    /// Frees about `steps` pieces of values that were removed and are too large to be freed at
    /// once; true when none is left.
    pub fn reclaim(&mut self, steps: usize) -> bool {
        self.objects
            .as_mut()
            .is_none_or(|objects| objects.free_some(steps))
    }

    /// Begins to free a table that will never be used again.
    pub(crate) fn dissolve(&mut self) {
        self.arena.dissolve();
    }

    /// Frees about `steps` pieces of a table that will never be used again; true at the end.
    pub(crate) fn dissolve_some(&mut self, steps: usize) -> bool {
        let objects = self.objects.as_mut();
        objects.is_none_or(|objects| objects.dissolve_some(steps))
            && self.due.as_mut().is_none_or(|due| due.dissolve_some(steps))
            && self.index.dissolve_some(steps)
            && self.arena.dissolve_some(steps)
    }
}
