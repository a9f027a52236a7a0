//! Expiry times of fields of hashes: which hashes of a table fall due when, and removing the
//! fields whose time is over.
//!
//! Each hash with such a field has exactly one record, at a time that is not later than its
//! earliest field's; the hash itself knows which, so that a record never goes stale. Tables
//! without such hashes pay nothing. It decides nothing about who must hear of expired fields.

use super::Table;
use super::entry::{self, Kind};
use super::expire::is_over;
use crate::value::EntryRef;
use values::Object;

/// What active expiry has done to one hash.
#[derive(Clone, Copy, Debug)]
pub struct ExpiredFields<'a> {
    /// Its key.
    pub key: &'a [u8],
    /// Names of the fields that were removed; at least one.
    pub names: &'a [Box<[u8]>],
    /// Nothing was left, and the key was removed too.
    pub emptied: bool,
}

impl Table {
    /// Keeps the record of when fields expire; to be called whenever fields of the entry's hash
    /// may expire earlier than before, or never.
    pub fn note_fields(&mut self, entry: EntryRef, hash: u64) {
        if let Some(number) = self.object_number(entry)
            && let Some(objects) = self.objects.as_mut()
        {
            objects.note_fields(number, hash);
        }
    }

    /// Number of keys with fields that expire.
    pub fn expiring_hashes(&self) -> usize {
        self.objects
            .as_ref()
            .map_or(0, |objects| objects.expiring_hashes())
    }

    /// When the next field may have to be removed, in unix ms.
    #[inline]
    pub(super) fn next_field_due_ms(&self) -> Option<i64> {
        self.objects.as_ref()?.next_field_due_ms()
    }

    /// Removes fields whose time is over, and hashes of which nothing is left; each hash is told
    /// to `on_fields`. A field or a hash looked at takes 1 of `budget`. Returns whether there is
    /// more to do at `now_ms`.
    pub fn expire_fields(
        &mut self,
        now_ms: i64,
        budget: &mut usize,
        on_fields: &mut dyn FnMut(ExpiredFields<'_>),
    ) -> bool {
        loop {
            let Some(objects) = self.objects.as_mut() else {
                return false;
            };
            let Some((due_ms, hash)) = objects.first_field_due() else {
                return false;
            };
            if !is_over(due_ms, now_ms) {
                return false;
            }
            if *budget == 0 {
                return true;
            }
            let found = self.entry_due(hash, due_ms);
            let removed = match found {
                Some(reference) => self.expire_in(reference, hash, (now_ms, *budget), on_fields),
                None => 0,
            };
            if let Some(objects) = self.objects.as_mut() {
                // The record of a hash that could not be found must not come up for ever.
                if found.is_none() {
                    objects.forget_record(due_ms, hash);
                }
            }
            *budget = budget.saturating_sub(removed.max(1));
        }
    }

    /// The entry with a hash that is recorded at `due_ms`.
    fn entry_due(&self, hash: u64, due_ms: i64) -> Option<u32> {
        let found = self.index.find(hash, |reference| {
            let (header, bytes) = self.arena.entry(reference);
            if header.kind() != Kind::Object {
                return false;
            }
            let number = entry::int_of(&bytes[header.value_range(bytes)]) as u32;
            let object = self.objects.as_ref().and_then(|all| all.get(number));
            let noted = object
                .and_then(Object::as_hash)
                .and_then(values::Hash::noted_ms);
            noted == Some(due_ms) && self.hasher.hash(&bytes[header.key_range(bytes)]) == hash
        });
        Some(found?.1)
    }

    fn expire_in(
        &mut self,
        reference: u32,
        hash: u64,
        (now_ms, budget): (i64, usize),
        on_fields: &mut dyn FnMut(ExpiredFields<'_>),
    ) -> usize {
        let entry = EntryRef(reference);
        let mut names: Vec<Box<[u8]>> = Vec::new();
        let mut emptied = false;
        if let Some(fields) = self.object_mut(entry).and_then(Object::as_hash_mut) {
            fields.expire_some(now_ms, budget, &mut |name| names.push(name.into()));
            emptied = fields.is_empty();
        }
        if !names.is_empty() {
            on_fields(ExpiredFields {
                key: self.key(entry),
                names: &names,
                emptied,
            });
        }
        if emptied {
            if let Some((position, _)) = self.index.find(hash, |other| other == reference) {
                self.remove_at(hash, position, reference);
            }
        } else {
            self.note_fields(entry, hash);
        }
        names.len()
    }
}
