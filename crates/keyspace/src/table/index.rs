//! From a hash to references: the part of a table that answers "where may this key be?".
//!
//! A segment is an array of buckets over which the hashes are spread evenly, in the order of the
//! hash; an entry whose bucket is full lies in one of the next ones. A segment at its greatest size
//! is split by one more bit of the hash, so that no step ever touches more than
//! `SEGMENT_BUCKETS_MAX` buckets. Up to 12 entries need no bucket. It never reads keys: who calls
//! compares.

mod segment;
mod segments;
#[cfg(test)]
mod tests;
mod tiny;

pub(crate) use segment::{SPREAD_BITS, Segment};

use segments::Segments;
use stdx::prefetch::prefetch_read;
use stdx::rng::Rng;
use tiny::Tiny;

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
    /// A few, in the table itself.
    Tiny(Tiny),
    /// Any number.
    Many(Segments),
}

impl Index {
    pub(crate) const fn new() -> Self {
        Self::Tiny(Tiny::new())
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Tiny(tiny) => tiny.len(),
            Self::Many(segments) => segments.len(),
        }
    }

    /// Whether there is no entry: quicker to say than how many there are.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Tiny(tiny) => tiny.is_empty(),
            Self::Many(segments) => segments.len() == 0,
        }
    }

    /// Buckets that there are.
    pub(crate) fn buckets(&self) -> usize {
        match self {
            Self::Tiny(tiny) => tiny.len().min(1),
            Self::Many(segments) => segments.buckets(),
        }
    }

    /// Bytes of heap in use.
    pub(crate) fn heap_bytes(&self) -> usize {
        match self {
            Self::Tiny(_) => 0,
            Self::Many(segments) => segments.heap_bytes(),
        }
    }

    /// The place and value of the first reference under `hash` that `is_it` accepts.
    #[inline(always)]
    pub(crate) fn find(
        &self,
        hash: u64,
        mut is_it: impl FnMut(u32) -> bool,
    ) -> Option<(Position, u32)> {
        match self {
            Self::Many(segments) => segments.find(hash, is_it),
            Self::Tiny(tiny) => {
                let mut matching = tiny.matching(hash);
                let (lane, reference) = matching.find(|(_, reference)| is_it(*reference))?;
                let position = Position {
                    segment: 0,
                    bucket: 0,
                    lane: lane as u8,
                };
                Some((position, reference))
            }
        }
    }

    /// Asks for the memory in which the references under `hash` lie.
    #[inline]
    pub(crate) fn prefetch(&self, hash: u64) {
        if let Self::Many(segments) = self {
            let (_, segment) = segments.segment_of(hash);
            if let Some(bucket) = segment.buckets().get(segment.home(hash)) {
                prefetch_read(bucket);
            }
        }
    }

    /// The first reference that lies where those under `hash` are looked for first.
    #[inline]
    pub(crate) fn first_at_home(&self, hash: u64) -> Option<u32> {
        match self {
            Self::Many(segments) => segments.segment_of(hash).1.first_at_home(hash),
            Self::Tiny(tiny) => tiny.matching(hash).next().map(|(_, reference)| reference),
        }
    }

    /// Changes the reference at `position`. All ones stand for an entry that is being moved.
    #[inline]
    pub(crate) fn set_reference(&mut self, position: Position, reference: u32) {
        if let Self::Tiny(tiny) = self {
            if Tiny::fits(reference) {
                return tiny.set_reference(position.lane as usize, reference);
            }
            self.leave_tiny();
        }
        if let Self::Many(segments) = self {
            segments.set_reference(position, reference);
        }
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
        if let Self::Tiny(tiny) = self {
            if tiny.has_room() {
                return;
            }
            self.leave_tiny();
        }
        if let Self::Many(segments) = self {
            segments.make_room(hash, entries);
        }
    }

    /// Adds a reference; there must be room, see [`Self::make_room`].
    #[inline]
    pub(crate) fn insert(&mut self, hash: u64, reference: u32) {
        if let Self::Tiny(tiny) = self {
            if Tiny::fits(reference) {
                return tiny.insert(hash, reference);
            }
            self.leave_tiny();
        }
        if let Self::Many(segments) = self {
            segments.insert(hash, reference);
        }
    }

    /// Removes the reference at `position`, which lies under `hash`, and gives memory back if the
    /// segment has become sparse.
    #[inline]
    pub(crate) fn remove(&mut self, hash: u64, position: Position, entries: &impl Entries) {
        match self {
            Self::Tiny(tiny) => tiny.remove(position.lane as usize),
            Self::Many(segments) => {
                if segments.remove(hash, position, entries)
                    && let Some(segment) = segments.only_one()
                    && let Some(tiny) = Tiny::from_segment(segment, entries)
                {
                    *self = Self::Tiny(tiny);
                }
            }
        }
    }

    /// Calls `visit` with every reference that may lie under a hash from `low` to `high`, which
    /// have the same last byte and share their first [`DEPTH_MAX`] bits.
    pub(crate) fn for_each_between(&self, low: u64, high: u64, mut visit: impl FnMut(u32)) {
        match self {
            Self::Tiny(tiny) => tiny
                .matching(low)
                .for_each(|(_, reference)| visit(reference)),
            Self::Many(segments) => segments.for_each_between(low, high, visit),
        }
    }

    /// All references of an index without segments.
    pub(crate) fn few(&self) -> Option<impl Iterator<Item = u32>> {
        match self {
            Self::Tiny(tiny) => Some(tiny.all().map(|(_, reference)| reference)),
            Self::Many(_) => None,
        }
    }

    /// The segment that begins at or before `position` in the order of hashes, and the position
    /// where the next one begins (None after the last).
    pub(crate) fn segment_at(&self, position: u64) -> Option<(&Segment, Option<u64>)> {
        match self {
            Self::Tiny(_) => None,
            Self::Many(segments) => Some(segments.segment_at(position)),
        }
    }

    /// A reference chosen evenly (between segments: nearly so).
    pub(crate) fn random(&self, rng: &mut Rng) -> Option<u32> {
        match self {
            Self::Many(segments) => segments.random(rng),
            Self::Tiny(tiny) => {
                let chosen = rng.below(tiny.len() as u64) as usize;
                tiny.all().nth(chosen).map(|(_, reference)| reference)
            }
        }
    }

    /// Recounts what the counters state and checks that every reference is found.
    #[cfg(test)]
    pub(crate) fn assert_consistent(&self, entries: &impl Entries) {
        match self {
            Self::Many(segments) => segments.assert_consistent(entries),
            Self::Tiny(tiny) => {
                for (lane, reference) in tiny.all() {
                    let mut matching = tiny.matching(entries.hash_of(reference));
                    assert!(matching.any(|found| found == (lane, reference)));
                }
            }
        }
    }

    /// Frees up to `steps` segments; true when nothing long to free is left. Only for a table that
    /// is dropped.
    pub(crate) fn dissolve_some(&mut self, steps: usize) -> bool {
        match self {
            Self::Tiny(_) => true,
            Self::Many(segments) => segments.dissolve_some(steps),
        }
    }

    /// Moves the memory of segments, at most `max`, to where it leaves less unused around it.
    pub(crate) fn settle(&mut self, max: usize) {
        if let Self::Many(segments) = self {
            segments.settle(max);
        }
    }

    /// From the smallest form to a segment; positions stay what they are.
    #[cold]
    fn leave_tiny(&mut self) {
        if let Self::Tiny(tiny) = self {
            *self = Self::Many(Segments::of(tiny.to_segment()));
        }
    }
}
