//! What happens per second at the moment: the averages that INFO calls instantaneous.
//!
//! Must never read a clock: the tick hands in the time and the counters.

/// Ticks over which a rate is averaged.
const SAMPLES: usize = 16;

/// A counter's rate.
#[derive(Clone, Copy, Debug, Default)]
struct Rate {
    last: u64,
    per_second: [u64; SAMPLES],
}

/// The counters that rates are kept of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counted {
    pub(crate) commands: u64,
    pub(crate) input_bytes: u64,
    pub(crate) output_bytes: u64,
    pub(crate) turns: u64,
    pub(crate) active_us: u64,
}

/// The rates of one core.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rates {
    rates: [Rate; 5],
    next: usize,
    at_ms: i64,
}

/// Averages of the last ticks, per second.
#[derive(Clone, Copy, Debug, Default)]
pub struct PerSecond {
    pub commands: u64,
    pub input_bytes: u64,
    pub output_bytes: u64,
    pub turns: u64,
    /// Microseconds of work.
    pub active_us: u64,
}

impl Rates {
    /// Takes a sample. Counters that were reset count from zero.
    pub(crate) fn sample(&mut self, now_ms: i64, counted: Counted) {
        let passed_ms = u64::try_from(now_ms - self.at_ms).unwrap_or(0).max(1);
        let first = self.at_ms == 0;
        self.at_ms = now_ms;
        let Counted {
            commands,
            input_bytes,
            output_bytes,
            turns,
            active_us,
        } = counted;
        let counters = [commands, input_bytes, output_bytes, turns, active_us];
        for (rate, counter) in self.rates.iter_mut().zip(counters) {
            let grown = counter.saturating_sub(rate.last);
            rate.last = counter;
            let per_second = if first {
                0
            } else {
                grown.saturating_mul(1000) / passed_ms
            };
            rate.per_second[self.next] = per_second;
        }
        self.next = (self.next + 1) % SAMPLES;
    }

    pub(crate) fn now(&self) -> PerSecond {
        let average = |i: usize| self.rates[i].per_second.iter().sum::<u64>() / SAMPLES as u64;
        PerSecond {
            commands: average(0),
            input_bytes: average(1),
            output_bytes: average(2),
            turns: average(3),
            active_us: average(4),
        }
    }
}

impl PerSecond {
    /// Adds another core's.
    pub(crate) fn add(&mut self, other: &Self) {
        self.commands += other.commands;
        self.input_bytes += other.input_bytes;
        self.output_bytes += other.output_bytes;
        self.turns += other.turns;
        self.active_us += other.active_us;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_steady_rate_is_found_after_all_samples() {
        let mut rates = Rates::default();
        for tick in 0..=SAMPLES as u64 {
            let counted = Counted {
                commands: tick * 50,
                turns: tick * 3,
                ..Counted::default()
            };
            rates.sample(1_000 + tick as i64 * 100, counted);
        }
        let now = rates.now();
        assert_eq!((now.commands, now.turns, now.input_bytes), (500, 30, 0));
    }

    #[test]
    fn a_reset_counter_counts_from_zero() {
        let mut rates = Rates::default();
        rates.sample(
            1_000,
            Counted {
                commands: 5_000,
                ..Counted::default()
            },
        );
        rates.sample(
            1_100,
            Counted {
                commands: 7,
                ..Counted::default()
            },
        );
        assert_eq!(
            rates.now().commands,
            0,
            "less than before: nothing is known of this sample"
        );
    }
}
