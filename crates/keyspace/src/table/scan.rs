//! Walking over a table in the order of hashes, and choosing entries at random.
//!
//! A cursor is a position in the order of hashes, so it stays good however the table changes: an
//! entry that is there from the beginning to the end of a walk is met exactly once.

use super::Table;
use super::index::{POSITION_BITS, Segment};
use crate::value::EntryRef;
use stdx::rng::Rng;

/// Buckets looked at for each entry asked for, so that an empty stretch does not take long.
const BUCKETS_PER_ENTRY: usize = 10;

/// Cursors are below this.
pub const CURSOR_LIMIT: u64 = 1 << POSITION_BITS;

impl Table {
    /// Calls `visit` with about `count` entries from `cursor` on (0: from the start) and returns
    /// the cursor for the next call, 0 at the end. Entries whose time is over are among them.
    pub fn scan(&self, cursor: u64, count: usize, visit: &mut dyn FnMut(EntryRef)) -> u64 {
        let mut position = cursor % CURSOR_LIMIT;
        let mut found = 0;
        let mut looked = 0;
        loop {
            let Some((segment, next_segment)) = self.index.segment_at(position) else {
                self.visit_few(position, visit);
                return 0;
            };
            let buckets = segment.buckets().len();
            let mut bucket = segment.home(hash_at(position));
            while bucket < buckets {
                if found >= count || looked >= count.saturating_mul(BUCKETS_PER_ENTRY) {
                    return position;
                }
                found += self.visit_bucket(segment, bucket, position, visit);
                looked += 1;
                bucket += 1;
                position = position_of(segment, bucket, position);
            }
            match next_segment {
                Some(next) => position = next,
                None => return 0,
            }
        }
    }

    /// Visits the entries of a table without buckets from `position` on.
    fn visit_few(&self, position: u64, visit: &mut dyn FnMut(EntryRef)) {
        for reference in self.index.few().into_iter().flatten() {
            let hash = self.hasher.hash(self.key(EntryRef(reference)));
            if hash >> (64 - POSITION_BITS) >= position {
                visit(EntryRef(reference));
            }
        }
    }

    /// Visits the entries that belong in `bucket`, wherever they lie, from `position` on.
    fn visit_bucket(
        &self,
        segment: &Segment,
        bucket: usize,
        position: u64,
        visit: &mut dyn FnMut(EntryRef),
    ) -> usize {
        let buckets = segment.buckets();
        let mut visited = 0;
        let mut number = bucket;
        for _ in 0..buckets.len() {
            for lane in buckets[number].lanes() {
                let entry = EntryRef(buckets[number].reference(lane));
                let hash = self.hasher.hash(self.key(entry));
                if segment.home(hash) == bucket && hash >> (64 - POSITION_BITS) >= position {
                    visit(entry);
                    visited += 1;
                }
            }
            if buckets[number].passed() == 0 {
                break;
            }
            number = segment.next(number);
        }
        visited
    }

    /// An entry chosen at random, evenly.
    pub fn random(&self, rng: &mut Rng) -> Option<EntryRef> {
        self.index.random(rng).map(EntryRef)
    }
}

fn hash_at(position: u64) -> u64 {
    position << (64 - POSITION_BITS)
}

/// The position where `bucket` begins; `inside` is any position of the same segment.
fn position_of(segment: &Segment, bucket: usize, inside: u64) -> u64 {
    let width = 1u64 << (POSITION_BITS - segment.depth());
    let unused = POSITION_BITS - segment.depth() - super::index::SPREAD_BITS;
    (inside & !(width - 1)) + (segment.spread_of(bucket) << unused)
}
