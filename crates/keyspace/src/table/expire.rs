//! Expiry times of entries: changing them, and removing the entries whose time is over.
//!
//! It decides nothing about who else must hear of an expired key: that is told to the caller.

use super::Table;
use super::due::{CARRIED_PER_CHANGE, Due, RecordId};
use super::entry::{self, Header, Image, Kind, Payload};
use super::write::fits_embstr;
use crate::value::EntryRef;

/// Records whose entries are prefetched together.
const BATCH: usize = 16;

/// Whether a time is over: Valkey's keys live through the very millisecond.
#[inline]
pub(crate) fn is_over(expire_at_ms: i64, now_ms: i64) -> bool {
    now_ms > expire_at_ms
}

impl Table {
    /// Changes or removes the expiry time of an entry, which lies under `key`.
    pub fn set_expire(
        &mut self,
        entry: EntryRef,
        key: &[u8],
        hash: u64,
        expire_at_ms: Option<i64>,
    ) -> EntryRef {
        let old = self.expire_at_ms(entry);
        let reference = match (old, expire_at_ms) {
            (None, None) => return entry,
            (Some(_), Some(at_ms)) => {
                entry::set_expire_at(self.arena.entry_mut(entry.0), at_ms);
                entry.0
            }
            _ => self.rewrite_with_expire(entry, key, hash, expire_at_ms),
        };
        self.note_expire(hash, reference, old, expire_at_ms);
        EntryRef(reference)
    }

    /// Writes the entry anew with room for the time, or without.
    fn rewrite_with_expire(
        &mut self,
        entry: EntryRef,
        key: &[u8],
        hash: u64,
        expire_at: Option<i64>,
    ) -> u32 {
        let (header, bytes) = self.arena.entry(entry.0);
        let value = bytes[header.value_range(bytes)].to_vec();
        let payload = match header.kind() {
            Kind::Int => Payload::Int(entry::int_of(&value)),
            Kind::Object => Payload::Object(entry::int_of(&value) as u32),
            Kind::Packed => Payload::Packed(entry::packed_of(&value)),
            Kind::Embstr if fits_embstr(key.len(), value.len(), expire_at.is_some()) => {
                Payload::Embstr(&value)
            }
            Kind::Embstr | Kind::Raw => Payload::Raw(&value),
        };
        let image = Image {
            key,
            payload,
            expire_at,
            generation: header.generation(),
            lru: header.lru(),
            spare: 0,
        };
        match self.position(key, hash) {
            Some((position, old)) => self.rewrite(position, old, &image),
            None => entry.0,
        }
    }

    /// Keeps the count of entries that expire, and the records of when, after a change.
    pub(super) fn note_expire(
        &mut self,
        hash: u64,
        reference: u32,
        old: Option<i64>,
        new: Option<i64>,
    ) {
        match (old, new) {
            (None, None) => {}
            (Some(_), None) => {
                self.expires -= 1;
                if self.expires == 0 {
                    self.due = None;
                }
            }
            // Put off: the record that there is will be moved when it comes up.
            (Some(old), Some(new)) if new >= old => {}
            (old, Some(new)) => {
                self.expires += u32::from(old.is_none());
                self.record(RecordId::of(hash), reference, new);
                self.tend_records();
            }
        }
    }

    fn record(&mut self, id: RecordId, reference: u32, at_ms: i64) {
        let due: &mut Due = self.due.get_or_insert_default();
        due.add(id, at_ms);
        let header = self.arena.header(reference);
        let present = header.with_generation(due.generation());
        self.arena.set_header(reference, present);
    }

    /// A bounded part of the work of getting rid of stale records.
    fn tend_records(&mut self) {
        let live = self.expires_len();
        let Some(due) = self.due.as_mut() else {
            return;
        };
        due.renew_if_stale(live);
        for _ in 0..CARRIED_PER_CHANGE {
            let Some(due) = self.due.as_mut() else {
                return;
            };
            let Some(id) = due.take_old() else {
                return;
            };
            let generation = due.generation();
            for (reference, at_ms) in self.expiring(id, |header| header.generation() != generation)
            {
                self.record(id, reference, at_ms);
            }
        }
    }

