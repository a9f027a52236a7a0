//! A queue of numbers, smallest first, that never moves more than one page of memory at once.
//!
//! It knows nothing of what the numbers mean.

use values::size_class::size_class;

/// Numbers of a page (64 KiB).
const PAGE: usize = 8192;

/// Children of a node: as many as share a line of memory, nearly.
const ARITY: usize = 4;

/// A heap with four children per node, in pages.
#[derive(Debug, Default)]
pub(crate) struct Heap {
    pages: Vec<Vec<u64>>,
    len: usize,
}

impl Heap {
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn heap_bytes(&self) -> usize {
        self.pages.capacity() * size_of::<Vec<u64>>()
            + self
                .pages
                .iter()
                .map(|page| page.capacity() * size_of::<u64>())
                .sum::<usize>()
    }

    /// The smallest number.
    #[inline]
    pub(crate) fn peek(&self) -> Option<u64> {
        self.pages.first()?.first().copied()
    }

    pub(crate) fn push(&mut self, number: u64) {
        if self.len == self.pages.len() * PAGE {
            self.pages.push(Vec::new());
        }
        if let Some(page) = self.pages.last_mut() {
            if page.len() == page.capacity() {
                let bytes = size_class((page.len() + 1) * size_of::<u64>());
                page.reserve_exact(bytes / size_of::<u64>() - page.len());
            }
            page.push(number);
        }
        self.len += 1;
        self.sift_up(self.len - 1, number);
    }

    /// Takes the smallest number.
    pub(crate) fn pop(&mut self) -> Option<u64> {
        let smallest = self.peek()?;
        let last = self.pop_last()?;
        if self.len > 0 {
            self.sift_down(last);
        }
        Some(smallest)
    }

    /// Takes whichever number is cheapest to take.
    pub(crate) fn pop_last(&mut self) -> Option<u64> {
        let page = self.pages.last_mut()?;
        let last = page.pop()?;
        self.len -= 1;
        if page.is_empty() {
            self.pages.pop();
        } else if page.len() < page.capacity() / 2 {
            page.shrink_to(size_class(page.len() * size_of::<u64>()) / size_of::<u64>());
        }
        Some(last)
    }

    /// Frees up to `steps` pages; true when none is left. The order is lost.
    pub(crate) fn dissolve_some(&mut self, steps: usize) -> bool {
        self.pages.truncate(self.pages.len().saturating_sub(steps));
        self.pages.is_empty()
    }

    #[inline]
    fn at(&self, index: usize) -> u64 {
        self.pages[index / PAGE][index % PAGE]
    }

    #[inline]
    fn put(&mut self, index: usize, number: u64) {
        self.pages[index / PAGE][index % PAGE] = number;
    }

    fn sift_up(&mut self, mut index: usize, number: u64) {
        while index > 0 {
            let parent = (index - 1) / ARITY;
            let above = self.at(parent);
            if above <= number {
                break;
            }
            self.put(index, above);
            index = parent;
        }
        self.put(index, number);
    }

    fn sift_down(&mut self, number: u64) {
        let mut index = 0;
        loop {
            let first = index * ARITY + 1;
            let children = first..(first + ARITY).min(self.len);
            let Some((smallest, child)) = children.map(|child| (self.at(child), child)).min()
            else {
                break;
            };
            if smallest >= number {
                break;
            }
            self.put(index, smallest);
            index = child;
        }
        self.put(index, number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Reverse;
    use std::collections::BinaryHeap;
    use stdx::rng::Rng;

    #[test]
    fn agrees_with_a_binary_heap_across_pages() {
        let (mut heap, mut model, mut rng) = (Heap::default(), BinaryHeap::new(), Rng::new(5));
        for round in 0..60_000u64 {
            let grow = if round < 30_000 { 9 } else { 3 };
            if rng.below(10) < grow {
                let number = rng.below(100_000);
                heap.push(number);
                model.push(Reverse(number));
            } else {
                assert_eq!(heap.pop(), model.pop().map(|Reverse(number)| number));
            }
            assert_eq!(heap.len(), model.len());
            assert_eq!(heap.peek(), model.peek().map(|Reverse(number)| *number));
        }
        while let Some(Reverse(number)) = model.pop() {
            assert_eq!(heap.pop(), Some(number));
        }
        assert_eq!((heap.pop(), heap.len(), heap.pages.len()), (None, 0, 0));
    }

    #[test]
    fn taking_the_last_keeps_the_order_of_the_rest() {
        let mut heap = Heap::default();
        (0..1000).rev().for_each(|number| heap.push(number));
        let mut taken: Vec<u64> = (0..500).filter_map(|_| heap.pop_last()).collect();
        let rest: Vec<u64> = std::iter::from_fn(|| heap.pop()).collect();
        assert!(rest.is_sorted() && rest.len() == 500);
        taken.extend(rest);
        taken.sort_unstable();
        assert!(taken.into_iter().eq(0..1000));
    }
}
