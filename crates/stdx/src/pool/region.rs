//! Pages of 32 MiB of address space: which are free, which of them the system has given no memory
//! yet, and the units of those that are in use.
//!
//! It knows no lists and no locks: a region belongs to one shard, which is locked.
//!
//! `unsafe` is allowed here because a region is addresses that the system has mapped.
#![allow(unsafe_code)]

use std::ptr::NonNull;

use super::page::{PAGE_BYTES, PAGE_UNITS, ones, runs};

/// Bytes of a region, and what its address is a multiple of.
pub(super) const REGION_BYTES: usize = 32 * 1024 * 1024;

/// Pages of a region, those that describe it included.
pub(super) const REGION_PAGES: usize = REGION_BYTES / PAGE_BYTES;

const WORDS: usize = REGION_PAGES / 64;

/// Pages at the beginning of a region that describe it.
pub(super) const HEADER_PAGES: usize = (NAME_BYTES + size_of::<Region>()).div_ceil(PAGE_BYTES);

/// Bytes before a `Region` that never change once it is there.
const NAME_BYTES: usize = 64;

/// End of a list of pages.
pub(super) const NO_PAGE: u32 = u32::MAX;

/// A page of which pieces are taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page {
    /// Units that are taken.
    pub(super) taken: u64,
    /// Its neighbours in the list of pages with as long a run of free units.
    pub(super) next: u32,
    pub(super) previous: u32,
}

/// What describes a region. It lies in the region itself.
#[derive(Debug)]
pub(super) struct Region {
    /// Free pages that hold memory.
    dirty: [u64; WORDS],
    /// Free pages that hold none.
    clean: [u64; WORDS],
    pub(super) dirty_pages: usize,
    pub(super) clean_pages: usize,
    /// Where to look for pages to be given back next.
    released: usize,
    pub(super) pages: [Page; REGION_PAGES],
}

/// The shard of a region and its number there: read without the shard's lock.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub(super) struct Name {
    pub(super) shard: u32,
    pub(super) number: u32,
}

impl Region {
    /// Asks the system for a region; None if it has no more.
    pub(super) fn map(name: Name) -> Option<NonNull<Self>> {
        use rustix::mm::{MapFlags, ProtFlags, mmap_anonymous, munmap};
        let flags = MapFlags::PRIVATE | MapFlags::NORESERVE;
        let access = ProtFlags::READ | ProtFlags::WRITE;
        let wanted = 2 * REGION_BYTES;
        // SAFETY: the system chooses the place; nothing that is mapped is replaced.
        let start = unsafe { mmap_anonymous(std::ptr::null_mut(), wanted, access, flags) }.ok()?;
        let before = start.addr().next_multiple_of(REGION_BYTES) - start.addr();
        let base = start.wrapping_byte_add(before);
        let end = base.wrapping_byte_add(REGION_BYTES);
        for (part, len) in [(start, before), (end, REGION_BYTES - before)] {
            if len > 0 {
                // SAFETY: the part was mapped just now and is not used. If it cannot be unmapped,
                // some address space is lost.
                let _ = unsafe { munmap(part, len) };
            }
        }
        let base = NonNull::new(base.cast::<u8>())?;
        // SAFETY: the region is mapped, zeroed, aligned to more than both need, and nobody else
        // knows it. Zeroes are a valid `Region`.
        let mut region = unsafe {
            base.cast::<Name>().write(name);
            base.add(NAME_BYTES).cast::<Self>()
        };
        // SAFETY: as above.
        let this = unsafe { region.as_mut() };
        for page in HEADER_PAGES..REGION_PAGES {
            this.clean[page / 64] |= 1 << (page % 64);
        }
        this.clean_pages = REGION_PAGES - HEADER_PAGES;
        Some(region)
    }

    /// The region in which a piece lies, its name, and the byte of the region at which the piece
    /// begins.
    pub(super) fn of(piece: NonNull<u8>) -> (NonNull<Self>, Name, usize) {
        let offset = piece.addr().get() % REGION_BYTES;
        // SAFETY: pieces lie in regions, which are never unmapped; the name was written before
        // the first piece was handed out and is never changed.
        unsafe {
            let base = piece.sub(offset);
            let name = base.cast::<Name>().read();
            (base.add(NAME_BYTES).cast(), name, offset)
        }
    }

    /// The memory of a page.
    pub(super) fn address(this: NonNull<Self>, page: usize) -> NonNull<u8> {
        // SAFETY: a region and what describes it are one mapping, and the page lies in it.
        unsafe { this.cast::<u8>().sub(NAME_BYTES).add(page * PAGE_BYTES) }
    }

    pub(super) fn free_pages(&self) -> usize {
        self.dirty_pages + self.clean_pages
    }

    /// Takes `count` free pages in a row, at most 64, those with memory first; tells how many of
    /// them had some.
    pub(super) fn take(&mut self, count: usize) -> Option<(usize, usize)> {
        if count == 1 && self.dirty_pages > 0 {
            let word = self.dirty.iter().position(|word| *word != 0)?;
            return Some(self.take_at(word, self.dirty[word].trailing_zeros() as usize, 1));
        }
        let mut words = self.dirty.iter().zip(&self.clean);
        let word = words.position(|(dirty, clean)| runs(dirty | clean, count) != 0)?;
        let begins = runs(self.dirty[word] | self.clean[word], count);
        Some(self.take_at(word, begins.trailing_zeros() as usize, count))
    }

    fn take_at(&mut self, word: usize, bit: usize, count: usize) -> (usize, usize) {
        let bits = ones(bit, count);
        let dirty = (self.dirty[word] & bits).count_ones() as usize;
        self.dirty[word] &= !bits;
        self.clean[word] &= !bits;
        self.dirty_pages -= dirty;
        self.clean_pages -= count - dirty;
        (word * 64 + bit, dirty)
    }

    /// Makes pages free that lie in a row and were taken together.
    pub(super) fn give_back(&mut self, page: usize, count: usize) {
        self.dirty[page / 64] |= ones(page % 64, count);
        self.dirty_pages += count;
    }

    /// Gives the memory of some free pages in a row, at most `max`, back to the system; returns
    /// how many.
    pub(super) fn release(this: NonNull<Self>, max: usize) -> usize {
        let mut region = this;
        // SAFETY: the caller holds the lock of the shard that the region belongs to.
        let region = unsafe { region.as_mut() };
        for step in 0..WORDS {
            let word = (region.released + step) % WORDS;
            let bits = region.dirty[word];
            if bits == 0 {
                continue;
            }
            region.released = word;
            let first = bits.trailing_zeros() as usize;
            let count = ((bits >> first).trailing_ones() as usize).min(max);
            let start = Self::address(this, word * 64 + first);
            let advice = rustix::mm::Advice::LinuxDontNeed;
            // SAFETY: nobody owns a piece of these pages, and their content does not matter. If it
            // fails, they keep their memory.
            let result =
                unsafe { rustix::mm::madvise(start.as_ptr().cast(), count * PAGE_BYTES, advice) };
            debug_assert!(result.is_ok());
            region.dirty[word] &= !ones(first, count);
            region.clean[word] |= ones(first, count);
            region.dirty_pages -= count;
            region.clean_pages += count;
            return count;
        }
        0
    }
}

const _: () = assert!(PAGE_UNITS == 64 && REGION_PAGES.is_multiple_of(64));
