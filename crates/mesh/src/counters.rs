//! Counters that each core publishes and any core reads, for INFO, DBSIZE and the like.
//!
//! What they count is the user's affair. Nothing else may be concluded from them: they order
//! nothing, and a sum over cores is made of values from slightly different moments.

use std::marker::PhantomData;

use crate::CoreId;
use crate::sync::{AtomicU64, CachePadded, Ordering};

/// Names the counters of a core, as an enum does.
pub trait Counter: Copy {
    /// How many counters a core has.
    const COUNT: usize;

    /// Which of them this is, below [`COUNT`](Self::COUNT).
    fn index(self) -> usize;
}

/// A row of counters for each core. A core writes its own row; rows share no cache line.
///
/// Values wrap around, so that a row may well be negative by itself (a core may free what another
/// one has counted) as long as the sum is right.
#[derive(Debug)]
pub struct Counters<C> {
    lines: Box<[Line]>,
    lines_per_core: usize,
    counter: PhantomData<fn(C)>,
}

const COUNTERS_PER_LINE: usize = 16;

type Line = CachePadded<[AtomicU64; COUNTERS_PER_LINE]>;

impl<C: Counter> Counters<C> {
    /// All counters of cores 0 to `cores - 1`, at zero.
    pub fn new(cores: CoreId) -> Self {
        let lines_per_core = C::COUNT.div_ceil(COUNTERS_PER_LINE).max(1);
        let lines = (0..lines_per_core * usize::from(cores))
            .map(|_| CachePadded(std::array::from_fn(|_| AtomicU64::new(0))))
            .collect();
        Self {
            lines,
            lines_per_core,
            counter: PhantomData,
        }
    }

    /// Number of cores.
    pub fn cores(&self) -> CoreId {
        (self.lines.len() / self.lines_per_core) as CoreId
    }

    /// Replaces the value. For counters that only the core itself writes: the cheapest way, after
    /// counting in its own memory.
    #[inline]
    pub fn set(&self, core: CoreId, counter: C, value: u64) {
        self.cell(core, counter).store(value, Ordering::Relaxed);
    }

    /// Adds to the value; nothing is lost if several cores do so at once.
    #[inline]
    pub fn add(&self, core: CoreId, counter: C, more: u64) {
        self.cell(core, counter).fetch_add(more, Ordering::Relaxed);
    }

    /// Subtracts from the value; nothing is lost if several cores do so at once.
    #[inline]
    pub fn sub(&self, core: CoreId, counter: C, less: u64) {
        self.cell(core, counter).fetch_sub(less, Ordering::Relaxed);
    }

    /// The value of one core.
    #[inline]
    pub fn get(&self, core: CoreId, counter: C) -> u64 {
        self.cell(core, counter).load(Ordering::Relaxed)
    }

    /// The sum over all cores.
    pub fn sum(&self, counter: C) -> u64 {
        (0..self.cores()).fold(0, |sum, core| sum.wrapping_add(self.get(core, counter)))
    }

    #[inline]
    fn cell(&self, core: CoreId, counter: C) -> &AtomicU64 {
        let index = counter.index();
        debug_assert!(index < C::COUNT, "counter {index} of {}", C::COUNT);
        let line = usize::from(core) * self.lines_per_core + index / COUNTERS_PER_LINE;
        &self.lines[line][index % COUNTERS_PER_LINE]
    }
}

#[cfg(all(test, loom))]
mod loom_tests;
#[cfg(all(test, not(loom)))]
mod tests;
