//! Numbers of members by their hash: small tables, split and joined one at a time (linear
//! hashing), so that no step grows with the set.
//!
//! Which table a hash belongs to is told by its low bits; walks go in the order of the reversed
//! hash, in which splitting divides a stretch and joining joins two, so that a cursor stays good.
//! Numbers mean nothing here.

use super::paged::Paged;
use hashbrown::HashTable;

/// Numbers of a table on average: more make a split, half as many a join.
const PER_TABLE: usize = 112;
/// Bits of a hash that cursors count in.
const POSITION_BITS: u32 = 32;
/// Empty tables looked at in one call of a walk.
const EMPTY_MAX: usize = 16;

#[derive(Clone, Debug)]
pub(super) struct Table {
    parts: Paged<HashTable<u32>>,
    len: usize,
    /// Bytes of the tables.
    bytes: usize,
}

impl Table {
    pub(super) fn new() -> Self {
        let mut parts = Paged::new();
        parts.push(HashTable::new());
        Self {
            parts,
            len: 0,
            bytes: 0,
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes + self.parts.heap_bytes()
    }

    #[inline]
    pub(super) fn find(&self, hash: u64, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let part = &self.parts[self.part_of(hash)];
        part.find(inner(hash), |&number| is_it(number)).copied()
    }

    /// Adds a number that is not here. `hash_of` tells the hashes of others.
    pub(super) fn insert(&mut self, hash: u64, number: u32, hash_of: impl Fn(u32) -> u64) {
        let part = self.part_of(hash);
        self.change(part, |part| {
            part.insert_unique(inner(hash), number, |&other| inner(hash_of(other)));
        });
        self.len += 1;
        if self.len > self.parts.len() * PER_TABLE {
            self.split(hash_of);
        }
    }

    pub(super) fn remove(&mut self, hash: u64, number: u32, hash_of: impl Fn(u32) -> u64) {
        let part = self.part_of(hash);
        if let Ok(entry) = self.parts[part].find_entry(inner(hash), |&other| other == number) {
            entry.remove();
            self.len -= 1;
            if self.len * 2 < (self.parts.len() - 1) * PER_TABLE {
                self.join(hash_of);
            }
        }
    }

    /// Shows about `count` numbers from `cursor` on (0: from the start), and returns the cursor of
    /// the next call, 0 at the end.
    pub(super) fn scan(
        &self,
        cursor: u64,
        count: usize,
        hash_of: impl Fn(u32) -> u64,
        mut visit: impl FnMut(u32),
    ) -> u64 {
        let mut position = cursor % (1 << POSITION_BITS);
        let (mut shown, mut empty) = (0, 0);
        loop {
            let part = self.part_of(u64::from((position as u32).reverse_bits()));
            let numbers = self.parts[part].iter();
            let placed = numbers.map(|&number| (position_of(hash_of(number)), number));
            let mut found: Vec<(u64, u32)> = placed.filter(|found| found.0 >= position).collect();
            found.sort_unstable();
            for &(place, number) in &found {
                if shown >= count && place != position {
                    return place;
                }
                position = place;
                visit(number);
                shown += 1;
            }
            let width = 1u64 << (POSITION_BITS - self.depth_of(part));
            position = (position & !(width - 1)) + width;
            if position >> POSITION_BITS != 0 {
                return 0;
            }
            empty += usize::from(found.is_empty());
            if shown >= count || empty > EMPTY_MAX {
                return position;
            }
        }
    }

    /// Frees up to `steps` tables; true when none is left. Nothing may be looked up afterwards.
    pub(super) fn free_some(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            if self.parts.pop().is_none() {
                return true;
            }
        }
        self.parts.len() == 0
    }

    /// Divides the table whose turn it is.
    fn split(&mut self, hash_of: impl Fn(u32) -> u64) {
        let new = self.parts.len();
        let from = new - (1 << new.ilog2());
        self.parts.push(HashTable::new());
        let old = self.take(from);
        let (stay, go): (Vec<_>, Vec<_>) = old
            .into_iter()
            .map(|number| (hash_of(number), number))
            .partition(|&(hash, _)| self.part_of(hash) == from);
        self.fill(from, &stay, &hash_of);
        self.fill(new, &go, &hash_of);
    }

    /// Joins the last table with the one it was split from.
    fn join(&mut self, hash_of: impl Fn(u32) -> u64) {
        let last = self.parts.len() - 1;
        let into = last - (1 << last.ilog2());
        let gone = self.take(last);
        self.parts.pop();
        let old = self.take(into);
        let both = old.into_iter().chain(gone);
        let both: Vec<_> = both.map(|number| (hash_of(number), number)).collect();
        self.fill(into, &both, &hash_of);
    }

    fn take(&mut self, part: usize) -> HashTable<u32> {
        let old = std::mem::take(&mut self.parts[part]);
        self.bytes -= old.allocation_size();
        old
    }

    fn fill(&mut self, part: usize, numbers: &[(u64, u32)], hash_of: impl Fn(u32) -> u64) {
        self.change(part, |part| {
            part.reserve(numbers.len(), |&other| inner(hash_of(other)));
            for &(hash, number) in numbers {
                part.insert_unique(inner(hash), number, |&other| inner(hash_of(other)));
            }
        });
    }

    fn change(&mut self, part: usize, change: impl FnOnce(&mut HashTable<u32>)) {
        let part = &mut self.parts[part];
        let before = part.allocation_size();
        change(part);
        self.bytes = self.bytes + part.allocation_size() - before;
    }

    /// The table of numbers with this hash.
    #[inline]
    fn part_of(&self, hash: u64) -> usize {
        let half = 1usize << self.parts.len().ilog2();
        let number = hash as u32 as usize & (2 * half - 1);
        if number < self.parts.len() {
            number
        } else {
            number & (half - 1)
        }
    }

    /// How many low bits of the hash the numbers of a table have in common.
    fn depth_of(&self, part: usize) -> u32 {
        let level = self.parts.len().ilog2();
        let half = 1usize << level;
        let divided = part >= half || part + half < self.parts.len();
        level + u32::from(divided)
    }
}

/// Inside of a table the low bits would tell nothing.
#[inline]
fn inner(hash: u64) -> u64 {
    hash.rotate_left(32)
}

/// Place of a hash in the order of walks.
fn position_of(hash: u64) -> u64 {
    u64::from((hash as u32).reverse_bits())
}
