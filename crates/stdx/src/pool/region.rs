//! Pages of 32 MiB of address space: which are free, which of them the system has given no memory
//! yet, and the units of those that are in use.
//!
//! It knows no lists and no locks: a region belongs to one shard, which is locked.
//!
//! `unsafe` is allowed here because a region is addresses that the system has mapped.
#![allow(unsafe_code)]

use std::num::NonZero;
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
pub(super) const BLOCK_PAGES: usize = BLOCK_BYTES / PAGE_BYTES;

const BLOCK_WORDS: usize = BLOCK_PAGES / 64;

pub(super) const BLOCKS: usize = REGION_BYTES / BLOCK_BYTES;

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
    /// Blocks that are to be had whole.
    pub(super) clean_blocks: usize,
    /// Whether the shard lists it among the regions with loose pages, and among those with blocks
    /// to be had whole.
    pub(super) is_open: bool,
    pub(super) is_fresh: bool,
    /// Where to look for pages to be given back next.
    released: usize,
    /// The system is asked for huge pages. Not in the first region of a shard while that is being
    /// filled: a small server would hold memory that it does not use.
    pub(super) huge: bool,
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

/// What a shard will need soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// The memory of a block of the same region.
    Block(usize),
    /// A region.
    Region,
}

/// Pages whose memory is being given back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaving {
    /// Number of the region in its shard.
    pub(super) region: u32,
    page: usize,
    pub(super) count: usize,
    /// They are the first of their block.
    breaks: bool,
}

impl Region {
    /// Asks the system for a region; None if it has no more. What describes it lies in its first
    /// block, whose memory it has therefore: at once, or page by page if it is `gentle`.
    pub(super) fn map(name: Name, gentle: bool) -> Option<NonNull<Self>> {
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
        let huge = name.number > 0;
        advise(
            base,
            REGION_BYTES,
            if huge {
                Advice::LinuxHugepage
            } else {
                Advice::LinuxNoHugepage
            },
        );
        if huge && gentle {
            advise(base, BLOCK_BYTES, Advice::LinuxNoHugepage);
        }
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
        this.clean_blocks = BLOCKS - 1;
        this.huge = huge;
        this.broken[0] = huge && gentle;
        Some(region)
    }

    /// Gives a region back of which nobody knows.
    pub(super) fn unmap(this: NonNull<Self>) {
        // SAFETY: no piece of it was handed out, and no shard lists it.
        let _ = unsafe {
            let base = this.cast::<u8>().sub(NAME_BYTES);
            rustix::mm::munmap(base.as_ptr().cast(), REGION_BYTES)
        };
    }

    /// A block gets its memory page by page from now on.
    pub(super) fn make_small(this: NonNull<Self>, block: usize) {
        let mut region = this;
        // SAFETY: the caller holds the lock of the shard that the region belongs to.
        unsafe { region.as_mut() }.broken[block] = true;
        Self::advise_block(this, block, Advice::LinuxNoHugepage);
    }

    /// Gives the memory of a block back to the system of which no page is taken nor can be.
    pub(super) fn release_block(this: NonNull<Self>, block: usize) {
        Self::advise_block(this, block, Advice::LinuxDontNeed);
    }

    /// Nobody takes pages of a block that is to be had whole, until [`Self::free_block`].
    pub(super) fn hold_block(&mut self, block: usize) {
        self.clean[block * BLOCK_WORDS..][..BLOCK_WORDS].fill(0);
        self.clean_pages -= BLOCK_PAGES;
        self.clean_blocks -= 1;
    }

    /// A block that was held is to be had whole again.
    pub(super) fn free_block(&mut self, block: usize) {
        self.clean[block * BLOCK_WORDS..][..BLOCK_WORDS].fill(u64::MAX);
        self.clean_pages += BLOCK_PAGES;
        self.clean_blocks += 1;
    }

    /// Gives a region that nobody uses yet its name.
    pub(super) fn rename(this: NonNull<Self>, name: Name) {
        // SAFETY: the name lies before what describes the region; without pieces in the region
        // nobody reads it.
        unsafe { this.cast::<u8>().sub(NAME_BYTES).cast::<Name>().write(name) }
    }

    /// The blocks of a region may become huge pages from now on, but for those that are broken.
    pub(super) fn make_huge(this: NonNull<Self>) {
        let mut region = this;
        // SAFETY: the caller holds the lock of the shard that the region belongs to.
        let region = unsafe { region.as_mut() };
        region.huge = true;
        for block in (0..BLOCKS).filter(|block| !region.broken[*block]) {
            Self::advise_block(this, block, Advice::LinuxHugepage);
        }
    }

    /// The first block that is to be had whole, other than that one.
    pub(super) fn clean_block(&self, except: Option<usize>) -> Option<usize> {
        if self.clean_blocks == 0 {
            return None;
        }
        (0..BLOCKS).find(|block| Some(*block) != except && self.is_clean(*block))
    }

