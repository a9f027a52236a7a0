//! What a core does for its memory between turns: pages that nothing needs any more go back to the
//! operating system, a few at a time.
//!
//! Must never take longer than a request may wait.

use std::time::{Duration, Instant};

use stdx::pool;
use stdx::steps::{Step, timed};

use crate::usage::thread_ns;

/// A page that was free for so long is not needed.
const UNNEEDED_AFTER: Duration = Duration::from_millis(100);

/// Pages that go back after a turn in which something arrived, and after one without.
const PAGES_BUSY: usize = 16;
const PAGES_IDLE: usize = 128;

/// A core without requests takes its next turn after this time while there are pages to give back.
pub(crate) const PAUSE_MS: u64 = 1;

/// The upkeep of one core.
pub(crate) struct Upkeep {
    marked_at: Instant,
    /// There may be pages to give back.
    pub(crate) pending: bool,
}

impl Upkeep {
    /// To be called by the core's own thread, whose steps are timed from now on.
    pub(crate) fn new() -> Self {
        stdx::steps::set_clock(thread_ns);
        Self {
            marked_at: Instant::now(),
            pending: false,
        }
    }

    /// Does a part of the work.
    pub(crate) fn run(&mut self, now: Instant, busy: bool) {
        if now.duration_since(self.marked_at) >= UNNEEDED_AFTER {
            self.marked_at = now;
            self.pending = pool::mark_unneeded() > 0;
        }
        if self.pending {
            let pages = if busy { PAGES_BUSY } else { PAGES_IDLE };
            self.pending = timed(Step::Freeing, || pool::release(pages)) > 0;
        }
    }
}
