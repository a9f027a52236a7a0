//! Long names and values of a large hash, by number.
//!
//! Places lie in pages, so that no step moves them all. It knows nothing of buckets.

use bytes::Bytes;

/// Places of a page.
const PAGE: usize = 256;

/// A value that is too long for a bucket, with its name if that is too.
#[derive(Clone, Debug)]
pub(super) struct Long {
    pub(super) name: Option<Box<[u8]>>,
    pub(super) value: Bytes,
}

impl Long {
    fn bytes(&self) -> usize {
        self.name.as_ref().map_or(0, |name| name.len()) + self.value.len()
    }
}

#[derive(Clone, Debug)]
enum Place {
    Used(Long),
    /// With the number of the next free one.
    Free(u32),
}

/// No further free place.
const NONE: u32 = u32::MAX;

#[derive(Clone, Debug)]
pub(super) struct Outside {
    pages: Vec<Vec<Place>>,
    free: u32,
    used: usize,
    bytes: usize,
}

impl Default for Outside {
    fn default() -> Self {
        Self {
            pages: Vec::new(),
            free: NONE,
            used: 0,
            bytes: 0,
        }
    }
}

impl Outside {
    pub(super) fn get(&self, number: u32) -> Option<&Long> {
        let number = number as usize;
        match self.pages.get(number / PAGE)?.get(number % PAGE)? {
            Place::Used(long) => Some(long),
            Place::Free(_) => None,
        }
    }

    pub(super) fn insert(&mut self, long: Long) -> u32 {
        self.bytes += long.bytes();
        self.used += 1;
        let number = self.free;
        if number != NONE {
            let place = &mut self.pages[number as usize / PAGE][number as usize % PAGE];
            if let Place::Free(next) = std::mem::replace(place, Place::Used(long)) {
                self.free = next;
            }
            return number;
        }
        if self.pages.last().is_none_or(|page| page.len() == PAGE) {
            self.pages.push(Vec::new());
        }
        let full = (self.pages.len() - 1) * PAGE;
        let page = &mut self.pages[full / PAGE];
        let before = page.capacity();
        page.push(Place::Used(long));
        self.bytes += (page.capacity() - before) * size_of::<Place>();
        (full + page.len() - 1) as u32
    }

    /// Frees a place.
    pub(super) fn remove(&mut self, number: u32) {
        let free = Place::Free(self.free);
        let place = &mut self.pages[number as usize / PAGE][number as usize % PAGE];
        if let Place::Used(long) = std::mem::replace(place, free) {
            self.bytes -= long.bytes();
            self.free = number;
            self.used -= 1;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.used == 0
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Frees up to `steps` places; true when none is left. Nothing may be looked up afterwards.
    pub(super) fn free_some(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            let Some(page) = self.pages.last_mut() else {
                return true;
            };
            if page.pop().is_none() {
                self.pages.pop();
            }
        }
        self.pages.is_empty()
    }
}
