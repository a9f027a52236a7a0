//! What a core does for its memory between turns: pages that nothing needs any more go back to the
//! operating system, a few at a time, and where too many are hardly used their content is moved
//! together.
//!
//! Must never take longer than a request may wait.

use std::time::{Duration, Instant};

use engine::Core;
use stdx::pool;
use stdx::steps::{Step, timed};

use crate::usage::thread_ns;

/// A page that was free for so long is not needed.
const UNNEEDED_AFTER: Duration = Duration::from_millis(100);

/// Pages that go back, and slots whose memory is moved together, after a turn in which something
/// arrived, and after one without.
const BUSY: Portion = Portion {
    pages: 16,
    slots: 1,
};
const IDLE: Portion = Portion {
    pages: 64,
    slots: 4,
};

/// Gaps between pieces of memory that are always tolerated: so many bytes, and this part of the
/// pieces' own.
const GAPS_TOLERATED_BYTES: usize = 2 * 1024 * 1024;
const GAPS_TOLERATED_PART: usize = 8;

/// A core without requests takes its next turn after this time while there is something to do.
pub(crate) const PAUSE_MS: u64 = 1;

/// A part of the work.
struct Portion {
    pages: usize,
    slots: usize,
}

/// The upkeep of one core.
pub(crate) struct Upkeep {
    looked_at: Instant,
    /// There may be pages to give back.
    releasing: bool,
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
            releasing: false,
            settling: false,
            gaps_left: 0,
        }
    }

    /// There is something to do.
    pub(crate) fn pending(&self) -> bool {
        self.releasing || self.settling
    }

    /// Does a part of the work.
    pub(crate) fn run(&mut self, core: &mut Core, now: Instant, busy: bool) {
        if now.duration_since(self.looked_at) >= UNNEEDED_AFTER {
            self.looked_at = now;
            self.look();
        }
        let portion = if busy { BUSY } else { IDLE };
        if self.settling && core.settle_some(portion.slots) {
            self.settling = false;
            self.gaps_left = pool::gaps().0;
        }
        if self.releasing {
            self.releasing = timed(Step::Freeing, || pool::release(portion.pages)) > 0;
        }
    }

    fn look(&mut self) {
        self.releasing = pool::mark_unneeded() > 0;
        let (gaps, used) = pool::gaps();
        let tolerated = used / GAPS_TOLERATED_PART + GAPS_TOLERATED_BYTES;
        // What could not be closed the last time is not tried again until there is more.
        self.gaps_left = self.gaps_left.min(gaps);
        self.settling |= gaps > tolerated && gaps > self.gaps_left + self.gaps_left / 4;
    }
}
