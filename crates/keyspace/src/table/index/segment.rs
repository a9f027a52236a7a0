//! One array of buckets with the rule where a hash belongs, and how it grows and shrinks.
//!
//! It knows nothing of other segments and never reads keys.

use super::super::bucket::{Bucket, LANES};
use super::Entries;
use stdx::pool::{Pooled, good_len};
use values::size_class::size_class;

/// Buckets of a segment at most (32 KiB, about 5,400 entries): moving them all takes about a
/// tenth of a millisecond.
pub(crate) const SEGMENT_BUCKETS_MAX: usize = 512;

/// Bits of the hash, after those that chose the segment, which choose the bucket.
pub(crate) const SPREAD_BITS: u32 = 24;

/// Buckets ahead of the one in work whose entries are prefetched while a segment is moved.
const PREFETCH_DISTANCE: usize = 2;

/// An array of buckets.
#[derive(Debug)]
pub(crate) struct Segment {
    buckets: Pooled<Bucket>,
    len: u32,
    /// Leading bits of the hash that all entries of the segment share.
    depth: u8,
}

impl Segment {
    pub(crate) fn new(depth: u8) -> Self {
        Self {
            buckets: Pooled::new(),
            len: 0,
            depth,
        }
    }

    /// An empty segment that shares no leading bits.
    pub(super) fn with_buckets(count: usize) -> Self {
        let mut segment = Self::new(0);
        segment.replace_buckets(count);
        segment
    }

    /// Puts a reference into a free lane of the first bucket.
    pub(super) fn put(&mut self, lane: usize, tag: u8, reference: u32) {
        self.buckets[0].put(lane, tag, reference);
        self.len += 1;
    }

    /// All references.
    pub(super) fn references(&self) -> impl Iterator<Item = u32> {
        let buckets = self.buckets.iter();
        buckets.flat_map(|bucket| bucket.lanes().map(|lane| bucket.reference(lane)))
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.len as usize
    }

    #[inline]
    pub(crate) fn depth(&self) -> u32 {
        u32::from(self.depth)
    }

    #[inline]
    pub(crate) fn buckets(&self) -> &[Bucket] {
        &self.buckets
    }

    pub(crate) fn heap_bytes(&self) -> usize {
        self.buckets.len() * size_of::<Bucket>()
    }

    /// The bucket in which `hash` belongs: the order of buckets is the order of hashes.
    #[inline]
    pub(crate) fn home(&self, hash: u64) -> usize {
        let spread = (hash << self.depth) >> (64 - SPREAD_BITS);
        ((spread * self.buckets.len() as u64) >> SPREAD_BITS) as usize
    }

    /// The first value of the spread bits that belongs to `bucket` or a later one.
    pub(crate) fn spread_of(&self, bucket: usize) -> u64 {
        ((bucket as u64) << SPREAD_BITS).div_ceil(self.buckets.len().max(1) as u64)
    }

    /// The bucket after `bucket`, in a circle.
    #[inline]
    pub(crate) fn next(&self, bucket: usize) -> usize {
        if bucket + 1 == self.buckets.len() {
            0
        } else {
            bucket + 1
        }
    }

    /// Bucket, lane and value of the first reference under `hash` that `is_it` accepts.
    #[inline(always)]
    pub(crate) fn find(
        &self,
        hash: u64,
        mut is_it: impl FnMut(u32) -> bool,
    ) -> Option<(usize, usize, u32)> {
        let tag = tag_of(hash);
        let mut number = self.home(hash);
        for _ in 0..self.buckets.len() {
            let bucket = &self.buckets[number];
            for lane in bucket.matching(tag) {
                let reference = bucket.reference(lane);
                if is_it(reference) {
                    return Some((number, lane, reference));
                }
            }
            if bucket.passed() == 0 {
                return None;
            }
            number = self.next(number);
        }
        None
    }

    /// The first reference under the tag of `hash` in its own bucket.
    #[inline]
    pub(crate) fn first_at_home(&self, hash: u64) -> Option<u32> {
        let bucket = self.buckets.get(self.home(hash))?;
        let lane = bucket.matching(tag_of(hash)).next()?;
        Some(bucket.reference(lane))
    }

    pub(super) fn for_each_between(&self, low: u64, high: u64, mut visit: impl FnMut(u32)) {
        let (first, last) = (self.home(low), self.home(high));
        let mut number = first;
        for step in 0..self.buckets.len() {
            let bucket = &self.buckets[number];
            for lane in bucket.matching(tag_of(low)) {
                visit(bucket.reference(lane));
            }
            if step >= last - first && bucket.passed() == 0 {
                return;
            }
            number = self.next(number);
        }
    }

    #[inline]
    pub(crate) fn set_reference(&mut self, bucket: usize, lane: usize, reference: u32) {
        self.buckets[bucket].set_reference(lane, reference);
    }

    #[inline]
    pub(crate) fn has_room(&self) -> bool {
        self.len() < entries_max(self.buckets.len())
    }

    pub(crate) fn is_largest(&self) -> bool {
        self.buckets.len() >= SEGMENT_BUCKETS_MAX
    }

