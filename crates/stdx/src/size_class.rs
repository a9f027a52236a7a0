//! Which capacities a growing buffer takes: four per power of two, as general allocators offer
//! them, so that nothing is lost between what is asked for and what is given.
//!
//! It knows nothing of what is stored in the buffers.

/// Smallest capacity that is worth its own allocation, in bytes.
pub const SIZE_CLASS_MIN: usize = 16;

/// The smallest size class that holds `bytes`: 16, 32, 48, 64, 80, 96, 112, 128, 160, 192, 224,
/// 256, 320 ... A capacity never exceeds its content by more than a quarter (or 16 bytes).
#[inline]
pub const fn size_class(bytes: usize) -> usize {
    if bytes <= SIZE_CLASS_MIN {
        return SIZE_CLASS_MIN;
    }
    let power = (bytes - 1).ilog2();
    let step = if power < 6 { 16 } else { 1 << (power - 2) };
    match bytes.checked_next_multiple_of(step) {
        Some(class) => class,
        None => bytes,
    }
}

/// Makes room for `extra` more bytes, by the step of one size class at a time.
#[inline]
pub fn reserve_class(buffer: &mut Vec<u8>, extra: usize) {
    let needed = buffer.len().saturating_add(extra);
    if needed > buffer.capacity() {
        buffer.reserve_exact(size_class(needed).saturating_sub(buffer.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_hold_what_was_asked_and_waste_at_most_a_quarter() {
        for bytes in 1..70_000usize {
            let class = size_class(bytes);
            assert!(class >= bytes, "{bytes} does not fit {class}");
            assert!(
                class - bytes < 16 + bytes / 4,
                "{class} wastes more than a quarter of {bytes}"
            );
            assert_eq!(class, size_class(class), "{class} is no class of its own");
        }
    }

    #[test]
    fn sizes_near_the_end_of_the_address_space_do_not_overflow() {
        assert_eq!(size_class(usize::MAX), usize::MAX);
    }
}
