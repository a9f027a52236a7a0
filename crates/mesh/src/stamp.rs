//! A counter that all threads draw numbers from: the order of history, or the source of ids.
//!
//! What a number stands for is its user's affair.

use crate::sync::{AtomicU64, CachePadded, Ordering};

/// Hands out 1, 2, 3 ... , each number once in the whole process.
///
/// Its order agrees with real time: a call that ends before another begins, on whatever threads,
/// gets the smaller number. Clients see such orders without any channel of ours between them,
/// hence the strongest ordering, which costs nothing here on x86.
#[derive(Debug, Default)]
pub struct StampCounter {
    last: CachePadded<AtomicU64>,
}

impl StampCounter {
    /// A counter whose first number is 1.
    pub fn new() -> Self {
        Self::after(0)
    }

    /// A counter that goes on after `last`, for history that began in an earlier process.
    pub fn after(last: u64) -> Self {
        Self {
            last: CachePadded(AtomicU64::new(last)),
        }
    }

    /// Draws the next number.
    #[inline]
    pub fn next(&self) -> u64 {
        self.last.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// The number drawn last, 0 if none was.
    #[inline]
    pub fn load(&self) -> u64 {
        self.last.load(Ordering::SeqCst)
    }
}

#[cfg(all(test, loom))]
mod loom_tests;
#[cfg(all(test, not(loom)))]
mod tests;
