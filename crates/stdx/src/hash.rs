//! The keyed hash by which tables place their keys.
//!
//! It is keyed so that a client cannot choose keys that collide. It is not stable between builds
//! of different machines and must never be stored or sent to another process.

use ahash::RandomState;
use std::hash::{BuildHasher, Hasher};

/// Hashes keys with one fixed secret; every core of a process holds a copy of the same one.
#[derive(Clone, Copy, Debug)]
pub struct KeyHasher {
    seed: [u64; 2],
}

impl KeyHasher {
    /// A hasher whose secret is `seed`, which the driver takes from the operating system once per
    /// process (or from the simulation's seed).
    pub const fn with_seed(seed: [u64; 2]) -> Self {
        Self { seed }
    }

    /// The hash of `key`: all 64 bits are usable.
    #[inline]
    pub fn hash(&self, key: &[u8]) -> u64 {
        let [a, b] = self.seed;
        let state = RandomState::with_seeds(a, b, a.rotate_left(32), b.rotate_left(32));
        let mut hasher = state.build_hasher();
        hasher.write(key);
        hasher.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn depends_on_the_seed_and_on_nothing_else() {
        let hasher = KeyHasher::with_seed([1, 2]);
        let copy = hasher;
        assert_eq!(hasher.hash(b"key"), copy.hash(b"key"));
        assert_eq!(
            hasher.hash(b"key"),
            KeyHasher::with_seed([1, 2]).hash(b"key")
        );
        assert_ne!(
            hasher.hash(b"key"),
            KeyHasher::with_seed([2, 2]).hash(b"key")
        );
        assert_ne!(
            hasher.hash(b"key"),
            KeyHasher::with_seed([1, 3]).hash(b"key")
        );
    }

    #[test]
    fn keys_of_equal_bytes_but_other_lengths_differ() {
        let hasher = KeyHasher::with_seed([7, 9]);
        let zeros = [0u8; 300];
        let hashes: HashSet<u64> = (0..=300)
            .map(|length| hasher.hash(&zeros[..length]))
            .collect();
        assert_eq!(hashes.len(), 301);
    }

    /// Tables take a bucket from the low bits and a tag from the high ones: both must spread.
    #[test]
    fn low_and_high_bits_spread() {
        let hasher = KeyHasher::with_seed([20_261_123, 4]);
        let (mut low, mut high) = ([0u32; 256], [0u32; 256]);
        for number in 0..256_000u32 {
            let hash = hasher.hash(format!("key:{number}").as_bytes());
            low[(hash & 255) as usize] += 1;
            high[(hash >> 56) as usize] += 1;
        }
        for count in low.into_iter().chain(high) {
            assert!((800..1200).contains(&count), "1000 expected, {count} found");
        }
    }
}
