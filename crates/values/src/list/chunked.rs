//! The large form of a list: a deque of compact runs, none of them empty.
//!
//! It knows where one run ends and the next begins, not when a list takes this form.

use super::{Iter, IterBack};
use crate::limits::BlockLimit;
use crate::listpack::{Item, Listpack, Probe};
use std::collections::{VecDeque, vec_deque};

/// What an element may add to a run beyond its own bytes, as Valkey estimates it.
const HEAD_ESTIMATE: usize = 8;

#[derive(Clone, Debug, Default)]
pub(super) struct Chunked {
    blocks: VecDeque<Listpack<'static>>,
    /// Elements of all runs.
    len: usize,
    /// Heap bytes of all runs.
    heap: usize,
}

impl Chunked {
    pub(super) fn from_run(run: Listpack<'static>) -> Self {
        let mut chunked = Self::default();
        chunked.insert_block(0, run);
        chunked
    }

    /// Appends a run, in pieces if it is larger than `limit` wants.
    pub(super) fn push_run(&mut self, run: Listpack<'static>, limit: &BlockLimit) {
        if run.len() > 1 && limit.exceeded_by(run.frame_bytes(), run.len()) {
            let mut buffer = [0; 20];
            for item in run.iter_from(0) {
                self.push_back(item.text(&mut buffer), limit);
            }
        } else {
            self.insert_block(self.blocks.len(), run);
        }
    }

    pub(super) fn runs(&self) -> vec_deque::Iter<'_, Listpack<'static>> {
        self.blocks.iter()
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn heap_bytes(&self) -> usize {
        self.heap + self.blocks.capacity() * size_of::<Listpack<'static>>()
    }

    pub(super) fn push_back(&mut self, value: &[u8], limit: &BlockLimit) {
        match self.blocks.back() {
            Some(block) if admits(block, value, limit) => {
                self.change(self.blocks.len() - 1, |block| block.push_back(value));
            }
            _ => self.insert_single(self.blocks.len(), value),
        }
    }

    pub(super) fn push_front(&mut self, value: &[u8], limit: &BlockLimit) {
        match self.blocks.front() {
            Some(block) if admits(block, value, limit) => {
                self.change(0, |block| block.push_front(value));
            }
            _ => self.insert_single(0, value),
        }
    }

    pub(super) fn front(&self) -> Option<Item<'_>> {
        self.blocks.front()?.front()
    }

