//! Storing, overwriting and removing entries.
//!
//! The order of steps matters: room in the index first, then room in the arena (which may move
//! other entries), then the entry, then its place in the index.

use super::arena::{Room, Witness};
use super::edit::SPARE_BYTES_MAX;
use super::entry::{Header, Image, PACKED_COUNT_MAX, PACKED_HEAD_BYTES, Payload};
use super::index::{Index, Position};
use super::{Keys, Table};
use crate::value::{EntryRef, Expire, NewValue, Taken, TakenValue, Value};
use bytes::Bytes;
use stdx::hash::KeyHasher;
use stdx::pool::{POOLED_BYTES_MAX, Pooled};
use stdx::steps::{Step, timed};
use values::{Object, Packed};

/// Longest entry with the value inside, but for values so short that they are always inside.
const INLINE_ENTRY_MAX: usize = super::arena::SHARED_ENTRY_MAX;

/// Bytes of an entry besides key and value, at most.
const FRAME_BYTES_MAX: usize = 24;

/// Bytes of a compact collection that lies in its entry at most. Larger ones are changed where
/// they are, and lose little by an allocation of their own.
pub(super) const PACKED_BYTES_MAX: usize = 512;

/// Values up to this always lie in the entry, however long the key is.
const INLINE_VALUE_MIN: usize = 64;

/// Strings are "embstr" in Valkey if key and value, with the expiry time, have at most this.
const EMBSTR_BYTES_MAX: usize = 113;

/// Keys from this length on take two more bytes there.
const EMBSTR_LONG_KEY: usize = 32;

/// In the index in place of an entry that is being moved.
pub(super) const NOWHERE: u32 = u32::MAX;

/// A value that has found its place.
enum Stored<'a> {
    Inline(NewValue<'a>),
    Outside(u32),
}

impl Stored<'_> {
    fn payload(&self, key_len: usize, expires: bool) -> Payload<'_> {
        match self {
            Self::Outside(number) => Payload::Object(*number),
            Self::Inline(NewValue::Int(number)) => Payload::Int(*number),
            Self::Inline(NewValue::Bytes(bytes)) => text_payload(bytes, key_len, expires),
            Self::Inline(NewValue::Shared(bytes)) => text_payload(bytes, key_len, expires),
            Self::Inline(NewValue::Raw(bytes)) => Payload::Raw(bytes),
            Self::Inline(NewValue::Object(object)) => match object.packed() {
                Some(packed) => Payload::Packed(packed),
                None => Payload::Raw(&[]),
            },
        }
    }
}

fn text_payload(bytes: &[u8], key_len: usize, expires: bool) -> Payload<'_> {
    if fits_embstr(key_len, bytes.len(), expires) {
        Payload::Embstr(bytes)
    } else {
        Payload::Raw(bytes)
    }
}

/// Whether Valkey would call a string of this length, under such a key, "embstr".
pub(super) fn fits_embstr(key_len: usize, value_len: usize, expires: bool) -> bool {
    let long_key = if key_len >= EMBSTR_LONG_KEY { 2 } else { 0 };
    let time = if expires { size_of::<i64>() } else { 0 };
    key_len + value_len + long_key + time <= EMBSTR_BYTES_MAX
}

/// Whether a value is a compact collection of up to so many bytes that may lie in its entry.
pub(super) fn is_inline(object: &Object<'_>, key_len: usize, bytes_max: usize) -> bool {
    let fits = |packed: Packed<'_>| {
        let frame = FRAME_BYTES_MAX + PACKED_HEAD_BYTES + SPARE_BYTES_MAX;
        packed.bytes.len() <= bytes_max
            && packed.count <= PACKED_COUNT_MAX
            && frame + key_len + packed.bytes.len() <= INLINE_ENTRY_MAX
    };
    object.packed().is_some_and(fits)
}

/// A copy in pages of the pool, which go back to the system one by one, if it is not too long.
fn copy_of_large(bytes: &[u8]) -> Bytes {
    if bytes.len() <= POOLED_BYTES_MAX {
        Bytes::from_owner(Pooled::from(bytes))
    } else {
        Bytes::copy_from_slice(bytes)
    }
}

