//! From a hash to references: the part of a table that answers "where may this key be?".
//!
//! A segment is an array of buckets over which the hashes are spread evenly, in the order of the
//! hash; an entry whose bucket is full lies in one of the next ones. A small table is one segment.
//! A segment at its greatest size is split by one more bit of the hash, so that no step ever
//! touches more than `SEGMENT_BUCKETS_MAX` buckets. It never reads keys: who calls compares.

mod segment;
#[cfg(test)]
mod tests;

pub(crate) use segment::{SPREAD_BITS, Segment};

use super::bucket::LANES;
use stdx::rng::Rng;

/// Bits of a position in the order of hashes: what a cursor of SCAN consists of.
pub(crate) const POSITION_BITS: u32 = 48;

/// Bits by which segments are told apart at most: a million segments, more than the arena can
/// fill. With [`segment::SPREAD_BITS`] they keep within a position.
const DEPTH_MAX: u32 = 20;

/// What the index asks of the owner of the entries.
pub(crate) trait Entries {
    /// The hash of the key of the entry at `reference`.
    fn hash_of(&self, reference: u32) -> u64;
    /// Says that the entry will be read soon.
    fn prefetch(&self, reference: u32);
}

/// Where a reference lies; good until the index changes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Position {
    pub(crate) segment: u32,
    pub(crate) bucket: u32,
    pub(crate) lane: u8,
}

/// All references of one table.
#[derive(Debug)]
pub(crate) enum Index {
    Small(Segment),
    Large(Box<Large>),
}

/// Several segments, found by the first bits of the hash.
#[derive(Debug)]
pub(crate) struct Large {
    /// For each value of the first `bits` bits the number of its segment.
    directory: Vec<u32>,
    bits: u32,
    segments: Vec<Segment>,
    len: usize,
}

