//! Keys whatever they hold: removing, expiring, renaming, copying, dumping, telling about them.
//!
//! Never knows another family.

mod debug;
mod dump;
mod expire;
mod memory;
mod object;
mod remove;
mod rename;
mod sort;

pub use debug::{debug_digest_value, debug_object, debug_sdslen, hexadecimal};
pub use dump::{dump, restore};
pub use expire::{
    expire, expireat, expiretime, persist, pexpire, pexpireat, pexpiretime, pttl, ttl,
};
pub use memory::memory_usage;
pub use object::{object_encoding, object_freq, object_help, object_idletime, object_refcount};
pub use remove::{del, exists, key_type, touch, unlink};
pub use rename::{copy, move_key, rename, renamenx};
pub use sort::{sort, sort_reaches_everywhere, sort_ro};
