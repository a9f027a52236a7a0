//! The 24 bits that each entry has for its last access: a date, or a date and a counter.
//!
//! Never knows which key they belong to.

use stdx::rng::Rng;

use crate::context::BodySettings;

/// Values of the field are below this.
const LIMIT: u64 = 1 << 24;
/// A counter begins here, so that a new key is not the first to be thought unused.
const COUNTER_START: u32 = 5;
const COUNTER_MAX: u32 = 255;
const MINUTE_MS: i64 = 60_000;

/// The field of a new entry.
#[inline]
pub(crate) fn first(now_ms: i64, settings: &BodySettings) -> u32 {
    if settings.counts_accesses {
        return minutes(now_ms) << 8 | COUNTER_START;
    }
    seconds(now_ms)
}

/// The field after one more access.
#[inline]
pub(crate) fn next(field: u32, now_ms: i64, settings: &BodySettings, rng: &mut Rng) -> u32 {
    if !settings.counts_accesses {
        return seconds(now_ms);
    }
    let counter = frequency(field, now_ms, settings);
    let above = u64::from(counter.saturating_sub(COUNTER_START));
    let odds = above * u64::from(settings.lfu_log_factor) + 1;
    let counted = counter < COUNTER_MAX && rng.below(odds) == 0;
    minutes(now_ms) << 8 | (counter + u32::from(counted))
}

/// The field of an entry that was last used so many seconds ago.
pub(crate) fn unused_for(idle_seconds: i64, now_ms: i64) -> u32 {
    let idle = idle_seconds.unsigned_abs() % LIMIT;
    ((u64::from(seconds(now_ms)) + LIMIT - idle) % LIMIT) as u32
}

/// The field of an entry whose accesses have come to this.
pub(crate) fn counted(frequency: u8, now_ms: i64) -> u32 {
    minutes(now_ms) << 8 | u32::from(frequency)
}

/// Whole seconds since the last access.
pub(crate) fn idle_seconds(field: u32, now_ms: i64) -> i64 {
    let now = u64::from(seconds(now_ms));
    ((now + LIMIT - u64::from(field)) % LIMIT) as i64
}

/// The counter of accesses, logarithmic, less what time has taken off.
pub(crate) fn frequency(field: u32, now_ms: i64, settings: &BodySettings) -> u32 {
    let counter = field & COUNTER_MAX;
    if settings.lfu_decay_minutes == 0 {
        return counter;
    }
    let elapsed = minutes(now_ms).wrapping_sub(field >> 8) & 0xffff;
    counter.saturating_sub(elapsed / settings.lfu_decay_minutes)
}

/// How little an entry is used, by its counter; of two with the same, the one not counted for
/// longer is used less.
pub(crate) fn disuse(field: u32, now_ms: i64, settings: &BodySettings) -> u64 {
    let elapsed = minutes(now_ms).wrapping_sub(field >> 8) & 0xffff;
    let unused = COUNTER_MAX - frequency(field, now_ms, settings);
    u64::from(unused << 16 | elapsed)
}

fn seconds(now_ms: i64) -> u32 {
    (now_ms.unsigned_abs() / 1000 % LIMIT) as u32
}

fn minutes(now_ms: i64) -> u32 {
    (now_ms / MINUTE_MS) as u32 & 0xffff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_count_idle_seconds_around_the_end_of_the_field() {
        let settings = BodySettings::default();
        let now_ms = (LIMIT as i64) * 1000 - 5_000;
        let field = first(now_ms, &settings);
        assert_eq!(idle_seconds(field, now_ms + 999), 0);
        assert_eq!(idle_seconds(field, now_ms + 7_000), 7);
        let touched = next(field, now_ms + 7_000, &settings, &mut Rng::new(1));
        assert_eq!(idle_seconds(touched, now_ms + 8_000), 1);
    }

    #[test]
    fn counters_rise_ever_more_slowly_and_decay() {
        let settings = BodySettings {
            counts_accesses: true,
            ..BodySettings::default()
        };
        let mut rng = Rng::new(1);
        let mut field = first(0, &settings);
        assert_eq!(frequency(field, 0, &settings), 5);
        for _ in 0..1_000 {
            field = next(field, 0, &settings, &mut rng);
        }
        let counter = frequency(field, 0, &settings);
        assert!((12..30).contains(&counter), "{counter}");
        assert_eq!(frequency(field, 3 * MINUTE_MS, &settings), counter - 3);
        assert_eq!(frequency(field, 300 * MINUTE_MS, &settings), 0);
        for _ in 0..2_000_000 {
            field = next(field, 0, &settings, &mut rng);
        }
        assert_eq!(frequency(field, 0, &settings), COUNTER_MAX);
    }
}
