//! Pages from which the threads of one shard take pieces: the tightest fit first.
//!
//! Partly taken pages are listed by their longest run of free units, so that a piece is put where
//! the least is left over. It knows nothing of the pieces' content.
//!
//! `unsafe` is allowed here because what describes a region lies in the region itself.
#![allow(unsafe_code)]

use std::cell::Cell;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicIsize, AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::page::{PAGE_BYTES, PAGE_UNITS, UNIT_BYTES, longest_run, ones, runs};
use crate::steps::{Step, timed};

use super::keeper;
use super::region::{
    BLOCK_PAGES, HEADER_PAGES, Leaving, NO_PAGE, Name, REGION_PAGES, Region, Wish,
};

/// Shards of a process: threads beyond so many share one.
pub(super) const SHARDS: usize = 64;

/// Regions that are looked at for pages before a new one is made.
const REGION_SEARCH_MAX: usize = 8;

/// The page of a block with which the next one is prepared. Later is thriftier: the memory is held
/// without being used; but it must be there when the block is full, and the system takes some
/// milliseconds now and then. Each time that it came too late, half of that, down to the least.
const LOOK_AHEAD_PAGE: usize = BLOCK_PAGES / 4 * 3;
const LOOK_AHEAD_PAGE_MIN: usize = BLOCK_PAGES / 16;

/// Calls of [`Shard::begin_forget`] after which a prepared block is not needed.
const PREPARED_MARKS_MAX: u32 = 10;

/// Lists in which a fuller page is looked for.
const FULLER_SEARCH_MAX: usize = 4;

static POOL: [Mutex<Shard>; SHARDS] = [const { Mutex::new(Shard::new()) }; SHARDS];

/// Units taken in all shards, but for what they have not told.
static USED_UNITS: AtomicIsize = AtomicIsize::new(0);

/// Units by which a shard's part of that sum may be wrong: it is shared, so it is seldom written.
const UNTOLD_UNITS_MAX: usize = 256;

static THREADS: AtomicU32 = AtomicU32::new(0);

thread_local! {
    static OWN: Cell<u32> = const { Cell::new(u32::MAX) };
}

/// Bytes of the pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PoolUsage {
    /// Taken by pieces.
    pub used: usize,
    /// Of pages that hold memory, free ones included, and of what describes them.
    pub held: usize,
    /// Of free pages among them.
    pub free: usize,
}

/// What the threads of one shard share.
pub(super) struct Shard {
    regions: Vec<Held>,
    /// A region for later.
    spare: Option<Held>,
    /// The block that was begun last, and one to be begun next, for whose memory the keeper has
    /// been asked.
    begun: BlockId,
    prepared: Option<BlockId>,
    /// How often it was found not to be needed yet.
    prepared_marks: u32,
    /// The page of the block begun last with which the next one is prepared.
    ahead_page: usize,
    /// Regions with free pages in blocks that have been begun, and some that had such pages.
    open: Vec<u32>,
    /// Regions with blocks to be had whole, and some that had.
    fresh: Vec<u32>,
    /// Where a page with memory was freed last.
    warm: u32,
    /// First pages of the lists, by the longest run of free units.
    heads: [u32; PAGE_UNITS],
    /// Bit n: there is a page with a longest run of n.
    filled: u64,
    used_units: usize,
    /// Changes of that which are not in the sum over all shards yet.
    untold_units: isize,
    /// Free pages that hold memory.
    dirty_pages: usize,
    /// The least that `dirty_pages` was since the last mark.
    dirty_least: usize,
    /// Pages to be given back to the system.
    marked: usize,
}

/// A block of a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BlockId {
    pub(super) region: u32,
    pub(super) block: usize,
}

/// A region that one shard holds.
struct Held(NonNull<Region>);

// SAFETY: the region belongs to the shard, which is locked.
unsafe impl Send for Held {}

pub(super) fn join(number: u32) {
    OWN.set(number % SHARDS as u32);
}

/// The number of the calling thread's shard.
fn own() -> u32 {
    OWN.with(|own| {
        if own.get() == u32::MAX {
            own.set(THREADS.fetch_add(1, Ordering::Relaxed) % SHARDS as u32);
        }
        own.get()
    })
}

