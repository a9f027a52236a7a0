//! The index of a table of any size: one segment, or many that are told apart by the first bits of
//! the hash.
//!
//! It never reads keys.

use super::segment::Segment;
use super::{DEPTH_MAX, Entries, POSITION_BITS, Position};
use crate::table::bucket::LANES;
use stdx::rng::Rng;
use stdx::steps::{Step, timed};

/// All references of a table.
#[derive(Debug)]
pub(crate) enum Segments {
    Small(Segment),
    Large(Box<Large>),
}

/// Moving fewer references is not worth taking its time.
const TIMED_ENTRIES_MIN: usize = 256;

/// Several segments, found by the first bits of the hash.
#[derive(Debug)]
pub(crate) struct Large {
    /// For each value of the first `bits` bits the number of its segment.
    directory: Vec<u32>,
    bits: u32,
    segments: Vec<Segment>,
    len: usize,
}

impl Segments {
    /// A segment that is to be the only one.
    pub(super) fn of(segment: Segment) -> Self {
        Self::Small(segment)
    }

    /// The segment, if there is but one that has no leading bits.
    pub(super) fn only_one(&self) -> Option<&Segment> {
        match self {
            Self::Small(segment) => Some(segment),
            Self::Large(_) => None,
        }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Small(segment) => segment.len(),
            Self::Large(large) => large.len,
        }
    }

    /// Buckets that there are.
    pub(super) fn buckets(&self) -> usize {
        match self {
            Self::Small(segment) => segment.buckets().len(),
            Self::Large(large) => large.segments.iter().map(|s| s.buckets().len()).sum(),
        }
    }

    /// Bytes of heap in use.
    pub(super) fn heap_bytes(&self) -> usize {
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
    pub(super) fn segment_of(&self, hash: u64) -> (u32, &Segment) {
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
    #[inline(always)]
    pub(super) fn find(
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
    pub(super) fn set_reference(&mut self, position: Position, reference: u32) {
        self.segment_mut(position.segment).set_reference(
            position.bucket as usize,
            position.lane as usize,
            reference,
        );
    }

    /// Makes sure that one more reference fits under `hash`. The only step that may be long: it
    /// moves the references of one segment.
    #[inline]
    pub(super) fn make_room(&mut self, hash: u64, entries: &impl Entries) {
        loop {
            let (number, segment) = self.segment_of(hash);
            if segment.has_room() {
                return;
            }
            if segment.len() < TIMED_ENTRIES_MIN {
                self.grow(number, hash, entries);
            } else {
                timed(Step::Growth, || self.grow(number, hash, entries));
            }
        }
    }

    /// Adds a reference; there must be room, see [`Self::make_room`].
    #[inline]
    pub(super) fn insert(&mut self, hash: u64, reference: u32) {
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
    /// segment has become sparse; true if it has.
    #[inline]
    pub(super) fn remove(&mut self, hash: u64, position: Position, entries: &impl Entries) -> bool {
        let segment = self.segment_mut(position.segment);
        segment.remove(hash, position.bucket as usize, position.lane as usize);
        let sparse = segment.is_sparse();
        if sparse && segment.len() < TIMED_ENTRIES_MIN {
            segment.shrink(entries);
        } else if sparse {
            timed(Step::Compaction, || segment.shrink(entries));
        }
        if let Self::Large(large) = self {
            large.len -= 1;
            if large.len == 0 {
                *self = Self::Small(Segment::new(0));
                return true;
            }
        }
        sparse
    }

    /// Calls `visit` with every reference that may lie under a hash from `low` to `high`, which
    /// have the same last byte and share their first [`DEPTH_MAX`] bits.
    pub(super) fn for_each_between(&self, low: u64, high: u64, visit: impl FnMut(u32)) {
        self.segment_of(low).1.for_each_between(low, high, visit);
    }

    /// The segment that begins at or before `position` in the order of hashes, and the position
    /// where the next one begins (None after the last).
    pub(super) fn segment_at(&self, position: u64) -> (&Segment, Option<u64>) {
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
    pub(super) fn random(&self, rng: &mut Rng) -> Option<u32> {
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
    pub(super) fn assert_consistent(&self, entries: &impl Entries) {
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
    pub(super) fn dissolve_some(&mut self, steps: usize) -> bool {
        let Self::Large(large) = self else {
            return true;
        };
        let kept = large.segments.len().saturating_sub(steps);
        large.segments.truncate(kept);
        kept == 0
    }

    pub(super) fn settle(&mut self, max: usize) {
        let segments = match self {
            Self::Small(segment) => std::slice::from_mut(segment),
            Self::Large(large) => &mut large.segments[..],
        };
        segments.iter_mut().take(max).for_each(Segment::settle);
    }

    fn first_reference(&self) -> Option<u32> {
        let segments = match self {
            Self::Small(segment) => std::slice::from_ref(segment),
            Self::Large(large) => &large.segments[..],
        };
        let mut buckets = segments.iter().flat_map(|segment| segment.buckets());
        buckets.find_map(|bucket| bucket.lanes().next().map(|lane| bucket.reference(lane)))
    }

    #[cold]
    fn grow(&mut self, number: u32, hash: u64, entries: &impl Entries) {
        let largest = self.segment_mut(number).is_largest();
        if !largest || !self.split(number, hash, entries) {
            self.segment_mut(number).grow(entries);
        }
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
