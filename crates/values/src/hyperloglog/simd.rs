//! Sixteen thousand registers of 6 bits at once: unpacking, packing, counting by value.
//!
//! `unsafe` is allowed here because instructions that not every processor has, and loads and
//! stores of whole vectors, are `unsafe`. Each function has a portable twin with the same result,
//! which runs where AVX2 is missing or switched off; the widest also needs AVX-512. Never knows
//! headers, nor what registers mean.
#![allow(unsafe_code)]

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use super::estimate::Histogram;
use super::{PACKED_BYTES, REGISTERS};

/// Four registers make three bytes.
const GROUP_REGISTERS: usize = 4;
const GROUP_BYTES: usize = 3;

/// PFDEBUG SIMD OFF: a matter of the process, as the processor is.
static SWITCHED_OFF: AtomicBool = AtomicBool::new(false);

/// Whether the processor's wide instructions are used, if it has them.
pub fn switch(on: bool) {
    SWITCHED_OFF.store(!on, Relaxed);
}

#[cfg(target_arch = "x86_64")]
fn has_avx2() -> bool {
    !SWITCHED_OFF.load(Relaxed) && std::is_x86_feature_detected!("avx2")
}

/// Whether the processor can gather bits from anywhere in a vector.
#[cfg(target_arch = "x86_64")]
fn has_avx512() -> bool {
    !SWITCHED_OFF.load(Relaxed)
        && std::is_x86_feature_detected!("avx512bw")
        && std::is_x86_feature_detected!("avx512vbmi")
}

/// Raises `registers` to those packed.
pub(super) fn unpack_max(packed: &[u8; PACKED_BYTES], registers: &mut [u8; REGISTERS]) {
    #[cfg(target_arch = "x86_64")]
    if has_avx512() {
        // SAFETY: the processor has AVX-512 with byte permutations.
        unsafe { avx512::unpack_max(packed, registers) };
        return;
    }
    #[cfg(target_arch = "x86_64")]
    if has_avx2() {
        // SAFETY: the processor has AVX2.
        unsafe { avx2::unpack_max(packed, registers) };
        return;
    }
    portable::unpack_max(packed, registers);
}

/// Packs registers, each below 64.
pub(super) fn pack(registers: &[u8; REGISTERS], packed: &mut [u8; PACKED_BYTES]) {
    #[cfg(target_arch = "x86_64")]
    if has_avx2() {
        // SAFETY: the processor has AVX2.
        unsafe { avx2::pack(registers, packed) };
        return;
    }
    portable::pack(registers, packed);
}

/// How many registers, each below 64, hold each value.
pub(super) fn histogram(registers: &[u8; REGISTERS]) -> Histogram {
    #[cfg(target_arch = "x86_64")]
    if has_avx2() {
        // SAFETY: the processor has AVX2.
        return unsafe { avx2::histogram(registers) };
    }
    portable::histogram(registers)
}

mod portable {
    use super::{GROUP_BYTES, GROUP_REGISTERS, Histogram, PACKED_BYTES, REGISTERS};

    pub(super) fn unpack_max(packed: &[u8; PACKED_BYTES], registers: &mut [u8; REGISTERS]) {
        let (groups, _) = packed.as_chunks::<GROUP_BYTES>();
        let (places, _) = registers.as_chunks_mut::<GROUP_REGISTERS>();
        for (group, place) in groups.iter().zip(places) {
            let bits = u32::from_le_bytes([group[0], group[1], group[2], 0]);
            for (i, register) in place.iter_mut().enumerate() {
                *register = (*register).max((bits >> (6 * i) & 0x3f) as u8);
            }
        }
    }

    pub(super) fn pack(registers: &[u8; REGISTERS], packed: &mut [u8; PACKED_BYTES]) {
        let (groups, _) = packed.as_chunks_mut::<GROUP_BYTES>();
        let (places, _) = registers.as_chunks::<GROUP_REGISTERS>();
        for (group, place) in groups.iter_mut().zip(places) {
            let values = place.iter().enumerate();
            let bits = values.fold(0, |bits, (i, &value)| bits | u32::from(value) << (6 * i));
            let [a, b, c, _] = bits.to_le_bytes();
            *group = [a, b, c];
        }
    }

