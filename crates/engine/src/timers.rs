//! Timers of one core: what is to happen when.
//!
//! Must never read a clock: the time is handed in.

use std::collections::BTreeMap;

use crate::message::SessionId;

/// Regular work (idle clients, output limits, statistics) is done this often.
pub(crate) const TICK_MS: i64 = 100;

/// What becomes due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Timer {
    /// A blocked session's deadline, and the waiter it had when it was set.
    Unblock(SessionId, u64),
    /// A pause of CLIENT PAUSE may be over.
    PauseEnds,
    /// The regular work.
    Tick,
    /// Loads are looked at.
    Balance,
}

/// Names a timer that was set: its time, and how many were set before it.
pub(crate) type TimerKey = (i64, u64);

/// Timers in order of time; equal times in order of setting.
#[derive(Debug)]
pub(crate) struct Timers {
    due: BTreeMap<TimerKey, Timer>,
    set: u64,
}

impl Timers {
    pub(crate) fn new(now_ms: i64) -> Self {
        let mut timers = Self {
            due: BTreeMap::new(),
            set: 0,
        };
        timers.add(now_ms + TICK_MS, Timer::Tick);
        timers.add(now_ms + TICK_MS, Timer::Balance);
        timers
    }

    pub(crate) fn add(&mut self, at_ms: i64, timer: Timer) -> TimerKey {
        self.set += 1;
        self.due.insert((at_ms, self.set), timer);
        (at_ms, self.set)
    }

    /// Takes a timer back that is not needed any more.
    pub(crate) fn cancel(&mut self, key: TimerKey) {
        self.due.remove(&key);
    }

    pub(crate) fn next_due_ms(&self) -> Option<i64> {
        self.due.first_key_value().map(|(&(at_ms, _), _)| at_ms)
    }

    /// The next timer whose time has come.
    pub(crate) fn pop(&mut self, now_ms: i64) -> Option<Timer> {
        let entry = self.due.first_entry()?;
        (entry.key().0 <= now_ms).then(|| entry.remove())
    }
}
