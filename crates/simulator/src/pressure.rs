//! Memory that runs short for moments, so that keys have to make room in the middle of everything.
//!
//! Never for long enough that a command would be refused: the oracle knows no refusals.

use std::sync::atomic::{AtomicU64, Ordering};

use engine::{MemoryFigures, ProcessMemory};

/// The limit that the cores are given, in bytes.
pub(crate) const LIMIT_BYTES: u64 = 1 << 30;

/// What is in use when nothing is short, a little too much, and so much that writers wait.
const USUAL_BYTES: u64 = LIMIT_BYTES / 2;
const SHORT_BYTES: u64 = LIMIT_BYTES + LIMIT_BYTES / 100;
const VERY_SHORT_BYTES: u64 = LIMIT_BYTES * 2;

/// One for all cores of a world.
pub(crate) struct Pressure {
    seed: u64,
    looks: AtomicU64,
    /// Of so many looks one finds too little.
    looks_per_shortage: u64,
}

impl Pressure {
    pub(crate) fn new(seed: u64, looks_per_shortage: u64) -> Self {
        Self {
            seed,
            looks: AtomicU64::new(0),
            looks_per_shortage: looks_per_shortage.max(2),
        }
    }

    fn at(&self, look: u64) -> u64 {
        let (turn, place) = (
            look / self.looks_per_shortage,
            look % self.looks_per_shortage,
        );
        let mixed = (self.seed ^ turn.wrapping_mul(0x9e37_79b9_7f4a_7c15)).rotate_left(29);
        let mixed = mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 16;
        // The last place never: two shortages do not follow each other.
        match place == mixed % (self.looks_per_shortage - 1) {
            true if mixed & (1 << 40) == 0 => SHORT_BYTES,
            true => VERY_SHORT_BYTES,
            false => USUAL_BYTES,
        }
    }
}

impl ProcessMemory for Pressure {
    fn used_bytes(&self) -> u64 {
        self.at(self.looks.fetch_add(1, Ordering::Relaxed))
    }

    fn figures(&self) -> MemoryFigures {
        MemoryFigures::default()
    }

    fn give_back(&self) {}

    fn report(&self) -> String {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_short_now_and_then_and_never_twice_in_a_row() {
        let pressure = Pressure::new(7, 10);
        let looks: Vec<u64> = (0..1_000).map(|_| pressure.used_bytes()).collect();
        let short = looks.iter().filter(|&&bytes| bytes > LIMIT_BYTES).count();
        assert_eq!(short, 100);
        let twice = looks
            .windows(2)
            .filter(|two| two.iter().all(|&bytes| bytes > LIMIT_BYTES));
        assert_eq!(twice.count(), 0);
    }
}
