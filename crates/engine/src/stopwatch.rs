//! Takes the time of commands, for statistics and for the log of slow ones: of every call while a
//! command is called seldom, of a sample of the short ones when they come by the million.
//!
//! Must never influence what is executed.

use command_table::CommandId;

/// Takes times with the clock that the driver has handed in.
pub(crate) struct Stopwatch {
    ticks_ns: fn() -> u64,
    /// No call is left out of the sample: the slow log is to hold short ones as well.
    pub(crate) every: bool,
    /// Time that the running command will have cost when the driver has carried out what it asked
    /// for (DEBUG SLEEP).
    pub(crate) ahead_ns: u64,
    /// The command that is being executed.
    pub(crate) current: Option<CommandId>,
}

/// A command whose time is being taken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timing {
    pub(crate) command: CommandId,
    started_ns: u64,
    /// Calls that this one stands for; 0: its time is not taken.
    pub(crate) weight: u64,
}

impl Stopwatch {
    pub(crate) fn new(ticks_ns: fn() -> u64) -> Self {
        Self {
            ticks_ns,
            every: false,
            ahead_ns: 0,
            current: None,
        }
    }

    #[inline]
    pub(crate) fn now_ns(&self) -> u64 {
        (self.ticks_ns)()
    }

    #[inline]
    pub(crate) fn start(&self, command: CommandId, weight: u64) -> Timing {
        let started_ns = if weight > 0 { self.now_ns() } else { 0 };
        Timing {
            command,
            started_ns,
            weight,
        }
    }

    /// Nanoseconds since the start.
    pub(crate) fn stop(&mut self, timing: &Timing) -> u64 {
        let ahead_ns = std::mem::take(&mut self.ahead_ns);
        self.now_ns()
            .saturating_sub(timing.started_ns)
            .saturating_add(ahead_ns)
    }
}
