//! What a core does for its memory between turns: where too many pages are hardly used, their
//! content is moved together. (Pages that nothing needs any more go back to the operating system
//! through the [`stdx::pool::Keeper`].)
//!
//! Must never take longer than a request may wait.

use std::time::{Duration, Instant};

use engine::Core;
use stdx::pool;

use crate::usage::thread_ns;

/// Between two looks at the gaps.
const LOOK_INTERVAL: Duration = Duration::from_millis(100);

/// Slots whose memory is moved together after a turn in which something arrived, and after one
/// without.
const BUSY_SLOTS: usize = 1;
const IDLE_SLOTS: usize = 4;

/// Gaps between pieces of memory that are always tolerated: so many bytes, and this part of the
/// pieces' own.
const GAPS_TOLERATED_BYTES: usize = 2 * 1024 * 1024;
const GAPS_TOLERATED_PART: usize = 8;

/// A core without requests takes its next turn after this time while there is something to do.
pub(crate) const PAUSE_MS: u64 = 1;

/// The upkeep of one core.
pub(crate) struct Upkeep {
    looked_at: Instant,
    /// Slots' memory is being moved together.
    settling: bool,
    /// Bytes of gaps after the slots were last gone through: fewer cannot be had by it.
    gaps_left: usize,
}

impl Upkeep {
    /// To be called by the core's own thread, whose steps are timed from now on.
    pub(crate) fn new() -> Self {
        stdx::steps::set_clock(thread_ns);
        Self {
            looked_at: Instant::now(),
            settling: false,
            gaps_left: 0,
        }
    }

    /// There is something to do.
    pub(crate) fn pending(&self) -> bool {
        self.settling
    }

    /// Does a part of the work.
    pub(crate) fn run(&mut self, core: &mut Core, now: Instant, busy: bool) {
        if now.duration_since(self.looked_at) >= LOOK_INTERVAL {
            self.looked_at = now;
            self.look();
        }
        let slots = if busy { BUSY_SLOTS } else { IDLE_SLOTS };
        if self.settling && core.settle_some(slots) {
            self.settling = false;
            self.gaps_left = pool::gaps().0;
        }
    }

    fn look(&mut self) {
        let (gaps, used) = pool::gaps();
        let tolerated = used / GAPS_TOLERATED_PART + GAPS_TOLERATED_BYTES;
        // What could not be closed the last time is not tried again until there is more.
        self.gaps_left = self.gaps_left.min(gaps);
        self.settling |= gaps > tolerated && gaps > self.gaps_left + self.gaps_left / 4;
    }
}
