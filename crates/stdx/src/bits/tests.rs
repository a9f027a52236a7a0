//! Every way to do it against one bit after the other. Functions for newer processors are called
//! only where the processor has what they need.

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
