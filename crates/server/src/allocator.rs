//! The allocator of the process: mimalloc, and an account of what it has given out, which is what
//! `maxmemory` limits.
//!
//! Must never know what memory is used for. `unsafe` is here because an allocator's interface is,
//! and because calls of mimalloc's library have no safe form.

#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;
use std::ffi::{CStr, c_char, c_void};

use mesh::Gauge;
use mimalloc::MiMalloc;
use stdx::size_class::size_class;

/// Bytes given out by all threads together, as far as they have told.
static GIVEN_OUT: Gauge = Gauge::new();

/// A thread tells its changes when they have come to this: seldom enough to cost nothing, and
/// less than any limit worth setting.
const TOLD_FROM_BYTES: u64 = 16 * 1024;

/// mimalloc cuts areas of these sizes into blocks of one size each: blocks up to the first number
/// come from areas of the second.
const AREAS: [(usize, usize); 3] = [
    (10 * 1024, 64 * 1024),
    (80 * 1024, 512 * 1024),
    (512 * 1024, 4096 * 1024),
];

/// Blocks that are powers of two up to this are aligned, at the cost of the first of an area.
const ALIGNED_BYTES_MAX: usize = 512;

/// Blocks above the largest have an area of their own, of whole pages.
const PAGE_BYTES: usize = 4096;

/// Blocks up to this are counted by a table.
const TABLE_BYTES_MAX: usize = 1024;

/// mimalloc's option `purge_delay`: after how many milliseconds free memory goes back.
const PURGE_DELAY: libmimalloc_sys::mi_option_t = 15;
const DAY_MS: std::ffi::c_long = 24 * 60 * 60 * 1000;

/// What blocks take, by their size in steps of 16 bytes.
const TAKEN_BYTES: [u16; TABLE_BYTES_MAX / 16 + 1] = {
    let mut taken = [0; TABLE_BYTES_MAX / 16 + 1];
    let mut steps = 0;
    while steps < taken.len() {
        taken[steps] = share_of_area(steps * 16) as u16;
        steps += 1;
    }
    taken
};

thread_local! {
    /// What this thread has been given, less what it has given back, and has not told yet.
    static UNTOLD_BYTES: Cell<i64> = const { Cell::new(0) };
}

/// mimalloc, counted.
pub(crate) struct Counted;

// SAFETY: every call is handed on as it is.
unsafe impl GlobalAlloc for Counted {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(block_bytes(layout.size()));
        // SAFETY: the caller's promises are those that this asks for.
        unsafe { MiMalloc.alloc(layout) }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        count(block_bytes(layout.size()).wrapping_neg());
        // SAFETY: the caller's promises are those that this asks for.
        unsafe { MiMalloc.dealloc(block, layout) }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(block_bytes(layout.size()));
        // SAFETY: the caller's promises are those that this asks for.
        unsafe { MiMalloc.alloc_zeroed(layout) }
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, bytes: usize) -> *mut u8 {
        count(block_bytes(bytes).wrapping_sub(block_bytes(layout.size())));
        // SAFETY: the caller's promises are those that this asks for.
        unsafe { MiMalloc.realloc(block, layout, bytes) }
    }
}

/// Bytes that a block of this size takes: those of its class, and its part of what is left over of
/// an area that is cut into such blocks.
#[inline]
fn block_bytes(bytes: usize) -> i64 {
    if bytes <= TABLE_BYTES_MAX {
        return i64::from(TAKEN_BYTES[bytes.div_ceil(16)]);
    }
    share_of_area(bytes) as i64
}

const fn share_of_area(bytes: usize) -> usize {
    let class = size_class(bytes);
    let mut kind = 0;
    while kind < AREAS.len() {
        let (class_max, area) = AREAS[kind];
        if class <= class_max {
            let aligned = class.is_power_of_two() && class <= ALIGNED_BYTES_MAX;
            let lost = if aligned { class } else { 0 };
            return area / ((area - lost) / class);
        }
        kind += 1;
    }
    bytes.div_ceil(PAGE_BYTES).wrapping_mul(PAGE_BYTES)
}

#[inline]
fn count(bytes: i64) {
    let untold = UNTOLD_BYTES.get().wrapping_add(bytes);
    if untold.unsigned_abs() < TOLD_FROM_BYTES {
        UNTOLD_BYTES.set(untold);
    } else {
        UNTOLD_BYTES.set(0);
        GIVEN_OUT.change(untold);
    }
}

/// This thread ends: what it has not told is told.
pub(crate) fn tell() {
    GIVEN_OUT.change(UNTOLD_BYTES.replace(0));
}

/// Bytes given out. What other threads have not told is missing.
#[inline]
pub(crate) fn given_out_bytes() -> u64 {
    GIVEN_OUT.now().saturating_add_signed(UNTOLD_BYTES.get())
}

/// Has no allocation give memory back to the system, all that has gathered in one step: only
/// [`give_back_unused`] does, which a thread calls that serves nobody.
pub(crate) fn keep_unused() {
    // SAFETY: a store to an option that exists; any number of milliseconds is valid.
    unsafe { libmimalloc_sys::mi_option_set(PURGE_DELAY, DAY_MS) }
}

/// Gives what is not used back to the system. May take long; allocations of other threads go on
/// meanwhile.
pub(crate) fn give_back_unused() {
    // SAFETY: it may be called at any time, on any thread.
    unsafe { libmimalloc_sys::mi_collect(true) }
}

/// mimalloc's own report, in its words.
pub(crate) fn report() -> String {
    let mut text = format!("mimalloc {}\n", version());
    // SAFETY: `write` is called back before this returns, with the address of `text` as it is here.
    unsafe { libmimalloc_sys::mi_stats_print_out(Some(write), (&raw mut text).cast()) }
    text
}

fn version() -> i32 {
    // SAFETY: it returns a constant.
    unsafe { libmimalloc_sys::mi_version() }
}

/// Appends what mimalloc says to the string whose address it was given.
unsafe extern "C" fn write(words: *const c_char, text: *mut c_void) {
    // SAFETY: it is the string that `report` holds, and nobody else touches it meanwhile.
    let text = unsafe { &mut *text.cast::<String>() };
    // SAFETY: mimalloc passes a string that ends with a zero.
    let words = unsafe { CStr::from_ptr(words) };
    text.push_str(&words.to_string_lossy());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_count_as_what_they_take() {
        assert_eq!(block_bytes(1), 16);
        assert_eq!(block_bytes(100), 112);
        assert_eq!(block_bytes(512), 65_536 / 127);
        assert_eq!(block_bytes(4096), 4096);
        // Six of them in 64 KiB.
        assert_eq!(block_bytes(10 * 1024), 65_536 / 6);
        assert_eq!(block_bytes(100 * 1024 + 1), 4_194_304 / 36);
        assert_eq!(block_bytes(1024 * 1024 + 1), 1024 * 1024 + 4096);
    }

    #[test]
    fn what_is_given_out_and_back_is_counted() {
        const BYTES: usize = 8 * 1024 * 1024;
        let before = given_out_bytes();
        let block = vec![1_u8; BYTES];
        assert!(given_out_bytes() >= before + BYTES as u64);
        drop(block);
        assert!(given_out_bytes() < before + BYTES as u64 / 2);
    }

    #[test]
    fn the_report_is_mimallocs() {
        give_back_unused();
        let report = report();
        assert!(report.starts_with("mimalloc "));
        assert!(report.contains("peak rss"));
    }
}