impl Table {
    /// Stores a value under a key, which may exist. The LRU field of a new entry is 0, that of an
    /// old one stays.
    pub fn set(&mut self, key: &[u8], hash: u64, value: NewValue<'_>, expire: Expire) -> EntryRef {
        let reference = match self.position(key, hash) {
            Some((position, old)) => self.overwrite(key, hash, position, old, value, expire),
            None => self.insert(key, hash, value, expire),
        };
        EntryRef(reference)
    }

    /// Stores what was taken elsewhere, with its expiry time, over whatever the key holds.
    pub fn put(&mut self, key: &[u8], hash: u64, taken: Taken) -> EntryRef {
        let expire = taken.expire_at_ms.map_or(Expire::None, Expire::At);
        match taken.value {
            TakenValue::Int(number) => self.set(key, hash, NewValue::Int(number), expire),
            TakenValue::Bytes(bytes) => self.set(key, hash, NewValue::Bytes(&bytes), expire),
            TakenValue::Raw(bytes) => self.set(key, hash, NewValue::Raw(&bytes), expire),
            TakenValue::Object(object) => {
                let entry = self.set(key, hash, NewValue::Object(object), expire);
                self.note_fields(entry, hash);
                entry
            }
        }
    }

    /// Removes a key; false if it does not exist.
    pub fn remove(&mut self, key: &[u8], hash: u64) -> bool {
        match self.position(key, hash) {
            Some((position, reference)) => {
                self.remove_at(hash, position, reference);
                true
            }
            None => false,
        }
    }

    /// Removes a key and returns what it held.
    pub fn take(&mut self, key: &[u8], hash: u64) -> Option<Taken> {
        let (position, reference) = self.position(key, hash)?;
        let entry = EntryRef(reference);
        let expire_at_ms = self.expire_at_ms(entry);
        let value = match self.object_number(entry) {
            Some(number) => {
                let objects = self.objects.as_mut()?;
                let mut object = objects.remove(number)?;
                objects.forget_fields(&mut object, hash);
                TakenValue::Object(object)
            }
            None => self.copy_of(entry),
        };
        self.remove_at(hash, position, reference);
        Some(Taken {
            value,
            expire_at_ms,
        })
    }

    /// A copy of what an entry holds.
    pub fn duplicate(&self, entry: EntryRef) -> Taken {
        Taken {
            value: self.copy_of(entry),
            expire_at_ms: self.expire_at_ms(entry),
        }
    }

    fn copy_of(&self, entry: EntryRef) -> TakenValue {
        match self.value(entry) {
            Value::Int(number) => TakenValue::Int(number),
            Value::Str(bytes) if self.is_raw(entry) => TakenValue::Raw(bytes.to_vec()),
            Value::Str(bytes) => TakenValue::Bytes(bytes.to_vec()),
            Value::Packed(packed) => TakenValue::Object(packed.object().into_owned()),
            Value::Object(object) => TakenValue::Object(object.duplicate()),
        }
    }

    fn insert(&mut self, key: &[u8], hash: u64, value: NewValue<'_>, expire: Expire) -> u32 {
        let expire_at = match expire {
            Expire::At(at_ms) => Some(at_ms),
            Expire::Keep | Expire::None => None,
        };
        let keys = Keys {
            arena: &self.arena,
            hasher: self.hasher,
        };
        self.index.make_room(hash, &keys);
        let stored = self.store(value, key.len());
        let image = Image {
            key,
            payload: stored.payload(key.len(), expire_at.is_some()),
            expire_at,
            generation: false,
            lru: 0,
            spare: 0,
        };
        let reference = self.append(&image);
        self.index.insert(hash, reference);
        self.note_expire(hash, reference, None, expire_at);
        reference
    }

    fn overwrite(
        &mut self,
        key: &[u8],
        hash: u64,
        position: Position,
        old: u32,
        value: NewValue<'_>,
        expire: Expire,
    ) -> u32 {
        let header = self.arena.header(old);
        let old_expire_at = self.expire_at_ms(EntryRef(old));
        let expire_at = match expire {
            Expire::Keep => old_expire_at,
            Expire::None => None,
            Expire::At(at_ms) => Some(at_ms),
        };
        self.discard_object(EntryRef(old), hash);
        let stored = self.store(value, key.len());
        let image = Image {
            key,
            payload: stored.payload(key.len(), expire_at.is_some()),
            expire_at,
            generation: header.generation(),
            lru: header.lru(),
            spare: 0,
        };
        let reference = self.rewrite(position, old, &image);
        self.note_expire(hash, reference, old_expire_at, expire_at);
        reference
    }

