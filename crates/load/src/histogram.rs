//! A histogram of durations with a relative error below 1 % and fixed memory.

/// Sub-buckets per power of two: 128 give steps of at most 1/128.
const STEPS: u64 = 128;
/// Powers of two above `STEPS`: values up to 2^42 ns, more than an hour.
const POWERS: u64 = 36;

/// Counts of durations in nanoseconds.
#[derive(Clone, Debug)]
pub struct Histogram {
    counts: Vec<u64>,
    total: u64,
    max: u64,
}

impl Default for Histogram {
    fn default() -> Self {
        Self {
            counts: vec![0; (STEPS * (POWERS + 1)) as usize],
            total: 0,
            max: 0,
        }
    }
}

impl Histogram {
    /// Counts `weight` requests that took `nanos`.
    #[inline]
    pub fn record(&mut self, nanos: u64, weight: u64) {
        self.counts[bucket(nanos)] += weight;
        self.total += weight;
        self.max = self.max.max(nanos);
    }

    /// Adds what another histogram counted.
    pub fn merge(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        self.total += other.total;
        self.max = self.max.max(other.max);
    }

    /// How many were counted.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The greatest duration counted, exact.
    pub fn max(&self) -> u64 {
        self.max
    }

    /// The duration that `share` (0 to 1) of all do not exceed; 0 if there are none.
    pub fn quantile(&self, share: f64) -> u64 {
        let wanted = ((self.total as f64 * share).ceil() as u64).clamp(1, self.total.max(1));
        let mut seen = 0;
        for (index, count) in self.counts.iter().enumerate() {
            seen += count;
            if seen >= wanted {
                return upper_end(index as u64).min(self.max);
            }
        }
        self.max
    }
}

fn bucket(nanos: u64) -> usize {
    if nanos < STEPS {
        return nanos as usize;
    }
    let power = u64::from(nanos.ilog2() - STEPS.ilog2());
    let index = (power + 1) * STEPS + ((nanos >> power) - STEPS);
    index.min(STEPS * (POWERS + 1) - 1) as usize
}

fn upper_end(index: u64) -> u64 {
    if index < STEPS {
        return index;
    }
    let power = index / STEPS - 1;
    ((STEPS + index % STEPS + 1) << power) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_follow_each_other_without_gaps() {
        for nanos in (0..100_000).chain([1 << 20, (1 << 30) + 7, (1 << 41) + 5]) {
            let index = bucket(nanos) as u64;
            assert!(upper_end(index) >= nanos, "{nanos}");
            assert!(index == 0 || upper_end(index - 1) < nanos, "{nanos}");
            let error = upper_end(index) - nanos;
            assert!(error * STEPS <= nanos.max(STEPS), "{nanos}");
        }
        assert_eq!(bucket(u64::MAX) as u64, STEPS * (POWERS + 1) - 1);
    }

    #[test]
    fn quantiles_count_weights() {
        let mut histogram = Histogram::default();
        assert_eq!(histogram.quantile(0.5), 0);
        histogram.record(10, 99);
        histogram.record(100, 1);
        assert_eq!(histogram.quantile(0.5), 10);
        assert_eq!(histogram.quantile(0.99), 10);
        assert_eq!(histogram.quantile(0.995), 100);
        assert_eq!((histogram.total(), histogram.max()), (100, 100));
    }
}
