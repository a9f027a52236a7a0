//! What a core does for its slots between requests: freeing what was too large to be freed at
//! once, and moving together what is left of much.
//!
//! Must never take longer than a few dozen microseconds a turn.

use std::collections::VecDeque;

use keyspace::Slot;
use stdx::slot::SLOTS;
use stdx::steps::{Step, timed};

use crate::core::Core;

/// Pieces freed after a write, and of a slot in its part of a turn's slice: some microseconds each.
pub(crate) const RECLAIM_STEPS: usize = 16;
const RECLAIM_SLICE_STEPS: usize = 32;

/// Pieces of memory of a table that are moved together.
const SETTLED_PIECES: usize = 8;

/// Slots that a turn looks after.
const TURN_SLOTS: usize = 8;

/// Slots that want to be looked after, each once, first come first served.
#[derive(Debug, Default)]
pub(crate) struct Untidy {
    queue: VecDeque<u16>,
    /// One bit for each slot: whether it is in the queue.
    queued: Vec<u64>,
    /// The slot whose memory is to be settled next.
    settled: u16,
}

impl Untidy {
    pub(crate) fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    /// Adds a slot if it has something to free or to tidy.
    #[inline]
    pub(crate) fn note(&mut self, content: &mut Slot, steps: usize) {
        if !content.reclaim(steps) || content.is_untidy() {
            self.add(content.number());
        }
    }

    fn add(&mut self, slot: u16) {
        if self.queued.is_empty() {
            self.queued = vec![0; SLOTS / 64];
        }
        let word = &mut self.queued[usize::from(slot) / 64 % (SLOTS / 64)];
        let bit = 1 << (slot % 64);
        if *word & bit == 0 {
            *word |= bit;
            self.queue.push_back(slot);
        }
    }

    fn take(&mut self) -> Option<u16> {
        let slot = self.queue.pop_front()?;
        self.queued[usize::from(slot) / 64] &= !(1 << (slot % 64));
        Some(slot)
    }
}

impl Core {
    /// Looks after some slots that want it, in each turn.
    pub(crate) fn reclaim(&mut self) {
        if self.reclaiming.is_empty() {
            return;
        }
        timed(Step::Freeing, || {
            for _ in 0..TURN_SLOTS {
                let Some(slot) = self.reclaiming.take() else {
                    return;
                };
                self.look_after(slot);
            }
        });
    }

    /// Moves the memory of some slots together, going on where the last call has ended, so that
    /// the pages between become free; true at the end of the slots. For a driver that sees that
    /// much is unused; what commands see does not change.
    pub fn settle_some(&mut self, slots: usize) -> bool {
        let from = usize::from(self.reclaiming.settled);
        let until = (from + slots).min(SLOTS);
        timed(Step::Compaction, || {
            for slot in from..until {
                if let Some(content) = self.directory.peek_mut(slot as u16) {
                    content.settle(SETTLED_PIECES);
                }
            }
        });
        self.reclaiming.settled = (until % SLOTS) as u16;
        self.reclaiming.settled == 0
    }

    fn look_after(&mut self, slot: u16) {
        // A slot that is away is looked at again when it comes home.
        let Some(content) = self.directory.peek_mut(slot) else {
            return;
        };
        let freed = content.reclaim(RECLAIM_SLICE_STEPS);
        let tidy = content.tidy();
        if !(freed && tidy) {
            self.reclaiming.add(slot);
        }
        self.directory.settle(slot);
    }
}
