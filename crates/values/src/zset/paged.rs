//! A growing row of things in pages, so that no step moves them all.
//!
//! It knows nothing of what it holds.

use std::ops::{Index, IndexMut};

/// Things of a page.
const PAGE: usize = 256;

#[derive(Clone, Debug)]
pub(super) struct Paged<T> {
    pages: Vec<Vec<T>>,
    len: usize,
}

impl<T> Paged<T> {
    pub(super) const fn new() -> Self {
        Self {
            pages: Vec::new(),
            len: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn push(&mut self, value: T) {
        if self.len.is_multiple_of(PAGE) {
            self.pages.push(Vec::new());
        }
        if let Some(page) = self.pages.last_mut() {
            if page.len() == page.capacity() {
                page.reserve_exact((page.len() / 2).max(1));
            }
            page.push(value);
            self.len += 1;
        }
    }

    pub(super) fn pop(&mut self) -> Option<T> {
        let page = self.pages.last_mut()?;
        let value = page.pop()?;
        self.len -= 1;
        if page.is_empty() {
            self.pages.pop();
        }
        Some(value)
    }

    /// Bytes of heap, without what the things themselves have there.
    pub(super) fn heap_bytes(&self) -> usize {
        let last = self.pages.last().map_or(0, |page| page.capacity());
        let full = self.pages.len().saturating_sub(1) * PAGE;
        (full + last) * size_of::<T>() + self.pages.capacity() * size_of::<Vec<T>>()
    }
}

impl<T> Index<usize> for Paged<T> {
    type Output = T;

    #[inline]
    fn index(&self, place: usize) -> &T {
        &self.pages[place / PAGE][place % PAGE]
    }
}

impl<T> IndexMut<usize> for Paged<T> {
    #[inline]
    fn index_mut(&mut self, place: usize) -> &mut T {
        &mut self.pages[place / PAGE][place % PAGE]
    }
}
