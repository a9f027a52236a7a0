//! How much of something all threads together have: a sum that each adds to and takes from.
//!
//! What is measured is its user's affair.

use crate::sync::{AtomicU64, CachePadded, Ordering};

/// A sum over all threads. One that changes often collects its changes and adds them up now and
/// then: nobody reads more exactly than that.
#[derive(Debug)]
pub struct Gauge {
    now: CachePadded<AtomicU64>,
}

impl Gauge {
    /// Nothing yet.
    #[cfg(not(loom))]
    #[expect(
        clippy::new_without_default,
        reason = "a gauge is a static, made at compile time"
    )]
    pub const fn new() -> Self {
        Self {
            now: CachePadded(AtomicU64::new(0)),
        }
    }

    /// Nothing yet.
    #[cfg(loom)]
    pub fn new() -> Self {
        Self {
            now: CachePadded(AtomicU64::new(0)),
        }
    }

    /// Adds a change. One thread may take away what another one has not added yet: the sum wraps
    /// around meanwhile, and counts as nothing.
    pub fn change(&self, by: i64) {
        self.now.fetch_add(by.cast_unsigned(), Ordering::Relaxed);
    }

    /// The sum.
    #[inline]
    pub fn now(&self) -> u64 {
        at_least_none(self.now.load(Ordering::Relaxed))
    }
}

fn at_least_none(sum: u64) -> u64 {
    u64::try_from(sum.cast_signed()).unwrap_or(0)
}

#[cfg(all(test, loom))]
mod loom_tests;
#[cfg(all(test, not(loom)))]
mod tests;