impl Index {
    pub(crate) fn new() -> Self {
        Self::Small(Segment::new(0))
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Small(segment) => segment.len(),
            Self::Large(large) => large.len,
        }
    }

    /// Buckets that there are.
    pub(crate) fn buckets(&self) -> usize {
        match self {
            Self::Small(segment) => segment.buckets().len(),
            Self::Large(large) => large.segments.iter().map(|s| s.buckets().len()).sum(),
        }
    }

    /// Bytes of heap in use.
    pub(crate) fn heap_bytes(&self) -> usize {
        match self {
            Self::Small(segment) => segment.heap_bytes(),
            Self::Large(large) => {
                size_of::<Large>()
                    + large.directory.capacity() * size_of::<u32>()
                    + large.segments.capacity() * size_of::<Segment>()
                    + large
                        .segments
                        .iter()
                        .map(Segment::heap_bytes)
                        .sum::<usize>()
            }
        }
    }

    /// The segment in which `hash` belongs.
    #[inline]
    pub(crate) fn segment_of(&self, hash: u64) -> (u32, &Segment) {
        match self {
            Self::Small(segment) => (0, segment),
            Self::Large(large) => {
                let number = large.number_of(hash);
                (number, &large.segments[number as usize])
            }
        }
    }

    #[inline]
    fn segment_mut(&mut self, number: u32) -> &mut Segment {
        match self {
            Self::Small(segment) => segment,
            Self::Large(large) => &mut large.segments[number as usize],
        }
    }

    /// The place and value of the first reference under `hash` that `is_it` accepts.
    #[inline]
    pub(crate) fn find(
        &self,
        hash: u64,
        is_it: impl FnMut(u32) -> bool,
    ) -> Option<(Position, u32)> {
        let (number, segment) = self.segment_of(hash);
        let (bucket, lane, reference) = segment.find(hash, is_it)?;
        let position = Position {
            segment: number,
            bucket: bucket as u32,
            lane: lane as u8,
        };
        Some((position, reference))
    }

    /// Changes the reference at `position`.
    #[inline]
    pub(crate) fn set_reference(&mut self, position: Position, reference: u32) {
        self.segment_mut(position.segment).set_reference(
            position.bucket as usize,
            position.lane as usize,
            reference,
        );
    }

    /// Changes the reference `old`, which lies under `hash`; false if it is not there.
    #[inline]
    pub(crate) fn replace(&mut self, hash: u64, old: u32, new: u32) -> bool {
        let Some((position, _)) = self.find(hash, |reference| reference == old) else {
            return false;
        };
        self.set_reference(position, new);
        true
    }

    /// Makes sure that one more reference fits under `hash`. The only step that may be long: it
    /// moves the references of one segment.
    #[inline]
    pub(crate) fn make_room(&mut self, hash: u64, entries: &impl Entries) {
        loop {
            let (number, segment) = self.segment_of(hash);
            if segment.has_room() {
                return;
            }
            if !segment.is_largest() || !self.split(number, hash, entries) {
                self.segment_mut(number).grow(entries);
            }
        }
    }

    /// Adds a reference; there must be room, see [`Self::make_room`].
    #[inline]
    pub(crate) fn insert(&mut self, hash: u64, reference: u32) {
        match self {
            Self::Small(segment) => segment.insert(hash, reference),
            Self::Large(large) => {
                let number = large.number_of(hash);
                large.segments[number as usize].insert(hash, reference);
                large.len += 1;
            }
        }
    }

    /// Removes the reference at `position`, which lies under `hash`, and gives memory back if the
    /// segment has become sparse.
    #[inline]
    pub(crate) fn remove(&mut self, hash: u64, position: Position, entries: &impl Entries) {
        let segment = self.segment_mut(position.segment);
        segment.remove(hash, position.bucket as usize, position.lane as usize);
        if segment.is_sparse() {
            segment.shrink(entries);
        }
        if let Self::Large(large) = self {
            large.len -= 1;
            if large.len == 0 {
                *self = Self::new();
            }
        }
    }

    /// Calls `visit` with every reference that may lie under a hash from `low` to `high`, which
    /// have the same last byte and share their first [`DEPTH_MAX`] bits.
    pub(crate) fn for_each_between(&self, low: u64, high: u64, visit: impl FnMut(u32)) {
        self.segment_of(low).1.for_each_between(low, high, visit);
    }

    /// The segment that begins at or before `position` in the order of hashes, and the position
    /// where the next one begins (None after the last).
    pub(crate) fn segment_at(&self, position: u64) -> (&Segment, Option<u64>) {
        let (_, segment) = self.segment_of(position << (64 - POSITION_BITS));
        let depth = segment.depth();
        if depth == 0 {
            return (segment, None);
        }
        let width = 1u64 << (POSITION_BITS - depth);
        let next = (position & !(width - 1)) + width;
        (segment, (next < 1 << POSITION_BITS).then_some(next))
    }

    /// A reference chosen evenly (between segments: nearly so).
    pub(crate) fn random(&self, rng: &mut Rng) -> Option<u32> {
        if self.len() == 0 {
            return None;
        }
        for _ in 0..RANDOM_TRIES_MAX {
            let (_, segment) = self.segment_of(rng.next_u64());
            let places = (segment.buckets().len() * LANES) as u64;
            let place = rng.below(places) as usize;
            if let Some(bucket) = segment.buckets().get(place / LANES)
                && let Some(reference) = bucket.reference_if_used(place % LANES)
            {
                return Some(reference);
            }
        }
        self.first_reference()
    }

    /// Recounts what the counters state and checks that every reference is found.
    #[cfg(test)]
    pub(crate) fn assert_consistent(&self, entries: &impl Entries) {
        let segments = match self {
            Self::Small(segment) => std::slice::from_ref(segment),
            Self::Large(large) => &large.segments[..],
        };
        let len: usize = segments.iter().map(Segment::len).sum();
        assert_eq!(self.len(), len);
        for segment in segments {
            segment.assert_consistent(entries);
        }
    }

    /// Frees up to `steps` segments; true when at most one is left. Only for a table that is
    /// dropped.
    pub(crate) fn dissolve_some(&mut self, steps: usize) -> bool {
        let Self::Large(large) = self else {
            return true;
        };
        let kept = large.segments.len().saturating_sub(steps);
        large.segments.truncate(kept);
        kept == 0
    }

    fn first_reference(&self) -> Option<u32> {
        let segments = match self {
            Self::Small(segment) => std::slice::from_ref(segment),
            Self::Large(large) => &large.segments[..],
        };
        let mut buckets = segments.iter().flat_map(|segment| segment.buckets());
        buckets.find_map(|bucket| bucket.lanes().next().map(|lane| bucket.reference(lane)))
    }

    /// Splits a segment by its next bit; false if there is none left.
    fn split(&mut self, number: u32, hash: u64, entries: &impl Entries) -> bool {
        if let Self::Small(segment) = self {
            let segment = std::mem::replace(segment, Segment::new(0));
            *self = Self::Large(Box::new(Large {
                directory: vec![0],
                bits: 0,
                len: segment.len(),
                segments: vec![segment],
            }));
        }
        match self {
            Self::Small(_) => false,
            Self::Large(large) => large.split(number, hash, entries),
        }
    }
}

/// Tries of a random place before the first reference at hand is taken.
const RANDOM_TRIES_MAX: usize = 1000;

impl Large {
    #[inline]
    fn number_of(&self, hash: u64) -> u32 {
        // A shift by 64 (no bits yet) must give 0.
        let first_bits = hash.checked_shr(64 - self.bits).unwrap_or(0);
        self.directory[first_bits as usize]
    }

    fn split(&mut self, number: u32, hash: u64, entries: &impl Entries) -> bool {
        let segment = &mut self.segments[number as usize];
        let depth = segment.depth();
        if depth >= DEPTH_MAX {
            return false;
        }
        let upper = segment.split(entries);
        if depth == self.bits {
            self.directory = self.directory.iter().flat_map(|n| [*n, *n]).collect();
            self.bits += 1;
        }
        let upper_number = self.segments.len() as u32;
        self.segments.push(upper);
        // The directory entries of the old segment are adjacent; the upper half changes hands.
        let prefix = hash.checked_shr(64 - depth).unwrap_or(0) as usize;
        let width = 1usize << (self.bits - depth);
        let first = prefix * width;
        self.directory[first + width / 2..first + width].fill(upper_number);
        true
    }
}
