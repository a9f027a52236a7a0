//! Small pure helpers below everything else: hash slots, key hashing, numbers as text, glob
//! patterns, quoting, pseudo-random numbers, bits of strings, sizes of buffers, prefetching, a
//! pool of memory and the times of long steps.
//!
//! Nothing here knows of commands, sessions, keyspaces or time, and nothing but the pool, which
//! gets its pages there, of the operating system.

pub mod bits;
pub mod glob;
pub mod hash;
pub mod num;
pub mod pool;
pub mod prefetch;
pub mod rng;
pub mod sds;
pub mod size_class;
pub mod slot;
pub mod slot_tags;
pub mod steps;
