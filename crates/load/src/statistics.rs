//! Medians and bootstrapped intervals of small samples. It must never know what was measured.

use stdx::rng::Rng;

/// Resamples of the bootstrap; more change the third digit only.
const RESAMPLES: usize = 10_000;
/// The bootstrap is part of a published figure, so its seed is fixed.
const SEED: u64 = 20_261_123;

/// A median with the interval that holds it in 90 % of resamples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub median: f64,
    pub low: f64,
    pub high: f64,
}

/// The median; NaN if there are no samples.
pub fn median(samples: &[f64]) -> f64 {
    let mut sorted = samples.to_vec();
    median_in_place(&mut sorted)
}

/// The median and its 90 % interval (percentile bootstrap).
pub fn estimate(samples: &[f64]) -> Estimate {
    if samples.is_empty() {
        return Estimate {
            median: f64::NAN,
            low: f64::NAN,
            high: f64::NAN,
        };
    }
    let mut rng = Rng::new(SEED);
    let mut drawn = vec![0.0; samples.len()];
    let mut medians: Vec<f64> = (0..RESAMPLES)
        .map(|_| {
            for slot in &mut drawn {
                *slot = samples[rng.below(samples.len() as u64) as usize];
            }
            median_in_place(&mut drawn)
        })
        .collect();
    medians.sort_by(f64::total_cmp);
    Estimate {
        median: median(samples),
        low: medians[RESAMPLES / 20],
        high: medians[RESAMPLES - 1 - RESAMPLES / 20],
    }
}

fn median_in_place(samples: &mut [f64]) -> f64 {
    samples.sort_by(f64::total_cmp);
    let middle = samples.len() / 2;
    match samples.len() {
        0 => f64::NAN,
        len if len % 2 == 1 => samples[middle],
        _ => f64::midpoint(samples[middle - 1], samples[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians() {
        assert!(median(&[]).is_nan());
        assert_eq!(median(&[3.0]), 3.0);
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
    }

    #[test]
    fn interval_holds_the_median_and_ignores_one_outlier() {
        let samples = [0.99, 1.0, 1.01, 1.02, 0.98, 1.0, 9.0];
        let estimate = estimate(&samples);
        assert_eq!(estimate.median, 1.0);
        assert!(estimate.low >= 0.98 && estimate.low <= 1.0, "{estimate:?}");
        assert!(estimate.high >= 1.0 && estimate.high < 9.0, "{estimate:?}");
    }
}