pub(super) fn lock(number: u32) -> MutexGuard<'static, Shard> {
    POOL[number as usize % SHARDS]
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
}

/// A piece of so many units; None if the system has no more memory.
pub(super) fn take(units: usize) -> Option<NonNull<u8>> {
    let number = own();
    let mut shard = lock(number);
    if units < PAGE_UNITS {
        return shard.take_units(units, number);
    }
    let start = shard.take_pages(units.div_ceil(PAGE_UNITS), number)?;
    let rest = units % PAGE_UNITS;
    if rest > 0 {
        // What the piece leaves of its last page serves others.
        let (_, name, offset) = Region::of(start);
        let last = offset / PAGE_BYTES + units / PAGE_UNITS;
        shard.begin_page(id_of(name.number, last), rest);
    }
    Some(start)
}

/// A place for a piece in a page that is fuller than its own would be without it, if one is at
/// hand in the calling thread's shard.
pub(super) fn take_fuller(piece: NonNull<u8>, units: usize) -> Option<NonNull<u8>> {
    let (_, name, offset) = Region::of(piece);
    if name.shard != own() {
        return None;
    }
    let mut shard = lock(name.shard);
    let here = shard.page(id_of(name.number, offset / PAGE_BYTES)).taken;
    let others = here.count_ones() as usize - units;
    let mut lists = shard.filled & (u64::MAX << units);
    for _ in 0..FULLER_SEARCH_MAX {
        if lists == 0 {
            return None;
        }
        let id = shard.heads[lists.trailing_zeros() as usize];
        let there = shard.page(id).taken;
        if there.count_ones() as usize > others && there != here {
            return Some(shard.take_in_page(id, units));
        }
        lists &= lists - 1;
    }
    None
}

pub(super) fn gaps() -> (usize, usize) {
    let mut shard = lock(own());
    let mut taken = 0;
    for number in 0..shard.regions.len() as u32 {
        taken += REGION_PAGES - HEADER_PAGES - shard.region(number).free_pages();
    }
    let used = shard.used_units * UNIT_BYTES;
    (taken * PAGE_BYTES - used, used)
}

/// Makes a piece longer where it is; false if what follows is not free.
pub(super) fn extend(piece: NonNull<u8>, before: usize, after: usize) -> bool {
    let (_, name, offset) = Region::of(piece);
    let first = offset % PAGE_BYTES / UNIT_BYTES;
    if before >= PAGE_UNITS || first + after > PAGE_UNITS {
        return false;
    }
    lock(name.shard).extend(name.number, offset / PAGE_BYTES, first, before..after)
}

/// Ends the life of a piece.
pub(super) fn give_back(piece: NonNull<u8>, units: usize) {
    let (_, name, offset) = Region::of(piece);
    let mut shard = lock(name.shard);
    shard.count_used(-(units as isize));
    let page = offset / PAGE_BYTES;
    let (pages, rest) = (units / PAGE_UNITS, units % PAGE_UNITS);
    if pages > 0 {
        shard.free_pages(name.number, page, pages);
    }
    if rest > 0 {
        let first = offset % PAGE_BYTES / UNIT_BYTES;
        shard.free_units(name.number, page + pages, ones(first, rest));
    }
}

pub(super) fn used_bytes() -> usize {
    let units = USED_UNITS.load(Ordering::Relaxed);
    usize::try_from(units).unwrap_or(0) * UNIT_BYTES
}

pub(super) fn usage() -> PoolUsage {
    let mut usage = PoolUsage::default();
    for number in 0..SHARDS as u32 {
        let mut shard = lock(number);
        if shard.prepared.is_some() || shard.spare.is_some() {
            usage.held += BLOCK_PAGES * PAGE_BYTES;
        }
        usage.used += shard.used_units * UNIT_BYTES;
        usage.free += shard.dirty_pages * PAGE_BYTES;
        for number in 0..shard.regions.len() as u32 {
            usage.held += (REGION_PAGES - shard.region(number).clean_pages) * PAGE_BYTES;
        }
    }
    usage
}

