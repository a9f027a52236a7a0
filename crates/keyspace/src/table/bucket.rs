//! One cache line of an index: up to 12 references to entries, each with one byte of its hash.
//!
//! It knows nothing of keys or of where the references point.

use super::equal_bytes::equal_bytes;

/// References that one bucket holds.
pub(crate) const LANES: usize = 12;

const ALL_LANES: u16 = (1 << LANES) - 1;

/// 64 bytes, so that finding a reference costs one memory access.
#[derive(Clone, Copy, Debug)]
#[repr(C, align(64))]
pub(crate) struct Bucket {
    /// Bytes 0..12: tags. Bytes 12..14: which lanes are in use. Bytes 14..16: how many entries
    /// that belong here or before were placed further on because this bucket was full.
    head: [u8; 16],
    refs: [u32; LANES],
}

impl Bucket {
    pub(crate) const EMPTY: Self = Self {
        head: [0; 16],
        refs: [0; LANES],
    };

    /// The lanes in use whose tag is `tag`.
    #[inline]
    pub(crate) fn matching(&self, tag: u8) -> Lanes {
        Lanes(equal_bytes(u128::from_le_bytes(self.head), tag) & self.used())
    }

    /// The lanes in use.
    #[inline]
    pub(crate) fn lanes(&self) -> Lanes {
        Lanes(self.used())
    }

    #[inline]
    pub(crate) fn reference(&self, lane: usize) -> u32 {
        self.refs[lane]
    }

    #[inline]
    pub(crate) fn set_reference(&mut self, lane: usize, reference: u32) {
        self.refs[lane] = reference;
    }

    /// The reference in `lane` if the lane is in use.
    pub(crate) fn reference_if_used(&self, lane: usize) -> Option<u32> {
        (self.used() & (1 << lane) != 0).then(|| self.refs[lane])
    }

    /// Takes the first free lane; false if there is none.
    #[inline]
    pub(crate) fn insert(&mut self, tag: u8, reference: u32) -> bool {
        let used = self.used();
        if used == ALL_LANES {
            return false;
        }
        self.put((!used).trailing_zeros() as usize, tag, reference);
        true
    }

    /// Fills a lane that is free.
    pub(crate) fn put(&mut self, lane: usize, tag: u8, reference: u32) {
        self.head[lane] = tag;
        self.refs[lane] = reference;
        self.set_used(self.used() | 1 << lane);
    }

    #[inline]
    pub(crate) fn clear(&mut self, lane: usize) {
        self.set_used(self.used() & !(1 << lane));
    }

    /// Entries that looked for a place here and went on to the next bucket.
    #[inline]
    pub(crate) fn passed(&self) -> u16 {
        u16::from_le_bytes([self.head[14], self.head[15]])
    }

    #[inline]
    pub(crate) fn add_passed(&mut self, change: i16) {
        let passed = self.passed().wrapping_add_signed(change);
        self.head[14..].copy_from_slice(&passed.to_le_bytes());
    }

    #[inline]
    fn used(&self) -> u16 {
        u16::from_le_bytes([self.head[12], self.head[13]])
    }

    #[inline]
    fn set_used(&mut self, used: u16) {
        self.head[12..14].copy_from_slice(&used.to_le_bytes());
    }
}

/// A set of lanes, walked from the lowest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lanes(u16);

impl Lanes {
    /// The lanes whose bits are set.
    #[inline]
    pub(crate) fn of(bits: u16) -> Self {
        Self(bits)
    }
}

impl Iterator for Lanes {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let lane = self.0.trailing_zeros() as usize;
        self.0 &= self.0 - 1;
        Some(lane)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_one_cache_line() {
        assert_eq!((size_of::<Bucket>(), align_of::<Bucket>()), (64, 64));
    }

    #[test]
    fn finds_exactly_the_lanes_with_the_tag() {
        let mut bucket = Bucket::EMPTY;
        for lane in 0..LANES {
            assert!(bucket.insert([7, 9, 0][lane % 3], lane as u32 * 10));
        }
        assert!(!bucket.insert(1, 1));
        assert_eq!(bucket.matching(7).collect::<Vec<_>>(), [0, 3, 6, 9]);
        assert_eq!(bucket.matching(0).collect::<Vec<_>>(), [2, 5, 8, 11]);
        assert_eq!(bucket.matching(8).count(), 0);
        bucket.clear(3);
        assert_eq!(bucket.matching(7).collect::<Vec<_>>(), [0, 6, 9]);
        assert_eq!(bucket.reference_if_used(3), None);
        assert!(bucket.insert(8, 33));
        assert_eq!(bucket.matching(8).collect::<Vec<_>>(), [3]);
        assert_eq!(bucket.reference(3), 33);
    }

    #[test]
    fn counts_of_the_frame_are_no_tags() {
        let mut bucket = Bucket::EMPTY;
        bucket.add_passed(0x0707);
        assert_eq!(bucket.matching(7).count(), 0);
        assert_eq!(bucket.passed(), 0x0707);
        bucket.add_passed(-7);
        assert_eq!(bucket.passed(), 0x0700);
    }
}