    /// Neighbours are often equal: counting them in the same place would wait for the sum before.
    pub(super) fn histogram(registers: &[u8; REGISTERS]) -> Histogram {
        let mut counts = [[0u32; 64]; GROUP_REGISTERS];
        let (places, _) = registers.as_chunks::<GROUP_REGISTERS>();
        for place in places {
            for (count, &value) in counts.iter_mut().zip(place) {
                count[usize::from(value & 0x3f)] += 1;
            }
        }
        std::array::from_fn(|value| counts.iter().map(|count| count[value]).sum())
    }
}

#[cfg(target_arch = "x86_64")]
mod avx512 {
    use std::arch::x86_64::{
        __m512i, _mm512_and_si512, _mm512_loadu_si512, _mm512_maskz_loadu_epi8, _mm512_max_epu8,
        _mm512_multishift_epi64_epi8, _mm512_permutexvar_epi8, _mm512_set1_epi8, _mm512_set1_epi64,
        _mm512_storeu_si512,
    };

    use super::{PACKED_BYTES, REGISTERS};

    /// Registers and bytes of one step.
    const STEP_REGISTERS: usize = 64;
    const STEP_BYTES: usize = 48;

    /// Eight registers are six bytes: those go to a word of eight each, of which every byte then
    /// takes the bits of its register, wherever they are.
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
    pub(super) fn unpack_max(packed: &[u8; PACKED_BYTES], registers: &mut [u8; REGISTERS]) {
        let places: [u8; STEP_REGISTERS] = std::array::from_fn(|n| (n / 8 * 6 + n % 8) as u8);
        // SAFETY: the array has 64 bytes.
        let places = unsafe { _mm512_loadu_si512(places.as_ptr().cast()) };
        // Bits 0, 6, 12 and so on of the word, one byte each.
        let shifts = _mm512_set1_epi64(0x2a24_1e18_120c_0600);
        let six_bits = _mm512_set1_epi8(0x3f);
        let (steps, _) = packed.as_chunks::<STEP_BYTES>();
        let (all, _) = registers.as_chunks_mut::<STEP_REGISTERS>();
        for (step, to) in steps.iter().zip(all) {
            // SAFETY: only the 48 bytes of the step are read.
            let bytes = unsafe { _mm512_maskz_loadu_epi8((1 << 48) - 1, step.as_ptr().cast()) };
            let words = _mm512_permutexvar_epi8(places, bytes);
            let values = _mm512_and_si512(_mm512_multishift_epi64_epi8(shifts, words), six_bits);
            let to = to.as_mut_ptr().cast::<__m512i>();
            // SAFETY: there are 64 bytes, and they are borrowed for writing.
            unsafe { _mm512_storeu_si512(to, _mm512_max_epu8(values, _mm512_loadu_si512(to))) };
        }
    }
}

#[cfg(target_arch = "x86_64")]
mod avx2 {
    use std::arch::x86_64::{
        __m128i, __m256i, _mm_loadu_si128, _mm_storeu_si128, _mm256_add_epi64, _mm256_and_si256,
        _mm256_castsi256_si128, _mm256_cmpeq_epi8, _mm256_cmpgt_epi8, _mm256_extract_epi64,
        _mm256_extracti128_si256, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_maddubs_epi16,
        _mm256_max_epu8, _mm256_movemask_epi8, _mm256_mulhi_epu16, _mm256_mullo_epi16,
        _mm256_or_si256, _mm256_sad_epu8, _mm256_set_m128i, _mm256_set1_epi8, _mm256_set1_epi16,
        _mm256_set1_epi32, _mm256_setr_epi8, _mm256_setzero_si256, _mm256_shuffle_epi8,
        _mm256_storeu_si256, _mm256_sub_epi8,
    };

    use super::{Histogram, PACKED_BYTES, REGISTERS};

    /// Registers and bytes of one step.
    const STEP_REGISTERS: usize = 32;
    const STEP_BYTES: usize = 24;
    const LANE_BYTES: usize = 12;
    /// Vectors counted before counters of 8 bits are emptied.
    const VECTORS_MAX: usize = 128;
    /// Registers left that are counted one by one.
    const RARE_MAX: u32 = 1024;
    /// Values counted in one pass.
    const VALUES: usize = 4;

