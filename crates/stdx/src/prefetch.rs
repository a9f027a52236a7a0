//! Asking the processor to fetch memory that will be read soon.
//!
//! `unsafe` is allowed here because the instruction takes a raw pointer. It is a hint: it reads
//! nothing into the program, cannot fault, and does nothing on processors we have no way to ask.
#![allow(unsafe_code)]

const LINE_BYTES: usize = 64;

/// Starts bringing the first cache line of `place` into the nearest cache.
#[inline(always)]
pub fn prefetch_read<T: ?Sized>(place: &T) {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        let address = std::ptr::from_ref(place).cast::<i8>();
        // SAFETY: a prefetch is a hint without effect on memory or flags, and never faults; SSE is
        // part of every x86-64 processor.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(address) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = place;
}

/// Starts bringing every cache line of `place` itself (not of what it points to).
#[inline(always)]
pub fn prefetch_whole<T>(place: &T) {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        let address = std::ptr::from_ref(place).cast::<i8>();
        for line in 0..size_of::<T>().div_ceil(LINE_BYTES) {
            // SAFETY: a prefetch is a hint without effect on memory or flags, and never faults,
            // wherever its address points; SSE is part of every x86-64 processor.
            unsafe { _mm_prefetch::<_MM_HINT_T0>(address.wrapping_add(line * LINE_BYTES)) };
        }
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = place;
}

/// Starts bringing every cache line that holds some of `bytes`.
#[inline(always)]
pub fn prefetch_bytes(bytes: &[u8]) {
    for line in bytes.chunks(LINE_BYTES) {
        prefetch_read(line);
    }
    if let Some(last) = bytes.last() {
        prefetch_read(last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_any_reference_and_leaves_it_alone() {
        let values = vec![1u64; 100];
        let empty: &[u8] = &[];
        prefetch_read(&values[99]);
        prefetch_read(values.as_slice());
        prefetch_read(empty);
        prefetch_whole(&[7u64; 100]);
        assert_eq!(values.iter().sum::<u64>(), 100);
    }
}
