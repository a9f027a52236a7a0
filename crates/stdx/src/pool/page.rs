//! One page as a set of 64 units: which are taken, and where a run of free ones is.
//!
//! It knows no addresses.

/// Bytes of a page: what the operating system gives and takes.
pub(super) const PAGE_BYTES: usize = 4096;

/// Units of a page, one bit each.
pub(super) const PAGE_UNITS: usize = 64;

/// Bytes of a unit.
pub(super) const UNIT_BYTES: usize = PAGE_BYTES / PAGE_UNITS;

/// `count` ones from bit `first` on.
#[inline]
pub(super) fn ones(first: usize, count: usize) -> u64 {
    (u64::MAX >> (PAGE_UNITS - count)) << first
}

/// The bits at which `count` ones begin.
#[inline]
pub(super) fn runs(mut bits: u64, count: usize) -> u64 {
    let mut have = 1;
    while have < count {
        let step = have.min(count - have);
        bits &= bits >> step;
        have += step;
    }
    bits
}

/// Length of the longest run of ones.
#[inline]
pub(super) fn longest_run(bits: u64) -> usize {
    if bits == u64::MAX {
        return PAGE_UNITS;
    }
    // The answer, bit by bit from the highest.
    let (mut run, mut step) = (0, PAGE_UNITS / 2);
    while step > 0 {
        if runs(bits, run + step) != 0 {
            run += step;
        }
        step /= 2;
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    #[test]
    fn runs_are_those_of_a_walk_over_the_bits() {
        let mut rng = Rng::new(9);
        for round in 0..20_000u32 {
            let bits = match round % 4 {
                0 => rng.next_u64(),
                1 => rng.next_u64() & rng.next_u64(),
                2 => rng.next_u64() | rng.next_u64() | rng.next_u64(),
                _ => ones(rng.below(20) as usize, 1 + rng.below(40) as usize),
            };
            let (mut longest, mut run) = (0, 0);
            let mut begins = [0u64; PAGE_UNITS + 1];
            for bit in (0..PAGE_UNITS).rev() {
                run = if bits >> bit & 1 == 1 { run + 1 } else { 0 };
                longest = longest.max(run);
                for begin in &mut begins[..=run] {
                    *begin |= 1 << bit;
                }
            }
            assert_eq!(longest_run(bits), longest, "{bits:b}");
            for (count, begins) in begins.into_iter().enumerate().skip(1) {
                assert_eq!(runs(bits, count), begins, "{count} of {bits:b}");
            }
        }
        assert_eq!((longest_run(0), longest_run(u64::MAX)), (0, 64));
    }
}
