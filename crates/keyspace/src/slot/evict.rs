//! Removing keys to make room. Which ones is decided elsewhere, and told by their hashes: entries
//! move while others go.

use super::Slot;
use crate::stats::KeyspaceStats;

impl Slot {
    /// Removes the key of this hash, if there still is one; watches notice. Returns its name.
    pub fn evict(&mut self, db: u32, hash: u64, stats: &mut KeyspaceStats) -> Option<Vec<u8>> {
        let table = self.table(db)?;
        let key = table.key(table.with_hash(hash)?).to_vec();
        self.table_mut(db).remove(&key, hash);
        self.signal_modified(db, &key);
        stats.evicted += 1;
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use stdx::hash::KeyHasher;

    use super::*;
    use crate::{Expire, NewValue, SlotConfig};

    #[test]
    fn the_key_of_a_hash_goes_and_who_watches_it_notices() {
        let config = SlotConfig {
            hasher: KeyHasher::with_seed([1, 2]),
        };
        let mut slot = Slot::new(7, &config);
        let mut stats = KeyspaceStats::default();
        for number in 0..500_u32 {
            let key = number.to_string().into_bytes();
            let hash = slot.hash(&key);
            let value = NewValue::Bytes(&[7; 100]);
            slot.table_mut(3).set(&key, hash, value, Expire::None);
        }
        let version = slot.watch(3, b"77");
        for number in 0..400_u32 {
            let key = number.to_string().into_bytes();
            let hash = slot.hash(&key);
            assert_eq!(slot.evict(0, hash, &mut stats), None);
            assert_eq!(slot.evict(3, hash, &mut stats), Some(key));
            assert_eq!(slot.evict(3, hash, &mut stats), None);
        }
        assert_eq!((slot.keys(3), stats.evicted), (100, 400));
        assert_ne!(slot.watch_version(3, b"77"), version);
    }
}
