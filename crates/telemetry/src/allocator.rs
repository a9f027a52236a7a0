//! The process allocator's free memory: when it goes back to the operating system.
//!
//! Left alone, the allocator gives it back in the middle of some allocation, all that has gathered
//! in one step. Here a thread that serves nobody does it.
//!
//! `unsafe` is allowed here because the allocator is a C library.
#![allow(unsafe_code)]

use libmimalloc_sys::{mi_collect, mi_option_set, mi_option_t};

/// `mi_option_purge_delay`: after how many milliseconds free memory goes back.
const PURGE_DELAY: mi_option_t = 15;

/// No allocation ever gives memory back; only [`give_free_memory_back`] does.
pub fn keep_free_memory() {
    const DAY_MS: std::ffi::c_long = 24 * 60 * 60 * 1000;
    // SAFETY: a store to an option that exists; any number of milliseconds is valid.
    unsafe { mi_option_set(PURGE_DELAY, DAY_MS) };
}

/// Gives what all threads have freed back to the operating system. May take long; allocations of
/// other threads go on meanwhile.
pub fn give_free_memory_back() {
    // SAFETY: may be called at any time by any thread.
    unsafe { mi_collect(true) };
}
