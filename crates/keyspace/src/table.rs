//! One numbered database of one slot: an index over entries in an arena of its own.
//!
//! A table knows keys, values and expiry times; it knows no commands, no slots and no clock but
//! the times it is given. The hash of a key is computed once, by who calls, with the slot's
//! [`KeyHasher`]. Reading begins in `lookup.rs`.
//!
//! No step touches more than one chunk of the arena and one segment of the index.

mod account;
mod arena;
mod bucket;
mod due;
mod edit;
mod entry;
mod equal_bytes;
mod expire;
mod fields;
mod heap;
mod index;
mod objects;
mod scan;
#[cfg(test)]
mod tests;
mod tidy;
mod write;

pub use account::TableMemory;
pub(crate) use expire::is_over;
pub use fields::ExpiredFields;
pub use scan::CURSOR_LIMIT;

use crate::value::{EntryRef, Value};
use arena::Arena;
use due::Due;
use entry::{Kind, LRU_LIMIT};
use index::{Entries, Index, Position};
use objects::Objects;
use stdx::hash::KeyHasher;
use stdx::prefetch::prefetch_read;
use values::{EncodingLimits, Object};

/// The keys of one database of one slot. What every lookup reads comes first, see [`Slot`].
///
/// [`Slot`]: crate::Slot
#[derive(Debug)]
#[repr(C)]
pub struct Table {
    pub(crate) index: Index,
    pub(crate) arena: Arena,
    objects: Option<Box<Objects>>,
    due: Option<Box<Due>>,
    /// Entries with an expiry time.
    expires: u32,
    hasher: KeyHasher,
}

/// The entries' side of the index.
struct Keys<'a> {
    arena: &'a Arena,
    hasher: KeyHasher,
}

impl Entries for Keys<'_> {
    #[inline]
    fn hash_of(&self, reference: u32) -> u64 {
        let (header, entry) = self.arena.entry(reference);
        self.hasher.hash(&entry[header.key_range(entry)])
    }

    #[inline]
    fn prefetch(&self, reference: u32) {
        self.arena.prefetch(reference);
    }
}

impl Table {
    /// An empty table; allocates nothing. All hashes given to it must come from `hasher`.
    pub fn new(hasher: KeyHasher) -> Self {
        Self {
            index: Index::new(),
            arena: Arena::default(),
            objects: None,
            due: None,
            hasher,
            expires: 0,
        }
    }

    /// The hasher of its keys.
    pub(crate) fn hasher(&self) -> KeyHasher {
        self.hasher
    }

    /// Number of keys, those included whose time is over but which are still there.
    #[inline]
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether there is no key.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// Number of keys with an expiry time.
    #[inline]
    pub fn expires_len(&self) -> usize {
        self.expires as usize
    }

    /// The hash of a key, for the methods that want it.
    #[inline]
    pub fn hash(&self, key: &[u8]) -> u64 {
        self.hasher.hash(key)
    }

    /// The key of an entry.
    #[inline]
    pub fn key(&self, entry: EntryRef) -> &[u8] {
        let (header, bytes) = self.arena.entry(entry.0);
        &bytes[header.key_range(bytes)]
    }

