//! The histogram beside a sorted list.

use proptest::prelude::*;

use super::{BUCKETS, Histogram, VALUE_MAX, bucket, largest};

#[test]
fn buckets_are_gapless_and_in_order() {
    assert_eq!(bucket(VALUE_MAX), bucket(largest(bucket(VALUE_MAX))));
    assert!(bucket(VALUE_MAX) < BUCKETS);
    for index in 0..BUCKETS {
        assert_eq!(bucket(largest(index)), index, "{index}");
        if index + 1 < BUCKETS {
            assert_eq!(bucket(largest(index) + 1), index + 1, "after {index}");
        }
    }
}

/// Values that a HDR histogram with two digits is known to give: Valkey shows 1003 ns for
/// everything from 1000 to 1003.
#[test]
fn the_top_of_a_bucket_is_shown() {
    let mut histogram = Histogram::new();
    histogram.record(1000);
    assert_eq!(histogram.value_at_percentile(50.0), 1003);
    histogram.record(5_000_000_000);
    assert_eq!(histogram.value_at_percentile(100.0), 1_002_438_655);
    assert_eq!((histogram.count(), histogram.count_up_to(2000)), (2, 1));
    histogram.reset();
    assert_eq!(
        (histogram.count(), histogram.value_at_percentile(99.0)),
        (0, 0)
    );
}

/// As Valkey shows three calls of less than 1, 1 and 11 microseconds, and one of 1.3 seconds.
#[test]
fn percentiles_and_rows_are_valkeys() {
    let mut histogram = Histogram::new();
    for ns in [0, 1_000, 11_000] {
        histogram.record(ns);
    }
    let shown = [0.0, 50.0, 100.0].map(|percentile| histogram.value_at_percentile(percentile));
    assert_eq!(shown, [1, 1_003, 11_007]);
    assert_eq!(histogram.cumulative(), [(1_024, 2), (16_384, 3)]);
    let mut histogram = Histogram::new();
    histogram.record(1_300_332_000);
    assert_eq!(histogram.value_at_percentile(0.0), 998_244_352);
    assert_eq!(histogram.cumulative(), [(1_073_741_824, 1)]);
    assert!(Histogram::new().cumulative().is_empty());
}

proptest! {
    #[test]
    fn percentiles_are_within_a_hundredth(
        mut values in proptest::collection::vec(1_u64..2_000_000_000, 1..200),
        percentile in 0.001..100.0_f64,
    ) {
        let mut parts = [Histogram::new(), Histogram::new()];
        for (index, value) in values.iter_mut().enumerate() {
            parts[index % 2].record(*value);
            *value = (*value).min(VALUE_MAX);
        }
        let [mut histogram, other] = parts;
        histogram.merge(&other);
        values.sort_unstable();
        let rank = ((percentile / 100.0 * values.len() as f64 + 0.5) as usize).max(1);
        let exact = values[rank - 1];
        let shown = histogram.value_at_percentile(percentile);
        prop_assert!(shown >= exact, "{} is below {}", shown, exact);
        prop_assert!(shown - exact <= exact / 128 + 1, "{} is far above {}", shown, exact);
        let up_to = values.iter().filter(|value| **value <= shown).count() as u64;
        prop_assert_eq!(histogram.count_up_to(exact), up_to);
    }
}