    /// In each 16 bits, a register's six are brought to bits 0 to 5 or 8 to 13 by multiplication
    /// with a power of two: even ones down, odd ones up.
    #[target_feature(enable = "avx2")]
    fn unpack(bytes: __m256i) -> __m256i {
        // The upper lane was loaded 4 bytes early, so as not to read past the end.
        let even = _mm256_setr_epi8(
            -1, 0, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8, -1, 9, 10, 11, //
            -1, 4, 5, 6, -1, 7, 8, 9, -1, 10, 11, 12, -1, 13, 14, 15,
        );
        let odd = _mm256_setr_epi8(
            0, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8, -1, 9, 10, 11, -1, //
            4, 5, 6, -1, 7, 8, 9, -1, 10, 11, 12, -1, 13, 14, 15, -1,
        );
        let even = _mm256_shuffle_epi8(bytes, even);
        let odd = _mm256_shuffle_epi8(bytes, odd);
        let even = _mm256_and_si256(even, _mm256_set1_epi32(0x03f0_3f00));
        let odd = _mm256_and_si256(odd, _mm256_set1_epi32(0x00fc_0fc0));
        let even = _mm256_mulhi_epu16(even, _mm256_set1_epi32(0x1000_0100));
        let odd = _mm256_mullo_epi16(odd, _mm256_set1_epi32(0x0040_0004));
        _mm256_or_si256(even, odd)
    }

    #[target_feature(enable = "avx2")]
    pub(super) fn unpack_max(packed: &[u8; PACKED_BYTES], registers: &mut [u8; REGISTERS]) {
        let (steps, _) = packed.as_chunks::<STEP_BYTES>();
        let (places, _) = registers.as_chunks_mut::<STEP_REGISTERS>();
        for (step, place) in steps.iter().zip(places) {
            let at = step.as_ptr();
            // SAFETY: both loads of 16 bytes are within the 24 of the step.
            let (low, high) = unsafe {
                let high = at.add(STEP_BYTES - 16);
                (_mm_loadu_si128(at.cast()), _mm_loadu_si128(high.cast()))
            };
            let values = unpack(_mm256_set_m128i(high, low));
            let place = place.as_mut_ptr().cast::<__m256i>();
            // SAFETY: the place has 32 bytes, and is borrowed for writing.
            unsafe {
                let greater = _mm256_max_epu8(values, _mm256_loadu_si256(place));
                _mm256_storeu_si256(place, greater);
            }
        }
    }

    #[target_feature(enable = "avx2")]
    pub(super) fn pack(registers: &[u8; REGISTERS], packed: &mut [u8; PACKED_BYTES]) {
        let close = _mm256_setr_epi8(
            0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1, //
            0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1,
        );
        let (steps, _) = packed.as_chunks_mut::<STEP_BYTES>();
        let (places, _) = registers.as_chunks::<STEP_REGISTERS>();
        for (step, place) in steps.iter_mut().zip(places) {
            // SAFETY: the place has 32 bytes.
            let values = unsafe { _mm256_loadu_si256(place.as_ptr().cast()) };
            let pairs = _mm256_maddubs_epi16(values, _mm256_set1_epi16(0x4001));
            let groups = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x1000_0001));
            let bytes = _mm256_shuffle_epi8(groups, close);
            let mut lanes = [[0u8; 16]; 2];
            // SAFETY: each lane has 16 bytes.
            unsafe {
                let (low, high) = (lanes[0].as_mut_ptr(), lanes[1].as_mut_ptr());
                _mm_storeu_si128(low.cast::<__m128i>(), _mm256_castsi256_si128(bytes));
                _mm_storeu_si128(high.cast::<__m128i>(), _mm256_extracti128_si256::<1>(bytes));
            }
            step[..LANE_BYTES].copy_from_slice(&lanes[0][..LANE_BYTES]);
            step[LANE_BYTES..].copy_from_slice(&lanes[1][..LANE_BYTES]);
        }
    }

    /// Counts by comparing: an element's values are few and close together.
    #[target_feature(enable = "avx2")]
    pub(super) fn histogram(registers: &[u8; REGISTERS]) -> Histogram {
        let mut histogram = [0; 64];
        let mut left = REGISTERS as u32;
        for (pass, counts) in histogram.as_chunks_mut::<VALUES>().0.iter_mut().enumerate() {
            *counts = count_values(registers, (pass * VALUES) as u8);
            left = left.saturating_sub(counts.iter().sum());
            if left <= RARE_MAX {
                count_above(
                    registers,
                    (pass * VALUES + VALUES - 1) as u8,
                    &mut histogram,
                );
                break;
            }
        }
        histogram
    }

    /// Counts values above `last` one by one: few registers are left.
    #[target_feature(enable = "avx2")]
    fn count_above(registers: &[u8; REGISTERS], last: u8, histogram: &mut Histogram) {
        let last = _mm256_set1_epi8(last as i8);
        for place in registers.as_chunks::<STEP_REGISTERS>().0 {
            // SAFETY: the place has 32 bytes.
            let values = unsafe { _mm256_loadu_si256(place.as_ptr().cast()) };
            let mut above = _mm256_movemask_epi8(_mm256_cmpgt_epi8(values, last)) as u32;
            while above != 0 {
                histogram[usize::from(place[above.trailing_zeros() as usize] & 0x3f)] += 1;
                above &= above - 1;
            }
        }
    }

    #[target_feature(enable = "avx2")]
    fn count_values(registers: &[u8; REGISTERS], first: u8) -> [u32; VALUES] {
        let zero = _mm256_setzero_si256();
        let wanted: [__m256i; VALUES] =
            std::array::from_fn(|i| _mm256_set1_epi8((first + i as u8) as i8));
        let mut sums = [zero; VALUES];
        for part in registers
            .as_chunks::<STEP_REGISTERS>()
            .0
            .chunks(VECTORS_MAX)
        {
            let mut counts = [zero; VALUES];
            for place in part {
                // SAFETY: the place has 32 bytes.
                let values = unsafe { _mm256_loadu_si256(place.as_ptr().cast()) };
                for (count, wanted) in counts.iter_mut().zip(wanted) {
                    *count = _mm256_sub_epi8(*count, _mm256_cmpeq_epi8(values, wanted));
                }
            }
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum = _mm256_add_epi64(*sum, _mm256_sad_epu8(count, zero));
            }
        }
        sums.map(|sum| {
            let halves = _mm256_extract_epi64::<0>(sum) + _mm256_extract_epi64::<1>(sum);
            (halves + _mm256_extract_epi64::<2>(sum) + _mm256_extract_epi64::<3>(sum)) as u32
        })
    }
}