    /// The shard of a region, and what stands for a wish of it: the address of the block, or an
    /// odd number for a region.
    pub(super) fn wish_address(this: NonNull<Self>, wish: Wish) -> (usize, u32) {
        let (block, odd) = match wish {
            Wish::Block(block) => (block, 0),
            Wish::Region => (0, 1),
        };
        let start = Self::address(this, block * BLOCK_PAGES);
        let (_, name, _) = Self::of(start);
        (start.expose_provenance().get() + odd, name.shard)
    }

    /// Has the system give the block at an address its memory.
    pub(super) fn populate(address: usize) {
        if let Some(address) = NonZero::new(address) {
            let start = NonNull::with_exposed_provenance(address);
            advise(start, BLOCK_BYTES, Advice::LinuxPopulateWrite);
        }
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

    /// Free pages that do not lie in blocks to be had whole.
    pub(super) fn loose_pages(&self) -> usize {
        self.free_pages() - self.clean_blocks * BLOCK_PAGES
    }

    /// Takes `count` free pages in a row, at most 64, those with memory first; tells how many of
    /// them had some. Whole free blocks are left alone.
    pub(super) fn take(&mut self, count: usize) -> Option<(usize, usize)> {
        if count == 1 && self.dirty_pages > 0 {
            let word = self.dirty.iter().position(|word| *word != 0)?;
            return Some(self.take_at(word, self.dirty[word].trailing_zeros() as usize, 1));
        }
        let begun = (0..BLOCKS).filter(|block| !self.is_clean(*block));
        let mut words = begun.flat_map(|block| block * BLOCK_WORDS..(block + 1) * BLOCK_WORDS);
        let word = words.find(|word| runs(self.free_in(*word), count) != 0)?;
        let begins = runs(self.free_in(word), count);
        Some(self.take_at(word, begins.trailing_zeros() as usize, count))
    }

    /// Takes the first `count` pages of a block that is to be had whole.
    pub(super) fn begin_block(&mut self, block: usize, count: usize) -> (usize, usize) {
        self.clean_blocks -= 1;
        self.take_at(block * BLOCK_WORDS, 0, count)
    }

    fn free_in(&self, word: usize) -> u64 {
        self.dirty[word] | self.clean[word]
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

    /// Takes some free pages in a row, at most `max`, that hold memory, so that it can be given
    /// back: [`Self::release`], then [`Self::end_release`]. `own` is the region's number.
    pub(super) fn begin_release(&mut self, own: u32, max: usize) -> Option<Leaving> {
        for step in 0..WORDS {
            let word = (self.released + step) % WORDS;
            let bits = self.dirty[word];
            if bits == 0 {
                continue;
            }
            self.released = word;
            let first = bits.trailing_zeros() as usize;
            let count = ((bits >> first).trailing_ones() as usize).min(max);
            self.dirty[word] &= !ones(first, count);
            self.dirty_pages -= count;
            let block = word * 64 / BLOCK_PAGES;
            let breaks = !std::mem::replace(&mut self.broken[block], true);
            return Some(Leaving {
                region: own,
                page: word * 64 + first,
                count,
                breaks: breaks && self.huge,
            });
        }
        None
    }

    /// Gives the memory of pages back to the system. Takes its time, and no lock.
    pub(super) fn release(this: NonNull<Self>, leaving: &Leaving) {
        if leaving.breaks {
            Self::advise_block(this, leaving.page / BLOCK_PAGES, Advice::LinuxNoHugepage);
        }
        let start = Self::address(this, leaving.page);
        advise(start, leaving.count * PAGE_BYTES, Advice::LinuxDontNeed);
    }

    /// The memory of the pages has gone. True if their block may be a huge page again: see
    /// [`Self::mend`].
    pub(super) fn end_release(&mut self, leaving: &Leaving) -> bool {
        let (word, bit) = (leaving.page / 64, leaving.page % 64);
        self.clean[word] |= ones(bit, leaving.count);
        self.clean_pages += leaving.count;
        let block = leaving.page / BLOCK_PAGES;
        let clean = self.is_clean(block);
        if clean {
            self.broken[block] = false;
            self.clean_blocks += 1;
        }
        clean && self.huge
    }

    /// Offers the block of pages whose memory has gone as a huge page again.
    pub(super) fn mend(this: NonNull<Self>, leaving: &Leaving) {
        Self::advise_block(this, leaving.page / BLOCK_PAGES, Advice::LinuxHugepage);
    }

    fn advise_block(this: NonNull<Self>, block: usize, advice: Advice) {
        let start = Self::address(this, block * BLOCK_PAGES);
        advise(start, BLOCK_BYTES, advice);
    }

    /// Whether nothing of a block is used or holds memory.
    pub(super) fn is_clean(&self, block: usize) -> bool {
        let words = &self.clean[block * BLOCK_WORDS..][..BLOCK_WORDS];
        words.iter().all(|word| *word == u64::MAX)
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
