//! A histogram with buckets of constant relative width, for percentiles of durations.
//!
//! The buckets are those of an HDR histogram with two significant digits from 1 to 1,000,000,000:
//! the same durations give the same percentiles as Valkey's LATENCY HISTOGRAM and INFO. Nothing
//! here reads a clock.

/// Values below this have a bucket each; from there on each doubling is cut into half as many.
const LINEAR: u64 = 256;
const LINEAR_BITS: u32 = LINEAR.trailing_zeros();
const HALF: usize = LINEAR as usize / 2;
/// Larger values are counted as this one.
const VALUE_MAX: u64 = 1_000_000_000;
/// The first duration that LATENCY HISTOGRAM counts up to.
const FIRST_LIMIT_NS: u64 = 1024;
/// Doublings above the linear part that reach `VALUE_MAX`.
const DOUBLINGS: usize = (u64::BITS - VALUE_MAX.leading_zeros() - LINEAR_BITS) as usize;
const BUCKETS: usize = LINEAR as usize + DOUBLINGS * HALF;

/// Counts of durations in nanoseconds, up to one second.
#[derive(Clone)]
pub struct Histogram {
    counts: Box<[u64; BUCKETS]>,
    total: u64,
}

impl Default for Histogram {
    fn default() -> Self {
        Self {
            counts: Box::new([0; BUCKETS]),
            total: 0,
        }
    }
}

impl Histogram {
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts one duration; 0 counts as 1, and more than a second as a second.
    pub fn record(&mut self, ns: u64) {
        self.record_many(ns, 1);
    }

    /// Counts `count` durations of the same length.
    pub fn record_many(&mut self, ns: u64, count: u64) {
        self.counts[bucket(ns.clamp(1, VALUE_MAX))] += count;
        self.total += count;
    }

    /// How many durations were counted.
    pub fn count(&self) -> u64 {
        self.total
    }

    /// Adds what `other` has counted.
    pub fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.counts.iter_mut().zip(other.counts.iter()) {
            *mine += theirs;
        }
        self.total += other.total;
    }

    /// Forgets everything.
    pub fn reset(&mut self) {
        self.counts.fill(0);
        self.total = 0;
    }

    /// The duration in nanoseconds that `percentile` percent (0 to 100) do not exceed: the largest
    /// of its bucket, for percentile 0 the smallest, and 0 if nothing was counted.
    pub fn value_at_percentile(&self, percentile: f64) -> u64 {
        let share = percentile.clamp(0.0, 100.0) / 100.0;
        // Half a count more, then cut off: the nearest whole count, and at least one.
        let wanted = ((share * self.total as f64) + 0.5) as u64;
        let wanted = wanted.max(1);
        let mut seen = 0;
        for (index, count) in self.counts.iter().enumerate() {
            seen += count;
            if seen >= wanted {
                return if share == 0.0 {
                    smallest(index)
                } else {
                    largest(index)
                };
            }
        }
        0
    }

    /// Durations in nanoseconds, each about twice the one before, and how many lie below each:
    /// what LATENCY HISTOGRAM shows. Those that add nothing are left out.
    pub fn cumulative(&self) -> Vec<(u64, u64)> {
        let mut rows: Vec<(u64, u64)> = Vec::new();
        let mut seen = 0;
        let mut index = 0;
        let mut limit_ns = FIRST_LIMIT_NS;
        while seen < self.total {
            let end = bucket(limit_ns).min(BUCKETS);
            let more: u64 = self.counts[index..end].iter().sum();
            if more > 0 {
                seen += more;
                rows.push((limit_ns, seen));
            }
            index = end;
            limit_ns *= 2;
        }
        rows
    }

    /// How many durations do not exceed `ns`, to the end of the bucket of `ns`.
    pub fn count_up_to(&self, ns: u64) -> u64 {
        let last = bucket(ns.min(VALUE_MAX));
        self.counts[..=last].iter().sum()
    }
}

fn bucket(value: u64) -> usize {
    // Doublings above the linear part.
    let shift = (u64::BITS - LINEAR_BITS).saturating_sub((value | 1).leading_zeros());
    let within = (value >> shift) as usize;
    shift as usize * HALF + within
}

/// The smallest value that falls into the bucket.
fn smallest(bucket: usize) -> u64 {
    match bucket.checked_sub(1) {
        Some(before) => largest(before) + 1,
        None => 0,
    }
}

/// The largest value that falls into the bucket.
fn largest(bucket: usize) -> u64 {
    if bucket < LINEAR as usize {
        return bucket as u64;
    }
    let shift = (bucket - LINEAR as usize) / HALF + 1;
    let within = (bucket - shift * HALF) as u64;
    ((within + 1) << shift) - 1
}

#[cfg(test)]
#[path = "histogram_tests.rs"]
mod tests;
