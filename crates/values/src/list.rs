//! Lists: one compact run while small, a deque of such runs when large.
//!
//! The change between the two, and the borders of the runs, follow Valkey's rules for
//! `list-max-listpack-size`, so that the names of encodings agree. It knows no commands.

mod chunked;
#[cfg(test)]
mod tests;

use crate::digest::Digest;
use crate::limits::{BlockLimit, EncodingLimits};
use crate::listpack::{Backward, Forward, Item, Listpack, Probe};
use chunked::Chunked;
use std::collections::vec_deque;

/// A list of strings.
#[derive(Clone, Debug)]
pub struct List<'a> {
    repr: Repr<'a>,
}

#[derive(Clone, Debug)]
enum Repr<'a> {
    Packed(Listpack<'a>),
    Chunked(Box<Chunked>),
}

impl Default for List<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a> List<'a> {
    /// An empty list; allocates nothing.
    pub const fn new() -> Self {
        Self {
            repr: Repr::Packed(Listpack::new()),
        }
    }

    /// The compact list whose run is `run`.
    #[inline]
    pub(crate) fn of_run(run: Listpack<'a>) -> Self {
        Self {
            repr: Repr::Packed(run),
        }
    }

    /// Whether it is in somebody else's memory, as it was there.
    #[inline]
    pub(crate) fn is_lent(&self) -> bool {
        match &self.repr {
            Repr::Packed(run) => run.is_lent(),
            Repr::Chunked(_) => false,
        }
    }

    /// The same list in memory of its own.
    pub fn into_owned(self) -> List<'static> {
        List {
            repr: match self.repr {
                Repr::Packed(run) => Repr::Packed(run.into_owned()),
                Repr::Chunked(chunked) => Repr::Chunked(chunked),
            },
        }
    }

    /// The run, if the list is compact.
    #[inline]
    pub(crate) fn as_run(&self) -> Option<&Listpack<'a>> {
        match &self.repr {
            Repr::Packed(run) => Some(run),
            Repr::Chunked(_) => None,
        }
    }

    /// The list made of `runs`, one after the other. Empty ones are left out, and those that are
    /// larger than the limits want are cut. A single one makes a compact list if it is `compact`.
    pub fn from_runs(
        runs: impl Iterator<Item = Listpack<'static>>,
        compact: bool,
        limits: &EncodingLimits,
    ) -> Self {
        let limit = limits.list_block();
        let mut chunked = Chunked::default();
        for run in runs {
            chunked.push_run(run, &limit);
        }
        let only = compact.then(|| chunked.take_only_run(&limit)).flatten();
        let repr = match only {
            Some(run) => Repr::Packed(run),
            None => Repr::Chunked(Box::new(chunked)),
        };
        Self { repr }
    }

    /// The runs that the list is made of, front to back.
    pub fn runs(&self) -> impl Iterator<Item = &Listpack<'_>> {
        let (one, many) = match &self.repr {
            Repr::Packed(run) => (Some(run), None),
            Repr::Chunked(chunked) => (None, Some(chunked.runs())),
        };
        one.into_iter().chain(many.into_iter().flatten())
    }

    /// Number of elements.
    #[inline]
    pub fn len(&self) -> usize {
        match &self.repr {
            Repr::Packed(run) => run.len(),
            Repr::Chunked(chunked) => chunked.len(),
        }
    }

    /// Whether there is no element.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// "listpack" or "quicklist".
    pub fn encoding(&self) -> &'static str {
        match &self.repr {
            Repr::Packed(_) => "listpack",
            Repr::Chunked(_) => "quicklist",
        }
    }

    /// Bytes of heap in use, in constant time.
    pub fn bytes(&self) -> usize {
        match &self.repr {
            Repr::Packed(run) => run.heap_bytes(),
            Repr::Chunked(chunked) => size_of::<Chunked>() + chunked.heap_bytes(),
        }
    }

    /// Appends one element.
    pub fn push_back(&mut self, value: &[u8], limits: &EncodingLimits) {
        self.extend_back(std::iter::once(value), limits);
    }

    /// Prepends one element.
    pub fn push_front(&mut self, value: &[u8], limits: &EncodingLimits) {
        self.extend_front(std::iter::once(value), limits);
    }

    /// Appends the values of one command, in order.
    pub fn extend_back<'v>(
        &mut self,
        values: impl Iterator<Item = &'v [u8]> + Clone,
        limits: &EncodingLimits,
    ) {
        let limit = limits.list_block();
        self.make_room(values.clone(), &limit);
        match &mut self.repr {
            Repr::Packed(run) => values.for_each(|value| run.push_back(value)),
            Repr::Chunked(chunked) => values.for_each(|value| chunked.push_back(value, &limit)),
        }
    }

    /// Prepends the values of one command one after the other: the last becomes the first.
    pub fn extend_front<'v>(
        &mut self,
        values: impl Iterator<Item = &'v [u8]> + Clone,
        limits: &EncodingLimits,
    ) {
        let limit = limits.list_block();
        self.make_room(values.clone(), &limit);
        match &mut self.repr {
            Repr::Packed(run) => values.for_each(|value| run.push_front(value)),
            Repr::Chunked(chunked) => values.for_each(|value| chunked.push_front(value, &limit)),
        }
    }

    /// The first element.
    #[inline]
    pub fn front(&self) -> Option<Item<'_>> {
        match &self.repr {
            Repr::Packed(run) => run.front(),
            Repr::Chunked(chunked) => chunked.front(),
        }
    }

    /// The last element.
    #[inline]
    pub fn back(&self) -> Option<Item<'_>> {
        match &self.repr {
            Repr::Packed(run) => run.back(),
            Repr::Chunked(chunked) => chunked.back(),
        }
    }

    /// Takes the first element. To avoid the copy use [`Self::front`] and
    /// [`Self::remove_range`].
    pub fn pop_front(&mut self, limits: &EncodingLimits) -> Option<Vec<u8>> {
        let value = self.front()?.to_vec();
        self.remove_range(0, 1, limits);
        Some(value)
    }

    /// Takes the last element. To avoid the copy use [`Self::back`] and [`Self::remove_range`].
    pub fn pop_back(&mut self, limits: &EncodingLimits) -> Option<Vec<u8>> {
        let value = self.back()?.to_vec();
        self.remove_range(self.len() - 1, 1, limits);
        Some(value)
    }

    /// The element at `index`, counted from the front.
    pub fn get(&self, index: usize) -> Option<Item<'_>> {
        match &self.repr {
            Repr::Packed(run) => run.get(index),
            Repr::Chunked(chunked) => chunked.get(index),
        }
    }

    /// The elements from `index` on, towards the back.
    pub fn iter_from(&self, index: usize) -> Iter<'_> {
        match &self.repr {
            Repr::Packed(run) => Iter {
                block: run.iter_from(index),
                rest: vec_deque::Iter::default(),
            },
            Repr::Chunked(chunked) => chunked.iter_from(index),
        }
    }

    /// The elements from `index` on, towards the front.
    pub fn iter_back_from(&self, index: usize) -> IterBack<'_> {
        match &self.repr {
            Repr::Packed(run) => IterBack {
                block: run.iter_back_from(index),
                rest: vec_deque::Iter::default(),
            },
            Repr::Chunked(chunked) => chunked.iter_back_from(index),
        }
    }

    /// All elements, front to back.
    pub fn iter(&self) -> Iter<'_> {
        self.iter_from(0)
    }

    /// Up to `count` elements from `start` on, front to back.
    pub fn range(&self, start: usize, count: usize) -> std::iter::Take<Iter<'_>> {
        self.iter_from(start).take(count)
    }

    /// Puts an element before the one at `index` (at the end if `index` is the length or more).
    pub fn insert(&mut self, index: usize, value: &[u8], limits: &EncodingLimits) {
        let limit = limits.list_block();
        self.make_room(std::iter::once(value), &limit);
        match &mut self.repr {
            Repr::Packed(run) => run.insert(index, value),
            Repr::Chunked(chunked) => chunked.insert(index, value, &limit),
        }
    }

    /// Replaces the element at `index` and says whether there is one.
    pub fn set(&mut self, index: usize, value: &[u8], limits: &EncodingLimits) -> bool {
        if index >= self.len() {
            return false;
        }
        let limit = limits.list_block();
        self.make_room(std::iter::once(value), &limit);
        match &mut self.repr {
            Repr::Packed(run) => run.set(index, value),
            Repr::Chunked(chunked) => chunked.set(index, value, &limit),
        };
        self.pack_if_small(&limit);
        true
    }

    /// Removes up to `count` elements from `index` on; returns how many they were.
    pub fn remove_range(&mut self, index: usize, count: usize, limits: &EncodingLimits) -> usize {
        let limit = limits.list_block();
        let removed = match &mut self.repr {
            Repr::Packed(run) => run.remove_range(index, count),
            Repr::Chunked(chunked) => chunked.remove_range(index, count, &limit),
        };
        if removed > 0 {
            self.pack_if_small(&limit);
        }
        removed
    }

    /// Removes up to `count` elements whose text is `value`, from the front or from the back on;
    /// returns how many they were.
    pub fn remove_equal(
        &mut self,
        value: &[u8],
        count: usize,
        back: bool,
        limits: &EncodingLimits,
    ) -> usize {
        let wanted = Probe::new(value);
        let removed = match &mut self.repr {
            Repr::Packed(run) => run.remove_where(&wanted, count, back),
            Repr::Chunked(chunked) => chunked.remove_where(&wanted, count, back),
        };
        if removed > 0 {
            self.pack_if_small(&limits.list_block());
        }
        removed
    }

    /// Takes the large encoding if `value` might not fit, as a change that is not sure to come.
    pub fn expect(&mut self, value: &[u8], limits: &EncodingLimits) {
        self.make_room(std::iter::once(value), &limits.list_block());
    }

    /// Mixes all elements into `digest`.
    pub fn digest(&self, digest: &mut Digest) {
        let mut buffer = [0u8; 20];
        for item in self.iter() {
            digest.string(item.text(&mut buffer));
        }
    }

    /// Frees up to `steps` runs from the back; true when at most one is left.
    pub fn free_some(&mut self, steps: usize) -> bool {
        match &mut self.repr {
            Repr::Packed(_) => true,
            Repr::Chunked(chunked) => chunked.free_some(steps),
        }
    }

    /// Changes to the large encoding if the values, without their heads, would not fit.
    fn make_room<'v>(&mut self, values: impl Iterator<Item = &'v [u8]>, limit: &BlockLimit) {
        let Repr::Packed(run) = &mut self.repr else {
            return;
        };
        let (mut bytes, mut count) = (run.frame_bytes(), run.len());
        for value in values {
            bytes += value.len();
            count += 1;
        }
        if limit.exceeded_by(bytes, count) {
            let chunked = Chunked::from_run(std::mem::take(run).into_owned());
            self.repr = Repr::Chunked(Box::new(chunked));
        }
    }

    /// Changes back to the compact encoding at half of its limit, so that it does not flutter.
    fn pack_if_small(&mut self, limit: &BlockLimit) {
        let Repr::Chunked(chunked) = &mut self.repr else {
            return;
        };
        let half = BlockLimit {
            bytes_max: limit.bytes_max / 2,
            entries_max: limit.entries_max / 2,
        };
        if let Some(run) = chunked.take_only_run(&half) {
            self.repr = Repr::Packed(run);
        }
    }
}

/// Elements towards the back.
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    block: Forward<'a>,
    rest: vec_deque::Iter<'a, Listpack<'static>>,
}

impl<'a> Iterator for Iter<'a> {
    type Item = Item<'a>;

    #[inline]
    fn next(&mut self) -> Option<Item<'a>> {
        loop {
            if let Some(item) = self.block.next() {
                return Some(item);
            }
            self.block = self.rest.next()?.iter_from(0);
        }
    }
}

/// Elements towards the front.
#[derive(Clone, Debug)]
pub struct IterBack<'a> {
    block: Backward<'a>,
    rest: vec_deque::Iter<'a, Listpack<'static>>,
}

impl<'a> Iterator for IterBack<'a> {
    type Item = Item<'a>;

    #[inline]
    fn next(&mut self) -> Option<Item<'a>> {
        loop {
            if let Some(item) = self.block.next() {
                return Some(item);
            }
            self.block = self.rest.next_back()?.iter_back_from(usize::MAX - 1);
        }
    }
}
