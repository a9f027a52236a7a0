//! Representations of values: what a key holds when it is more than a short string.
//!
//! Everything here is an owned, single-threaded data structure with its own account of the memory
//! it uses. It never knows of keys, slots, commands or sessions; time comes as an argument.

pub mod digest;
pub mod hash;
pub mod hyperloglog;
pub mod limits;
pub mod list;
pub mod listpack;
pub mod object;
mod packed;
pub mod set;
pub mod stream;
pub mod zset;

pub use digest::Digest;
pub use hash::Hash;
pub use limits::EncodingLimits;
pub use list::List;
pub use listpack::Item;
pub use object::Object;
pub use packed::{Packed, Shape};
pub use set::Set;
pub use stdx::size_class;
pub use stream::{Stream, StreamId};
pub use zset::SortedSet;
