//! How many cores are to serve: more when they are busy, fewer when they are nearly idle. Pure.
//!
//! Must never follow a single round: a peak of some milliseconds is no load, and a gap none less.

use super::planner::{Ppm, WHOLE};

/// Rounds in a row that ask for more cores before there are more.
const SPREAD_ROUNDS: u32 = 2;

/// Rounds in a row that ask for fewer before there are fewer.
const PACK_ROUNDS: u32 = 4;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CountRule {
    pub(crate) cores_min: usize,
    pub(crate) cores_max: usize,
    /// Cores that are busier than this on the average get company.
    pub(crate) spread_above_percent: u32,
    /// Cores that are less busy than this on the average are packed together.
    pub(crate) pack_below_percent: u32,
}

/// Rounds in a row that have asked for more cores or for fewer.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CoreCount {
    busy_rounds: u32,
    idle_rounds: u32,
}

impl CoreCount {
    /// The number of cores wanted, `busy` being how busy each of those is that serve.
    pub(crate) fn wanted(&mut self, rule: &CountRule, busy: &[Ppm]) -> usize {
        let serving = busy.len().max(1);
        let (min, max) = (
            rule.cores_min.max(1),
            rule.cores_max.max(rule.cores_min).max(1),
        );
        let total: u64 = busy.iter().map(|&busy| u64::from(busy)).sum();
        let spread = percent(rule.spread_above_percent).max(1);
        // Packed cores must stay below the upper mark, spread ones above the lower.
        let pack = percent(rule.pack_below_percent).min(spread / 2);
        let average = total / serving as u64;
        let is_busy = average > spread && serving < max;
        let is_idle = average < pack && serving > min;
        self.busy_rounds = if is_busy { self.busy_rounds + 1 } else { 0 };
        self.idle_rounds = if is_idle { self.idle_rounds + 1 } else { 0 };
        let carried_by = |each: u64| usize::try_from(total.div_ceil(each.max(1))).unwrap_or(max);
        if self.busy_rounds >= SPREAD_ROUNDS {
            self.busy_rounds = 0;
            carried_by(spread).max(serving + 1).min(max)
        } else if self.idle_rounds >= PACK_ROUNDS {
            self.idle_rounds = 0;
            carried_by(spread.midpoint(pack)).clamp(min, serving - 1)
        } else {
            serving.clamp(min, max)
        }
    }
}

fn percent(percent: u32) -> u64 {
    u64::from(percent) * u64::from(WHOLE) / 100
}

#[cfg(test)]
mod tests {
    use super::*;
    use stdx::rng::Rng;

    const RULE: CountRule = CountRule {
        cores_min: 1,
        cores_max: 8,
        spread_above_percent: 60,
        pack_below_percent: 15,
    };

    /// Rounds with so much work (of one core's time); returns the number of cores after each.
    fn follow(count: &mut CoreCount, serving: &mut usize, works: &[u64]) -> Vec<usize> {
        let one = |&work: &u64| {
            let each = (work / *serving as u64).min(u64::from(WHOLE)) as Ppm;
            *serving = count.wanted(&RULE, &vec![each; *serving]);
            *serving
        };
        works.iter().map(one).collect()
    }

    #[test]
    fn the_count_follows_the_load_within_eight_rounds_and_back() {
        let (mut count, mut serving) = (CoreCount::default(), 1);
        let up = follow(&mut count, &mut serving, &[3_400_000; 8]);
        assert!(up[7] >= 4, "{up:?}");
        let again = follow(&mut count, &mut serving, &[3_400_000; 100]);
        assert!(again.iter().all(|&cores| cores == up[7]), "{again:?}");
        let down = follow(&mut count, &mut serving, &[2_000; 8]);
        assert_eq!(down[7], 1, "{down:?}");
    }

    #[test]
    fn a_short_peak_and_a_short_gap_change_nothing() {
        let (mut count, mut serving) = (CoreCount::default(), 2);
        let mut works = Vec::new();
        for _ in 0..50 {
            works.extend([1_900_000, 800_000, 10_000, 10_000, 10_000, 800_000]);
        }
        let counts = follow(&mut count, &mut serving, &works);
        assert!(counts.iter().all(|&cores| cores == 2), "{counts:?}");
    }

    #[test]
    fn a_steady_load_never_makes_it_flap() {
        for seed in 0..500 {
            let mut rng = Rng::new(seed);
            let work = rng.below(7_000_000);
            let (mut count, mut serving) = (CoreCount::default(), 1 + rng.below(8) as usize);
            let works: Vec<u64> = (0..200).map(|_| work * (97 + rng.below(7)) / 100).collect();
            let counts = follow(&mut count, &mut serving, &works);
            let changes = counts[50..].windows(2).filter(|w| w[0] != w[1]).count();
            assert!(changes <= 1, "seed {seed}, work {work}: {counts:?}");
        }
    }

    #[test]
    fn bounds_hold() {
        let mut count = CoreCount::default();
        let rule = CountRule {
            cores_min: 3,
            cores_max: 3,
            ..RULE
        };
        for busy in [0, WHOLE] {
            for _ in 0..10 {
                assert_eq!(count.wanted(&rule, &[busy; 3]), 3);
                assert_eq!(count.wanted(&rule, &[busy]), 3);
            }
        }
    }
}
