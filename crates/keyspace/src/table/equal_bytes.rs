//! Which of 16 bytes equal a given one: the first thing every lookup does with a bucket.
//!
//! `unsafe` is allowed here because the compiler wants it around calls of instructions beyond the
//! common denominator, even where every processor of the architecture has them. Without them the
//! same comparison takes about 40 instructions instead of 5.
#![allow(unsafe_code)]

/// Bit n is set where byte n of `bytes`, the lowest first, equals `byte`.
#[inline(always)]
pub(crate) fn equal_bytes(bytes: u128, byte: u8) -> u16 {
    #[cfg(target_arch = "x86_64")]
    {
        // SAFETY: SSE2 is part of every x86-64 processor.
        unsafe { with_sse2(bytes, byte) }
    }
    #[cfg(not(target_arch = "x86_64"))]
    {
        one_by_one(bytes, byte)
    }
}

#[cfg(target_arch = "x86_64")]
#[inline]
#[target_feature(enable = "sse2")]
fn with_sse2(bytes: u128, byte: u8) -> u16 {
    use std::arch::x86_64::{_mm_cmpeq_epi8, _mm_movemask_epi8, _mm_set_epi64x, _mm_set1_epi8};
    let all = _mm_set_epi64x((bytes >> 64) as i64, bytes as i64);
    _mm_movemask_epi8(_mm_cmpeq_epi8(all, _mm_set1_epi8(byte as i8))) as u16
}

#[cfg(any(test, not(target_arch = "x86_64")))]
fn one_by_one(bytes: u128, byte: u8) -> u16 {
    let mut mask = 0;
    for (lane, other) in bytes.to_le_bytes().into_iter().enumerate() {
        mask |= u16::from(other == byte) << lane;
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::*;
    use stdx::rng::Rng;

    #[test]
    fn agrees_with_the_plain_comparison() {
        let mut rng = Rng::new(2);
        for _ in 0..10_000 {
            let bytes = u128::from_le_bytes(std::array::from_fn(|_| rng.below(4) as u8 * 85));
            for byte in [0, 85, 170, 255, 1] {
                assert_eq!(equal_bytes(bytes, byte), one_by_one(bytes, byte));
            }
        }
    }
}