    /// Whether less than half of what the segment may hold is used.
    #[inline]
    pub(crate) fn is_sparse(&self) -> bool {
        self.len() * 2 < entries_max(self.buckets.len()) && self.buckets.len() > self.len().min(1)
    }

    /// Adds a reference in the first free place from its home on.
    #[inline]
    pub(crate) fn insert(&mut self, hash: u64, reference: u32) {
        let mut number = self.home(hash);
        while !self.buckets[number].insert(tag_of(hash), reference) {
            self.buckets[number].add_passed(1);
            number = self.next(number);
        }
        self.len += 1;
    }

    #[inline]
    pub(crate) fn remove(&mut self, hash: u64, bucket: usize, lane: usize) {
        self.buckets[bucket].clear(lane);
        self.len -= 1;
        let mut number = self.home(hash);
        while number != bucket {
            self.buckets[number].add_passed(-1);
            number = self.next(number);
        }
    }

    /// Grows by one size class (a quarter at most).
    #[cold]
    pub(crate) fn grow(&mut self, entries: &impl Entries) {
        self.rebuild(buckets_after(self.buckets.len()), entries);
    }

    /// Shrinks to what the entries need, with some room.
    #[cold]
    pub(crate) fn shrink(&mut self, entries: &impl Entries) {
        self.rebuild(buckets_for(self.len()), entries);
    }

    /// Gives the entries whose next hash bit is set to a new segment.
    pub(crate) fn split(&mut self, entries: &impl Entries) -> Self {
        let count = buckets_for(self.len() / 2);
        let old = self.replace_buckets(count);
        self.depth += 1;
        let mut upper = Self::new(self.depth);
        upper.replace_buckets(count);
        let bit = 1u64 << (64 - u32::from(self.depth));
        for_each_entry(&old, entries, |hash, reference| {
            let half = if hash & bit == 0 {
                &mut *self
            } else {
                &mut upper
            };
            if !half.has_room() {
                half.grow(entries);
            }
            half.insert(hash, reference);
        });
        upper
    }

    #[cfg(test)]
    pub(super) fn assert_consistent(&self, entries: &impl Entries) {
        let mut passed = vec![0; self.buckets.len()];
        let mut len = 0;
        for (number, bucket) in self.buckets.iter().enumerate() {
            for lane in bucket.lanes() {
                let hash = entries.hash_of(bucket.reference(lane));
                let mut at = self.home(hash);
                while at != number {
                    passed[at] += 1;
                    at = self.next(at);
                }
                let found = self.find(hash, |reference| reference == bucket.reference(lane));
                assert_eq!(found, Some((number, lane, bucket.reference(lane))));
                len += 1;
            }
        }
        assert_eq!(self.len(), len, "entries of a segment");
        let counted: Vec<u16> = self.buckets.iter().map(Bucket::passed).collect();
        assert_eq!(counted, passed, "entries that went on to a later bucket");
    }

    fn rebuild(&mut self, count: usize, entries: &impl Entries) {
        let old = self.replace_buckets(count);
        for_each_entry(&old, entries, |hash, reference| {
            self.insert(hash, reference)
        });
    }

    pub(super) fn settle(&mut self) {
        self.buckets.settle();
    }

    fn replace_buckets(&mut self, count: usize) -> Pooled<Bucket> {
        self.len = 0;
        std::mem::replace(&mut self.buckets, Pooled::filled(Bucket::EMPTY, count))
    }
}

/// The byte of the hash that a bucket keeps: not among those that choose segment and bucket.
#[inline]
pub(crate) fn tag_of(hash: u64) -> u8 {
    hash as u8
}

fn for_each_entry(buckets: &[Bucket], entries: &impl Entries, mut visit: impl FnMut(u64, u32)) {
    for (number, bucket) in buckets.iter().enumerate() {
        if let Some(ahead) = buckets.get(number + PREFETCH_DISTANCE) {
            for lane in ahead.lanes() {
                entries.prefetch(ahead.reference(lane));
            }
        }
        for lane in bucket.lanes() {
            let reference = bucket.reference(lane);
            visit(entries.hash_of(reference), reference);
        }
    }
}

/// Entries that `buckets` may hold: 7/8 of the places, all of them in a single bucket.
#[inline]
pub(super) fn entries_max(buckets: usize) -> usize {
    if buckets <= 1 {
        buckets * LANES
    } else {
        buckets * (LANES * 7 / 4) / 2
    }
}

fn buckets_after(buckets: usize) -> usize {
    capacity_for(buckets + 1)
}

/// Buckets for `entries` with room for a quarter more.
fn buckets_for(entries: usize) -> usize {
    if entries <= LANES {
        return entries.min(1);
    }
    let needed = entries + entries / 4;
    let buckets = (needed * 2).div_ceil(LANES * 7 / 4);
    capacity_for(buckets)
}

/// Buckets of the next size at which a segment may be, in full use of its memory.
fn capacity_for(buckets: usize) -> usize {
    good_len(size_class(buckets * size_of::<Bucket>())) / size_of::<Bucket>()
}
