//! The values of a table that lie outside of its entries, by number, and their account.
//!
//! It knows neither keys nor entries.

use std::collections::BTreeSet;
use stdx::steps::{Step, timed};
use values::Object;

/// Numbered places for objects; the numbers of removed ones are used again.
#[derive(Debug, Default)]
pub(crate) struct Objects {
    places: Vec<Option<Object<'static>>>,
    free: Vec<u32>,
    /// Bytes of all objects as they were when last looked at.
    bytes: usize,
    /// The object that was lent for a change, and its bytes before.
    lent: Option<(u32, usize)>,
    /// Removed objects that are too large to be freed at once.
    doomed: Vec<Object<'static>>,
    /// Hashes with fields that expire: when the first may, and the hash of the key.
    field_dues: BTreeSet<(i64, u64)>,
}

/// Objects above this are freed in steps.
const FREED_AT_ONCE_MAX: usize = 256 * 1024;

impl Objects {
    pub(crate) fn get(&self, number: u32) -> Option<&Object<'static>> {
        self.places.get(number as usize)?.as_ref()
    }

    /// The object for a change; its account is brought up to date at the next use.
    pub(crate) fn get_mut(&mut self, number: u32) -> Option<&mut Object<'static>> {
        self.settle();
        let object = self.places.get_mut(number as usize)?.as_mut()?;
        self.lent = Some((number, object.bytes()));
        Some(object)
    }

    pub(crate) fn insert(&mut self, object: Object<'static>) -> u32 {
        self.settle();
        self.bytes += object.bytes();
        if let Some(number) = self.free.pop() {
            self.places[number as usize] = Some(object);
            return number;
        }
        if self.places.len() == self.places.capacity() {
            let more = (self.places.len() / 4).max(1);
            self.places.reserve_exact(more);
        }
        self.places.push(Some(object));
        (self.places.len() - 1) as u32
    }

    pub(crate) fn remove(&mut self, number: u32) -> Option<Object<'static>> {
        self.settle();
        let object = self.places.get_mut(number as usize)?.take()?;
        self.bytes -= object.bytes();
        self.free.push(number);
        if self.free.len() == self.places.len() {
            *self = Self {
                doomed: std::mem::take(&mut self.doomed),
                field_dues: std::mem::take(&mut self.field_dues),
                ..Self::default()
            };
        }
        Some(object)
    }

    /// Keeps the record of when fields of an object, if it is a hash, may expire. `key_hash` is the
    /// hash of its key.
    pub(crate) fn note_fields(&mut self, number: u32, key_hash: u64) {
        let Some(Some(Object::Hash(hash))) = self.places.get_mut(number as usize) else {
            return;
        };
        let (due_ms, noted_ms) = (hash.next_due_ms(), hash.noted_ms());
        if due_ms == noted_ms {
            return;
        }
        hash.set_noted(due_ms);
        if let Some(noted_ms) = noted_ms {
            self.field_dues.remove(&(noted_ms, key_hash));
        }
        if let Some(due_ms) = due_ms {
            self.field_dues.insert((due_ms, key_hash));
        }
    }

    /// Removes the record of an object that is no longer here.
    pub(crate) fn forget_fields(&mut self, object: &mut Object<'_>, key_hash: u64) {
        if let Object::Hash(hash) = object
            && let Some(noted_ms) = hash.noted_ms()
        {
            hash.set_noted(None);
            self.field_dues.remove(&(noted_ms, key_hash));
        }
    }

    pub(crate) fn forget_record(&mut self, due_ms: i64, key_hash: u64) {
        self.field_dues.remove(&(due_ms, key_hash));
    }

    /// The first record: a time, and the hash of a key.
    pub(crate) fn first_field_due(&self) -> Option<(i64, u64)> {
        self.field_dues.first().copied()
    }

    #[inline]
    pub(crate) fn next_field_due_ms(&self) -> Option<i64> {
        Some(self.first_field_due()?.0)
    }

    pub(crate) fn expiring_hashes(&self) -> usize {
        self.field_dues.len()
    }

    /// Drops an object, later and in steps if it is large.
    pub(crate) fn discard(&mut self, object: Object<'static>) {
        if object.bytes() > FREED_AT_ONCE_MAX {
            self.doomed.push(object);
        }
    }

    /// Frees a part of what was discarded; true when nothing is left.
    pub(crate) fn free_some(&mut self, steps: usize) -> bool {
        if let Some(object) = self.doomed.last_mut()
            && timed(Step::Freeing, || object.free_some(steps))
        {
            self.doomed.pop();
        }
        self.doomed.is_empty()
    }

    /// Drops up to `steps` objects; true when none is left. Only for a table that is dropped.
    pub(crate) fn dissolve_some(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            match self.places.pop() {
                None => return self.free_some(steps),
                Some(None) => {}
                Some(Some(object)) => self.discard(object),
            }
            self.free_some(1);
        }
        false
    }

    /// Number of objects and their bytes, counted anew.
    #[cfg(test)]
    pub(crate) fn recount(&self) -> (usize, usize) {
        let objects = self.places.iter().flatten();
        (objects.clone().count(), objects.map(Object::bytes).sum())
    }

    /// Bytes of the objects as the counter states them.
    #[cfg(test)]
    pub(crate) fn counted_bytes(&mut self) -> usize {
        self.settle();
        self.bytes
    }

    /// Heap bytes of the objects alone.
    pub(crate) fn value_bytes(&self) -> usize {
        let lent = self.lent.map_or(0, |(number, before)| {
            self.get(number).map_or(0, Object::bytes) as isize - before as isize
        });
        self.bytes.saturating_add_signed(lent)
    }

    /// Heap bytes of the objects and of their places.
    pub(crate) fn heap_bytes(&self) -> usize {
        size_of::<Self>()
            + self.value_bytes()
            + self.places.capacity() * size_of::<Option<Object>>()
            + self.free.capacity() * size_of::<u32>()
            + self.field_dues.len() * size_of::<(i64, u64)>()
    }

    fn settle(&mut self) {
        if let Some((number, before)) = self.lent.take() {
            let now = self.get(number).map_or(0, Object::bytes);
            self.bytes = self.bytes - before + now;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use values::{EncodingLimits, List};

    #[test]
    fn numbers_are_used_again_and_changes_are_counted() {
        let limits = EncodingLimits::default();
        let mut objects = Objects::default();
        let first = objects.insert(Object::Raw(vec![1; 100].into()));
        let second = objects.insert(Object::List(List::new()));
        let empty = objects.heap_bytes();
        let list = objects.get_mut(second).and_then(Object::as_list_mut);
        list.unwrap().push_back(&[7; 500], &limits);
        let grown = objects.heap_bytes() - empty;
        assert_eq!(grown, objects.get(second).unwrap().bytes());
        assert!(objects.remove(first).is_some() && objects.remove(first).is_none());
        assert_eq!(objects.insert(Object::List(List::new())), first);
        objects.remove(first);
        objects.remove(second);
        assert_eq!(objects.heap_bytes(), size_of::<Objects>());
    }
}