    /// The value of an entry.
    #[inline]
    pub fn value(&self, entry: EntryRef) -> Value<'_> {
        let (header, bytes) = self.arena.entry(entry.0);
        let value = &bytes[header.value_range(bytes)];
        match header.kind() {
            Kind::Embstr | Kind::Raw => Value::Str(value),
            Kind::Int => Value::Int(entry::int_of(value)),
            Kind::Packed => Value::Packed(entry::packed_of(value)),
            Kind::Object => match self.object(entry::int_of(value) as u32) {
                Some(object) => Value::Object(object),
                None => Value::Str(&[]),
            },
        }
    }

    fn object(&self, number: u32) -> Option<&Object<'static>> {
        self.objects.as_ref()?.get(number)
    }

    /// The object of an entry, for a change; None if the value lies in the entry. Only for values
    /// that never do once they are objects: see [`Self::edit`] for the others.
    pub fn object_mut(&mut self, entry: EntryRef) -> Option<&mut Object<'static>> {
        let number = self.object_number(entry)?;
        self.objects.as_mut()?.get_mut(number)
    }

    fn object_number(&self, entry: EntryRef) -> Option<u32> {
        let (header, bytes) = self.arena.entry(entry.0);
        let value = &bytes[header.value_range(bytes)];
        (header.kind() == Kind::Object).then(|| entry::int_of(value) as u32)
    }

    /// Whether the string of an entry counts as edited or long ("raw").
    pub fn is_raw(&self, entry: EntryRef) -> bool {
        match self.arena.header(entry.0).kind() {
            Kind::Raw => true,
            Kind::Object => matches!(self.value(entry), Value::Object(Object::Raw(_))),
            Kind::Int | Kind::Embstr | Kind::Packed => false,
        }
    }

    /// Valkey's name of the entry's encoding.
    pub fn encoding(&self, entry: EntryRef, limits: &EncodingLimits) -> &'static str {
        match self.arena.header(entry.0).kind() {
            Kind::Int => "int",
            Kind::Embstr => "embstr",
            Kind::Raw => "raw",
            Kind::Object | Kind::Packed => match self.value(entry) {
                Value::Object(object) => object.encoding(limits),
                Value::Packed(packed) => packed.object().encoding(limits),
                Value::Int(_) | Value::Str(_) => "raw",
            },
        }
    }

    /// When the entry expires, in unix ms.
    #[inline]
    pub fn expire_at_ms(&self, entry: EntryRef) -> Option<i64> {
        let bytes = self.arena.bytes_from(entry.0);
        entry::Header::read(bytes, 0).expire_at(bytes)
    }

    /// The 24 bits in which an entry remembers its use: seconds of the last one, or whatever an
    /// eviction policy puts there.
    #[inline]
    pub fn lru_field(&self, entry: EntryRef) -> u32 {
        self.arena.header(entry.0).lru()
    }

    /// Changes the LRU field; only the lower 24 bits count.
    #[inline]
    pub fn set_lru_field(&mut self, entry: EntryRef, field: u32) {
        let header = self.arena.header(entry.0);
        self.arena.set_header(entry.0, header.with_lru(field));
    }

    /// Notes that the entry is used at `now_ms`.
    #[inline]
    pub fn touch(&mut self, entry: EntryRef, now_ms: i64) {
        let field = lru_clock(now_ms);
        let header = self.arena.header(entry.0);
        if header.lru() != field {
            self.arena.set_header(entry.0, header.with_lru(field));
        }
    }

    /// For how long the entry has not been used, in ms and to the second (it wraps after 194
    /// days).
    pub fn idle_ms(&self, entry: EntryRef, now_ms: i64) -> i64 {
        let seconds = lru_clock(now_ms).wrapping_sub(self.lru_field(entry)) & (LRU_LIMIT - 1);
        i64::from(seconds) * 1000
    }

    /// Whether the table cannot be trusted to take another entry: it has reached 32 GiB of them.
    pub fn is_full(&self) -> bool {
        self.arena.is_full()
    }

    /// Place and reference of a key.
    #[inline]
    pub(crate) fn position(&self, key: &[u8], hash: u64) -> Option<(Position, u32)> {
        self.index.find(hash, |reference| {
            let entry = self.arena.bytes_from(reference);
            entry::Header::read(entry, 0).key_is(entry, key)
        })
    }

    /// Asks for the lines of an entry after the first two, or for its object.
    #[inline]
    pub(crate) fn prefetch_rest(&self, reference: u32) {
        const LINE: usize = 64;
        const LINES_MAX: usize = 8;
        let (header, bytes) = self.arena.entry(reference);
        if header.kind() == Kind::Object {
            let value = &bytes[header.value_range(bytes)];
            match self.object(entry::int_of(value) as u32) {
                Some(Object::Raw(bytes)) => bytes.first().into_iter().for_each(prefetch_read),
                Some(object) => prefetch_read(object),
                None => {}
            }
        }
        for line in bytes.chunks(LINE).skip(2).take(LINES_MAX) {
            prefetch_read(line);
        }
    }
}

/// The LRU field of something used at `now_ms`.
#[inline]
pub(crate) fn lru_clock(now_ms: i64) -> u32 {
    (now_ms / 1000) as u32 & (LRU_LIMIT - 1)
}
