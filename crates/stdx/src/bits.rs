//! Bits of byte strings: how many are set, where the first one is, and strings combined bit by
//! bit. The first bit of a byte is its most significant one. Never knows what the bits mean.
//!
//! `unsafe` is allowed here because a function compiled for a newer processor may only be called
//! after asking the processor, and because bytes are looked at as vectors of that processor.
#![allow(unsafe_code)]

/// How bytes are combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BitOp {
    And,
    Or,
    Xor,
}

const WORD_BYTES: usize = size_of::<u64>();
/// As many bytes as are looked at between two decisions whether to go on.
const STRIDE_BYTES: usize = 256;
/// Combined strings are made by blocks of this size, which stay in the nearest cache.
const BLOCK_BYTES: usize = 16 * 1024;

/// How many bits are 1.
#[must_use]
pub fn count_ones(bytes: &[u8]) -> u64 {
    #[cfg(target_arch = "x86_64")]
    {
        if bytes.len() >= STRIDE_BYTES && x86::has_avx512_counts() {
            // SAFETY: the processor has just said that it has what the function is compiled for.
            return unsafe { x86::count_ones_avx512(bytes) };
        }
        if bytes.len() >= STRIDE_BYTES && is_x86_feature_detected!("avx2") {
            // SAFETY: as above.
            return unsafe { x86::count_ones_avx2(bytes) };
        }
    }
    count_ones_portable(bytes)
}

/// Place of the first bit that is `bit`, counted in bits from the start.
#[must_use]
pub fn find_first(bytes: &[u8], bit: bool) -> Option<u64> {
    let skipped = if bit { 0x00 } else { 0xff };
    let place = find_other(bytes, skipped)?;
    let within = (bytes[place] ^ skipped).leading_zeros();
    Some(place as u64 * 8 + u64::from(within))
}

/// All of `sources` combined, as long as the longest of them; shorter ones go on with zeros.
#[must_use]
pub fn combine(op: BitOp, sources: &[&[u8]]) -> Vec<u8> {
    let len = sources.iter().map(|source| source.len()).max().unwrap_or(0);
    let mut combined = Vec::with_capacity(len);
    let Some((first, others)) = sources.split_first() else {
        return combined;
    };
    while combined.len() < len {
        let start = combined.len();
        let end = len.min(start + BLOCK_BYTES);
        combined.extend_from_slice(part(first, start, end));
        combined.resize(end, 0);
        for other in others {
            combine_into(op, &mut combined[start..], part(other, start, end));
        }
    }
    combined
}

/// All bits of `bytes`, each turned over.
#[must_use]
pub fn inverted(bytes: &[u8]) -> Vec<u8> {
    let mut inverted = Vec::with_capacity(bytes.len());
    for block in bytes.chunks(BLOCK_BYTES) {
        let start = inverted.len();
        inverted.extend_from_slice(block);
        invert(&mut inverted[start..]);
    }
    inverted
}

fn part(source: &[u8], start: usize, end: usize) -> &[u8] {
    &source[start.min(source.len())..end.min(source.len())]
}

/// Combines `block` with what a source has there; zeros follow where that is shorter.
fn combine_into(op: BitOp, block: &mut [u8], source: &[u8]) {
    let (both, rest) = block.split_at_mut(source.len());
    if op == BitOp::And {
        rest.fill(0);
    }
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has just said that it has what the function is compiled for.
        unsafe { x86::combine_avx2(op, both, source) };
        return;
    }
    combine_loop(op, both, source);
}

fn invert(bytes: &mut [u8]) {
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has just said that it has what the function is compiled for.
        unsafe { x86::invert_avx2(bytes) };
        return;
    }
    invert_loop(bytes);
}

/// Place of the first byte that is not `skipped`.
fn find_other(bytes: &[u8], skipped: u8) -> Option<usize> {
    #[cfg(target_arch = "x86_64")]
    if bytes.len() >= STRIDE_BYTES && is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has just said that it has what the function is compiled for.
        return unsafe { x86::find_other_avx2(bytes, skipped) };
    }
    find_other_loop(bytes, skipped)
}

fn count_ones_portable(bytes: &[u8]) -> u64 {
    let words = bytes.chunks_exact(WORD_BYTES);
    let rest: u64 = words
        .remainder()
        .iter()
        .map(|byte| u64::from(byte.count_ones()))
        .sum();
    let count = |word: &[u8]| {
        let word = word.try_into().map_or(0, u64::from_ne_bytes);
        u64::from(word.count_ones())
    };
    words.map(count).sum::<u64>() + rest
}

/// The loops are compiled once for any processor and once for newer ones.
#[inline(always)]
fn combine_loop(op: BitOp, block: &mut [u8], source: &[u8]) {
    let pairs = block.iter_mut().zip(source);
    match op {
        BitOp::And => pairs.for_each(|(to, from)| *to &= from),
        BitOp::Or => pairs.for_each(|(to, from)| *to |= from),
        BitOp::Xor => pairs.for_each(|(to, from)| *to ^= from),
    }
}

