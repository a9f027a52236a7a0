//! What a thread that serves nobody does for the pool: it has the system give memory to the block
//! that will be needed next, and gives back what has not been needed for a while. The system takes
//! milliseconds for either now and then, and those who serve must not wait for it.
//!
//! Without a keeper the pool works just the same, but never gives anything back.
//!
//! It holds no shard's lock while the system works.
//!
//! `unsafe` is allowed here because what describes a region lies in the region itself.
#![allow(unsafe_code)]

use std::ptr::NonNull;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::Thread;
use std::time::{Duration, Instant};

use super::region::{Name, Region, Wish};
use super::shard::{SHARDS, lock};

/// A page that was free for so long is not needed.
const UNNEEDED_AFTER: Duration = Duration::from_millis(100);

/// Pages that go back before the next look at what is wanted.
const RELEASED_PAGES_MAX: usize = 64;

/// Between two such portions: whoever shares the memory's map is held up for a moment by each.
const RELEASE_PAUSE: Duration = Duration::from_micros(500);

static KEEPER: OnceLock<Thread> = OnceLock::new();

/// The block that each shard will need next, by its address: an odd one stands for a region after
/// the one in which it lies.
static WANTED: [AtomicUsize; SHARDS] = [const { AtomicUsize::new(0) }; SHARDS];

/// The block of each shard to which the system has given its memory last, by its address.
static PREPARED: [AtomicUsize; SHARDS] = [const { AtomicUsize::new(0) }; SHARDS];

/// Whether somebody prepares blocks.
pub(super) fn is_there() -> bool {
    KEEPER.get().is_some()
}

/// Whether a block that was wanted has its memory, or never will by a keeper.
pub(super) fn has_prepared(region: NonNull<Region>, block: usize) -> bool {
    let (address, shard) = Region::wish_address(region, Wish::Block(block));
    !is_there() || PREPARED[shard as usize % SHARDS].load(Ordering::Acquire) == address
}

/// Somebody will need a block of `region`, or a region after it. Never waits.
pub(super) fn want(region: NonNull<Region>, wish: Wish) {
    let Some(keeper) = KEEPER.get() else {
        return;
    };
    let (address, shard) = Region::wish_address(region, wish);
    let shard = shard as usize % SHARDS;
    // What it had once may have gone since.
    PREPARED[shard].store(0, Ordering::Relaxed);
    WANTED[shard].store(address, Ordering::Release);
    keeper.unpark();
}

/// What looks after the pool. There is one in a process.
#[derive(Debug)]
pub struct Keeper {
    marked: Instant,
}

impl Keeper {
    /// To be called by the thread that is to be the keeper, once: [`Keeper::run`] again and again
    /// is all that it does besides being parked.
    pub fn begin() -> Self {
        // If there is one, this keeper only gives memory back.
        let _ = KEEPER.set(std::thread::current());
        Self {
            marked: Instant::now(),
        }
    }

    /// Does what there is to do. Returns for how long the thread may be parked at most.
    pub fn run(&mut self) -> Duration {
        self.prepare();
        if self.marked.elapsed() >= UNNEEDED_AFTER {
            self.marked = Instant::now();
            (0..SHARDS as u32).for_each(|shard| {
                lock(shard).mark_unneeded();
                forget(shard);
            });
        }
        let mut left = false;
        for shard in 0..SHARDS as u32 {
            left |= release(shard);
            self.prepare();
        }
        if left { RELEASE_PAUSE } else { UNNEEDED_AFTER }
    }

    fn prepare(&self) {
        for (shard, wanted) in (0..).zip(&WANTED) {
            if wanted.load(Ordering::Relaxed) == 0 {
                continue;
            }
            match wanted.swap(0, Ordering::Acquire) {
                0 => {}
                address if address % 2 == 1 => prepare_region(shard),
                address => {
                    Region::populate(address);
                    PREPARED[shard as usize].store(address, Ordering::Release);
                }
            }
        }
    }
}

/// A region for later, whose first block has its memory.
fn prepare_region(shard: u32) {
    if lock(shard).has_spare() {
        return;
    }
    let name = Name {
        shard,
        number: u32::MAX,
    };
    let region = Region::map(name, false);
    let mut shard = lock(shard);
    shard.make_first_huge();
    let Some(region) = region else {
        return;
    };
    if shard.needs_region() {
        shard.keep(region);
        return;
    }
    // Who wanted it could not wait and has one.
    drop(shard);
    Region::unmap(region);
}

/// Gives the memory of a block back that was prepared in vain.
fn forget(shard: u32) {
    let Some((region, id)) = lock(shard).begin_forget() else {
        return;
    };
    Region::release_block(region, id.block);
    lock(shard).end_forget(id);
}

/// Gives back some of what a shard does not need. True if there is more.
fn release(shard: u32) -> bool {
    let mut pages = RELEASED_PAGES_MAX;
    while pages > 0 {
        let Some((region, leaving)) = lock(shard).begin_release(pages) else {
            return false;
        };
        pages -= leaving.count;
        Region::release(region, &leaving);
        if lock(shard).end_release(&leaving) {
            Region::mend(region, &leaving);
        }
    }
    true
}
