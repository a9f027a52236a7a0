//! Small pure helpers below everything else: hash slots, key hashing, numbers as text, glob
//! patterns, quoting, pseudo-random numbers, bits of strings and prefetching.
//!
//! Nothing here knows of commands, sessions, keyspaces, time or the operating system: bytes in,
//! values out.

pub mod bits;
pub mod glob;
pub mod hash;
pub mod num;
pub mod pool;
pub mod prefetch;
pub mod rng;
pub mod sds;
pub mod slot;
