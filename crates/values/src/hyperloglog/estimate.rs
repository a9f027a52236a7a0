//! The estimate of how many elements left these registers behind (Otmar Ertl, "New cardinality
//! estimation algorithms for HyperLogLog sketches", 2017, algorithm 6).
//!
//! Never knows how registers are kept.

use super::{HASH_BITS, REGISTERS};

/// How many registers hold each value.
pub(super) type Histogram = [u32; 64];

/// 1 / (2 ln 2)
const ALPHA: f64 = 0.721_347_520_444_481_7;
/// Greatest integer that the estimate may be, exclusive; the processor's own answer beyond.
const LIMIT: f64 = 9_223_372_036_854_775_808.0;

/// The estimate, `i64::MIN` if the registers hold values that no element leaves behind.
pub(super) fn estimate(histogram: &Histogram) -> i64 {
    let m = REGISTERS as f64;
    let share = |count: u32| f64::from(count) / m;
    let full = histogram[HASH_BITS as usize + 1];
    let mut sum = m * tau((m - f64::from(full)) / m);
    for &count in histogram[1..=HASH_BITS as usize].iter().rev() {
        sum = (sum + f64::from(count)) * 0.5;
    }
    sum += m * sigma(share(histogram[0]));
    let rounded = (ALPHA * m * m / sum).round();
    if rounded < LIMIT {
        rounded as i64
    } else {
        i64::MIN
    }
}

fn sigma(mut x: f64) -> f64 {
    if x == 1.0 {
        return f64::INFINITY;
    }
    let (mut weight, mut sum) = (1.0, x);
    loop {
        x *= x;
        let before = sum;
        sum += x * weight;
        weight += weight;
        if before == sum {
            return sum;
        }
    }
}

fn tau(mut x: f64) -> f64 {
    if x == 0.0 || x == 1.0 {
        return 0.0;
    }
    let (mut weight, mut sum) = (1.0, 1.0 - x);
    loop {
        x = x.sqrt();
        let before = sum;
        weight *= 0.5;
        sum -= (1.0 - x) * (1.0 - x) * weight;
        if before == sum {
            return sum / 3.0;
        }
    }
}