#[inline(always)]
fn invert_loop(bytes: &mut [u8]) {
    bytes.iter_mut().for_each(|byte| *byte = !*byte);
}

#[inline(always)]
fn find_other_loop(bytes: &[u8], skipped: u8) -> Option<usize> {
    let mut start = 0;
    for stride in bytes.chunks_exact(STRIDE_BYTES) {
        let differences = stride.iter().fold(0, |all, byte| all | (byte ^ skipped));
        if differences != 0 {
            break;
        }
        start += STRIDE_BYTES;
    }
    let place = bytes[start..].iter().position(|&byte| byte != skipped)?;
    Some(start + place)
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::*;

    use super::{BitOp, combine_loop, count_ones_portable, find_other_loop, invert_loop};

    /// Vectors counted side by side.
    const LANES: usize = 4;
    /// Bytes of counts hold up to 255, and each vector adds up to 8.
    const VECTORS_PER_SUM: usize = 31;

    pub(super) fn has_avx512_counts() -> bool {
        is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vpopcntdq")
    }

    #[target_feature(enable = "avx512f,avx512vpopcntdq")]
    pub(super) fn count_ones_avx512(bytes: &[u8]) -> u64 {
        // SAFETY: any bytes are a vector, and vectors are only read.
        let (head, vectors, tail) = unsafe { bytes.align_to::<__m512i>() };
        let mut sums = [_mm512_setzero_si512(); LANES];
        let (groups, rest) = vectors.as_chunks::<LANES>();
        for group in groups {
            for (sum, &vector) in sums.iter_mut().zip(group) {
                *sum = _mm512_add_epi64(*sum, _mm512_popcnt_epi64(vector));
            }
        }
        for &vector in rest {
            sums[0] = _mm512_add_epi64(sums[0], _mm512_popcnt_epi64(vector));
        }
        let [a, b, c, d] = sums;
        let sum = _mm512_add_epi64(_mm512_add_epi64(a, b), _mm512_add_epi64(c, d));
        let counted = _mm512_reduce_add_epi64(sum).unsigned_abs();
        counted + count_ones_portable(head) + count_ones_portable(tail)
    }

    /// Looks up the counts of both halves of each byte.
    #[target_feature(enable = "avx2")]
    pub(super) fn count_ones_avx2(bytes: &[u8]) -> u64 {
        // SAFETY: any bytes are a vector, and vectors are only read.
        let (head, vectors, tail) = unsafe { bytes.align_to::<__m256i>() };
        let counts = _mm256_setr_epi8(
            0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, //
            0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,
        );
        let low = _mm256_set1_epi8(0x0f);
        let zero = _mm256_setzero_si256();
        let mut sums = zero;
        for group in vectors.chunks(VECTORS_PER_SUM) {
            let mut bytewise = zero;
            for &vector in group {
                let lows = _mm256_and_si256(vector, low);
                let highs = _mm256_and_si256(_mm256_srli_epi16::<4>(vector), low);
                let both = _mm256_add_epi8(
                    _mm256_shuffle_epi8(counts, lows),
                    _mm256_shuffle_epi8(counts, highs),
                );
                bytewise = _mm256_add_epi8(bytewise, both);
            }
            sums = _mm256_add_epi64(sums, _mm256_sad_epu8(bytewise, zero));
        }
        let counted = [
            _mm256_extract_epi64::<0>(sums),
            _mm256_extract_epi64::<1>(sums),
            _mm256_extract_epi64::<2>(sums),
            _mm256_extract_epi64::<3>(sums),
        ];
        let counted: u64 = counted.iter().map(|count| count.unsigned_abs()).sum();
        counted + count_ones_portable(head) + count_ones_portable(tail)
    }

    #[target_feature(enable = "avx2")]
    pub(super) fn combine_avx2(op: BitOp, block: &mut [u8], source: &[u8]) {
        combine_loop(op, block, source);
    }

    #[target_feature(enable = "avx2")]
    pub(super) fn invert_avx2(bytes: &mut [u8]) {
        invert_loop(bytes);
    }

    #[target_feature(enable = "avx2")]
    pub(super) fn find_other_avx2(bytes: &[u8], skipped: u8) -> Option<usize> {
        find_other_loop(bytes, skipped)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Count = fn(&[u8]) -> u64;
    type Find = fn(&[u8], u8) -> Option<usize>;
    type Combine = fn(BitOp, &mut [u8], &[u8]);
    type Invert = fn(&mut [u8]);

    fn counts() -> Vec<Count> {
        let mut ways: Vec<Count> = vec![count_ones, count_ones_portable];
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("avx2") {
                // SAFETY: the processor has just said that it has avx2.
                ways.push(|bytes| unsafe { x86::count_ones_avx2(bytes) });
            }
            if x86::has_avx512_counts() {
                // SAFETY: the processor has just said that it has what is needed.
                ways.push(|bytes| unsafe { x86::count_ones_avx512(bytes) });
            }
        }
        ways
    }

    fn finds() -> Vec<Find> {
        let mut ways: Vec<Find> = vec![find_other, find_other_loop];
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has just said that it has avx2.
            ways.push(|bytes, skipped| unsafe { x86::find_other_avx2(bytes, skipped) });
        }
        ways
    }

    fn combines() -> Vec<Combine> {
        let mut ways: Vec<Combine> = vec![combine_into, combine_loop];
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has just said that it has avx2.
            ways.push(|op, block, source| unsafe { x86::combine_avx2(op, block, source) });
        }
        ways
    }

    fn inverts() -> Vec<Invert> {
        let mut ways: Vec<Invert> = vec![invert, invert_loop];
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has just said that it has avx2.
            ways.push(|bytes| unsafe { x86::invert_avx2(bytes) });
        }
        ways
    }

    fn bits(bytes: &[u8]) -> Vec<bool> {
        let of_byte = |byte: &u8| {
            let byte = *byte;
            (0..8).map(move |i| byte & (0x80 >> i) != 0)
        };
        bytes.iter().flat_map(of_byte).collect()
    }

    fn naive(op: BitOp, a: u8, b: u8) -> u8 {
        match op {
            BitOp::And => a & b,
            BitOp::Or => a | b,
            BitOp::Xor => a ^ b,
        }
    }

    /// Bytes of any length and alignment; often long stretches of the same.
    fn any_bytes() -> impl Strategy<Value = (Vec<u8>, usize)> {
        let mixed = prop::collection::vec(any::<u8>(), 0..3_000);
        let even = (any::<bool>(), 0..3_000usize, 0..3_000usize, any::<u8>()).prop_map(
            |(ones, len, place, odd)| {
                let mut bytes = vec![if ones { 0xff } else { 0 }; len];
                if let Some(byte) = bytes.get_mut(place) {
                    *byte = odd;
                }
                bytes
            },
        );
        (prop_oneof![mixed, even], 0..130usize)
    }

    const OPS: [BitOp; 3] = [BitOp::And, BitOp::Or, BitOp::Xor];

    proptest! {
        #[test]
        fn counting_and_finding_agree_with_one_bit_after_the_other((bytes, from) in any_bytes()) {
            let bytes = &bytes[from.min(bytes.len())..];
            let bits = bits(bytes);
            let ones = bits.iter().filter(|&&bit| bit).count() as u64;
            for count in counts() {
                prop_assert_eq!(count(bytes), ones);
            }
            for skipped in [0, 0xff] {
                let expected = bytes.iter().position(|&byte| byte != skipped);
                for find in finds() {
                    prop_assert_eq!(find(bytes, skipped), expected);
                }
            }
            for bit in [false, true] {
                let expected = bits.iter().position(|&other| other == bit).map(|at| at as u64);
                prop_assert_eq!(find_first(bytes, bit), expected);
            }
        }

        #[test]
        fn combining_agrees_with_one_byte_after_the_other(
            (a, from_a) in any_bytes(),
            (b, from_b) in any_bytes(),
        ) {
            let (a, b) = (&a[from_a.min(a.len())..], &b[from_b.min(b.len())..]);
            let len = a.len().min(b.len());
            for op in OPS {
                let pairs = a[..len].iter().zip(b);
                let expected: Vec<u8> = pairs.map(|(&a, &b)| naive(op, a, b)).collect();
                for combine in combines() {
                    let mut block = a[..len].to_vec();
                    combine(op, &mut block, &b[..len]);
                    prop_assert_eq!(&block, &expected);
                }
            }
            let expected: Vec<u8> = a.iter().map(|byte| !byte).collect();
            for invert in inverts() {
                let mut block = a.to_vec();
                invert(&mut block);
                prop_assert_eq!(&block, &expected);
            }
            prop_assert_eq!(inverted(a), expected);
        }

        #[test]
        fn shorter_sources_go_on_with_zeros(
            lens in prop::collection::vec(0..40_000usize, 0..5),
            seed in any::<u8>(),
        ) {
            let sources: Vec<Vec<u8>> = lens
                .iter()
                .enumerate()
                .map(|(n, &len)| (0..len).map(|i| seed ^ (i * (n + 3)) as u8).collect())
                .collect();
            let slices: Vec<&[u8]> = sources.iter().map(Vec::as_slice).collect();
            let len = lens.iter().copied().max().unwrap_or(0);
            for op in OPS {
                let at = |source: &Vec<u8>, i: usize| source.get(i).copied().unwrap_or(0);
                let expected: Vec<u8> = (0..len)
                    .map(|i| {
                        let bytes = sources.iter().map(|source| at(source, i));
                        bytes.reduce(|a, b| naive(op, a, b)).unwrap_or(0)
                    })
                    .collect();
                prop_assert!(combine(op, &slices) == expected);
            }
        }
    }
}
