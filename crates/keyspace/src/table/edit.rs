//! Changing collections, wherever they lie.
//!
//! A compact collection in an entry is changed as a copy, which is written back if it differs;
//! it becomes an object when it has grown too large, and an object comes back when little of it
//! is left. It knows nothing of what the changes mean.

use super::Table;
use super::entry::{self, Image, Kind, Payload};
use super::write::{PACKED_BYTES_MAX, is_inline};
use crate::value::EntryRef;
use values::Object;

/// Bytes of a compact object that comes back into its entry at most: fewer than make it leave, so
/// that it does not flutter.
const RETURNED_BYTES_MAX: usize = PACKED_BYTES_MAX / 2;

/// This part of a grown value is left unused behind it, so that the next change finds room.
const SPARE_PART: usize = 4;

/// Unused bytes behind a grown value at least and at most.
const SPARE_BYTES_MIN: usize = 16;
pub(super) const SPARE_BYTES_MAX: usize = 96;

impl Table {
    /// Changes the collection, or the long string, of an entry that lies under `key`; None if it
    /// holds a short string. The entry may lie elsewhere afterwards, as may all others.
    #[inline]
    pub fn edit<R>(
        &mut self,
        entry: EntryRef,
        key: &[u8],
        hash: u64,
        edit: impl FnOnce(&mut Object<'_>) -> R,
    ) -> Option<(EntryRef, R)> {
        let (header, bytes) = self.arena.entry(entry.0);
        let value = &bytes[header.value_range(bytes)];
        match header.kind() {
            Kind::Int | Kind::Embstr | Kind::Raw => None,
            Kind::Packed => {
                let mut object = entry::packed_of(value).object();
                let result = edit(&mut object);
                if object.is_lent() {
                    return Some((entry, result));
                }
                let changed = object.into_owned();
                Some((self.store_changed(entry, (key, hash), changed), result))
            }
            Kind::Object => {
                let number = entry::int_of(value) as u32;
                let object = self.objects.as_mut()?.get_mut(number)?;
                let result = edit(object);
                if !is_inline(object, key.len(), RETURNED_BYTES_MAX) {
                    return Some((entry, result));
                }
                let returned = self.objects.as_mut()?.remove(number)?;
                Some((self.store_changed(entry, (key, hash), returned), result))
            }
        }
    }

    /// Writes what a collection has become into its entry, or its number if it is too large.
    fn store_changed(
        &mut self,
        entry: EntryRef,
        (key, hash): (&[u8], u64),
        object: Object<'static>,
    ) -> EntryRef {
        if !is_inline(&object, key.len(), PACKED_BYTES_MAX) {
            let number = self.objects.get_or_insert_default().insert(object);
            return self.write_changed(entry, (key, hash), Payload::Object(number));
        }
        match object.packed() {
            Some(packed) => self.write_changed(entry, (key, hash), Payload::Packed(packed)),
            None => entry,
        }
    }

    fn write_changed(
        &mut self,
        entry: EntryRef,
        (key, hash): (&[u8], u64),
        payload: Payload<'_>,
    ) -> EntryRef {
        let (header, bytes) = self.arena.entry(entry.0);
        let spare = match &payload {
            Payload::Packed(packed) => {
                (packed.bytes.len() / SPARE_PART).clamp(SPARE_BYTES_MIN, SPARE_BYTES_MAX)
            }
            _ => 0,
        };
        let image = Image {
            key,
            payload,
            expire_at: header.expire_at(bytes),
            generation: header.generation(),
            lru: header.lru(),
            spare,
        };
        if self.arena.overwrite(entry.0, &image) {
            return entry;
        }
        match self.index.find(hash, |other| other == entry.0) {
            Some((position, old)) => EntryRef(self.rewrite(position, old, &image)),
            None => entry,
        }
    }
}