impl Shard {
    const fn new() -> Self {
        Self {
            regions: Vec::new(),
            spare: None,
            begun: BlockId {
                region: 0,
                block: 0,
            },
            prepared: None,
            prepared_marks: 0,
            ahead_page: LOOK_AHEAD_PAGE,
            open: Vec::new(),
            fresh: Vec::new(),
            warm: 0,
            heads: [NO_PAGE; PAGE_UNITS],
            filled: 0,
            used_units: 0,
            untold_units: 0,
            dirty_pages: 0,
            dirty_least: 0,
            marked: 0,
        }
    }

    fn count_used(&mut self, units: isize) {
        self.used_units = self.used_units.wrapping_add_signed(units);
        self.untold_units += units;
        if self.untold_units.unsigned_abs() > UNTOLD_UNITS_MAX {
            USED_UNITS.fetch_add(std::mem::take(&mut self.untold_units), Ordering::Relaxed);
        }
    }

    fn region(&mut self, number: u32) -> &mut Region {
        // SAFETY: regions are never unmapped, and only this shard, which is borrowed exclusively,
        // reaches what describes its own.
        unsafe { self.regions[number as usize].0.as_mut() }
    }

    fn page(&mut self, id: u32) -> &mut super::region::Page {
        let (region, page) = (id / REGION_PAGES as u32, id as usize % REGION_PAGES);
        &mut self.region(region).pages[page]
    }

    fn take_units(&mut self, units: usize, own: u32) -> Option<NonNull<u8>> {
        let lists = self.filled & (u64::MAX << units);
        if lists == 0 {
            let start = self.take_pages(1, own)?;
            let (_, name, offset) = Region::of(start);
            self.begin_page(id_of(name.number, offset / PAGE_BYTES), units);
            return Some(start);
        }
        let id = self.heads[lists.trailing_zeros() as usize];
        Some(self.take_in_page(id, units))
    }

    /// Of a page that was taken as a whole, only the first units are to be taken.
    fn begin_page(&mut self, id: u32, units: usize) {
        self.count_used(-((PAGE_UNITS - units) as isize));
        self.page(id).taken = ones(0, units);
        self.list(id);
    }

    /// Takes units of a page that has so many in a row.
    fn take_in_page(&mut self, id: u32, units: usize) -> NonNull<u8> {
        self.count_used(units as isize);
        let first = runs(!self.page(id).taken, units).trailing_zeros() as usize;
        self.unlist(id);
        self.page(id).taken |= ones(first, units);
        self.list(id);
        let (region, page) = (id / REGION_PAGES as u32, id as usize % REGION_PAGES);
        let address = Region::address(self.regions[region as usize].0, page);
        // SAFETY: the unit lies in the page.
        unsafe { address.add(first * UNIT_BYTES) }
    }

    fn extend(
        &mut self,
        region: u32,
        page: usize,
        first: usize,
        units: std::ops::Range<usize>,
    ) -> bool {
        let id = id_of(region, page);
        let wanted = ones(first + units.start, units.len());
        if self.page(id).taken & wanted != 0 {
            return false;
        }
        self.unlist(id);
        self.page(id).taken |= wanted;
        self.list(id);
        self.count_used(units.len() as isize);
        true
    }

    fn free_units(&mut self, region: u32, page: usize, units: u64) {
        let id = id_of(region, page);
        self.unlist(id);
        self.page(id).taken &= !units;
        if self.page(id).taken == 0 {
            self.free_pages(region, page, 1);
        } else {
            self.list(id);
        }
    }

    /// Puts a page into the list where it belongs, if it has anything free.
    fn list(&mut self, id: u32) {
        let run = longest_run(!self.page(id).taken);
        if run == 0 {
            return;
        }
        let next = self.heads[run];
        let page = self.page(id);
        (page.next, page.previous) = (next, NO_PAGE);
        if next != NO_PAGE {
            self.page(next).previous = id;
        }
        self.heads[run] = id;
        self.filled |= 1 << run;
    }

    fn unlist(&mut self, id: u32) {
        let page = *self.page(id);
        let run = longest_run(!page.taken);
        if run == 0 {
            return;
        }
        if page.next != NO_PAGE {
            self.page(page.next).previous = page.previous;
        }
        if page.previous != NO_PAGE {
            self.page(page.previous).next = page.next;
        } else {
            self.heads[run] = page.next;
            if page.next == NO_PAGE {
                self.filled &= !(1 << run);
            }
        }
    }

