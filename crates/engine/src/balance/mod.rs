//! Balance between cores: what slots cost is looked at again and again.
//!
//! Must never touch a slot: what is decided is carried out by hand-offs.

use crate::core::Core;
use crate::timers::Timer;

/// Between two looks at what slots cost.
const LOOK_MS: i64 = 250;

/// What a short command is taken to cost as long as none was timed, in nanoseconds.
const SHORT_NS: u64 = 100;

impl Core {
    /// Looks at what the slots have cost since the last time.
    pub(crate) fn balance_tick(&mut self) {
        self.timers.add(self.now_ms + LOOK_MS, Timer::Balance);
        let (calls, ns) = self.bodies.command_stats.short();
        let short_ns = ns.checked_div(calls).filter(|&ns| ns > 0);
        self.loads.look(self.now_ms, short_ns.unwrap_or(SHORT_NS));
    }
}