    /// The entries, almost always at most one, with an expiry time and this id.
    fn expiring(&self, id: RecordId, wanted: impl Fn(Header) -> bool) -> Vec<(u32, i64)> {
        let mut found = Vec::new();
        let (low, high) = id.hashes();
        self.index.for_each_between(low, high, |reference| {
            let (header, entry) = self.arena.entry(reference);
            if let Some(at_ms) = header.expire_at(entry)
                && wanted(header)
                && RecordId::of(self.hasher.hash(&entry[header.key_range(entry)])) == id
            {
                found.push((reference, at_ms));
            }
        });
        found
    }

    /// When the next entry or field may have to be removed, in unix ms. Never later than its
    /// expiry time and 64 ms.
    pub fn next_due_ms(&self) -> Option<i64> {
        let keys = self.due.as_ref().and_then(|due| due.next_due_ms());
        // A field lives through its very millisecond.
        let fields = self
            .next_field_due_ms()
            .map(|at_ms| at_ms.saturating_add(1));
        keys.into_iter().chain(fields).min()
    }

    /// Removes entries whose time is over, each after `on_key` was told its key. Every record
    /// looked at takes 1 of `budget`. Returns whether there is more to do at `now_ms`.
    pub fn expire_due(
        &mut self,
        now_ms: i64,
        budget: &mut usize,
        on_key: &mut dyn FnMut(&[u8]),
    ) -> bool {
        while let Some(due) = self.due.as_mut() {
            if *budget == 0 {
                return due.next_due_ms().is_some_and(|next| next <= now_ms);
            }
            let wanted = BATCH.min(*budget);
            let batch: [Option<RecordId>; BATCH] = std::array::from_fn(|n| {
                if n < wanted {
                    due.take_due(now_ms)
                } else {
                    None
                }
            });
            self.prefetch_records(&batch);
            for id in batch.iter().flatten() {
                *budget -= 1;
                self.expire_record(*id, now_ms, on_key);
            }
            if batch[wanted - 1].is_none() {
                return false;
            }
        }
        false
    }

    /// Asks for the memory of the entries that the records mean, all at once.
    fn prefetch_records(&self, batch: &[Option<RecordId>]) {
        for id in batch.iter().flatten() {
            self.index.prefetch(id.hashes().0);
        }
        for id in batch.iter().flatten() {
            let (low, high) = id.hashes();
            let arena = &self.arena;
            self.index
                .for_each_between(low, high, |reference| arena.prefetch(reference));
        }
    }

    /// Removes the entries near the id whose time is over, whether the record meant them or not,
    /// and renews the record of those whose time was put off.
    fn expire_record(&mut self, id: RecordId, now_ms: i64, on_key: &mut dyn FnMut(&[u8])) {
        loop {
            let (low, high) = id.hashes();
            let (mut over, mut others) = (None, false);
            self.index.for_each_between(low, high, |reference| {
                let (header, entry) = self.arena.entry(reference);
                match header.expire_at(entry) {
                    Some(at_ms) if over.is_none() && is_over(at_ms, now_ms) => {
                        over = Some(reference);
                    }
                    Some(_) => others = true,
                    None => {}
                }
            });
            let Some(reference) = over else {
                break;
            };
            self.expire_entry(reference, on_key);
            if !others {
                return;
            }
        }
        for (reference, at_ms) in self.expiring(id, |_| true) {
            self.record(id, reference, at_ms);
        }
    }

    fn expire_entry(&mut self, reference: u32, on_key: &mut dyn FnMut(&[u8])) {
        let (header, entry) = self.arena.entry(reference);
        let key = &entry[header.key_range(entry)];
        let hash = self.hasher.hash(key);
        on_key(key);
        if let Some((position, _)) = self.index.find(hash, |other| other == reference) {
            self.remove_at(hash, position, reference);
        }
    }

    /// Records of expiry times, stale ones included.
    #[cfg(test)]
    pub(crate) fn records(&self) -> usize {
        self.due.as_ref().map_or(0, |due| due.len())
    }
}
