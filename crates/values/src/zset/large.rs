//! The large form of a sorted set: members stored once, a table that finds them, and a tree that
//! keeps their order.
//!
//! It ties the three together; how each works is theirs to know.

use super::members::Members;
use super::table::Table;
use super::tree::{Entry, Tree, Walk};
use std::cmp::Ordering;
use stdx::hash::KeyHasher;

#[derive(Clone, Debug)]
pub(super) struct Large {
    tree: Tree,
    members: Members,
    table: Table,
    hasher: KeyHasher,
}

impl Large {
    pub(super) fn new(hasher: KeyHasher) -> Self {
        Self {
            tree: Tree::new(),
            members: Members::new(),
            table: Table::new(),
            hasher,
        }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.tree.len()
    }

    pub(super) fn bytes(&self) -> usize {
        size_of::<Self>() + self.tree.bytes() + self.members.bytes() + self.table.bytes()
    }

    #[inline]
    pub(super) fn score(&self, member: &[u8]) -> Option<f64> {
        let number = self.find(self.hasher.hash(member), member)?;
        Some(self.members.score(number))
    }

    /// Stores a member with its score; the score it had before.
    pub(super) fn set(&mut self, member: &[u8], score: f64) -> Option<f64> {
        let hash = self.hasher.hash(member);
        let (number, old) = match self.find(hash, member) {
            Some(number) => {
                let old = self.members.score(number);
                if old == score {
                    return Some(old);
                }
                self.tree.remove_at(self.rank(old, member));
                self.members.set_score(number, score);
                (number, Some(old))
            }
            None => {
                let number = self.members.insert(score, member);
                let (members, hasher) = (&self.members, self.hasher);
                let hash_of = |other| hasher.hash(members.text(other));
                self.table.insert(hash, number, hash_of);
                (number, None)
            }
        };
        let members = &self.members;
        self.tree.insert(Entry { score, number }, |entry| {
            order(members, entry, score, member).is_lt()
        });
        old
    }

    /// Removes a member; its score.
    pub(super) fn remove(&mut self, member: &[u8]) -> Option<f64> {
        let hash = self.hasher.hash(member);
        let number = self.find(hash, member)?;
        let score = self.members.score(number);
        self.tree.remove_at(self.rank(score, member));
        self.forget(hash, number);
        Some(score)
    }

    /// Removes up to `count` elements from `rank` on.
    pub(super) fn remove_range(&mut self, rank: usize, count: usize) {
        for _ in 0..count {
            let Some(entry) = self.tree.remove_at(rank) else {
                return;
            };
            let hash = self.hasher.hash(self.members.text(entry.number));
            self.forget(hash, entry.number);
        }
    }

    /// How many elements precede this one, which may be absent.
    #[inline]
    pub(super) fn rank(&self, score: f64, member: &[u8]) -> usize {
        let members = &self.members;
        self.tree
            .count_before(|entry| order(members, entry, score, member).is_lt())
    }

    /// How many elements are of a first part that is told by their scores.
    #[inline]
    pub(super) fn count_scores(&self, is_before: impl Fn(f64) -> bool) -> usize {
        self.tree.count_before(|entry| is_before(entry.score))
    }

    /// How many elements are of a first part that is told by their members.
    pub(super) fn count_members(&self, is_before: impl Fn(&[u8]) -> bool) -> usize {
        let members = &self.members;
        self.tree
            .count_before(|entry| is_before(members.text(entry.number)))
    }

    pub(super) fn walk(&self, rank: usize, back: bool) -> Elements<'_> {
        Elements {
            members: &self.members,
            walk: self.tree.walk(rank, back),
        }
    }

    /// See [`super::SortedSet::scan`].
    pub(super) fn scan<'a>(
        &'a self,
        cursor: u64,
        count: usize,
        visit: &mut dyn FnMut(&'a [u8], f64),
    ) -> u64 {
        let (members, hasher) = (&self.members, self.hasher);
        let hash_of = |number| hasher.hash(members.text(number));
        self.table.scan(cursor, count, hash_of, |number| {
            visit(members.text(number), members.score(number));
        })
    }

    /// Frees about `steps` pieces; true when nothing is left. Nothing may be looked up afterwards.
    pub(super) fn free_some(&mut self, steps: usize) -> bool {
        self.tree.free_some(steps) && self.table.free_some(steps) && self.members.free_some(steps)
    }

    #[inline]
    fn find(&self, hash: u64, member: &[u8]) -> Option<u32> {
        self.table
            .find(hash, |number| self.members.text(number) == member)
    }

    /// Frees a number that is no longer in the tree.
    fn forget(&mut self, hash: u64, number: u32) {
        let (members, hasher) = (&self.members, self.hasher);
        let hash_of = |other| hasher.hash(members.text(other));
        self.table.remove(hash, number, hash_of);
        self.members.remove(number);
    }
}

/// How an element compares with another.
#[inline]
fn order(members: &Members, entry: Entry, score: f64, member: &[u8]) -> Ordering {
    match entry.score.partial_cmp(&score) {
        Some(Ordering::Equal) | None => members.text(entry.number).cmp(member),
        Some(order) => order,
    }
}

/// Elements in order.
#[derive(Clone, Debug)]
pub(super) struct Elements<'a> {
    members: &'a Members,
    walk: Walk<'a>,
}

impl<'a> Iterator for Elements<'a> {
    type Item = (&'a [u8], f64);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if let Some(number) = self.walk.upcoming() {
            self.members.announce(number);
        }
        let entry = self.walk.next()?;
        Some((self.members.text(entry.number), entry.score))
    }
}