    pub(super) fn back(&self) -> Option<Item<'_>> {
        self.blocks.back()?.back()
    }

    pub(super) fn get(&self, index: usize) -> Option<Item<'_>> {
        let (block, inner) = self.locate(index);
        self.blocks.get(block)?.get(inner)
    }

    pub(super) fn iter_from(&self, index: usize) -> Iter<'_> {
        static NOTHING: Listpack<'static> = Listpack::new();
        let (block, inner) = self.locate(index);
        Iter {
            block: self.blocks.get(block).unwrap_or(&NOTHING).iter_from(inner),
            rest: self
                .blocks
                .range((block + 1).min(self.blocks.len())..self.blocks.len()),
        }
    }

    pub(super) fn iter_back_from(&self, index: usize) -> IterBack<'_> {
        static NOTHING: Listpack<'static> = Listpack::new();
        let (block, inner) = self.locate(index.min(self.len.saturating_sub(1)));
        IterBack {
            block: self
                .blocks
                .get(block)
                .unwrap_or(&NOTHING)
                .iter_back_from(inner),
            rest: self.blocks.range(..block.min(self.blocks.len())),
        }
    }

    pub(super) fn insert(&mut self, index: usize, value: &[u8], limit: &BlockLimit) {
        if index >= self.len {
            return self.push_back(value, limit);
        }
        let (block, inner) = self.locate(index);
        if admits(&self.blocks[block], value, limit) {
            return self.change(block, |block| block.insert(inner, value));
        }
        self.split(block, inner);
        // Now the element belongs between two runs (the left one is absent at inner == 0).
        let right = if inner == 0 { block } else { block + 1 };
        if right > 0 && admits(&self.blocks[right - 1], value, limit) {
            self.change(right - 1, |block| block.push_back(value));
        } else if admits(&self.blocks[right], value, limit) {
            self.change(right, |block| block.push_front(value));
        } else {
            self.insert_single(right, value);
        }
    }

    /// Replaces the element at `index`; false if there is none.
    pub(super) fn set(&mut self, index: usize, value: &[u8], limit: &BlockLimit) -> bool {
        let (block, inner) = self.locate(index);
        let Some(run) = self.blocks.get(block) else {
            return false;
        };
        if run.len() > 1 && limit.exceeded_by(run.frame_bytes() + value.len() + HEAD_ESTIMATE, 0) {
            self.remove_range(index, 1, limit);
            self.insert(index, value, limit);
        } else {
            self.change(block, |block| {
                block.set(inner, value);
            });
        }
        true
    }

    pub(super) fn remove_range(&mut self, index: usize, count: usize, limit: &BlockLimit) -> usize {
        let count = count.min(self.len.saturating_sub(index));
        let (mut block, mut inner) = self.locate(index);
        let mut left = count;
        while left > 0 && block < self.blocks.len() {
            let here = left.min(self.blocks[block].len() - inner);
            self.change(block, |block| {
                block.remove_range(inner, here);
            });
            left -= here;
            if self.blocks[block].is_empty() {
                self.remove_block(block);
            } else {
                block += 1;
            }
            inner = 0;
        }
        if count > 0 {
            self.join_small(block.saturating_sub(1), limit);
        }
        count
    }

    /// Removes up to `count` elements that are `wanted`, from the front or from the back on;
    /// returns how many they were. A run is written anew at most once.
    pub(super) fn remove_where(&mut self, wanted: &Probe<'_>, count: usize, back: bool) -> usize {
        let mut left = count;
        for turn in 0..self.blocks.len() {
            if left == 0 {
                break;
            }
            let number = if back {
                self.blocks.len() - 1 - turn
            } else {
                turn
            };
            self.change(number, |run| left -= run.remove_where(wanted, left, back));
        }
        self.blocks.retain(|run| !run.is_empty());
        count - left
    }

    /// Gives up the only run if it keeps within `limit`.
    pub(super) fn take_only_run(&mut self, limit: &BlockLimit) -> Option<Listpack<'static>> {
        let fits = match self.blocks.front() {
            None => true,
            Some(run) => self.blocks.len() == 1 && !limit.exceeded_by(run.frame_bytes(), run.len()),
        };
        fits.then(|| self.blocks.pop_front().unwrap_or_default())
    }

    /// Drops up to `steps` runs from the back; true when at most one is left.
    pub(super) fn free_some(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            if self.blocks.len() <= 1 {
                return true;
            }
            self.remove_block(self.blocks.len() - 1);
        }
        self.blocks.len() <= 1
    }

    #[cfg(test)]
    pub(super) fn assert_accounts(&self) {
        let len: usize = self.blocks.iter().map(Listpack::len).sum();
        let heap: usize = self.blocks.iter().map(Listpack::heap_bytes).sum();
        assert_eq!((self.len, self.heap), (len, heap));
        assert!(self.blocks.iter().all(|block| !block.is_empty()));
    }

    /// The run that holds `index` and the index in it; the walk starts at the nearer end.
    fn locate(&self, index: usize) -> (usize, usize) {
        if index >= self.len {
            return (self.blocks.len(), 0);
        }
        if index <= self.len / 2 {
            let mut before = 0;
            for (number, block) in self.blocks.iter().enumerate() {
                if index < before + block.len() {
                    return (number, index - before);
                }
                before += block.len();
            }
        } else {
            let mut before = self.len;
            for (number, block) in self.blocks.iter().enumerate().rev() {
                before -= block.len();
                if index >= before {
                    return (number, index - before);
                }
            }
        }
        (self.blocks.len(), 0)
    }

    /// Changes one run and keeps the accounts.
    fn change(&mut self, block: usize, change: impl FnOnce(&mut Listpack<'static>)) {
        let run = &mut self.blocks[block];
        self.len -= run.len();
        self.heap -= run.heap_bytes();
        change(run);
        self.len += run.len();
        self.heap += run.heap_bytes();
    }

    fn insert_block(&mut self, at: usize, run: Listpack<'static>) {
        if !run.is_empty() {
            self.len += run.len();
            self.heap += run.heap_bytes();
            self.blocks.insert(at, run);
        }
    }

    fn insert_single(&mut self, at: usize, value: &[u8]) {
        let mut run = Listpack::new();
        run.push_back(value);
        self.insert_block(at, run);
    }

    fn remove_block(&mut self, block: usize) {
        if let Some(run) = self.blocks.remove(block) {
            self.len -= run.len();
            self.heap -= run.heap_bytes();
        }
        if self.blocks.len() < self.blocks.capacity() / 4 {
            self.blocks.shrink_to(self.blocks.len() * 2);
        }
    }

    /// Cuts a run in two at `inner`; nothing happens at its borders.
    fn split(&mut self, block: usize, inner: usize) {
        if inner == 0 || inner >= self.blocks[block].len() {
            return;
        }
        let mut right = Listpack::new();
        self.change(block, |block| right = block.split_off(inner));
        self.insert_block(block + 1, right);
    }

    /// Joins the run with its successor if both together are less than half full, so that
    /// removals in the middle do not leave many tiny runs.
    fn join_small(&mut self, block: usize, limit: &BlockLimit) {
        // A single run could become the compact encoding, which two runs do not in Valkey.
        if self.blocks.len() <= 2 {
            return;
        }
        let (Some(left), Some(right)) = (self.blocks.get(block), self.blocks.get(block + 1)) else {
            return;
        };
        let bytes = left.frame_bytes() + right.frame_bytes();
        let entries = left.len() + right.len();
        if bytes <= limit.bytes_max / 2
            && entries <= limit.entries_max / 2
            && let Some(right) = self.blocks.remove(block + 1)
        {
            self.len -= right.len();
            self.heap -= right.heap_bytes();
            self.change(block, |block| block.append(&right));
        }
    }
}

/// Whether `value` may be added to `block`.
fn admits(block: &Listpack<'_>, value: &[u8], limit: &BlockLimit) -> bool {
    let bytes = block.frame_bytes() + value.len() + HEAD_ESTIMATE;
    !limit.exceeded_by(bytes, block.len() + 1)
}
