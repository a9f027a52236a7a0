//! Finding a key: where every read of the keyspace ends.
//!
//! The hash of the key chooses one bucket, one cache line; the entries whose tag there equals the
//! hash's last byte are compared with the key, and the value lies in the entry itself. So a key
//! costs two waits for memory, and both can be asked for in advance: whoever has a batch of keys
//! calls [`Table::prefetch_bucket`] for all of them, then [`Table::prefetch_entry`], then
//! [`Table::prefetch_value`], and finds them all in the cache.
//!
//! A key whose time is over is reported and left: removing it, and telling others, is the
//! caller's part.

use crate::table::{Table, is_over};
use crate::value::{EntryRef, Lookup};

impl Table {
    /// Finds a key at `now_ms`. Nothing is marked as used: see [`Table::touch`].
    #[inline]
    pub fn find(&self, key: &[u8], hash: u64, now_ms: i64) -> Lookup {
        let Some((_, reference)) = self.position(key, hash) else {
            return Lookup::Missing;
        };
        let entry = EntryRef(reference);
        match self.expire_at_ms(entry) {
            Some(at_ms) if is_over(at_ms, now_ms) => Lookup::Expired,
            _ => Lookup::Found(entry),
        }
    }

    /// As [`Self::find`], changing the LRU field of the entry to what `next` makes of it.
    #[inline]
    pub fn find_to_use(
        &mut self,
        key: &[u8],
        hash: u64,
        now_ms: i64,
        next: impl FnOnce(u32) -> u32,
    ) -> Lookup {
        let Some((_, reference)) = self.position(key, hash) else {
            return Lookup::Missing;
        };
        if self.arena.use_entry(reference, now_ms, next) {
            Lookup::Found(EntryRef(reference))
        } else {
            Lookup::Expired
        }
    }

    /// Whether a key is there, its time over or not.
    pub fn contains(&self, key: &[u8], hash: u64) -> bool {
        self.position(key, hash).is_some()
    }

    /// As [`Self::contains`], but not for a key whose time is over at `now_ms`.
    pub fn contains_live(&self, key: &[u8], hash: u64, now_ms: i64) -> bool {
        self.position(key, hash).is_some_and(|(_, reference)| {
            let at_ms = self.expire_at_ms(EntryRef(reference));
            at_ms.is_none_or(|at_ms| !is_over(at_ms, now_ms))
        })
    }

    /// The entry whose key has this hash, all of it.
    pub(crate) fn with_hash(&self, hash: u64) -> Option<EntryRef> {
        let is_it = |reference| self.hash(self.key(EntryRef(reference))) == hash;
        let (_, reference) = self.index.find(hash, is_it)?;
        Some(EntryRef(reference))
    }

    /// First stage: asks for the bucket of a key.
    #[inline]
    pub fn prefetch_bucket(&self, hash: u64) {
        self.index.prefetch(hash);
    }

    /// Between the first and the second stage: asks for what says where the entry is that the
    /// bucket holds under the tag of the key, almost always the key's. Returns that entry.
    #[inline]
    pub fn prefetch_chunk(&self, hash: u64) -> Option<EntryRef> {
        let reference = self.index.first_at_home(hash)?;
        self.arena.prefetch_chunk(reference);
        Some(EntryRef(reference))
    }

    /// Second stage: asks for an entry.
    #[inline]
    pub fn prefetch_entry(&self, entry: EntryRef) {
        self.arena.prefetch(entry.0);
    }

    /// Third stage: asks for a value that does not begin in the first lines of its entry.
    #[inline]
    pub fn prefetch_value(&self, entry: EntryRef) {
        self.prefetch_rest(entry.0);
    }
}
