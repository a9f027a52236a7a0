//! How long the longest steps take that hold a thread up besides what was asked of it: growing a
//! structure, expiring keys, compacting, freeing.
//!
//! Whoever takes a step that may be long says so; the time is taken with the clock that the
//! driver has given the thread, and without one nothing is taken. So code that must know no clock
//! can say where its long steps are. A step within another counts for both.

use std::cell::Cell;

/// Kinds of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A structure gets more memory and its content is put in order anew.
    Growth,
    /// Keys whose time is over are removed.
    Expiry,
    /// Keys are removed to make room.
    Eviction,
    /// What is left of a structure is moved together.
    Compaction,
    /// Memory that is not needed is given back.
    Freeing,
}

/// All kinds, in the order of [`StepTimes`].
pub const STEPS: [(Step, &str); 5] = [
    (Step::Growth, "growth"),
    (Step::Expiry, "expiry"),
    (Step::Eviction, "eviction"),
    (Step::Compaction, "compaction"),
    (Step::Freeing, "freeing"),
];

/// Steps whose time was taken, by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepTimes {
    count: [u64; STEPS.len()],
    longest_ns: [u64; STEPS.len()],
}

impl StepTimes {
    /// A thread that has taken no step.
    const NONE: Self = Self {
        count: [0; STEPS.len()],
        longest_ns: [0; STEPS.len()],
    };

    /// How many steps there were.
    pub fn count(&self, step: Step) -> u64 {
        self.count[step as usize]
    }

    /// The longest, in nanoseconds.
    pub fn longest_ns(&self, step: Step) -> u64 {
        self.longest_ns[step as usize]
    }

    /// Puts those of another thread among these.
    pub fn add(&mut self, other: &Self) {
        for kind in 0..STEPS.len() {
            self.count[kind] += other.count[kind];
            self.longest_ns[kind] = self.longest_ns[kind].max(other.longest_ns[kind]);
        }
    }
}

thread_local! {
    static CLOCK: Cell<Option<fn() -> u64>> = const { Cell::new(None) };
    static TIMES: Cell<StepTimes> = const { Cell::new(StepTimes::NONE) };
}

/// Gives the calling thread the clock, in nanoseconds, with which its steps are timed.
pub fn set_clock(clock: fn() -> u64) {
    CLOCK.set(Some(clock));
}

/// Takes a step, and its time if the thread has a clock.
#[inline]
pub fn timed<R>(step: Step, take: impl FnOnce() -> R) -> R {
    let Some(clock) = CLOCK.get() else {
        return take();
    };
    let started_ns = clock();
    let result = take();
    let ns = clock().saturating_sub(started_ns);
    let mut times = TIMES.get();
    times.count[step as usize] += 1;
    let longest = &mut times.longest_ns[step as usize];
    *longest = ns.max(*longest);
    TIMES.set(times);
    result
}

/// What the calling thread's steps have taken.
pub fn times() -> StepTimes {
    TIMES.get()
}

/// Forgets them.
pub fn reset() {
    TIMES.set(StepTimes::NONE);
}

#[cfg(test)]
mod tests {
    use super::*;

    thread_local! {
        static NOW: Cell<u64> = const { Cell::new(0) };
    }

    #[test]
    fn the_longest_of_each_kind_is_kept() {
        let step = |kind, ns| timed(kind, || NOW.set(NOW.get() + ns));
        step(Step::Growth, 5);
        assert_eq!(times(), StepTimes::default(), "no clock, no times");
        set_clock(|| NOW.get());
        for ns in [3, 9, 4] {
            step(Step::Growth, ns);
        }
        timed(Step::Expiry, || step(Step::Compaction, 7));
        let mut all = times();
        let counts = STEPS.map(|(kind, _)| (all.count(kind), all.longest_ns(kind)));
        assert_eq!(counts, [(3, 9), (1, 7), (0, 0), (1, 7), (0, 0)]);
        reset();
        step(Step::Growth, 20);
        all.add(&times());
        assert_eq!(
            (all.count(Step::Growth), all.longest_ns(Step::Growth)),
            (4, 20)
        );
    }
}
