//! A small, fast, deterministic pseudo-random number generator (xoshiro256++).
//!
//! Its numbers are for sampling, eviction and simulation. They can be predicted, so they must
//! never become secrets.

use std::ops::Range;

/// The generator: equal seeds give equal sequences, on every machine.
#[derive(Clone, Debug)]
pub struct Rng {
    state: [u64; 4],
}

impl Rng {
    /// A generator whose whole sequence follows from `seed`; any seed is good, zero too.
    pub fn new(seed: u64) -> Self {
        // Four outputs of splitmix64, which never are all zero.
        let mut word = seed;
        let state = std::array::from_fn(|_| {
            word = word.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = word;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^ (mixed >> 31)
        });
        Self { state }
    }

    /// 64 bits, each equally likely to be set.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        let s = &mut self.state;
        let output = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let shifted = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= shifted;
        s[3] = s[3].rotate_left(45);
        output
    }

    /// A number in `0..bound`, every one equally likely. 0 if `bound` is 0.
    #[inline]
    pub fn below(&mut self, bound: u64) -> u64 {
        let mut product = u128::from(self.next_u64()) * u128::from(bound);
        if (product as u64) < bound {
            // The few low products that would make some numbers more likely than others.
            let unfair_below = bound.wrapping_neg() % bound;
            while (product as u64) < unfair_below {
                product = u128::from(self.next_u64()) * u128::from(bound);
            }
        }
        (product >> 64) as u64
    }

    /// A number in `range`, every one equally likely; `range.start` if the range is empty.
    #[inline]
    pub fn range(&mut self, range: Range<u64>) -> u64 {
        range.start + self.below(range.end.saturating_sub(range.start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sequence is part of what a simulation seed means: it must not change unnoticed.
    #[test]
    fn sequence_of_a_seed_is_fixed() {
        let mut rng = Rng::new(0);
        let first: [u64; 3] = std::array::from_fn(|_| rng.next_u64());
        assert_eq!(
            first,
            [0x53175d61490b23df, 0x61da6f3dc380d507, 0x5c0fdf91ec9a7bfc]
        );
    }

    #[test]
    fn below_is_even_and_in_bounds() {
        let mut rng = Rng::new(20_261_123);
        let mut counts = [0u32; 7];
        for _ in 0..70_000 {
            counts[rng.below(7) as usize] += 1;
        }
        assert!(
            counts.iter().all(|count| (9_500..10_500).contains(count)),
            "{counts:?}"
        );
    }

    #[test]
    fn bounds_at_the_edges() {
        let mut rng = Rng::new(1);
        assert_eq!(rng.below(0), 0);
        assert_eq!(rng.below(1), 0);
        assert_eq!(rng.range(5..5), 5);
        assert!((0..1000).all(|_| rng.range(10..12) / 2 == 5));
        let wide: Vec<u64> = (0..64).map(|_| rng.below(u64::MAX)).collect();
        assert!(wide.iter().any(|n| *n > u64::MAX / 2) && wide.iter().any(|n| *n < u64::MAX / 2));
    }
}
