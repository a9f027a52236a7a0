//! Counters of what happens to keys. Who lends them sums them up.

/// Plain counters; a core has one set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeyspaceStats {
    /// Successful lookups for reading.
    pub hits: u64,
    /// Lookups for reading of keys that do not exist.
    pub misses: u64,
    /// Keys removed because their time was over, whoever noticed.
    pub expired: u64,
    /// Of these, keys that were removed without having been asked for.
    pub expired_active: u64,
    /// Fields of hashes removed because their time was over.
    pub expired_fields: u64,
    /// Keys removed to make room.
    pub evicted: u64,
}

impl KeyspaceStats {
    /// Adds the counts of another set.
    pub fn add(&mut self, other: &Self) {
        self.hits += other.hits;
        self.misses += other.misses;
        self.expired += other.expired;
        self.expired_active += other.expired_active;
        self.expired_fields += other.expired_fields;
        self.evicted += other.evicted;
    }
}