#[cfg(test)]
mod tests {
    use stdx::rng::Rng;

    use super::*;

    fn random_registers(rng: &mut Rng, limit: u64) -> Box<[u8; REGISTERS]> {
        let mut registers = Box::new([0; REGISTERS]);
        registers.fill_with(|| rng.below(limit) as u8);
        registers
    }

    /// On a processor without AVX2 this compares the portable functions with themselves.
    #[test]
    fn wide_and_portable_agree_on_random_registers() {
        let mut rng = Rng::new(7);
        for limit in [1, 2, 12, 52, 64, 64, 64] {
            let (one, other) = (
                random_registers(&mut rng, limit),
                random_registers(&mut rng, limit),
            );
            let (mut wide, mut plain) = ([0; PACKED_BYTES], [1; PACKED_BYTES]);
            pack(&one, &mut wide);
            portable::pack(&one, &mut plain);
            assert!(wide == plain);
            let (mut wide, mut plain) = (other.clone(), other.clone());
            unpack_max(&plain_packed(&one), &mut wide);
            portable::unpack_max(&plain_packed(&one), &mut plain);
            assert!(wide == plain);
            for ((&merged, &one), &other) in wide.iter().zip(one.iter()).zip(other.iter()) {
                assert_eq!(merged, one.max(other));
            }
            assert_eq!(histogram(&wide), portable::histogram(&wide));
        }
    }

    /// The widest instructions hide the narrower ones from the test above.
    #[cfg(target_arch = "x86_64")]
    #[test]
    fn unpacking_agrees_without_the_widest_instructions() {
        if !has_avx2() {
            return;
        }
        let mut rng = Rng::new(8);
        let (one, other) = (
            random_registers(&mut rng, 64),
            random_registers(&mut rng, 64),
        );
        let (mut wide, mut plain) = (other.clone(), other);
        // SAFETY: the processor has AVX2.
        unsafe { avx2::unpack_max(&plain_packed(&one), &mut wide) };
        portable::unpack_max(&plain_packed(&one), &mut plain);
        assert!(wide == plain);
    }

    fn plain_packed(registers: &[u8; REGISTERS]) -> [u8; PACKED_BYTES] {
        let mut packed = [0; PACKED_BYTES];
        for (index, value) in registers.iter().enumerate() {
            for bit in (0..6).filter(|bit| value >> bit & 1 == 1) {
                let place = index * 6 + bit;
                packed[place / 8] |= 1 << (place % 8);
            }
        }
        packed
    }
}
