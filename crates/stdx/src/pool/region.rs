//! Pages of 32 MiB of address space: which are free, which of them the system has given no memory
//! yet, and the units of those that are in use.
//!
//! It knows no lists and no locks: a region belongs to one shard, which is locked.
//!
//! `unsafe` is allowed here because a region is addresses that the system has mapped.
#![allow(unsafe_code)]

use std::ptr::NonNull;

use rustix::mm::Advice;

use super::page::{PAGE_BYTES, PAGE_UNITS, ones, runs};

/// Bytes of a region, and what its address is a multiple of.
pub(super) const REGION_BYTES: usize = 32 * 1024 * 1024;

/// Pages of a region, those that describe it included.
pub(super) const REGION_PAGES: usize = REGION_BYTES / PAGE_BYTES;

const WORDS: usize = REGION_PAGES / 64;

/// Bytes of a huge page, which the system gives a region at once where it may: a random access then
/// waits for one address less to be translated.
const BLOCK_BYTES: usize = 2 * 1024 * 1024;

/// Pages of a block.
const BLOCK_PAGES: usize = BLOCK_BYTES / PAGE_BYTES;

const BLOCKS: usize = REGION_BYTES / BLOCK_BYTES;

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
    /// Blocks of which single pages went back: the system must not make them whole again by itself,
    /// because that would take the memory back.
    broken: [bool; BLOCKS],
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
        advise(base, REGION_BYTES, Advice::LinuxHugepage);
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
            let block = word * 64 / BLOCK_PAGES;
            let whole_block = Self::address(this, block * BLOCK_PAGES);
            if !region.broken[block] {
                region.broken[block] = true;
                advise(whole_block, BLOCK_BYTES, Advice::LinuxNoHugepage);
            }
            advise(start, count * PAGE_BYTES, Advice::LinuxDontNeed);
            region.dirty[word] &= !ones(first, count);
            region.clean[word] |= ones(first, count);
            region.dirty_pages -= count;
            region.clean_pages += count;
            if region.is_clean(block) {
                region.broken[block] = false;
                advise(whole_block, BLOCK_BYTES, Advice::LinuxHugepage);
            }
            return count;
        }
        0
    }

    /// Whether nothing of a block is used or holds memory.
    fn is_clean(&self, block: usize) -> bool {
        const BLOCK_WORDS: usize = BLOCK_PAGES / 64;
        self.clean[block * BLOCK_WORDS..][..BLOCK_WORDS]
            .iter()
            .all(|word| *word == u64::MAX)
    }
}

/// Tells the system something about pages of a region of which, if their content may be lost, no
/// piece is owned.
fn advise(start: NonNull<u8>, bytes: usize, advice: Advice) {
    // SAFETY: the pages are mapped and the region's, and the caller says that their content does
    // not matter if the advice loses it. Not being heard costs speed or memory, nothing else.
    let _ = unsafe { rustix::mm::madvise(start.as_ptr().cast(), bytes, advice) };
}

const _: () = assert!(PAGE_UNITS == 64 && REGION_PAGES.is_multiple_of(64));