    /// Writes an entry in place of the one at `position`; returns where it lies now.
    pub(super) fn rewrite(&mut self, position: Position, old: u32, image: &Image<'_>) -> u32 {
        if self.arena.overwrite(old, image) {
            return old;
        }
        // Nothing may find the old place from here on: it can be given to another entry.
        self.index.set_reference(position, NOWHERE);
        if let Some(chunk) = self.arena.free(old) {
            self.compact(chunk);
        }
        let reference = self.append(image);
        self.index.set_reference(position, reference);
        reference
    }

    pub(super) fn remove_at(&mut self, hash: u64, position: Position, reference: u32) {
        let entry = EntryRef(reference);
        let expire_at = self.expire_at_ms(entry);
        self.note_expire(hash, reference, expire_at, None);
        self.discard_object(entry, hash);
        let keys = Keys {
            arena: &self.arena,
            hasher: self.hasher,
        };
        self.index.remove(hash, position, &keys);
        if let Some(chunk) = self.arena.free(reference) {
            self.compact(chunk);
            self.arena.shrink(chunk, 0);
        }
    }

    fn discard_object(&mut self, entry: EntryRef, hash: u64) {
        if let Some(number) = self.object_number(entry)
            && let Some(objects) = self.objects.as_mut()
            && let Some(mut object) = objects.remove(number)
        {
            objects.forget_fields(&mut object, hash);
            objects.discard(object);
        }
    }

    /// Decides where a value is kept and, if it is not the entry, keeps it there.
    fn store<'a>(&mut self, value: NewValue<'a>, key_len: usize) -> Stored<'a> {
        let inline_max = INLINE_ENTRY_MAX
            .saturating_sub(FRAME_BYTES_MAX + key_len)
            .max(INLINE_VALUE_MIN);
        let object = match value {
            NewValue::Object(object) if is_inline(&object, key_len, PACKED_BYTES_MAX) => {
                return Stored::Inline(NewValue::Object(object));
            }
            NewValue::Object(object) => object,
            NewValue::Shared(bytes) if bytes.len() > inline_max => Object::Raw(bytes),
            NewValue::Bytes(bytes) | NewValue::Raw(bytes) if bytes.len() > inline_max => {
                Object::Raw(copy_of_large(bytes))
            }
            inline => return Stored::Inline(inline),
        };
        Stored::Outside(self.objects.get_or_insert_default().insert(object))
    }

    pub(super) fn append(&mut self, image: &Image<'_>) -> u32 {
        if let Some(reference) = self.arena.fill_hole(image) {
            return reference;
        }
        let len = image.wanted_len();
        loop {
            match self.arena.room_for(len) {
                Room::Ready(chunk) => return self.arena.append(chunk, image),
                Room::Compact(chunk) => {
                    self.compact(chunk);
                    self.arena.shrink(chunk, 2 * len);
                }
            }
        }
    }

    /// Moves the live entries of one chunk together. References change, places in the index do
    /// not.
    pub(super) fn compact(&mut self, chunk: u32) {
        let mut places = Places {
            index: &mut self.index,
            hasher: self.hasher,
        };
        if self.arena.is_long(chunk) {
            timed(Step::Compaction, || self.arena.compact(chunk, &mut places));
        } else {
            self.arena.compact(chunk, &mut places);
        }
    }
}

/// Keeps the index right while entries move.
struct Places<'a> {
    index: &'a mut Index,
    hasher: KeyHasher,
}

impl Witness for Places<'_> {
    #[inline]
    fn will_move(&mut self, entry: &[u8]) -> u64 {
        let header = Header::read(entry, 0);
        let hash = self.hasher.hash(&entry[header.key_range(entry)]);
        self.index.prefetch(hash);
        hash
    }

    #[inline]
    fn has_moved(&mut self, hash: u64, old: u32, new: u32) {
        let known = self.index.replace(hash, old, new);
        debug_assert!(known, "a live entry is missing in the index");
    }
}
