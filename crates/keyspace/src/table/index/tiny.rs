//! The index of a table of up to 12 entries: it lies in the table itself and takes no memory.
//!
//! It can only name entries in the first chunks of an arena; where one lies beyond, the table takes
//! a segment instead.

use super::super::bucket::{LANES, Lanes};
use super::super::equal_bytes::equal_bytes;
use super::Entries;
use super::segment::{Segment, tag_of};

/// In place of a reference that must not be found.
const NOWHERE: u16 = u16::MAX;

/// Up to 12 references with one byte of the hash each.
#[derive(Debug)]
pub(crate) struct Tiny {
    tags: [u8; LANES],
    /// Bit n: lane n holds a reference.
    used: u16,
    references: [u16; LANES],
}

impl Tiny {
    pub(super) const fn new() -> Self {
        Self {
            tags: [0; LANES],
            used: 0,
            references: [0; LANES],
        }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.used.count_ones() as usize
    }

    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.used == 0
    }

    #[inline]
    pub(super) fn has_room(&self) -> bool {
        self.len() < LANES
    }

    /// Whether a reference, if it is one, can be kept here.
    #[inline]
    pub(super) fn fits(reference: u32) -> bool {
        reference < u32::from(NOWHERE) || reference == u32::MAX
    }

    /// The lanes in use under the tag of `hash`, with their references.
    #[inline]
    pub(super) fn matching(&self, hash: u64) -> impl Iterator<Item = (usize, u32)> {
        // Two halves: a copy of 12 bytes that is read as 16 would have to wait for itself.
        let [t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11] = self.tags;
        let low = u64::from_le_bytes([t0, t1, t2, t3, t4, t5, t6, t7]);
        let high = u32::from_le_bytes([t8, t9, t10, t11]);
        let tags = u128::from(high) << 64 | u128::from(low);
        let lanes = Lanes::of(equal_bytes(tags, tag_of(hash)) & self.used);
        lanes.map(|lane| (lane, self.reference(lane)))
    }

    /// All lanes in use, with their references.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, u32)> {
        Lanes::of(self.used).map(|lane| (lane, self.reference(lane)))
    }

    #[inline]
    fn reference(&self, lane: usize) -> u32 {
        match self.references[lane] {
            NOWHERE => u32::MAX,
            reference => u32::from(reference),
        }
    }

    /// Changes a reference to one that fits.
    #[inline]
    pub(super) fn set_reference(&mut self, lane: usize, reference: u32) {
        self.references[lane] = u16::try_from(reference).unwrap_or(NOWHERE);
    }

    /// Adds a reference that fits; there must be room.
    #[inline]
    pub(super) fn insert(&mut self, hash: u64, reference: u32) {
        let lane = (!self.used).trailing_zeros() as usize;
        self.tags[lane] = tag_of(hash);
        self.set_reference(lane, reference);
        self.used |= 1 << lane;
    }

    #[inline]
    pub(super) fn remove(&mut self, lane: usize) {
        self.used &= !(1 << lane);
    }

    /// The same references, each in its lane, as a segment of one bucket.
    pub(super) fn to_segment(&self) -> Segment {
        let mut segment = Segment::with_buckets(1);
        for (lane, reference) in self.all() {
            segment.put(lane, self.tags[lane], reference);
        }
        segment
    }

    /// The references of a segment; None if they are too many or one does not fit.
    pub(super) fn from_segment(segment: &Segment, entries: &impl Entries) -> Option<Self> {
        if segment.len() > LANES {
            return None;
        }
        let mut tiny = Self::new();
        for reference in segment.references() {
            if !Self::fits(reference) {
                return None;
            }
            tiny.insert(entries.hash_of(reference), reference);
        }
        Some(tiny)
    }
}
