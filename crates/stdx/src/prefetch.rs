//! Asking the processor to fetch memory that will be read soon.
//!
//! `unsafe` is allowed here because the instruction takes a raw pointer. It is a hint: it reads
//! nothing into the program, cannot fault, and does nothing on processors we have no way to ask.
#![allow(unsafe_code)]

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
        assert_eq!(values.iter().sum::<u64>(), 100);
    }
}
