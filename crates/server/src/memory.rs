//! The memory of the process, as the engine asks for it: what the allocator and the pool of tables
//! have given out, what the process has besides, and what the two need for themselves.
//!
//! The last is not the allocator's to tell. It is the difference to what the system has in memory,
//! looked at while memory grows; when memory was freed, the difference is mostly room for what
//! comes, and the share seen before still holds. Must never be asked of the system on the path of
//! a request.

use std::sync::atomic::{AtomicU64, Ordering};

use engine::MemoryFigures;

use crate::{allocator, usage};

/// What is lost between blocks is at most this part of what is given out: what is beyond is room
/// for more.
const OWN_PART_MAX: u64 = 4;

/// Memory grows while at least this part of the most ever given out is given out.
const GROWS_FROM: (u64, u64) = (63, 64);

/// A share of 1, in the unit that shares are kept in.
const WHOLE_SHARE: u64 = 1 << 16;

/// One for the process, which each core asks.
#[derive(Default)]
pub(crate) struct Memory {
    /// Receive buffers of all rings; the kernel touches one after the other.
    buffer_bytes: AtomicU64,
    /// What the process has besides those and what its allocator gives out: the program itself,
    /// stacks, rings.
    program_bytes: AtomicU64,
    /// All that was in use when the cores began to serve.
    startup_bytes: AtomicU64,
    /// What is lost between blocks, as a part of what is given out.
    own_share: AtomicU64,
    /// The most that was given out whenever it was looked at.
    most_given_out: AtomicU64,
}

impl Memory {
    /// A core has made its ring.
    pub(crate) fn add_buffers(&self, bytes: u64) {
        self.buffer_bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Its ring is gone.
    pub(crate) fn remove_buffers(&self, bytes: u64) {
        self.buffer_bytes.fetch_sub(bytes, Ordering::Relaxed);
    }

    /// A core has all that it needs and is about to serve; the last one's word is taken.
    pub(crate) fn note_startup(&self) {
        let given_out = given_out_bytes();
        let rss = usage::resident_bytes().unwrap_or(given_out);
        let program = rss.saturating_sub(given_out);
        self.program_bytes.store(program, Ordering::Relaxed);
        self.startup_bytes
            .store(self.besides_bytes() + given_out, Ordering::Relaxed);
    }

    /// Compares with what the system has in memory; to be called now and then. Returns that.
    pub(crate) fn compare(&self) -> Option<u64> {
        let rss = usage::resident_bytes()?;
        let given_out = given_out_bytes();
        let most = self.most_given_out(given_out);
        let (part, whole) = GROWS_FROM;
        if given_out / part >= most / whole {
            let own = rss.saturating_sub(given_out + self.besides_bytes());
            let own = own.min(given_out / OWN_PART_MAX);
            let share = (own * WHOLE_SHARE).checked_div(given_out).unwrap_or(0);
            self.own_share.store(share, Ordering::Relaxed);
        }
        Some(rss)
    }

    /// The most that was ever given out, so much being it now.
    fn most_given_out(&self, now: u64) -> u64 {
        self.most_given_out
            .fetch_max(now, Ordering::Relaxed)
            .max(now)
    }

    /// All that is in use if so much is given out.
    #[inline]
    fn in_use(&self, given_out: u64) -> u64 {
        let own = given_out / WHOLE_SHARE * self.own_share.load(Ordering::Relaxed);
        given_out + own + self.besides_bytes()
    }

    fn besides_bytes(&self) -> u64 {
        self.program_bytes.load(Ordering::Relaxed) + self.buffer_bytes.load(Ordering::Relaxed)
    }
}

/// Bytes that the allocator and the pool of tables have given out.
#[inline]
fn given_out_bytes() -> u64 {
    allocator::given_out_bytes() + stdx::pool::used_bytes() as u64
}

impl engine::ProcessMemory for Memory {
    #[inline]
    fn used_bytes(&self) -> u64 {
        self.in_use(given_out_bytes())
    }

    fn figures(&self) -> MemoryFigures {
        let rss = self.compare();
        let given_out = given_out_bytes();
        let used = self.in_use(given_out);
        MemoryFigures {
            used,
            used_peak: self.in_use(self.most_given_out(given_out)),
            startup: self.startup_bytes.load(Ordering::Relaxed),
            allocated: given_out,
            besides: self.besides_bytes(),
            rss: rss.unwrap_or(used),
        }
    }

    fn give_back(&self) {
        allocator::give_back_unused();
    }

    fn report(&self) -> String {
        allocator::report()
    }
}
