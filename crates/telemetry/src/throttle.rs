//! Messages that would repeat, held back to one in a while.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

const MINUTE_MS: i64 = 60_000;

/// Lets one message through per period, for all threads together. Time is given by the caller.
///
/// ```
/// static FULL: telemetry::Throttle = telemetry::Throttle::once_a_minute();
/// let now_ms = 1_700_000_000_000;
/// assert_eq!(FULL.admit(now_ms), Some(0));
/// assert_eq!(FULL.admit(now_ms + 5), None);
/// assert_eq!(FULL.admit(now_ms + 60_000), Some(1));
/// ```
#[derive(Debug)]
pub struct Throttle {
    period_ms: i64,
    /// The next message may pass from here on.
    next_ms: AtomicI64,
    held_back: AtomicU64,
}

impl Throttle {
    pub const fn once_a_minute() -> Self {
        Self::once_in(MINUTE_MS)
    }

    pub const fn once_in(period_ms: i64) -> Self {
        Self {
            period_ms,
            next_ms: AtomicI64::new(i64::MIN),
            held_back: AtomicU64::new(0),
        }
    }

    /// Whether a message may pass now, and if so, how many were held back before it.
    pub fn admit(&self, now_ms: i64) -> Option<u64> {
        let next_ms = self.next_ms.load(Ordering::Relaxed);
        let after_ms = now_ms.saturating_add(self.period_ms);
        // A clock that went back by more than a period must not silence messages for long.
        let is_due = now_ms >= next_ms || next_ms > after_ms;
        let won = is_due
            && self
                .next_ms
                .compare_exchange(next_ms, after_ms, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok();
        if !won {
            self.held_back.fetch_add(1, Ordering::Relaxed);
            return None;
        }
        Some(self.held_back.swap(0, Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::Throttle;

    #[test]
    fn one_passes_in_each_period() {
        let throttle = Throttle::once_in(100);
        let passed: Vec<Option<u64>> = [-5, 0, 94, 95, 96, 300]
            .iter()
            .map(|now_ms| throttle.admit(*now_ms))
            .collect();
        assert_eq!(passed, [Some(0), None, None, Some(2), None, Some(1)]);
    }

    #[test]
    fn a_clock_set_back_does_not_silence() {
        let throttle = Throttle::once_in(100);
        assert!(throttle.admit(1_000_000).is_some());
        assert!(throttle.admit(10).is_some());
        assert!(throttle.admit(11).is_none());
    }

    #[test]
    fn of_many_threads_one_passes() {
        let throttle = Throttle::once_a_minute();
        let passed: usize = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| (0..1000).filter_map(|ms| throttle.admit(ms)).count()))
                .collect();
            threads
                .into_iter()
                .map(|thread| thread.join().expect("thread"))
                .sum()
        });
        assert_eq!(passed, 1);
    }
}
