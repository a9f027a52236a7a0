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
const SPARE_PART: usize = 8;

/// Unused bytes behind a grown value at least and at most.
const SPARE_BYTES_MIN: usize = 8;
pub(super) const SPARE_BYTES_MAX: usize = 48;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Expire, NewValue, Value};
    use stdx::hash::KeyHasher;
    use values::hash::{Lifetime, Rules};
    use values::{EncodingLimits, Hash};

    const HASHER: KeyHasher = KeyHasher::with_seed([3, 4]);

    fn hash_of(fields: usize, limits: &EncodingLimits) -> Object<'static> {
        let rules = Rules {
            limits,
            hasher: HASHER,
        };
        let mut hash = Hash::new();
        for field in 0..fields {
            hash.set(
                format!("field{field}").as_bytes(),
                b"value",
                Lifetime::None,
                &rules,
            );
        }
        Object::Hash(hash)
    }

    #[test]
    fn a_collection_leaves_its_entry_when_it_grows_and_comes_back_when_it_shrinks() {
        let limits = EncodingLimits::default();
        let rules = Rules {
            limits: &limits,
            hasher: HASHER,
        };
        let mut table = Table::new(HASHER);
        let (key, hash) = (b"key", HASHER.hash(b"key"));
        let first = NewValue::Object(hash_of(1, &limits));
        let mut entry = table.set(key, hash, first, Expire::At(77));
        for field in 0..100 {
            let name = format!("field{field}");
            let (moved, is_new) = table
                .edit(entry, key, hash, |object| {
                    let fields = object.as_hash_mut().unwrap();
                    fields.set(name.as_bytes(), b"value", Lifetime::None, &rules)
                })
                .unwrap();
            assert_eq!(is_new, field > 0);
            entry = moved;
            let inside = matches!(table.value(entry), Value::Packed(_));
            assert_eq!(inside, table.object_number(entry).is_none());
            assert_eq!(table.encoding(entry, &limits), "listpack");
            assert_eq!(table.expire_at_ms(entry), Some(77));
        }
        assert!(table.object_number(entry).is_some());
        for field in 1..100 {
            let name = format!("field{field}");
            let removed = table.edit(entry, key, hash, |object| {
                object.as_hash_mut().unwrap().remove(name.as_bytes())
            });
            entry = removed.filter(|(_, removed)| *removed).unwrap().0;
        }
        assert!(matches!(table.value(entry), Value::Packed(packed) if packed.count == 2));
        table.arena.assert_accounts();
    }

    #[test]
    fn what_is_not_changed_is_not_written() {
        let limits = EncodingLimits::default();
        let mut table = Table::new(HASHER);
        let (key, hash) = (b"key", HASHER.hash(b"key"));
        let entry = table.set(
            key,
            hash,
            NewValue::Object(hash_of(3, &limits)),
            Expire::None,
        );
        let before = table.arena.entry(entry.0).1.to_vec();
        let missed = table.edit(entry, key, hash, |object| {
            object.as_hash_mut().unwrap().remove(b"another")
        });
        assert_eq!(missed, Some((entry, false)));
        assert_eq!(table.arena.entry(entry.0).1, before);
        let text = table.set(
            b"text",
            HASHER.hash(b"text"),
            NewValue::Bytes(b"x"),
            Expire::None,
        );
        assert!(
            table
                .edit(text, b"text", HASHER.hash(b"text"), |_| ())
                .is_none()
        );
    }
}
