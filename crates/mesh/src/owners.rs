//! Which core owns each of many things, read by every core without a lock.
//!
//! One word for each thing, written only by its owner, in the moment in which it sends the thing
//! to the next one. So the values that a word takes are the owners in their order, and whoever has
//! heard of a move through a channel, however indirectly, reads that move or a later one. Nothing
//! else may be concluded: the named owner may not have received the thing yet, and a reader that
//! has heard of nothing may read an owner of long ago.

use crate::CoreId;
use crate::sync::{AtomicU16, AtomicU64, CachePadded, Ordering};

/// The owner of each thing, by the thing's number.
#[derive(Debug)]
pub struct Owners {
    owners: Box<[AtomicU16]>,
    moves: CachePadded<AtomicU64>,
}

impl Owners {
    /// The owners of things 0, 1, 2 ...
    pub fn new(owners: impl Iterator<Item = CoreId>) -> Self {
        Self {
            owners: owners.map(AtomicU16::new).collect(),
            moves: CachePadded(AtomicU64::new(0)),
        }
    }

    /// The owner of a thing, as far as this thread has heard.
    #[inline]
    pub fn get(&self, thing: usize) -> CoreId {
        // The channels order what has been heard of; each word's own order does the rest.
        self.owners[thing].load(Ordering::Relaxed)
    }

    /// The caller owns the thing and is about to send it to `to`.
    pub fn hand(&self, thing: usize, to: CoreId) {
        self.owners[thing].store(to, Ordering::Relaxed);
        self.moves.fetch_add(1, Ordering::Relaxed);
    }

    /// Number of moves so far: the version of the whole.
    pub fn version(&self) -> u64 {
        self.moves.load(Ordering::Relaxed)
    }

    /// How many things there are.
    pub fn len(&self) -> usize {
        self.owners.len()
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.owners.is_empty()
    }
}

#[cfg(all(test, loom))]
mod loom_tests;
#[cfg(all(test, not(loom)))]
mod tests;