    /// Takes whole pages in a row, those with memory first.
    fn take_pages(&mut self, count: usize, own: u32) -> Option<NonNull<u8>> {
        let found = self.find_pages(count);
        let (region, page) = match found.or_else(|| self.begin_pages(count)) {
            Some(found) => found,
            None => {
                let number = self.regions.len() as u32;
                self.look_ahead_sooner();
                let region = self.new_region(Name { shard: own, number })?;
                self.regions.push(Held(region));
                self.note_free(number);
                self.begun = BlockId {
                    region: number,
                    block: 0,
                };
                (number, self.take_in(number, count)?)
            }
        };
        self.count_used((count * PAGE_UNITS) as isize);
        let address = Region::address(self.regions[region as usize].0, page);
        Some(address)
    }

    fn new_region(&mut self, name: Name) -> Option<NonNull<Region>> {
        if let Some(Held(spare)) = self.spare.take() {
            Region::rename(spare, name);
            return Some(spare);
        }
        timed(Step::Growth, || Region::map(name, keeper::is_there()))
    }

    /// Pages of blocks that have been begun.
    fn find_pages(&mut self, count: usize) -> Option<(u32, usize)> {
        if self.dirty_pages > 0
            && self.region(self.warm).dirty_pages > 0
            && let Some(page) = self.take_in(self.warm, count)
        {
            return Some((self.warm, page));
        }
        let mut at = self.open.len();
        let mut searched = 0;
        while searched < REGION_SEARCH_MAX && at > 0 {
            at -= 1;
            let number = self.open[at];
            if let Some(page) = self.take_in(number, count) {
                return Some((number, page));
            }
            if self.region(number).loose_pages() > 0 {
                searched += 1;
            } else {
                self.region(number).is_open = false;
                self.open.swap_remove(at);
            }
        }
        // Many regions with a page here and there must not hide the block that was begun last.
        let begun = self.begun.region;
        if self.regions.is_empty() {
            return None;
        }
        self.take_in(begun, count).map(|page| (begun, page))
    }

    /// The first pages of a block.
    fn begin_pages(&mut self, count: usize) -> Option<(u32, usize)> {
        let id = self.next_block()?;
        let (page, _) = self.region(id.region).begin_block(id.block, count);
        self.note_free(id.region);
        self.begun = id;
        Some((id.region, page))
    }

    /// The block that has been prepared if its memory is there; else one that gets its memory page
    /// by page, because whoever asks for pages must not wait for a huge one.
    fn next_block(&mut self) -> Option<BlockId> {
        if let Some(id) = self.prepared {
            let region = self.regions[id.region as usize].0;
            if keeper::has_prepared(region, id.block) {
                self.prepared = None;
                return Some(id);
            }
            self.look_ahead_sooner();
        }
        let id = self.clean_block()?;
        if keeper::is_there() && self.region(id.region).huge {
            Region::make_small(self.regions[id.region as usize].0, id.block);
        }
        Some(id)
    }

    fn look_ahead_sooner(&mut self) {
        self.ahead_page = (self.ahead_page / 2).max(LOOK_AHEAD_PAGE_MIN);
    }

    /// A block that is to be had whole and is not being prepared.
    fn clean_block(&mut self) -> Option<BlockId> {
        loop {
            let region = *self.fresh.last()?;
            let prepared = self.prepared.filter(|id| id.region == region);
            let prepared = prepared.map(|id| id.block);
            if let Some(block) = self.region(region).clean_block(prepared) {
                return Some(BlockId { region, block });
            }
            self.region(region).is_fresh = false;
            self.fresh.pop();
        }
    }

    /// Lists a region where its free pages are looked for.
    fn note_free(&mut self, number: u32) {
        let region = self.region(number);
        let open = region.loose_pages() > 0 && !std::mem::replace(&mut region.is_open, true);
        let whole = region.clean_blocks > 0;
        let fresh = whole && !std::mem::replace(&mut region.is_fresh, true);
        if open {
            self.open.push(number);
        }
        if fresh {
            self.fresh.push(number);
        }
    }

    fn take_in(&mut self, number: u32, count: usize) -> Option<usize> {
        let (page, dirty) = self.region(number).take(count)?;
        self.dirty_pages -= dirty;
        self.note_fewer_dirty();
        let begun = BlockId {
            region: number,
            block: page / BLOCK_PAGES,
        };
        if self.begun == begun && page % BLOCK_PAGES >= self.ahead_page {
            self.look_ahead();
        }
        Some(page)
    }

    /// The block begun last is nearly full: sees to it that the next one is prepared.
    fn look_ahead(&mut self) {
        if self.prepared.is_some() {
            return;
        }
        let last = self.regions[self.begun.region as usize].0;
        match self.clean_block() {
            None if self.spare.is_some() => {}
            None => keeper::want(last, Wish::Region),
            Some(next) if self.region(next.region).huge => {
                self.prepared = Some(next);
                self.prepared_marks = 0;
                let region = self.regions[next.region as usize].0;
                keeper::want(region, Wish::Block(next.block));
            }
            Some(_) => {}
        }
    }

    fn free_pages(&mut self, region: u32, page: usize, count: usize) {
        self.region(region).give_back(page, count);
        self.note_free(region);
        self.warm = region;
        self.dirty_pages += count;
    }

    fn note_fewer_dirty(&mut self) {
        self.dirty_least = self.dirty_least.min(self.dirty_pages);
        self.marked = self.marked.min(self.dirty_pages);
    }

    /// Marks the free pages that have not been needed since the last call; returns how many they
    /// are.
    pub(super) fn mark_unneeded(&mut self) -> usize {
        self.marked = self.dirty_least;
        self.dirty_least = self.dirty_pages;
        self.marked
    }

    /// Some marked pages whose memory is to be given back, and their region; at most `max`.
    pub(super) fn begin_release(&mut self, max: usize) -> Option<(NonNull<Region>, Leaving)> {
        let max = max.min(self.marked);
        if max == 0 {
            return None;
        }
        for number in (0..self.regions.len() as u32).rev() {
            if let Some(leaving) = self.region(number).begin_release(number, max) {
                self.dirty_pages -= leaving.count;
                self.marked -= leaving.count;
                self.note_fewer_dirty();
                return Some((self.regions[number as usize].0, leaving));
            }
        }
        None
    }

    /// The memory of pages has gone. True if their block may be a huge page again.
    pub(super) fn end_release(&mut self, leaving: &Leaving) -> bool {
        let mend = self.region(leaving.region).end_release(leaving);
        self.note_free(leaving.region);
        mend
    }

    /// A prepared block that has not been needed for so many calls, and its region: nobody takes
    /// it until [`Self::end_forget`], so that its memory can be given back.
    pub(super) fn begin_forget(&mut self) -> Option<(NonNull<Region>, BlockId)> {
        let id = self.prepared?;
        self.prepared_marks += 1;
        if self.prepared_marks < PREPARED_MARKS_MAX {
            return None;
        }
        self.prepared = None;
        self.ahead_page = LOOK_AHEAD_PAGE;
        self.region(id.region).hold_block(id.block);
        Some((self.regions[id.region as usize].0, id))
    }

    /// The memory of the block has gone.
    pub(super) fn end_forget(&mut self, id: BlockId) {
        self.region(id.region).free_block(id.block);
        self.note_free(id.region);
    }

    /// The first region is full: it may have huge pages now.
    pub(super) fn make_first_huge(&mut self) {
        if !self.regions.is_empty() && !self.region(0).huge {
            Region::make_huge(self.regions[0].0);
        }
    }

    /// Keeps a region for later.
    pub(super) fn keep(&mut self, region: NonNull<Region>) {
        self.spare = Some(Held(region));
    }

    /// Whether there is neither a block nor a region for later.
    pub(super) fn needs_region(&mut self) -> bool {
        self.spare.is_none() && self.clean_block().is_none()
    }

    /// Whether a region is kept for later.
    pub(super) fn has_spare(&self) -> bool {
        self.spare.is_some()
    }
}

/// The name of a page in its shard.
fn id_of(region: u32, page: usize) -> u32 {
    region * REGION_PAGES as u32 + page as u32
}

const _: () = assert!(HEADER_PAGES < REGION_PAGES);
